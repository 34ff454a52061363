"""Whether a date in a clause says when it happened, or hangs on a noun: "Thursday's election", "a rally for Thursday"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.tokens import PREPOSITIONS, Token, is_adverb
from timeline.events.verbs import lexicon
from timeline.model import DateType, Kind, ResolvedDate

_OF_NOUNS: Final = ("'s", "’s")
# What these do is done to what somebody else did: "condemned Sunday's attack".
_ANSWERS: Final = frozenset({Kind.ACCUSE, Kind.SUPPORT, Kind.REJECT, Kind.REQUEST, Kind.CONCEDE, Kind.THREATEN})
_AFTER: Final = frozenset({"after", "before", "following", "since"})
_UNTIL: Final = frozenset({"by", "until", "till", "before"})


def owns(sentence: Sentence, date: ResolvedDate) -> bool:
    """ "Thursday's election": the day is the election's."""
    return sentence.text.startswith(_OF_NOUNS, date.expression.passage.end)


def of_another(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """Whether a date is that of what a clause speaks of, or is to lead to, and not that of the clause."""
    at = date.expression.passage.start
    if at < sentence.words[clause.predicate.first].start or date.expression.type is DateType.DURATION:
        return False
    predicate = clause.predicate
    if owns(sentence, date):
        return predicate.verb.saying or predicate.verb.kind in _ANSWERS
    between = _between(sentence, clause, at)
    if not between or not between[-1].plain:
        return False
    lowers = {word.lower for word in between}
    before = between[-1]
    if "since" in lowers and before.lower != "since" and sentence.words[predicate.first].lower in {"has", "have"}:
        return True  # "have died since the vote of 9 August"
    if lowers & {"before", "after"}:
        if any(one.lower in {"before", "after"} and two.plain and two.lower.endswith("ing") for one, two in pairwise(between)):
            return True  # "congratulated him before withdrawing it on Monday"
        if predicate.perfect and _of_noun_after(between):
            return True  # "had spent years under arrest before her release in 2010"
    planned = predicate.future and predicate.head - predicate.first > 1
    return before.lower == "for" or (planned and before.lower in _UNTIL)


def _between(sentence: Sentence, clause: Clause, at: int) -> list[Token]:
    """The words from the verb of a clause up to an offset."""
    words = sentence.words
    first = stop = clause.predicate.last + 1
    while stop < clause.end and words[stop].end <= at:
        stop += 1
    return words[first:stop]


def in_subject(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """ "The truce signed on 3 May collapsed in June": a date that belongs to what the clause is about."""
    first, stop = sentence.subject(clause)
    passage = date.expression.passage
    inside = first < stop and sentence.words[first].start < passage.start < sentence.words[stop - 1].end
    return inside and not _before_verb(sentence.words, first, stop, passage.start)


def _before_verb(words: list[Token], first: int, stop: int, start: int) -> bool:
    """ "The commission on Sunday declared": a date right before the verb is the verb's, unless a deed or participle has it."""
    at = stop
    while at > first and (words[at - 1].dated or is_adverb(words[at - 1])):
        at -= 1
    if words[min(at, stop - 1)].start > start or at == stop:
        return False
    while at > first and words[at - 1].plain and words[at - 1].lower in PREPOSITIONS:
        at -= 1
    if at <= first:
        return False
    noun = words[at - 1]
    form = lexicon().forms.get(noun.lower)
    participle = noun.lower.endswith("ed") or (form is not None and "participle" in form.names)
    return noun.named or not (participle or noun.lower in lexicon().nouns)


def _of_noun_after(words: list[Token]) -> bool:
    """Whether "before" or "after" stands before a date with a noun between them."""
    at = next((at for at, word in enumerate(words) if word.plain and word.lower in {"before", "after"}), None)
    return at is not None and at < len(words) - 2 and not words[at + 1].dated


def leads_up(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """ "Two weeks after the fall of the town on 9 June, they signed": the day is the fall's, from which the clause is told."""
    first, _ = sentence.subject(clause)
    lead = [word for word in sentence.words[clause.start : first] if word.end <= date.expression.passage.start]
    if first >= len(sentence.words) or date.expression.passage.start > sentence.words[first].start:
        return False
    at = next((at for at, word in enumerate(lead) if word.plain and word.lower in _AFTER), None)
    return at is not None and at < len(lead) - 1
