"""Reading a kept document again, because the day it was written is another: its mentions make room for those read now."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from timeline.chronology.corrections import Correction, Entry, State, WrittenOn
from timeline.chronology.store import codec, rows
from timeline.chronology.store.imprints import Imprints
from timeline.chronology.store.joining import join, leave
from timeline.chronology.store.log import history
from timeline.model import Actor, Document, Mention, ResolvedDate, by_id


class Told(Protocol):
    """What was read from a document: `timeline.events.Telling` is one."""

    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def actors(self) -> Mapping[str, Actor]: ...
    @property
    def dates(self) -> Sequence[ResolvedDate]: ...


def read_again(document: Document) -> Told:
    """What the texts' own reader makes of a document."""
    from timeline.events import told_in

    return told_in(document)


def with_day_before(db: sqlite3.Connection, correction: Correction) -> Correction:
    """The correction with what was known of the day until now."""
    if isinstance(correction, WrittenOn):
        kept = rows.document(db, correction.document)
        return replace(correction, was=kept.written if kept else correction.was)
    return correction


def as_decided(db: sqlite3.Connection, document: Document) -> Document:
    """The document with the day that the user gave it, where one was given."""
    days = [
        one
        for entry in history(db)
        if entry.state is State.IN_FORCE
        for one in entry.corrections
        if isinstance(one, WrittenOn) and one.document == document.id
    ]
    return replace(document, written=days[-1].written) if days else document


def retell(db: sqlite3.Connection, imprints: Imprints, step: Entry) -> bool:
    """Read again the documents whose day a step sets, now that it holds or holds no more; whether there were any."""
    retold = False
    for id in dict.fromkeys(one.document for one in step.corrections if isinstance(one, WrittenOn)):
        document = rows.document(db, id)
        if document:
            meant = as_decided(db, replace(document, written=rows.stated(db, id)))
            if meant.written != document.written:
                _replace(db, imprints, meant, read_again(meant))
                retold = True
    return retold


def _replace(db: sqlite3.Connection, imprints: Imprints, document: Document, told: Told) -> None:
    before = {mention.id: mention for mention in rows.mentions(db, document.id)}
    left = leave(db, imprints, document.id)
    rows.forget_mentions(db, document)
    rows.set_day(db, document)
    db.execute("UPDATE documents SET dates = ? WHERE id = ?", (codec.dates_out(told.dates), document.id))
    rows.keep_actors(db, told.actors.values())
    mentions = [_as_before(before.get(mention.id), mention, told.actors) for mention in told.mentions]
    kept = rows.keep_mentions(db, document, mentions, {**by_id(rows.actors(db)), **told.actors})
    join(db, imprints, {one.number: one for one in (*left(), *kept)}.values())


def _as_before(before: Mention | None, mention: Mention, known: Mapping[str, Actor]) -> Mention:
    """The mention as it is read now; those of the user's own actors, whom this reading does not know, take part as before."""
    if before is None or all(part.actor in known for part in before.actors):
        return mention
    return replace(mention, actors=before.actors, places=before.places, title=before.title)
