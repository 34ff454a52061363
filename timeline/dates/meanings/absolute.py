"""Dates that name their place in the calendar, wholly ("12 October 1942") or in part ("October")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from timeline.dates.scene import Reading, Scene
from timeline.dates.values import GRAINS, SEASONS, timex, whole, zone_said
from timeline.dates.which_year import which_year
from timeline.model import Certainty, DateType, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, civil, exists, floor, moment, parse_iso, shift, weekday
from timeline.wording import MONTHS

Slots = Mapping[str, Any]
_AHEAD: Final = 20  # years: '30 is yet to come in 2026, '69 is past


def calendar(slots: Slots, scene: Scene) -> Reading | None:
    """ "12 October 1942", "October 12", "October", "Tuesday, 12 October", "4 March 480 BC"."""
    month, day = slots.get("month"), slots.get("day", slots.get("ordinal"))
    if month is None:
        return None
    if "year" in slots or "number" in slots:
        year = _with_era(slots.get("year") or slots["number"], slots.get("era", 1))
        if not exists(year, month, day or 1):
            return None
        span = Span.of(year, month, day)
        return _on_weekday(Reading(span, timex(span)), slots)
    if day is not None and not exists(2000, month, day):
        return None
    chosen = which_year(scene, month, day, slots.get("direction"))
    if chosen is None:
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return Reading(None, value, (f"no year is told or written for {MONTHS[month - 1]}",), certainty=Certainty.GUESSED)
    if not exists(chosen.year, month, day or 1):
        return None
    span = Span.of(chosen.year, month, day)
    reading = Reading(span, timex(span), chosen.steps, chosen.anchor, chosen.certainty, others=chosen.others)
    return _on_weekday(reading, slots, may_move=True)


def _on_weekday(reading: Reading, slots: Slots, *, may_move: bool = False) -> Reading:
    """The reading held against the weekday named with it: "Monday, 3 May" without a year is in one where that is a Monday."""
    assert reading.span
    named = slots.get("weekday")
    if named is None or "day" not in slots or weekday(reading.span.start) == named:
        return reading
    year, month, day = civil(reading.span.start)[:3]
    years = [year + turn for turn in (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6) if may_move]
    for other in years:
        if exists(other, month, day) and weekday(moment(other, month, day)) == named:
            span = Span.of(other, month, day)
            others = ((reading.value, "not on the weekday named"),)
            return replace(reading, span=span, value=timex(span), steps=("the nearest year with that weekday",), others=others)
    return replace(reading, certainty=Certainty.GUESSED, steps=("it was another weekday than the text says",))


def _with_era(year: Any, era: int) -> Any:
    return 1 - year if era < 0 else year


def written_date(slots: Slots, scene: Scene) -> Reading | None:
    """ "2008-03-01", "7/8/07", "04.03.2014"."""
    if "iso" in slots:
        try:
            span, offset = _iso(slots["iso"])
        except ValueError:
            return None
        kind = DateType.TIME if span.grain < Grain.DAY else DateType.DATE
        return Reading(span, timex(span) + zone_said(offset), type=kind, offset=offset)
    first, second, last = map(int, re.split("[/.-]", slots["slashed"]))
    year = last if last > 99 else _full_year(last, scene)
    day_first, step = (True, "") if "." in slots["slashed"] else scene.day_first
    orders = [(second, first), (first, second)] if day_first else [(first, second), (second, first)]
    possible = [Span.of(year, month, day) for month, day in orders if exists(year, month, day)]
    if not possible:
        return None
    others = tuple((timex(span), "the other order of day and month") for span in possible[1:] if span != possible[0])
    guessed = bool(others) and not step and "." not in slots["slashed"]
    certainty = Certainty.GUESSED if guessed else Certainty.STATED
    return Reading(possible[0], timex(possible[0]), (step,) if others else (), certainty=certainty, others=others)


def _iso(text: str) -> tuple[Span, int | None]:
    """An ISO 8601 date or time, and its minutes east of UTC."""
    zone = re.search(r"(?:[Zz]|([+-]\d\d):?(\d\d))$", text) if ":" in text else None
    if zone is None:
        return parse_iso(text), None
    offset = int(zone[1]) * 60 + int(f"{zone[1][0]}{zone[2]}") if zone[1] else 0
    return parse_iso(text[: zone.start()]), offset


def _full_year(two_digits: int, scene: Scene) -> int:
    """The year nearest to the base that ends in these digits, not far ahead of it."""
    base = scene.year_base.span.year if scene.year_base else 1970
    candidates = [base // 100 * 100 + two_digits + century for century in (-100, 0, 100)]
    return min((year for year in candidates if year <= base + _AHEAD), key=lambda year: abs(year - base))


def year(slots: Slots, scene: Scene) -> Reading | None:
    """ "1942", "480 BC", "AD 69"."""
    number = slots.get("year", slots.get("number"))
    if not isinstance(number, int) or not 0 < number <= 9999:
        return None
    span = Span.of(_with_era(number, slots.get("era", 1)))
    return Reading(span, timex(span))


def short_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "'82"."""
    span = Span.of(_full_year(int(str(slots["year"])[-2:]), scene))
    return Reading(span, timex(span), ("the nearest year ending so",), scene.year_base, Certainty.IMPLIED)


