"""Dates counted from another: from the day written ("yesterday", "ten days ago") or the date told before ("the next day")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from timeline.dates.scene import Reading, Scene
from timeline.dates.values import timex
from timeline.model import Anchor, Certainty, Qualifier
from timeline.spans import Grain, Span, floor, shift, weekday

Slots = Mapping[str, Any]

GRAINS: Final = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
_DAY: Final = 1440
_VAGUE: Final = {-1: "PAST_REF", 1: "FUTURE_REF"}


def _grain(unit: str) -> Grain:
    return Grain.WEEK if unit == "fortnight" else GRAINS[unit]


def _unread(value: str, step: str) -> Reading:
    return Reading(None, value, (step,), certainty=Certainty.GUESSED, tells=False)


def weekday_named(slots: Slots, scene: Scene) -> Reading | None:
    """ "on Friday", "last Tuesday", "next Monday"."""
    day, direction, anchor = slots["weekday"], slots.get("direction"), scene.base
    if anchor is None or (scene.narrative and anchor.span.grain > Grain.WEEK):
        return _unread(f"XXXX-WXX-{day + 1}", "no day is told or written to count from")
    base = floor(anchor.span.start, Grain.DAY)
    back, ahead = (weekday(base) - day) % 7, (day - weekday(base)) % 7
    tense = scene.tense()
    if direction is not None and direction != 0:
        at = base - (back or 7) * _DAY if direction < 0 else base + (ahead or 7) * _DAY
        steps: tuple[str, ...] = ()
        certainty = Certainty.STATED
    elif scene.narrative:
        at, steps, certainty = base + ahead * _DAY, ("the next to come in the story",), Certainty.GUESSED
    elif tense > 0:
        at, steps, certainty = base + ahead * _DAY, ("future tense",), Certainty.IMPLIED
    else:
        at, steps = base - back * _DAY, ("past tense",) if tense < 0 else ("no tense tells: the last one before",)
        certainty = Certainty.IMPLIED if tense < 0 else Certainty.GUESSED
    span = Span.around(at, Grain.DAY)
    return Reading(span, timex(span), steps, anchor, certainty)


def day_word(slots: Slots, scene: Scene) -> Reading | None:
    """ "today", "yesterday", "tomorrow"."""
    anchor = scene.written if not scene.narrative else None
    shift_by = slots.get("dayword", 0)
    if anchor is None:
        return _unread("PRESENT_REF" if shift_by == 0 else _VAGUE[shift_by], "the day it was written is not known")
    span = Span.around(anchor.span.start + shift_by * _DAY, Grain.DAY)
    return Reading(span, timex(span), (), anchor, Certainty.STATED)


def ago(slots: Slots, scene: Scene) -> Reading | None:
    """ "ten days ago", "a year ago", "several weeks ago"."""
    number = slots.get("number", 1 if "number" not in slots else 0)
    if not number:
        return _unread("PAST_REF", "how long ago is not said")
    anchor = scene.written
    if anchor is None:
        return _unread("PAST_REF", "the day it was written is not known")
    return _counted(anchor, -number, slots["unit"], slots.get("bound"))


def _counted(anchor: Anchor, number: float, unit: str, bound: str | None) -> Reading | None:
    """`number` units away from an anchor, known as finely as the coarser of the two."""
    grain = _grain(unit)
    count = int(number) * (2 if unit == "fortnight" else 1)
    if abs(count) > 20000:
        return None
    coarse = Grain.DAY if grain is Grain.WEEK else grain
    at = shift(anchor.span.start, count, grain)
    span = Span.around(at, max(coarse, anchor.span.grain))
    steps = (f"{abs(count)} {unit}{'s' * (abs(count) != 1)} {'after' if count > 0 else 'before'} {anchor.name}",)
    qualifier = Qualifier(bound) if bound else None
    return Reading(span, timex(span), steps, anchor, Certainty.IMPLIED, qualifier=qualifier)


def counted(slots: Slots, scene: Scene) -> Reading | None:
    """ "three days later", "two weeks earlier", "a year after"."""
    anchor = scene.told_or_written
    later = slots["later"]
    if anchor is None:
        return _unread(_VAGUE[later], "nothing is told before to count from")
    number = slots.get("number", 1)
    if not number:
        return some_counted(slots, scene)
    return _counted(anchor, later * number, slots["unit"], slots.get("bound"))


def some_counted(slots: Slots, scene: Scene) -> Reading | None:
    """ "a few days later": after the date told, but how long is not said."""
    return _unread(_VAGUE[slots.get("later", 1)], "how long is not said")


_WORDS: Final = {"before": -1, "previous": -1, "after": 1, "following": 1}


def turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "last year", "the following day", "that month", "the same day", "the week before"."""
    unit = slots["unit"]
    grain = _grain(unit)
    words = scene.text[scene.start : scene.end].lower().split()
    direction = slots.get("direction")
    if direction is None:
        direction = _WORDS.get(words[-1], 1 if "next" in words else 0)
    deictic = not scene.narrative and words[0] not in ("the", "that", "same") and words[-1] == unit
    anchor = scene.written if deictic else scene.told_or_written
    if anchor is None or (anchor.span.grain > grain and anchor.span.grain > Grain.DAY):
        return _unread(_VAGUE.get(direction, "PRESENT_REF"), "nothing is told as finely before")
    span = Span.around(shift(floor(anchor.span.start, grain), direction, grain), grain)
    step = {-1: f"the {unit} before", 0: f"the same {unit} as", 1: f"the {unit} after"}[direction]
    return Reading(span, timex(span), (f"{step} {anchor.name}",), anchor, Certainty.IMPLIED)


def within_turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "later that month", "earlier this year", "late in 1942"."""
    inner = scene.read(slots["date"]) if "date" in slots else turned({"direction": 0, **slots}, scene)
    if inner is None:
        return None
    first = scene.text[scene.start : scene.end].lower().split()[0]
    qualifier = {"early": Qualifier.START, "late": Qualifier.END}.get(first)
    return replace(inner, qualifier=qualifier)


def of_turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "the end of the month"."""
    inner = turned({"unit": slots["unit"], "direction": 0}, scene)
    return inner and replace(inner, qualifier=Qualifier(slots["part"]))


def of_same_year(slots: Slots, scene: Scene) -> Reading | None:
    """ "November of the same year", "July 25 of that year"."""
    return scene.read(slots["date"])


def day_of_told(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 13th": a day of the month being told."""
    anchor = scene.told_or_written
    if anchor is None or anchor.span.grain > Grain.MONTH:
        return None
    at = floor(anchor.span.start, Grain.MONTH) + (slots["day"] - 1) * _DAY
    span = Span.around(at, Grain.DAY)
    return Reading(span, timex(span), (f"in the month of {anchor.name}",), anchor, Certainty.IMPLIED)


def vague(slots: Slots, scene: Scene) -> Reading | None:
    """ "now", "recently", "in the future": never placed."""
    value = slots.get("now", "PRESENT_REF")
    if scene.text[scene.start : scene.end].lower().endswith("future"):
        value = "FUTURE_REF"
    return Reading(None, value, ("too vague to be placed",), certainty=Certainty.STATED, tells=False)
