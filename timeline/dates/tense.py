"""Whether the verb near an expression points to the past or the future."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from timeline.dates.language import Language

_SENTENCE_END: Final = re.compile(r"(?<!\.\w)[.!?]['”\"]?\s|\n")  # not "6 p.m. on Monday"
_CLAUSE_ENDS: Final = ",;:.!?–\n"
_CLAUSE_END: Final = re.compile(f"[{_CLAUSE_ENDS}]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 200  # characters of a sentence looked at on each side
_CLAUSE: Final = 60  # characters back in which a verb stands that governs the date
_CLOSE: Final = 5  # words back in which it stands close
_ONE_VERB: Final = 2  # "should be completed": a participle so many words after the one that points ahead belongs to it


def tense(text: str, start: int, end: int, language: Language) -> int:
    """-1 past, 1 future, 0 unsaid: by the nearest verb before the expression in its sentence, else the first after it."""
    if _closes_ahead(text, end, language):
        return 1
    scheduled = language.tense["scheduled"]
    before = _WORD.findall(_SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1])
    for at in _verbs(before, range(len(before) - 1, -1, -1), language):
        if _ahead(before, at, language):
            return 1
        if _still(before, at, language):
            return 1
        if is_past(before[at].lower(), language):
            helpers = range(max(0, at - _ONE_VERB), at)
            helped = any(_ahead(before, near, language) and before[near].lower() not in scheduled for near in helpers)
            return 1 if helped else -1
    after = _WORD.findall(_SENTENCE_END.split(text[end : end + _REACH], 1)[0])
    for at in _verbs(after, range(len(after)), language):
        if _ahead(after, at, language):
            return 1
        if is_past(after[at].lower(), language):
            return -1
    return 0


def _still(before: list[str], at: int, language: Language) -> bool:
    """Whether a participle says what is so up to the date: "schools are closed through Thursday"."""
    through = before[-1].lower() in language.tense["through"]
    return through and at > 0 and before[at - 1].lower() in language.tense["present"]


def happened(text: str, start: int, language: Language) -> bool:
    """Whether a verb of the past stands close before the expression, in its clause: "became prime minister in February"; not
    "called for February" nor "has a June deadline".
    """
    words = _WORD.findall(_CLAUSE_END.split(text[max(0, start - _CLAUSE) : start])[-1])[-_CLOSE:]
    led = words[-1].lower() if words else ""
    if led not in language.context["before"] or led in language.tense["meant_for"]:
        return False
    verb = next(_verbs(words, range(len(words) - 1, -1, -1), language), None)
    return verb is not None and not _ahead(words, verb, language) and is_past(words[verb].lower(), language)


def _closes_ahead(text: str, end: int, language: Language) -> bool:
    """Whether the clause ends in a word that points ahead, whatever verb it has: "ist für Donnerstag geplant"."""
    if not language.tense["closing"]:
        return False
    clause = _CLAUSE_END.split(text[end : end + _REACH], 1)[0]
    return _closing(language).search(clause) is not None


@cache
def _closing(language: Language) -> re.Pattern[str]:
    """The words that close a clause and point ahead; "*" in them stands for some small letters."""
    words = "|".join(
        re.escape(word).replace(r"\*", r"[^\W\d_A-Z]+").replace(r"\ ", r"\s+") for word in language.tense["closing"]
    )
    return re.compile(rf"\b(?:{words})\s*$")


def _verbs(words: list[str], places: range, language: Language) -> Iterator[int]:
    """The places of words that may be a verb that tells; names among them ("4 May", "Will") are none."""
    verbs, endings, joined = language.tense["verbs"], language.tense["past_endings"], " ".join(words)
    known = not (verbs.isdisjoint(words) and verbs.isdisjoint(word.lower() for word in words[:1]))
    if not known and not any(ending in joined for ending in endings):
        return
    for at in places:
        low = words[at].lower()
        if (low in verbs or low.endswith(endings)) and (at == 0 or not words[at][0].isupper()):
            yield at


def lead(text: str, start: int) -> str:
    """The words before an offset in lower case, as far back as one clause mostly goes."""
    return text[max(0, start - 2 * _CLAUSE) : start].lower()


def looks_back(lead: str, language: Language) -> bool:
    """Whether the verb just before is in the past perfect: "he had fought in 1936"."""
    before, perfect = lead[-_CLAUSE:], language.tense["perfect"]
    return not (perfect.isdisjoint(before.split()) or perfect.isdisjoint(_SENTENCE_END.split(before)[-1].split()))


def already(text: str, start: int, language: Language) -> bool:
    """Whether the verb before says that it came first: "had already hanged the patriarch on Easter Sunday"."""
    before = lead(text, start)
    return not language.tense["earlier"].isdisjoint(before[-_CLAUSE:].split()) and looks_back(before, language)


def stands_aside(lead: str, language: Language) -> bool:
    """Whether a date is that of what is only spoken of: "charged with ordering the murder in 1989", "since the war in 1990"."""
    leads, endings = language.context["aside_after"], language.context["aside_endings"]
    since = language.context["digression"]
    words = lead[max(map(lead.rfind, _CLAUSE_ENDS)) + 1 :].split()
    if leads.isdisjoint(words) and since.isdisjoint(words):
        return False
    return any(one in since or (one in leads and len(two) > 5 and two.endswith(tuple(endings))) for one, two in pairwise(words))


def _ahead(words: list[str], at: int, language: Language) -> bool:
    """Whether a word, or it with the one after, points ahead: "will", "set to"."""
    future = language.tense["future"]
    if at > 0 and words[at][0].isupper():
        return False
    word = words[at].lower()
    return (
        word in future
        or word in language.tense["scheduled"]
        or (at + 1 < len(words) and f"{word} {words[at + 1].lower()}" in future)
        or (at + 2 < len(words) and f"{word} {words[at + 1].lower()} {words[at + 2].lower()}" in future)
    )


def is_past(word: str, language: Language) -> bool:
    """Whether a word in lower case is a verb that tells of the past."""
    if word in language.tense["past"]:
        return True
    return len(word) > 4 and word.endswith(language.tense["past_endings"]) and word not in language.tense["no_verb"]
