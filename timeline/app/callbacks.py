"""What Dash is asked: whether the chronology has changed, and what becomes of texts that are added.

What the page shows is asked by its own script (`timeline.app.asking`).
"""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from timeline.app import ids
from timeline.app.adding import connect_adding
from timeline.app.workspace import Workspace

Answer = Any


def connect(app: Dash, workspace: Workspace) -> None:
    """Register the callbacks of the page."""
    _keeping_up(app, workspace)
    _in_the_browser(app)
    connect_adding(app, workspace)


def _keeping_up(app: Dash, workspace: Workspace) -> None:
    @app.callback(Output(ids.REVISION, "data"), Input(ids.TICK, "n_intervals"), State(ids.REVISION, "data"))
    def look_again(ticks: int | None, known: int | None) -> Answer:
        now = workspace.revision()
        return no_update if now == known else now


def _in_the_browser(app: Any) -> None:
    """What is known of the page or the chronology and told to the page's script: the code is in assets."""
    in_the_browser = app.clientside_callback
    in_the_browser(ClientsideFunction("timeline", "start"), Input(ids.STAGE, "id"))
    in_the_browser(ClientsideFunction("timeline", "keep_up"), Input(ids.REVISION, "data"))
    for button, sheet in ((ids.SHORTCUTS, ids.SHORTCUTS_SHEET), (ids.ADD, ids.ADD_SHEET)):
        in_the_browser(
            ClientsideFunction("timeline", "open_sheet"),
            Output(sheet, "opened"),
            Input(button, "n_clicks"),
            prevent_initial_call=True,
        )
