"""Some time after the date told, or before it: "a few days later", "hours later", "a short time after"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.scene import Reading, Scene, the
from timeline.dates.values import GRAINS
from timeline.model import Anchor, Certainty
from timeline.spans import EARLIEST, LATEST, Grain, Span, floor, shift

Slots = Mapping[str, Any]

_VAGUE: Final = {-1: "PAST_REF", 1: "FUTURE_REF"}
_FEWEST: Final = 2
_MOST: Final = {Grain.DAY: 10, Grain.WEEK: 8, Grain.MONTH: 11, Grain.YEAR: 10}  # of each unit that "some" or "a few" may be
_HOURS: Final = 12 * 60  # within which "hours later" than a time of day lies, in minutes


def some_counted(slots: Slots, scene: Scene) -> Reading | None:
    """ "a few days later": after the date told, but how long is not said; its place is a guess that moves no story on."""
    later = slots.get("later", slots.get("apart", 1))
    grain = GRAINS.get(slots.get("unit", "hour"), Grain.HOUR)
    anchor, steps = scene.told_before(grain), ("how long is not said",)
    span = None if anchor is None or anchor is scene.written else _somewhere(anchor, later, grain)
    if anchor is None or span is None:
        return Reading(None, _VAGUE[later], steps, certainty=Certainty.GUESSED)
    step = f"some time {'after' if later > 0 else 'before'} {the(anchor)}"
    return Reading(span, _VAGUE[later], (*steps, step), anchor, Certainty.GUESSED, moves=False)


def _somewhere(anchor: Anchor, later: int, grain: Grain) -> Span | None:
    """From the fewest units that "some" can be to the most; hours stay within the day told."""
    base = anchor.span
    if grain < Grain.DAY:
        if base.grain >= Grain.DAY:
            return base if base.grain is Grain.DAY else None
        ends = (base.start, base.end + _HOURS) if later > 0 else (base.start - _HOURS, base.end)
        return Span(*ends, base.grain)
    if grain > Grain.YEAR or base.grain > Grain.YEAR:
        return None
    if base.grain > max(grain, Grain.DAY):
        return base
    fewest, most = _FEWEST * later, _MOST.get(grain, 10) * later
    first, last = min(fewest, most), max(fewest, most)
    coarse = max(base.grain, Grain.DAY if grain is Grain.WEEK else grain)
    start = floor(shift(base.start, first, grain), coarse)
    end = shift(floor(shift(base.start, last, grain), coarse), 1, coarse)
    return Span(start, end, coarse) if start > EARLIEST and end < LATEST else None
