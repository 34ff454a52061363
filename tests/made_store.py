"""A chronology of any size made straight into a file, as adding its texts would have left it.

    python -m tests.made_store 1_000_000 big.chronology

The events are those of `tests.made`: one a sentence, every kind of date in turn, days by far the most, sixty sentences a text.
No traces for merging are left, so what is added later is not compared with them.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from tests.made import ACTORS, BOOK, Told, many
from tests.made_dates import When
from timeline.chronology import Store
from timeline.chronology.merge import wording_of
from timeline.chronology.store import codec
from timeline.model import Document, Known, Participant, Passage, Written, content_id
from timeline.spans import Span

EACH = 60
_HERE = Passage("@", 7, 9)
_PLACE = codec.dumps(codec.passage_out(_HERE))


def made_store(events: int, path: Path, seed: int = 0) -> Path:
    """The file at `path` with so many events; one that is there already is left as it is."""
    if path.exists():
        return path
    with Store.open(path, create=True) as store:
        store.retitle(f"{events} events")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        rows = [(actor.id, actor.name, actor.kind, codec.dumps(actor.aliases), actor.part_of) for actor in ACTORS.values()]
        db.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?)", rows)
        pages = _pages(many(events, random.Random(seed), 1982))
        while batch := list(islice(pages, 500)):
            _write(db, batch)
        db.execute("COMMIT")
    return path


@dataclass
class _Page:
    """A text and what is told in it: (row, start, end) of each sentence."""

    outlet: str
    number: int
    told: list[tuple[Told, int, int]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, row: Told) -> None:
        sentence = row.sentence.format(row.when.phrase) if row.when else row.sentence
        self.told.append((row, self.length, self.length + len(sentence)))
        self.parts += (sentence, " ")
        self.length += len(sentence) + 1

    def document(self) -> Document:
        text, name = "".join(self.parts), f"{self.outlet} {self.number}"
        written = Written(Span.of(1982 + self.number % 40, 6, 30), Known.GIVEN)
        publisher = None if self.outlet == BOOK else self.outlet
        return Document(Document.make_id(text, name), name, name, text, written=written, publisher=publisher)


def _pages(rows: Iterable[Told]) -> Iterator[_Page]:
    """Texts of `EACH` sentences of one outlet; those of the book are its chapters."""
    numbers: dict[str, int] = {}
    open_pages: dict[str, _Page] = {}
    for row in rows:
        page = open_pages.get(row.outlet) or open_pages.setdefault(row.outlet, _Page(row.outlet, numbers.get(row.outlet, 1)))
        page.add(row)
        if len(page.told) == EACH:
            numbers[row.outlet] = page.number + 1
            yield open_pages.pop(row.outlet)
    yield from open_pages.values()


def _write(db: sqlite3.Connection, pages: Sequence[_Page]) -> None:
    number = db.execute("SELECT coalesce(max(number), 0) FROM mentions").fetchone()[0]
    documents, events, mentions, words = [], [], [], []
    for page in pages:
        document = page.document()
        dates = []
        for row, start, end in page.told:
            number += 1
            id = content_id("m", document.id, start, end)
            when = _when(row, document.id, start)
            dates += [when] if row.when else []
            span = row.when.span if row.when else None
            bounds = (span.start, span.end) if span else (None, None)
            wording = wording_of(document.text[start:end])
            events.append(("e" + id[1:], row.title, row.kind, *bounds, False))
            mentions.append(
                (number, id, document.id, "e" + id[1:], wording, wording, _body(row, id, document, (start, end), when))
            )
            words.append((number, row.title, document.text[start:end]))
        documents.append(_document(document, dates))
    columns = "id, source, title, text, language, written, publisher, dates"
    db.executemany(f"INSERT INTO documents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", documents)
    db.executemany("INSERT INTO events (id, title, kind, start, end, disputed) VALUES (?, ?, ?, ?, ?, ?)", events)
    columns = "number, id, document, event, wording, twin, body, imprint"
    db.executemany(f"INSERT INTO mentions ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, '')", mentions)
    db.executemany("INSERT INTO words (rowid, title, passage) VALUES (?, ?, ?)", words)


def _document(document: Document, dates: Iterable[str]) -> tuple[Any, ...]:
    written = codec.dumps(codec.written_out(document.written))
    known = (document.language, written, document.publisher, f"[{','.join(dates)}]")
    return document.id, document.source, document.title, document.text, *known


_dates: dict[When, tuple[str, str]] = {}
_parts: dict[tuple[Any, ...], str] = {}


def _when(row: Told, document: str, start: int) -> str:
    """The date as the store keeps it: made once for each, with the passage put in."""
    if row.when is None:
        return "null"
    if row.when not in _dates:
        before, _, after = codec.dumps(codec.date_out(row.when.at(_HERE))).partition(_PLACE)
        _dates[row.when] = (before, after)
    before, after = _dates[row.when]
    at = start + row.sentence.index("{}")
    return f'{before}["{document}",{at},{at + len(row.when.phrase)}]{after}'


def _body(row: Told, id: str, document: Document, passage: tuple[int, int], when: str) -> str:
    """A mention as the store keeps it."""
    key = (row.actors, row.places)
    if key not in _parts:
        actors = [Participant(ACTORS[name].id, role) for name, role in row.actors]
        listed = [[part.actor, part.role] for part in actors]
        _parts[key] = f"{codec.dumps(listed)},{codec.dumps([ACTORS[name].id for name in row.places])}"
    place = f'["{document.id}",{passage[0]},{passage[1]}]'
    return f'["{id}",{place},{codec.dumps(row.title)},"{row.kind}",{when},{_parts[key]},"{row.kind.value.lower()}"]'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=int)
    parser.add_argument("path", type=Path)
    chosen = parser.parse_args()
    made_store(chosen.events, chosen.path)


if __name__ == "__main__":
    main()
