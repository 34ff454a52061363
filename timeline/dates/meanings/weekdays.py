"""Weekdays: "on Friday", "last Tuesday", "three Fridays ago", "the weekend"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.filed import printed
from timeline.dates.scene import Reading, Scene, the, unread
from timeline.dates.values import timex
from timeline.model import Certainty
from timeline.spans import MINUTES_A_DAY, Grain, Span, floor, weekday

Slots = Mapping[str, Any]


def weekday_named(slots: Slots, scene: Scene) -> Reading | None:
    """ "on Friday", "last Tuesday", "next Monday"."""
    day, direction = slots["weekday"], slots.get("direction") or slots.get("toward") or 0
    direction = direction or (-1 if scene.narrative and scene.points_back else 0)  # "no letter since Tuesday"
    far = abs(direction) > 1  # "the Friday before last"
    of_story = scene.narrative or (
        not far and scene.told.day and not scene.language.context["from_told"].isdisjoint(scene.words)
    )
    anchor = scene.told.day if of_story else (scene.written or scene.told.day)
    if anchor is None:
        return unread(f"XXXX-WXX-{day + 1}", "no day is told or written to count from")
    base = floor(anchor.span.start, Grain.DAY)
    back, ahead = (weekday(base) - day) % 7, (day - weekday(base)) % 7
    certainty, other = Certainty.IMPLIED, 0
    if direction:
        at = base - (back or 7) * MINUTES_A_DAY if direction < 0 else base + (ahead or 7) * MINUTES_A_DAY
        at += (direction - (-1 if direction < 0 else 1)) * 7 * MINUTES_A_DAY  # the one before the last
        step = f"the {'last before' if direction < 0 else 'first after'} {the(anchor)}"
        steps: tuple[str, ...] = () if anchor is scene.written else (step,)
    elif scene.narrative:
        at, steps, certainty = base + ahead * MINUTES_A_DAY, (f"the next to come after {the(anchor)}",), Certainty.GUESSED
        other = base - (back or 7) * MINUTES_A_DAY
    elif (tense := 1 if "ahead" in slots else scene.tense()) > 0:
        at, steps = base + ahead * MINUTES_A_DAY, ("future tense",)
    else:
        at, steps = base - back * MINUTES_A_DAY, ("past tense",) if tense else ("no verb tells: the last before",)
        week_on = at + 7 * MINUTES_A_DAY
        if tense and week_on <= (printed(anchor, scene.document) or base):
            at, steps = week_on, ("after it was filed, before it was printed",)
        certainty = Certainty.IMPLIED if tense else Certainty.GUESSED
        other = base - 7 * MINUTES_A_DAY if back == 0 and tense else base + (ahead or 7) * MINUTES_A_DAY if not tense else 0
    span = Span.around(at, Grain.DAY)
    others = ((timex(Span.around(other, Grain.DAY)), _OTHER_WAY if other > at else _WEEK_BEFORE),) if other else ()
    return Reading(span, timex(span), steps, anchor, certainty, others=others)


_OTHER_WAY: Final = "the next to come, if it lies ahead"
_WEEK_BEFORE: Final = "the last before, if it lies behind"


def weekday_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the first Monday in May", "the last Sunday of March 1998"."""
    day, number = slots["weekday"].slots["weekday"], slots.get("ordinal") or slots["weekday"].slots.get("direction", 0)
    inner = scene.read(slots["calendar"]) if number else scene.read(slots["weekday"])
    if inner is None or inner.span is None or inner.span.grain is not Grain.MONTH or number > 5:
        return unread(f"XXXX-WXX-{day + 1}", "no month is told")
    at = inner.span.start + (day - weekday(inner.span.start)) % 7 * MINUTES_A_DAY
    last = inner.span.end - MINUTES_A_DAY
    at = last - (weekday(last) - day) % 7 * MINUTES_A_DAY if number < 0 else at + (number - 1) * 7 * MINUTES_A_DAY
    span = Span.around(at, Grain.DAY)
    return inner._replace(span=span, value=timex(span)) if span.within(inner.span) else None


def weekday_apart(slots: Slots, scene: Scene) -> Reading | None:
    """ "three Fridays ago", "a week ago Friday", "a week last Friday"."""
    anchor = scene.told.day if scene.narrative else scene.written
    day = slots.get("weekday", slots.get("weekdays"))
    if anchor is None:
        return unread(f"XXXX-WXX-{day + 1}", "no day is told or written to count from")
    weeks = slots.get("number", 2)
    back = (weekday(anchor.span.start) - day) % 7 or 7
    span = Span.around(anchor.span.start - (back + (weeks - 1) * 7) * MINUTES_A_DAY, Grain.DAY)
    return Reading(span, timex(span), (f"counted back from {the(anchor)}",), anchor, Certainty.IMPLIED)


def weekend(slots: Slots, scene: Scene) -> Reading | None:
    """ "the weekend", "last weekend", "this weekend"."""
    anchor = scene.told.day if scene.narrative else scene.written
    if anchor is None:
        return unread("XXXX-WXX-WE", "no day is told or written to count from")
    saturday = floor(anchor.span.start, Grain.WEEK) + 5 * MINUTES_A_DAY
    direction = slots.get("direction")
    past = direction == -1 or (not direction and not scene.narrative and scene.tense() <= 0)
    if past and saturday >= floor(anchor.span.start, Grain.DAY):
        saturday -= 7 * MINUTES_A_DAY
    elif direction == 1 and weekday(anchor.span.start) >= 5:
        saturday += 7 * MINUTES_A_DAY
    span = Span(saturday, saturday + 2 * MINUTES_A_DAY, Grain.DAY)
    value = f"{timex(Span.around(saturday, Grain.WEEK))}-WE"
    step = f"the weekend {'before' if past else 'after'} {the(anchor)}"
    return Reading(span, value, (step,), anchor, Certainty.IMPLIED, lasting=False)
