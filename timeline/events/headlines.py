"""The present tense of chronicles and headlines, and what tells a verb from a noun there: "Dockers walk out"."""

from __future__ import annotations

from typing import Final

from timeline.events.tokens import DETERMINERS, GRAMMAR, PREPOSITIONS, Token

_BEFORE_OBJECT: Final = DETERMINERS | (PREPOSITIONS - {"of", "and"})
_CROWDS: Final = frozenset({"thousands", "hundreds"})
PEOPLE: Final = frozenset({"men", "women", "people", "children", "police", "groups", "gangs", "forces"})


def is_headline(words: list[Token], at: int, last: int, subject: Token, names: frozenset[str]) -> bool:
    """ "Senate approves the law", "Shelling of the market kills 7", "Dockers walk out", "Police fire tear gas"."""
    if subject.text[0].isdigit() or subject.lower in GRAMMAR["numbers"]:
        # "Tens of thousands march in Yangon", not "recorded 53 attacks on hospitals"
        return subject.plain and subject.lower in _CROWDS and words[at].lower in GRAMMAR["intransitive"]
    if "s" in names:
        after = words[last + 1 : last + 2]
        ends = subject.named and (not after or after[0].dated or not after[0].text[0].isalnum())  # "Bukavu falls."
        return ends or object_follows(words, last) or _number_follows(words, last)
    if "base" in names and at > 3 and words[at - 3].lower == "of" and words[at - 2].lower in DETERMINERS:
        subject = words[at - 4]  # "Opponents of the junta form a government"
    many = subject.plain and (subject.lower in PEOPLE or (subject.lower.endswith("s") and not subject.possessive))
    goes = words[at].lower in GRAMMAR["intransitive"]  # "the rebels surrender."
    if "base" in names and subject.named and not subject.adjective and last == at:
        after = words[last + 1 : last + 2]  # "Swordfish from HMS Illustrious attack the fleet"
        return bool(after) and (after[0].named or after[0].lower in DETERMINERS)
    return "base" in names and many and (last > at or goes or not nothing_follows(words, last))


def nothing_follows(words: list[Token], last: int) -> bool:
    """Whether a verb has no object: its sentence ends, or goes on with a mark or a preposition."""
    after = words[last + 1 : last + 2]
    return not after or after[0].dated or not after[0].text[0].isalnum() or after[0].lower in PREPOSITIONS


def object_follows(words: list[Token], last: int) -> bool:
    """Whether what stands after a word fits a verb rather than a noun: "developments come amid", "troops seize the port"."""
    if last + 1 >= len(words):
        return False
    after = words[last + 1]
    return after.named or after.lower in _BEFORE_OBJECT


def _number_follows(words: list[Token], last: int) -> bool:
    """ "European Union sanctions nine people"."""
    return any(
        word.plain and (word.text[0].isdigit() or word.lower in GRAMMAR["numbers"]) for word in words[last + 1 : last + 2]
    )
