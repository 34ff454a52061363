"""A chronology in memory: documents, events and actors by id, and what was asked of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from timeline.chronology.query import Query
from timeline.model import Actor, Document, Event, ResolvedDate, content_id
from timeline.spans import Grain, Span

if TYPE_CHECKING:
    import pandas as pd

    from timeline.chronology.columns import Columns
    from timeline.chronology.facets import Count
    from timeline.chronology.kept import Kept
    from timeline.chronology.picked import Picked
    from timeline.chronology.table import Mask, Numbers


COUNTED: Final = 24  # queries


class Shelf(Protocol):
    """What a chronology fetches only when asked: the words of its passages, and every date of a document."""

    def found(self, words: str) -> Collection[str]:
        """The ids of the mentions told in these words."""

    def dates_of(self, document: str) -> tuple[ResolvedDate, ...]:
        """Every date of a document, in the order of the text."""


@dataclass(frozen=True)
class Chronology:
    """Events in the order of time (undated last), with the documents and actors they name.

    A selection is a Chronology too, with all documents and actors of the `whole` it was taken from: `query` is what was
    asked, `total` how many events there were before it. `rejected` are events of the whole that the user struck out: they
    are in no count.
    """

    title: str
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    query: Query = field(default_factory=Query)
    total: int = 0
    shelf: Shelf | None = field(default=None, repr=False, compare=False)
    taken_from: Chronology | None = field(default=None, repr=False, compare=False)
    rejected: Mapping[str, Event] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not self.total:
            object.__setattr__(self, "total", len(self.events))

    @property
    def whole(self) -> Chronology:
        """What this was selected from; itself when it is no selection."""
        return self.taken_from or self

    def select(self, query: Query) -> Chronology:
        """The events a query keeps of these; selecting from a selection narrows it.

        Names in the query are resolved. QueryError when the chronology has no such actor, place or source, or when a
        selection is narrowed twice in a way that no one query can say.
        """
        from timeline.chronology.filters import kept_by
        from timeline.chronology.narrow import narrowed
        from timeline.chronology.picked import Part

        whole = self.whole
        asked = narrowed(self.query, query.resolved(whole)) if self.query else query.resolved(whole)
        events = Part(whole.picked.at(kept_by(asked, whole, whole.columns)))
        return Chronology(
            whole.title, whole.documents, events, whole.actors, asked, whole.total, whole.shelf, whole, whole.rejected
        )

    def facets(self, query: Query | None = None) -> dict[str, tuple[Count, ...]]:
        """Counts by "actor", "place", "kind", "source", "precision", "certainty", "review", "tag".

        Each under all the other filters. They are those of the whole under `query`, or under what was asked of this selection.
        """
        from timeline.chronology.facets import facets

        whole = self.whole
        asked = self.query if query is None else query.resolved(whole)
        if asked not in whole._counted:
            if len(whole._counted) >= COUNTED:
                whole._counted.clear()
            whole._counted[asked] = facets(whole, asked)
        return whole._counted[asked]

    @cached_property
    def _counted(self) -> dict[Query, dict[str, tuple[Count, ...]]]:
        """The facets of the queries asked last: to look closer or elsewhere changes none of them."""
        return {}

    @cached_property
    def picked(self) -> Picked:
        """Its events as a sequence that is made into events only where it is looked at."""
        import numpy as np

        from timeline.chronology.picked import Part, Picked

        if isinstance(self.events, Part):
            return self.events.picked
        return Picked(self, np.arange(len(self.events)))

    @cached_property
    def listed(self) -> Sequence[Event]:
        """The events of the whole by row."""
        kept = self._kept
        return kept.listed if kept else tuple(self.whole.events.values())

    @property
    def _kept(self) -> Kept | None:
        """The events of the whole, where they are read from a file only when they are looked at."""
        from timeline.chronology.kept import Kept

        return self.whole.events if isinstance(self.whole.events, Kept) else None

    @cached_property
    def dated(self) -> Sequence[Event]:
        """The events with a place in time, in its order."""
        return self._where(self.whole.columns.dated)

    @cached_property
    def undated(self) -> Sequence[Event]:
        """The events without any date."""
        return self._where(~self.whole.columns.dated)

    @cached_property
    def disputed(self) -> Sequence[Event]:
        """The events whose tellings give dates that cannot agree."""
        return self._where(self.whole.columns.disputed)

    def _where(self, kept: Mask) -> Picked:
        return self.picked.where(kept)

    def event(self, id: str) -> Event | None:
        """The event of an id: its own, that of any of its mentions, or one it had before it was merged; None if gone."""
        return self.events.get(id) or self.events.get(self._event_with(id[1:]) or "")

    def rejected_event(self, id: str) -> Event | None:
        """The rejected event of an id: its own, or that of any of its mentions; None when there is none."""
        return next((e for e in self.rejected.values() if any(m.id[1:] == id[1:] for m in e.mentions)), None)

    def _event_with(self, mention: str) -> str | None:
        """The id of the event of a mention, both known without the letter of its id."""
        kept = self._kept
        return kept.of_mention(f"m{mention}") if kept else self._event_of_mention.get(mention)

    @cached_property
    def _event_of_mention(self) -> dict[str, str]:
        """Event ids by mention ids without their letter: an event is called after one of its mentions."""
        return {mention.id[1:]: event.id for event in self.events.values() for mention in event.mentions}

    def span(self) -> Span | None:
        """From the first moment of the dated events to the last, open sides left aside; None when there are none."""
        times = self.picked.times
        known = ~(times.open_start & times.open_end)
        if not known.any():
            return None
        first = (times.ends - 1)[known & times.open_start].tolist() + times.starts[known & ~times.open_start].tolist()
        last = (times.starts + 1)[known & times.open_end].tolist() + times.ends[known & ~times.open_end].tolist()
        return Span(min(first), max(last), Grain(times.grains[known].min()))

    @cached_property
    def actor_names(self) -> Mapping[str, str]:
        """Names by actor id."""
        return {actor.id: actor.name for actor in self.actors.values()}

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """Names of outlets by their id, in the order of the documents."""
        return {self.outlet_of(id): document.outlet for id, document in self.documents.items()}

    def outlet_of(self, document: str) -> str:
        """The id of the outlet of a document."""
        return content_id("o", self.documents[document].outlet)

    def source_name(self, id: str) -> str:
        """What a reader calls an outlet or a document; the id itself when it is neither."""
        return self.outlets.get(id) or (self.documents[id].title if id in self.documents else id)

    def sentences(self) -> list[tuple[str, str]]:
        """What was asked, as sentences for people: `[("actor", "Actor: Argentina")]`."""
        return self.query.sentences(self.whole)

    def found(self, words: str) -> Numbers:
        """The rows of the events of the whole that are told in these words."""
        import numpy as np

        whole = self.whole
        if self._kept:
            return self._kept.told(words)
        # The shelf may know of mentions that were added since this was loaded.
        told = {whole._event_of_mention.get(mention[1:], "") for mention in whole._shelf.found(words)}
        return np.array([row for event in told if (row := whole.columns.row_of(event)) is not None], np.int64)

    def told_in(self, document: str) -> Sequence[Event]:
        """Those of its events that a document tells of."""
        columns = self.whole.columns
        return self._where(columns.told_in.having([columns.documents[document]], columns.height))

    def dates_of(self, document: str) -> tuple[ResolvedDate, ...]:
        """Every date of a document in the order of its text, those that are no events too."""
        return self.whole._shelf.dates_of(document)

    @cached_property
    def _shelf(self) -> Shelf:
        if self.shelf:
            return self.shelf
        from timeline.chronology.store import MemoryShelf

        return MemoryShelf(self)

    @cached_property
    def columns(self) -> Columns:
        """The events as columns."""
        from timeline.chronology.columns import Columns

        return Columns(self, self._kept.table if self._kept else None)

    def to_frame(self) -> pd.DataFrame:
        """One row an event; the columns are those of `timeline.chronology.frame.COLUMNS`."""
        from timeline.chronology.frame import to_frame

        return to_frame(self)
