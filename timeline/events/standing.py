"""Who a pronoun, a shared subject or a relative clause's "who" stands for, as far as the text before makes it plain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.model import Actor, ActorKind, Participant, Role

_HE: Final = frozenset({"he", "she"})
_THEY: Final = frozenset({"it", "they"})
_PRONOUNS: Final = (
    _HE | _THEY | {"i", "we", "you", "this", "that", "these", "those", "one", "both", "others", "there", "who", "which"}
)
_LONGEST: Final = 9  # words of a subject that may stand in for a pronoun


@dataclass(slots=True)
class Subject:
    """What a sentence was about: its words, cut as a title may use them, and the actors among them."""

    words: str = ""
    actors: list[Actor] = field(default_factory=list)


def subject_of(sentence: Sentence, clause: Clause) -> Subject:
    """The subject a clause has itself: the first of its parts between commas, or the name that explains it."""
    if clause.antecedent and clause.predicate.first - clause.start <= 0:
        return _part(sentence, *clause.antecedent)
    first, stop = sentence.subject(clause)
    if first >= stop:
        return Subject()
    parts = _between_commas(sentence, first, stop)
    lead = _part(sentence, *parts[0])
    if len(parts) > 1 and not lead.actors:
        named = _part(sentence, *parts[1])
        begins = named.actors and sentence.words[parts[1][0]].named
        if begins and named.actors[0].kind is ActorKind.PERSON:
            return named
    if len(parts) > 2 and sentence.words[parts[-1][0]].lower in {"and", "or"} or _is_list(sentence, parts):
        return _part(sentence, first, stop)
    return lead


def _between_commas(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    parts, begin = [], first
    for at in range(first, stop):
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
    return Subject(sentence.text[begin:end], acting)


@dataclass(slots=True)
class Standing:
    """Carried from sentence to sentence: the last subject, and the last person."""

    last: Subject = field(default_factory=Subject)
    person: Actor | None = None

    def stand_in(self, sentence: Sentence, clause: Clause) -> tuple[str, list[Participant]]:
        """The words a title begins with, and the parts of those they stand for; "" when nobody plain is meant."""
        role = Role.TARGET if clause.predicate.passive else Role.INITIATOR
        if clause.sharing:
            before = next((one for one in reversed(sentence.clauses) if one.start < clause.start and not one.sharing), None)
            return self._named(sentence, before, role) if before else ("", [])
        own = subject_of(sentence, clause)
        pronoun = own.words.lower().strip()
        if pronoun in _PRONOUNS:
            before = next((one for one in reversed(sentence.clauses) if one.start < clause.start and not one.sharing), None)
            return self._for(pronoun, sentence, before, role)
        if clause.antecedent and clause.predicate.first <= clause.start:
            return own.words, [Participant(actor.id, role) for actor in own.actors[-1:]]
        return own.words, []

    def _named(self, sentence: Sentence, clause: Clause, role: Role) -> tuple[str, list[Participant]]:
        own = subject_of(sentence, clause)
        if own.words.lower() in _PRONOUNS:
            return self._for(own.words.lower(), sentence, None, role)
        return own.words, [Participant(actor.id, role) for actor in own.actors[:3]]

    def _for(self, pronoun: str, sentence: Sentence, before: Clause | None, role: Role) -> tuple[str, list[Participant]]:
        near = subject_of(sentence, before) if before else Subject()
        subject = near if near.words and near.words.lower() not in _PRONOUNS else self.last
        people = [actor for actor in subject.actors if actor.kind is ActorKind.PERSON]
        others = [actor for actor in subject.actors if actor.kind is not ActorKind.PERSON]
        if pronoun in _HE:
            ships = [actor for actor in others if actor.kind is ActorKind.ARMED_GROUP] if pronoun == "she" else []
            meant = people[0] if people else ships[0] if ships else None
            if meant is None and not subject.words:
                meant = self.person
            if meant:
                return meant.name, [Participant(meant.id, role)]
        if pronoun in _HE | _THEY and 0 < len(subject.words.split()) <= _LONGEST:
            fitting = others if pronoun in _THEY else []
            return subject.words, [Participant(actor.id, role) for actor in fitting]
        return "", []

    def remember(self, sentence: Sentence) -> None:
        """Takes note of what a sentence was about, for the pronouns of the next."""
        for clause in sentence.clauses[:1]:
            own = subject_of(sentence, clause)
            if own.words.lower() not in _PRONOUNS:
                self.last = own
        people = [one.actor for one in sentence.actors if one.actor.kind is ActorKind.PERSON]
        if people:
            self.person = people[0]
