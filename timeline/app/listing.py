"""The list of events: the accessible equal of the chart, in rows that are only drawn while they are in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import dash_ag_grid as dag

from timeline.app import html, ids
from timeline.app.address import HISTORY, LAGS, LISTS, PAIRS, REJECTED, TEXTS, Address
from timeline.app.aria import aria, current
from timeline.app.lag import lags
from timeline.app.lists import EACH, EVENTS, in_list, length_of, page_of, texts
from timeline.app.pairs import matrix
from timeline.app.review.history import table
from timeline.app.words import actors_line, differing, plural, when_line
from timeline.chronology import Chronology, marks
from timeline.chronology.corrections import Entry
from timeline.figure import Origin, moved_to, since_span
from timeline.model import Document, Event, Review
from timeline.wording import say_span

Row = dict[str, Any]

NO_BREAK: Final = "\u00a0"
_EVENTS: Final = {"when": "When", "what": "What", "who": "Who", "kind": "Kind", "sources": "Sources", "review": "✓"}
_DISPUTED: Final = {**_EVENTS, "who": "Which source says what"}
_TEXTS: Final = {"when": "Written", "what": "Text", "who": "Source", "kind": "Known", "sources": "Events", "review": ""}

_DECIDED: Final = {Review.UNREVIEWED: "", Review.CONFIRMED: "✓", Review.REJECTED: "✕"}

_SHAPES: Final[dict[str, dict[str, Any]]] = {
    "when": {"width": 150, "minWidth": 110, "cellClass": "when", "wrapText": True},
    # Where there is no room for a column of who, the line below says it (assets/page.js).
    "what": {
        "flex": 3,
        "minWidth": 180,
        "wrapText": True,
        "valueFormatter": {"function": "withWho(params)"},
    },
    "who": {"flex": 2, "minWidth": 120, "wrapText": True},
    "kind": {"width": 100, "minWidth": 90, "cellClass": "kind"},
    "sources": {"width": 84, "minWidth": 80},
    "review": {
        "width": 40,
        "minWidth": 40,
        "maxWidth": 44,
        "cellClass": "own-mark",
        "headerTooltip": "Confirmed ✓, corrected ✎",
    },
}


def columns(which: str) -> list[dict[str, Any]]:
    """The columns of one of the lists; a text's are those of an event by other names, so that the list keeps its shape."""
    names = _TEXTS if which == TEXTS else _DISPUTED if which == "disputed" else _EVENTS
    return [{"field": field, "headerName": names[field], **shape} for field, shape in _SHAPES.items()]


THEME: Final = (
    "themeQuartz.withParams({"
    "backgroundColor: 'transparent', foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--paper)', "
    "headerTextColor: 'var(--soft)', headerFontSize: 11, headerFontWeight: 600, headerHeight: 32, "
    "borderColor: 'var(--line)', rowBorder: {color: 'var(--line)', width: 1}, wrapperBorder: false, wrapperBorderRadius: 0, "
    "headerColumnBorder: false, columnBorder: false, headerRowBorder: {color: 'var(--line)', width: 1}, "
    "rowHoverColor: 'var(--wash)', selectedRowBackgroundColor: 'var(--wash)', accentColor: 'var(--accent)', "
    "fontFamily: 'inherit', fontSize: 13, cellHorizontalPadding: 10, spacing: 6, browserColorScheme: 'inherit'})"
)


def rows(selection: Chronology, which: str, page: slice = slice(None), kept: dict[str, Row] | None = None) -> list[Row]:
    """One row an event or text, all in plain strings; those of events already in `kept`, by event, are not made again."""
    if which == TEXTS:
        columns = selection.whole.columns
        told = columns.told_in.totals
        return [_text(document, int(told[columns.documents[document.id]])) for document in texts(selection)[page]]
    kept = {} if kept is None else kept
    events = in_list(selection, which)[page]
    found = [kept.get(event.id) or kept.setdefault(event.id, _row(selection, event)) for event in events]
    if which != "disputed":
        return found
    return [{**row, "who": differing(selection, event)} for row, event in zip(found, events, strict=True)]


def _when(event: Event) -> str:
    return when_line(event) + (f"{NO_BREAK}⚠" if event.disputed else "")


def _row(whole: Chronology, event: Event) -> Row:
    return {
        "id": event.id,
        "when": _when(event),
        "what": event.title,
        "who": actors_line(whole, event),
        "kind": event.kind.lower(),
        "sources": len({whole.documents[id].outlet for id in event.documents}),
        "review": _DECIDED[event.review] + ("✎" if event.corrected else ""),
    }


def as_shown(found: list[Row], selection: Chronology, origin: Origin | None, zone: int | None) -> list[Row]:
    """The same rows as the address has them looked at: on another clock, counted from an event."""
    if zone is None and origin is None:
        return found
    events = [selection.whole.event(row["id"]) for row in found]
    return [
        _counted(_on_clock(row, event, zone), event, origin) if event else row for row, event in zip(found, events, strict=True)
    ]


