"""The lists there are, what stands in them, and which part of a long one is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.app.address import REJECTED, TEXTS, Address, event_of
from timeline.chronology import Chronology
from timeline.chronology.picked import Picked
from timeline.model import Document, Event
from timeline.spans import LATEST

EACH: Final = 500  # rows of a list that are on the page at once
EVENTS: Final = ("dated", "undated", "disputed")


def texts(selection: Chronology) -> list[Document]:
    """The texts of the chronology in the order they were written; with words asked for, those that hold them all."""
    wanted = selection.query.words.casefold().split()
    found = [
        document
        for document in selection.documents.values()
        if not wanted or all(word in f"{document.title} {document.outlet} {document.text}".casefold() for word in wanted)
    ]
    return sorted(found, key=lambda document: (document.written.span.start if document.written else LATEST, document.title))


def in_list(selection: Chronology, which: str) -> Sequence[Event]:
    """The events of one of the lists: those dated, those the texts give no date, those whose sources differ."""
    if which == REJECTED:
        return tuple(selection.whole.rejected.values())
    return {"dated": selection.dated, "undated": selection.undated, "disputed": selection.disputed}.get(which, ())


def chosen(selection: Chronology, address: Address) -> list[str]:
    """The row that is selected, if it is in the list that is open: that of an event, or that of a text being read."""
    if address.listed == TEXTS:
        return [address.document] if address.document else []
    event = event_of(selection.whole, address.selected) if address.selected else None
    return [event.id] if event and event in in_list(selection, address.listed) else []


def page_of(selection: Chronology, address: Address) -> int:
    """Which part of the list is open, counted from 1: the one asked for, else that of what is selected."""
    length = length_of(selection, address.listed)
    if address.page is not None:
        return min(address.page, max(1, -(-length // EACH)))
    if length <= EACH or not (open_row := chosen(selection, address)):
        return 1
    [id] = open_row
    if address.listed == TEXTS:
        return [document.id for document in texts(selection)].index(id) // EACH + 1
    listed, row = in_list(selection, address.listed), selection.whole.columns.row_of(id)
    return int(listed.rows.searchsorted(row)) // EACH + 1 if isinstance(listed, Picked) and row is not None else 1


def length_of(selection: Chronology, which: str) -> int:
    """How many rows a list has."""
    return len(texts(selection)) if which == TEXTS else len(in_list(selection, which))


def part(page: int) -> slice:
    """The rows of a part of a list."""
    return slice((page - 1) * EACH, page * EACH)
