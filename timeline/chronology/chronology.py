"""A chronology in memory: documents, events and actors by id, and what was asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.chronology.query import Query
from timeline.model import Actor, Document, Event


@dataclass(frozen=True)
class Chronology:
    """Events in the order of time (undated last), with the documents and actors they name.

    A selection is a Chronology too: `query` is what was asked, `total` how many events there were before it.
    """

    title: str
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    query: Query = field(default_factory=Query)
    total: int = 0
