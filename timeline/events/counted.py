"""Of which things "two of them" are two: those that the clause before did something to."""

from __future__ import annotations

from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.tokens import DETERMINERS, GRAMMAR

_THEM: Final = frozenset({"them", "these", "those"})
_LONGEST: Final = 3  # words of the things


def counted_of(sentence: Sentence, clause: Clause) -> str:
    """ "stopped three lorries and looted two of them": "lorries"; "" where none are named right after the verb before."""
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 4]
    if len(after) < 3 or after[1].lower != "of" or after[2].lower not in _THEM:
        return ""
    at = sentence.clauses.index(clause)
    if not at or sentence.clauses[at - 1].predicate.passive:
        return ""
    words, first = sentence.words, sentence.clauses[at - 1].predicate.last + 1
    while words[first].plain and (words[first].lower in _COUNTS or words[first].text.isdigit()):
        first += 1
    stop = first
    while stop < clause.start and words[stop].plain and words[stop].text.isalpha() and stop - first < _LONGEST:
        stop += 1
        if words[stop - 1].lower.endswith("s"):
            return sentence.quote(first, stop)
    return ""


_COUNTS: Final = DETERMINERS | GRAMMAR["numbers"]
