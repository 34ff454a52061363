"""Who acts and who is acted on in a clause, by where each actor stands to the verb and to the prepositions before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.events.asides import (
    COUNTERPART,
    explains,
    in_apposition,
    in_aside,
    index_of,
    leads_off,
    leads_unnamed,
    modifies_person,
    names_the_home_of,
    owns_who_acts,
    possesses,
)
from timeline.events.clauses import Clause
from timeline.events.gazetteer import gazetteer
from timeline.events.governors import governor_of, leads_only, of_before
from timeline.events.kinds import noun_in
from timeline.events.sentence import Sentence
from timeline.events.tokens import DETERMINERS, GRAMMAR
from timeline.events.verbs import Lexicon
from timeline.events.where import is_land, is_where, suffers
from timeline.model import ActorKind, ActorMention, Kind, Participant, Role

_ON: Final = GRAMMAR["directed"]
_WHERE: Final = GRAMMAR["where"]
_AT: Final = _WHERE | {"at", "on"}
_AT_OF: Final = _AT | {"of"}
_AT_OF_TO: Final = _AT_OF | {"to"}
_CONFLICT: Final = frozenset(
    {Kind.ASSAULT, Kind.COERCE, Kind.SANCTION, Kind.THREATEN, Kind.ACCUSE, Kind.REJECT, Kind.MOBILIZE, Kind.PROTEST}
)
_TO_SOMEONE: Final = frozenset(
    {
        Kind.AID,
        Kind.REQUEST,
        Kind.RETREAT,
        Kind.CONCEDE,
        Kind.SUPPORT,
        Kind.AGREE,
        Kind.CONSULT,
        Kind.COOPERATE,
        Kind.THREATEN,
        Kind.OTHER,
    }
)
_LIES: Final = GRAMMAR["lies"]
_BLOWS: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.THREATEN})
_GOING: Final = frozenset({Kind.MOBILIZE, Kind.RETREAT})
_MOVING: Final = frozenset({Kind.MOBILIZE, Kind.RETREAT, Kind.CONSULT})
LOST_TO: Final = frozenset({"fall to", "lose to"})
_AT_A_PLACE: Final = frozenset({"drop", "fight", "clash", "battle"})
_DEED_OF: Final = GRAMMAR["deed_of"]
_PARTICIPLE: Final = ("ed", "ought", "led", "en")
_STANDING_OF: Final = frozenset({"independence", "sovereignty", "government", "statehood"})
_AIMED_AT: Final = frozenset({"targets", "positions", "bases", "installations", "facilities"})
_ENVOYS: Final = frozenset({"ambassador", "ambassadors", "envoy", "envoys", "consul", "diplomats"})
_PREMISES: Final = GRAMMAR["premises"]
_LEFT: Final = frozenset({"leave", "enter", "reach", "cross"})


def participants(
    sentence: Sentence, clause: Clause, kind: Kind, verbs: Lexicon, extra: Iterable[Participant] = ()
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    """The actors of a clause with their roles, the stronger role where one has two; and the ids of the places named in it."""
    extra = [*extra, *_called_on(sentence, clause, kind)]
    unmade = kind is Kind.OTHER and not clause.predicate.passive and sentence.undergoes(clause)
    roles: dict[str, Role] = {part.actor: part.role for part in extra}
    places: dict[str, None] = {}
    last: Role | None = None
    before_verb = True
    for mention in sentence.actors:
        if not sentence.within(clause, mention.passage.start):
            continue
        at = index_of(sentence, mention)
        if at > clause.predicate.last and before_verb:
            last, before_verb = None, False  # what stands after the verb is in no list with what stands before it
        role, placed, last = _role(sentence, clause, kind, verbs, mention, at, last)
        if placed and mention.actor.kind in (ActorKind.PLACE, ActorKind.STATE):
            places[mention.actor.id] = None
        if role is not None and (mention.actor.kind is not ActorKind.PLACE or suffers(sentence, mention, role, kind)):
            known = roles.get(mention.actor.id)
            roles[mention.actor.id] = role if known is None else _stronger(known, role)
    if unmade:  # nobody does it to whom a death or a collapse befalls
        roles = {actor: Role.MENTIONED if role is Role.TARGET else role for actor, role in roles.items()}
    return tuple(Participant(actor, role) for actor, role in roles.items()), tuple(places)


def _called_on(sentence: Sentence, clause: Clause, kind: Kind) -> list[Participant]:
    """ "demanded that Russia withdraw": whom the demand is made of, where what is demanded is a clause of its own."""
    at = sentence.clauses.index(clause)
    after = sentence.clauses[at + 1 : at + 2]
    if kind is not Kind.REQUEST or not after or after[0].opener not in {"that", "said"} or after[0].start - clause.end > 1:
        return []
    first, stop = sentence.subject(after[0])
    words = sentence.words[first:stop]
    named = [one for one in sentence.actors if words and words[0].start <= one.passage.start < words[-1].end]
    return [Participant(one.actor.id, Role.TARGET) for one in named if one.actor.kind is not ActorKind.PLACE][:1]


def _stronger(one: Role, other: Role) -> Role:
    order = (Role.INITIATOR, Role.TARGET, Role.MENTIONED)
    return min(one, other, key=order.index)


def _role(
    sentence: Sentence, clause: Clause, kind: Kind, verbs: Lexicon, mention: ActorMention, at: int, last: Role | None
) -> tuple[Role | None, bool, Role | None]:
    """(role, whether it is where it happened, the role a name coordinated with this one takes)."""
    predicate = clause.predicate
    first, _stop = sentence.subject(clause)
    before_verb = at < predicate.first
    begin = first if before_verb and at >= first else clause.start if before_verb else predicate.last + 1
    governor, noun = governor_of(sentence, begin, at, verbs, clause.skips)
    of_town = mention.actor.kind is ActorKind.PLACE and noun in gazetteer().words["heads.place_of"]
    if governor == "of" and (noun in verbs.members or of_town) and noun_in(sentence, begin, at, verbs) is None:
        governor, noun = governor_of(sentence, begin, of_before(sentence, at) - 1, verbs)
    if first <= at < predicate.first and in_apposition(sentence, mention, first, predicate.first):
        return Role.MENTIONED, False, last
    if governor == "and" and before_verb and names_the_home_of(sentence, mention, predicate.first):
        return Role.MENTIONED, False, last
    if governor == "and" and last is not None:
        apposed = before_verb and first <= at and last is Role.MENTIONED and explains(sentence, mention, first, at)
        role = last if not apposed else Role.TARGET if sentence.undergoes(clause) else Role.INITIATOR
        return role, False, role
    if before_verb and at < first:
        return _led(governor, mention)
    if before_verb:
        role, placed = _in_subject(sentence, clause, verbs, mention, governor, noun)
    else:
        deed = noun_in(sentence, predicate.last + 1, at, verbs) is not None
        role, placed = _in_object(sentence, clause, kind, verbs, mention, governor, noun, deed)
        if (
            governor == "of"
            and noun in verbs.members
            and leads_only(sentence, predicate.last + 1, at)
            and kind in _CONFLICT
            and not predicate.passive
            and role is Role.MENTIONED
        ):
            role = Role.TARGET if mention.actor.kind is not ActorKind.PLACE else role
    if mention.actor.kind is ActorKind.STATE and COUNTERPART.match(sentence.text, mention.passage.end):
        return Role.MENTIONED, False, role
    # "Ferdinand of Aragon and the Pope": who is joined on does what Ferdinand does.
    aside = (governor == "of" and before_verb) or (governor == "by" and noun.endswith(_PARTICIPLE))
    return role, placed, last if aside and last is not None else role


def _led(governor: str, mention: ActorMention) -> tuple[Role | None, bool, Role | None]:
    placed = governor in _AT
    return Role.MENTIONED, placed, Role.MENTIONED


def _in_subject(
    sentence: Sentence, clause: Clause, verbs: Lexicon, mention: ActorMention, governor: str, noun: str
) -> tuple[Role, bool]:
    predicate = clause.predicate
    first, _ = sentence.subject(clause)
    deed = noun_in(sentence, first, predicate.first, verbs)
    place = mention.actor.kind is ActorKind.PLACE
    suffers = sentence.undergoes(clause) and not (deed and predicate.passive)
    acts = Role.TARGET if suffers else Role.INITIATOR
    if governor in {"", "and", ",", "by"} and names_the_home_of(sentence, mention, predicate.first):
        return Role.MENTIONED, False
    if governor in {"", "and", ","}:
        return (Role.MENTIONED, False) if modifies_person(sentence, mention) else (acts, place)
    if governor == "under" and leads_unnamed(sentence, mention, noun, first, verbs):
        return acts, False
    if governor == "by" or (deed and governor in {"between", "with", "from"}):
        return Role.INITIATOR, False
    if governor == "from" and predicate.verb.kind is Kind.ASSAULT and not place:
        return Role.INITIATOR, False
    if (deed and governor in {"on", "against", "at", "upon"}) or (governor == "of" and noun in _DEED_OF):
        return Role.TARGET, place
    if governor == "of" and (noun in verbs.members or (place and noun in gazetteer().words["heads.place_of"])) and not deed:
        return acts, place
    return Role.MENTIONED, governor in _AT_OF


def _in_object(
    sentence: Sentence, clause: Clause, kind: Kind, verbs: Lexicon, mention: ActorMention, governor: str, noun: str, deed: bool
) -> tuple[Role, bool]:
    predicate = clause.predicate
    place = mention.actor.kind is ActorKind.PLACE
    if predicate.verb.lemma in LOST_TO and governor in {"", "to", "and"}:
        return Role.INITIATOR, place
    if governor and not deed and is_land(sentence, mention):
        return Role.MENTIONED, True  # "towards the Malian border"
    if governor == "by" and noun.endswith(_PARTICIPLE) and in_aside(sentence, clause, mention, noun):
        return Role.MENTIONED, False  # "a case brought by South Africa"
    if governor == "between":
        sides = kind is not Kind.OTHER or noun in verbs.nouns  # not "supply lines between A and B"
        return (Role.INITIATOR if sides else Role.MENTIONED), False
    if governor == "by" and (predicate.passive or predicate.verb.light):
        return (Role.MENTIONED if owns_who_acts(sentence, mention) else Role.INITIATOR), False
    if governor == "under" and predicate.passive and leads_unnamed(sentence, mention, noun, predicate.last + 1, verbs):
        return Role.INITIATOR, False
    if governor == "on" and not deed and kind is Kind.COERCE:
        return Role.MENTIONED, place
    if governor == "in" and noun in _AIMED_AT and kind is Kind.ASSAULT and leads_off(sentence, clause, mention) and not place:
        return Role.TARGET, True  # "bombed targets in Yugoslavia"
    if is_where(verbs, clause, mention, governor, noun, deed):
        return Role.MENTIONED, True
    if governor.startswith("ing:"):
        acted_on = governor[4:] != "OTHER" and not predicate.passive and kind not in {Kind.REJECT, Kind.SUPPORT}
        return (Role.TARGET if acted_on else Role.MENTIONED), place
    if governor == "of" and noun in {"orders", "order", "hands"} and predicate.passive:
        return Role.INITIATOR, False
    if governor.startswith("to:"):
        deed_kind = Kind(governor[3:])
        return (Role.TARGET if deed_kind in _CONFLICT and kind in _CONFLICT | {Kind.OTHER} else Role.MENTIONED), place
    if governor == "who" and kind is Kind.REQUEST and not place and _is_called_on(sentence, clause, mention):
        return Role.TARGET, False
    if governor in {"", "and", ","}:
        return _direct_object(sentence, clause, kind, mention, verbs), place
    return _after_preposition(clause, kind, verbs, mention, governor, noun, deed)


def _after_preposition(
    clause: Clause, kind: Kind, verbs: Lexicon, mention: ActorMention, governor: str, noun: str, deed: bool
) -> tuple[Role, bool]:
    """The part of a name after the verb by the preposition it hangs on, and the noun before that."""
    predicate = clause.predicate
    place = mention.actor.kind is ActorKind.PLACE
    if noun == "according":
        return Role.MENTIONED, False
    if (governor == "of" and noun in _LIES) or (governor == "at" and not deed and kind not in _BLOWS):
        return Role.MENTIONED, True
    if (
        governor in {"at", "on"}
        and not deed
        and (predicate.verb.undergone or predicate.verb.lemma in _AT_A_PLACE or (kind is Kind.MOBILIZE and governor == "at"))
    ):
        return Role.MENTIONED, True
    if governor == "with" and kind in {Kind.MOBILIZE, Kind.RETREAT, Kind.PROTEST, Kind.AID}:
        return Role.MENTIONED, False
    if (
        governor in _ON
        and (deed or kind is not Kind.OTHER)
        and (governor not in {"on", "at", "over"} or kind in _CONFLICT or (deed and predicate.verb.ceasing))
    ):
        return (Role.MENTIONED if kind is Kind.MOBILIZE and place else Role.TARGET), place
    if governor in {"to", "with"} and deed and predicate.verb.ceasing and not place:
        return Role.TARGET, False  # "postponed a visit to China"
    if governor == "to" and predicate.passive and kind is Kind.SUPPORT:
        return Role.MENTIONED, False  # "was elected to the senate"
    if governor in {"to", "for"} and kind in _TO_SOMEONE and not place:
        return (Role.TARGET if governor == "to" else Role.MENTIONED), False
    if governor in {"to", "from"} and noun in _ENVOYS and kind is Kind.SANCTION and not place:
        return Role.TARGET, False  # "recalled its ambassador to the EU"
    if governor == "of" and noun in _PREMISES and kind in _BLOWS and not place and not predicate.passive:
        return Role.TARGET, False  # "raided the offices of Goobjoog Media"
    if governor == "of" and noun in _STANDING_OF and kind in {Kind.SUPPORT, Kind.REJECT}:
        return Role.TARGET, False
    if governor == "of" and (
        (noun in _DEED_OF and (kind in _CONFLICT or predicate.verb.ceasing))
        or (place and kind in {Kind.ASSAULT, Kind.COERCE} and noun not in verbs.nouns)
    ):
        return Role.TARGET, place
    if (
        governor == "from"
        and kind in {Kind.COERCE, Kind.AID, Kind.REQUEST}
        and noun not in verbs.nouns
        and not (place and predicate.passive)
    ):
        return Role.TARGET, place
    return Role.MENTIONED, governor in _AT_OF_TO


def _is_called_on(sentence: Sentence, clause: Clause, mention: ActorMention) -> bool:
    """ "demanded that Russia withdraw": whom the demand is made of."""
    at = index_of(sentence, mention)
    lead = (word.lower for word in reversed(sentence.words[clause.predicate.last + 1 : at]) if not word.named)
    return next((word for word in lead if word not in DETERMINERS), "") == "that"


def _direct_object(sentence: Sentence, clause: Clause, kind: Kind, mention: ActorMention, verbs: Lexicon) -> Role:
    place = mention.actor.kind is ActorKind.PLACE
    if clause.predicate.passive or (modifies_person(sentence, mention) and not place):
        return Role.MENTIONED
    if (place and kind in _MOVING | {Kind.OTHER}) or (
        mention.actor.kind is ActorKind.STATE and (kind in _GOING or clause.predicate.verb.lemma in _LEFT)
    ):
        return Role.MENTIONED
    if (possesses(sentence, mention) and kind not in _CONFLICT) or names_the_home_of(sentence, mention, clause.end - 1):
        return Role.MENTIONED
    forces = mention.actor.part_of or mention.actor.name.split()[-1].lower() in verbs.words["armed"]
    if kind is Kind.MOBILIZE and forces and mention.actor.kind is not ActorKind.PERSON:
        return Role.MENTIONED  # who sends the army does nothing to it
    return Role.INITIATOR if _did(sentence, clause, mention, verbs) else Role.TARGET


def _did(sentence: Sentence, clause: Clause, mention: ActorMention, verbs: Lexicon) -> bool:
    """ "joined the Free Officers' coup": whose deed it is."""
    at = index_of(sentence, mention)
    after = next((index for index in range(at, clause.end) if sentence.words[index].start >= mention.passage.end), clause.end)
    return possesses(sentence, mention) and noun_in(sentence, after, min(after + 3, clause.end), verbs) is not None
