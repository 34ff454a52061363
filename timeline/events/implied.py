"""A happening told without a date, placed by the order of the telling: after, during or before the last dated one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from timeline.dates.values import edtf, said, timex
from timeline.events.verbs import Lexicon
from timeline.model import Anchor, Certainty, DateType, Document, Expression, Known, Passage, Qualifier, ResolvedDate, Why
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, Span, floor, shift

_A_YEAR: Final = 365 * MINUTES_A_DAY
# How far from a dated happening one told next to it may lie when nothing else bounds it, by the grain of that date.
_REACHES: Final = ((Grain.YEAR, (_A_YEAR, "a year")), (Grain.DECADE, (5 * _A_YEAR, "five years")))
_FAR: Final = (50 * _A_YEAR, "fifty years")
# And by a length without a number: "hours after", "a few weeks before".
_VAGUE: Final = {
    "PTXM": (MINUTES_A_DAY, "a day"),
    "PTXH": (MINUTES_A_DAY, "a day"),
    "PXD": (31 * MINUTES_A_DAY, "a month"),
    "PXW": (92 * MINUTES_A_DAY, "three months"),
    "PXM": (2 * _A_YEAR, "two years"),
    "PXY": (30 * _A_YEAR, "thirty years"),
}
_A_REPORT: Final = 400 * MINUTES_A_DAY
_AT_ONCE: Final = (31 * MINUTES_A_DAY, "a month")
_LENGTH: Final = re.compile(r"P(T?)(\d+)([HDWMY])")
_UNITS: Final = {"TH": Grain.HOUR, "TM": Grain.MINUTE, "D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}
_NEAR_HEAD: Final = 40
_REACH: Final = 3  # sentences a dated happening holds for those after it

Bound = tuple[Span, Certainty]
Cue = tuple[str, int, int]
Reach = tuple[int, str]
"""Minutes, and how they are said."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated happening: its span, its title, where it stands, the number of its sentence, and how sure its date is."""

    span: Span
    title: str
    passage: Passage
    sentence: int
    certainty: Certainty

    @property
    def bound(self) -> Bound:
        return self.span, self.certainty

    def counted(self) -> Certainty:
        """How sure a date can be that is counted from this one: a guess makes no more than a guess."""
        return Certainty.GUESSED if self.certainty is Certainty.GUESSED else Certainty.IMPLIED


def order_cue(text: str, start: int, end: int, verbs: Lexicon) -> Cue | None:
    """The first words that place the sentence: ("after", start, end) of "in retaliation"; None where there are none.

    A single word counts only near the head of the sentence: "then" inside it may join anything.
    """
    for order, cues in verbs.order.items():
        for found in cues.finditer(text, start, end):
            if found.start() - start < _NEAR_HEAD or " " in found[0]:
                return order, found.start(), found.end()
    return None


def implied(
    document: Document,
    near: Neighbour,
    following: Bound | None,
    cue: Cue | None,
    sentence: tuple[int, int],
    length: ResolvedDate | None = None,
    at_once: bool = False,
) -> ResolvedDate:
    """Bounded by the dated happening before and the next dated moment or the day of writing, else by how far stories reach.

    `length` is one without a number, where the text gives it: "hours after the landing"; `at_once` says that one led to the
    other: "fled after the army took the town".
    """
    order = cue[0] if cue else "after"
    reach = _VAGUE.get(length.value if length else "") or _reach(near.span)
    if at_once and near.span.grain <= Grain.DAY:
        reach = min(reach, _AT_ONCE)
    span = _span(document, near, following[0] if following else None, order, reach[0])
    certainty = near.counted()
    if following and following[1] is Certainty.GUESSED and span != _span(document, near, None, order, reach[0]):
        certainty = Certainty.GUESSED
    qualifier = {"after": Qualifier.AFTER, "before": Qualifier.BEFORE}.get(order)
    words = Passage(document.id, *(cue[1:] if cue else sentence))
    phrase = document.quote(words) if cue else document.quote(words)[:60].rsplit(" ", 1)[0] + "…"
    step = {"after": "told after", "during": "told as of the time of", "before": "told as before"}[order]
    nothing_else = order == "before" or (order == "after" and span.end == _day_after(near.span.end) + reach[0])
    until = f", no later than {said(Span.around(span.end - 1, Grain.DAY))}"
    if nothing_else:
        until = f", taken to be within {reach[1]}, as nothing else bounds it"
    anchor = Anchor(near.title, near.span, near.passage)
    why = Why(phrase, ("no date of its own", f"{step} “{near.title}” ({said(near.span)}){until}"), anchor, said(span))
    expression = Expression(words, "told_order", DateType.DATE, {"order": order, "bounded": not nothing_else}, qualifier)
    return ResolvedDate(expression, span, "PAST_REF", edtf(span), certainty, why, counted_from=anchor)


def apart(near: Neighbour, length: ResolvedDate, order: str) -> ResolvedDate | None:
    """ "on 5 May, two days after B": the day of B, counted from the dated happening; None where the length has no number."""
    counted = _LENGTH.fullmatch(length.value)
    if not counted or near.span.open_start or near.span.open_end:
        return None
    grain = _UNITS[counted[1] + counted[3]]
    moved = shift(near.span.start, int(counted[2]) * (-1 if order == "before" else 1), grain)
    span = Span.around(moved, max(grain, near.span.grain))
    anchor = Anchor(near.title, near.span, near.passage)
    said_length = f"{length.why.phrase} {'before' if order == 'before' else 'after'} “{near.title}” ({said(near.span)})"
    why = Why(length.why.phrase, (said_length,), anchor, said(span))
    return ResolvedDate(length.expression, span, timex(span), edtf(span), near.counted(), why, counted_from=anchor)


def _span(document: Document, near: Neighbour, following: Span | None, order: str, within: int) -> Span:
    grain = max(near.span.grain, Grain.DAY)
    end = _day_after(near.span.end)
    start = floor(end - 1, near.span.grain) if near.span.open_start else floor(near.span.start, Grain.DAY)
    if order == "during":
        return Span(start, end, grain)
    if order == "before":
        return Span(max(EARLIEST, start - within), end, grain)
    written = document.written
    # A report ends with the day it was written; a history, or a file known only by its own day, does not.
    reports = written is not None and written.known is not Known.ASSUMED and written.span.start - start < _A_REPORT
    last = _day_after(written.span.end) if written and reports else min(LATEST, end + within)
    if following and following.start >= near.span.start and following.end > near.span.start:
        last = min(last, _day_after(following.end))
    return Span(start, last if last > start else end, grain)


def _reach(span: Span) -> Reach:
    return next((reach for grain, reach in _REACHES if span.grain < grain), _FAR)


def _day_after(at: Moment) -> Moment:
    """The first midnight that is not before a moment."""
    return at if at <= EARLIEST or at >= LATEST else -(-at // MINUTES_A_DAY) * MINUTES_A_DAY


def near_enough(near: Neighbour, sentence: int, cued: bool) -> bool:
    """Whether a sentence still follows a dated happening; order words reach further back than mere sequence."""
    return sentence - near.sentence <= (3 * _REACH if cued else _REACH)
