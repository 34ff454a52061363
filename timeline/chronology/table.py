"""The events of a chronology as plain arrays, one row an event: what is made from events, or kept beside them in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from timeline.chronology.clocks import has_zone
from timeline.chronology.precision import Precision, precision_of
from timeline.model import Certainty, Event, Kind, Review, Role

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

KINDS: Final = tuple(Kind)
CERTAINTIES: Final = tuple(Certainty)
PRECISIONS: Final = tuple(Precision)
ROLES: Final = tuple(Role)
REVIEWS: Final = tuple(Review)
NONE: Final = -1

_CHUNK: Final = 20_000
_KIND, _CERTAINTY, _PRECISION, _ROLE, _REVIEW = (
    {value: place for place, value in enumerate(values)} for values in (KINDS, CERTAINTIES, PRECISIONS, ROLES, REVIEWS)
)


@dataclass(frozen=True)
class Table:
    """Columns of one value a row; and, of several a row, pairs of `rows` and values in their order.

    Enums are positions in KINDS and so on, actors and documents positions in the chronology, NONE is none. Claims have the
    best of each row first. Zones are minutes east of UTC, of the claims that name one. `tags` are words,
    in pairs with their rows.
    """

    kind: Numbers
    certainty: Numbers
    precision: Numbers
    review: Numbers
    sources: Numbers
    disputed: Mask
    lasting: Mask
    claim_rows: Numbers
    claim_starts: Numbers
    claim_ends: Numbers
    claim_grains: Numbers
    part_rows: Numbers
    part_actors: Numbers
    part_roles: Numbers
    place_rows: Numbers
    place_actors: Numbers
    told_rows: Numbers
    told_documents: Numbers
    zone_rows: Numbers
    zone_offsets: Numbers
    tags: tuple[tuple[int, str], ...] = ()

    @property
    def height(self) -> int:
        return len(self.kind)


_SINGLE: Final = ("kind", "certainty", "precision", "review", "sources", "disputed", "lasting")
_CLAIMS: Final = ("claim_rows", "claim_starts", "claim_ends", "claim_grains")
_PARTS: Final = ("part_rows", "part_actors", "part_roles")
_PLACES: Final = ("place_rows", "place_actors")
_TOLD: Final = ("told_rows", "told_documents")
_ZONES: Final = ("zone_rows", "zone_offsets")
GROUPS: Final = (_SINGLE, _CLAIMS, _PARTS, _PLACES, _TOLD, _ZONES)
COLUMNS: Final = tuple(name for names in GROUPS for name in names)
MASKS: Final = ("disputed", "lasting")


def table_of(events: Iterable[Event], actors: Mapping[str, int], documents: Mapping[str, int]) -> Table:
    """The table of some events in their order; `actors` and `documents` are positions by id, others are left out."""
    arrays: dict[str, list[NDArray[np.int64]]] = {name: [] for name in COLUMNS}
    tags: list[tuple[int, str]] = []
    waiting, row = iter(events), 0
    # A part at a time, so that a million events are never there as tuples together.
    while chunk := list(islice(waiting, _CHUNK)):
        found: tuple[list[Any], ...] = tuple([] for _ in GROUPS)
        for number, event in enumerate(chunk, row):
            _add(number, event, actors, documents, found)
            tags += ((number, tag) for tag in event.tags)
        for names, rows in zip(GROUPS, found, strict=True):
            filled = np.array(rows, np.int64).reshape(-1, len(names))
            for place, name in enumerate(names):
                arrays[name].append(filled[:, place])
        row += len(chunk)
    columns: dict[str, Any] = {
        name: np.concatenate(parts) if parts else np.empty(0, np.int64) for name, parts in arrays.items()
    }
    return Table(
        **{name: column.astype(bool) if name in MASKS else column for name, column in columns.items()}, tags=tuple(tags)
    )


def _add(row: int, event: Event, actors: Mapping[str, int], documents: Mapping[str, int], into: tuple[list[Any], ...]) -> None:
    single, claims, parts, places, told, zones = into
    when = event.when
    precision = precision_of(when) if when else None
    single.append(
        (
            _KIND[event.kind],
            _CERTAINTY[when.certainty] if when else NONE,
            _PRECISION[precision] if precision else NONE,
            _REVIEW[event.review],
            event.sources,
            event.disputed,
            when is not None and when.lasting,
        )
    )
    if event.span:
        claims += ((row, c.span.start, c.span.end, c.span.grain) for c in event.claims if c.span)
    parts += ((row, actors[part.actor], _ROLE[part.role]) for part in event.actors if part.actor in actors)
    places += ((row, actors[id]) for id in event.places if id in actors)
    told += ((row, documents[id]) for id in event.documents if id in documents)
    zones += ((row, claim.offset) for claim in event.claims if has_zone(claim))
