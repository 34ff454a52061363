"""Which stretch of time a picture shows when nobody chose one, and what lies beyond the stretch that is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.encodings import placed
from timeline.model import Event
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, Span, civil, shift
from timeline.wording import say_year

_PADDING: Final = 0.03
_LEAST_GRAINS: Final = 10
_FEW: Final = 5  # events, of which none can be said to stand apart
_APART: Final = 0.15  # the share of events that may be left beyond the edges
_WORTH: Final = 3.0  # how many times closer that must bring the others
_NEAR: Final = 0.25  # of the length of the bulk: who stands no further away belongs to it

Stretch = tuple[Moment, Moment]


def extent(events: Iterable[Event]) -> Stretch:
    """The moments a picture of all `events` runs from and to; the 1970s when none of them is dated.

    A lone day gets some days about it, a lone year some years, so that a mark has something to stand against.
    """
    starts: list[Moment] = []
    ends: list[Moment] = []
    finest = Grain.MILLENNIUM
    for event in events:
        if event.span is None:
            continue
        closed = placed(event) or [event.span]
        starts += [span.start for span in closed if not span.open_start] or [span.end for span in closed if not span.open_end]
        ends += [span.end for span in closed if not span.open_end] or [span.start for span in closed if not span.open_start]
        finest = min(finest, *(span.grain for span in closed))
    if not starts:
        return 0, 3650 * MINUTES_A_DAY
    start, end = min(starts), max(ends)
    room = max(int((end - start) * _PADDING), (shift(0, _LEAST_GRAINS, finest) - (end - start)) // 2, 1)
    return max(EARLIEST, start - room), min(LATEST, end + room)


def bulk(events: Iterable[Event]) -> Stretch:
    """The stretch where most events stand; that of all of them, unless a few far off would squeeze the others together."""
    events = list(events)
    whole = extent(events)
    standing = [(event, span) for event in events if (span := event.span) and not (span.open_start or span.open_end)]
    if len(standing) < _FEW:
        return whole
    middles = sorted((span.start + span.end) // 2 for _, span in standing)
    first, last = _densest(middles, max(len(middles) - max(1, int(len(middles) * _APART)), 1))
    length = max(last - first, 1)
    # What spans far more than the bulk is seen in it anyway, and says nothing of where it ends.
    near = [
        event
        for event, span in standing
        if first <= (span.start + span.end) // 2 <= last and span.end - span.start <= max(length, MINUTES_A_DAY)
    ]
    found = extent(near) if near else whole
    return found if whole[1] - whole[0] >= _WORTH * (found[1] - found[0]) else whole


def opening(chronology: Chronology) -> Stretch:
    """The stretch of a selection that is shown first: the dates it was asked for, with some room, else its bulk."""
    query = chronology.query
    if query.since is None and query.until is None:
        return bulk(chronology.events.values())
    start, end = extent(chronology.events.values())
    start = start if query.since is None else query.since
    end = end if query.until is None else query.until
    room = max(1, (end - start) // 40)
    return max(EARLIEST, start - room), min(LATEST, max(end, start + 1) + room)


def _densest(middles: Sequence[Moment], count: int) -> Stretch:
    """The shortest stretch that holds `count` of the moments, and those close to it."""
    at = min(range(len(middles) - count + 1), key=lambda place: middles[place + count - 1] - middles[place])
    low, high = at, at + count - 1
    while True:
        reach = int((middles[high] - middles[low]) * _NEAR)
        lower = bisect_left(middles, middles[low] - reach)
        higher = bisect_right(middles, middles[high] + reach) - 1
        if (lower, higher) == (low, high):
            return middles[low], middles[high]
        low, high = lower, higher


def beyond(events: Iterable[Event], view: Stretch) -> tuple[list[Event], list[Event]]:
    """The dated events of which nothing shows in a view: those before it, and those after it."""
    earlier: list[Event] = []
    later: list[Event] = []
    for event in events:
        spans = [claim.span for claim in event.claims if claim.span]
        if not spans or any(_touches(span, view) for span in spans):
            continue
        (earlier if spans[0].end <= view[0] else later).append(event)
    return earlier, later


def say_beyond(events: Sequence[Event], side: str) -> str:
    """How many events lie on a side, and from which year to which: "1 earlier event, 480 BC", "3 later events, 1690–1833"."""
    spans = [event.span for event in events if event.span]
    first = min(span.end - 1 if span.open_start else span.start for span in spans)
    last = max(span.start if span.open_end else span.end - 1 for span in spans)
    begins, ends = civil(first)[0], civil(last)[0]
    years = say_year(begins)
    if begins != ends:
        years = f"{1 - begins if ends <= 0 else years}–{say_year(ends)}"
    return f"{len(events):,} {side} event{'s' if len(events) != 1 else ''}, {years}"


def _touches(span: Span, view: Stretch) -> bool:
    return span.start < view[1] and span.end > view[0]
