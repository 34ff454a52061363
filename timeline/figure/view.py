"""Which stretch of time a picture shows when nobody chose one, and what lies beyond the stretch that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from timeline.chronology.chronology import Chronology
from timeline.chronology.picked import Picked, times_of
from timeline.chronology.table import Mask, Numbers
from timeline.chronology.times import Times
from timeline.model import Event
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, civil, shift
from timeline.wording import say_year

_PADDING: Final = 0.03
_LEAST_GRAINS: Final = 10
_FEW: Final = 5  # events, of which none can be said to stand apart
_MANY: Final = 20_000  # events
_APART: Final = 0.15  # the share of events that may be left beyond the edges
_WORTH: Final = 1.8  # how many times closer that must bring the others
_NEAR: Final = 0.25  # of the length of the bulk: who stands no further away belongs to it

Stretch = tuple[Moment, Moment]


def extent(events: Iterable[Event]) -> Stretch:
    """The moments a picture of all `events` runs from and to; the 1970s when none of them is dated.

    A lone day gets some days about it, a lone year some years, so that a mark has something to stand against.
    """
    if not isinstance(events, Picked):
        return _extent(times_of(events))
    if "extent" not in events.found:
        events.found["extent"] = _extent(events.times)
    return events.found["extent"]


def _extent(times: Times) -> Stretch:
    # The known claims of an event; where it has none, the known side of its best one.
    shown, starts, ends = times.closed, times.starts, times.ends
    if not shown.all():
        shown = shown | (times.best & (times.closed_count == 0)[times.rows])
        starts = np.where(times.open_start, ends, starts)
        ends = np.where(times.open_end, times.starts, ends)
    if not shown.any():
        return 0, 3650 * MINUTES_A_DAY
    start, end = int(np.where(shown, starts, LATEST).min()), int(np.where(shown, ends, EARLIEST).max())
    finest = Grain(np.where(shown, times.grains, max(Grain)).min())
    room = max(int((end - start) * _PADDING), (shift(0, _LEAST_GRAINS, finest) - (end - start)) // 2, 1)
    return max(EARLIEST, start - room), min(LATEST, end + room)


def bulk(events: Iterable[Event]) -> Stretch:
    """The stretch where most events stand; that of all of them, unless a few far off would squeeze the others together."""
    times = times_of(events)
    whole = _extent(times)
    standing = np.flatnonzero(times.best & times.closed)
    # They stand in the order of time: of very many, every so manyeth says the same.
    standing = standing[:: max(1, len(standing) // _MANY)]
    starts, ends = times.starts[standing], times.ends[standing]
    if len(starts) < _FEW:
        return whole
    middles = (starts + ends) // 2
    first, last = _densest(np.sort(middles), max(len(middles) - max(1, int(len(middles) * _APART)), 1))
    # What spans far more than the bulk is seen in it anyway, and says nothing of where it ends.
    longest = max(last - first, MINUTES_A_DAY)
    near = times.rows[standing][(first <= middles) & (middles <= last) & (ends - starts <= longest)]
    found = _extent(times.taken(near)) if len(near) else whole
    return found if whole[1] - whole[0] >= _WORTH * (found[1] - found[0]) else whole


def opening(chronology: Chronology) -> Stretch:
    """The stretch of a selection that is shown first: the dates it was asked for, with some room, else its bulk."""
    query = chronology.query
    if query.since is None and query.until is None:
        return bulk(chronology.picked)
    start, end = extent(chronology.picked)
    start = start if query.since is None else query.since
    end = end if query.until is None else query.until
    room = max(1, (end - start) // 40)
    return max(EARLIEST, start - room), min(LATEST, max(end, start + 1) + room)


def _densest(middles: Numbers, count: int) -> Stretch:
    """The shortest stretch that holds `count` of the moments, which grow, and those close to it."""
    at = int(np.argmin(middles[count - 1 :] - middles[: len(middles) - count + 1]))
    low, high = at, at + count - 1
    while True:
        reach = int((middles[high] - middles[low]) * _NEAR)
        lower = int(np.searchsorted(middles, middles[low] - reach, "left"))
        higher = int(np.searchsorted(middles, middles[high] + reach, "right")) - 1
        if (lower, higher) == (low, high):
            return int(middles[low]), int(middles[high])
        low, high = lower, higher


def beyond(events: Sequence[Event], view: Stretch) -> tuple[Sequence[Event], Sequence[Event]]:
    """The dated events of which nothing shows in a view: those before it, and those after it."""
    times = times_of(events)
    shows = times.any_of((times.starts < view[1]) & (times.ends > view[0]))
    before = times.any_of(times.best & (times.ends <= view[0])) & ~shows
    after = times.dated & ~shows & ~before
    return _those(events, before), _those(events, after)


def _those(events: Sequence[Event], kept: Mask) -> Sequence[Event]:
    return events.at(kept) if isinstance(events, Picked) else [events[row] for row in np.flatnonzero(kept).tolist()]


def say_beyond(events: Sequence[Event], side: str) -> str:
    """How many events lie on a side, and from which year to which: "1 earlier event, 480 BC", "3 later events, 1690–1833"."""
    times = times_of(events)
    first = int(np.where(times.open_start, times.ends - 1, times.starts)[times.best].min())
    last = int(np.where(times.open_end, times.starts, times.ends - 1)[times.best].max())
    begins, ends = civil(first)[0], civil(last)[0]
    years = say_year(begins)
    if begins != ends:
        years = f"{1 - begins if ends <= 0 else years}–{say_year(ends)}"
    return f"{len(events):,} {side} event{'s' if len(events) != 1 else ''}, {years}"
