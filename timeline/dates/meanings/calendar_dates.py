"""Days and years by name or number: "12 October 1942", "October", "480 BC", "3/4/2014", "about 1910"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.tokens import roman
from timeline.dates.values import timex, zone_said
from timeline.dates.which_year import which_year
from timeline.model import Certainty, DateType, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, civil, exists, floor, moment, parse_iso, weekday
from timeline.wording import MONTHS

Slots = Mapping[str, Any]
_SHORT: Final = 1000  # a year below it may be one before Christ
_AHEAD: Final = 20  # years: '30 is yet to come in 2026, '69 is past


def calendar(slots: Slots, scene: Scene) -> Reading | None:
    """ "12 October 1942", "October 12", "October", "Tuesday, 12 October", "4 March 480 BC"."""
    month, day = slots.get("month"), slots.get("day", slots.get("ordinal"))
    if month is None:
        return None
    if "year" in slots or "number" in slots:
        named = slots["year"] if "year" in slots else slots["number"]
        if isinstance(named, float):
            return None
        year = in_full(named, slots, scene)
        if "before" in slots:  # "January 1644/45", when the year began in March
            year = slots["before"] + (year - slots["before"]) % 100
        astronomical = with_era(year, era(year, slots, scene))
        if not exists(astronomical, month, day or 1):
            return None
        span = Span.of(astronomical, month, day)
        return _on_weekday(in_era(Reading(span, timex(span)), slots, scene), slots)
    if day is not None and not exists(2000, month, day):
        return None
    chosen = which_year(scene, month, day, slots.get("direction", slots.get("toward")))
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
            return reading._replace(span=span, value=timex(span), steps=("the nearest year with that weekday",), others=others)
    return reading._replace(certainty=Certainty.GUESSED, steps=("it was another weekday than the text says",))


def era(year: int, slots: Slots, scene: Scene) -> int:
    """-1 for a year before Christ: one that says so, or a short one in a story of that time."""
    if "era" in slots or not 0 < year < _SHORT or scene.told.old is None:
        return int(slots.get("era", 1))
    return 1 if scene.told.old.span.year > 0 else -1


def in_era(reading: Reading, slots: Slots, scene: Scene) -> Reading:
    """The reading, with the date that told its era where it does not itself."""
    told = scene.told.old
    if "era" in slots or told is None or reading.span is None or reading.span.year > 0:
        return reading
    step = f"a year before Christ like {the(told)}"
    return reading._replace(steps=(*reading.steps, step), anchor=told, certainty=Certainty.IMPLIED)


def in_full(year: int | str, slots: Slots, scene: Scene) -> int:
    """The year of a calendar date: "'41" and the 41 of "7-Dec-41" are of the century nearest."""
    if isinstance(year, str):
        return full_year(int(year[-2:]), scene)
    return full_year(year, scene) if year < 100 and "era" not in slots and scene.told.old is None else year


def with_era(year: int, era: int) -> int:
    """The astronomical year of a year and its era, -1 for before Christ."""
    return 1 - year if era < 0 else year


def written_date(slots: Slots, scene: Scene) -> Reading | None:
    """ "2008-03-01", "2008/03/01", "7/8/07", "04.03.2014", "4.III.2014"."""
    if "iso" in slots:
        try:
            span, offset = _iso(slots["iso"].replace("/", "-"))
        except ValueError:
            return None
        kind = DateType.TIME if span.grain < Grain.DAY else DateType.DATE
        return Reading(span, timex(span) + zone_said(offset), type=kind, offset=offset)
    first, second, last = (roman(part.upper()) if part.isalpha() else int(part) for part in re.split("[/.-]", slots["slashed"]))
    year = last if last > 99 else full_year(last, scene)
    day_first, step = (True, "") if "." in slots["slashed"] else scene.day_first
    orders = [(second, first), (first, second)] if day_first else [(first, second), (second, first)]
    possible = [Span.of(year, month, day) for month, day in orders if exists(year, month, day)]
    if not possible:
        return None
    others = tuple((timex(span), "the other order of day and month") for span in possible[1:] if span != possible[0])
    certainty = Certainty.STATED
    if others and "." not in slots["slashed"]:
        certainty = Certainty.IMPLIED if step else Certainty.GUESSED
    return Reading(possible[0], timex(possible[0]), (step,) if others else (), certainty=certainty, others=others)


def _iso(text: str) -> tuple[Span, int | None]:
    """An ISO 8601 date or time, and its minutes east of UTC."""
    zone = re.search(r"(?:[Zz]|([+-]\d\d):?(\d\d))$", text) if ":" in text else None
    if zone is None:
        return parse_iso(text), None
    offset = int(zone[1]) * 60 + int(f"{zone[1][0]}{zone[2]}") if zone[1] else 0
    return parse_iso(text[: zone.start()]), offset


def iso_week(slots: Slots, scene: Scene) -> Reading | None:
    """ "2014-W10", "2014-W10-3"."""
    year, week, *day = map(int, re.findall(r"\d+", f"{slots['iso_week'][:4]} {slots['iso_week'][4:8]} {slots['iso_week'][8:]}"))
    at = floor(moment(year, 1, 4), Grain.WEEK) + ((week - 1) * 7 + (day[0] - 1 if day else 0)) * MINUTES_A_DAY
    span = Span.around(at, Grain.DAY if day else Grain.WEEK)
    return Reading(span, timex(span)) if 1 <= week <= 53 else None


def full_year(two_digits: int, scene: Scene) -> int:
    """The year nearest to the base that ends in these digits, not far ahead of it."""
    base = scene.year_base.span.year if scene.year_base else 1970
    candidates = [base // 100 * 100 + two_digits + century for century in (-100, 0, 100)]
    return min((year for year in candidates if year <= base + _AHEAD), key=lambda year: abs(year - base))


def year(slots: Slots, scene: Scene) -> Reading | None:
    """ "1942", "480 BC", "AD 69"."""
    number = slots.get("year", slots.get("number"))
    if not isinstance(number, int) or not 0 < number <= 9999:
        return None
    if number < _SHORT and "era" not in slots and "year" in slots and len(scene.words) == 1 and scene.told.old is None:
        return None
    span = Span.of(with_era(number, era(number, slots, scene)))
    read = Reading(span, timex(span), qualifier=_approx(slots), moves="of_day" not in slots)
    return in_era(read, slots, scene)


def _approx(slots: Slots) -> Qualifier | None:
    return Qualifier.APPROX if "approx" in slots else None


def short_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "'82"."""
    span = Span.of(full_year(int(str(slots["year"])[-2:]), scene))
    return Reading(span, timex(span), ("the nearest year ending so",), scene.year_base, Certainty.IMPLIED)


def approximate(slots: Slots, scene: Scene) -> Reading | None:
    """ "about 1910", "c. 480 BC"."""
    inner = scene.read(slots["year"])
    return inner and inner._replace(qualifier=Qualifier.APPROX)
