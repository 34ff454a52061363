"""Tables of events put in another order, shortened, and one after the other."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np

from timeline.chronology.table import GROUPS, Numbers, Table
from timeline.chronology.times import Times

_SINGLE, *_PAIRS = GROUPS


def reordered(table: Table, rows: Numbers) -> Table:
    """The table of these rows, in this order."""
    place = np.full(table.height, -1, np.int64)
    place[rows] = np.arange(len(rows))
    columns: dict[str, Any] = {name: getattr(table, name)[rows] for name in _SINGLE}
    for names in _PAIRS:
        moved = place[getattr(table, names[0])]
        kept = np.flatnonzero(moved >= 0)
        kept = kept[np.argsort(moved[kept], kind="stable")]
        columns[names[0]] = moved[kept]
        columns |= {name: getattr(table, name)[kept] for name in names[1:]}
    tags = sorted((int(place[row]), tag) for row, tag in table.tags if place[row] >= 0)
    return Table(**columns, tags=tuple(tags))


def appended(table: Table, other: Table) -> Table:
    """The rows of both, those of the other one last."""
    height = table.height
    first = {names[0] for names in _PAIRS}
    columns = {
        field.name: np.concatenate(
            [getattr(table, field.name), getattr(other, field.name) + (height if field.name in first else 0)]
        )
        if field.name not in ("disputed", "lasting")
        else np.concatenate([getattr(table, field.name), getattr(other, field.name)])
        for field in fields(Table)
        if field.name != "tags"
    }
    tags = (*table.tags, *((row + height, tag) for row, tag in other.tags))
    return Table(**columns, tags=tags)


def in_time(table: Table, keys: Numbers) -> Numbers:
    """The rows in the order of a chronology, as `order.in_time` has it; `keys` are the ids as numbers."""
    times = Times.from_table(table)
    best = times.best
    rows, starts, ends = times.rows[best], times.starts[best], times.ends[best]
    open_start, open_end = times.open_start[best], times.open_end[best]
    known, first, last = (np.zeros(table.height, np.int64) for _ in range(3))
    known += 2
    known[rows] = np.where(open_start, open_end, 0)
    first[rows] = np.where(open_start, ends - 1, starts)
    last[rows] = ends
    return np.lexsort((keys, last, first, known))
