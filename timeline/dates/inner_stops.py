"""Full stops that end no sentence: those of ordinals ("am 5. Mai") and of abbreviations ("v. Chr. war")."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from timeline.dates.shapes import Writing, any_of

_NO_STOP: Final = "·"


@cache
def _shape(writing: Writing) -> re.Pattern[str]:
    """An ordinal's stop goes on with a small letter, another number, a month or a century."""
    after = any_of((*writing.months, *writing.century))
    ordinal = rf"(?:(?<![\d.,:])\d\d?|\b(?:{any_of(writing.may_end)}))\.(?=\s?(?:[/–-]|(?-i:[^\W\d_A-ZÄÖÜ])|\d|(?:{after})))"
    return re.compile(rf"{ordinal}|\b(?:{any_of(writing.abbreviations)})\.(?=\s?\w)", re.IGNORECASE)


def without_inner_stops(text: str, writing: Writing) -> str:
    """The text to ask about its sentences, offsets kept; the text itself where the language has ordinals without a stop."""
    return _shape(writing).sub(lambda found: found[0][:-1] + _NO_STOP, text) if writing.stopped else text
