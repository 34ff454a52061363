"""Verbs whose sense is told by what they are done to: relations or a battle broken off, a crowd or a parliament dissolved."""

from __future__ import annotations

from typing import Final

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
