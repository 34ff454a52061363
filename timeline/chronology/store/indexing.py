"""The events of a large file as columns, kept in the file: written once, then only for what changed.

Reading a million events takes a minute, reading their columns a fraction of a second. Triggers note which events change; the
columns are brought up to date for these when a file is closed after an addition, or opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import numpy as np

from timeline.chronology.arranging import appended, in_time, reordered
from timeline.chronology.kept import key_of
from timeline.chronology.store import codec
from timeline.chronology.store.settling import TELLINGS, told_together
from timeline.chronology.table import COLUMNS, MASKS, Numbers, Table, table_of
from timeline.model import Event

LARGE: Final = 20_000  # mentions, from which on a file is opened by its columns
AT_ONCE: Final = 500


@dataclass(frozen=True)
class Index:
    """The events of a file as they were read: columns, ids as numbers, and the row of each mention's number (-1: none).

    Actors and documents are positions in `actors` and `documents`.
    """

    table: Table
    keys: Numbers
    number_rows: Numbers
    actors: tuple[str, ...]
    documents: tuple[str, ...]


def is_large(db: sqlite3.Connection, least: int = LARGE) -> bool:
    """Whether a file is to be opened by its columns; one of a form before them, that may not be written, is not."""
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM mentions").fetchone()
    known = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'columns'").fetchone()
    return known is not None and int(last) >= least


def to_index(db: sqlite3.Connection) -> int:
    """How many events the columns have yet to be written for."""
    if not db.execute("SELECT 1 FROM columns LIMIT 1").fetchone():
        return int(db.execute("SELECT count(*) FROM events").fetchone()[0])
    return int(db.execute("SELECT count(*) FROM changed").fetchone()[0])


def current(db: sqlite3.Connection) -> Index:
    """The columns as they are now, whether they are written down or not."""
    kept = _read(db)
    return _brought_up(db, kept) if kept is None or to_index(db) else kept


def write(db: sqlite3.Connection) -> None:
    """Write down the columns as they are now. To be done in a transaction."""
    if not to_index(db):
        return
    index = current(db)
    named = {name: getattr(index.table, name) for name in COLUMNS} | {"keys": index.keys, "number_rows": index.number_rows}
    rows = [(name, *_packed(column)) for name, column in named.items()]
    rows += [(name, "json", codec.dumps(getattr(index, name)).encode()) for name in ("actors", "documents")]
    db.execute("DELETE FROM columns")
    db.executemany("INSERT INTO columns VALUES (?, ?, ?)", rows)
    db.execute("DELETE FROM changed")


def _packed(column: Any) -> tuple[str, bytes]:
    """A column in as few bytes as its values need."""
    if len(column) and column.dtype != bool:
        column = column.astype(np.result_type(*map(np.min_scalar_type, (column.min(), column.max())), np.int8))
    return column.dtype.str, column.tobytes()


def _read(db: sqlite3.Connection) -> Index | None:
    found = {name: (kind, body) for name, kind, body in db.execute("SELECT name, kind, body FROM columns")}
    if not {*COLUMNS, "keys", "number_rows", "actors", "documents"} <= found.keys():
        return None

    def column(name: str) -> Any:
        kind, body = found[name]
        return np.frombuffer(body, kind).astype(bool if name in MASKS else np.int64)

    table = Table(**{name: column(name) for name in COLUMNS})
    actors, documents = (tuple(codec.loads(found[name][1])) for name in ("actors", "documents"))
    return Index(table, column("keys"), column("number_rows"), actors, documents)


def _brought_up(db: sqlite3.Connection, kept: Index | None) -> Index:
    actors, documents = (
        tuple(row[0] for row in db.execute(sql))
        for sql in ("SELECT id FROM actors ORDER BY id", "SELECT id FROM documents ORDER BY number")
    )
    places = ({id: place for place, id in enumerate(ids)} for ids in (actors, documents))
    if kept is None:
        keys: list[int] = []
        table = table_of(_noting(_all(db), keys), *places)
        found = np.array(keys, np.int64)
    else:
        changed = [row[0] for row in db.execute("SELECT event FROM changed WHERE event <> ''")]
        new = list(_some(db, changed))
        gone = np.isin(kept.keys, [key_of(id) or 0 for id in changed])
        left = placed(reordered(kept.table, np.flatnonzero(~gone)), (kept.actors, kept.documents), (actors, documents))
        table = appended(left, table_of(new, *places))
        found = np.concatenate([kept.keys[~gone], np.array([key_of(event.id) or 0 for event in new], np.int64)])
    order = in_time(table, found)
    found = found[order]
    return Index(reordered(table, order), found, _number_rows(db, found), actors, documents)


def placed(table: Table, before: tuple[Sequence[str], Sequence[str]], now: tuple[Sequence[str], Sequence[str]]) -> Table:
    """The table with its actors and documents as positions in other lists, which hold all of those before."""
    moved = []
    for old, new in zip(before, now, strict=True):
        place = {id: number for number, id in enumerate(new)}
        moved.append(np.array([place[id] for id in old], np.int64))
    actors, documents = moved
    if all(np.array_equal(places, np.arange(len(places))) for places in moved):
        return table
    columns = {name: getattr(table, name) for name in COLUMNS}
    columns |= {name: actors[columns[name]] for name in ("part_actors", "place_actors")}
    columns["told_documents"] = documents[columns["told_documents"]]
    return Table(**columns, tags=table.tags)


def _noting(events: Iterable[Event], keys: list[int]) -> Iterator[Event]:
    """The same events, the number of each written down as it passes."""
    for event in events:
        keys.append(key_of(event.id) or 0)
        yield event


def _all(db: sqlite3.Connection) -> Iterator[Event]:
    rows = db.execute(f"{TELLINGS} WHERE mentions.event <> '' ORDER BY mentions.event, mentions.id")
    return (told_together(list(told)) for _, told in groupby(rows, lambda row: str(row[0])))


def _some(db: sqlite3.Connection, ids: Sequence[str]) -> Iterator[Event]:
    for start in range(0, len(ids), AT_ONCE):
        asked = ids[start : start + AT_ONCE]
        marks = ", ".join("?" * len(asked))
        rows = db.execute(f"{TELLINGS} WHERE mentions.event IN ({marks}) ORDER BY mentions.event, mentions.id", asked)
        yield from (told_together(list(told)) for _, told in groupby(rows, lambda row: str(row[0])))


def events_of(db: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, Event]:
    """The events of these ids as they were read, by id; those that are not there are left out."""
    return {event.id: event for event in _some(db, ids)}


def _number_rows(db: sqlite3.Connection, keys: Numbers) -> Numbers:
    """The row of each mention's number."""
    pairs = db.execute("SELECT number, event FROM mentions WHERE event <> ''").fetchall()
    numbers = np.fromiter((number for number, _ in pairs), np.int64, len(pairs))
    found = np.fromiter((key_of(event) or 0 for _, event in pairs), np.int64, len(pairs))
    order = np.argsort(keys)
    rows = np.full(int(numbers.max(initial=0)) + 1, -1, np.int64)
    if len(keys):
        at = order[np.minimum(np.searchsorted(keys[order], found), len(keys) - 1)]
        rows[numbers] = np.where(keys[at] == found, at, -1)
    return rows
