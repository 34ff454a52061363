"""The page's frame: what stands where before anything is known of the chronology, and the app that serves it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Final

import dash_mantine_components as dmc
from dash import Dash, dcc, html

from timeline.app import ids
from timeline.app.aria import aria, data
from timeline.app.asking import asking
from timeline.app.callbacks import connect
from timeline.app.downloads import downloads
from timeline.app.export_menu import menu
from timeline.app.guard import guard
from timeline.app.listing import grid
from timeline.app.pane import Pane
from timeline.app.review.routes import Clock, reviewing
from timeline.app.serve import LOCAL
from timeline.app.sheets import LARGEST, add_sheet, shortcuts_sheet
from timeline.app.workspace import Workspace
from timeline.resources import ASSETS


def create_app(store_path: Path, hosts: Collection[str] | None = LOCAL) -> Dash:
    """The page of a chronology, ready to be served; StoreError when there is none at the path.

    Requests that name another host than `hosts` are refused; None lets any in.
    """
    return build(Workspace.of(store_path), hosts)


def build(workspace: Workspace, hosts: Collection[str] | None = LOCAL, clock: Clock = datetime.now) -> Dash:
    """The page of a workspace; `clock` tells what time it is for the one who corrects."""
    app = Dash(
        "timeline",
        assets_folder=str(ASSETS),
        title=workspace.whole().title or "timeline",
        update_title="",
        serve_locally=True,
        suppress_callback_exceptions=False,
        add_log_handler=False,
        enable_mcp=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    # An upload is a third larger on the wire than on the disk.
    app.server.config["MAX_CONTENT_LENGTH"] = LARGEST * 8
    app.index_string = INDEX
    app.layout = partial(frame, correcting=workspace.store is not None)
    connect(app, workspace)
    downloads(app, workspace)
    asking(app, workspace)
    reviewing(app, workspace, clock)
    guard(app, hosts)
    return app


INDEX: Final = """<!DOCTYPE html>
<html lang="en">
<head>{%metas%}<title>{%title%}</title><link rel="icon" href="data:,">{%css%}</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


def frame(*, correcting: bool = True) -> dmc.MantineProvider:
    """What stands where; `correcting`: with what it takes to add an event by hand."""
    return dmc.MantineProvider(
        [
            dcc.Store(id=ids.NEWS),
            # A reload is the same tab; another tab has texts of its own on their way.
            dcc.Store(id=ids.TAB, storage_type="session", data=token_hex(8)),
            html.A("Skip to the list of events", href="#events", className="skip"),
            _gone(),
            html.Div([_top(), _filters_in_force(), _panes()], className="page"),
            _decided(),
            *([html.Button("Add an event from this", id=ids.FIND_EVENT, className="quiet", hidden=True)] if correcting else []),
            Pane(id=ids.SPOKEN, className="unseen", role="status", **aria(live="polite")),
            # What is said beside the pointer; the list says it to everybody (assets/pointing.js).
            html.Div(id=ids.HOVER, className="hover", hidden=True),
            add_sheet(),
            shortcuts_sheet(),
        ],
        defaultColorScheme="auto",
        theme={
            "fontFamily": "var(--sans)",
            "defaultRadius": "md",
            "focusRing": "auto",
            "respectReducedMotion": True,
        },
    )


def _gone() -> html.Div:
    """What is said once nobody answers any more (assets/alive.js)."""
    again = html.Button("Try again", id=ids.TRY_AGAIN, className="quiet")
    return html.Div([html.Span(id=ids.GONE_SAID, role="alert"), again], className="gone")


def _decided() -> html.Div:
    """What was decided just now, with the way back (assets/review.js)."""
    undo = html.Button("Undo", id=ids.UNDO, className="quiet", title="Ctrl+Z", **data(decides="undo", values="{}"))
    return html.Div([html.Span(id=ids.DECIDED, role="status"), undo], className="decided")


