"""Times of day: "9:34 p.m., March 19 EST", "Friday morning", "the night of 8 February"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.values import DAYPARTS, said, timex, timex_day, zone_said
from timeline.model import Anchor, Certainty, DateType, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, floor, shift

Slots = Mapping[str, Any]


def clock(slots: Slots, scene: Scene) -> Reading | None:
    """ "16:15 UTC", "5:34 AM": on the day told near it, else the day written."""
    anchor = scene.told_before(Grain.DAY)
    if anchor is None or anchor.span.grain > Grain.DAY:
        hour, minute = _hour_minute(slots)
        value = f"XXXX-XX-XXT{hour:02d}:{minute:02d}"
        return Reading(None, value, ("no day is told",), certainty=Certainty.GUESSED)
    read = _on(anchor.span, slots, anchor, Certainty.IMPLIED)
    return read and replace(read, steps=(f"on {said(Span.around(anchor.span.start, Grain.DAY))}",))


def clock_on(slots: Slots, scene: Scene) -> Reading | None:
    """ "9:34 p.m., March 19 EST"."""
    inner = scene.read(slots["calendar"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return inner
    time = slots["clock"].slots
    zone = {"zone": slots["zone"]} if "zone" in slots else {}
    read = _on(inner.span, {**time, **zone}, inner.anchor, inner.certainty)
    return read and replace(read, steps=inner.steps + read.steps)


def _hour_minute(slots: Slots) -> tuple[int, int]:
    if "military" in slots:
        return divmod(int(slots["military"]), 100)
    text = str(slots.get("clock") or f"{slots['hour']}:00")
    hour, minute = (int(part) for part in re.split("[:.]", text)[:2])
    if "meridiem" in slots and hour <= 12:
        hour = hour % 12 + slots["meridiem"]
    return hour, minute


def _on(day: Span, slots: Slots, anchor: Anchor | None, certainty: Certainty) -> Reading | None:
    hour, minute = _hour_minute(slots)
    if hour * 60 + minute > MINUTES_A_DAY or minute > 59:
        return None
    start = floor(day.start, Grain.DAY) + hour * 60 + minute
    span = Span(start, start + 1, Grain.MINUTE)
    offset = slots.get("zone")
    value = f"{timex_day(day.start)}T{hour:02d}:{minute:02d}"
    return Reading(span, value + zone_said(offset), (), anchor, certainty, DateType.TIME, offset=offset)


def part_of_day(slots: Slots, scene: Scene) -> Reading | None:
    """ "Friday morning", "the night of 8 February 1904"."""
    inner = scene.read(slots["date"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return None
    return _part(inner, slots["daypart"].slots["daypart"])


def early_hours(slots: Slots, scene: Scene) -> Reading | None:
    """ "the early hours of Sunday"."""
    inner = scene.read(slots["date"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return None
    span = Span(inner.span.start, inner.span.start + 6 * 60, Grain.PART_OF_DAY)
    value = f"{timex_day(inner.span.start)}TMO"
    return replace(inner, span=span, value=value, type=DateType.TIME, qualifier=Qualifier.START)


def turned_part(slots: Slots, scene: Scene) -> Reading | None:
    """ "the next morning", "that night"."""
    part, direction = slots["daypart"], slots.get("direction", 0)
    deictic = scene.words[0] in scene.language.context["deictic"] and not scene.narrative
    anchor = scene.written if deictic and scene.written else scene.told_before(Grain.DAY)
    if anchor is None or anchor.span.grain > Grain.DAY:
        return Reading(None, f"XXXX-XX-XXT{part}", ("no day is told",), certainty=Certainty.GUESSED, type=DateType.TIME)
    day = Span.around(shift(anchor.span.start, direction, Grain.DAY), Grain.DAY)
    return _part(Reading(day, timex(day), (f"counted from {the(anchor)}",), anchor, Certainty.IMPLIED), part)


def _part(day: Reading, part: str) -> Reading:
    assert day.span is not None
    first, last, _ = DAYPARTS[part]
    start = floor(day.span.start, Grain.DAY)
    span = Span(start + first * 60, start + last * 60, Grain.PART_OF_DAY)
    return replace(day, span=span, value=f"{timex_day(start)}T{part}", type=DateType.TIME)


def daypart(slots: Slots, scene: Scene) -> Reading | None:
    """ "at night": any night."""
    return Reading(None, f"XXXX-XX-XXT{slots['daypart']}", ("any one",), certainty=Certainty.IMPLIED, type=DateType.TIME)
