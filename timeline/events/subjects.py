"""What a clause is about: the words of its subject, as a title may use them, and the actors among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.gazetteer import Sense, gazetteer
from timeline.events.sentence import Sentence
from timeline.events.tokens import NOT, is_adverb
from timeline.model import Actor, ActorKind

_HEAD: Final = re.compile(r" (?:of|in|at|from|under|by|on|for|with) ")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence was about: its words, cut as a title may use them, and the actors among them."""

    words: str = ""
    actors: Sequence[Actor] = ()


def subject_of(sentence: Sentence, clause: Clause) -> Subject:
    """The subject a clause has itself: the first of its parts between commas, or the name that explains it."""
    if clause.about is None:
        clause.about = _subject_of(sentence, clause)
    return clause.about


def _subject_of(sentence: Sentence, clause: Clause) -> Subject:
    if clause.antecedent and clause.predicate.first - clause.start <= 0:
        return _part(sentence, *clause.antecedent)
    first, stop = sentence.subject(clause)
    if first >= stop:
        return Subject()
    while stop > first + 1 and (is_adverb(sentence.words[stop - 1]) or sentence.words[stop - 1].lower in NOT):
        stop -= 1  # "Poland never officially"
    parts = _between_commas(sentence, first, stop)
    lead = _part(sentence, *parts[0])
    if len(parts) > 2 and not lead.actors and are_many(lead.words) and sentence.words[parts[-1][0]].lower == "and":
        named = _part(sentence, parts[1][0], stop)  # "The two guards, Adam Beck, and Ruth Kern, were killed"
        return Subject(lead.words, named.actors) if all(map(is_human, named.actors)) else lead
    unnamed = not lead.actors or (is_person(lead.words) and not any(map(is_human, lead.actors)))
    if len(parts) > 1 and (unnamed or is_human(lead.actors[0])):
        named = _part(sentence, *parts[1])
        begins = named.actors and sentence.words[parts[1][0]].named
        if begins and is_human(named.actors[0]) and (unnamed or (lead.actors[0] == named.actors[0] and is_person(lead.words))):
            return named
    if (len(parts) > 2 and sentence.words[parts[-1][0]].lower in {"and", "or"}) or _is_list(sentence, parts):
        return _part(sentence, first, stop)
    return lead


def _between_commas(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    parts, begin, closes = [], first, first
    for at in range(first, stop):
        if sentence.words[at].text == "(":
            inside = (index for index in range(at, stop - 1) if sentence.words[index].text == ")")
            closes = next(inside, closes)  # "250,000 tons (a third) of ordnance"
        if at <= closes != first:
            continue
        if sentence.words[at].lower in {",", "(", "—", "–"} and sentence.words[at].plain:
            if at > begin:
                parts.append((begin, at))
            begin = at + 1
    if stop > begin:
        parts.append((begin, stop))
    return parts or [(first, stop)]


def _is_list(sentence: Sentence, parts: list[tuple[int, int]]) -> bool:
    """ "Britain, France and Israel": short parts, the last of them with "and"."""
    last = sentence.words[parts[-1][0] : parts[-1][1]]
    return len(parts) > 1 and any(word.lower == "and" for word in last) and all(stop - first <= 5 for first, stop in parts)


def _part(sentence: Sentence, first: int, stop: int) -> Subject:
    begin, end = sentence.words[first].start, sentence.words[stop - 1].end
    inside = [one for one in sentence.actors if begin <= one.passage.start < end]
    acting = [one.actor for one in inside if one.actor.kind is not ActorKind.PLACE]
    return Subject(sentence.quote(first, stop), acting)


def adverbs_before_verb(sentence: Sentence, clause: Clause) -> str:
    """What stands between a subject and its verb: "nearly", "badly"."""
    first = stop = clause.predicate.first
    if clause.sharing or not first or not is_adverb(sentence.words[first - 1]):
        return ""
    start = sentence.subject(clause)[0]
    while first - 1 > start and is_adverb(sentence.words[first - 1]):
        first -= 1
    return sentence.quote(first, stop)


def all_actors(sentence: Sentence, first: int, stop: int) -> list[Actor]:
    begin, end = sentence.words[first].start, sentence.words[stop - 1].end
    return [one.actor for one in sentence.actors if begin <= one.passage.start < end]


def is_human(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON


def is_body(actor: Actor) -> bool:
    return actor.kind not in (ActorKind.PERSON, ActorKind.PLACE)


def is_person(words: str) -> bool:
    """Whether a subject's words name a person by office or trade: "the British commander"."""
    known = gazetteer()
    return any(word in known.titles or word in known.words["around.person_before"] for word in words.lower().split())


def is_state(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE


def are_many(words: str) -> bool:
    """ "the Germans", "the rebels": several, who are no "it"."""
    last = _HEAD.split(words, maxsplit=1)[0].rpartition(" ")[2]
    entry = gazetteer().phrases.get(last)
    return (
        last.endswith("s")
        and last != "news"
        and (entry.sense is Sense.NATIONALS if entry else last.islower() and not last.endswith("ss"))
    )
