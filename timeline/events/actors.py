"""The actors of a document: every naming, with the actor it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from timeline.events.around import evidence
from timeline.events.gazetteer import Gazetteer, Sense, gazetteer
from timeline.events.names import Reader
from timeline.events.naming import Naming, folded, state_key
from timeline.events.people import settle
from timeline.events.runs import runs
from timeline.model import Actor, ActorKind, ActorMention, Document, Passage


def actors_in(document: Document) -> list[ActorMention]:
    """People, organisations, states and their organs, armed groups and places, in text order and without overlaps."""
    known = gazetteer()
    found = list(runs(document))
    reader = Reader(document.text, known, evidence(document.text, found), known.words["openers.function"])
    namings = settle(document.text, [naming for run in found for naming in reader.read(run)], known)
    actors = _actors(document.text, namings, known)
    return [ActorMention(Passage(document.id, naming.start, naming.end), actors[naming.key]) for naming in namings]


def _actors(text: str, namings: list[Naming], known: Gazetteer) -> dict[str, Actor]:
    """One actor a key: its kind and name as first given, its aliases all the words that name it, its parent the first told."""
    by_key: dict[str, list[Naming]] = {}
    for naming in namings:
        by_key.setdefault(naming.key, []).append(naming)
    return {key: _actor(text, key, told, known) for key, told in by_key.items()}


def _actor(text: str, key: str, told: list[Naming], known: Gazetteer) -> Actor:
    name = _shown(text, told)
    aliases = tuple(sorted({text[naming.start : naming.end] for naming in told} - {name}))
    parent = next((naming.parent for naming in told if naming.parent and naming.parent != key), "")
    return Actor(Actor.make_id(key), name, told[0].kind, aliases, Actor.make_id(parent) if parent else None)


def _shown(text: str, told: list[Naming]) -> str:
    """A person's fullest name; a place as the text spells it; else the usual name."""
    if told[0].kind is ActorKind.PERSON:
        return max((naming.name for naming in told), key=len)
    if told[0].kind is ActorKind.PLACE:
        spelt = Counter(text[naming.start : naming.end] for naming in told)
        name = max(spelt, key=lambda name: (not name.isupper(), spelt[name]))
        return name.title() if name.isupper() and len(name) > 3 else name
    return told[0].name


def with_parents(actors: Iterable[Actor]) -> dict[str, Actor]:
    """The actors by id, together with the states and bodies they are part of."""
    found = {actor.id: actor for actor in actors}
    parents = _parents()
    waiting = [actor.part_of for actor in found.values() if actor.part_of]
    while waiting:
        parent = parents.get(waiting.pop())
        if parent and parent.id not in found:
            found[parent.id] = parent
            waiting += [parent.part_of] if parent.part_of else []
    return found


@lru_cache(maxsize=1)
def _parents() -> Mapping[str, Actor]:
    """Every state and well-known body by id: whatever an actor may be part of."""
    known = gazetteer()
    states = [Actor(Actor.make_id(state_key(code)), name, ActorKind.STATE) for code, name in known.states.items()]
    bodies = []
    for entry in known.bodies.values():
        kind = ActorKind.ARMED_GROUP if entry.sense is Sense.GROUP else ActorKind.ORGANISATION
        bodies.append(Actor(Actor.make_id("body:" + folded(entry.name)), entry.name, kind))
    return {actor.id: actor for actor in (*states, *bodies)}
