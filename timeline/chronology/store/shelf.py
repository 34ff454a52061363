"""The shelf of a chronology loaded from a file: it reads the file again only when asked."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from timeline.chronology.store import codec
from timeline.chronology.store.connect import connect, explained
from timeline.chronology.store.memory import MemoryShelf
from timeline.chronology.store.words import expression
from timeline.model import ResolvedDate


class FileShelf:
    """Words and dates out of the file; safe to ask from several threads. StoreError when the file has gone.

    `by_hand` knows the words of events that the user added or wrote about.
    """

    def __init__(self, path: str, by_hand: MemoryShelf | None = None) -> None:
        self._path = path
        self._by_hand = by_hand

    def found(self, words: str) -> set[str]:
        asked = expression(words)
        if not asked:
            return set()
        sql = "SELECT id FROM mentions WHERE number IN (SELECT rowid FROM words WHERE words MATCH ?)"
        return {row[0] for row in self._ask(sql, asked)} | (self._by_hand.found(words) if self._by_hand else set())

    def dates_of(self, document: str) -> tuple[ResolvedDate, ...]:
        for (plain,) in self._ask("SELECT dates FROM documents WHERE id = ?", document):
            return codec.dates_in(plain)
        return ()

    def _ask(self, sql: str, value: str) -> list[Any]:
        with closing(connect(self._path)) as db, explained(self._path):
            return db.execute(sql, (value,)).fetchall()
