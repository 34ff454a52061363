"""The shelf of a chronology that was made in memory: the same index as a kept one, filled when it is first asked."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Mapping
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from timeline.chronology.store import codec
from timeline.chronology.store.words import TOKENIZER, expression, printable
from timeline.model import Event, Mention, ResolvedDate

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


def _heads(event: Event, mention: Mention) -> str:
    """What stands over a passage: its own title, and what the user calls the event and says of it."""
    own = event.title if "title" in event.corrected else ""
    return printable(" ".join(part for part in (mention.title, own, event.note, *event.tags) if part))


class MemoryShelf:
    """Words and dates of a chronology without a file; its dates are those of its mentions where no others are given.

    `dates` are those of each document, as the store keeps them.
    """

    def __init__(self, chronology: Chronology, dates: Mapping[str, str] | None = None) -> None:
        self._chronology = chronology
        self._dates = dates
        self._filling = Lock()

    @cached_property
    def _index(self) -> sqlite3.Connection:
        # Threads of a page may ask at once: SQLite serialises them itself where it is built so, as all are today.
        index = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, index.close)
        index.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, passage, mention UNINDEXED, tokenize = '{TOKENIZER}')")
        documents = self._chronology.documents
        index.executemany(
            "INSERT INTO words VALUES (?, ?, ?)",
            (
                (_heads(event, mention), printable(documents[mention.document].quote(mention.passage)), mention.id)
                for event in self._chronology.events.values()
                for mention in event.mentions
            ),
        )
        return index

    def found(self, words: str) -> set[str]:
        asked = expression(words)
        if not asked:
            return set()
        with self._filling:
            index = self._index
        return {row[0] for row in index.execute("SELECT mention FROM words WHERE words MATCH ?", (asked,))}

    def dates_of(self, document: str) -> tuple[ResolvedDate, ...]:
        if self._dates is not None:
            return codec.dates_in(self._dates.get(document, "[]"))
        mentions = (mention for event in self._chronology.events.values() for mention in event.mentions)
        found = {m.when.expression.passage: m.when for m in mentions if m.when and m.document == document}
        return tuple(found[passage] for passage in sorted(found, key=lambda passage: (passage.start, passage.end)))
