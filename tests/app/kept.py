"""A chronology made by hand, kept in a store as reading its texts would have kept it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.chronology import Chronology, Store
from timeline.model import Actor, Mention, ResolvedDate


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
