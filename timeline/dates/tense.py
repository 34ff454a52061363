"""Whether the verb near an expression points to the past or the future."""

from __future__ import annotations

import re
from typing import Final

from timeline.dates.language import Language

_SENTENCE_END: Final = re.compile(r"(?<!\.\w)[.!?]['”\"]?\s|\n")  # not "6 p.m. on Monday"
_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 200  # characters of a sentence looked at on each side
_CLAUSE: Final = 60  # characters back in which a verb stands that governs the date
_ONE_VERB: Final = 2  # "should be completed": a participle so many words after the one that points ahead belongs to it


def tense(text: str, start: int, end: int, language: Language) -> int:
    """-1 past, 1 future, 0 unsaid: by the nearest verb before the expression in its sentence, else the first after it."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    words = _verbs_of(before, language)
    for at in range(len(words) - 1, -1, -1):
        if _ahead(words, at, language):
            return 1
        if _back(words[at], language):
            return 1 if any(_ahead(words, near, language) for near in range(max(0, at - _ONE_VERB), at)) else -1
    after = _SENTENCE_END.split(text[end : end + _REACH], 1)[0]
    words = _verbs_of(after, language)
    for at, word in enumerate(words):
        if _ahead(words, at, language):
            return 1
        if _back(word, language):
            return -1
    return 0


def _verbs_of(sentence: str, language: Language) -> list[str]:
    """The words of a sentence in lower case; names in it ("4 May", "Will") are no verbs, and leave an empty place.

    None at all where no word can be a verb that tells, which most stretches without a sentence's end are.
    """
    words = _WORD.findall(sentence)
    words = [word.lower() if at == 0 or not word[0].isupper() else "" for at, word in enumerate(words)]
    ending = language.tense.get("past_ending")
    return words if not language.tense["verbs"].isdisjoint(words) or (ending and ending in sentence) else []


def looks_back(text: str, start: int, language: Language) -> bool:
    """Whether the verb just before is in the past perfect: "he had fought in 1936"."""
    before, perfect = text[max(0, start - _CLAUSE) : start].lower(), language.tense.get("perfect", frozenset())
    if not any(word in before for word in perfect):
        return False
    return not perfect.isdisjoint(_SENTENCE_END.split(before)[-1].split())


def _ahead(words: list[str], at: int, language: Language) -> bool:
    """Whether a word, or it with the one after, points ahead: "will", "set to"."""
    future = language.tense["future"]
    return words[at] in future or (at + 1 < len(words) and f"{words[at]} {words[at + 1]}" in future)


def _back(word: str, language: Language) -> bool:
    ending = language.tense.get("past_ending")
    return word in language.tense["past"] or bool(ending and len(word) > 4 and word.endswith(ending))
