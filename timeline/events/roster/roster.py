"""A roster: who is listed, by which names, and which role each held when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from timeline.events.gazetteer import Sense, gazetteer
from timeline.events.naming import Naming, folded, person_key, state_key
from timeline.events.people import in_full
from timeline.events.roster.names import Names, Spelling
from timeline.model import Actor, ActorKind
from timeline.spans import Moment, Span

_PREFIX: Final = {ActorKind.PLACE: "place:", ActorKind.STATE: "state:"}


@dataclass(frozen=True, slots=True)
class Held:
    """A role and the time it was held: `since` included, `until` excluded, None where open; open on both sides, always."""

    role: str
    since: Moment | None = None
    until: Moment | None = None

    def holds(self, span: Span | None) -> bool:
        """Whether it was held at some time in a span; of an unknown time only what always holds."""
        if span is None:
            return self.since is None and self.until is None
        return (self.since is None or span.end > self.since) and (self.until is None or span.start < self.until)


@dataclass(frozen=True, slots=True)
class Listed:
    """One actor of a roster. `part_of` is the name of another one, or of a state or body that is known; "" for none."""

    name: str
    kind: ActorKind
    spellings: tuple[Spelling, ...]
    held: tuple[Held, ...] = ()
    part_of: str = ""


@dataclass(frozen=True)
class Roster:
    """Actors by the key they have in every document: that of the gazetteer where it knows the name too."""

    listed: Mapping[str, Listed]
    by_id: Mapping[str, Listed] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {Actor.make_id(key): one for key, one in self.listed.items()})

    @classmethod
    def of(cls, actors: Iterable[Listed]) -> Roster:
        """A roster of actors; two of one key are one, with the names and roles of both."""
        found: dict[str, Listed] = {}
        for one in actors:
            key = key_of(one.name, one.kind)
            known = found.get(key)
            if known:
                spellings, held = known.spellings + one.spellings, known.held + one.held
                one = Listed(known.name, known.kind, spellings, held, known.part_of or one.part_of)
            found[key] = one
        return cls(found)

    @cached_property
    def _names(self) -> Names[str]:
        return Names([(spelling, key) for key, one in self.listed.items() for spelling in one.spellings])

    def namings(self, text: str) -> list[Naming]:
        """Where a text names somebody listed, in its order, longest names first."""
        found = []
        for start, end, key in self._names.find(text):
            one = self.listed[key]
            found.append(Naming(start, end, one.kind, key, one.name, self.parent(one)))
        return found

    def parent(self, one: Listed) -> str:
        """The key of what an actor is part of, "" for none."""
        if not one.part_of:
            return ""
        return next((key for key, other in self.listed.items() if other.name == one.part_of), "") or known_key(one.part_of)

    def actor(self, key: str, aliases: tuple[str, ...] = ()) -> Actor:
        one, parent = self.listed[key], self.parent(self.listed[key])
        return Actor(Actor.make_id(key), one.name, one.kind, aliases, Actor.make_id(parent) if parent else None)

    def actors(self) -> dict[str, Actor]:
        """Everybody listed, by id."""
        return {id: self.actor(key_of(one.name, one.kind)) for id, one in self.by_id.items()}

    def role(self, actor: str, span: Span | None) -> str:
        """The role an actor (by id) held in a span: the first that fits, in the order of the file; "" for none."""
        one = self.by_id.get(actor)
        return next((held.role for held in one.held if held.holds(span)), "") if one else ""


def key_of(name: str, kind: ActorKind) -> str:
    """The key of an actor: the one the shipped gazetteer gives the name, if it has it as that kind, else one of its own."""
    if kind is ActorKind.PERSON:
        return in_full(Naming(0, 0, kind, person_key(name), name), gazetteer()).key
    known = known_key(name)
    if known and (known.startswith("state:") == (kind is ActorKind.STATE)):
        return known
    return _PREFIX.get(kind, "body:") + folded(name)


def known_key(name: str) -> str:
    """The key of a state or body the gazetteer knows by name, "" for anything else."""
    known = gazetteer()
    entry = known.phrases.get(name) or known.phrases.get(name.title())
    if entry and entry.sense in (Sense.STATE, Sense.METONYM):
        return state_key(entry.state)
    if entry and entry.sense in (Sense.BODY, Sense.GROUP):
        return "body:" + folded(entry.name)
    return state_key(name) if name in known.states else ""
