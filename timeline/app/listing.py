"""The list of events: the accessible equal of the chart, in rows that are only drawn while they are in view."""

from __future__ import annotations

from typing import Any, Final

import dash_ag_grid as dag
from dash import html

from timeline.app import ids
from timeline.app.address import LISTS, Address
from timeline.app.aria import current
from timeline.app.words import actors_line, when_line
from timeline.chronology import Chronology
from timeline.model import Event

Row = dict[str, Any]

COLUMNS: Final[list[dict[str, Any]]] = [
    {"field": "when", "headerName": "When", "width": 150, "minWidth": 110, "cellClass": "when", "wrapText": True},
    {"field": "what", "headerName": "What", "flex": 3, "minWidth": 180, "wrapText": True},
    {"field": "who", "headerName": "Who", "flex": 2, "minWidth": 150, "wrapText": True},
    {"field": "kind", "headerName": "Kind", "width": 100, "minWidth": 90, "cellClass": "kind"},
    {"field": "sources", "headerName": "Sources", "width": 90, "minWidth": 80},
]

THEME: Final = (
    "themeQuartz.withParams({"
    "backgroundColor: 'transparent', foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--paper)', "
    "headerTextColor: 'var(--soft)', headerFontSize: 11, headerFontWeight: 600, headerHeight: 32, "
    "borderColor: 'var(--line)', rowBorder: {color: 'var(--line)', width: 1}, wrapperBorder: false, wrapperBorderRadius: 0, "
    "headerColumnBorder: false, columnBorder: false, headerRowBorder: {color: 'var(--line)', width: 1}, "
    "rowHoverColor: 'var(--wash)', selectedRowBackgroundColor: 'var(--wash)', accentColor: 'var(--accent)', "
    "fontFamily: 'inherit', fontSize: 13, cellHorizontalPadding: 10, spacing: 6, browserColorScheme: 'inherit'})"
)


def in_list(selection: Chronology, which: str) -> tuple[Event, ...]:
    """The events of one of the lists: those dated, those the texts give no date, those whose sources differ."""
    if which == "undated":
        return selection.undated
    return selection.disputed if which == "disputed" else selection.dated


def rows(selection: Chronology, which: str, kept: dict[str, Row] | None = None) -> list[Row]:
    """One row an event, all in plain strings; those already in `kept`, by event, are not made again."""
    kept = {} if kept is None else kept
    return [kept.get(event.id) or kept.setdefault(event.id, _row(selection, event)) for event in in_list(selection, which)]


def _row(whole: Chronology, event: Event) -> Row:
    return {
        "id": event.id,
        "when": when_line(event) + (" ⚠" if event.disputed else ""),
        "what": event.title,
        "who": actors_line(whole, event),
        "kind": event.kind.lower(),
        "sources": len({whole.documents[id].outlet for id in event.documents}),
    }


def trays(selection: Chronology, address: Address) -> list[html.A]:
    """The lists there are, each with its count; those with nothing in them are left out."""
    counts = {which: len(in_list(selection, which)) for which in LISTS}
    return [
        html.A(
            f"{counts[which]:,} {which}",
            href=address.going(listed=which).href,
            **current(which == address.listed),
        )
        for which in LISTS
        if counts[which] or which in (LISTS[0], address.listed)
    ]


def grid() -> dag.AgGrid:
    """The empty list; its rows come with the first answer."""
    return dag.AgGrid(
        id=ids.LIST,
        columnDefs=[*COLUMNS],
        defaultColDef={"sortable": False, "resizable": False, "suppressMovable": True, "autoHeight": True},
        rowData=[],
        getRowId="params.data.id",
        style={"height": "100%", "width": "100%"},
        dashGridOptions={
            "theme": {"function": THEME},
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "suppressRowHoverHighlight": False,
            "suppressCellFocus": False,
            "animateRows": False,
            "overlayNoRowsTemplate": "",
            "suppressNoRowsOverlay": True,
            "tooltipShowDelay": 600,
        },
        eventListeners={
            "rowClicked": ["pickRow(params)"],
            "cellFocused": ["moveToRow(params)"],
            "gridSizeChanged": ["fitColumns(params)"],
        },
    )
