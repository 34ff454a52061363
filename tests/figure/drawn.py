"""Events and chronologies for the tests of drawing: a title and a span are enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.made import event_of, resolved
from timeline.chronology.chronology import Chronology
from timeline.model import Actor, ActorKind, Document, Event, Kind, Mention, Participant, Passage, Role, by_id, content_id
from timeline.spans import Grain, Span


def actor(name: str) -> Actor:
    return Actor(Actor.make_id(f"group:{name}"), name, ActorKind.ARMED_GROUP)


def event(title: str, *spans: Span | None, actors: tuple[str, ...] = (), outlet: str = "d1", **known: Any) -> Event:
    """An event told once for each span, in the document `outlet`."""
    mentions = []
    for place, span in enumerate(spans):
        passage = Passage(outlet, place, place + 1)
        when = resolved(title, passage, span, "made", **known) if span else None
        parts = tuple(Participant(actor(name).id, Role.INITIATOR) for name in actors)
        key = content_id("m", outlet, title, place, *(f"{s.start}-{s.end}" for s in spans if s))
        mentions.append(Mention(key, passage, title, Kind.OTHER, when, parts))
    return event_of(mentions)


def chronology(events: Iterable[Event], title: str = "A title", names: Iterable[str] = ()) -> Chronology:
    """A chronology of events told in one document, with the actors named."""
    document = Document("d1", "one.txt", "One", "x" * 50)
    kept = sorted(events, key=lambda one: (one.span is None, one.span.start if one.span else 0))
    return Chronology(title, {"d1": document}, by_id(kept), by_id(actor(name) for name in names))


def days(start: int, end: int, grain: Grain = Grain.DAY) -> Span:
    """A span from one day to another, counted from 1970-01-01."""
    return Span(start * 1440, end * 1440, grain)
