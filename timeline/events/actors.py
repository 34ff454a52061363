"""The actors of a document: every naming, with the actor it names."""

from __future__ import annotations

from timeline.events.around import evidence
from timeline.events.gazetteer import Gazetteer, gazetteer
from timeline.events.names import Reader
from timeline.events.naming import Naming
from timeline.events.people import settle
from timeline.events.runs import runs
from timeline.model import Actor, ActorKind, ActorMention, Document, Passage


def actors_in(document: Document) -> list[ActorMention]:
    """People, organisations, states and their organs, armed groups and places, in text order and without overlaps."""
    known = gazetteer()
    found = list(runs(document))
    reader = Reader(document.text, known, evidence(document.text, found))
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
    name = max((naming.name for naming in told), key=len) if told[0].kind is ActorKind.PERSON else told[0].name
    aliases = tuple(sorted({text[naming.start : naming.end] for naming in told} - {name}))
    parent = next((naming.parent for naming in told if naming.parent and naming.parent != key), "")
    return Actor(Actor.make_id(key), name, told[0].kind, aliases, Actor.make_id(parent) if parent else None)
