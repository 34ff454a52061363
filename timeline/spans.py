"""Calendar arithmetic on the proleptic Gregorian calendar, 9999 BC to AD 9999, down to the minute.

A moment is an integer: minutes since 1970-01-01T00:00 on the clock of the text. Integers compare, subtract, store and plot
without the limits of `datetime` (year 1) or of nanosecond timestamps (1677). Years are astronomical: 0 is 1 BC, -479 is 480 BC.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.choices import quick

Moment = int

MINUTES_A_DAY: Final = 1440


@quick
class Grain(IntEnum):
    """How finely a date is known, from the finest to the coarsest."""

    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    HALF = 9
    YEAR = 10
    DECADE = 11
    CENTURY = 12
    MILLENNIUM = 13

    @property
    def word(self) -> str:
        """The grain as a reader would say it: 'day', 'part of day', 'decade'."""
        return _WORDS[self]


_WORDS: Final = {grain: grain.name.lower().replace("_", " ") for grain in Grain}
_MONTHS_IN: Final = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
    Grain.MILLENNIUM: 12000,
}
_MINUTES_IN: Final = {
    Grain.MINUTE: 1,
    Grain.HOUR: 60,
    Grain.PART_OF_DAY: 360,
    Grain.DAY: MINUTES_A_DAY,
    Grain.WEEK: 7 * MINUTES_A_DAY,
}
_DAYS_IN_MONTH: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


_NAMED: Final = (Grain.YEAR, Grain.MONTH, Grain.DAY, Grain.HOUR, Grain.MINUTE)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day: 29 February 1900 does not exist."""
    return -9998 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


