"""The events of a chronology as columns: what filters and facets read, so that ten thousand events take milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.chronology.precision import Precision, precision_of
from timeline.model import Certainty, Event, Kind, Review, Role

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

KINDS: Final = tuple(Kind)
CERTAINTIES: Final = tuple(Certainty)
PRECISIONS: Final = tuple(Precision)
ROLES: Final = tuple(Role)
REVIEWS: Final = tuple(Review)
NONE: Final = -1


@dataclass(frozen=True)
class Links:
    """Which rows have which values, many to many: `values` are positions among `size` ones; no pair stands twice."""

    rows: Numbers
    values: Numbers
    size: int

    @classmethod
    def of(cls, rows: Numbers, values: Numbers, size: int) -> Links:
        pairs = np.unique(rows * max(size, 1) + values)
        return cls(pairs // max(size, 1), pairs % max(size, 1), size)

    def counts(self, mask: Mask) -> Numbers:
        """How many of the rows in the mask have each value."""
        return np.bincount(self.values[mask[self.rows]], minlength=self.size)

    def having(self, values: Iterable[int], height: int) -> Mask:
        """The rows that have any of the values, of `height` rows."""
        mask = np.zeros(height, bool)
        mask[self.rows[np.isin(self.values, list(values))]] = True
        return mask


class Columns:
    """One row an event, in the chronology's order; enums are positions in KINDS, CERTAINTIES, PRECISIONS, NONE without."""

    def __init__(self, chronology: Chronology) -> None:
        events = chronology.events.values()
        self._chronology = chronology
        self.height = len(events)
        self.row = {id: row for row, id in enumerate(chronology.events)}
        self.actors = _positions(chronology.actors)
        self.outlets = _positions(chronology.outlets)
        self.documents = _positions(chronology.documents)
        self.kind = _numbers(KINDS.index(event.kind) for event in events)
        self.certainty = _numbers(CERTAINTIES.index(event.when.certainty) if event.when else NONE for event in events)
        self.precision = _numbers(_precision(event) for event in events)
        spans = [event.span for event in events]
        self.review = _numbers(REVIEWS.index(event.review) for event in events)
        self.sources = _numbers(event.sources for event in events)
        self.disputed: Mask = np.fromiter((event.disputed for event in events), bool, self.height)
        self.dated: Mask = np.array([span is not None for span in spans], bool)
        self.start = _numbers(span.start if span else 0 for span in spans)
        self.end = _numbers(span.end if span else 0 for span in spans)

    @cached_property
    def claims(self) -> tuple[Numbers, Numbers, Numbers]:
        """(row, start, end) of every claim of every event."""
        found = [
            (row, claim.span.start, claim.span.end)
            for row, event in enumerate(self._chronology.events.values())
            for claim in event.claims
            if claim.span
        ]
        table = np.array(found, np.int64).reshape(-1, 3)
        return table[:, 0], table[:, 1], table[:, 2]

    def takes_part(self, role: Role | None, organs: bool) -> Links:
        """Who takes part in what: in any role or in one, an organ's deeds counting as those of its state or not."""
        key = (role, organs)
        if key not in self._parts:
            rows, actors, roles = self._participants
            chosen = slice(None) if role is None else roles == ROLES.index(role)
            rows, actors = rows[chosen], actors[chosen]
            if organs:
                rows, actors = self._with_wholes(rows, actors)
            self._parts[key] = Links.of(rows, actors, len(self.actors))
        return self._parts[key]

    @cached_property
    def _parts(self) -> dict[tuple[Role | None, bool], Links]:
        return {}

    @cached_property
    def _participants(self) -> tuple[Numbers, Numbers, Numbers]:
        found = [
            (row, self.actors[part.actor], ROLES.index(part.role))
            for row, event in enumerate(self._chronology.events.values())
            for part in event.actors
            if part.actor in self.actors
        ]
        table = np.array(found, np.int64).reshape(-1, 3)
        return table[:, 0], table[:, 1], table[:, 2]

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
        events = self._chronology.events.values()
        found = [(row, self.actors[id]) for row, event in enumerate(events) for id in event.places if id in self.actors]
        return _links(found, len(self.actors))

    @cached_property
    def told_in(self) -> Links:
        """Which documents tell of which events."""
        events = self._chronology.events.values()
        found = [
            (row, self.documents[id]) for row, event in enumerate(events) for id in event.documents if id in self.documents
        ]
        return _links(found, len(self.documents))

    @cached_property
    def told_by(self) -> Links:
        """Which outlets tell of which events."""
        outlet_of = _numbers(self.outlets[self._chronology.outlet_of(id)] for id in self.documents)
        return Links.of(self.told_in.rows, outlet_of[self.told_in.values], len(self.outlets))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in the order of the alphabet."""
        return tuple(sorted({tag for event in self._chronology.events.values() for tag in event.tags}))

    @cached_property
    def tagged(self) -> Links:
        """Which events have which tags."""
        position = {tag: number for number, tag in enumerate(self.tags)}
        events = self._chronology.events.values()
        return _links([(row, position[tag]) for row, event in enumerate(events) for tag in event.tags], len(self.tags))

    def sorted_into(self, column: Numbers, size: int) -> Links:
        """A column of one value a row, as links."""
        rows = np.flatnonzero(column != NONE)
        return Links(rows, column[rows], size)


def _positions(things: Mapping[str, Any]) -> dict[str, int]:
    return {id: position for position, id in enumerate(things)}


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int64)


def _links(pairs: list[tuple[int, int]], size: int) -> Links:
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return Links.of(table[:, 0], table[:, 1], size)


def _precision(event: Event) -> int:
    group = precision_of(event.when) if event.when else None
    return PRECISIONS.index(group) if group else NONE
