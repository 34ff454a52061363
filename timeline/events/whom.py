"""Whom something is done to when the text only says "her": the woman the story is about."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.objects import object_of
from timeline.events.sentence import Sentence
from timeline.events.standing import Standing
from timeline.events.subjects import Subject, are_many, is_human, is_person
from timeline.events.tokens import COORDINATORS, PREPOSITIONS, PRONOUNS

_AFTER: Final = PREPOSITIONS | COORDINATORS
_LONGEST: Final = 6  # words
_HEAD: Final = re.compile(r" (?:of|in|at|from|under|by|on|for|with) ")


def whom(standing: Standing, sentence: Sentence, clause: Clause) -> Subject:
    """Who or what "him", "her", "it" or "them" right after the verb is; nobody where that is not plain."""
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 3]
    if not after or after[0].lower != "her":
        him = standing.him(sentence, clause)
        plain = him.words or not after or after[0].lower != "them" or _told_since(sentence, clause)
        return him if plain else _them(standing)
    ends = len(after) == 1 or after[1].dated or not after[1].text[0].isalnum() or after[1].lower in _AFTER
    if not ends:
        return Subject()  # "her brother"
    doing = {part.actor for part in standing.stand_in(sentence, clause)[1]}
    verb = sentence.words[clause.predicate.first].start
    inside = {one.actor.id: one.actor for one in sentence.actors if one.passage.start < verb and is_human(one.actor)}
    named = [one for one in inside.values() if one.id not in doing and standing.genders.fits(one, "she")]
    if len(named) > 1:
        return Subject()
    known = [one for one in (standing.person, *standing.people) if one and one.id not in doing]
    meant = named or [one for one in known if standing.genders.fits(one, "she")]
    return Subject(meant[0].name, [meant[0]]) if meant else Subject()


def _told_since(sentence: Sentence, clause: Clause) -> bool:
    """Whether the sentence has told of somebody else before: "the marines fought on until the governor ordered them"."""
    before = [sentence.subject(one) for one in sentence.clauses if one.start < clause.start]
    return any(first < stop and sentence.words[stop - 1].lower not in PRONOUNS for first, stop in before)


def _them(standing: Standing) -> Subject:
    """Several of no name whom the sentence before was about: "the workers"."""
    head = _HEAD.split(standing.last.words, maxsplit=1)[0]
    plain = head[1:].islower() and are_many(head[:1].lower() + head[1:])
    return (
        Subject(f"the {head[:1].lower()}{head[1:].removeprefix('he ')}")
        if plain and len(head.split()) <= _LONGEST
        else Subject()
    )


def thing_done_to(standing: Standing, sentence: Sentence, clause: Clause) -> Subject:
    """What "it" is that something is done to, where no subject before it can be: "the deal. It was signed in Paris"."""
    first, stop = sentence.subject(clause)
    if not clause.predicate.passive or [word.lower for word in sentence.words[first:stop]] != ["it"]:
        return Subject()
    before = [one for one in sentence.clauses if one.start < clause.start]
    done = object_of(sentence, before[-1]) if before else standing.done
    plain = 0 < len(done.words.split()) <= _LONGEST and not is_person(done.words) and not any(map(is_human, done.actors))
    return done if plain and not are_many(done.words) else Subject()
