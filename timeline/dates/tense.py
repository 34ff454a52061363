"""Whether the verb near an expression points to the past or the future."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from timeline.dates.language import Language

_SENTENCE_END: Final = re.compile(r"[.!?]['”\"]?\s|\n")
_REACH: Final = 200  # characters of a sentence looked at on each side
_CLAUSE: Final = 60  # characters back in which a verb stands that governs the date
_ONE_VERB: Final = 16  # "should be completed": a participle so near after the word that points ahead belongs to it


def tense(text: str, start: int, end: int, language: Language) -> int:
    """-1 past, 1 future, 0 unsaid: by the nearest verb before the expression in its sentence, else the first after it."""
    ahead, back = _verbs(language)
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    future, past = _last(ahead, before), _last(back, before)
    if future or past:
        return _nearer(future, past)
    after = _SENTENCE_END.split(text[end : end + _REACH], 1)[0]
    following, passed = ahead.search(after), back.search(after)
    if following and (not passed or following.start() < passed.start()):
        return 1
    return -1 if passed else 0


def looks_back(text: str, start: int, language: Language) -> bool:
    """Whether the verb just before is in the past perfect: "he had fought in 1936"."""
    before, perfect = text[max(0, start - _CLAUSE) : start].lower(), language.tense.get("perfect", frozenset())
    if not any(word in before for word in perfect):
        return False
    return not perfect.isdisjoint(_SENTENCE_END.split(before)[-1].split())


def _nearer(future: re.Match[str] | None, past: re.Match[str] | None) -> int:
    if future is None:
        return -1
    return 1 if past is None or past.start() - future.end() < _ONE_VERB else -1


@cache
def _verbs(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    future, past = (r"\b(?:" + "|".join(sorted(language.tense.get(name, ()))) + r")\b" for name in ("future", "past"))
    ending = language.tense.get("past_ending")
    if ending:
        past = rf"{past}|\b\w{{3,}}{ending}\b"
    return re.compile(future, re.IGNORECASE), re.compile(past, re.IGNORECASE)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
