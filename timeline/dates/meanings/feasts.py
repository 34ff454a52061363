"""Days with a name: "Christmas 2007", "New Year's Eve", "D-Day", "Good Friday 1998"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from timeline.dates.meanings.calendar_dates import calendar
from timeline.dates.scene import Reading, Scene
from timeline.dates.values import timex
from timeline.dates.which_year import which_year
from timeline.spans import MINUTES_A_DAY, Grain, Span, moment, parse_iso, shift, weekday

Slots = Mapping[str, Any]

_FIRST_EASTER: Final = 326  # the council of Nicaea; the Gregorian reckoning runs from 1583
_LAST_EASTER: Final = 4099
_SUNDAY: Final = 6


def holiday(slots: Slots, scene: Scene) -> Reading | None:
    """ "Christmas 2007", "Christmas Eve", "New Year's Day 1959", "D-Day"."""
    named = slots.get("holiday") or slots["new_year"]
    if len(named) == 10:
        span = parse_iso(named)
        return Reading(span, timex(span), ("a day known by name",))
    month, day = map(int, named.split("-"))
    return calendar({**slots, "month": month, "day": day + slots.get("christmas", 0)}, scene)


def feast(slots: Slots, scene: Scene) -> Reading | None:
    """ "Easter 1916", "Easter Monday", "Good Friday 1998": western Easter, after the calendar of its time."""
    away = slots.get("feast", slots.get("before_easter"))
    if "feast" in slots and slots.get("weekday", _SUNDAY) != _SUNDAY:
        away += slots["weekday"] + 1  # Easter Monday is the day after
    chosen = None if "year" in slots else which_year(scene, 4, None)
    year = slots.get("year") or (chosen and chosen.year)
    if not year or not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    at = shift(_easter(year), away, Grain.DAY)
    if "weekday" in slots and weekday(at) != slots["weekday"]:
        return None
    span = Span(at, at + MINUTES_A_DAY, Grain.DAY)
    step = f"Easter of {year}" if away == 0 else f"counted from Easter of {year}"
    reading = Reading(span, timex(span), (step,))
    return (
        reading
        if chosen is None
        else replace(reading, steps=(*chosen.steps, step), anchor=chosen.anchor, certainty=chosen.certainty)
    )


def _easter(year: int) -> int:
    """The moment Easter Sunday begins; before 1583 on the Julian day, as texts of that time give their days."""
    # The rules of Easter are no part of dates as such, and the library is not needed to start.
    from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter

    day = easter(year, EASTER_WESTERN if year > 1582 else EASTER_JULIAN)
    return moment(day.year, day.month, day.day)
