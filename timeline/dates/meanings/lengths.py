"""Durations ("three weeks", "several months") and sets ("daily", "every year"): lengths and rates, not places in time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.surroundings import word_before
from timeline.dates.values import GRAINS, MULTIPLES, SEASONS, UNITS, counted_units
from timeline.model import Certainty, DateType, Qualifier
from timeline.spans import Grain, Span, shift

Slots = Mapping[str, Any]

_LETTERS: Final = {unit: letters for letters, unit in UNITS.items()}


def period(number: str, unit: str) -> str:
    """ISO 8601 / TIMEX3: `P3D`, `PT30M`, `PXM`, `P1DE`."""
    if unit == "fortnight":
        return f"P{int(number) * 2 if number.isdigit() else number}W"
    letter = _LETTERS[unit]
    return f"P{'T' * (letter[0] == 'T')}{number}{letter.removeprefix('T')}"


def units(number: float, unit: str) -> str:
    """A count as a derivation says it: "3 weeks", "1 year", "2 centuries"."""
    return counted_units(f"{abs(number):g}", unit)


def length(slots: Slots, scene: Scene) -> Reading | None:
    """ "three days", "a year", "over nine months", "24-year"."""
    number = slots.get("number", 1)
    if not number:
        return some_length(slots, scene)
    bound, unit = slots.get("bound"), slots["unit"]
    if number % 1 and unit in _PARTED and (number < 1 or GRAINS[unit] > Grain.YEAR):
        # Half a century is said in years: P50Y.
        parts, unit = _PARTED[unit]
        number *= parts
    read = _lasting(f"{number:g}", unit, Qualifier(bound) if bound else None)
    # "A day" may be no more than a time, "three days" of "three days later than planned" was found as a date.
    counted = "number" in slots and slots.keys().isdisjoint(("direction", "later", "apart"))
    if not counted:
        return read._replace(certainty=Certainty.IMPLIED)
    return _to_come(read, number, unit, scene) if _is_to_come(scene) else read


def _is_to_come(scene: Scene) -> bool:
    """Whether "in two weeks" is when something will be; not in "it will be the first election in two years"."""
    context = scene.language.context
    if scene.narrative or scene.written is None or word_before(scene.text, scene.start) not in context["to_come"]:
        return False
    words = scene.text[max(0, scene.start - _CLAUSE) : scene.start].lower().split()
    compares = any(word in context["not_to_come"] or word.endswith(tuple(context["compares"])) for word in words)
    return not compares and scene.tense() > 0


def _to_come(read: Reading, number: float, unit: str, scene: Scene) -> Reading:
    grain = GRAINS[unit]
    if scene.written is None or number % 1 or not 0 < number < _MOST or not Grain.HOUR <= grain <= Grain.YEAR:
        return read
    anchor, count = scene.written, int(number * MULTIPLES.get(unit, 1))
    if anchor.span.grain > grain:
        return read
    known = max(Grain.DAY if grain is Grain.WEEK else grain, anchor.span.grain)
    step = f"future tense, {units(number, unit)} after {the(anchor)}"
    span = Span.around(shift(anchor.span.start, count, grain), known)
    return read._replace(span=span, steps=(step,), anchor=anchor, certainty=Certainty.IMPLIED)


_CLAUSE: Final = 60  # characters before a length in which a comparison may stand
_MOST: Final = 5000  # units

_PARTED: Final = {
    "century": (100, "year"),
    "decade": (10, "year"),
    "year": (12, "month"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
}


def some_length(slots: Slots, scene: Scene) -> Reading | None:
    """ "several weeks", "a few days", "months"."""
    return _lasting("X", slots["unit"], None)._replace(certainty=Certainty.IMPLIED)


def past_length(slots: Slots, scene: Scene) -> Reading | None:
    """ "the past three weeks", "the next two years": a length that lies beside the day written, or the date told."""
    number, unit = slots.get("number", 1), slots["unit"]
    read = length(slots, scene)
    anchor = scene.told_before(GRAINS[unit]) if scene.narrative else scene.written
    if read is None or not number or anchor is None or anchor.span.grain > GRAINS[unit]:
        return read
    ahead = not scene.language.context["coming"].isdisjoint(scene.words)
    at, grain = anchor.span.start, max(anchor.span.grain, Grain.DAY)
    count = int(number * MULTIPLES.get(unit, 1)) * (1 if ahead else -1)
    far = shift(at, count, min(GRAINS[unit], Grain.YEAR))
    span = Span(min(at, far), max(at, far), grain)
    step = f"the {units(number, unit)} {'after' if ahead else 'before'} {the(anchor)}"
    return read._replace(span=span, steps=(step,), anchor=anchor, certainty=Certainty.IMPLIED, lasting=True, digression=True)


def single(slots: Slots, scene: Scene) -> Reading | None:
    """ "single-day"."""
    return _lasting("1", slots["unit"], None)


def and_a_half(slots: Slots, scene: Scene) -> Reading | None:
    """ "two and a half years", "a year and a half"."""
    return length({**slots, "number": slots.get("number", 1) + 0.5}, scene)


def _lasting(number: str, unit: str, qualifier: Qualifier | None) -> Reading:
    return Reading(None, period(number, unit), ("a length of time",), type=DateType.DURATION, qualifier=qualifier)


def each_weekday(slots: Slots, scene: Scene) -> Reading | None:
    """ "every Monday", "on Sundays", "Sunday mornings"."""
    value = f"XXXX-WXX-{slots.get('weekday', slots.get('weekdays')) + 1}"
    part = slots.get("daypart") or slots.get("dayparts")
    value += f"T{part}" if part else ""
    return Reading(None, value, ("again and again",), certainty=Certainty.IMPLIED, type=DateType.SET)


def each_named(slots: Slots, scene: Scene) -> Reading | None:
    """ "every June", "each spring", "every morning", "every Christmas"."""
    name, named = next(iter(slots.items()))
    if isinstance(named, Mapping) or len(str(named)) > len("12-25"):
        return None
    value = {"month": f"XXXX-{named:0>2}", "daypart": f"XXXX-XX-XXT{named}"}.get(name, f"XXXX-{named}")
    value = f"XXXX-{SEASONS[named][0]}" if name == "season" else value
    return Reading(None, value, ("again and again",), certainty=Certainty.IMPLIED, type=DateType.SET)


def times(slots: Slots, scene: Scene) -> Reading | None:
    """ "twice a week", "three times a month", "three times daily"."""
    return rate({name: slots[name] for name in ("unit", "rate") if name in slots}, scene)


def rate(slots: Slots, scene: Scene) -> Reading | None:
    """ "daily", "per day", "every two weeks", "every other day", "every few years"."""
    number = slots.get("number", 1)
    value = slots.get("rate") or period(f"{number:g}" if number else "X", slots["unit"])
    return Reading(None, value, ("again and again",), certainty=Certainty.IMPLIED, type=DateType.SET)
