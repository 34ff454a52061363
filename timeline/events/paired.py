"""Two verbs for one deed: "shot and killed a teacher", "was seized and held"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.predicate import Predicate
from timeline.events.tokens import Token
from timeline.model import Kind


def paired(words: list[Token], found: list[Predicate]) -> list[Predicate]:
    """Two verbs side by side with only "and" between them, of one kind and with one object, as one predicate."""
    kept: list[Predicate] = []
    for predicate in found:
        before = kept[-1] if kept else None
        if (
            before
            and predicate.first == before.last + 2
            and words[before.last + 1].lower in {"and", "or"}
            and _alike(before, predicate)
        ):
            kept[-1] = replace(before, last=predicate.last, head=predicate.head, verb=predicate.verb)
        else:
            kept.append(predicate)
    return kept


def _alike(one: Predicate, other: Predicate) -> bool:
    same = one.verb.kind is other.verb.kind is not Kind.OTHER and not (one.verb.saying or other.verb.saying)
    lone = other.first == other.head and not other.passive and one.present == other.present and not one.verb.undergone
    return same and lone and one.verb.light == other.verb.light
