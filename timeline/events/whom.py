"""Whom something is done to when the text only says "her": the woman the story is about."""

from __future__ import annotations

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.standing import Standing
from timeline.events.subjects import Subject, is_human
from timeline.events.tokens import COORDINATORS, PREPOSITIONS

_AFTER: frozenset[str] = PREPOSITIONS | COORDINATORS


def whom(standing: Standing, sentence: Sentence, clause: Clause) -> Subject:
    """Who or what "him", "her", "it" or "them" right after the verb is; nobody where that is not plain."""
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 3]
    if not after or after[0].lower != "her":
        return standing.him(sentence, clause)
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
