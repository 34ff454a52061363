"""Days with a name: "Christmas 2007", "Thanksgiving", "D-Day", "Good Friday 1998", "Orthodox Easter"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.meanings.calendar_dates import calendar
from timeline.dates.scene import Reading, Scene
from timeline.dates.values import timex
from timeline.dates.which_year import which_year
from timeline.spans import MINUTES_A_DAY, Grain, Span, days_in_month, moment, parse_iso, shift, weekday

Slots = Mapping[str, Any]

_FIRST_EASTER: Final = 326  # the council of Nicaea; the Gregorian reckoning runs from 1583
_LAST_EASTER: Final = 4099


def holiday(slots: Slots, scene: Scene) -> Reading | None:
    """ "Christmas 2007", "New Year's Day 1959", "Thanksgiving", "D-Day"."""
    named = slots["holiday"]
    if isinstance(named, Mapping):
        return _weekday_of_month(named, slots, scene)
    if len(named) == 10:
        span = parse_iso(named)
        return Reading(span, timex(span), ("a day known by name",))
    month, day = map(int, named.split("-"))
    if "before" in slots:  # "the new year 1942/43"
        slots = {**slots, "year": slots["before"] + (int(slots["year"]) - slots["before"]) % 100}
    return calendar({**slots, "month": month, "day": day}, scene)


def _weekday_of_month(rule: Mapping[str, int], slots: Slots, scene: Scene) -> Reading | None:
    """The third Thursday of November: the weekday `number` in its month, -1 for the last."""
    month, number = rule["month"], rule["number"]
    chosen = None if "year" in slots else which_year(scene, month, None, slots.get("direction"))
    year = slots.get("year") or (chosen and chosen.year)
    if not year:
        return None
    first = moment(year, month)
    day = (rule["weekday"] - weekday(first)) % 7 + 1
    day += 7 * ((days_in_month(year, month) - day) // 7 if number < 0 else number - 1)
    span = Span.of(year, month, day)
    reading = Reading(span, timex(span), ("a day that moves with the weekday",))
    return reading if chosen is None else reading._replace(anchor=chosen.anchor, certainty=chosen.certainty)


def feast(slots: Slots, scene: Scene) -> Reading | None:
    """ "Easter 1916", "Easter Monday", "Good Friday 1998": western Easter, after the calendar of its time, or Orthodox."""
    away = slots["feast"]
    orthodox = isinstance(away, Mapping)
    away = away["orthodox"] if orthodox else away
    chosen = None if "year" in slots else which_year(scene, 4, None)
    year = slots.get("year") or (chosen and chosen.year)
    if not year or not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    at = shift(_easter(year, orthodox=orthodox), away, Grain.DAY)
    span = Span(at, at + MINUTES_A_DAY, Grain.DAY)
    step = f"Easter of {year}" if away == 0 else f"counted from Easter of {year}"
    reading = Reading(span, timex(span), (f"the Orthodox {step}" if orthodox else step,))
    if chosen is None:
        return reading
    return reading._replace(steps=(*chosen.steps, step), anchor=chosen.anchor, certainty=chosen.certainty)


def _easter(year: int, *, orthodox: bool) -> int:
    """The moment Easter Sunday begins; before 1583 on the Julian day, as texts of that time give their days."""
    # The rules of Easter are no part of dates as such, and the library is not needed to start.
    from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

    method = EASTER_JULIAN if year < 1583 else EASTER_ORTHODOX if orthodox else EASTER_WESTERN
    day = easter(year, method)
    return moment(day.year, day.month, day.day)
