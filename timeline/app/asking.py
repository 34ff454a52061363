"""Where the page asks what to show: `POST /view {"search", "moves": [[what, value]], "screen", "listed", "boxes"}`; and, while
one types, how dates are read: `POST /reading {"since", "until"}`.

Why not callbacks: an address has one answer and one owner, the browser's. The page's script asks where its moves lead, one
question at a time, and goes there unless someone has gone elsewhere meanwhile; so nothing the page shows (a box, a chart) is
asked back, and an answer that comes late brings nothing back that was taken off. And the answer is plain data for panes
(`timeline.app.pane`): handed on through callbacks it took Dash as long as it takes the server to find it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import flask
from dash import Dash

from timeline.app import ids, lists
from timeline.app.address import LISTS
from timeline.app.listing import as_shown, columns, with_hits
from timeline.app.moves import MOVES, Place
from timeline.app.typed import boxes_to_fill, reading
from timeline.app.view import Parts, Screen, view
from timeline.app.workspace import Workspace
from timeline.figure import THEMES

PATH: Final = "/view"
READ: Final = "/reading"
BOXES: Final = (ids.SEARCH, ids.SINCE, ids.UNTIL)
BAD: Final = (AttributeError, IndexError, KeyError, TypeError, ValueError)

Asked = dict[str, Any]


def asking(app: Dash, workspace: Workspace) -> None:
    """Answer with all that the page shows at the address that the moves lead to."""

    def show() -> flask.Response:
        asked: Any = flask.request.get_json(silent=True)
        try:
            place = led_to(workspace, str(asked["search"]), asked["moves"])
            screen = Screen(int(asked["screen"]["width"]), bool(asked["screen"]["lanes"]), THEMES[asked["screen"]["theme"]])
            typed = [asked["boxes"].get(box) for box in BOXES]
        except BAD:
            return flask.Response("not a question of this page\n", 400, mimetype="text/plain")
        filled = boxes_to_fill(place.address.query, *typed)
        stands = dict(zip(BOXES, typed, strict=True)) | filled
        told = {
            # What could not be honoured stays in the address, for the reader to see.
            "search": place.address.href if asked["moves"] else asked["search"],
            "revision": workspace.revision(),
            "parts": view(workspace, place, screen) | _read(stands),
            "list": listed(workspace, place, asked.get("listed")),
            "boxes": filled,
        }
        return _answer(told)

    def read() -> flask.Response:
        asked = flask.request.get_json(silent=True)
        return _answer({"parts": _read(asked if isinstance(asked, dict) else {})})

    app.server.add_url_rule(PATH, "view", show, methods=["POST"])
    app.server.add_url_rule(READ, "reading", read, methods=["POST"])


def _answer(told: Asked) -> flask.Response:
    return flask.Response(json.dumps(told, ensure_ascii=False), mimetype="application/json")


def _read(boxes: Mapping[str, Any]) -> Parts:
    """How the dates in the boxes are read, said below them."""
    said, well = reading(*(str(boxes.get(box) or "") for box in (ids.SINCE, ids.UNTIL)))
    return {ids.DATES_READ: {"tree": [said] if said else [], "className": "reading" if well else "reading wrong"}}


def led_to(workspace: Workspace, search: str, moves: list[tuple[str, Any]]) -> Place:
    """Where moves lead from an address, one after the other; KeyError for one there is not."""
    place = workspace.place(search)
    for what, value in moves:
        place = workspace.at(MOVES[what](place, value))
    return place


def listed(workspace: Workspace, place: Place, shown: list[Any] | None) -> Asked:
    """What is listed, its columns and rows as far as they are others than those `shown`, and the row that is chosen."""
    address, selection = place.address, place.selection
    page = lists.page_of(selection, address)
    asked = [address.listed, address.query.text(), workspace.revision(), address.align, address.zone, page]
    told: Asked = {"listed": asked, "chosen": next(iter(lists.chosen(selection, address)), None)}
    if asked != shown:
        rows = workspace.rows(selection, address.listed, page)
        shown_so = as_shown(rows, selection, place.origin, address.zone)
        told["rowData"] = with_hits(shown_so, address.query.words)
    if asked[0] != (shown or LISTS)[0]:
        told["columnDefs"] = columns(address.listed)
    return told
