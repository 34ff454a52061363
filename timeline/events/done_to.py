"""Verbs whose sense is told by what they are done to: relations or a battle broken off, a crowd or a parliament dissolved."""

from __future__ import annotations

from typing import Final

from timeline.events.gazetteer import gazetteer
from timeline.events.governed import Told
from timeline.model import ActorKind, Kind

_CHAMBERS: Final = frozenset(
    {"parliament", "congress", "assembly", "chamber", "duma", "senate", "legislature", "party", "parties"}
)
_CONVEYANCES: Final = frozenset({"flight", "train", "bus", "coach", "plane", "airliner", "car", "taxi", "tram"})
_FIGHTS: Final = frozenset({"action", "battle", "engagement", "pursuit", "attack", "assault", "siege", "fight", "chase"})


def breaking_off(told: Told) -> Kind:
    """Relations are broken off; a battle or a pursuit is given up."""
    return Kind.RETREAT if any(word.lower in _FIGHTS for word in told.object()) else told.kind


def dissolving(told: Told) -> Kind:
    """A parliament is dissolved by somebody; a crowd or a union dissolves."""
    if any(word.lower in _CHAMBERS for word in told.object()):
        return Kind.COERCE
    by_somebody = not told.clause.predicate.passive and any(word.text[0].isalpha() for word in told.object())
    return Kind.SANCTION if by_somebody else told.kind


def investing(told: Told) -> Kind:
    """Towns are invested by an army; money is invested in one."""
    return told.kind if told.named(told.object(), ActorKind.PLACE) or told.has(told.object(), "held") else Kind.OTHER


def rising(told: Told) -> Kind:
    """Soldiers and peoples rise somewhere, or against somebody; prices and rivers rise by something."""
    after = next((word.lower for word in told.rest() if not word.dated), "")
    several = told.has(told.subject(), "armed", "civil", "labour") or bool(told.named(told.subject(), ActorKind.STATE))
    return Kind.PROTEST if after in {"at", "in", "against", "under"} and several else told.kind


def installing(told: Told) -> Kind:
    """Somebody is installed in an office; a pump is installed too."""
    return told.kind if told.named(told.object(), ActorKind.PERSON) or told.has(told.object(), "office") else Kind.OTHER


def boarding(told: Told) -> Kind:
    """Who boards a flight or a train travels; a ship is boarded by force."""
    travels = any(word.lower in _CONVEYANCES for word in told.object())
    return Kind.OTHER if travels and not told.under_arms(told.subject()) else told.kind


def clearing(told: Told) -> Kind:
    """A square is cleared by the police; a person is cleared of a charge."""
    return (
        Kind.OTHER
        if any(word.lower == "of" for word in told.rest()) and told.named(told.object(), ActorKind.PERSON)
        else told.kind
    )


def entering(told: Told) -> Kind:
    """Troops enter a town; states enter a pact, or talks."""
    named = (told.verbs.nouns.get(word.lower) for word in told.object() if word.plain)
    return next((kind for kind in named if kind in {Kind.AGREE, Kind.CONSULT}), told.kind)


def taking_from(told: Told) -> Kind:
    """Weapons, and those who bear them, are taken from somebody by force; a force disarms itself."""
    return Kind.COERCE if any(word.text[0].isalpha() and word.lower not in _HIMSELF for word in told.object()) else told.kind


def seeking(told: Told) -> Kind:
    """Help is sought from somebody; who seeks to win asks nothing of anybody."""
    return Kind.OTHER if [word.lower for word in told.rest()[:1]] == ["to"] else told.kind


def removing(told: Told) -> Kind:
    """Troops are removed from where they stand; a minister is removed from office."""
    return Kind.RETREAT if told.has(told.object(), "armed") else told.kind


def falling_to(told: Told) -> Kind:
    """Towns fall to somebody; prices, and violence, to a level."""
    return Kind.OTHER if any(word.lower in _LEVELS for word in told.rest()[:5]) else told.kind


def falling(told: Told) -> Kind:
    subject = told.subject()
    if [word.lower for word in told.rest()[:2]] in (["in", "battle"], ["in", "action"], ["in", "combat"]):
        return Kind.ASSAULT
    if told.has(subject, "weapons"):
        return Kind.ASSAULT
    capital = [word for word in subject if word.text[0].isupper() and not word.dated]
    name = bool(capital) and capital == subject[-len(capital) :] and capital[-1].lower not in gazetteer().common
    return told.kind if name or told.named(subject) or told.has(subject, "held", "office", "armed") else Kind.OTHER


_LEVELS: Final = frozenset({"low", "lows", "lowest", "level", "levels", "percent", "average", "record"})
_HIMSELF: Final = frozenset({"itself", "themselves", "himself"})