def _top() -> html.Header:
    search = dmc.TextInput(
        id=ids.SEARCH,
        placeholder="Search  /",
        size="sm",
        className="search",
        **aria(label="Search events and passages"),
    )
    tools = [
        html.Button("Filters", id=ids.FACETS_OPEN, className="quiet only-narrow", **aria(controls=ids.FACETS)),
        html.Button("Add texts", id=ids.ADD, className="quiet"),
        menu(),
        dmc.ColorSchemeToggle(
            id=ids.THEME,
            lightIcon="☀",
            darkIcon="☾",
            variant="subtle",
            color="gray",
            size="md",
            **aria(label="Light or dark"),
        ),
        html.Button("?", id=ids.SHORTCUTS, className="quiet plain", title="Keys (?)", **aria(label="Keys")),
    ]
    return html.Header([Pane(id=ids.TITLE, className="named"), search, html.Div(tools, className="tools")], className="top")


def _filters_in_force() -> html.Section:
    return html.Section(
        [
            Pane(id=ids.CHIPS),
            Pane(id=ids.COUNT, className="count", role="status"),
            Pane(id=ids.NOTICES, className="notices", role="alert"),
        ],
        className="chips",
        **aria(label="Filters in force"),
    )


def _panes() -> html.Main:
    return html.Main(
        [
            html.Aside(
                [_closing(), _date_boxes(), Pane(id=ids.FACETS_BODY)],
                id=ids.FACETS,
                className="facets",
                **aria(label="Filters"),
            ),
            html.Section(
                [Pane(id=ids.EMPTY, className="nothing"), html.Div([_stage(), _listing()], className="stage-and-list")],
                className="middle",
            ),
            Pane(id=ids.READER, tag="section", className="reader", **aria(label="Passage")),
        ],
        className="panes",
    )


def _closing() -> html.Div:
    """On a narrow page the filters lie over the rest and are put away again."""
    return html.Div(html.Button("Close ×", id=ids.FACETS_CLOSE, className="quiet plain"), className="only-narrow closing")


def _date_boxes() -> html.Section:
    boxes = [
        dmc.TextInput(id=ids.SINCE, label="From", placeholder="April 1982", size="xs"),
        dmc.TextInput(id=ids.UNTIL, label="To", placeholder="480 BC", size="xs"),
    ]
    return html.Section(
        [
            html.H2("Dates"),
            html.Div(boxes, className="span-boxes"),
            Pane(id=ids.DATES_READ, tag="p", className="reading", role="status"),
            Pane(id=ids.MATCH),
        ]
    )


def _stage() -> html.Div:
    brush = Pane(id=ids.BRUSH, **data(first="", last="", step=""))
    return html.Div(
        [
            html.Div([Pane(id=ids.OVERVIEW), brush, html.Div(id="brushing")], className="overview"),
            html.Button("Show the lanes", id=ids.LANES_OPEN, className="quiet only-phone", **aria(expanded="false")),
            Pane(id=ids.LANE_SWITCH, className="bar-row"),
            Pane(id=ids.BEYOND, tag="nav", className="beyond", **aria(label="Events beyond the window")),
            html.Div(
                [Pane(id=ids.AXIS, **aria(hidden="true")), Pane(id=ids.LANES)],
                id=ids.LANES_FRAME,
                className="lanes",
                role="group",
                tabIndex=0,
                **aria(label="Lanes"),
            ),
            Pane(id=ids.LEGEND, className="legend"),
        ],
        id=ids.STAGE,
        className="stage",
    )


def _listing() -> html.Section:
    return html.Section(
        [
            Pane(id=ids.TRAY, tag="nav", className="trays", **aria(label="Lists")),
            html.Div(grid(), id="list-frame"),
            Pane(id=ids.PANEL, className="panel", tabIndex=0),
        ],
        className="listing",
        **aria(label="Events"),
    )
