"""Some events of a chronology, known by their rows: counted and compared as columns, made into events when looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from typing import TYPE_CHECKING, overload

import numpy as np

from timeline.chronology.kept import Listed
from timeline.chronology.table import Mask, Numbers
from timeline.chronology.times import Times
from timeline.model import Event

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology
    from timeline.chronology.columns import Columns


class Picked(Sequence[Event]):
    """The events at `rows` (growing) of a whole chronology, as a sequence; nothing is made before it is asked for."""

    def __init__(self, whole: Chronology, rows: Numbers) -> None:
        self.whole = whole
        self.rows = rows
        self.found: dict[str, tuple[int, int]] = {}
        """Stretches of time that were worked out of them, by name, for who asks again."""

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Event]:
        listed, rows = self.whole.listed, self.rows.tolist()
        return listed.some(rows) if isinstance(listed, Listed) else (listed[row] for row in rows)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Picked: ...
    def __getitem__(self, place: int | slice) -> Event | Picked:
        if isinstance(place, slice):
            return Picked(self.whole, self.rows[place])
        return self.whole.listed[int(self.rows[place])]

    def __contains__(self, event: object) -> bool:
        row = self.whole.columns.row_of(event.id) if isinstance(event, Event) else None
        return row is not None and self.holds(row)

    def __eq__(self, other: object) -> bool:
        """The same events in the same order, also in a list or tuple."""
        if isinstance(other, Picked) and other.whole is self.whole:
            return np.array_equal(self.rows, other.rows)
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(Event.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{len(self)} events of {self.whole.title!r}>"

    def holds(self, row: int) -> bool:
        """Whether a row of the whole is among them."""
        place = int(np.searchsorted(self.rows, row))
        return place < len(self.rows) and int(self.rows[place]) == row

    def named(self, id: str) -> Event | None:
        """The one of an id, if it is among them."""
        row = self.whole.columns.row_of(id)
        return self.whole.listed[row] if row is not None and self.holds(row) else None

    def joined(self, others: Sequence[Event]) -> Picked:
        """They and others of the same whole, each once."""
        columns = self.whole.columns
        rows = others.rows if isinstance(others, Picked) else rows_of(columns, (event.id for event in others))
        mask = self.mask.copy()
        mask[rows] = True
        return Picked(self.whole, np.flatnonzero(mask))

    def where(self, kept: Mask) -> Picked:
        """Those of them that a mask over the rows of the whole keeps."""
        return Picked(self.whole, self.rows[kept[self.rows]])

    def at(self, kept: Mask) -> Picked:
        """Those of them that a mask over themselves keeps."""
        return Picked(self.whole, self.rows[kept])

    @cached_property
    def mask(self) -> Mask:
        """Which rows of the whole they are."""
        mask = np.zeros(self.whole.columns.height, bool)
        mask[self.rows] = True
        return mask

    @cached_property
    def times(self) -> Times:
        return self.whole.columns.times.taken(self.rows)


class Part(Mapping[str, Event]):
    """The events picked by a selection, by id."""

    def __init__(self, picked: Picked) -> None:
        self.picked = picked

    def __getitem__(self, id: str) -> Event:
        event = self.picked.named(id)
        if event is None:
            raise KeyError(id)
        return event

    def __contains__(self, id: object) -> bool:
        row = self.picked.whole.columns.row_of(str(id))
        return row is not None and self.picked.holds(row)

    def __iter__(self) -> Iterator[str]:
        return (event.id for event in self.picked)

    def __len__(self) -> int:
        return len(self.picked)

    def values(self) -> ValuesView[Event]:
        return _Values(self)


class _Values(ValuesView[Event]):
    """Without looking each of them up by its id."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._picked = part.picked

    def __iter__(self) -> Iterator[Event]:
        return iter(self._picked)


def rows_of(columns: Columns, ids: Iterable[str]) -> Numbers:
    """The rows of the events of some ids; those that are not there are left out."""
    return np.array([row for id in ids if (row := columns.row_of(id)) is not None], np.int64)


def times_of(events: Iterable[Event]) -> Times:
    """When some events were, in their order; from columns where they were picked."""
    return events.times if isinstance(events, Picked) else Times.of(events)
