"""A happening told without a date, placed by the order of the telling: after, during or before the last dated one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.dates.values import edtf, said
from timeline.events.verbs import Lexicon
from timeline.model import Anchor, Certainty, DateType, Document, Expression, Passage, ResolvedDate, Why
from timeline.spans import EARLIEST, LATEST, Grain, Span

_REACH: Final = 3  # sentences a dated happening holds for those after it


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated happening: its span, its title, where it stands, and the number of its sentence."""

    span: Span
    title: str
    passage: Passage
    sentence: int
    block: int = 0


def order_cue(text: str, start: int, end: int, verbs: Lexicon) -> tuple[str, int, int] | None:
    """The first words that place the sentence: ("after", start, end) of "in retaliation"; None where there are none."""
    head = text[start:end].lower()
    for order, cues in verbs.order.items():
        for cue in cues:
            found = re.search(rf"(?<![\w-]){re.escape(cue)}(?![\w-])", head)
            if found and (found.start() < 40 or " " in cue):
                return order, start + found.start(), start + found.end()
    return None


def implied(
    document: Document, near: Neighbour, following: Sequence[Span], cue: tuple[str, int, int] | None, sentence: tuple[int, int]
) -> ResolvedDate:
    """Bounded by the dated happening before and by the next dated moment after it (or the day of writing); open where there is none."""
    order = cue[0] if cue else "after"
    span = _span(document, near, following, order)
    words = Passage(document.id, *(cue[1:] if cue else sentence))
    phrase = document.quote(words) if cue else document.quote(words)[:60].rsplit(" ", 1)[0] + "…"
    step = {"after": "told after", "during": "told as of the time of", "before": "told as before"}[order]
    until = "" if span.open_end else f", no later than {said(Span(span.end - 1, span.end, Grain.DAY))}"
    anchor = Anchor(near.title, near.span, near.passage)
    why = Why(phrase, ("no date of its own", f"{step} “{near.title}” ({said(near.span)}){until}"), anchor, said(span))
    expression = Expression(words, "told_order", DateType.DATE, {"order": order})
    return ResolvedDate(expression, span, "PAST_REF", edtf(span), Certainty.IMPLIED, why, counted_from=anchor)


def _span(document: Document, near: Neighbour, following: Sequence[Span], order: str) -> Span:
    grain = max(near.span.grain, Grain.DAY)
    if order == "during":
        return Span(near.span.start, near.span.end, grain)
    if order == "before":
        return Span(EARLIEST, near.span.end, grain)
    ends = [span.end for span in following[:1] if span.end > near.span.start and span.start >= near.span.start]
    written = document.written.span.end if document.written else LATEST
    day = -(-written // 1440) * 1440 if written < LATEST else LATEST
    end = ends[0] if ends else day
    if end <= near.span.start:
        end = near.span.end
    return Span(near.span.start, max(end, near.span.start + 1), grain)


def near_enough(near: Neighbour | None, sentence: int, block: int, cued: bool) -> bool:
    return (
        near is not None
        and (sentence - near.sentence <= _REACH or cued)
        and (near.block == block or cued or sentence - near.sentence <= 2)
    )
