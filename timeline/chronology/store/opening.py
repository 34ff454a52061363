"""A large file opened by its columns: what was read, with what is not settled and the user's corrections laid over it."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from threading import RLock

import numpy as np

from timeline.chronology import order
from timeline.chronology.arranging import appended, in_time, reordered
from timeline.chronology.chronology import Chronology
from timeline.chronology.corrections import AnchorMoved, Applied, Correction, Dated, Found, apply
from timeline.chronology.kept import Kept, key_of
from timeline.chronology.store import rows
from timeline.chronology.store.imprints import Imprints
from timeline.chronology.store.indexing import Index, current, events_of, placed
from timeline.chronology.store.log import in_force
from timeline.chronology.store.memory import MemoryShelf
from timeline.chronology.store.rows import holds
from timeline.chronology.store.settling import changes
from timeline.chronology.store.shelf import FileShelf
from timeline.chronology.store.standing import together
from timeline.chronology.store.words import expression
from timeline.chronology.table import Numbers, table_of
from timeline.model import Document, Event, by_id

Called = Callable[[sqlite3.Connection, Mapping[str, Document]], str]


class Snapshot:
    """A file as it was when this was made, whoever writes it since; closed when nobody has it any more."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._lock = RLock()
        weakref.finalize(self, db.close)

    def events(self, ids: Sequence[str]) -> Mapping[str, Event]:
        with self._lock:
            return events_of(self._db, ids)

    def event_of(self, mention: str) -> str | None:
        with self._lock:
            row = self._db.execute("SELECT event FROM mentions WHERE id = ?", (mention,)).fetchone()
        return str(row[0]) if row and row[0] else None

    def told(self, words: str) -> Numbers:
        asked = expression(words)
        if not asked:
            return np.zeros(0, np.int64)
        with self._lock:
            found = self._db.execute("SELECT rowid FROM words WHERE words MATCH ?", (asked,)).fetchall()
        return np.fromiter((row[0] for row in found), np.int64, len(found))


def laid_over(db: sqlite3.Connection) -> tuple[set[str], Applied]:
    """The ids of the events that do not stand as the columns have them, and the events in their place."""
    found = changes(db, Imprints(db))
    made = by_id(found.made)
    corrections = [one for one in in_force(db) if not isinstance(one, Found) or holds(db, one.passage.document)]
    if not corrections:
        return set(found.gone), Applied(tuple(found.made))
    spoken = _spoken_of(db, corrections, made)
    read = {**events_of(db, [id for id in spoken if id not in found.gone]), **made}
    applied = apply(read.values(), corrections, lambda mentions: together(db, mentions))
    return set(found.gone) | spoken, applied


def _spoken_of(db: sqlite3.Connection, corrections: Sequence[Correction], made: Mapping[str, Event]) -> set[str]:
    """The ids of all events that corrections could change; some more do no harm."""
    named = {mention for one in corrections for mention in one.about}
    events = _with(db, "id", named)
    documents = {one.document for one in corrections if isinstance(one, AnchorMoved)}
    if any(isinstance(one, Dated) and one.follow for one in corrections):
        told = {**events_of(db, sorted(events)), **made}
        documents |= {document for event in told.values() for document in event.documents}
    return events | _with(db, "document", documents)


def _with(db: sqlite3.Connection, column: str, values: Iterable[str]) -> set[str]:
    """The events of the mentions with one of these values in a column."""
    sql = f"SELECT DISTINCT event FROM mentions WHERE {column} = ?"
    return {row[0] for value in values for row in db.execute(sql, (value,)) if row[0]}


def opened(db: sqlite3.Connection, actors: Sequence[str], documents: Sequence[str], over: tuple[set[str], Applied]) -> Kept:
    """The events as they stand; `actors` and `documents` are the ids of those of the chronology, in its order."""
    index = current(db)
    table = placed(index.table, (index.actors, index.documents), (actors, documents))
    gone, applied = over
    if not gone and not applied.events:
        return Kept(Snapshot(db), table, index.keys, index.number_rows, {})
    stays = np.flatnonzero(~np.isin(index.keys, [key_of(id) or 0 for id in gone]))
    places = ({id: place for place, id in enumerate(ids)} for ids in (actors, documents))
    table = appended(reordered(table, stays), table_of(applied.events, *places))
    keys = np.concatenate([index.keys[stays], np.array([key_of(event.id) or 0 for event in applied.events], np.int64)])
    sequence = in_time(table, keys)
    number_rows = _moved(db, index, stays, applied.events, sequence)
    return Kept(Snapshot(db), reordered(table, sequence), keys[sequence], number_rows, by_id(applied.events))


def _moved(db: sqlite3.Connection, index: Index, stays: Numbers, changed: Sequence[Event], sequence: Numbers) -> Numbers:
    """The row of each mention's number, now that rows have gone, come and moved."""
    place = np.empty(len(sequence), np.int64)
    place[sequence] = np.arange(len(sequence))
    now = np.full(len(index.keys), -1, np.int64)
    now[stays] = place[: len(stays)]
    before = index.number_rows
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM mentions").fetchone()
    found = np.full(max(len(before), int(last) + 1), -1, np.int64)
    found[: len(before)] = np.where(before >= 0, now[before], -1)
    for row, event in enumerate(changed, len(stays)):
        for mention in event.mentions:
            number = db.execute("SELECT number FROM mentions WHERE id = ?", (mention.id,)).fetchone()
            if number:
                found[number[0]] = place[row]
    return found


def chronology_of(db: sqlite3.Connection, path: str, called: Called) -> Chronology:
    """The chronology of a large file, its events yet to be read from this connection, which is its own from now on."""
    # From the first question on, what is asked of this connection is answered as of now.
    db.execute("BEGIN")
    documents = by_id(rows.documents(db))
    gone, applied = laid_over(db)
    actors = by_id((*applied.actors, *rows.actors(db)))
    kept = opened(db, tuple(actors), tuple(documents), (gone, applied))
    rejected = by_id(sorted(applied.rejected, key=order.in_time))
    made = Chronology(called(db, documents), documents, kept, actors, rejected=rejected, shelf=FileShelf(path))
    by_hand = by_id(event for event in applied.events if event.corrected or event.note or event.tags)
    kept.by_hand = MemoryShelf(replace(made, events=by_hand)) if by_hand else None
    return made
