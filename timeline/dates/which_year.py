"""Which year a month, day or season without one belongs to.

In a narrative it is the one nearest to the date told before, with a lean forward, as stories go on; in news the one nearest
to the day written, unless another lies about as near and the verb points to it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.dates.scene import Scene, the
from timeline.dates.values import said
from timeline.model import Anchor, Certainty
from timeline.spans import Grain, Span, civil

_BACK_COST: Final = 1.2  # in a story a month back weighs as much as this many months forward
_MONTH: Final = 30.44  # days
_CLEARLY_NEARER: Final = 4  # how many times nearer a date must be to hold against the tense


class Chosen(NamedTuple):
    """A year, the steps that led to it, and the anchor it was counted from."""

    year: int
    steps: tuple[str, ...]
    anchor: Anchor
    certainty: Certainty
    others: tuple[tuple[str, str], ...] = ()


def which_year(scene: Scene, month: int, day: int | None, direction: int | None = None, months: int = 1) -> Chosen | None:
    """The year meant, or None when there is nothing to count from.

    `direction` is that of "last May" and "next May", `months` how long the thing named is.
    """
    base = scene.year_base
    if direction is not None and base is not scene.written:
        base = scene.told.just_before(scene.start) or base
    if base is None:
        return None
    if direction:
        return _turned(base, month, months, direction)
    if direction == 0 and base is not scene.written:
        year = civil(base.span.start)[0]
        return Chosen(year, (_in_year_of(base),), base, Certainty.IMPLIED)
    if base is scene.written:
        return _written_year(scene, base, month, day)
    return _told_year(base, month, day, ahead=scene.points_ahead or scene.follows, already=scene.already)


def _turned(base: Anchor, month: int, months: int, direction: int) -> Chosen:
    year, base_month = civil(base.span.start)[:2]
    whole_year = base.span.grain >= Grain.YEAR  # "in 1936 he left; the following March" is March 1937
    turn = (month + months > base_month) if direction < 0 else (whole_year or month <= base_month)
    step = "the last before" if direction < 0 else "the first after"
    return Chosen(year + direction * turn, (f"{step} {the(base)}",), base, Certainty.IMPLIED)


def _told_year(told: Anchor, month: int, day: int | None, *, ahead: bool, already: bool) -> Chosen:
    year, told_month, told_day = civil(told.span.start)[:3]
    if told.span.grain >= Grain.YEAR:
        return Chosen(year, (_in_year_of(told),), told, Certainty.IMPLIED)
    days = day - told_day if day and told.span.grain <= Grain.DAY else 0
    distance = month - told_month + days / _MONTH

    def cost(turn: int) -> float:
        months = distance + 12 * turn
        return months if months >= 0 else -months * _BACK_COST

    turns = (0, 1, -1) if not already else (0,) if distance <= 0 else (-1,)
    turn = (month < told_month) if ahead else min(turns, key=cost)
    step = _in_year_of(told) if turn == 0 else f"the {'next after' if turn > 0 else 'last before'} {the(told)}"
    return Chosen(year + turn, (step,), told, Certainty.IMPLIED)


def _in_year_of(told: Anchor) -> str:
    if told.span.grain == Grain.YEAR:
        return f"in {the(told)}"
    day = told.span.grain < Grain.DAY
    return f"in the year of {said(Span.around(told.span.start, Grain.DAY)) if day else the(told)}"


def _written_year(scene: Scene, written: Anchor, month: int, day: int | None) -> Chosen:
    year, now_month, now_day = civil(written.span.start)[:3]
    ahead = (month - now_month) * 30 + ((day - now_day) if day else 0)
    if ahead == 0:
        return Chosen(year, (), written, Certainty.IMPLIED)
    past, future = (year - 1, year) if ahead > 0 else (year, year + 1)
    back, forth = (365 - ahead, ahead) if ahead > 0 else (-ahead, 365 + ahead)
    tense = scene.tense()
    steps: tuple[str, ...] = ({-1: "past tense", 0: "the nearest", 1: "future tense"}[tense],)
    chosen = past if tense < 0 else future if tense > 0 else past if back <= forth else future
    if scene.points_back or (tense < 0 and scene.happened):
        return Chosen(past, steps, written, Certainty.IMPLIED)
    if back > forth * _CLEARLY_NEARER or forth > back * _CLEARLY_NEARER:
        nearest = past if back < forth else future
        steps = steps if nearest == chosen else ("the nearest to the day written",)
        chosen = nearest
    other = future if chosen == past else past
    return Chosen(chosen, steps, written, Certainty.IMPLIED, _unlike(other, month, day, tense))


def _unlike(year: int, month: int, day: int | None, tense: int) -> tuple[tuple[str, str], ...]:
    """The year that was not chosen, where no verb decided."""
    if tense:
        return ()
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return ((value, "no verb says whether it is past or to come"),)
