"""Full stops that end no sentence: those of ordinals ("am 5. Mai") and of abbreviations ("v. Chr. war")."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from timeline.dates.shapes import Writing, any_of

_NO_STOP: Final = "·"
_JOINS: Final = frozenset("/–-")  # "27./28. Juli"


@cache
def _shape(writing: Writing) -> re.Pattern[str]:
    """A stop that may be within a sentence, with what stands `after` it; nothing there where it always is."""
    number_or_word = rf"(?:(?<![\d.,:])\d\d?|\b(?:{any_of(writing.may_end)}))\.(?=\s?(?P<after>[/–-]|\w+))"
    return re.compile(rf"{number_or_word}|\b(?:{any_of(writing.abbreviations)})\.(?=\s?\w)", re.IGNORECASE)


def without_inner_stops(text: str, writing: Writing) -> str:
    """The text to ask about its sentences, offsets kept; the text itself where the language has ordinals without a stop."""
    if not writing.stopped:
        return text

    def plain(found: re.Match[str]) -> str:
        return found[0][:-1] + _NO_STOP if found["after"] is None or _goes_on(found["after"], writing) else found[0]

    return _shape(writing).sub(plain, text)


def _goes_on(after: str, writing: Writing) -> bool:
    """Whether a sentence goes on with a word after a stop: a small letter, a number, a month or a century."""
    if after in _JOINS or after[0].islower() or after[0].isdigit():
        return True
    return after.lower() in writing.months or after.lower() in writing.century
