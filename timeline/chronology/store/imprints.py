"""The imprints of kept mentions: as text for the store, and those last used at hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from sys import intern
from typing import Final

from timeline.chronology.merge import Imprint
from timeline.chronology.store import codec
from timeline.model import Kind, Passage

# A few kilobytes each: enough for the crowded days of a batch.
_MOST: Final = 1 << 14


class Imprints:
    """Imprints by the number or the id of their mention. To be forgotten when what was kept is undone."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[int, Imprint] = {}

    def know(self, number: int, imprint: Imprint) -> None:
        if len(self._known) >= _MOST:
            # The oldest go first.
            del self._known[next(iter(self._known))]
        self._known[number] = imprint

    def drop(self, number: int) -> None:
        self._known.pop(number, None)

    def forget(self) -> None:
        self._known.clear()

    def of(self, numbers: Iterable[int]) -> list[Imprint]:
        return [self._known.get(number) or self._fetched(number) for number in numbers]

    def called(self, ids: Iterable[str]) -> list[Imprint]:
        return self.of(self._db.execute("SELECT number FROM mentions WHERE id = ?", (id,)).fetchone()[0] for id in ids)

    def _fetched(self, number: int) -> Imprint:
        sql = "SELECT imprint, story FROM mentions JOIN documents ON documents.id = mentions.document WHERE mentions.number = ?"
        imprint = imprint_in(*self._db.execute(sql, (number,)).fetchone())
        self.know(number, imprint)
        return imprint


def imprint_out(imprint: Imprint, rest: str | None = None) -> str:
    """An imprint as text; `rest` is all but the place of it, where that is known already."""
    head = codec.dumps([imprint.mention, codec.passage_out(imprint.passage)])
    return f"{head[:-1]},{(rest or all_but_the_place(imprint))[1:]}"


def all_but_the_place(imprint: Imprint) -> str:
    """An imprint as text without where it stands: the same for all tellings that differ in nothing else."""
    sets = (imprint.initiators, imprint.targets, imprint.actors, imprint.people, imprint.places, imprint.telling)
    head = [codec.span_out(imprint.span), imprint.lasting, imprint.kind]
    return codec.dumps([*head, *map(sorted, sets), dict(imprint.weights)])


def story_out(story: frozenset[str]) -> str:
    return " ".join(sorted(story))


def imprint_in(text: str, story: str) -> Imprint:
    mention, passage, span, lasting, kind, *sets, weights = codec.loads(text)
    doing, done_to, actors, people, places, telling = (frozenset(map(intern, found)) for found in sets)
    found = (doing, done_to, actors, people, places, telling)
    words = {intern(stem): weight for stem, weight in weights.items()}
    told = frozenset(map(intern, story.split()))
    return Imprint(mention, Passage(*passage), codec.span_in(span), lasting, Kind(kind), *found, words, told)
