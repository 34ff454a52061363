"""The axis counted from an event: hours, days or years before and after it, in place of dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline.figure.encodings import placed
from timeline.figure.lettering import plain, width
from timeline.figure.picture import Tick
from timeline.figure.ticks import SIZE
from timeline.model import Event
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, Span, civil, shift
from timeline.wording import say_span

_GAP: Final = 20.0
_STEPS: Final = (
    *((Grain.MINUTE, count, "min") for count in (1, 5, 15, 30)),
    *((Grain.HOUR, count, "h") for count in (1, 3, 6, 12)),
    *((Grain.DAY, count, "d") for count in (1, 2, 5, 10, 20, 50, 100, 200)),
    *((Grain.YEAR, count, "y") for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
_MOST_MONTHS: Final = 24
_WORDS: Final = {"min": "Minutes", "h": "Hours", "d": "Days", "y": "Years"}


@dataclass(frozen=True, slots=True)
class Origin:
    """What is counted from: the moment the event's date begins, that date in words, the event's title, and its grain."""

    at: Moment
    date: str
    title: str
    grain: Grain = Grain.DAY


def origin_of(event: Event | None) -> Origin | None:
    """The origin an event makes; None for one without a beginning: undated, or open to the past."""
    spans = placed(event) if event else []
    if not event or not spans:
        return None
    return Origin(spans[0].start, say_span(spans[0]), plain(event.title), spans[0].grain)


def since(origin: Origin, at: Moment) -> str:
    """How long before or after the origin a moment is, in whole days or, over two years, in years: "+12 days", "−1 day"."""
    days = (at - origin.at) // MINUTES_A_DAY
    if abs(days) > 730:
        count, unit = _years_between(origin.at, at), "year"
    else:
        count, unit = days, "day"
    return f"{_signed(count)} {unit}{'' if abs(count) == 1 else 's'}" if count else "the same day"


def since_span(origin: Origin, span: Span) -> str:
    """How long before or after the origin a date is, as well as both are known: of a year no days are told, "−1 year"."""
    grain = max(origin.grain, span.grain)
    if grain <= Grain.DAY:
        return since(origin, span.start)
    (year, month, *_), (from_year, from_month, *_) = civil(span.start), civil(origin.at)
    count, unit = year - from_year, "year"
    months = count * 12 + month - from_month
    if grain < Grain.YEAR and abs(months) <= _MOST_MONTHS:
        count, unit = months, "month"
    return f"{_signed(count)} {unit}{'' if abs(count) == 1 else 's'}" if count else f"the same {unit}"


def relative_ticks(start: Moment, end: Moment, room: float, origin: Origin) -> tuple[Tick, ...]:
    """The ticks from `start` to `end` on `room` pixels; a pinned one says what they count, in the row above."""
    scale = room / (end - start)
    farthest = max(abs(start - origin.at), abs(end - origin.at))
    grain, count, unit = next((step for step in _STEPS if _has_room(step, scale, farthest)), _STEPS[-1])
    said = f"{_WORDS[unit]} before and after {origin.date}"
    head = Tick(start, said, strong=True, upper=True, pinned=True, full=said)
    return (head, *_fine(start, end, scale, origin.at, grain, count, unit))


def _fine(start: Moment, end: Moment, scale: float, origin: Moment, grain: Grain, count: int, unit: str) -> Iterator[Tick]:
    step = shift(0, 400, grain) / 400 * count
    first = int((start - origin) // step) - 1
    for number in range(first, int((end - origin) // step) + 2):
        if not EARLIEST < origin + number * step < LATEST:
            continue
        at = shift(origin, number * count, grain)
        if start <= at < end:
            label = f"{_signed(number * count)} {unit}" if number else "0"
            fits = (end - at) * scale >= width(label, SIZE) + 6
            yield Tick(at, label if fits else "", strong=number == 0)


def _has_room(step: tuple[Grain, int, str], scale: float, farthest: Moment) -> bool:
    grain, count, unit = step
    length = shift(0, 400, grain) / 400 * count
    widest = f"{_signed(int(farthest // length) * count)} {unit}"
    return length * scale >= width(widest, SIZE) + _GAP


def _signed(count: int) -> str:
    return f"+{count:,}" if count > 0 else f"−{-count:,}" if count else "0"


def _years_between(one: Moment, other: Moment) -> int:
    """Whole years from one moment to another, negative towards the past."""
    first, last = sorted((one, other))
    years = civil(last)[0] - civil(first)[0]
    if shift(first, years, Grain.YEAR) > last:
        years -= 1
    return years if other >= one else -years
