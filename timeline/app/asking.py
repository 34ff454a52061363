"""What was done to the page comes in, the address it leads to goes out: `POST /move {"search", "moves": [[what, value]]}`.

Why not a callback: the address has one owner, the browser's. The page's script asks where its moves lead, one question at
a time, and goes there unless someone has gone elsewhere meanwhile. So nothing the page shows (a box, a chart) is asked
back, and an answer that comes late brings nothing back that was taken off.
"""

from __future__ import annotations

from typing import Any, Final

import flask
from dash import Dash

from timeline.app.moves import MOVES
from timeline.app.workspace import Workspace

PATH: Final = "/move"


def asking(app: Dash, workspace: Workspace) -> None:
    """Answer with the address, as it stands after the path: "?…", or "?" for the page as it opens."""

    def move() -> flask.Response:
        asked: Any = flask.request.get_json(silent=True)
        try:
            address = led_to(workspace, str(asked["search"]), asked["moves"])
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return flask.Response("not a move of this page\n", 400, mimetype="text/plain")
        return flask.Response(address, mimetype="text/plain")

    app.server.add_url_rule(PATH, "move", move, methods=["POST"])


def led_to(workspace: Workspace, search: str, moves: list[tuple[str, Any]]) -> str:
    """Where moves lead from an address, one after the other; KeyError for one there is not."""
    place = workspace.place(search)
    for what, value in moves:
        place = workspace.at(MOVES[what](place, value))
    return place.address.href
