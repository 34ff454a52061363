"""The log of corrections in the store: what is decided is written behind what was, and never changed but for its state."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.chronology.corrections import AnchorMoved, Correction, Entry, Found, Joined, Parted, State, WrittenOn
from timeline.chronology.store import codec
from timeline.chronology.store.decisions import decision_in, decision_out
from timeline.model import Passage


def record(db: sqlite3.Connection, corrections: Sequence[Correction], at: int, who: str) -> int:
    """Write corrections down as one step, after which nothing undone before can be done again; the number of the step."""
    db.execute("UPDATE corrections SET state = ? WHERE state = ?", (State.DROPPED, State.UNDONE))
    step = int(db.execute("SELECT coalesce(max(step), 0) + 1 FROM corrections").fetchone()[0])
    for correction in corrections:
        where = [[id, codec.passage_out(passage)] for id in correction.about if (passage := _passage(db, id))]
        row = (step, at, who, State.IN_FORCE, codec.dumps(decision_out(correction)), codec.dumps(where))
        db.execute("INSERT INTO corrections (step, at, who, state, body, passages) VALUES (?, ?, ?, ?, ?, ?)", row)
    return step


def move(db: sqlite3.Connection, *, back: bool) -> Entry | None:
    """Undo the last step in force, or do the first undone one again; the step as it is then, None when there is none."""
    state, then = (State.IN_FORCE, State.UNDONE) if back else (State.UNDONE, State.IN_FORCE)
    found = db.execute(f"SELECT {'max' if back else 'min'}(step) FROM corrections WHERE state = ?", (state,)).fetchone()[0]
    if found is None:
        return None
    db.execute("UPDATE corrections SET state = ? WHERE step = ?", (then, found))
    return next(entry for entry in history(db) if entry.step == found)


def take_over(db: sqlite3.Connection, others: sqlite3.Connection) -> int:
    """Write the log of another store behind this one, but for what it holds already; how many steps were new."""
    known = {tuple(row) for row in db.execute("SELECT at, who, body FROM corrections")}
    offset = int(db.execute("SELECT coalesce(max(step), 0) FROM corrections").fetchone()[0])
    new = [row for row in _rows(others) if (row[1], row[2], row[4]) not in known]
    for step, at, who, state, body, passages in new:
        row = (offset + step, at, who, State.DROPPED if state == State.UNDONE else state, body, passages)
        db.execute("INSERT INTO corrections (step, at, who, state, body, passages) VALUES (?, ?, ?, ?, ?, ?)", row)
    return len({row[0] for row in new})


def history(db: sqlite3.Connection) -> tuple[Entry, ...]:
    """All steps, the first one first."""
    entries: dict[int, Entry] = {}
    for step, at, who, state, body, passages in _rows(db):
        made = _placed(db, decision_in(codec.loads(body)), codec.loads(passages))
        entry = entries.get(step) or Entry(step, at, who, (), State(state))
        entries[step] = replace(entry, corrections=(*entry.corrections, made))
    return tuple(entries.values())


def in_force(db: sqlite3.Connection) -> tuple[Correction, ...]:
    """The corrections that hold, in the order they were made."""
    return tuple(one for entry in history(db) if entry.state is State.IN_FORCE for one in entry.corrections)


def _rows(db: sqlite3.Connection) -> list[Any]:
    # A file of the form before that may not be written has no log.
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'corrections'").fetchone():
        return []
    return db.execute("SELECT step, at, who, state, body, passages FROM corrections ORDER BY number").fetchall()


def _passage(db: sqlite3.Connection, mention: str) -> Passage | None:
    row = db.execute("SELECT body FROM mentions WHERE id = ?", (mention,)).fetchone()
    return codec.mention_in(codec.loads(row[0])).passage if row else None


def _placed(db: sqlite3.Connection, correction: Correction, passages: list[Any]) -> Correction:
    """The correction with mentions that are read otherwise today replaced by those that now tell their passages."""
    moved = {
        id: now
        for id, plain in passages
        if not db.execute("SELECT 1 FROM mentions WHERE id = ?", (id,)).fetchone() and (now := _now_at(db, Passage(*plain)))
    }
    return _renamed(correction, moved) if moved else correction


def _now_at(db: sqlite3.Connection, passage: Passage) -> str | None:
    """The mention that shares most of a passage; None when there is none."""
    best, found = 0, None
    for id, body in db.execute("SELECT id, body FROM mentions WHERE document = ? ORDER BY id", (passage.document,)):
        there = codec.mention_in(codec.loads(body)).passage
        shared = min(there.end, passage.end) - max(there.start, passage.start)
        if shared > best:
            best, found = shared, id
    return found


def _renamed(correction: Correction, ids: Mapping[str, str]) -> Correction:
    if isinstance(correction, Joined | Parted):
        return replace(correction, mentions=tuple(ids.get(id, id) for id in correction.mentions))
    if isinstance(correction, Found | WrittenOn | AnchorMoved):
        return correction
    return replace(correction, mention=ids.get(correction.mention, correction.mention))
