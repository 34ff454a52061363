"""What answers what: each callback is a few lines that hand values to pure functions and components to the page."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from timeline.app import export_menu, facets, header, ids, listing, lists, overview, reader, stage
from timeline.app.adding import connect_adding
from timeline.app.pane import tree
from timeline.app.typed import boxes_to_fill, reading
from timeline.app.workspace import Workspace

Answer = Any


def connect(app: Dash, workspace: Workspace) -> None:
    """Register the callbacks of the page."""
    _keeping_up(app, workspace)
    # The browser asks in this order: what takes longest to draw comes first.
    _middle(app, workspace)
    _around(app, workspace)
    _reading(app, workspace)
    _in_the_browser(app)
    connect_adding(app, workspace)


ADDRESS = Input(ids.ADDRESS, "search")
REVISION = Input(ids.REVISION, "data")
SCREEN = Input(ids.SCREEN, "data")
BOXES = (ids.SEARCH, ids.SINCE, ids.UNTIL)
CHARTS = ((ids.LANES, "clickData"), (ids.LANES, "relayoutData"))


def _keeping_up(app: Dash, workspace: Workspace) -> None:
    @app.callback(Output(ids.REVISION, "data"), Input(ids.TICK, "n_intervals"), State(ids.REVISION, "data"))
    def look_again(ticks: int | None, known: int | None) -> Answer:
        now = workspace.revision()
        return no_update if now == known else now


def _around(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.TITLE, "tree"),
        Output(ids.CHIPS, "tree"),
        Output(ids.COUNT, "tree"),
        Output(ids.NOTICES, "tree"),
        Output(ids.FACETS_BODY, "tree"),
        Output(ids.MATCH, "tree"),
        Output(ids.EXPORTS, "tree"),
        ADDRESS,
        REVISION,
        SCREEN,
    )
    @workspace.one_at_a_time
    def surround(search: str | None, revision: int | None, screen: dict[str, Any] | None) -> Answer:
        place = workspace.place(search)
        whole, address = place.whole, place.address
        return (
            tree(header.title(whole)),
            tree(header.chips(whole, address)),
            tree(header.count(place.selection, address)),
            tree(header.notices(address)),
            tree(facets.facets(whole, address, workspace.colours())),
            tree(facets.matching(address)),
            tree(export_menu.asked(place, (screen or {}).get("theme", "light"))),
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

    @app.callback(
        [Output(box, "value") for box in BOXES],
        ADDRESS,
        [State(box, "value") for box in BOXES],
    )
    @workspace.one_at_a_time
    def fill_boxes(search: str | None, *typed: str | None) -> Answer:
        wanted = boxes_to_fill(workspace.place(search).address.query, *typed)
        return [wanted.get(box, no_update) for box in BOXES]


def _middle(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.LANES, "figure"),
        Output(ids.AXIS, "tree"),
        Output(ids.BEYOND, "tree"),
        Output(ids.OVERVIEW, "figure"),
        Output(ids.HISTOGRAM, "data"),
        Output(ids.BRUSH, "tree"),
        *(Output(ids.BRUSH, part) for part in ("style", "data-first", "data-last", "data-step")),
        Output(ids.LEGEND, "tree"),
        Output(ids.LANE_SWITCH, "tree"),
        Output(ids.LANES_FRAME, "aria-label"),
        ADDRESS,
        REVISION,
        SCREEN,
        State(ids.HISTOGRAM, "data"),
    )
    @workspace.one_at_a_time
    def draw(search: str | None, revision: int | None, screen: dict[str, Any] | None, shown: str | None) -> Answer:
        if not screen:
            raise PreventUpdate
        place = workspace.place(search)
        width, theme = screen["width"], screen["theme"]
        drawn = stage.picture(place, workspace.colours(), width)
        bins = workspace.histogram(place, width)
        left = drawn.left if screen["lanes"] else 0
        # To look closer leaves the histogram as it is: it is not drawn again.
        histogram = str(hash((bins, left, width, theme)))
        return (
            stage.lanes(drawn, theme) if screen["lanes"] else no_update,
            tree(stage.axis(drawn)),
            tree(stage.edges(place)),
            no_update if histogram == shown else overview.drawn(bins, left, width, theme),
            histogram,
            tree(overview.brush(place, bins)),
            *overview.frame(place, bins, left),
            tree(stage.legend(drawn, theme)),
            tree(stage.switches(place)),
            stage.described(drawn, place.selection),
        )

    @app.callback(
        Output(ids.LIST, "columnDefs"),
        Output(ids.LIST, "rowData"),
        Output(ids.QUERY, "data"),
        Output(ids.TRAY, "tree"),
        Output(ids.PANEL, "tree"),
        Output(ids.EMPTY, "tree"),
        Output(ids.MIDDLE, "className"),
        Output(ids.LIST, "selectedRows"),
        ADDRESS,
        REVISION,
        State(ids.QUERY, "data"),
    )
    @workspace.one_at_a_time
    def fill(search: str | None, revision: int | None, shown: list[Any] | None) -> Answer:
        place = workspace.place(search)
        address, selection = place.address, place.selection
        page = lists.page_of(selection, address)
        listed = [address.query.text(), address.listed, workspace.revision(), address.align, address.zone, page]
        nothing = header.nothing(place.whole, selection, address)
        return (
            no_update if shown and shown[1] == address.listed else listing.columns(address.listed),
            no_update
            if listed == shown
            else listing.as_shown(workspace.rows(selection, address.listed, page), selection, place.origin, address.zone),
            listed,
            tree(listing.trays(selection, address, corrected=workspace.corrected())),
            tree(listing.panel(selection, address, workspace.history)),
            tree(nothing),
            "middle empty" if nothing else "middle",
            {"ids": lists.chosen(selection, address)},
        )


def _reading(app: Dash, workspace: Workspace) -> None:
    @app.callback(
        Output(ids.READER, "tree"), Output(ids.READER, "className"), Output(ids.SPOKEN, "children"), ADDRESS, REVISION
    )
    @workspace.one_at_a_time
    def read(search: str | None, revision: int | None) -> Answer:
        place = workspace.place(search)
        opened = place.address.selected is not None or place.address.document is not None
        shown = reader.reader(place.whole, place.address, correcting=workspace.store is not None)
        return tree(shown), "reader open" if opened else "reader", reader.spoken(place.whole, place.address)


def _in_the_browser(app: Any) -> None:
    """What needs no answer of the server, and what asks it where to go: the code is in assets."""
    in_the_browser = app.clientside_callback
    in_the_browser(ClientsideFunction("timeline", "watch_screen"), Output(ids.SCREEN, "data"), Input(ids.STAGE, "id"))
    told = (Input(*chart) for chart in CHARTS)
    in_the_browser(ClientsideFunction("timeline", "moved"), *told, prevent_initial_call=True)
    in_the_browser(ClientsideFunction("timeline", "show_passage"), Input(ids.READER, "tree"))
    in_the_browser(ClientsideFunction("timeline", "show_ring"), Input(ids.LANES, "figure"))
    in_the_browser(ClientsideFunction("timeline", "keep_handle"), Input(ids.BRUSH, "tree"))
    in_the_browser(ClientsideFunction("timeline", "show_row"), Input(ids.LIST, "selectedRows"))
    for button, sheet in ((ids.SHORTCUTS, ids.SHORTCUTS_SHEET), (ids.ADD, ids.ADD_SHEET)):
        in_the_browser(
            ClientsideFunction("timeline", "open_sheet"),
            Output(sheet, "opened"),
            Input(button, "n_clicks"),
            prevent_initial_call=True,
        )
