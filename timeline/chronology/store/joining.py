"""Bonds inside the store: only around what is new, through the traces its wording leaves.

    new mentions -> a copy of what is kept? -> traces -> worn words -> candidates -> bonds

Why words wear: a day told by hundreds of reports has the same words in all of them, and comparing each sentence with each
would take hours. A word that more than `WORN` tellings of one day share brings nobody together any more; the rarer words of
a telling still do. Copies count as one telling. Which words are worn follows from what is kept, not from the order it came
in: when one wears, the bonds that only worn words had found are taken back.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.chronology.merge import CONTESTED_DAYS, FINE, Bond, Imprint, Tie, bond, likely
from timeline.chronology.store.imprints import Imprints
from timeline.spans import EARLIEST, MINUTES_A_DAY

WORN: Final = 250
# Undated mentions leave their traces before all time, so that they meet one another alone.
_NOWHEN: Final = EARLIEST - 1000 * 366 * MINUTES_A_DAY
# A stem, whether it is of wide spans, and the day they begin.
Bucket = tuple[str, bool, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A mention's imprint with its number in the store."""

    number: int
    imprint: Imprint
    twin: str


def join(db: sqlite3.Connection, imprints: Imprints, new: Iterable[Numbered]) -> None:
    """Bond the new mentions with those kept and one another; what they touch is left without an event, to be settled."""
    listed = sorted(new, key=lambda one: one.number)
    twins, wear = _twins(db, listed), _Wear(db)
    for one in listed:
        imprints.know(one.number, one.imprint)
    first = [one for one in listed if one.number not in twins]
    _tie(db, ((one.imprint.mention, twins[one.number], _TWIN) for one in listed if one.number in twins))
    _leave_traces(db, wear, first)
    near = {one.number: _near(db, wear, one) for one in first}
    if _wear_out(db, wear, imprints, [bucket for one in first for bucket in _crowded(one, near[one.number])]):
        near = {one.number: _near(db, wear, one) for one in first}
    later = {one.number for one in first}
    for one in first:
        # Of two that are both new, the second one looks for the first.
        later.discard(one.number)
        others = imprints.of(sorted({number for _, number in near[one.number]} - later))
        bonds = ((other, bond(one.imprint, other)) for other in others if likely(one.imprint, other))
        _tie(db, ((one.imprint.mention, other.mention, found) for other, found in bonds if found))


_TWIN: Final = Bond(Tie.TWIN, 1.0)
# SQLite takes so many values in one question at least.
AT_ONCE: Final = 500


def _twins(db: sqlite3.Connection, new: Sequence[Numbered]) -> dict[int, str]:
    """The first kept copies of mentions, by their numbers: what it is bonded with, its copies are."""
    first: dict[str, tuple[int, str]] = {}
    twins = sorted({one.twin for one in new})
    for at in range(0, len(twins), AT_ONCE):
        some = twins[at : at + AT_ONCE]
        sql = f"SELECT twin, min(number), id FROM mentions WHERE twin IN ({places(some)}) GROUP BY twin"
        first.update((twin, (number, id)) for twin, number, id in db.execute(sql, some))
    return {one.number: first[one.twin][1] for one in new if first[one.twin][0] < one.number}


