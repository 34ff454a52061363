"""The events of a chronology as columns: what filters and facets read, so that ten thousand events take milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline.chronology.kept import Kept
from timeline.chronology.table import CERTAINTIES, KINDS, NONE, PRECISIONS, REVIEWS, ROLES, Mask, Numbers, Table, table_of
from timeline.chronology.times import Times
from timeline.model import Role

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology

__all__ = ["CERTAINTIES", "KINDS", "NONE", "PRECISIONS", "REVIEWS", "ROLES", "Columns", "Links", "Mask", "Numbers"]


@dataclass(frozen=True)
class Links:
    """Which rows have which values, many to many: `values` are positions among `size` ones; no pair stands twice."""

    rows: Numbers
    values: Numbers
    size: int

    @classmethod
    def of(cls, rows: Numbers, values: Numbers, size: int) -> Links:
        pairs = np.sort(rows * max(size, 1) + values)
        pairs = pairs[np.diff(pairs, prepend=-1) != 0]
        return cls(pairs // max(size, 1), pairs % max(size, 1), size)

    def counts(self, mask: Mask) -> Numbers:
        """How many of the rows in the mask have each value."""
        return np.bincount(self.values[mask[self.rows]], minlength=self.size)

    @cached_property
    def totals(self) -> Numbers:
        """How many rows have each value."""
        return np.bincount(self.values, minlength=self.size)

    def having(self, values: Iterable[int], height: int) -> Mask:
        """The rows that have any of the values, of `height` rows."""
        mask = np.zeros(height, bool)
        rows, edges = self._by_value
        for value in values:
            mask[rows[edges[value] : edges[value + 1]]] = True
        return mask

    @cached_property
    def _by_value(self) -> tuple[Numbers, Numbers]:
        """The rows in the order of their values, and where those of each value begin and end."""
        order = np.argsort(self.values, kind="stable")
        return self.rows[order], np.concatenate([[0], np.cumsum(self.totals)])


class Columns:
    """One row an event, in the chronology's order; enums are positions in KINDS, CERTAINTIES, PRECISIONS, NONE without."""

    def __init__(self, chronology: Chronology, table: Table | None = None) -> None:
        self._chronology = chronology
        self.actors = _positions(chronology.actors)
        self.outlets = _positions(chronology.outlets)
        self.documents = _positions(chronology.documents)
        self.table = table_of(chronology.events.values(), self.actors, self.documents) if table is None else table
        self.height = self.table.height
        self.kind, self.certainty, self.precision = self.table.kind, self.table.certainty, self.table.precision
        self.review, self.sources, self.disputed = self.table.review, self.table.sources, self.table.disputed

    def row_of(self, id: str) -> int | None:
        """The row of an event, by its id."""
        events = self._chronology.events
        return events.row_of(id) if isinstance(events, Kept) else self._rows.get(id)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id: row for row, id in enumerate(self._chronology.events)}

    @cached_property
    def times(self) -> Times:
        return Times.from_table(self.table)

    @cached_property
    def dated(self) -> Mask:
        """The rows with a place in time."""
        return self.times.any_of(self.times.best)

    @cached_property
    def start(self) -> Numbers:
        """The start of the best claim; 0 without one."""
        return self._of_best(self.times.starts)

    @cached_property
    def end(self) -> Numbers:
        return self._of_best(self.times.ends)

    def _of_best(self, values: Numbers) -> Numbers:
        column = np.zeros(self.height, np.int64)
        column[self.times.rows[self.times.best]] = values[self.times.best]
        return column

    @property
    def claims(self) -> tuple[Numbers, Numbers, Numbers]:
        """(row, start, end) of every claim of every event."""
        return self.times.rows, self.times.starts, self.times.ends

    def takes_part(self, role: Role | None, organs: bool) -> Links:
        """Who takes part in what: in any role or in one, an organ's deeds counting as those of its state or not."""
        key = (role, organs)
        if key not in self._parts:
            rows, actors, roles = self.table.part_rows, self.table.part_actors, self.table.part_roles
            chosen = slice(None) if role is None else roles == ROLES.index(role)
            rows, actors = rows[chosen], actors[chosen]
            if organs:
                rows, actors = self._with_wholes(rows, actors)
            self._parts[key] = Links.of(rows, actors, len(self.actors))
        return self._parts[key]

    @cached_property
    def _parts(self) -> dict[tuple[Role | None, bool], Links]:
        return {}

    def _with_wholes(self, rows: Numbers, actors: Numbers) -> tuple[Numbers, Numbers]:
        """The links, and for each organ that of what it is part of, up to the top."""
        whole_of = np.full(len(self.actors), NONE, np.int64)
        for actor in self._chronology.actors.values():
            if actor.part_of in self.actors:
                whole_of[self.actors[actor.id]] = self.actors[actor.part_of]
        all_rows, all_actors = [rows], [actors]
        # No state is four bodies deep; the bound ends a circle of parts, too.
        for _ in range(4):
            actors = whole_of[actors]
            rows, actors = rows[actors != NONE], actors[actors != NONE]
            all_rows.append(rows)
            all_actors.append(actors)
        return np.concatenate(all_rows), np.concatenate(all_actors)

    @cached_property
    def places(self) -> Links:
        return Links.of(self.table.place_rows, self.table.place_actors, len(self.actors))

    @cached_property
    def told_in(self) -> Links:
        """Which documents tell of which events."""
        return Links.of(self.table.told_rows, self.table.told_documents, len(self.documents))

    @cached_property
    def told_by(self) -> Links:
        """Which outlets tell of which events."""
        outlet_of = np.fromiter((self.outlets[self._chronology.outlet_of(id)] for id in self.documents), np.int64)
        return Links.of(self.told_in.rows, outlet_of[self.told_in.values], len(self.outlets))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in the order of the alphabet."""
        return tuple(sorted({tag for _, tag in self.table.tags}))

    @cached_property
    def tagged(self) -> Links:
        """Which events have which tags."""
        position = {tag: number for number, tag in enumerate(self.tags)}
        pairs = np.array([(row, position[tag]) for row, tag in self.table.tags], np.int64).reshape(-1, 2)
        return Links.of(pairs[:, 0], pairs[:, 1], len(self.tags))

    def sorted_into(self, column: Numbers, size: int) -> Links:
        """A column of one value a row, as links."""
        rows = np.flatnonzero(column != NONE)
        return Links(rows, column[rows], size)


def _positions(things: Mapping[str, Any]) -> dict[str, int]:
    return {id: position for position, id in enumerate(things)}
