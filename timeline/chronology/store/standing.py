"""The events as they stand: those kept, those made anew, and the user's corrections over both."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from timeline.chronology.corrections import Applied, Found, apply
from timeline.chronology.merge import Teller, event_of
from timeline.chronology.store.log import in_force
from timeline.chronology.store.rows import holds
from timeline.chronology.store.settling import TELLINGS, told_together
from timeline.model import Event, Mention


def standing(db: sqlite3.Connection, events: Iterable[Event]) -> Applied:
    """The events as they were read, with the corrections laid over them."""
    corrections = [one for one in in_force(db) if not isinstance(one, Found) or holds(db, one.passage.document)]
    return apply(events, corrections, lambda mentions: together(db, mentions))


def events_read(db: sqlite3.Connection, made: Sequence[Event]) -> Iterator[Event]:
    """The events as they are kept, but for `made`, those made in the place of some."""
    anew = {mention.id for event in made for mention in event.mentions}
    told: dict[str, list[Sequence[Any]]] = {}
    for row in db.execute(f"{TELLINGS} ORDER BY mentions.id"):
        if row[1] not in anew:
            told.setdefault(row[0], []).append(row)
    yield from made
    yield from map(told_together, told.values())


def together(db: sqlite3.Connection, mentions: Collection[Mention]) -> Event:
    """The event of some mentions, also of those that a user found."""
    tellers = {}
    for mention in mentions:
        row = db.execute(f"{TELLINGS} WHERE mentions.id = ?", (mention.id,)).fetchone()
        if row:
            tellers[mention.id] = Teller(row[3], row[2])
        else:
            sql = "SELECT coalesce(nullif(publisher, ''), title) FROM documents WHERE id = ?"
            tellers[mention.id] = Teller(db.execute(sql, (mention.document,)).fetchone()[0])
    return event_of(mentions, tellers)
