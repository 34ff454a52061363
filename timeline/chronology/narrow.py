"""Two queries as one: what a selection of a selection asks of the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from timeline.chronology.filters import FILTERS, Filter
from timeline.chronology.query import Match, Mode, Query
from timeline.errors import QueryError

Together = Callable[[Query, Query], dict[str, Any] | None]


def narrowed(one: Query, other: Query) -> Query:
    """The query that keeps what both keep; QueryError where one query cannot say it."""
    kept: dict[str, Any] = {}
    for row in FILTERS:
        if row.asked(other):
            both = _both(row, one, other) if row.asked(one) else {name: getattr(other, name) for name in row.fields}
            if both is None:
                said = f"the filter on {row.label.lower()} is in force already and cannot be narrowed by another"
                raise QueryError(f"{said}; ask both in one query, or start from the whole chronology")
            kept.update(both)
    return replace(one, **kept)


def _both(row: Filter, one: Query, other: Query) -> dict[str, Any] | None:
    """The fields of a filter that two queries ask; None when no one filter asks both."""
    if all(getattr(one, name) == getattr(other, name) for name in row.fields):
        return {}
    together = _TOGETHER.get(row.key)
    return together(one, other) if together else None


def _dates(one: Query, other: Query) -> dict[str, Any] | None:
    """Lying within two stretches is lying within their common part; touching two is not touching that."""
    if one.match != other.match or one.match == Match.OVERLAPS:
        return None
    since = max((end for end in (one.since, other.since) if end is not None), default=None)
    until = min((end for end in (one.until, other.until) if end is not None), default=None)
    return {"since": since, "until": until}


def _actors(one: Query, other: Query) -> dict[str, Any] | None:
    """Several actors can be asked for, or left out, together, in one role."""
    none = {query.mode == Mode.NONE for query in (one, other)}
    alone = all(query.mode != Mode.ANY or len(query.actors) == 1 for query in (one, other))
    if len(none) > 1 or not alone or (one.role, one.organs) != (other.role, other.organs):
        return None
    return {"actors": tuple(dict.fromkeys(one.actors + other.actors)), "mode": Mode.NONE if True in none else Mode.ALL}


def _words(one: Query, other: Query) -> dict[str, Any] | None:
    return {"words": f"{one.words} {other.words}"}


def _common(name: str) -> Together:
    """Of events that have one value each, both keep those of the values both name; none, if there are none."""

    def together(one: Query, other: Query) -> dict[str, Any] | None:
        values = tuple(value for value in getattr(one, name) if value in getattr(other, name))
        return {name: values} if values else None

    return together


_TOGETHER: Final[dict[str, Together]] = {
    "dates": _dates,
    "actor": _actors,
    "words": _words,
    "kind": _common("kinds"),
    "certainty": _common("certainty"),
    "precision": _common("precision"),
    "review": _common("review"),
    "independent": lambda one, other: {"independent": max(one.independent, other.independent)},
}
