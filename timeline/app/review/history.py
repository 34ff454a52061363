"""Who changed what when, as a table; what was undone is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from timeline.app import html
from timeline.app.aria import data
from timeline.app.words import plural
from timeline.chronology import Chronology
from timeline.chronology.corrections import Entry, State

SHOWN: Final = 500
STATES: Final = {State.IN_FORCE: "", State.UNDONE: "undone", State.DROPPED: "undone for good"}


def table(whole: Chronology, entries: Sequence[Entry], zone: tzinfo | None = None) -> list[Any]:
    """The newest decisions first, in the time of a zone (None: that of this machine)."""
    rows = [_row(whole, entry, zone) for entry in list(reversed(entries))[:SHOWN]]
    if not rows:
        return [html.P("Nothing was corrected yet. Open an event and confirm it, reject it or correct it.")]
    undone = any(entry.state is State.UNDONE for entry in entries)
    held = any(entry.state is State.IN_FORCE for entry in entries)
    buttons: list[Any] = [_back("Undo", "undo", not held), " ", _back("Redo", "redo", not undone)]
    more = [html.P(f"{plural(len(entries) - SHOWN, 'older decision')} not shown.")] if len(entries) > SHOWN else []
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in ("When", "Who", "What", "")]))
    return [html.P(buttons), html.Table([head, html.Tbody(rows)], className="history"), *more]


def _back(label: str, what: str, off: bool) -> html.Button:
    return html.Button(label, type="button", className="quiet", disabled=off, **data(decides=what, values="{}"))


def _row(whole: Chronology, entry: Entry, zone: tzinfo | None) -> html.Tr:
    at = datetime.fromtimestamp(entry.at, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")
    said: Any = entry.said(whole)
    if entry.state is not State.IN_FORCE:
        said = html.Del(said)
    cells = [html.Td(at), html.Td(entry.who), html.Td(said, dir="auto"), html.Td(STATES[entry.state])]
    return html.Tr(cells)
