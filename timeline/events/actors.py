"""The actors of a document: every naming, with the actor it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.events.around import evidence
from timeline.events.fixed import with_fixed
from timeline.events.gazetteer import Sense, gazetteer
from timeline.events.helpers import Helpers
from timeline.events.names import Reader
from timeline.events.naming import Naming, folded, state_key
from timeline.events.people import settle
from timeline.events.runs import runs
from timeline.model import Actor, ActorKind, ActorMention, Document, Passage

if TYPE_CHECKING:
    from timeline.events.roster import Roster


def actors_in(document: Document, helpers: Helpers | None = None) -> list[ActorMention]:
    """People, organisations, states and their organs, armed groups and places, in text order and without overlaps.

    `helpers` are the user's own actors and pipeline, as `timeline.events.helpers.helpers` reads them.
    """
    known = gazetteer()
    found = list(runs(document, known.silent))
    reader = Reader(document.text, known, evidence(document.text, found), known.words["openers.function"])
    namings = [naming for run in found for naming in reader.read(run)]
    namings = with_fixed(document.text, found, namings, known)
    if helpers:
        namings = helpers.join(document.text, namings)
    namings = settle(document.text, namings, known)
    actors = _actors(document.text, namings, helpers.roster if helpers else None)
    return [ActorMention(Passage(document.id, naming.start, naming.end), actors[naming.key]) for naming in namings]


def _actors(text: str, namings: list[Naming], roster: Roster | None) -> dict[str, Actor]:
    """One actor a key: its kind and name as first given, its aliases all the words that name it, its parent the first told."""
    by_key: dict[str, list[Naming]] = {}
    for naming in namings:
        by_key.setdefault(naming.key, []).append(naming)
    return {key: _actor(text, key, told, roster) for key, told in by_key.items()}


def _actor(text: str, key: str, told: list[Naming], roster: Roster | None) -> Actor:
    if roster and key in roster.listed:
        spelt = {text[naming.start : naming.end] for naming in told}
        return roster.actor(key, tuple(sorted(spelt - {roster.listed[key].name})))
    name = _shown(text, told)
    aliases = tuple(sorted({text[naming.start : naming.end] for naming in told} - {name}))
    parent = next((naming.parent for naming in told if naming.parent and naming.parent != key), "")
    return Actor(_id(key), name, told[0].kind, aliases, _id(parent) if parent else None)


# States and their bodies are named in most texts.
_id = lru_cache(maxsize=20_000)(Actor.make_id)


def _shown(text: str, told: list[Naming]) -> str:
    """A person's fullest name; a place as the text spells it; else the usual name."""
    if told[0].kind is ActorKind.PERSON:
        return max((naming.name for naming in told), key=len)
    if told[0].kind is ActorKind.PLACE:
        spelt = Counter(text[naming.start : naming.end] for naming in told)
        name = max(spelt, key=lambda name: (not name.isupper(), spelt[name]))
        return name.title() if name.isupper() and len(name) > 3 else name
    return _plural(told[0].name) if told[0].kind is ActorKind.ORGANISATION else told[0].name


def _plural(name: str) -> str:
    """ "White Cossack" of "White Cossack forces": of a people, several."""
    last = name.rpartition(" ")[2]
    entry = gazetteer().phrases.get(last) if last != name else None
    return f"{name}s" if entry and entry.sense is Sense.PEOPLE and entry.name == f"{last}s" else name


def with_parents(actors: Iterable[Actor], helpers: Helpers | None = None) -> dict[str, Actor]:
    """The actors by id, together with the states and bodies they are part of."""
    found = {actor.id: actor for actor in actors}
    parents = _parents()
    if helpers and helpers.roster:
        parents = {**parents, **helpers.roster.actors()}
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
