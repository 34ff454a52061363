"""The axis: lines and labels at any span from hours to millennia, in two rows, with the years BC as people write them.

The lower row holds the steps (12:00, Mon 5, 12, May, 1982, 480 BC), the upper one the larger unit they lie in (4 May 1982,
April 1982, 1982). No plotting library is asked: theirs speak astronomical years (0000 for 1 BC) and drop early ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from timeline.figure.lettering import width
from timeline.figure.picture import Tick
from timeline.spans import EARLIEST, LATEST, Grain, Moment, civil, floor, moment, shift, weekday
from timeline.wording import MONTHS, say_year

SIZE: Final = 11.0
_GAP: Final = 20.0
_WIDEST_ABOVE: Final = {Grain.DAY: "Wed 30 September 1982", Grain.MONTH: "September 1982", Grain.YEAR: "1982 BC"}

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class _Step:
    """A distance between ticks: `count` grains, and the larger unit named above them."""

    grain: Grain
    count: int
    above: Grain | None
    label: Callable[[Moment], str]
    widest: str

    def minutes(self) -> float:
        return (shift(0, 400, self.grain)) / 400 * self.count if self.grain >= Grain.MONTH else shift(0, self.count, self.grain)


def _clock(at: Moment) -> str:
    _, _, _, hour, minute = civil(at)
    return f"{hour:02d}:{minute:02d}"


def _day(at: Moment) -> str:
    return str(civil(at)[2])


def _named_day(at: Moment) -> str:
    return f"{_DAYS[weekday(at)]} {civil(at)[2]}"


def _month(at: Moment) -> str:
    return MONTHS[civil(at)[1] - 1][:3]


def _full_month(at: Moment) -> str:
    return MONTHS[civil(at)[1] - 1]


def _year(at: Moment) -> str:
    return say_year(civil(at)[0])


_STEPS: Final = (
    *(_Step(Grain.MINUTE, count, Grain.DAY, _clock, "00:00") for count in (1, 5, 15, 30)),
    *(_Step(Grain.HOUR, count, Grain.DAY, _clock, "00:00") for count in (1, 3, 6, 12)),
    _Step(Grain.DAY, 1, Grain.MONTH, _named_day, "Wed 30"),
    _Step(Grain.DAY, 1, Grain.MONTH, _day, "30"),
    _Step(Grain.WEEK, 1, Grain.MONTH, _day, "30"),
    _Step(Grain.MONTH, 1, Grain.YEAR, _full_month, "September"),
    *(_Step(Grain.MONTH, count, Grain.YEAR, _month, "May") for count in (1, 3, 6)),
    *(_Step(Grain.YEAR, count, None, _year, "480 BC") for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)


def ticks(start: Moment, end: Moment, room: float) -> tuple[Tick, ...]:
    """The ticks from `start` to `end` on `room` pixels, in the order of time.

    A `strong` tick names the larger unit; a `pinned` one names the unit the view begins in, at its left edge.
    """
    scale = room / (end - start)
    step = next((step for step in _STEPS if _has_room(step, scale)), _STEPS[-1])
    if step.above is None:
        return tuple(_year_ticks(start, end, step, scale))
    strong = list(_above(start, end, step.above, scale))
    begins = [tick.at for tick in strong if not tick.pinned]
    fine = [_fine(at, step, begins, end, scale) for at in _places(start, end, step)]
    return tuple(sorted((*fine, *strong), key=lambda tick: (tick.at, tick.strong)))


def _has_room(step: _Step, scale: float) -> bool:
    """Whether a step's labels stand well apart, and the larger unit's name fits over it in full."""
    if step.minutes() * scale < width(step.widest, SIZE) + _GAP:
        return False
    if step.above is None:
        return True
    return shift(0, 400, step.above) / 400 * scale >= width(_WIDEST_ABOVE[step.above], SIZE, bold=True) + _GAP / 2


def _fine(at: Moment, step: _Step, begins: list[Moment], end: Moment, scale: float) -> Tick:
    """A tick of the lower row, unlabelled where its label would run over the next strong line or out of the picture."""
    room = min((after for after in [*begins, end] if after > at), default=end) - at
    label = step.label(at)
    return Tick(at, label if room * scale >= width(label, SIZE) + 6 else "")


def _year_ticks(start: Moment, end: Moment, step: _Step, scale: float) -> Iterator[Tick]:
    """Years alone in one row; round ones (decades, centuries, millennia) stand out."""
    larger = next((size for size in (10, 100, 1000) if size > step.count), 10000)
    for at in _places(start, end, step):
        year = civil(at)[0]
        round_year = (1 - year if year <= 0 else year) % larger == 0 or year == 1
        yield Tick(at, _fine(at, step, [], end, scale).label, strong=round_year)


def _places(start: Moment, end: Moment, step: _Step) -> Iterator[Moment]:
    if step.grain == Grain.YEAR:
        yield from _years(start, end, step.count)
        return
    unit = {Grain.MINUTE: Grain.HOUR, Grain.HOUR: Grain.DAY, Grain.MONTH: Grain.YEAR}.get(step.grain, step.grain)
    at = floor(start, unit)
    while at < end:
        if at >= start:
            yield at
        at = shift(at, step.count, step.grain)


def _years(start: Moment, end: Moment, count: int) -> Iterator[Moment]:
    """Round years in both eras: 490 BC, 480 BC … 10 BC, AD 1, AD 10; there is no year 0 to land on."""
    for year in range(civil(start)[0], civil(min(end, LATEST - 1))[0] + 1):
        if ((1 - year if year <= 0 else year) % count == 0 or (year == 1 and count > 1)) and start <= moment(year) < end:
            yield moment(year)


def _above(start: Moment, end: Moment, grain: Grain, scale: float) -> Iterator[Tick]:
    """The larger units: each named in full the first time, and again only by what changed."""
    at = floor(max(start, EARLIEST), grain)
    named: tuple[int, ...] = ()
    while at < end:
        after = shift(at, 1, grain)
        label, parts = _name(at, grain, named)
        begins = max(at, start)
        fits = (min(after, end) - begins) * scale >= width(label, SIZE, bold=True) + _GAP / 2
        if fits:
            named = parts
        if at >= start or fits:
            yield Tick(begins, label if fits else "", strong=True, upper=True, pinned=at < start, full=_name(at, grain, ())[0])
        at = after


def _name(at: Moment, grain: Grain, named: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    year, month, day = civil(at)[:3]
    if grain == Grain.YEAR:
        return say_year(year), (year,)
    month_name = MONTHS[month - 1]
    if grain == Grain.MONTH:
        return (month_name if named[:1] == (year,) else f"{month_name} {say_year(year)}"), (year, month)
    return f"{_DAYS[weekday(at)]} {day} {month_name}" + ("" if named[:1] == (year,) else f" {say_year(year)}"), (year, month)