def with_hits(found: list[Row], words: str) -> list[Row]:
    """The same rows, those whose title holds words asked for with where they stand in it, counted as the browser counts."""
    if not words:
        return found
    titles = "\n".join(row["what"].replace("\n", " ") for row in found)
    hits: dict[int, list[tuple[int, int]]] = {}
    for start, end in marks(titles, words):
        row, begins = titles.count("\n", 0, start), titles.rfind("\n", 0, start) + 1
        told = titles[begins:end]
        hits.setdefault(row, []).append((_units(told[: start - begins]), _units(told)))
    return [{**row, "hits": hits[place]} if place in hits else row for place, row in enumerate(found)]


def _units(text: str) -> int:
    """How long the browser takes a text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _on_clock(row: Row, event: Event, zone: int | None) -> Row:
    """The row of an event with its time, where its zone is known, on the clock of another zone."""
    moved = event if zone is None else moved_to(event, zone)
    return row if moved is event else {**row, "when": _when(moved)}


def _counted(row: Row, event: Event, origin: Origin | None) -> Row:
    """The row of an event, its date with the distance from what is counted from."""
    if origin is None or event.span is None or event.span.open_start:
        return row
    return {**row, "when": f"{row['when']} ({since_span(origin, event.span).replace(' ', NO_BREAK)})"}


def _text(document: Document, events: int) -> Row:
    written = document.written
    return {
        "id": document.id,
        "when": say_span(written.span, short=True) if written else "not known",
        "what": document.title,
        "who": document.publisher or "",
        "kind": written.known.value if written else "",
        "sources": events,
    }


def pager(selection: Chronology, address: Address) -> list[html.Span]:
    """Where one is in a long list, and the way on and back; nothing for a list that is there as a whole."""
    length, page = length_of(selection, address.listed), page_of(selection, address)
    if length <= EACH:
        return []
    last = -(-length // EACH)
    said = f"{(page - 1) * EACH + 1:,}–{min(page * EACH, length):,} of {length:,}"
    ways = [("‹", "Earlier in the list", page - 1, "list-back"), ("›", "Further in the list", page + 1, "list-on")]
    links = [
        html.A(sign, href=address.going(page=to).href, id=id, title=what, **aria(label=what)) if 1 <= to <= last else None
        for sign, what, to, id in ways
    ]
    return [html.Span([said, *(link for link in links if link)], className="pager")]


def trays(selection: Chronology, address: Address, *, corrected: bool = False) -> list[html.A | html.Span]:
    """The lists and tables there are, the lists with their counts; those with nothing in them are left out."""
    counts = {which: len(in_list(selection, which)) for which in EVENTS}
    labels = {which: f"{counts[which]:,} {which}" for which in EVENTS if counts[which] or which in (LISTS[0], address.listed)}
    if selection.whole.rejected or address.listed == REJECTED:
        labels[REJECTED] = f"{len(selection.whole.rejected):,} rejected"
    labels[TEXTS] = plural(len(selection.documents), "text")
    if selection.events:
        labels |= {PAIRS: "Who with whom", LAGS: "When told"}
    if corrected or address.listed == HISTORY:
        labels[HISTORY] = "Corrections"
    lists = [
        html.A(label, href=address.going(listed=which).href, **current(which == address.listed))
        for which, label in labels.items()
    ]
    return [*lists, *pager(selection, address)]


def panel(selection: Chronology, address: Address, history: Callable[[], Sequence[Entry]] = tuple) -> list[Any]:
    """The table that stands in place of a list, where one is asked for; nothing for a list."""
    if address.listed == HISTORY:
        return table(selection.whole, history())
    tables = {PAIRS: matrix, LAGS: lags}
    return tables[address.listed](selection, address) if address.listed in tables else []


def grid() -> dag.AgGrid:
    """The empty list; its rows come with the first answer."""
    return dag.AgGrid(
        id=ids.LIST,
        columnDefs=columns(LISTS[0]),
        defaultColDef={"sortable": False, "resizable": False, "suppressMovable": True},
        rowData=[],
        getRowId="params.data.id",
        style={"height": "100%", "width": "100%"},
        dashGridOptions={
            "theme": {"function": THEME},
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "suppressRowHoverHighlight": False,
            "suppressCellFocus": False,
            "animateRows": False,
            "getRowHeight": {"function": "rowHeight(params)"},
            # Rows beyond those in view, which are made anew whenever the list changes.
            "rowBuffer": 4,
            "overlayNoRowsTemplate": "",
            "suppressNoRowsOverlay": True,
            "tooltipShowDelay": 600,
        },
        eventListeners={
            "rowClicked": ["pickRow(params)"],
            "cellFocused": ["moveToRow(params)"],
        },
    )
