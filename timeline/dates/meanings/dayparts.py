"""Parts of a day: "Friday morning", "the night of 8 February", "the early hours of Sunday", "the night before"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.surroundings import word_before
from timeline.dates.values import DAYPARTS, timex, timex_day
from timeline.model import Certainty, DateType, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, floor, shift

Slots = Mapping[str, Any]


def part_of_day(slots: Slots, scene: Scene) -> Reading | None:
    """ "Friday morning", "dawn Friday", "the night of 8 February 1904", "heute früh"."""
    inner, named = scene.read(slots.get("date") or slots["weekday"]), slots["daypart"]
    inside = {"daypart": named} if isinstance(named, str) else named.slots
    name = inside.get("daypart") or inside["overnight"]
    if inner is not None and _DAY_OF_NO_YEAR.fullmatch(inner.value):
        return inner._replace(value=f"{inner.value}T{name}", type=DateType.TIME)
    if inner is not None and inner.span is not None and inner.span.grain is Grain.MONTH:
        return inner._replace(value=f"{inner.value}-XXT{name}", type=DateType.TIME)  # "a December morning"
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return None
    return part(inner, name)


_DAY_OF_NO_YEAR: Final = re.compile(r"XXXX-(?:\d\d-\d\d|WXX-\d)")


def night_before(slots: Slots, scene: Scene) -> Reading | None:
    """ "in der Nacht zum Mittwoch": the night that ends on the day named."""
    inner = scene.read(slots["date"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return None
    day = Span.around(shift(inner.span.start, -1, Grain.DAY), Grain.DAY)
    return part(inner._replace(span=day, steps=(*inner.steps, "the night before it")), slots["daypart"].slots["daypart"])


def early_hours(slots: Slots, scene: Scene) -> Reading | None:
    """ "the early hours of Sunday", "in the small hours"."""
    inner = scene.read(slots["date"]) if "date" in slots else _day_told(scene)
    if inner is None or inner.span is None or inner.span.grain > Grain.DAY:
        return None
    start = floor(inner.span.start, Grain.DAY)
    span = Span(start, start + 6 * 60, Grain.PART_OF_DAY)
    value = f"{timex_day(inner.span.start)}TMO"
    return inner._replace(span=span, value=value, type=DateType.TIME, qualifier=Qualifier.START)


def _day_told(scene: Scene) -> Reading | None:
    """The day told near, or in news the day written."""
    near = scene.told.day and scene.told.near(scene.told.day, scene.start)
    anchor = scene.told.day if near or scene.narrative else scene.written
    if anchor is None:
        return None
    night = anchor.span.grain is Grain.PART_OF_DAY and anchor.span.start % MINUTES_A_DAY >= DAYPARTS["EV"][0] * 60
    day = Span.around(shift(anchor.span.start, int(night), Grain.DAY), Grain.DAY)
    return Reading(day, "", (f"{'after' if night else 'on'} {the(anchor)}",), anchor, Certainty.GUESSED)


def turned_part(slots: Slots, scene: Scene) -> Reading | None:
    """ "the next morning", "that night", "the evening before"."""
    if "overnight" in slots:
        return _overnight(scene)
    named, direction = slots["daypart"], slots.get("direction", slots.get("apart", 0))
    deictic = not scene.narrative and not scene.language.context["deictic"].isdisjoint(scene.words[:2])
    anchor = scene.written if deictic and scene.written else scene.told_before(Grain.DAY)
    if anchor is None or anchor.span.grain > Grain.DAY:
        return Reading(None, f"XXXX-XX-XXT{named}", ("no day is told",), certainty=Certainty.GUESSED, type=DateType.TIME)
    day = Span.around(shift(anchor.span.start, direction, Grain.DAY), Grain.DAY)
    steps = () if anchor is scene.written else (f"counted from {the(anchor)}",)
    return part(Reading(day, timex(day), steps, anchor, Certainty.IMPLIED, digression=direction < 0), named)


def _overnight(scene: Scene) -> Reading | None:
    """The night after the day told; in news that which ended on the day it was written."""
    told = scene.told.day if scene.told.day and scene.told.near(scene.told.day, scene.start) else None
    anchor = told or (scene.told.day if scene.narrative else scene.written)
    if anchor is None:
        return Reading(None, "XXXX-XX-XXTNI", ("no day is told",), certainty=Certainty.GUESSED, type=DateType.TIME)
    now = (
        scene.written
        and not scene.narrative
        and scene.written.span.start // MINUTES_A_DAY == anchor.span.start // MINUTES_A_DAY
    )
    day = Span.around(shift(anchor.span.start, -1 if now else 0, Grain.DAY), Grain.DAY)
    step = "the night before it was written" if now else f"the night after {the(anchor)}"
    return part(Reading(day, timex(day), (step,), anchor, Certainty.GUESSED), "NI")


def part_of_event(slots: Slots, scene: Scene) -> Reading | None:
    """ "the evening of the victory", "the night before the assault": on the day of it, where the text tells that."""
    named, noun = slots["daypart"], slots["noun"]
    anchor = scene.told.when(noun, scene.start) if noun else None
    if anchor is None or anchor.span.grain > Grain.DAY:
        steps = (f"the text does not date “{noun}”" if noun else "its day is not told",)
        return Reading(None, f"XXXX-XX-XXT{named}", steps, certainty=Certainty.GUESSED, type=DateType.TIME)
    day = Span.around(shift(anchor.span.start, slots.get("apart", 0), Grain.DAY), Grain.DAY)
    step = f"“{noun}” is told with {anchor.name}"
    return part(Reading(day, timex(day), (step,), anchor, Certainty.GUESSED, digression=True), named)


def part(day: Reading, name: str) -> Reading:
    """The part of a day: "MO" for its morning."""
    assert day.span is not None
    first, last, _ = DAYPARTS[name]
    start = floor(day.span.start, Grain.DAY)
    span = Span(start + first * 60, start + last * 60, Grain.PART_OF_DAY)
    return day._replace(span=span, value=f"{timex_day(start)}T{name}", type=DateType.TIME)


def daypart(slots: Slots, scene: Scene) -> Reading | None:
    """ "at night": any night; "at dawn": that of the day told."""
    anchor = scene.told_before(Grain.DAY)
    by = slots["daypart"] != "NI" and word_before(scene.text, scene.start) in scene.language.context["daypart_by"]
    once = by or scene.words[-1] in scene.language.context["once_a_day"]
    if once and anchor and anchor is not scene.written and anchor.span.grain <= Grain.DAY:
        return turned_part(slots, scene)
    return Reading(
        None, f"XXXX-XX-XXT{slots['daypart']}", ("no one day is meant",), certainty=Certainty.IMPLIED, type=DateType.TIME
    )
