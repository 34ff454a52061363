"""Facets: for each value one could choose, how many events choosing it would show under all the other filters.

Of an actor to be left out, how many that leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from timeline.chronology.columns import CERTAINTIES, KINDS, PRECISIONS, REVIEWS, Columns, Links
from timeline.chronology.filters import kept_by_each, together
from timeline.chronology.query import Query

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


@dataclass(frozen=True, slots=True)
class Count:
    """A value to choose: its key in a query, what a reader calls it, how many events, and whether it is chosen now."""

    key: str
    label: str
    count: int
    chosen: bool


class Facet(NamedTuple):
    """A way to choose: which rows have which values, the values as (key, label), the chosen keys; by count or as listed."""

    key: str
    links: Callable[[Columns, Query], Links]
    values: Callable[[Chronology], list[tuple[str, str]]]
    chosen: Callable[[Query], Collection[str]]
    by_count: bool


def _names(chronology: Chronology) -> list[tuple[str, str]]:
    return [(actor.id, actor.name) for actor in chronology.actors.values()]


def _tags(chronology: Chronology) -> list[tuple[str, str]]:
    return [(tag, tag) for tag in chronology.columns.tags]


SEVERAL: Final = (2, 3)


def _told_by(columns: Columns, _: Query) -> Links:
    """Each row with every least number of sources that tell it by themselves."""
    found = [np.flatnonzero(columns.sources >= least) for least in SEVERAL]
    values = np.repeat(np.arange(len(SEVERAL)), [len(rows) for rows in found])
    return Links(np.concatenate(found), values, len(SEVERAL))


def _differing(columns: Columns, _: Query) -> Links:
    rows = np.flatnonzero(columns.disputed)
    return Links(rows, np.zeros(len(rows), np.int64), 1)


FACETS: Final = (
    Facet("actor", lambda columns, query: columns.takes_part(query.role, query.organs), _names, lambda q: q.actors, True),
    Facet("place", lambda columns, query: columns.places, _names, lambda query: query.places, True),
    Facet(
        "kind",
        lambda columns, query: columns.sorted_into(columns.kind, len(KINDS)),
        lambda _: [(kind.value, kind.value.capitalize()) for kind in KINDS],
        lambda query: query.kinds,
        True,
    ),
    Facet(
        "source",
        lambda columns, query: columns.told_by,
        lambda chronology: list(chronology.outlets.items()),
        lambda query: query.sources,
        True,
    ),
    Facet(
        "precision",
        lambda columns, query: columns.sorted_into(columns.precision, len(PRECISIONS)),
        lambda _: [(group.value, group.label) for group in PRECISIONS],
        lambda query: query.precision,
        False,
    ),
    Facet(
        "certainty",
        lambda columns, query: columns.sorted_into(columns.certainty, len(CERTAINTIES)),
        lambda _: [(certainty.value, certainty.value.capitalize()) for certainty in CERTAINTIES],
        lambda query: query.certainty,
        False,
    ),
    Facet(
        "review",
        lambda columns, query: columns.sorted_into(columns.review, len(REVIEWS)),
        lambda _: [(state.value, state.value.capitalize()) for state in REVIEWS],
        lambda query: query.review,
        False,
    ),
    Facet(
        "independent",
        _told_by,
        lambda _: [(str(least), f"{least} or more sources") for least in SEVERAL],
        lambda query: (str(query.independent),),
        False,
    ),
    Facet(
        "disputed",
        _differing,
        lambda _: [("yes", "Sources differ on the date")],
        lambda query: ("yes",) if query.disputed else (),
        False,
    ),
    Facet("tag", lambda columns, query: columns.tagged, _tags, lambda query: query.tags, True),
)


def facets(chronology: Chronology, query: Query) -> dict[str, tuple[Count, ...]]:
    """The values of each facet with their counts, those of the whole chronology all kept, also at zero.

    Values no event of the chronology has are left out (unless chosen); actors, places, kinds and sources stand by their
    count in the whole, so the order stays while one filters. `query` must be resolved.
    """
    columns = chronology.columns
    kept = kept_by_each(query, chronology, columns)
    found = {}
    for facet in FACETS:
        links, chosen = facet.links(columns, query), set(facet.chosen(query))
        mask = together(kept, columns, but=facet.key)
        counts, totals = links.counts(mask).tolist(), links.totals.tolist()
        rows = [
            (total, Count(key, label, count, key in chosen))
            for (key, label), count, total in zip(facet.values(chronology), counts, totals, strict=True)
            if total or key in chosen
        ]
        if facet.by_count:
            rows.sort(key=lambda row: (-row[0], row[1].label, row[1].key))
        found[facet.key] = tuple(count for _, count in rows)
    return found
