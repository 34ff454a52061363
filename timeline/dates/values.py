"""A span written as a TIMEX3 value, as EDTF, and as a reader would say it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.model import Qualifier
from timeline.spans import (
    MINUTES_A_DAY,
    Grain,
    Moment,
    Span,
    civil,
    floor,
    iso,
    iso_week,
    iso_year,
    moment,
    shift,
    unit_of,
    weekday,
)
from timeline.wording import say_span

GRAINS: Final = {
    "second": Grain.MINUTE,
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
# How many years, weeks or minutes a unit is that is counted in those.
MULTIPLES: Final = {"second": 1 / 60, "fortnight": 2, "decade": 10, "century": 100}
SEASONS: Final = {3: ("SP", 21, "spring"), 6: ("SU", 22, "summer"), 9: ("FA", 23, "autumn"), 12: ("WI", 24, "winter")}
DAYPARTS: Final = {
    "MO": (6, 12, "morning"),
    "MI": (11, 13, "midday"),
    "AF": (12, 18, "afternoon"),
    "EV": (18, 24, "evening"),
    "NI": (20, 28, "night"),
}
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@lru_cache(maxsize=1 << 12)
def timex(span: Span) -> str:
    """The TIMEX3 value of a whole grain: `1942-10-12`, `1942-10`, `194`, `19`, `BC0480`, `1941-SP`, `2026-W10`."""
    year, month, _, hour, minute = civil(span.start)
    match span.grain:
        case Grain.MINUTE:
            return f"{timex_day(span.start)}T{hour:02d}:{minute:02d}"
        case Grain.HOUR:
            return f"{timex_day(span.start)}T{hour:02d}"
        case Grain.PART_OF_DAY:
            return f"{timex_day(span.start)}T{_daypart(span)}"
        case Grain.DAY:
            return timex_day(span.start)
        case Grain.WEEK:
            return "{}-W{:02d}".format(*iso_week(span.start))
        case Grain.MONTH:
            return f"{timex_year(year)}-{month:02d}"
        case Grain.QUARTER:
            return f"{timex_year(year)}-Q{(month + 2) // 3}"
        case Grain.SEASON:
            return f"{timex_year(year)}-{SEASONS[month][0]}"
        case Grain.HALF:
            return f"{timex_year(year)}-H{(month + 5) // 6}"
        case Grain.YEAR:
            return timex_year(year)
        case Grain.DECADE:
            return timex_year(year)[:-1]
        case Grain.CENTURY:
            return timex_year(year)[:-2]
    return timex_year(year)[:-3]


def whole(at: Moment, grain: Grain) -> Span:
    """The whole grain a moment lies in; before Christ decades and centuries go by the numerals: the 470s are 479 to 470 BC."""
    year = civil(at)[0]
    if year > 0 or grain <= Grain.YEAR:
        return Span.around(at, grain)
    size = {Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain, 1000)
    last = (1 - year) // size * size
    return Span(moment(2 - last - size), moment(min(2 - last, 1)), grain)


def named(span: Span) -> Span:
    """The span, or the whole of its grain where it is only a part that has no name of its own: the year of "early 1943"."""
    if span.grain is Grain.PART_OF_DAY:
        return whole(span.start, Grain.DAY) if _daypart(span).isdigit() else span
    return whole(span.start, span.grain)


def timex_year(year: int) -> str:
    """`1942`, or `BC0480` for the astronomical year -479."""
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


def timex_day(at: Moment) -> str:
    year, month, day = civil(at)[:3]
    return f"{timex_year(year)}-{month:02d}-{day:02d}"


def _daypart(span: Span) -> str:
    hour, length = civil(span.start)[3], (span.end - span.start) // 60
    for name, (start, end, _) in DAYPARTS.items():
        if (start, end - start) == (hour, length):
            return name
    return f"{hour:02d}"


@lru_cache(maxsize=1 << 12)
def edtf(span: Span, *, lasting: bool = False, qualifier: Qualifier | None = None, offset: int | None = None) -> str:
    """EDTF (ISO 8601-2): one grain where the span is one, an interval when it lasts, else a set of which it is one day."""
    if span.open_start or span.open_end:
        return _open(span, lasting)
    if is_whole(span):
        zone = "" if offset is None or span.grain > Grain.HOUR else zone_of(offset)
        return _whole(span) + zone + ("~" if qualifier is Qualifier.APPROX else "")
    first, last = _edge(span.start, span), _edge(span.end - 1, span)
    if first == last:
        return first
    return f"{first}/{last}" if lasting else f"[{first}..{last}]"


def zone_of(offset: int) -> str:
    """Minutes east of UTC as ISO 8601: "Z", "+05:30"."""
    hours, minutes = divmod(abs(offset), 60)
    return "Z" if offset == 0 else f"{'+-'[offset < 0]}{hours:02d}:{minutes:02d}"


def zone_said(offset: int | None) -> str:
    """Minutes east of UTC as TIMEX3 values end: "Z", "-05", "+05:30", "" where not known."""
    return "" if offset is None else zone_of(offset).removesuffix(":00")


def is_whole(span: Span) -> bool:
    """Whether the span is exactly one grain that EDTF can write."""
    if span.grain in (Grain.WEEK, Grain.MILLENNIUM) or (span.grain > Grain.YEAR and span.year < 1):
        return False
    if span.grain is Grain.PART_OF_DAY:
        return True
    if span.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        return unit_of(span) is span.grain
    return span.start == floor(span.start, span.grain) and span.end == shift(span.start, 1, span.grain)


def _whole(span: Span) -> str:
    year, month, *_ = civil(span.start)
    match span.grain:
        case Grain.MINUTE | Grain.HOUR:
            return iso(span.start, True) + ":00"
        case Grain.PART_OF_DAY | Grain.DAY:
            return iso(span.start)
        case Grain.MONTH:
            return f"{iso_year(year)}-{month:02d}"
        case Grain.QUARTER:
            return f"{iso_year(year)}-{33 + (month - 1) // 3}"
        case Grain.SEASON:
            return f"{iso_year(year)}-{SEASONS[month][1]}"
        case Grain.HALF:
            return f"{iso_year(year)}-{40 + (month - 1) // 6}"
        case Grain.DECADE:
            return iso_year(year)[:-1] + "X"
        case Grain.CENTURY:
            return iso_year(year)[:-2] + "XX"
    return iso_year(year)


def _edge(at: Moment, span: Span) -> str:
    year, month = civil(at)[:2]
    if span.start == Span.around(span.start, Grain.YEAR).start and span.end == Span.around(span.end - 1, Grain.YEAR).end:
        return iso_year(year)
    if span.start == Span.around(span.start, Grain.MONTH).start and span.end == Span.around(span.end - 1, Grain.MONTH).end:
        return f"{iso_year(year)}-{month:02d}"
    return iso(at, span.grain < Grain.PART_OF_DAY) + (":00" if span.grain < Grain.PART_OF_DAY else "")


def _open(span: Span, lasting: bool) -> str:
    """The end that is known as finely as the span is: the year before 1942 is 1941, the day before 9 May 8 May."""
    known = _known(span.end - 1 if span.open_start else span.start, span.grain)
    if lasting:
        return f"../{known}" if span.open_start else f"{known}/.."
    return f"[..{known}]" if span.open_start else f"[{known}..]"


def _known(at: Moment, grain: Grain) -> str:
    year, month = civil(at)[:2]
    if grain >= Grain.YEAR:
        return iso_year(year)
    if grain >= Grain.MONTH:
        return f"{iso_year(year)}-{month:02d}"
    return iso(at, grain < Grain.PART_OF_DAY) + (":00" if grain < Grain.PART_OF_DAY else "")


@lru_cache(maxsize=1 << 12)
def said(span: Span) -> str:
    """The span as the derivation says it: "Fri 6 Mar 2026", "October 1942", "5–9 May 1982"."""
    name = say_span(span, lasting=True, short=span.grain <= Grain.DAY)
    is_day = span.grain is Grain.DAY and span.end - span.start == MINUTES_A_DAY and span.start % MINUTES_A_DAY == 0
    return f"{_WEEKDAYS[weekday(span.start)]} {name}" if is_day else name


_LENGTH: Final = re.compile(r"P(T?)([\d.]+|X)(DE|CE|[SMHDWQY])")
UNITS: Final = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year",
    "DE": "decade", "CE": "century",
}  # fmt: skip


def said_length(value: str, *, rate: bool = False) -> str:
    """A TIMEX3 length as the derivation says it: "3 days", "some weeks", a rate "every day"; "" for a value that is neither."""
    matched = _LENGTH.fullmatch(value)
    if matched is None:
        return ""
    length = counted_units(matched[2].replace("X", "some"), UNITS[matched[1] + matched[3]])
    return f"every {length.removeprefix('1 ')}" if rate else length


def counted_units(number: str, unit: str) -> str:
    """ "3 weeks", "1 year", "some centuries"."""
    if number == "1":
        return f"1 {unit}"
    return f"{number} {unit[:-1]}ies" if unit.endswith("y") and unit != "day" else f"{number} {unit}s"
