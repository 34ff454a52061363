"""Where a comma parts two verbs that an "and" between them does not."""

from __future__ import annotations

from typing import Final

from timeline.events.predicate import Predicate
from timeline.events.tokens import COORDINATORS, PREPOSITIONS, SUBORDINATORS, Token, is_adverb

_RELATIVE: Final = frozenset({"who", "whom", "which", "whose", "where"})
_JOINS_NOUNS: Final = COORDINATORS | (SUBORDINATORS & PREPOSITIONS) | {"as"}
_LONGEST_TELLER: Final = 4  # words of each of those who tell: "residents and a military source"

Boundary = tuple[int, int, str]


def closes_relative(words: list[Token], start: int, before: Predicate, following: Predicate, found: Boundary) -> Boundary:
    """ "Ana, who became minister in May and leader in June, met him": a lone comma right before a verb closes the "who".

    `start` is where the clause of the verb before begins, `found` the boundary that is seen without this.
    """
    opened = start > 1 and words[start - 1].lower in _RELATIVE and words[start - 2].lower == ","
    if not opened or found[2] not in _JOINS_NOUNS:
        return found
    last = following.first - 1
    while last > before.last and is_adverb(words[last]):
        last -= 1
    commas = _commas(words, before.last + 1, following.first)
    return (last, last + 1, ",") if commas == [last] else found


def before_tellers(words: list[Token], before: Predicate, following: Predicate, found: Boundary) -> Boundary:
    """ "troops pulled out under fire, residents and a military source said": both of them told it."""
    at = found[0]
    if found[2] != "and" or not (following.verb.saying and following.verb.plain) or following.first - at > _LONGEST_TELLER + 1:
        return found
    commas = _commas(words, before.last + 1, at + 1)
    first = words[commas[0] + 1 : at] if len(commas) == 1 else []
    people = bool(first) and len(first) <= _LONGEST_TELLER and first[-1].plain and first[-1].lower.endswith("s")
    if not people or any(word.lower in COORDINATORS or word.lower.endswith(("ing", "ed")) for word in first):
        return found
    return commas[0], commas[0] + 1, ","


def _commas(words: list[Token], start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if words[at].lower == "," and words[at].plain]
