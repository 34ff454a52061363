"""The word before a date that opens it to one side: "before 1942", "after 9 May", "since February", "until last week".

What happens before noon or after dawn happens on that day.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from timeline.dates.language import Language
from timeline.dates.scene import Reading
from timeline.model import Qualifier
from timeline.spans import EARLIEST, LATEST, Grain, Span

_PARTS: Final = (Qualifier.START, Qualifier.MID, Qualifier.END)
SINCE_THEN: Final = "since then to the day written"
_CLOSE: Final = 60  # minutes within which what happens shortly before or after an hour does
_REACH: Final = 16  # characters before a date in which its bound stands


@cache
def _ends(language: Language) -> tuple[str, ...]:
    return tuple(language.bounds)


@cache
def _beginnings(language: Language) -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in language.bounds_after)


def bound_before(text: str, at: int, language: Language) -> Qualifier | None:
    """The bound that the words before an offset put on a date there; None for most dates."""
    words = " " + text[max(0, at - _REACH) : at].lower().rstrip()
    if not words.endswith(_ends(language)):
        return None
    for phrase, name in language.bounds.items():
        if words.endswith(" " + phrase):
            return Qualifier(name) if name else None
    return None


def bound_after(text: str, at: int, language: Language) -> Qualifier | None:
    """The bound that the words after a date put on it: "1642 onwards"."""
    words = text[at : at + _REACH].lower()
    if not words.startswith(_beginnings(language)):
        return None
    for phrase, name in language.bounds_after.items():
        if words.startswith(f" {phrase}") and not words[len(phrase) + 1 :][:1].isalnum():
            return Qualifier(name)
    return None


def is_close(text: str, at: int, language: Language) -> bool:
    """Whether the words before an offset keep what they open close to it: "shortly before noon"."""
    words = text[max(0, at - 2 * _REACH) : at].lower().split()
    return len(words) > 1 and words[-2].strip(",;(") in language.context["closely"]


def bounded(reading: Reading, bound: Qualifier, today: Span | None, *, close: bool = False) -> Reading:
    """The reading opened to one side: before and after fall there somewhere, since and until last.

    What happens `close` to an hour does so within one. What has lasted since a date is known to last to the day it was
    written, `today`, and no further.
    """
    if reading.span is None or reading.qualifier not in (None, *_PARTS):
        return reading
    span = reading.span
    match bound:
        case Qualifier.BEFORE if span.grain < Grain.DAY:
            first = Span.around(span.start - 1, Grain.DAY).start
            opened = Span(max(first, span.start - _CLOSE) if close else first, span.start, span.grain)
        case Qualifier.AFTER if span.grain < Grain.DAY:
            last = Span.around(span.end, Grain.DAY).end
            opened = Span(span.end, min(last, span.start + _CLOSE) if close else last, span.grain)
        case Qualifier.BEFORE:
            # Before the end of a year may be well within it.
            opened = Span(EARLIEST, span.end if reading.qualifier is Qualifier.END else span.start, span.grain)
        case Qualifier.ON_OR_BEFORE:
            opened = Span(EARLIEST, span.end, span.grain)
        case Qualifier.AFTER:
            opened = Span(span.end, LATEST, span.grain)
        case _:
            opened = Span(span.start, LATEST, span.grain)
    steps = reading.steps
    if bound is Qualifier.ON_OR_AFTER and today and span.start < today.start:
        opened, steps = Span(span.start, Span.around(today.start, Grain.DAY).end, span.grain), (*steps, SINCE_THEN)
    lasting = bound in (Qualifier.ON_OR_BEFORE, Qualifier.ON_OR_AFTER)
    return reading._replace(span=opened, steps=steps, qualifier=reading.qualifier or bound, lasting=lasting)