@lru_cache(maxsize=1 << 14)
def moment(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> Moment:
    """The moment a civil date begins; `month` may run past 12 and `day` past the month's end."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    # Days from civil after Hinnant: years begin in March, so the leap day comes last.
    shifted = year - (month <= 2)
    era = shifted // 400
    year_of_era = shifted - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return (era * 146097 + day_of_era - 719468) * MINUTES_A_DAY + hour * 60 + minute


@lru_cache(maxsize=1 << 14)
def civil(at: Moment) -> tuple[int, int, int, int, int]:
    """(year, month, day, hour, minute) of a moment."""
    days, minutes = divmod(at, MINUTES_A_DAY)
    days += 719468
    era = days // 146097
    day_of_era = days - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + (3 if shifted_month < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day, minutes // 60, minutes % 60


EARLIEST: Final[Moment] = moment(-9998)
LATEST: Final[Moment] = moment(10000)


def weekday(at: Moment) -> int:
    """0 for Monday to 6 for Sunday."""
    return (at // MINUTES_A_DAY + 3) % 7


def iso_week(at: Moment) -> tuple[int, int]:
    """(ISO year, ISO week) of a moment."""
    thursday = floor(at, Grain.DAY) + (3 - weekday(at)) * MINUTES_A_DAY
    year = civil(thursday)[0]
    return year, (thursday - moment(year)) // (7 * MINUTES_A_DAY) + 1


def shift(at: Moment, count: int, grain: Grain) -> Moment:
    """`count` grains later (earlier when negative); 31 January plus a month is the last of February."""
    minutes = _MINUTES_IN.get(grain)
    if minutes is not None:
        return at + count * minutes
    year, month, day, hour, minute = civil(at)
    months = year * 12 + month - 1 + count * _MONTHS_IN[grain]
    year, month = months // 12, months % 12 + 1
    return moment(year, month, min(day, days_in_month(year, month)), hour, minute)


def floor(at: Moment, grain: Grain) -> Moment:
    """The start of the grain a moment lies in: weeks begin on Monday, seasons in March, June, September, December.

    Centuries and decades are those of the numerals (the 1900s, the 1940s); before year 1 they run the same way on
    astronomical years.
    """
    size = _MINUTES_IN.get(grain)
    if size is not None:
        return at - at % size if size <= MINUTES_A_DAY else at - at % MINUTES_A_DAY - weekday(at) * MINUTES_A_DAY
    year, month = civil(at)[:2]
    if grain == Grain.SEASON:
        return moment(year, month - month % 3)
    if grain <= Grain.HALF:
        size = _MONTHS_IN[grain]
        return moment(year, (month - 1) // size * size + 1)
    size = _MONTHS_IN[grain] // 12
    return moment(year // size * size)


class _Stretch(NamedTuple):
    start: Moment
    end: Moment
    grain: Grain


class Span(_Stretch):
    """A half-open stretch of time: `start` is in it, `end` is not. `grain` says how finely its ends are known.

    `EARLIEST` as start or `LATEST` as end means that this side is open ("before 1942").
    """

    __slots__ = ()

    def __new__(cls, start: Moment, end: Moment, grain: Grain) -> Span:
        if end <= start:
            raise ValueError(f"a span must end after it starts: {iso(start)} to {iso(end)}")
        return tuple.__new__(cls, (start, end, grain))

    @classmethod
    @lru_cache(maxsize=1 << 13)
    def of(
        cls,
        year: int,
        month: int | None = None,
        day: int | None = None,
        hour: int | None = None,
        minute: int | None = None,
    ) -> Span:
        """The year, month, day, hour or minute named: `Span.of(1942, 10)` is October 1942."""
        grain = _NAMED[4 - (month, day, hour, minute).count(None)]
        start = moment(year, month or 1, day or 1, hour or 0, minute or 0)
        if day is not None:
            return cls(start, start + _MINUTES_IN[grain], grain)
        return cls(start, moment(year + 1) if month is None else moment(year, month + 1), grain)

    @classmethod
    @lru_cache(maxsize=1 << 13)
    def around(cls, at: Moment, grain: Grain) -> Span:
        """The whole grain a moment lies in."""
        start = floor(at, grain)
        return cls(start, shift(start, 1, grain), grain)

    @property
    def open_start(self) -> bool:
        return self.start <= EARLIEST

    @property
    def open_end(self) -> bool:
        return self.end >= LATEST

    @property
    def year(self) -> int:
        """The astronomical year the span starts in."""
        return civil(self.start)[0]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        return other.start <= self.start and self.end <= other.end

    def earliest(self) -> str | None:
        """The first moment the event may fall on, as ISO 8601; None when this side is open."""
        return None if self.open_start else iso(self.start, self.grain < Grain.DAY)

    def latest(self) -> str | None:
        """The last moment the event may fall on, included, as ISO 8601; None when this side is open."""
        return None if self.open_end else iso(self.end - 1, self.grain < Grain.DAY)


def unit_of(span: Span) -> Grain | None:
    """Day, month or year where the span is exactly one of them, else None."""
    days, minutes = divmod(span.end - span.start, MINUTES_A_DAY)
    year, month, day, hour, minute = civil(span.start)
    if minutes or hour or minute:
        return None
    if days == 1:
        return Grain.DAY
    if day == 1 and days == days_in_month(year, month):
        return Grain.MONTH
    return Grain.YEAR if month == day == 1 and days == 365 + is_leap(year) else None


def third(span: Span, which: int) -> Span:
    """The first (0), middle (1) or last (2) third of a span longer than a day, cut between its days, months or years."""
    grain = Grain.YEAR if span.grain > Grain.YEAR else Grain.MONTH if span.grain > Grain.MONTH else Grain.DAY
    days = {Grain.DAY: 1.0, Grain.MONTH: 30.44, Grain.YEAR: 365.25}[grain]
    part = max(1, round((span.end - span.start) / (days * MINUTES_A_DAY) / 3))
    if shift(span.start, 2 * part, grain) >= span.end:
        return span
    first, last = shift(span.start, part, grain), shift(span.end, -part, grain)
    start, end = ((span.start, first), (first, last), (last, span.end))[which]
    return Span(start, end, span.grain)


@lru_cache(maxsize=1 << 13)
def iso(at: Moment, with_time: bool = False) -> str:
    """ISO 8601 with a signed four-digit astronomical year: `1942-10-12`, `-0479-09-20`, `2026-03-07T06:29`."""
    year, month, day, hour, minute = civil(at)
    date = f"{iso_year(year)}-{month:02d}-{day:02d}"
    return f"{date}T{hour:02d}:{minute:02d}" if with_time else date


def iso_year(year: int) -> str:
    """Four digits, with a minus before year 0: `0045`, `-0479`."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


_ISO: Final = re.compile(r"([+-]?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d))?(?::\d\d(?:\.\d+)?)?)?)?)?")


def parse_iso(text: str) -> Span:
    """The span an ISO 8601 date names: a year, month, day, hour or minute; an offset must be taken off before.

    Raises ValueError for anything else, or for a day the calendar does not have.
    """
    matched = _ISO.fullmatch(text.strip())
    if not matched:
        raise ValueError(f"not an ISO 8601 date: {text!r}")
    year, month, day, hour, minute = (None if part is None else int(part) for part in matched.groups())
    if not exists(year or 0, 1 if month is None else month, 1 if day is None else day):
        raise ValueError(f"no such day in the calendar: {text!r}")
    if (hour or 0) > 23 or (minute or 0) > 59:
        raise ValueError(f"no such time of day: {text!r}")
    return Span.of(year or 0, month, day, hour, minute)
