"""The store: documents with their full text, the mentions read from them, the events they merge into, the actors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

from timeline.chronology.chronology import Chronology
from timeline.chronology.merge import Page, wording_of
from timeline.chronology.order import in_time
from timeline.chronology.store import codec
from timeline.chronology.store.connect import MEMORY, connect, explained
from timeline.chronology.store.imprints import Imprints, imprint_out
from timeline.chronology.store.joining import Numbered, join
from timeline.chronology.store.memory import MemoryShelf
from timeline.chronology.store.settling import TELLINGS, changes, settle, told_together
from timeline.chronology.store.shelf import FileShelf
from timeline.chronology.store.words import printable
from timeline.errors import StoreError
from timeline.model import Actor, ActorKind, Document, Event, Mention, ResolvedDate, by_id, content_id


class Told(Protocol):
    """What was read from a document: `timeline.events.Telling` is one."""

    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def actors(self) -> Mapping[str, Actor]: ...
    @property
    def dates(self) -> Sequence[ResolvedDate]: ...


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds."""

    documents: int
    events: int
    undated: int
    disputed: int


class Store:
    """One chronology in one SQLite file, or in memory. A context manager; all its methods raise StoreError.

    Several programs may read while one writes. What `load` returns stays as it was when it was loaded.
    """

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection
        self._lock = RLock()
        self._imprints = Imprints(connection)
        self._added = False

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
                settle(self._db, changes(self._db, self._imprints))
                self._added = False

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
            return _holds(db, document)

    def counts(self) -> Counts:
        with self._lock:
            self._settle()
        with self._reading() as db:
            documents = db.execute("SELECT count(*) FROM documents").fetchone()[0]
            found = changes(db, self._imprints)
            rows = db.execute("SELECT id, start IS NULL, disputed FROM events")
            events = [(undated, disputed) for id, undated, disputed in rows if id not in found.gone]
            events += [(event.span is None, event.disputed) for event in found.made]
            return Counts(
                documents, len(events), sum(undated for undated, _ in events), sum(disputed for _, disputed in events)
            )

    def add(self, document: Document, told: Told) -> bool:
        """Keep a document and what was read from it, merging its mentions into the events; False when it was kept before.

        All of it or nothing: it is one transaction.
        """
        with self._lock:
            if self.holds(document.id):
                return False
            with self._writing() as db:
                # Another program may have added it while this one waited for its turn.
                if _holds(db, document.id):
                    return False
                _keep_document(db, document, told.dates)
                for actor in told.actors.values():
                    _keep_actor(db, actor)
                join(db, self._imprints, _keep_mentions(db, document, told.mentions, told.actors))
                self._added = True
        return True

    def load(self) -> Chronology:
        """The whole chronology as it stands, in memory; it may be used after the store is closed."""
        with self._lock:
            self._settle()
        with self._reading() as db:
            documents = by_id(_documents(db))
            title = self._called(db, documents)
            actors = by_id(_actors(db))
            events = by_id(sorted(_events(db, changes(db, self._imprints).made), key=in_time))
            if self.path != MEMORY:
                return Chronology(title, documents, events, actors, shelf=FileShelf(self.path))
            dates = {id: _dates(plain) for id, plain in db.execute("SELECT id, dates FROM documents")}
            made = Chronology(title, documents, events, actors)
            return Chronology(title, documents, events, actors, shelf=MemoryShelf(made, dates))


def _holds(db: sqlite3.Connection, document: str) -> bool:
    return db.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is not None


def _keep_document(db: sqlite3.Connection, document: Document, dates: Sequence[ResolvedDate]) -> None:
    row = (
        document.id,
        *map(_text_out, (document.source, document.title, document.text)),
        document.language,
        codec.dumps(codec.written_out(document.written)),
        None if document.publisher is None else _text_out(document.publisher),
        codec.dumps([codec.date_out(date) for date in dates]),
    )
    columns = "id, source, title, text, language, written, publisher, dates"
    db.execute(f"INSERT INTO documents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _keep_actor(db: sqlite3.Connection, actor: Actor) -> None:
    """Keep an actor together with what other documents say of it: whichever is read first, the same comes out."""
    row = db.execute("SELECT id, name, kind, aliases, part_of FROM actors WHERE id = ?", (actor.id,)).fetchone()
    known = [actor, _actor_in(row)] if row else [actor]
    name = max((one.name for one in known), key=lambda name: (len(name), name))
    aliases = sorted({alias for one in known for alias in (one.name, *one.aliases)} - {name})
    kind = min((one.kind for one in known), key=list(ActorKind).index)
    part_of = min((one.part_of for one in known if one.part_of), default=None)
    values = (actor.id, _text_out(name), kind, codec.dumps(aliases), part_of)
    db.execute("INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?)", values)


def _keep_mentions(
    db: sqlite3.Connection, document: Document, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> list[Numbered]:
    page = Page(document)
    kept = []
    for mention in mentions:
        imprint = page.imprint(mention, actors)
        wording = wording_of(document.quote(mention.passage))
        # Without a telling word only the very same ones make a copy.
        twin = imprint.twin if imprint.weights else content_id("t", imprint.twin, wording)
        body = codec.dumps(codec.mention_out(mention))
        values = (mention.id, document.id, "", wording, twin, body, imprint_out(imprint))
        columns = "id, document, event, wording, twin, body, imprint"
        into = db.execute(f"INSERT INTO mentions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        number = into.lastrowid or 0
        words = (number, printable(mention.title), printable(document.quote(mention.passage)))
        db.execute("INSERT INTO words (rowid, title, passage) VALUES (?, ?, ?)", words)
        kept.append(Numbered(number, imprint, twin))
    return kept


def _documents(db: sqlite3.Connection) -> Iterator[Document]:
    rows = db.execute("SELECT id, source, title, text, language, written, publisher FROM documents ORDER BY number")
    for id, source, title, text, language, written, publisher in rows:
        known = codec.written_in(codec.loads(written))
        outlet = None if publisher is None else _text_in(publisher)
        yield Document(id, _text_in(source), _text_in(title), _text_in(text), language, known, outlet)


def _actors(db: sqlite3.Connection) -> Iterator[Actor]:
    return map(_actor_in, db.execute("SELECT id, name, kind, aliases, part_of FROM actors ORDER BY id"))


def _actor_in(row: Sequence[Any]) -> Actor:
    id, name, kind, aliases, part_of = row
    return Actor(id, _text_in(name), ActorKind(kind), tuple(codec.loads(aliases)), part_of)


def _events(db: sqlite3.Connection, made: Sequence[Event]) -> Iterator[Event]:
    """The events as they are kept, but for those made in their place."""
    anew = {mention.id for event in made for mention in event.mentions}
    told: dict[str, list[Sequence[Any]]] = {}
    for row in db.execute(f"{TELLINGS} ORDER BY mentions.id"):
        if row[1] not in anew:
            told.setdefault(row[0], []).append(row)
    yield from made
    yield from map(told_together, told.values())


def _dates(plain: str) -> tuple[ResolvedDate, ...]:
    return tuple(date for date in map(codec.date_in, codec.loads(plain)) if date)


def _text_out(text: str) -> str | bytes:
    """Text as SQLite can keep it: lone surrogates, which UTF-8 does not know, go in as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _text_in(kept: str | bytes) -> str:
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")
