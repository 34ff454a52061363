"""Adding texts while the page is open."""

from __future__ import annotations

from dash import Dash

from timeline.app.workspace import Workspace


def connect_adding(app: Dash, workspace: Workspace) -> None:
    """Register the callbacks of the sheet."""
