"""`GET /news?tab=` : whether the chronology has changed, and how far the texts a tab adds have come.

Why not a callback: the page asks every few seconds, and Dash's renderer looks at everything on it after each answer.
"""

from __future__ import annotations

import flask
from dash import Dash

from timeline.app.additions import Desks
from timeline.app.workspace import Workspace

PATH = "/news"


def news(app: Dash, workspace: Workspace, desks: Desks | None) -> None:
    """Answer {"revision", "added": grows with what there is to tell of the tab's texts, "busy": whether more will follow}."""

    def tell() -> flask.Response:
        coming = desks.of(flask.request.args.get("tab")) if desks else None
        told = {
            "revision": workspace.revision(),
            "added": coming.version if coming else 0,
            "busy": coming is not None and coming.busy,
        }
        return flask.jsonify(told)

    app.server.add_url_rule(PATH, "news", tell)