def places(values: Collection[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def _tie(db: sqlite3.Connection, found: Iterable[tuple[str, str, Bond]]) -> None:
    rows = [(min(one, other), max(one, other), int(bond.tie), bond.strength) for one, other, bond in found]
    if rows:
        db.executemany("INSERT OR REPLACE INTO bonds VALUES (?, ?, ?, ?)", rows)


def _crowded(one: Numbered, near: Sequence[tuple[str, int]]) -> Iterator[Bucket]:
    """The buckets of a mention that may be too full, since so many stand near."""
    times = Counter(stem for stem, _ in near)
    return (bucket for bucket in _buckets(one.imprint) if times[bucket[0]] >= WORN)


def _wear_out(db: sqlite3.Connection, wear: _Wear, imprints: Imprints, buckets: Iterable[Bucket]) -> bool:
    """Wear out the words of which there are too many, and take back what only they had found; whether there were any."""
    out = [wear.out(bucket) for bucket in sorted(set(buckets)) if wear.too_many(bucket)]
    for members in out:
        for number in members:
            _take_back(db, wear, imprints, number)
    return bool(out)


class _Wear:
    """Which words are worn on which days."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[Bucket, bool] = {}
        self._any = db.execute("SELECT 1 FROM worn LIMIT 1").fetchone() is not None

    def worn(self, bucket: Bucket) -> bool:
        if not self._any:
            return False
        if bucket not in self._known:
            found = self._db.execute("SELECT 1 FROM worn WHERE stem = ? AND wide = ? AND day = ?", bucket).fetchone()
            self._known[bucket] = found is not None
        return self._known[bucket]

    def too_many(self, bucket: Bucket) -> bool:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM traces WHERE {_IN_BUCKET} LIMIT {WORN + 1})"
        return int(self._db.execute(sql, _bounds(bucket)).fetchone()[0]) > WORN

    def out(self, bucket: Bucket) -> Sequence[int]:
        """Wear a word out on a day: its traces are wiped out, and the mentions returned that had left them."""
        rows = self._db.execute(f"SELECT mention FROM traces WHERE {_IN_BUCKET}", _bounds(bucket)).fetchall()
        self._db.execute(f"DELETE FROM traces WHERE {_IN_BUCKET}", _bounds(bucket))
        self._db.execute("INSERT INTO worn VALUES (?, ?, ?)", bucket)
        self._known[bucket] = self._any = True
        return [row[0] for row in rows]

    def fresh(self, imprint: Imprint) -> Iterator[Bucket]:
        """The buckets of a mention's keys that are not worn."""
        return (bucket for bucket in _buckets(imprint) if not self.worn(bucket))


_IN_BUCKET: Final = "stem = ? AND wide = ? AND start BETWEEN ? AND ?"


def _bounds(bucket: Bucket) -> tuple[str, bool, int, int]:
    stem, wide, day = bucket
    return stem, wide, day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY - 1


def _reach(imprint: Imprint) -> tuple[int, int]:
    """The stretch of time a mention is found by."""
    return (imprint.span.start, imprint.span.end) if imprint.span else (_NOWHEN, _NOWHEN + 1)


def _buckets(imprint: Imprint) -> Iterator[Bucket]:
    start, end = _reach(imprint)
    return ((stem, end - start > FINE, start // MINUTES_A_DAY) for stem in imprint.keys)


def _leave_traces(db: sqlite3.Connection, wear: _Wear, new: Iterable[Numbered]) -> None:
    rows = []
    for one in new:
        start, end = _reach(one.imprint)
        rows += [(stem, wide, start, end, one.number) for stem, wide, _ in wear.fresh(one.imprint)]
    db.executemany("INSERT OR IGNORE INTO traces VALUES (?, ?, ?, ?, ?)", rows)


# Narrow traces are found by where they start; only the wide ones need every row before the end looked at.
_NEAR: Final = """
    SELECT stem, mention FROM traces
    WHERE stem IN ({0}) AND wide = 0 AND start BETWEEN ? AND ? AND end >= ? AND mention <> ?
    UNION ALL SELECT stem, mention FROM traces WHERE stem IN ({0}) AND wide = 1 AND start <= ? AND end >= ? AND mention <> ?
"""


def _near(db: sqlite3.Connection, wear: _Wear, one: Numbered) -> list[tuple[str, int]]:
    """The mentions that share a heavy word with it, not worn for either, within a few days of it; each with the word."""
    start, end = _reach(one.imprint)
    slack = CONTESTED_DAYS * MINUTES_A_DAY
    first, last = start - slack, end + slack
    stems = [stem for stem, _, _ in wear.fresh(one.imprint)]
    asked = (*stems, first - FINE, last, first, one.number, *stems, last, first, one.number)
    return db.execute(_NEAR.format(places(stems)), asked).fetchall()


def _take_back(db: sqlite3.Connection, wear: _Wear, imprints: Imprints, number: int) -> None:
    """Undo the bonds of a mention that only worn words had found; the events of both are to be settled anew."""
    (one,) = imprints.of([number])
    mine = {stem for stem, _, _ in wear.fresh(one)}
    for id, tie in _bonded(db, one.mention):
        if tie != Tie.TWIN:
            (other,) = imprints.called([id])
            if not any(stem in mine for stem, _, _ in wear.fresh(other)):
                db.execute("DELETE FROM bonds WHERE one = ? AND other = ?", sorted((one.mention, id)))
                unsettle(db, (one.mention, id))


def _bonded(db: sqlite3.Connection, id: str) -> list[tuple[str, int]]:
    sql = "SELECT other, tie FROM bonds WHERE one = ? UNION ALL SELECT one, tie FROM bonds WHERE other = ?"
    return db.execute(sql, (id, id)).fetchall()


def unsettle(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take these mentions, and all that are told as one with them, out of their events."""
    for id in ids:
        (event,) = db.execute("SELECT event FROM mentions WHERE id = ?", (id,)).fetchone()
        if event:
            db.execute("UPDATE mentions SET event = '' WHERE event = ?", (event,))


def leave(db: sqlite3.Connection, imprints: Imprints, document: str) -> Callable[[], list[Numbered]]:
    """Undo what binds the mentions of a document; called once they are gone, it gives those to be joined anew besides.

    These are the copies of what leaves, which had no bonds of their own; and all there are where words wore on a day that
    is told less often now.
    """
    wear = _Wear(db)
    rows = db.execute("SELECT number, id, event, twin FROM mentions WHERE document = ?", (document,)).fetchall()
    alone = imprints.of(number for number, *_ in rows)
    worn = any(wear.worn(bucket) for imprint in alone for bucket in _buckets(imprint))
    for (number, id, event, _), imprint in zip(rows, alone, strict=True):
        unsettle(db, (id, *(other for other, _ in _bonded(db, id))))
        db.execute("DELETE FROM events WHERE id = ?", (event,))
        db.execute("DELETE FROM bonds WHERE one = ? OR other = ?", (id, id))
        start, end = _reach(imprint)
        traces = ((stem, wide, start, end, number) for stem, wide, _ in _buckets(imprint))
        db.executemany("DELETE FROM traces WHERE stem = ? AND wide = ? AND start = ? AND end = ? AND mention = ?", traces)
        imprints.drop(number)
    if not worn:
        return lambda: [
            copy for twin in dict.fromkeys(row[3] for row in rows) for copy in _kept(db, imprints, "twin = ?", twin)
        ]
    for table in ("bonds", "traces", "worn", "events"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE mentions SET event = ''")
    return lambda: _kept(db, imprints, "?", True)


def _kept(db: sqlite3.Connection, imprints: Imprints, where: str, value: str | bool) -> list[Numbered]:
    """The mentions kept for which a condition holds."""
    rows = db.execute(f"SELECT number, twin FROM mentions WHERE {where} ORDER BY number", (value,)).fetchall()
    return [Numbered(number, imprints.of([number])[0], twin) for number, twin in rows]
