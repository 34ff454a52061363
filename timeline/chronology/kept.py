"""The events of a large file: known by their rows and ids, read only when one is looked at.

A million events are three gigabytes as values of Python, and a page never looks at more than some hundred of them at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, Protocol, overload

import numpy as np

from timeline.chronology.table import Numbers, Table
from timeline.model import Event

AT_ONCE: Final = 500
MOST: Final = 20_000  # events that stay in memory once read


class Reader(Protocol):
    """The file, in the state it was opened in; safe to ask from several threads."""

    def events(self, ids: Sequence[str]) -> Mapping[str, Event]:
        """The events of these ids, by id."""

    def event_of(self, mention: str) -> str | None:
        """The id of the event of a mention; None when there is no such mention."""

    def told(self, words: str) -> Numbers:
        """The numbers of the mentions told in these words."""


class Words(Protocol):
    def found(self, words: str) -> Collection[str]:
        """The ids of the mentions told in these words."""


class Kept(Mapping[str, Event]):
    """Events by id in the order of their rows. `changed` are those that differ from what the reader has, by id.

    `keys` are the ids as numbers, by row; `number_rows` is the row of each mention's number, -1 where it has none.
    """

    def __init__(self, reader: Reader, table: Table, keys: Numbers, number_rows: Numbers, changed: Mapping[str, Event]) -> None:
        self.table = table
        self.by_hand: Words | None = None
        """Where the words are found that the user wrote, if any."""
        self._reader = reader
        self._keys = keys
        self._number_rows = number_rows
        self._changed = changed
        self._event_of = {mention.id: event.id for event in changed.values() for mention in event.mentions}
        self._order = np.argsort(keys)
        self._sorted = keys[self._order]
        self._known: dict[str, Event] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[str]:
        return (id_of(key) for start in range(0, len(self), MOST) for key in self._keys[start : start + MOST].tolist())

    def __contains__(self, id: object) -> bool:
        return self.row_of(str(id)) is not None

    def __getitem__(self, id: str) -> Event:
        if id not in self:
            raise KeyError(id)
        return self._read([id])[id]

    def row_of(self, id: str) -> int | None:
        """The row of an event; None when there is none of this id."""
        key = key_of(id)
        place = int(np.searchsorted(self._sorted, key)) if key is not None else len(self)
        found = place < len(self) and int(self._sorted[place]) == key
        return int(self._order[place]) if found else None

    def of_mention(self, mention: str) -> str | None:
        """The id of the event of a mention, if it is among these."""
        event = self._event_of.get(mention) or self._reader.event_of(mention)
        return event if event is not None and event in self else None

    def told(self, words: str) -> Numbers:
        """The rows of the events told in these words."""
        numbers = self._reader.told(words)
        rows = self._number_rows[numbers[numbers < len(self._number_rows)]]
        mentions = self.by_hand.found(words) if self.by_hand else ()
        besides = [row for id in mentions if (row := self.row_of(self._event_of.get(id, ""))) is not None]
        return np.union1d(rows[rows >= 0], np.array(besides, np.int64))

    def at(self, rows: Sequence[int]) -> Iterator[Event]:
        """The events of some rows, read together."""
        waiting = iter(rows)
        while some := list(islice(waiting, AT_ONCE)):
            ids = [id_of(key) for key in self._keys[some].tolist()]
            found = self._read(ids)
            yield from (found[id] for id in ids)

    def _read(self, ids: Sequence[str]) -> Mapping[str, Event]:
        known = {id: event for id in ids if (event := self._changed.get(id) or self._known.get(id))}
        if missing := [id for id in ids if id not in known]:
            read = self._reader.events(missing)
            if len(self._known) + len(read) > MOST:
                self._known = {}
            self._known |= read
            known |= read
        return known

    @property
    def listed(self) -> Listed:
        return Listed(self)


class Listed(Sequence[Event]):
    """The same events by row."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Event]:
        return self._kept.at(range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        if isinstance(place, slice):
            return list(self._kept.at(range(len(self))[place]))
        return next(self._kept.at([place]))

    def some(self, rows: Sequence[int]) -> Iterator[Event]:
        """Those of some rows, read together."""
        return self._kept.at(rows)


def id_of(key: int) -> str:
    """The id of an event as its number is written."""
    return f"e{key:012x}"


def key_of(id: str) -> int | None:
    """The number of an event's id; None for what is no such id."""
    try:
        return int(id[1:], 16) if id[:1] == "e" and len(id) == 13 else None
    except ValueError:
        return None
