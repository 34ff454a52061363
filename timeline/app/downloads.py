"""A selection taken away as a file: `/export.png?actor=…`, the same exporters as the shell's."""

from __future__ import annotations

import re
from typing import Any

import flask
from dash import Dash

from timeline.app.moves import window
from timeline.app.workspace import Workspace
from timeline.errors import TimelineError

TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "webp": "image/webp",
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
}


def downloads(app: Dash, workspace: Workspace) -> None:
    """Answer `/export.<suffix>?<address>` with a file of the selection and window an address asks for."""

    def export(suffix: str) -> flask.Response:
        from timeline.export import render

        if suffix not in TYPES:
            return flask.Response(f"no export as .{suffix}; there are {', '.join(TYPES)}\n", 404, mimetype="text/plain")
        place = workspace.place(flask.request.query_string.decode("ascii", "replace"))
        options: dict[str, Any] = {}
        if suffix not in ("csv", "json"):
            dark = flask.request.args.get("theme") == "dark"
            address = place.address
            options = {"lanes": address.lane, "theme": "dark" if dark else "light", "colours": workspace.colours()}
            options |= {"align": address.align, "compare": address.compare, "rest": address.rest}
            if place.address.since is not None:
                options["view"] = window(place)
        try:
            made = render(place.selection, suffix, **options)
        except TimelineError as error:
            return flask.Response(f"{error}\n", 500, mimetype="text/plain")
        answer = flask.Response(made, mimetype=TYPES[suffix])
        answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(place.whole.title)}.{suffix}"'
        answer.headers["Cache-Control"] = "no-store"
        return answer

    app.server.add_url_rule("/export.<suffix>", "export", export)


def file_name(title: str) -> str:
    """A title as a file name that every system takes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-").lower()[:60] or "chronology"
