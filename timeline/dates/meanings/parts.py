"""Parts of a date: "the end of May", "the first half of the century", "the last week of March", "July 25 of that year"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.find import Found
from timeline.dates.meanings.calendar_dates import calendar
from timeline.dates.meanings.feasts import feast, holiday
from timeline.dates.meanings.periods import half, quarter, season
from timeline.dates.scene import Reading, Scene
from timeline.dates.values import GRAINS, timex
from timeline.model import Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, floor, shift, third

Slots = Mapping[str, Any]


def part_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the end of May 1942", "early 1941", "mid-June"."""
    inner = scene.read(next(each for name, each in slots.items() if name not in _SAYS_PART))
    if inner is None:
        return None
    says = {**slots, **slots["edge_days"].slots} if "edge_days" in slots else slots
    return in_third(inner, Qualifier(next((says[name] for name in ("part", "stage", "edge", "border") if name in says), "END")))


_SAYS_PART: Final = {"part", "stage", "edge", "of_turned", "edge_days"}


def in_third(inner: Reading, qualifier: Qualifier) -> Reading:
    """The reading narrowed to its beginning, middle or end."""
    if inner.span is None or inner.span.grain <= Grain.DAY:
        return inner._replace(qualifier=qualifier)
    return inner._replace(qualifier=qualifier, span=third(inner.span, _THIRDS.index(qualifier)))


_THIRDS: Final = (Qualifier.START, Qualifier.MID, Qualifier.END)


def half_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the first half of the 20th century"."""
    inner = scene.read(slots.get("century") or slots["turned"])
    number = (slots["half"].slots if "half" in slots else slots)["ordinal"]
    if inner is None or inner.span is None or inner.span.grain <= Grain.DAY or number not in (1, 2, -1):
        return None
    if inner.span.grain is Grain.YEAR:
        return of_year({"half": slots["half"], "turned": slots["century"]}, scene)
    middle = floor((inner.span.start + inner.span.end) // 2, Grain.YEAR if inner.span.grain > Grain.YEAR else Grain.DAY)
    first = number == 1
    span = Span(inner.span.start, middle, inner.span.grain) if first else Span(middle, inner.span.end, inner.span.grain)
    return inner._replace(span=span, qualifier=Qualifier.START if first else Qualifier.END)


def unit_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the last week of March", "the first day of May 1942", "the week of 3 March"."""
    inner, turned = scene.read(slots["date"]), slots["nth"].slots
    unit, number = turned["unit"], turned.get("direction") or turned.get("ordinal", 0)
    grain = GRAINS.get(unit)
    if inner is None or inner.span is None or grain is None:
        return None
    if grain is Grain.WEEK and inner.span.grain is Grain.DAY and turned.keys() == {"unit"}:
        span = Span.around(inner.span.start, grain)
        return inner._replace(span=span, value=timex(span))
    if number == 0 or "possessive" in turned or grain >= inner.span.grain:
        return None
    if grain is Grain.WEEK:
        at = _thursday(inner.span, number)
    else:
        at = inner.span.end - 1 if number == -1 else shift(inner.span.start, number - 1, grain)
    if not inner.span.start <= at < inner.span.end:
        return None
    span = Span.around(at, grain)
    return inner._replace(span=span, value=timex(span))


def _thursday(span: Span, number: int) -> Moment:
    """The Thursday of the first, second or last (-1) week of a span: a week belongs where its Thursday does, as in ISO 8601."""
    week, thursday = 7 * MINUTES_A_DAY, 3 * MINUTES_A_DAY
    if number == -1:
        last = floor(span.end - 1, Grain.WEEK) + thursday
        return last if last < span.end else last - week
    first = floor(span.start, Grain.WEEK) + thursday
    return first + (number - (first >= span.start)) * week


def of_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "July 25 of that year", "November of the same year", "the first quarter of last year", "the second half of 2008"."""
    part = next(each for name, each in slots.items() if name not in ("turned", "year"))
    inner = scene.read(slots.get("turned") or slots["year"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.YEAR:
        return None
    if part.meaning == "part_of":
        return _part_of_year(part, inner, scene)
    outer = _OF_YEAR[part.meaning]({**part.slots, "year": inner.span.year}, scene)
    return outer and outer._replace(steps=inner.steps, anchor=inner.anchor, certainty=inner.certainty)


def _part_of_year(part: Found, year: Reading, scene: Scene) -> Reading | None:
    """ "early September this year"."""
    day = part.slots.get("date")
    if day is None or day.meaning not in _OF_YEAR or year.span is None:
        return None
    named = day._replace(slots={**day.slots, "year": year.span.year})
    read = part_of({**part.slots, "date": named}, scene)
    return read and read._replace(steps=year.steps, anchor=year.anchor, certainty=year.certainty)


_OF_YEAR: Final = {"calendar": calendar, "quarter": quarter, "half": half, "season": season, "holiday": holiday, "feast": feast}
