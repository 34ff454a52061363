"""A selection taken away as a file: the same exporters as the shell's, and the same picture."""

from __future__ import annotations

import re
from typing import Any

import flask
from dash import Dash

from timeline.app.taken import look
from timeline.app.workspace import Workspace
from timeline.errors import TimelineError


def downloads(app: Dash, workspace: Workspace) -> None:
    """Answer `/export?form=.png&address=<address>` with a file of what the page shows there.

    Also `size`, `pages=all`, `theme` (without one: `here`), `title`, and `shows=whole` for all the time of the selection.
    """

    def export() -> flask.Response:
        from timeline.export import EXPORTERS, render

        asked = flask.request.args
        suffix = "." + asked.get("form", "").removeprefix(".")
        if suffix not in EXPORTERS:
            return flask.Response(f"no export as {suffix}; there are {' '.join(EXPORTERS)}\n", 404, mimetype="text/plain")
        place = workspace.place(asked.get("address", ""))
        size = asked.get("size") or None if EXPORTERS[suffix].sort == "picture" else None
        options: dict[str, Any] = {
            **look(place, suffix, whole=asked.get("shows") == "whole"),
            "colours": workspace.colours(),
            "theme": asked.get("theme") or asked.get("here") or "light",
            "size": size,
            "pages": asked.get("pages") == "all" and suffix == ".pdf" and size is not None,
            "title": asked.get("title") or None,
        }
        try:
            made = render(place.selection, suffix, **options)
        except TimelineError as error:
            return flask.Response(f"{error}\n", 400, mimetype="text/plain")
        answer = flask.Response(made, mimetype=EXPORTERS[suffix].media_type)
        named = file_name(asked.get("title") or place.whole.title)
        answer.headers["Content-Disposition"] = f'attachment; filename="{named}{suffix}"'
        answer.headers["Cache-Control"] = "no-store"
        return answer

    app.server.add_url_rule("/export", "export", export)


def file_name(title: str) -> str:
    """A title as a file name that every system takes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-").lower()[:60] or "chronology"
