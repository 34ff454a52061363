"""Whether "he" or "she" may stand for somebody, by the first name: only where that is given to men or to women alone."""

from __future__ import annotations

from typing import Final

from timeline.events.gazetteer import gazetteer
from timeline.events.naming import folded
from timeline.model import Actor, ActorKind

_OTHER: Final = {"he": "f", "him": "f", "his": "f", "she": "m", "her": "m"}


def fits(actor: Actor, pronoun: str) -> bool:
    """Whether an actor is a person whose name does not speak against the pronoun."""
    if actor.kind is not ActorKind.PERSON:
        return False
    first, _, more = actor.name.partition(" ")
    return not more or gazetteer().first_names.get(folded(first.split("-")[0])) != _OTHER[pronoun]
