"""Merging inside the store: only around what is new, through the traces its wording leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from timeline.chronology.merge import CONTESTED_DAYS, FINE, LIKELY, LIKELY_WIDE, Bond, Imprint, Tie, bond, event_of, group
from timeline.chronology.store import codec
from timeline.model import Event, Kind, Passage
from timeline.spans import EARLIEST, MINUTES_A_DAY

# Undated mentions leave their traces before all time, so that they meet one another alone.
_NOWHEN: Final = EARLIEST - 1000 * 366 * MINUTES_A_DAY

_REACHED: Final = """
    WITH RECURSIVE reached(id) AS (
        VALUES (?)
        UNION SELECT CASE WHEN bonds.one = reached.id THEN bonds.other ELSE bonds.one END
        FROM reached JOIN bonds ON bonds.one = reached.id OR bonds.other = reached.id
    ) SELECT id FROM reached
"""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A mention's imprint with its number in the store."""

    number: int
    imprint: Imprint


def join(db: sqlite3.Connection, new: Iterable[Numbered]) -> None:
    """Bond the new mentions with those kept and one another, and regroup what they touch."""
    touched: set[str] = set()
    for one in new:
        touched.add(one.imprint.mention)
        twin = _twin(db, one)
        if twin:
            _tie(db, one.imprint.mention, twin, Bond(Tie.TWIN, 1.0))
            continue
        _leave_traces(db, one)
        for other in _likely(db, one):
            found = bond(one.imprint, other)
            if found:
                _tie(db, one.imprint.mention, other.mention, found)
    while touched:
        component = _component(db, min(touched))
        touched -= component
        _regroup(db, component)


def _twin(db: sqlite3.Connection, one: Numbered) -> str | None:
    """The first kept copy of a mention in another document: what it is bonded with, its copies are."""
    sql = "SELECT id FROM mentions WHERE twin = ? AND number < ? AND document != ? ORDER BY number LIMIT 1"
    row = db.execute(sql, (one.imprint.twin, one.number, one.imprint.document)).fetchone()
    return row and str(row[0])


def _tie(db: sqlite3.Connection, one: str, other: str, found: Bond) -> None:
    values = (min(one, other), max(one, other), int(found.tie), found.strength)
    db.execute("INSERT OR REPLACE INTO bonds VALUES (?, ?, ?, ?)", values)


def _leave_traces(db: sqlite3.Connection, one: Numbered) -> None:
    start, end = _reach(one.imprint)
    found = one.imprint
    rows = [(stem, end - start > FINE, start, end, one.number, found.weights[stem]) for stem in found.keys]
    db.executemany("INSERT INTO traces VALUES (?, ?, ?, ?, ?, ?)", rows)


def _reach(imprint: Imprint) -> tuple[int, int]:
    """The stretch of time a mention is found by."""
    return (imprint.span.start, imprint.span.end) if imprint.span else (_NOWHEN, _NOWHEN + 1)


# Narrow traces are found by where they start; only the wide ones need every row before the end looked at.
_NEAR: Final = """
    SELECT mention, weight, wide FROM traces
    WHERE stem = :stem AND wide = 0 AND start BETWEEN :start - :fine AND :end AND end >= :start
    UNION ALL
    SELECT mention, weight, wide FROM traces WHERE stem = :stem AND wide = 1 AND start <= :end AND end >= :start
"""


def _likely(db: sqlite3.Connection, one: Numbered) -> list[Imprint]:
    """The mentions whose heaviest words are like enough to its own, within a few days of it."""
    start, end = _reach(one.imprint)
    slack = CONTESTED_DAYS * MINUTES_A_DAY
    alike: dict[int, float] = {}
    wides: set[int] = set()
    for stem in one.imprint.keys:
        weight = one.imprint.weights[stem]
        near = {"stem": stem, "start": start - slack, "end": end + slack, "fine": FINE}
        for number, other, wide in db.execute(_NEAR, near):
            alike[number] = alike.get(number, 0.0) + weight * other
            if wide or end - start > FINE:
                wides.add(number)
    alike.pop(one.number, None)
    likely = [number for number, likeness in alike.items() if likeness >= (LIKELY_WIDE if number in wides else LIKELY)]
    holes = ",".join("?" * len(likely))
    rows = db.execute(f"SELECT imprint FROM mentions WHERE number IN ({holes})", likely)
    return [imprint_in(row[0]) for row in rows]


def _component(db: sqlite3.Connection, mention: str) -> set[str]:
    """Everything bonded with a mention, directly or through others."""
    rows = db.execute(_REACHED, (mention,))
    return {row[0] for row in rows}


def _regroup(db: sqlite3.Connection, component: set[str]) -> None:
    """Group a component anew and put its events in the place of those it had."""
    ids = sorted(component)
    rows = [db.execute("SELECT event, body, imprint, wording FROM mentions WHERE id = ?", (id,)).fetchone() for id in ids]
    imprints = {id: imprint_in(row[2]) for id, row in zip(ids, rows, strict=True)}
    mentions = {id: codec.mention_in(codec.loads(row[1])) for id, row in zip(ids, rows, strict=True)}
    wordings = {id: row[3] for id, row in zip(ids, rows, strict=True)}
    db.executemany("DELETE FROM events WHERE id = ?", [(event,) for event in {row[0] for row in rows}])
    for members in group(imprints, _bonds(db, ids)):
        _keep(db, event_of([mentions[id] for id in members], wordings))


def _bonds(db: sqlite3.Connection, ids: list[str]) -> dict[tuple[str, str], Bond]:
    found = {}
    for id in ids:
        for other, tie, strength in db.execute("SELECT other, tie, strength FROM bonds WHERE one = ?", (id,)):
            found[id, other] = Bond(Tie(tie), strength)
    return found


def _keep(db: sqlite3.Connection, event: Event) -> None:
    start, end = (event.span.start, event.span.end) if event.span else (None, None)
    row = (event.id, event.title, event.kind, start, end, event.disputed)
    db.execute("INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?)", row)
    db.executemany("UPDATE mentions SET event = ? WHERE id = ?", [(event.id, mention.id) for mention in event.mentions])


def imprint_out(imprint: Imprint) -> str:
    head = [imprint.mention, codec.passage_out(imprint.passage), codec.span_out(imprint.span), imprint.lasting, imprint.kind]
    sets = (imprint.initiators, imprint.targets, imprint.actors, imprint.people, imprint.places, imprint.telling)
    return codec.dumps([*head, *map(sorted, sets), dict(imprint.weights)])


def imprint_in(text: str) -> Imprint:
    mention, passage, span, lasting, kind, *sets, weights = codec.loads(text)
    doing, done_to, actors, people, places, telling = map(frozenset, sets)
    found = (doing, done_to, actors, people, places, telling)
    return Imprint(mention, Passage(*passage), codec.span_in(span), lasting, Kind(kind), *found, weights)
