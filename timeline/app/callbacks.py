"""What answers what: each callback is a few lines that hand values to pure functions and components to the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update, set_props
from dash.exceptions import PreventUpdate

from timeline.app import facets, header, ids, listing, reader, stage
from timeline.app.adding import connect_adding
from timeline.app.moves import MOVES
from timeline.app.typed import boxes_to_fill, reading
from timeline.app.workspace import Workspace

Answer = Any


def connect(app: Dash, workspace: Workspace) -> None:
    """Register the callbacks of the page."""
    _moving(app, workspace)
    _around(app, workspace)
    _middle(app, workspace)
    _reading(app, workspace)
    _in_the_browser(app)
    connect_adding(app, workspace)


ADDRESS = Input(ids.ADDRESS, "search")
REVISION = Input(ids.REVISION, "data")
SCREEN = Input(ids.SCREEN, "data")


def _moving(app: Dash, workspace: Workspace) -> None:
    """Whatever is done to the page leads to another address, and nothing else."""

    @app.callback(
        Output(ids.ADDRESS, "search"),
        [Input(name, told) for name, told in (move.rsplit(".", 1) for move in MOVES)],
        State(ids.ADDRESS, "search"),
        prevent_initial_call=True,
    )
    def move(*told: Any) -> Answer:
        start = place = workspace.place(told[-1])
        for done in ctx.triggered_prop_ids:
            place = replace(place, address=MOVES[done](place, told[list(MOVES).index(done)]))
        if place.address == start.address:
            raise PreventUpdate
        return place.address.href if place.address.text() else ""

    @app.callback(Output(ids.REVISION, "data"), Input(ids.TICK, "n_intervals"), State(ids.REVISION, "data"))
    def look_again(ticks: int | None, known: int | None) -> Answer:
        now = workspace.revision()
        return no_update if now == known else now


def _around(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.TITLE, "children"),
        Output(ids.CHIPS, "children"),
        Output(ids.COUNT, "children"),
        Output(ids.NOTICES, "children"),
        Output(ids.FACETS_BODY, "children"),
        Output(ids.MATCH, "children"),
        Output(ids.EXPORTS, "children"),
        ADDRESS,
        REVISION,
        SCREEN,
    )
    def surround(search: str | None, revision: int | None, screen: dict[str, Any] | None) -> Answer:
        place = workspace.place(search)
        whole, address = place.whole, place.address
        return (
            header.title(whole),
            header.chips(whole, address),
            header.count(place.selection, address),
            header.notices(address),
            facets.facets(whole, address, workspace.colours()),
            facets.matching(address),
            header.exports(address, (screen or {}).get("theme", "light")),
        )

    @app.callback(
        Output(ids.DATES_READ, "children"),
        Output(ids.DATES_READ, "className"),
        Input(ids.SINCE, "value"),
        Input(ids.UNTIL, "value"),
    )
    def read_dates(since: str | None, until: str | None) -> Answer:
        said, well = reading(since or "", until or "")
        return said, "reading" if well else "reading wrong"

    @app.callback(ADDRESS, State(ids.SEARCH, "value"), State(ids.SINCE, "value"), State(ids.UNTIL, "value"))
    def fill_boxes(search: str | None, *typed: str | None) -> None:
        # Set from outside of the graph of callbacks: a box both asks and shows, which the graph would call a circle.
        query = workspace.place(search).address.query
        for box, value in boxes_to_fill(query, *typed).items():
            set_props(box, {"value": value})


def _middle(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.LANES, "figure"),
        Output(ids.OVERVIEW, "figure"),
        Output(ids.LEGEND, "children"),
        Output(ids.LANE_SWITCH, "children"),
        Output(ids.LANES_FRAME, "aria-label"),
        ADDRESS,
        REVISION,
        SCREEN,
    )
    def draw(search: str | None, revision: int | None, screen: dict[str, Any] | None) -> Answer:
        if not screen:
            raise PreventUpdate
        place = workspace.place(search)
        width, theme = screen["width"], screen["theme"]
        drawn = stage.picture(place, workspace.colours(), width)
        undated_query = workspace.selection(place.address.query.without("dates"))
        left = drawn.left if screen["lanes"] else 0
        return (
            stage.lanes(drawn, theme) if screen["lanes"] else no_update,
            stage.brush_figure(place, undated_query, left, width, theme),
            stage.legend(drawn, theme),
            stage.switches(place),
            stage.described(drawn, place.selection),
        )

    @app.callback(
        Output(ids.LIST, "rowData"),
        Output(ids.QUERY, "data"),
        Output(ids.TRAY, "children"),
        Output(ids.EMPTY, "children"),
        Output(ids.MIDDLE, "className"),
        Output(ids.LIST, "selectedRows"),
        ADDRESS,
        REVISION,
        State(ids.QUERY, "data"),
    )
    def fill(search: str | None, revision: int | None, shown: list[Any] | None) -> Answer:
        place = workspace.place(search)
        address, selection = place.address, place.selection
        listed = [address.query.text(), address.listed, workspace.revision()]
        nothing = header.nothing(place.whole, selection, address)
        in_list = place.chosen is not None and place.chosen in listing.in_list(selection, address.listed)
        return (
            no_update if listed == shown else workspace.rows(selection, address.listed),
            listed,
            listing.trays(selection, address),
            nothing,
            "middle empty" if nothing else "middle",
            {"ids": [place.chosen.id] if place.chosen and in_list else []},
        )


def _reading(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.READER, "children"), Output(ids.READER, "className"), Output(ids.SPOKEN, "children"), ADDRESS, REVISION
    )
    def read(search: str | None, revision: int | None) -> Answer:
        place = workspace.place(search)
        opened = place.chosen is not None or place.address.document is not None
        shown = reader.reader(place.whole, place.address)
        return shown, "reader open" if opened else "reader", reader.spoken(place.whole, place.address)


def _in_the_browser(app: Any) -> None:
    """What needs no answer of the server: the code is in assets/page.js."""
    in_the_browser = app.clientside_callback
    in_the_browser(ClientsideFunction("timeline", "watch_screen"), Output(ids.SCREEN, "data"), Input(ids.STAGE, "id"))
    in_the_browser(ClientsideFunction("timeline", "show_passage"), Input(ids.READER, "children"))
    in_the_browser(ClientsideFunction("timeline", "show_ring"), Input(ids.LANES, "figure"))
    in_the_browser(ClientsideFunction("timeline", "show_row"), Input(ids.LIST, "selectedRows"))
    for button, sheet in ((ids.SHORTCUTS, ids.SHORTCUTS_SHEET), (ids.ADD, ids.ADD_SHEET)):
        in_the_browser(
            ClientsideFunction("timeline", "open_sheet"),
            Output(sheet, "opened"),
            Input(button, "n_clicks"),
            prevent_initial_call=True,
        )
