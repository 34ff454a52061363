"""Lengths that a date beside them places: "a ten-day siege that began on 4 May", "the three months to 30 June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from timeline.dates.language import Language
from timeline.dates.surroundings import in_one_sentence
from timeline.dates.values import GRAINS, UNITS, edtf, said
from timeline.model import Anchor, Certainty, DateType, Document, ResolvedDate
from timeline.spans import EARLIEST, LATEST, Grain, Span, shift

_REACH: Final = 60  # characters between a length and the date that places it
_LENGTH: Final = re.compile(r"P(T?)(\d+)(DE|CE|[MHDWQY])")
_MOST: Final = 5000  # units


def tied(dates: Sequence[ResolvedDate], document: Document, language: Language) -> list[ResolvedDate]:
    """The dates, with each length in its place that a date after it gives a beginning or an end."""
    given = list(dates)
    for at, (length, date) in enumerate(pairwise(dates)):
        if length.expression.type is DateType.DURATION and length.span is None and _places(date):
            given[at] = _tied(length, date, document.text, language)
    return given


def _places(date: ResolvedDate) -> bool:
    """Whether a date is one to count from: a day, month or year of its own."""
    span = date.span
    one = date.expression.type is DateType.DATE and "ends" not in date.expression.slots
    return one and span is not None and span.grain <= Grain.YEAR and not (span.open_start or span.open_end)


def _tied(length: ResolvedDate, date: ResolvedDate, text: str, language: Language) -> ResolvedDate:
    start, end = length.expression.passage.end, date.expression.passage.start
    size = _LENGTH.fullmatch(length.value)
    if size is None or date.span is None or not in_one_sentence(text, start, end, _REACH):
        return length
    side = _side(length, text[start:end].lower(), language)
    count, grain = int(size[2]), GRAINS.get(UNITS[size[1] + size[3]], Grain.DAY)
    count *= {Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain, 1)
    if side == 0 or not 0 < count < _MOST:
        return length
    far = shift(date.span.start if side > 0 else date.span.end, side * count, min(grain, Grain.YEAR))
    first, last = (date.span.start, far) if side > 0 else (far, date.span.end)
    if first <= EARLIEST or last >= LATEST or first >= last:
        return length
    span = Span(first, last, max(date.span.grain, Grain.DAY))
    named = said(date.span)
    why = length.why._replace(steps=(f"{'from' if side > 0 else 'to'} {named}",), result=said(span))
    certainty = max(Certainty.IMPLIED, date.certainty, key=list(Certainty).index)
    anchor = Anchor(named, date.span, date.expression.passage)
    return length._replace(
        span=span,
        edtf=edtf(span, lasting=True),
        lasting=True,
        certainty=certainty,
        why=why._replace(anchor=anchor),
        counted_from=anchor,
    )


def _side(length: ResolvedDate, between: str, language: Language) -> int:
    """1 where the length begins with the date, -1 where it ends with it, 0 where the words between do not say."""
    words, context = between.strip(), language.context
    if words in context["begins_at"] or words.endswith(tuple(context["that_begins"])):
        return 1
    if words in context["ends_at"] or words.endswith(tuple(context["that_ends"])):
        return -1
    number = length.expression.slots.get("ordinal") or length.expression.slots.get("direction")
    return int(number) if words in context["genitive"] and number in (1, -1) else 0
