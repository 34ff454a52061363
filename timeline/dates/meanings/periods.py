"""Periods by name: "the 1920s", "the 19th century", "the spring of 1862", "the third quarter", "the second half"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.meanings.calendar_dates import era, full_year, in_era, with_era
from timeline.dates.scene import Reading, Scene, the, unread
from timeline.dates.values import SEASONS, timex, whole
from timeline.dates.which_year import which_year
from timeline.model import Certainty, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, civil, moment

Slots = Mapping[str, Any]

_FAR: Final = 200 * MINUTES_A_DAY  # "Q4 data are due on Thursday", said in February, are those of the year before
_JOINED: Final = 8  # characters between two decades named together


def decade(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 1920s", "the '60s"."""
    digits = re.sub(r"\D", "", str(slots.get("decade") or slots["decade_name"]))
    if len(digits) == 3 and "era" not in slots and scene.told.old is None:
        return None
    if len(digits) > 2:
        start = int(digits)
        grain = Grain.CENTURY if start % 100 == 0 and start != 2000 else Grain.DECADE
        span = whole(moment(with_era(start, era(start, slots, scene))), grain)
        return in_era(Reading(span, timex(span)), slots, scene)
    before = scene.told.last
    joined = before and before.passage and 0 <= scene.start - before.passage.end <= _JOINED
    if joined and before and before.span.grain is Grain.DECADE:
        # "The 1480s and 90s".
        span = whole(moment(before.span.year // 100 * 100 + int(digits)), Grain.DECADE)
        return Reading(span, timex(span), (f"of the century of {the(before)}",), before, Certainty.IMPLIED)
    span = whole(moment(1900 + int(digits)), Grain.DECADE)
    return Reading(span, timex(span), ("the twentieth century is meant",), certainty=Certainty.IMPLIED)


def century(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 19th century", "the fifth century BC"."""
    number = slots["ordinal"]
    if not 0 < number < 100:
        return None
    if slots.get("era", 1) < 0:
        span = Span(moment(1 - number * 100), moment(1 - (number - 1) * 100), Grain.CENTURY)
        return Reading(span, f"BC{number - 1:02d}")
    # The first one begins with its first year, as there is no year 0.
    span = Span.around(moment((number - 1) * 100), Grain.CENTURY) if number > 1 else Span(moment(1), moment(100), Grain.CENTURY)
    return Reading(span, f"{number - 1:02d}")


def turn_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the turn of the century", "the turn of the 20th century": about the year it begins."""
    if "century" in slots:
        inner = scene.read(slots["century"])
        span = Span.of(inner.span.year) if inner and inner.span else None
        return span and Reading(
            span, timex(span), ("about its first year",), None, Certainty.IMPLIED, qualifier=Qualifier.APPROX
        )
    base, size = scene.year_base or next(iter(scene.told.ahead()), None), _YEARS_IN.get(slots["unit"])
    if size is None:
        return None
    if base is None:
        return unread("XXXX", "no year is told to count from")
    span = Span.of((base.span.year + size // 2) // size * size)
    step = f"the one nearest to {the(base)}"
    return Reading(span, timex(span), (step,), base, Certainty.IMPLIED, qualifier=Qualifier.APPROX, digression=True)


_YEARS_IN: Final = {"decade": 10, "century": 100}


def millennium(slots: Slots, scene: Scene) -> Reading | None:
    """ "the second millennium BC", "the third millennium"."""
    number = slots["ordinal"]
    if not 0 < number < 10:
        return None
    start = -number * 1000 if slots.get("era", 1) < 0 else (number - 1) * 1000
    span = Span(moment(start + 1), moment(start + 1001), Grain.MILLENNIUM)
    return Reading(span, f"BC{number - 1}" if start < 0 else str(number - 1))


def season(slots: Slots, scene: Scene) -> Reading | None:
    """ "the spring of 1862", "that summer"."""
    month = slots["season"]
    if "year" in slots or "number" in slots:
        year = slots["year"] if "year" in slots else slots["number"]
        if isinstance(year, float):
            return None
        year = full_year(int(year[1:3]), scene) if isinstance(year, str) else with_era(year, era(year, slots, scene))
        span = Span.around(moment(year, month), Grain.SEASON)
        return in_era(Reading(span, timex(span)), slots, scene)
    chosen = which_year(scene, month, None, slots.get("same", slots.get("direction", slots.get("toward"))), 3)
    if chosen is None:
        return Reading(None, f"XXXX-{SEASONS[month][0]}", ("no year is told or written",), certainty=Certainty.GUESSED)
    # "That winter" told of in January is the one that began the year before.
    turn = slots.get("direction") == 0 and month == 12 and civil(chosen.anchor.span.start)[1] < 3
    span = Span.around(moment(chosen.year - turn, month), Grain.SEASON)
    # The winter of a year may be its first months or its last: the story's year does not turn on it.
    winter = month == 12 and "direction" not in slots
    return Reading(span, timex(span), chosen.steps, chosen.anchor, chosen.certainty, others=chosen.others, digression=winter)


def quarter(slots: Slots, scene: Scene) -> Reading | None:
    """ "the third quarter", "first-quarter"."""
    return _part_of_year(slots, scene, Grain.QUARTER, 4)


def half(slots: Slots, scene: Scene) -> Reading | None:
    """ "the second half" of a year."""
    return _part_of_year(slots, scene, Grain.HALF, 2)


def fiscal_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "fiscal 2009", "FY 2010", "FY2015/16": the year it is named after, though it may begin before and end in it."""
    digits = re.findall(r"\d+", slots["fiscal_code"])[0] if "fiscal_code" in slots else str(slots["year"])
    span = Span.of(full_year(int(digits), scene) if len(digits) == 2 else int(digits))
    return Reading(span, timex(span), ("a fiscal year is taken as the year it is named after",), certainty=Certainty.IMPLIED)


def _part_of_year(slots: Slots, scene: Scene, grain: Grain, parts: int) -> Reading | None:
    code = slots.get("quarter_code") or slots.get("half_code")
    number = int(code[1]) if code else slots["ordinal"]
    number = parts if number == -1 else number
    if not 1 <= number <= parts:
        return None
    month = 12 // parts * (number - 1) + 1
    if "year" in slots:
        span = Span.around(moment(slots["year"], month), grain)
        return Reading(span, timex(span))
    chosen = which_year(scene, month, None)
    if chosen is None:
        return None
    span = Span.around(moment(chosen.year, month), grain)
    if chosen.anchor is scene.written and span.start - chosen.anchor.span.start > _FAR:
        span = Span.around(moment(chosen.year - 1, month), grain)
        return Reading(span, timex(span), ("the last that is over",), chosen.anchor, chosen.certainty)
    return Reading(span, timex(span), chosen.steps, chosen.anchor, chosen.certainty, others=chosen.others)
