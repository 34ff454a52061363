"""Which year a month, day or season without one belongs to.

In a narrative it is the one nearest to the date told before, with a lean forward, as stories go on; in news the last one
before the day written, or the next one after it when the verb points ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline.dates.scene import Scene
from timeline.model import Anchor, Certainty
from timeline.spans import Grain, civil

_BACK_COST: Final = 1.6  # a month back weighs as much as this many months forward


@dataclass(frozen=True, slots=True)
class Chosen:
    year: int
    steps: tuple[str, ...]
    anchor: Anchor
    certainty: Certainty
    others: tuple[tuple[str, str], ...] = ()


def which_year(scene: Scene, month: int, day: int | None, grain: Grain = Grain.MONTH) -> Chosen | None:
    """The year meant, or None when there is nothing to count from."""
    if scene.narrative or scene.written is None:
        return _told_year(scene.told, month) if scene.told else None
    return _written_year(scene, scene.written, month, day)


def _told_year(told: Anchor, month: int) -> Chosen:
    year, told_month = civil(told.span.start)[:2]
    if told.span.grain >= Grain.YEAR:
        return Chosen(year, (f"in the year being told ({year})",), told, Certainty.IMPLIED)
    distance = month - told_month

    def cost(turn: int) -> float:
        months = distance + 12 * turn
        return months if months >= 0 else -months * _BACK_COST

    turn = min((0, 1, -1), key=cost)
    step = "in the year being told" if turn == 0 else "the next to come in the story" if turn > 0 else "the last before"
    return Chosen(year + turn, (step,), told, Certainty.IMPLIED)


def _written_year(scene: Scene, written: Anchor, month: int, day: int | None) -> Chosen:
    year, now_month, now_day = civil(written.span.start)[:3]
    ahead = (month, day or 0) > (now_month, now_day if day else 0)
    tense = scene.tense()
    if ahead:
        chosen = year if tense > 0 else year - 1
        if tense == 0 and (month - now_month) <= 3:
            chosen = year
    else:
        same = month == now_month and (day is None or day == now_day)
        chosen = year + 1 if tense > 0 and not same and now_month - month > 3 else year
    steps = ({-1: "past tense", 0: "", 1: "future tense"}[tense],)
    return Chosen(chosen, steps, written, Certainty.IMPLIED)
