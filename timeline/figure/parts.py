"""Who an event counts for: its actors and, as in the filters, the states and bodies they are part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.model import Actor, Event

_DEEPEST: Final = 4  # no state is deeper; the bound ends a circle of parts, too


def wholes(actors: Mapping[str, Actor], organs: bool = True) -> dict[str, tuple[str, ...]]:
    """Each actor's id with those of what it is part of, itself first; alone when `organs` do not count."""
    chains: dict[str, tuple[str, ...]] = {}
    for id in actors:
        chain = [id]
        while organs and len(chain) <= _DEEPEST and (whole := actors[chain[-1]].part_of) in actors and whole not in chain:
            chain.append(str(whole))
        chains[id] = tuple(chain)
    return chains


def taking_part(event: Event, chains: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids an event counts for, each once, in the order of its actors."""
    return tuple(dict.fromkeys(id for part in event.actors for id in chains.get(part.actor, (part.actor,))))
