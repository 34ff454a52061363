"""Two verbs for one deed: "shot and killed a teacher", "was seized and held"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline.events.predicate import Predicate
from timeline.events.tokens import ADVERBS, COORDINATORS, GRAMMAR, PREPOSITIONS, SUBORDINATORS, Token
from timeline.model import Kind


def paired(words: list[Token], found: list[Predicate]) -> list[Predicate]:
    """Two verbs side by side with only "and" between them, of one kind or with one object, as one predicate."""
    kept: list[Predicate] = []
    for predicate in found:
        before = kept[-1] if kept else None
        if (
            before
            and predicate.first == before.last + 2
            and words[before.last + 1].lower in {"and", "or"}
            and (_alike(before, predicate) or _one_object(words, before, predicate))
        ):
            verb = before.verb if predicate.verb.kind is Kind.OTHER else predicate.verb
            kept[-1] = replace(before, last=predicate.last, head=predicate.head, verb=verb)
        else:
            kept.append(predicate)
    return kept


def _alike(one: Predicate, other: Predicate) -> bool:
    same = one.verb.kind is other.verb.kind is not Kind.OTHER and not (one.verb.saying or other.verb.saying)
    lone = other.first == other.head and not other.passive and one.present == other.present and not one.verb.undergone
    return same and lone and one.verb.light == other.verb.light


def _one_object(words: list[Token], one: Predicate, other: Predicate) -> bool:
    """ "captured and burned the town": what the first verb cannot do without stands after the second."""
    if one.verb.lemma not in _NEEDS_OBJECT or one.passive or one.present or other.present or other.passive:
        return False
    if other.first != other.head or other.verb.saying or other.verb.lemma.split(" ")[0] in _INTRANSITIVE:
        return False
    after = words[other.last + 1 : other.last + 2]
    return bool(after) and not after[0].dated and after[0].text[0].isalnum() and after[0].lower not in _NO_OBJECT


_NEEDS_OBJECT: Final = GRAMMAR["needs_object"]
_INTRANSITIVE: Final = GRAMMAR["intransitive"]
_NO_OBJECT: Final = PREPOSITIONS | COORDINATORS | SUBORDINATORS | ADVERBS | {"to"}
