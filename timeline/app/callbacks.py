"""What Dash is asked: what becomes of texts that are added, and which sheet is open.

What the page shows is asked by its own script (`timeline.app.asking`), and so is whether it has changed (`timeline.app.news`).
"""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from timeline.app import ids
from timeline.app.adding import connect_adding
from timeline.app.additions import Desks
from timeline.app.news import news
from timeline.app.workspace import Workspace


def connect(app: Dash, workspace: Workspace) -> None:
    """Register the callbacks of the page; without a store there is nothing to add to."""
    desks = Desks(workspace.store) if workspace.store is not None else None
    news(app, workspace, desks)
    _in_the_browser(app)
    if desks is not None:
        connect_adding(app, desks)


def _in_the_browser(app: Any) -> None:
    """What is known of the page and told to its script: the code is in assets."""
    in_the_browser = app.clientside_callback
    in_the_browser(ClientsideFunction("timeline", "start"), Input(ids.STAGE, "id"))
    in_the_browser(ClientsideFunction("timeline", "look"), Input(ids.NEWS, "data"), prevent_initial_call=True)
    for button, sheet in ((ids.SHORTCUTS, ids.SHORTCUTS_SHEET), (ids.ADD, ids.ADD_SHEET)):
        in_the_browser(
            ClientsideFunction("timeline", "open_sheet"),
            Output(sheet, "opened"),
            Input(button, "n_clicks"),
            prevent_initial_call=True,
        )
