"""Events out of bonds: what was touched since it was last settled is grouped anew, the rest is left as it stands.

Why not at every addition: mentions of one day hang together, and grouping them over and over while documents come in costs
far more than once at the end. A mention without an event is not settled; a reader settles it in memory, the writer in the
file when it closes it. A program that is killed leaves nothing behind but this work.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from timeline.chronology.merge import Bond, Teller, Tie, event_of, group
from timeline.chronology.store import codec
from timeline.chronology.store.imprints import Imprints
from timeline.model import Event

# Event, id, wording, outlet and body of mentions.
TELLINGS: Final = """
    SELECT mentions.event, mentions.id, mentions.wording, coalesce(nullif(documents.publisher, ''), documents.title),
        mentions.body
    FROM mentions JOIN documents ON documents.id = mentions.document
"""

_UNBONDED: Final = """
    NOT EXISTS (SELECT 1 FROM bonds WHERE one = mentions.id) AND NOT EXISTS (SELECT 1 FROM bonds WHERE other = mentions.id)
"""


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of events that no longer stand as they did, and the events in their place."""

    gone: frozenset[str]
    made: Sequence[Event]


def changes(db: sqlite3.Connection, imprints: Imprints) -> Changes:
    """What is to change for every mention to have its event; nothing is written."""
    alone = [told_together([row]) for row in db.execute(f"{TELLINGS} WHERE mentions.event = '' AND {_UNBONDED}")]
    gone, made = {event.id for event in alone}, alone
    for ids, bonds in _components(db):
        known = {id: db.execute("SELECT event FROM mentions WHERE id = ?", (id,)).fetchone()[0] for id in ids}
        sizes = Counter(known.values())
        alike = dict(zip(ids, imprints.called(ids), strict=True))
        for members in group(alike, bonds):
            name = _event_id(min(members))
            if sizes[name] != len(members) or any(known[id] != name for id in members):
                gone.update(map(_event_id, members))
                made.append(_told(db, members))
    return Changes(frozenset(gone), made)


def settle(db: sqlite3.Connection, found: Changes) -> None:
    """Write the changes down."""
    db.executemany("DELETE FROM events WHERE id = ?", [(id,) for id in found.gone])
    spans = ((event, (event.span.start, event.span.end) if event.span else (None, None)) for event in found.made)
    rows = [(event.id, event.title, event.kind, *span, event.disputed) for event, span in spans]
    db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", rows)
    told = [(event.id, mention.id) for event in found.made for mention in event.mentions]
    db.executemany("UPDATE mentions SET event = ? WHERE id = ?", told)


def _components(db: sqlite3.Connection) -> Iterator[tuple[list[str], dict[tuple[str, str], Bond]]]:
    """Everything bonded with a mention that is not settled and not alone, directly or through others, with the bonds."""
    seen: set[str] = set()
    loose = f"SELECT id FROM mentions WHERE event = '' AND NOT ({_UNBONDED}) ORDER BY id"
    for (first,) in db.execute(loose).fetchall():
        if first not in seen:
            ids, bonds, waiting = {first}, {}, [first]
            while waiting:
                one = waiting.pop()
                after = db.execute("SELECT other, tie, strength FROM bonds WHERE one = ?", (one,)).fetchall()
                bonds.update({(one, other): Bond(Tie(tie), strength) for other, tie, strength in after})
                before = db.execute("SELECT one FROM bonds WHERE other = ?", (one,)).fetchall()
                near = {row[0] for row in (*after, *before)} - ids
                ids |= near
                waiting.extend(near)
            seen |= ids
            yield sorted(ids), bonds


def _told(db: sqlite3.Connection, ids: frozenset[str]) -> Event:
    rows = [db.execute(f"{TELLINGS} WHERE mentions.id = ?", (id,)).fetchone() for id in sorted(ids)]
    return told_together(rows)


def told_together(rows: Sequence[Sequence[Any]]) -> Event:
    """The event of some rows of TELLINGS."""
    tellers = {id: Teller(outlet, wording) for _, id, wording, outlet, _ in rows}
    return event_of([codec.mention_in(codec.loads(body)) for *_, body in rows], tellers)


def _event_id(mention: str) -> str:
    """What an event is called whose first mention this is."""
    return "e" + mention[1:]
