"""Whether the verb near an expression points to the past or the future."""

from __future__ import annotations

import re
from typing import Final

from timeline.dates.language import Language

_SENTENCE_END: Final = re.compile(r"[.!?]['”\"]?\s|\n")
_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 200  # characters of a sentence looked at on each side


def tense(text: str, start: int, end: int, language: Language) -> int:
    """-1 past, 1 future, 0 unsaid: by the nearest verb before the expression in its sentence, else the first after it."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    for word in reversed(_WORD.findall(before)):
        if said := _points(word.lower(), language):
            return said
    after = _SENTENCE_END.split(text[end : end + _REACH], 1)[0]
    for word in _WORD.findall(after):
        if said := _points(word.lower(), language):
            return said
    return 0


def _points(word: str, language: Language) -> int:
    if word in language.tense.get("future", ()):
        return 1
    ending = language.tense.get("past_ending")
    return -1 if word in language.tense.get("past", ()) or (ending and len(word) > 4 and word.endswith(ending)) else 0
