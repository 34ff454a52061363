"""Who a pronoun, a shared subject or a relative clause's "who" stands for, as far as the text before makes it plain."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.gazetteer import gazetteer
from timeline.events.gender import Genders
from timeline.events.objects import object_of
from timeline.events.sentence import Sentence
from timeline.events.subjects import Subject, all_actors, are_many, is_body, is_human, is_person, subject_of
from timeline.events.tokens import ADVERBS, COORDINATORS, GRAMMAR, PREPOSITIONS, RELATIVES, SUBORDINATORS
from timeline.events.verbs import lexicon
from timeline.model import Actor, ActorKind, Kind, Participant, Role

_HE: Final = frozenset({"he", "she"})
_THEY: Final = frozenset({"it", "they"})
_PRONOUNS: Final = _HE | _THEY | GRAMMAR["indefinite"] | {"a second", "a third", "a fourth"}
# Deeds done to places rather than to what was said of them: "took Goma; the army recaptured it".
_TO_PLACES: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.RETREAT, Kind.MOBILIZE})
_TELLERS: Final = frozenset({"i", "we", "there"})
_ONE_OF_THEM: Final = re.compile(r"(\w+) of them$", re.IGNORECASE)
_THING: Final = re.compile(r"\b(?:his|her|the) (army|fleet|navy|force|column|convoy|expedition|ship|squadron|garrison)\b")
_OWNED: Final = re.compile(r"(its|his|her) ((?:[a-z-]+ ){0,3}[a-z-]+)$", re.IGNORECASE)
_UNDER: Final = re.compile(r" (?:under|with|led|commanded|from|in|on) ")
_OWNER: Final = {"its": "it", "his": "he", "her": "she"}
_SHIPS_DO: Final = frozenset(
    {"sink", "go down", "capsize", "roll over", "explode", "burn", "sail", "limp back", "founder", "list"}
)
_HIM: Final = (["him"], ["it"], ["them"])
_BEFORE_OTHERS: Final = PREPOSITIONS - {"of"}
_MOST: Final = 12  # people kept in mind
_FIGHT: Final = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})
_LONGEST: Final = 9  # words of a subject that may stand in for a pronoun


@dataclass(slots=True)
class Standing:
    """Carried from sentence to sentence: the last subject, the last person, what was last done to."""

    last: Subject = field(default_factory=Subject)
    person: Actor | None = None
    bodies: list[Actor] = field(default_factory=list)
    people: list[Actor] = field(default_factory=list)
    ship: Actor | None = None
    thing: str = ""
    done: Subject = field(default_factory=Subject)
    genders: Genders = field(default_factory=Genders)

    def stand_in(self, sentence: Sentence, clause: Clause) -> tuple[str, list[Participant]]:
        """The words a title begins with, and the parts of those they stand for; "" when nobody plain is meant."""
        role = Role.TARGET if sentence.undergoes(clause) else Role.INITIATOR
        if clause.sharing:
            before = sentence.host(clause)
            return self._named(sentence, before, role) if before else ("", [])
        own = subject_of(sentence, clause)
        pronoun = "" if _is_acronym(own.words) else _without_adverb(own.words.lower().strip())
        if pronoun in _PRONOUNS:
            return self._for(pronoun, sentence, clause, role)
        owned = _OWNED.match(own.words)
        if owned and not own.actors:
            return self._owner(sentence, clause, owned, own.words, role)
        counted = _ONE_OF_THEM.match(own.words)
        if counted:
            return (f"{counted[1]} of {self.last.words}" if self.last.words else ""), []
        if clause.antecedent and clause.predicate.first > clause.start and clause.opener != "who":
            return own.words, [Participant(actor.id, Role.TARGET) for actor in all_actors(sentence, *clause.antecedent)]
        if clause.antecedent and role is Role.TARGET and clause.predicate.first <= clause.start and not own.actors:
            return own.words, [Participant(actor.id, role) for actor in all_actors(sentence, *clause.antecedent)[-1:]]
        if clause.antecedent and clause.predicate.first <= clause.start:
            return own.words, [Participant(actor.id, role) for actor in own.actors[0 if " between " in own.words else -1 :]]
        body = None if own.actors else self._the_body(own.words)
        return own.words, [Participant(body.id, role)] if body else []

    def _the_body(self, words: str) -> Actor | None:
        """ "the organisation", "the group": the body of that sort told of last."""
        article, _, noun = words.lower().partition(" ")
        if article != "the":
            return None
        heads = gazetteer().words
        if noun in heads["heads.fighting"]:
            return next(iter(self.bodies), None)
        if noun not in heads["heads.organisation"]:
            return None
        bodies = (one for one in self.bodies if one.kind is ActorKind.ORGANISATION and one.name.split()[-1][0].isupper())
        plain = noun in heads["heads.plain"]  # "the company" is not the FBI, nor "the police" a union
        return next((one for one in bodies if plain or noun in one.name.lower().split()), None)

    def him(self, sentence: Sentence, clause: Clause) -> Subject:
        """Who or what "him", "it" or "them" is right after the verb: what was told of before, when it is not the subject."""
        after = [word.lower for word in sentence.words[clause.predicate.last + 1 : clause.predicate.last + 2]]
        if after not in _HIM:
            return Subject()
        doing = {one.id for one in subject_of(sentence, clause).actors}
        doing |= {part.actor for part in self.stand_in(sentence, clause)[1]}
        if after == ["him"]:
            return self._whom(sentence, clause, doing)
        if after == ["it"] and not doing & {one.id for one in self.last.actors}:
            return self._thing(sentence, clause)
        if after == ["them"] and len(self.last.actors) > 1 and not doing & {one.id for one in self.last.actors}:
            return self.last
        return Subject()

    def _whom(self, sentence: Sentence, clause: Clause, doing: set[str]) -> Subject:
        """Who "him" is: the "he" of the clause before, the one other person named in the sentence, else the last told of."""
        verb = sentence.words[clause.predicate.first].start
        before = [one for one in sentence.clauses if one.start < clause.start][-1:]
        subject = subject_of(sentence, before[0]).words.lower().split()[-1:] if before else []
        if subject == ["he"] and self.person and self.person.id not in doing:
            return Subject(self.person.name, [self.person])
        named = [one.actor for one in sentence.actors if one.passage.start < verb and is_human(one.actor)]
        others = list({one.id: one for one in named if one.id not in doing}.values())
        if len(others) > 1:
            return Subject()  # one of two
        others = others or [one for one in (self.person, *self.people) if one and one.id not in doing]
        return Subject(others[0].name, [others[0]]) if others else Subject()

    def _thing(self, sentence: Sentence, clause: Clause) -> Subject:
        """What "it" is: the thing done to before, or the subject before, when it is neither a person nor the one who acts."""
        before = next((one for one in reversed(sentence.clauses) if one.start < clause.start), None)
        done_to = object_of(sentence, before) if before else self.done
        if done_to.words and (not done_to.actors or clause.predicate.verb.kind in _TO_PLACES):
            return done_to
        near = self._subject_before(sentence, clause)
        mine = {self.stand_in(sentence, clause)[0].lower(), subject_of(sentence, clause).words.lower()}
        near = self.last if near.words.lower() in mine else near
        thing = _UNDER.split(near.words)[0]  # "the Sixth Army under General Paulus"
        several = thing.endswith("s") and not near.actors
        plain = thing.lower() not in mine and len(thing.split()) <= 6 and not is_person(thing) and not several
        things = [one for one in near.actors if not is_human(one)]
        named = any(is_human(one) and one.name in thing for one in near.actors)
        return Subject(thing, things) if thing and plain and not named else Subject()

    def _owner(
        self, sentence: Sentence, clause: Clause, owned: re.Match[str], words: str, role: Role
    ) -> tuple[str, list[Participant]]:
        """ "its army": whose army, when it is plain."""
        name, parts = self._for(_OWNER[owned[1].lower()], sentence, clause, role)
        plain = bool(name) and len(parts) <= 1 and len(name.split()) <= (4 if parts else 3)
        return (possessive(name) + owned[2], _acting(parts, owned[2])) if plain else (words, [])

    def _named(self, sentence: Sentence, clause: Clause, role: Role) -> tuple[str, list[Participant]]:
        own = subject_of(sentence, clause)
        if own.words.lower() in _PRONOUNS:
            return self._for(own.words.lower(), sentence, clause, role)
        return own.words, [Participant(actor.id, role) for actor in own.actors[:3] if _is_head(actor, own.words)]

    def _for(self, pronoun: str, sentence: Sentence, clause: Clause, role: Role) -> tuple[str, list[Participant]]:
        """Who "he", "she", "it" or "they" is, as subject of a clause."""
        subject = self._subject_before(sentence, clause, pronoun)
        person = next(filter(is_human, subject.actors), None)
        if person and not _is_head(person, subject.words):
            person = None
        if pronoun == "she" and (clause.predicate.verb.lemma in _SHIPS_DO or person is None):
            ship = self.last_named(sentence, clause, _is_ship) or self.ship
            if ship:
                return ship.name, [Participant(ship.id, role)]
        if pronoun in _HE:
            return self._he(pronoun, sentence, clause, subject, role)
        if pronoun in _THEY:
            body = self.last_named(sentence, clause, is_body) if person and pronoun == "it" else None
            if body:
                return body.name, [Participant(body.id, role)]
            if person and pronoun == "it" and self.thing:
                return self.thing, []
            if pronoun == "it" and are_many(subject.words):
                body = next(iter(self.bodies), None)
                return (body.name, [Participant(body.id, role)]) if body else ("", [])
            if not person and 0 < len(subject.words.split()) <= _LONGEST:
                return subject.words, [Participant(actor.id, role) for actor in subject.actors]
        return "", []

    def _he(
        self, pronoun: str, sentence: Sentence, clause: Clause, subject: Subject, role: Role
    ) -> tuple[str, list[Participant]]:
        """Who "he" or "she" is: of two who may be meant, neither."""
        meant = [actor for actor in subject.actors if self.genders.fits(actor, pronoun)]
        if len(meant) > 1:
            return "", []
        person = self._undergoer(pronoun, sentence, clause)
        person = person or (meant[0] if meant and _is_head(meant[0], subject.words) else None)
        unnamed = is_person(subject.words) and not any(map(is_human, subject.actors)) and not _OWNED.match(subject.words)
        person = person or (None if unnamed else self._one_before(sentence, clause, pronoun))
        if person:
            self.genders.meant(person, pronoun)
            return person.name, [Participant(person.id, role)]
        return (subject.words, []) if unnamed else ("", [])

    def _one_before(self, sentence: Sentence, clause: Clause, pronoun: str) -> Actor | None:
        """Whom the sentence or the story named last, if "he" or "she" may be that one; else who is known to be one."""
        near = self.last_named(sentence, clause, lambda actor: self.genders.fits(actor, pronoun))
        if near or (self.person and self.genders.fits(self.person, pronoun)):
            return near or self.person
        return next((one for one in self.people if self.genders.shows(one, pronoun)), None)

    def _undergoer(self, pronoun: str, sentence: Sentence, clause: Clause) -> Actor | None:
        """ "A captured B; he was tortured": whom the clause before was done to, when this one is done to somebody too."""
        before = [one for one in sentence.clauses if one.start < clause.start and not one.sharing][-1:]
        if not sentence.undergoes(clause) or not before or before[0].predicate.passive or before[0].predicate.verb.saying:
            return None
        if subject_of(sentence, before[0]).words.lower() == pronoun:
            return None  # "she married B and she was posted abroad"
        words = sentence.words[before[0].predicate.last + 1 : before[0].predicate.last + 4]
        after = (words[0].start, words[-1].end) if words else (0, 0)
        named = (one.actor for one in sentence.actors if after[0] <= one.passage.start < after[1])
        return next((one for one in named if self.genders.fits(one, pronoun)), None)

    def _subject_before(self, sentence: Sentence, clause: Clause, pronoun: str = "") -> Subject:
        """The subject of the clause before, relative clauses passed over, else of the sentence before.

        What "and" joins on goes with a main clause, not with its "when"; several are no "it".
        """
        before = [one for one in reversed(sentence.clauses) if one.start < clause.start and not one.sharing]
        if clause.opener in COORDINATORS:
            before.sort(key=lambda one: one.opener in SUBORDINATORS)
        for one in before:
            near = subject_of(sentence, one) if one.opener not in RELATIVES else Subject()
            if near.words and near.words.lower() not in _PRONOUNS and not (pronoun == "it" and are_many(near.words)):
                return near
        return self.last

    def last_named(self, sentence: Sentence, clause: Clause, fits: Callable[[Actor], bool]) -> Actor | None:
        """The last actor of a sort named in the sentence before a clause."""
        begin = sentence.words[clause.start].start if clause.start < len(sentence.words) else sentence.end
        named = [one.actor for one in sentence.actors if one.passage.start < begin and fits(one.actor)]
        return named[-1] if named else None

    def remember(self, sentence: Sentence) -> None:
        """Takes note of what a sentence was about, for the pronouns of the next."""
        for clause in sentence.clauses[-1:]:
            self.done = object_of(sentence, clause)
        subjects = (subject_of(sentence, clause) for clause in sentence.clauses)
        own = next((one for one in subjects if one.words.lower() not in _TELLERS), Subject())
        if own.words and own.words.lower() not in _PRONOUNS and not _is_doing(own.words):
            self.last = own
        people = [one.actor for one in sentence.actors if one.actor.kind is ActorKind.PERSON]
        if people:
            self.people = list({one.id: one for one in (*people, *self.people)}.values())[:_MOST]
        if self.person and _names_him(sentence):
            # Who is "him" already is who the story is about, and goes on being it.
            self.last = Subject(self.person.name, [self.person])
        elif people:
            plain = len({one.id for one in people}) == 1
            heads = [one for one in self.last.actors if one.kind is ActorKind.PERSON and _is_head(one, self.last.words)]
            self.person = heads[0] if heads else people[0] if plain else None
        things = _THING.findall(sentence.text, sentence.start, sentence.end)
        self.thing = things[-1] if things else ""
        bodies = [one.actor for one in reversed(sentence.actors) if one.actor.kind in _FIGHT]
        if bodies:
            self.bodies = list({one.id: one for one in (*bodies, *self.bodies)}.values())[:_MOST]
        ships = [one.actor for one in sentence.actors if _is_ship(one.actor)]
        if ships:
            self.ship = ships[-1]


def _names_him(sentence: Sentence) -> bool:
    # Most sentences have no such letters, let alone the word.
    return "him" in sentence.text[sentence.start : sentence.end].lower() and any(word.lower == "him" for word in sentence.words)


def _is_doing(words: str) -> bool:
    """ "Defeating the rebels", not "fighting": nobody who does anything."""
    first = words.partition(" ")[0].lower()
    return first.endswith("ing") and first in lexicon().forms and first not in lexicon().nouns


def _is_acronym(words: str) -> bool:
    """ "WHO recorded", not "who recorded"."""
    return len(words) > 1 and words.isupper()


def _without_adverb(words: str) -> str:
    """ "he" of "he then", "he himself"."""
    first, _, rest = words.partition(" ")
    return first if first in _PRONOUNS and (rest in ADVERBS or rest.endswith(("self", "selves"))) else words


def possessive(name: str) -> str:
    return f"{name}{'’' if name.endswith('s') else '’s'} "


def _acting(parts: list[Participant], owned: str) -> list[Participant]:
    """An army acts for its owner; an illness, a plan or a son does not."""
    noun = owned.split()[-1]
    return parts if noun in lexicon().words["armed"] or noun in lexicon().members else []


def _is_head(person: Actor, words: str) -> bool:
    """Whether an actor is who a subject is about: "Xerxes", "the Persian king Xerxes", not "the men under Xerxes"."""
    before = next((words[: words.find(name)] for name in (person.name, *person.aliases) if name in words), "")
    return not any(word in _BEFORE_OTHERS for word in before.lower().split())


def _is_ship(actor: Actor) -> bool:
    return actor.kind is ActorKind.ARMED_GROUP
