"""A chronology made by hand, kept in a store as reading its texts would have kept it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.made import resolved
from timeline.chronology import Chronology, Store
from timeline.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    Kind,
    Mention,
    Participant,
    Passage,
    ResolvedDate,
    Role,
    by_id,
    content_id,
)
from timeline.spans import Span

MARKUP = "<img src=x onerror=window.ran=1><b class=injected>&amp;"


@dataclass(frozen=True)
class Told:
    mentions: list[Mention]
    actors: dict[str, Actor]
    dates: list[ResolvedDate]


def keep(chronology: Chronology, path: Path) -> Path:
    """A store at `path` with the documents of a chronology and what they tell."""
    mentions = [told for event in chronology.events.values() for told in event.mentions]
    with Store.open(path, create=True) as store:
        store.retitle(chronology.title)
        for document in chronology.documents.values():
            told = [mention for mention in mentions if mention.document == document.id]
            dates = [mention.when for mention in told if mention.when]
            store.add(document, Told(told, dict(chronology.actors), dates))
    return path


def marked_up() -> Chronology:
    """A chronology with markup wherever words of a source can stand: text, title, outlet, actors, the event's title."""
    actors = [Actor(Actor.make_id(f"markup:{n}"), f"{MARKUP} {n}", ActorKind.STATE) for n in range(2)]
    text = f"On 2 May 1982 {MARKUP} attacked {MARKUP}. [link](javascript:window.ran=1)"
    document = Document(Document.make_id(text, "markup"), MARKUP, MARKUP, text, publisher=MARKUP)
    passage = Passage(document.id, 0, len(text))
    when = resolved("2 May 1982", Passage(document.id, 3, 13), Span.of(1982, 5, 2), "1982-05-02", steps=(MARKUP,))
    parts = tuple(Participant(actor.id, role) for actor, role in zip(actors, (Role.INITIATOR, Role.TARGET), strict=True))
    mention = Mention(content_id("m", document.id, 0, len(text)), passage, MARKUP, Kind.ASSAULT, when, parts)
    event = Event("e" + mention.id[1:], (mention,), MARKUP, Kind.ASSAULT, (when,), parts)
    return Chronology(MARKUP, by_id([document]), by_id([event]), by_id(actors))
