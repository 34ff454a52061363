"""The store: documents with their full text, the mentions read from them, the events they merge into, the actors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Final

from timeline.chronology.chronology import Chronology, Shelf
from timeline.chronology.corrections import Correction, Entry
from timeline.chronology.order import in_time
from timeline.chronology.store import indexing, rows
from timeline.chronology.store.connect import MEMORY, connect, explained
from timeline.chronology.store.imprints import Imprints
from timeline.chronology.store.joining import join
from timeline.chronology.store.log import history, in_force, move, record, take_over
from timeline.chronology.store.memory import MemoryShelf
from timeline.chronology.store.opening import chronology_of
from timeline.chronology.store.retelling import Told, as_decided, retell, with_day_before
from timeline.chronology.store.settling import changes, settle
from timeline.chronology.store.shelf import FileShelf
from timeline.chronology.store.standing import events_read, standing
from timeline.chronology.store.words import printable
from timeline.errors import StoreError
from timeline.model import Document, Event, by_id

LOCAL: Final = "local"
"""Who decides when nobody says: the one who sits at the machine."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds."""

    documents: int
    events: int
    undated: int
    disputed: int


class Store:
    """One chronology in one SQLite file, or in memory. A context manager; all its methods raise StoreError.

    Several programs may read while one writes. What `load` returns stays as it was when it was loaded. From `large`
    mentions on its events are read when they are looked at, and not before.
    """

    large = indexing.LARGE

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection
        self._lock = RLock()
        self._imprints = Imprints(connection)
        self._added = False
        # Each with the state of the texts they are events of.
        self._settled: tuple[int, Sequence[Event]] | None = None
        self._read: tuple[int, tuple[Event, ...]] | None = None

    @classmethod
    def open(cls, path: Path | str = MEMORY, *, create: bool = False) -> Store:
        """Open the chronology in a file, made when it is not there and `create` is true; ":memory:" makes one in memory."""
        return cls(str(path), connect(str(path), create=create))

    def close(self) -> None:
        """Settle in the file what was added, and close it."""
        with self._lock:
            if self.path != MEMORY:
                self._settle()
            self._db.close()

    def _settle(self) -> None:
        """Write down the events of what was added here; what cannot be written now, those who read it settle."""
        if self._added:
            with suppress(StoreError), explained(self.path), self._transaction("BEGIN IMMEDIATE"):
                found = changes(self._db, self._imprints)
                settle(self._db, found)
                self._settled = self._texts(self._db), found.made
                self._added = False
            self.index()

    def to_index(self) -> int:
        """How many events `index` would read: thousands a second. 0 for a file that needs none."""
        with self._reading() as db:
            return indexing.to_index(db) if self._is_large(db) else 0

    def index(self) -> None:
        """Write down the columns that a large file is opened by; those who may not write work them out."""
        if self.to_index():
            with suppress(StoreError), self._lock, explained(self.path), self._transaction("BEGIN IMMEDIATE"):
                indexing.write(self._db)

    def _is_large(self, db: sqlite3.Connection) -> bool:
        return self.path != MEMORY and indexing.is_large(db, self.large)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the file, however long the reading takes and whoever writes meanwhile."""
        with self._lock, explained(self.path), self._transaction("BEGIN"):
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, explained(self.path), self._transaction("BEGIN IMMEDIATE"):
            yield self._db
            self._db.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")

    def _events(self, db: sqlite3.Connection) -> tuple[Event, ...]:
        """The events as they were read, before any correction; made once for as long as no text comes in or is read again."""
        texts = self._texts(db)
        if self._read is None or self._read[0] != texts:
            known, made = self._settled or (None, ())
            self._read = texts, tuple(events_read(db, made if known == texts else changes(db, self._imprints).made))
            self._settled = None
        return self._read[1]

    def _texts(self, db: sqlite3.Connection) -> int:
        """A number that grows with every text that comes in or is read again."""
        return int(db.execute("SELECT coalesce(max(value), 0) FROM meta WHERE key = 'texts'").fetchone()[0])

    def _texts_changed(self, db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO meta VALUES ('texts', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1")
        self._added = True

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._db.execute(begin)
        try:
            yield
        except BaseException:
            self._imprints.forget()
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def revision(self) -> int:
        """A number that grows with every change."""
        with self._reading() as db:
            return int(db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])

    @property
    def title(self) -> str:
        with self._reading() as db:
            return str(db.execute("SELECT value FROM meta WHERE key = 'title'").fetchone()[0])

    def _called(self, db: sqlite3.Connection, documents: Mapping[str, Document]) -> str:
        """The title given, else that of the only document, else the file's name."""
        given = str(db.execute("SELECT value FROM meta WHERE key = 'title'").fetchone()[0])
        only = next(iter(documents.values())).title if len(documents) == 1 else ""
        return given or only or ("" if self.path == MEMORY else Path(self.path).stem)

    def retitle(self, title: str) -> None:
        with self._writing() as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'title'", (printable(title),))

    def holds(self, document: str) -> bool:
        """Whether a document of this id was added."""
        with self._reading() as db:
            return rows.holds(db, document)

    def counts(self) -> Counts:
        with self._lock:
            self._settle()
        with self._reading() as db:
            documents = db.execute("SELECT count(*) FROM documents").fetchone()[0]
            if in_force(db):
                events = [(event.span is None, event.disputed) for event in standing(db, self._events(db)).events]
            else:
                found = changes(db, self._imprints)
                kept = db.execute("SELECT id, start IS NULL, disputed FROM events")
                events = [(undated, disputed) for id, undated, disputed in kept if id not in found.gone]
                events += [(event.span is None, event.disputed) for event in found.made]
            return Counts(
                documents, len(events), sum(undated for undated, _ in events), sum(disputed for _, disputed in events)
            )

    def assumed(self) -> list[str]:
        """The sources of the documents whose day written nobody states, in the order they were added."""
        with self._reading() as db:
            return rows.assumed_days(db)

    def add(self, document: Document, told: Told) -> bool:
        """Keep a document and what was read from it, merging its mentions into the events; False when it was kept before.

        `told` is what is read from the document `as_decided`; the document itself is given as it was found. All of it or
        nothing: it is one transaction.
        """
        with self._lock:
            if self.holds(document.id):
                return False
            with self._writing() as db:
                # Another program may have added it while this one waited for its turn.
                if rows.holds(db, document.id):
                    return False
                rows.keep_document(db, document, told.dates)
                decided = as_decided(db, document)
                if decided.written != document.written:
                    rows.set_day(db, decided)
                rows.keep_actors(db, told.actors.values())
                join(db, self._imprints, rows.keep_mentions(db, document, told.mentions, told.actors))
                self._texts_changed(db)
        return True

    def as_decided(self, document: Document) -> Document:
        """The document with the day that the user gave it, to be read so; itself where none was given."""
        with self._reading() as db:
            return as_decided(db, document)

    def correct(self, *corrections: Correction, at: int, who: str = LOCAL) -> int:
        """Write corrections down as one step, to be undone as one; the number of the step.

        `at` is seconds since 1970 UTC. A document whose day is set is read again.
        """
        with self._lock, self._writing() as db:
            made = [with_day_before(db, correction) for correction in corrections]
            step = record(db, made, at, who)
            self._retell(db, Entry(step, at, who, tuple(made)))
        return step

    def undo(self) -> Entry | None:
        """Take the last step back; the step, None when there is none to take back."""
        return self._move(back=True)

    def redo(self) -> Entry | None:
        """Do again what was undone last; None when there is nothing, or something else was decided since."""
        return self._move(back=False)

    def take_over(self, other: Store) -> int:
        """The corrections of another chronology, for one that was built again; how many steps were new here.

        A correction goes with its passage: those of texts that are not here wait for them.
        """
        with other._reading() as theirs, self._lock, self._writing() as db:
            new = take_over(db, theirs)
            for entry in history(db) if new else ():
                self._retell(db, entry)
        return new

    def _move(self, *, back: bool) -> Entry | None:
        with self._lock, self._writing() as db:
            entry = move(db, back=back)
            if entry:
                self._retell(db, entry)
        return entry

    def _retell(self, db: sqlite3.Connection, entry: Entry) -> None:
        if retell(db, self._imprints, entry):
            self._texts_changed(db)

    def history(self) -> tuple[Entry, ...]:
        """Every step of corrections, those undone too, the first one first."""
        with self._reading() as db:
            return history(db)

    def load(self) -> Chronology:
        """The whole chronology as it stands, corrected, in memory; it may be used after the store is closed."""
        with self._lock:
            self._settle()
        with self._reading() as db:
            large = self._is_large(db)
        if large:
            self.index()
            with explained(self.path):
                return chronology_of(connect(self.path), self.path, self._called)
        with self._reading() as db:
            documents = by_id(rows.documents(db))
            title = self._called(db, documents)
            found = standing(db, self._events(db))
            actors = by_id((*found.actors, *rows.actors(db)))
            events, rejected = (by_id(sorted(some, key=in_time)) for some in (found.events, found.rejected))
            made = Chronology(title, documents, events, actors, rejected=rejected)
            return replace(made, shelf=self._shelf(db, made))

    def _shelf(self, db: sqlite3.Connection, made: Chronology) -> Shelf:
        if self.path == MEMORY:
            return MemoryShelf(made, dict(db.execute("SELECT id, dates FROM documents")))
        by_hand = {event.id: event for event in made.events.values() if event.corrected or event.note or event.tags}
        return FileShelf(self.path, MemoryShelf(replace(made, events=by_hand)) if by_hand else None)
