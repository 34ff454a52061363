"""Dates as datelines print them: their shapes as patterns, their reading by dateparser.

A stamp is a date with, perhaps, a time and a zone: "Mar 07, 2026, 06:29 AM IST", "14:05 GMT, 12 May 2014", "June 14".
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from timeline.resources import DATA
from timeline.spans import Span, exists
from timeline.text.zones import month_first, zone_names, zone_offset

_YEAR: Final = r"(?P<year>1[0-9]\d\d|2[01]\d\d)"
_CENTURY_TURNS: Final = 70  # "MAR 22" is 2022, "MAR 82" 1982
_SUFFIX: Final = r"(?:st|nd|rd|th|er|º|\.)?"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date read from text[start:end]; `span` is its day, or its minute when a time is printed."""

    start: int
    end: int
    span: Span
    zone: str | None = None
    offset: int | None = None


@lru_cache(maxsize=1)
def words() -> Any:
    """The tables of data/datelines.toml."""
    return tomllib.loads((DATA / "datelines.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def month_pattern() -> str:
    """A pattern for the name of a month in any of the languages known."""
    return any_of(words()["dates"]["months"])


def any_of(phrases: list[str] | tuple[str, ...]) -> str:
    """A pattern for any of these phrases, the longest first, with any white space between their words."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


def _named(pattern: str, prefix: str) -> str:
    """The pattern with its groups renamed, so that several alternatives can stand in one expression."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<{prefix}_\1>", pattern)


@lru_cache(maxsize=1)
def stamp_pattern() -> str:
    """A pattern for one stamp, for building into larger ones; its groups are read by `read_stamp`."""
    dates = words()["dates"]
    month, weekday = any_of(dates["months"]), any_of(dates["weekdays"])
    day = rf"(?P<day>[0-3]?\d){_SUFFIX}"
    shapes = {
        # A message's date-time group: "141530Z MAR 22".
        "dtg": rf"(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?P<zone>Z)\s?(?P<month>{month})"
        r"\s?(?P<year>[12]\d\d\d|\d\d)(?!\d)",
        "dmy": rf"{day}[\s\-]*(?:of|de|di|d')?\s*(?P<month>{month})\b\.?(?:[,\s\-]\s*(?:de|del)?\s*{_YEAR}(?!\d))?",
        "mdy": rf"(?P<month>{month})\b\.?\s*{day}(?!\d)(?:[,\s]\s*{_YEAR}(?!\d))?",
        "iso": rf"{_YEAR}[\-/.](?P<month>[01]\d)[\-/.](?P<day>[0-3]\d)(?!\d)",
        "num": rf"(?P<day>[0-3]?\d)[./\-](?P<month>[0-3]?\d)[./\-]{_YEAR}(?!\d)",
        "cjk": rf"{_YEAR}\s*年\s*(?P<month>[01]?\d)\s*月\s*(?P<day>[0-3]?\d)\s*日",
    }
    date = "|".join(_named(shape, name) for name, shape in shapes.items())
    date = rf"(?:(?:le|den|el)\s+)?(?:{weekday}\b\.?,?\s+)?(?:the\s+)?(?:{date})(?:,?\s+{weekday}\b)?"
    zone = rf"\(?(?P<zone>(?:{any_of(zone_names())}\b)?(?:\s?[+\-−]\d{{1,2}}(?::?\d\d)?)?)\)?(?:\s+local\s+time)?"
    hour = rf"(?:\s*{any_of(dates['after_hour'])}\b)?"
    clock = rf"(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?{hour}\s*{zone}"
    whole = rf"(?P<hour>[01]?\d)\s*(?P<half>[ap]\.?m\b\.?)\s*{zone}"
    military = rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s*(?:hrs|hours|h|(?=[A-Z]))\s*{zone}"
    lead_in = r"(?:last\s+)?updated\s+at|at|um|à|@"
    times = {"clock": clock, "whole": whole, "military": military}
    after = "|".join(_named(shape, f"after_{name}") for name, shape in times.items())
    before = "|".join(_named(shape, f"before_{name}") for name, shape in times.items())
    return rf"(?:(?:{before})\s*,?\s*(?:on\s+|uhr,?\s+)?)?(?:{date})(?:(?:T|\s*[,\-–—|]?\s*(?:{lead_in})?\s*)(?:{after}))?"


def read_stamp(match: re.Match[str], language: str, year: int | None, day_first: bool | None) -> Stamp | None:
    """The stamp a match of `stamp_pattern` holds; None when its words are no date.

    `year` fills in one that is not printed; `day_first` decides 3/7/2026 where neither number does.
    """
    parts = {name.rsplit("_", 1)[-1]: value for name, value in match.groupdict().items() if value and "_" in name}
    zone = (parts.get("zone") or "").strip() or None
    day = _day(match, parts, language, year, day_first if zone is None or not month_first(zone) else False)
    if day is None:
        return None
    start = match.start("stamp")
    end = start + len(match["stamp"].rstrip(" \t,("))
    time = _time(parts)
    if time is None:
        return Stamp(start, end, Span.of(*day))
    span = Span.of(*day, *time)
    return Stamp(start, end, span, zone, zone_offset(zone, span.start) if zone else None)


def _time(parts: dict[str, str]) -> tuple[int, ...] | None:
    """(hour, minute) or (hour,) as printed; None without a time, or with one no clock shows."""
    if "hour" not in parts:
        return None
    hour, half = int(parts["hour"]), parts.get("half", "").lower()
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return None
    return (hour, int(parts["minute"])) if "minute" in parts else (hour,)


def _day(
    match: re.Match[str], parts: dict[str, str], language: str, year: int | None, day_first: bool | None
) -> tuple[int, int, int] | None:
    """(year, month, day) of the date's words."""
    printed = int(parts["year"]) if "year" in parts else year
    if printed is None:
        return None
    if len(parts.get("year", "")) == 2:
        printed += 2000 if printed < _CENTURY_TURNS else 1900
    day, word = int(parts["day"]), parts["month"].lower()
    number = int(word) if word.isdigit() else _month(word, language)
    if number is None:
        return None
    if match.groupdict().get("num_day"):
        # With points between them the day comes first wherever such dates are written.
        if number > 12 or (day_first is False and day <= 12):
            day, number = number, day
        elif day_first is None and "." not in match["stamp"] and day <= 12 and day != number:
            return None
    return (printed, number, day) if exists(printed, number, day) else None


@lru_cache(maxsize=512)
def _month(word: str, language: str) -> int | None:
    """1 to 12, as dateparser reads the name of a month in this language, else in English; None when it cannot.

    Only the name is asked for, and once: dateparser takes a millisecond, and there is a dateline in every report.
    """
    for one in dict.fromkeys((language, "en")):
        found = _parser(one).get_date_data(f"1 {word} 2000").date_obj
        if found:
            return int(found.month)
    return None


@lru_cache(maxsize=32)
def _parser(language: str) -> Any:
    """dateparser for one language, or for English when it does not know it; loaded only when a date is to be read."""
    from datetime import datetime

    from dateparser.date import DateDataParser

    # The base is fixed, so that nothing depends on today; the three parts are required, so it is never used either.
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "RELATIVE_BASE": datetime(2000, 1, 1)}
    try:
        return DateDataParser(languages=[language], settings=settings)
    except ValueError:
        return DateDataParser(languages=["en"], settings=settings)
