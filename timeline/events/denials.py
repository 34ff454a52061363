"""What is told only to be denied: "denied it had bombed the market", "rejected claims that it had"."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.clauses import Clause
from timeline.events.reported import DENYING
from timeline.events.sentence import Sentence
from timeline.events.tokens import GRAMMAR
from timeline.model import Kind, Participant, Role

_CLAIMS = GRAMMAR["claims"]


def denies(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause denies what the next one tells."""
    predicate = clause.predicate
    if predicate.verb.lemma in DENYING:
        return not predicate.negated
    governed = sentence.words[predicate.last + 1 : clause.end]
    return predicate.verb.kind is Kind.REJECT and any(word.plain and word.lower in _CLAIMS for word in governed)


def denial_of(sentence: Sentence, clause: Clause) -> Clause | None:
    """The clause right before that denies what this one tells; None where it is asserted."""
    at = sentence.clauses.index(clause)
    before = sentence.clauses[at - 1] if at else None
    told = clause.opener in {"", "said", "that"}
    return before if before and told and denies(sentence, before) else None


def without_denials(sentence: Sentence, clauses: Iterable[Clause], told: Iterable[Clause]) -> list[Clause]:
    """The clauses but for those that deny what is told beside them: it is titled with its denial."""
    denials = [denial_of(sentence, one) for one in told]
    return [one for one in clauses if one not in denials]


def unproven(parts: Iterable[Participant]) -> tuple[Participant, ...]:
    """Of what is denied nobody is said to have done it."""
    return tuple(Participant(one.actor, Role.MENTIONED) if one.role is Role.INITIATOR else one for one in parts)