def decade(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 1920s", "the '60s"."""
    digits = re.sub(r"\D", "", str(slots.get("decade") or slots["decade_name"]))
    if len(digits) == 3 and "era" not in slots:
        return None
    if len(digits) > 2:
        start = int(digits)
        grain = Grain.CENTURY if start % 100 == 0 and start != 2000 else Grain.DECADE
        span = whole(moment(_with_era(start, slots.get("era", 1))), grain)
        return Reading(span, timex(span))
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
    span = Span.around(moment((number - 1) * 100), Grain.CENTURY)
    return Reading(span, timex(span))


def season(slots: Slots, scene: Scene) -> Reading | None:
    """ "the spring of 1862", "that summer"."""
    month = slots["season"]
    if "year" in slots or "number" in slots:
        year = _with_era(slots.get("year") or slots["number"], slots.get("era", 1))
        year = _full_year(int(year[1:3]), scene) if isinstance(year, str) else year
        span = Span.around(moment(year, month), Grain.SEASON)
        return Reading(span, timex(span))
    chosen = which_year(scene, month, None, slots.get("same", slots.get("direction")), 3)
    if chosen is None:
        return Reading(None, f"XXXX-{SEASONS[month][0]}", ("no year is told or written",), certainty=Certainty.GUESSED)
    span = Span.around(moment(chosen.year, month), Grain.SEASON)
    # The winter of a year may be its first months or its last: the story's year does not turn on it.
    winter = month == 12
    return Reading(span, timex(span), chosen.steps, chosen.anchor, chosen.certainty, others=chosen.others, digression=winter)


def quarter(slots: Slots, scene: Scene) -> Reading | None:
    """ "the third quarter", "first-quarter"."""
    return _part_of_year(slots, scene, Grain.QUARTER, 4)


def half(slots: Slots, scene: Scene) -> Reading | None:
    """ "the second half" of a year."""
    return _part_of_year(slots, scene, Grain.HALF, 2)


def half_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the first half of the 20th century"."""
    inner = scene.read(slots.get("century") or slots["turned"])
    number = (slots["half"].slots if "half" in slots else slots)["ordinal"]
    if inner is None or inner.span is None or number not in (1, 2, -1):
        return None
    if inner.span.grain is Grain.YEAR:
        return of_year({"half": slots["half"], "turned": slots["century"]}, scene)
    middle = floor((inner.span.start + inner.span.end) // 2, Grain.YEAR if inner.span.grain > Grain.YEAR else Grain.DAY)
    first = number == 1
    span = replace(inner.span, end=middle) if first else replace(inner.span, start=middle)
    return replace(inner, span=span, qualifier=Qualifier.START if first else Qualifier.END)


def _part_of_year(slots: Slots, scene: Scene, grain: Grain, parts: int) -> Reading | None:
    number = int(slots["quarter_code"][1]) if "quarter_code" in slots else slots["ordinal"]
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
    return Reading(span, timex(span), chosen.steps, chosen.anchor, chosen.certainty, others=chosen.others)


def unit_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the last week of March", "the first day of May 1942"."""
    inner, turned = scene.read(slots["date"]), slots["turned"].slots if "turned" in slots else {}
    unit, number = turned.get("unit") or slots["unit"], turned.get("direction") or slots.get("ordinal", 0)
    grain = GRAINS.get(unit)
    if inner is None or inner.span is None or grain is None or number in (0,) or grain >= inner.span.grain:
        return None
    at = inner.span.end - 1 if number == -1 else shift(inner.span.start, number - 1, grain)
    if not inner.span.start <= at < inner.span.end:
        return None
    span = Span.around(at, grain)
    return replace(inner, span=span, value=timex(span))


def approximate(slots: Slots, scene: Scene) -> Reading | None:
    """ "about 1910", "c. 480 BC"."""
    inner = scene.read(slots["year"])
    return inner and replace(inner, qualifier=Qualifier.APPROX)


def of_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "July 25 of that year", "November of the same year", "the first quarter of last year", "the second half of 2008"."""
    part = next(each for name, each in slots.items() if name not in ("turned", "year"))
    inner = scene.read(slots.get("turned") or slots["year"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.YEAR:
        return None
    outer = MEANING_OF_PART[part.meaning]({**part.slots, "year": inner.span.year}, scene)
    return outer and replace(outer, steps=inner.steps, anchor=inner.anchor, certainty=inner.certainty)


def holiday(slots: Slots, scene: Scene) -> Reading | None:
    """ "Christmas 2007", "D-Day"."""
    named = slots["holiday"]
    if len(named) == 10:
        span = parse_iso(named)
        return Reading(span, timex(span), ("a day known by name",))
    month, day = map(int, named.split("-"))
    return calendar({**slots, "month": month, "day": day}, scene)


def part_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the end of May 1942", "early 1941", "mid-June"."""
    inner = scene.read(slots["date"])
    if inner is None:
        return None
    qualifier = Qualifier(slots.get("part") or slots.get("stage") or "END")
    if inner.span is None or inner.span.grain <= Grain.DAY:
        return replace(inner, qualifier=qualifier)
    return replace(inner, qualifier=qualifier, span=_third(inner.span, qualifier))


def _third(span: Span, qualifier: Qualifier) -> Span:
    """The first, middle or last third of a span, cut between days, months or years."""
    grain = Grain.YEAR if span.grain > Grain.YEAR else Grain.MONTH if span.grain > Grain.MONTH else Grain.DAY
    days = {Grain.DAY: 1.0, Grain.MONTH: 30.44, Grain.YEAR: 365.25}[grain]
    third = round((span.end - span.start) / (days * MINUTES_A_DAY) / 3)
    first, last = shift(span.start, third, grain), shift(span.end, -third, grain)
    start, end = {
        Qualifier.START: (span.start, first),
        Qualifier.MID: (first, last),
        Qualifier.END: (last, span.end),
    }[qualifier]
    return Span(start, end, span.grain)


MEANING_OF_PART: Final = {"calendar": calendar, "quarter": quarter, "half": half, "season": season}
