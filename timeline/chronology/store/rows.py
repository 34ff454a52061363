"""Documents, actors and mentions as rows of the store, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from timeline.chronology.merge import Page, wording_of
from timeline.chronology.store import codec
from timeline.chronology.store.imprints import all_but_the_place, imprint_out, story_out
from timeline.chronology.store.joining import AT_ONCE, Numbered, places
from timeline.chronology.store.words import printable
from timeline.model import Actor, ActorKind, Document, Known, Mention, ResolvedDate, Written, content_id

_DOCUMENT = "SELECT id, source, title, text, language, written, publisher FROM documents"


def set_day(db: sqlite3.Connection, document: Document) -> None:
    """Give a kept document the day that the user decided, or its own again."""
    written = codec.dumps(codec.written_out(document.written))
    db.execute("UPDATE documents SET stated = coalesce(stated, written), written = ? WHERE id = ?", (written, document.id))


def stated(db: sqlite3.Connection, document: str) -> Written | None:
    """The day of a kept document as it was known before anybody decided another."""
    (plain,) = db.execute("SELECT coalesce(stated, written) FROM documents WHERE id = ?", (document,)).fetchone()
    return codec.written_in(codec.loads(plain))


def holds(db: sqlite3.Connection, document: str) -> bool:
    return db.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is not None


def keep_document(db: sqlite3.Connection, document: Document, dates: Sequence[ResolvedDate]) -> None:
    """Keep a document as it was read, and its dates."""
    row = (
        document.id,
        *map(_text_out, (document.source, document.title, document.text)),
        document.language,
        codec.dumps(codec.written_out(document.written)),
        None if document.publisher is None else _text_out(document.publisher),
        codec.dates_out(dates),
    )
    columns = "id, source, title, text, language, written, publisher, dates"
    db.execute(f"INSERT INTO documents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def keep_actors(db: sqlite3.Connection, told: Iterable[Actor]) -> None:
    """Keep actors together with what other documents say of them: whichever is read first, the same comes out."""
    listed = sorted({actor.id: actor for actor in told}.items())
    for at in range(0, len(listed), AT_ONCE):
        some = dict(listed[at : at + AT_ONCE])
        sql = f"SELECT id, name, kind, aliases, part_of FROM actors WHERE id IN ({places(some)})"
        known = {row[0]: row for row in db.execute(sql, list(some))}
        made = [(known.get(id), _actor_out(actor, known.get(id))) for id, actor in some.items()]
        new = [row for before, row in made if row != before]
        db.executemany("INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?)", new)


# Most documents name actors that others have named so before.
@lru_cache(maxsize=1 << 12)
def _actor_out(actor: Actor, row: Sequence[Any] | None) -> tuple[Any, ...]:
    known = [actor, _actor_in(row)] if row else [actor]
    name = max((one.name for one in known), key=lambda name: (len(name), name))
    aliases = sorted({alias for one in known for alias in (one.name, *one.aliases)} - {name})
    kind = min((one.kind for one in known), key=list(ActorKind).index)
    part_of = min((one.part_of for one in known if one.part_of), default=None)
    return actor.id, _text_out(name), kind, codec.dumps(aliases), part_of


def keep_mentions(
    db: sqlite3.Connection, document: Document, mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> list[Numbered]:
    page = Page(document)
    db.execute("UPDATE documents SET story = ? WHERE id = ?", (story_out(page.story), document.id))
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM mentions").fetchone()
    kept, bodies, words = [], [], []
    for number, mention in enumerate(mentions, last + 1):
        imprint = page.imprint(mention, actors)
        wording = wording_of(document.quote(mention.passage))
        # Without a telling word only the very same ones make a copy.
        rest = all_but_the_place(imprint)
        twin = content_id("t", rest) if imprint.weights else content_id("t", rest, wording)
        body = codec.dumps(codec.mention_out(mention))
        bodies.append((number, mention.id, document.id, "", wording, twin, body, imprint_out(imprint, rest)))
        words.append((number, *_words(document, mention)))
        kept.append(Numbered(number, imprint, twin))
    columns = "number, id, document, event, wording, twin, body, imprint"
    db.executemany(f"INSERT INTO mentions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", bodies)
    db.executemany("INSERT INTO words (rowid, title, passage) VALUES (?, ?, ?)", words)
    return kept


def mentions(db: sqlite3.Connection, document: str) -> Iterator[Mention]:
    """Those of a document."""
    for (body,) in db.execute("SELECT body FROM mentions WHERE document = ?", (document,)):
        yield codec.mention_in(codec.loads(body))


def forget_mentions(db: sqlite3.Connection, document: Document) -> None:
    """Take the rows of a document's mentions out."""
    for number, body in db.execute("SELECT number, body FROM mentions WHERE document = ?", (document.id,)).fetchall():
        words = _words(document, codec.mention_in(codec.loads(body)))
        db.execute("INSERT INTO words (words, rowid, title, passage) VALUES ('delete', ?, ?, ?)", (number, *words))
    db.execute("DELETE FROM mentions WHERE document = ?", (document.id,))


def _words(document: Document, mention: Mention) -> tuple[str, str]:
    return printable(mention.title), printable(document.quote(mention.passage))


def documents(db: sqlite3.Connection) -> Iterator[Document]:
    return map(_document_in, db.execute(f"{_DOCUMENT} ORDER BY number"))


def document(db: sqlite3.Connection, id: str) -> Document | None:
    row = db.execute(f"{_DOCUMENT} WHERE id = ?", (id,)).fetchone()
    return _document_in(row) if row else None


def assumed_days(db: sqlite3.Connection) -> list[str]:
    """The sources of the documents whose day written was only assumed."""
    found = db.execute("SELECT source, written FROM documents ORDER BY number")
    days = ((source, codec.written_in(codec.loads(written))) for source, written in found)
    return [_text_in(source) for source, day in days if day and day.known is Known.ASSUMED]


def _document_in(row: Sequence[Any]) -> Document:
    id, source, title, text, language, written, publisher = row
    known = codec.written_in(codec.loads(written))
    outlet = None if publisher is None else _text_in(publisher)
    return Document(id, _text_in(source), _text_in(title), _text_in(text), language, known, outlet)


def actors(db: sqlite3.Connection) -> Iterator[Actor]:
    return map(_actor_in, db.execute("SELECT id, name, kind, aliases, part_of FROM actors ORDER BY id"))


def _actor_in(row: Sequence[Any]) -> Actor:
    id, name, kind, aliases, part_of = row
    return Actor(id, _text_in(name), ActorKind(kind), tuple(codec.loads(aliases)), part_of)


def _text_out(text: str) -> str | bytes:
    """Text as SQLite can keep it: lone surrogates, which UTF-8 does not know, go in as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _text_in(kept: str | bytes) -> str:
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")
