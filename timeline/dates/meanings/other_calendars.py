"""Dates of other calendars, where the text names them: "11 Safar 1447 AH", "12 Bahman 1357", "25 October (Old Style)".

They are turned into Gregorian days. An Islamic month began with a crescent somebody saw, so a day of it may be off by one.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.values import timex
from timeline.model import Certainty, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, civil, moment

Slots = Mapping[str, Any]

_NAMES: Final = {"hijri": "Islamic", "persian": "Persian", "hebrew": "Jewish", "julian": "Julian"}
# The Gregorian year in which the year 1 began, and how much faster or slower than ours the years run.
_EPOCHS: Final = {"hijri": (622, 354.367), "persian": (622, 365.242), "hebrew": (-3760, 365.247)}
_FIRST_MONTH: Final = {"hebrew": 7}  # the Jewish year begins in Tishri
_DAYS: Final = 32  # more than any month has
_SEEN: Final = {"hijri": 1}  # days by which the crescent may have been seen earlier or later


def foreign(slots: Slots, scene: Scene) -> Reading | None:
    """ "11 Safar 1447 AH", "12 Bahman", "Muharram 61 AH", "1357 SH"."""
    named = slots.get("foreign_month", {})
    calendar = named.get("calendar") or slots["reckoning"]
    year, day = slots.get("year") or slots.get("number"), slots.get("day")
    step = f"a date of the {_NAMES[calendar]} calendar"
    if isinstance(year, float):
        return None
    if year is None:
        return _nearest(scene, calendar, named["month"], day, step)
    span = _span(calendar, int(year), named.get("month"), day)
    return _about(span, calendar, (step,)) if span else None


def lunar(slots: Slots, scene: Scene) -> Reading | None:
    """ "Ramadan", "Eid al-Fitr 2014", "Yom Kippur 1973": a feast or month of another calendar, in one of our years."""
    feast = slots["lunar"]
    calendar, month, day = feast["calendar"], feast["month"], feast.get("day")
    step = f"by the {_NAMES[calendar]} calendar"
    if "year" not in slots:
        return _nearest(scene, calendar, month, day, step)
    spans = (_span(calendar, year, month, day) for year in _years_near(calendar, slots["year"]))
    span = next((span for span in spans if span and span.year == slots["year"]), None)
    return _about(span, calendar, (step,)) if span else None


def styled(slots: Slots, scene: Scene) -> Reading | None:
    """ "25 October 1917 (Old Style)", "O.S. 12 October": a day of the Julian calendar."""
    day = slots["calendar"]
    inner = scene.read(day._replace(slots={**day.slots, **{name: slots[name] for name in ("year",) if name in slots}}))
    if slots["style"] != "julian" or inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return inner
    year, month, number = civil(inner.span.start)[:3]
    start = _gregorian("julian", year, month, number) if year > 0 else None
    if start is None:
        return inner
    span = Span(start, start + MINUTES_A_DAY, Grain.DAY)
    return inner._replace(span=span, value=timex(span), steps=(*inner.steps, "a day of the Julian calendar"))


def _nearest(scene: Scene, calendar: str, month: int, day: int | None, step: str) -> Reading | None:
    """The one nearest to the day told or written; in news the last or the next one where the verb says so."""
    base = scene.year_base
    if base is None:
        return None
    spans = [_span(calendar, year, month, day) for year in _years_near(calendar, base.span.year)]
    tense = scene.tense() if base is scene.written else 0
    found = [span for span in spans if span and (tense == 0 or (span.start - base.span.start) * tense >= 0)]
    if not found:
        return None
    span = min(found, key=lambda span: abs(span.start - base.span.start))
    direction = {-1: "the last before", 0: "the nearest to", 1: "the next after"}[tense]
    reading = _about(span, calendar, (step, f"{direction} {the(base)}"))
    return reading._replace(anchor=base, certainty=Certainty.IMPLIED)


def _about(span: Span, calendar: str, steps: tuple[str, ...]) -> Reading:
    """The reading, approximate where the calendar went by what was seen."""
    month = span.grain is not Grain.YEAR and span.end - span.start > MINUTES_A_DAY
    middle = Span.around((span.start + span.end) // 2, Grain.MONTH if month else span.grain)
    loose = _SEEN.get(calendar, 0) * MINUTES_A_DAY if span.grain is not Grain.YEAR else 0
    around = Span(span.start - loose, span.end + loose, span.grain)
    qualifier = Qualifier.APPROX if loose or month or span.grain is Grain.YEAR else None
    return Reading(around, timex(middle), steps, qualifier=qualifier, lasting=month)


def _span(calendar: str, year: int, month: int | None, day: int | None) -> Span | None:
    """The day, month or year of another calendar on ours; None where it has none such."""
    first = _FIRST_MONTH.get(calendar, 1)
    start = _gregorian(calendar, year, month or first, day or 1)
    if start is None:
        return None
    if day:
        return Span(start, start + MINUTES_A_DAY, Grain.DAY)
    if month is None:
        return Span.around(start, Grain.YEAR)
    ends = (
        _gregorian(calendar, *following, 1) for following in ((year, month + 1), (year, 1), (year + 1, 1), (year + 1, first))
    )
    end = next((end for end in ends if end and 0 < end - start < _DAYS * MINUTES_A_DAY), None)
    return Span(start, end, Grain.DAY) if end else None


def _years_near(calendar: str, year: int) -> tuple[int, ...]:
    """The years of another calendar that a Gregorian year may lie in, or beside."""
    epoch, days = _EPOCHS[calendar]
    middle = int((year - epoch) * 365.2425 / days) + 1
    return tuple(near for near in range(middle - 2, middle + 3) if near > 0)


def _gregorian(calendar: str, year: int, month: int, day: int) -> Moment | None:
    """The moment a day of another calendar begins on ours; None for a day it does not have."""
    # Only texts that name another calendar wait for the library.
    from convertdate import hebrew, islamic, julian, persian

    library = {"hijri": islamic, "persian": persian, "hebrew": hebrew, "julian": julian}[calendar]
    try:
        if not 1 <= day <= library.month_length(year, month):
            return None
        with warnings.catch_warnings():
            # It calls what it has deprecated itself.
            warnings.simplefilter("ignore", DeprecationWarning)
            return moment(*library.to_gregorian(year, month, day))
    except (ValueError, IndexError):
        return None
