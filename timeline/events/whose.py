"""Whose something is in a title: what to put for "his", "its" or "their" when the subject cannot own it."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.standing import Standing, possessive
from timeline.events.subjects import is_body, is_human, is_person
from timeline.events.verbs import lexicon

_SELF: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OWNED_LATER: Final = re.compile(r"\b(?:his|her|its|their)\b")


def whose(standing: Standing, sentence: Sentence, clause: Clause, subject: str) -> str:
    """What to put for "his" or "their" when the subject is nobody who could own it: "Xerxes’s ", else "the "; "" else."""
    first, stop = sentence.subject(clause)
    owned = _OWNED_LATER.search(sentence.quote(clause.predicate.last + 1, clause.end))
    if owned is None or first >= stop or _owned_inside(standing, sentence, clause, owned):
        return ""
    words = sentence.words[first:stop]
    if words[-1].lower == _SELF.get(owned[0]):
        return ""  # "she was sunk with most of her crew"
    begin, end = words[0].start, words[-1].end
    person = any(begin <= one.passage.start < end and is_human(one.actor) for one in sentence.actors) or is_person(subject)
    if owned[0] == "their":
        alone = person and not any(word.lower == "and" or word.lower.endswith("s") for word in words)
        return "the " if alone else ""
    if owned[0] == "her" and any(begin <= one.passage.start < end for one in sentence.actors):
        return ""  # a land or a ship
    if owned[0] == "its":
        body = standing.last_named(sentence, clause, is_body) if person else None
        return possessive(body.name) if body else ""
    plain = {word.lower for word in words if word.plain}
    if person or plain & _humans() or any(one.name in subject for one in standing.people):
        return ""
    last = standing.last_named(sentence, clause, is_human) or standing.person
    return "the " if last is None else possessive(last.name)


def _owned_inside(standing: Standing, sentence: Sentence, clause: Clause, owned: re.Match[str]) -> bool:
    """ "called on Rwanda to withdraw its forces": whose they are stands between, and the title names it."""
    after = sentence.words[clause.predicate.last].end
    before = sentence.words[clause.predicate.last + 1].start + owned.start()
    between = (one.actor for one in sentence.actors if after <= one.passage.start < before)
    return any(standing.genders.fits(one, owned[0]) if owned[0] in {"his", "her"} else is_body(one) for one in between)


def _humans() -> frozenset[str]:
    verbs = lexicon()
    return verbs.people | verbs.words["armed"] | verbs.words["civil"]
