"""Whether a date in a clause says when it happened, or hangs on a noun: "Thursday's election", "a rally for Thursday"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.title_words import BESIDE_DATE
from timeline.events.tokens import COORDINATORS, GRAMMAR, PREPOSITIONS, Token, is_adverb
from timeline.events.verbs import lexicon
from timeline.model import DateType, Kind, ResolvedDate

_OF_NOUNS: Final = ("'s", "’s")
# What these do is done to what somebody else did: "condemned Sunday's attack".
_ANSWERS: Final = frozenset({Kind.ACCUSE, Kind.SUPPORT, Kind.REJECT, Kind.REQUEST, Kind.CONCEDE, Kind.THREATEN})
_AFTER: Final = frozenset({"after", "before", "following", "since"})
_ARTICLES: Final = frozenset({"a", "an", "the", "one"})
_PLACED: Final = frozenset({"in", "at", "near", "outside"})
_UNTIL: Final = frozenset({"by", "until", "till", "before"})


def owns(sentence: Sentence, date: ResolvedDate) -> bool:
    """ "Thursday's election": the day is the election's."""
    return sentence.text.startswith(_OF_NOUNS, date.expression.passage.end)


def of_another(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """Whether a date is that of what a clause speaks of, or is to lead to, and not that of the clause."""
    at = date.expression.passage.start
    if _beside_date(sentence, at):
        return True
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


def _beside_date(sentence: Sentence, at: int) -> bool:
    """ "on 17 December, the anniversary of the 1970 shootings": the year is that of what the day recalls."""
    if len(sentence.dates) < 2:
        return False
    before = (one.expression.passage.end for one in sentence.dates if one.expression.passage.end < at)
    return any((found := BESIDE_DATE.match(sentence.text, end, sentence.end)) and at < found.end() for end in before)


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


def of_description(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """ "The league, a society founded in Odessa in 1814, rose": the year is that of the participle or the noun beside the name.

    Not in "the attack launched on 3 May" or "the law passed in 1994", whose day is that of what is told of them.
    """
    if not in_subject(sentence, clause, date):
        return False
    first, stop = sentence.subject(clause)
    words = sentence.words
    verbs = lexicon()
    at = next(at for at in range(first, stop) if words[at].end > date.expression.passage.start)
    aside = next((index for index in range(first, at) if words[index].lower == "," and words[index].plain), None)
    apposed = aside is not None and words[aside + 1].lower in _ARTICLES and at > aside + 2
    participle = next((index for index in range(at - 1, first, -1) if _is_participle(words[index])), None)
    head = [word.lower for word in words[first : aside if apposed else participle] if word.plain]
    if not (apposed or participle) or any(word in verbs.nouns or word in GRAMMAR["papers"] for word in head):
        return False
    return apposed or not any(word.plain and word.lower in COORDINATORS for word in words[participle or at : at])


def _is_participle(word: Token) -> bool:
    form = lexicon().forms.get(word.lower) if word.plain else None
    return word.plain and (
        word.lower == "born" or (form is not None and "participle" in form.names and "base" not in form.names)
    )


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
    if noun.named and words[at - 2].lower in _PLACED and at - 3 > first and _is_participle(words[at - 3]):
        return False  # "A man arrested in Zagreb on 4 May was charged"
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
