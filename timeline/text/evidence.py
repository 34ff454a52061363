"""What the rest of a text tells about a dateline that leaves something out: its year, or which number is the month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from timeline.spans import MINUTES_A_DAY, Span, civil, exists, moment, weekday
from timeline.text.lines import Line
from timeline.text.stamps import month_pattern

_LONGEST_LINE: Final = 250
_SAMPLE: Final = 50_000
_LEAD: Final = 400
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = re.compile(rf"(?<!last )(?<!next )(?<!every )\b({'|'.join(_DAYS)})\b(?! last| next| week)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(a copyright line's years, a month with its year, "14 June", "June 14")"""
    year, month = r"\b(1[5-9]\d\d|2[01]\d\d)", month_pattern()
    shapes = (
        rf"(?:©|\(c\)|\bcopyright\b).{{0,60}}?{year}(?:\s*[-–]\s*(2[01]\d\d))?",
        rf"\b{month}\b\.?(?:\s+\d{{1,2}},)?\s+{year}\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{month}\b",
        rf"\b{month}\b\.?\s+\d{{1,2}}(?!\d)",
    )
    owned, told, day_then_month, month_then_day = (re.compile(shape, re.IGNORECASE) for shape in shapes)
    return owned, told, day_then_month, month_then_day


def year_told(text: str, lines: Sequence[Line]) -> int | None:
    """The year of the copyright line, else the latest year named with a month."""
    owned, told, *_ = _patterns()
    for line in lines:
        years = owned.search(line.text[:_LONGEST_LINE])
        if years:
            return int(years[2] or years[1])
    return max(map(int, told.findall(text[:_SAMPLE])), default=None)


def day_first(text: str) -> bool | None:
    """Whether the text's own spelled dates put the day first ("14 June") or the month ("June 14"); None when none do."""
    *_, day_then_month, month_then_day = _patterns()
    sample = text[:_SAMPLE]
    first, last = len(day_then_month.findall(sample)), len(month_then_day.findall(sample))
    return None if first == last else first > last


def year_by_weekday(text: str, after: int, day: Span, years: Iterable[int]) -> int | None:
    """The first of some years in which the weekday a report opens with is the day of its dateline, or the day before.

    "Geneva, 6 June - The committee on Thursday accused": 2024, not 2023. None when it names no weekday or no year fits.
    """
    named = _WEEKDAY.search(text, after, after + _LEAD)
    if named is None:
        return None
    named_day = _DAYS.index(named[1].lower())
    _, month, number, *_ = civil(day.start)
    for year in years:
        if exists(year, month, number):
            filed = moment(year, month, number)
            if named_day in {weekday(filed), weekday(filed - MINUTES_A_DAY)}:
                return year
    return None
