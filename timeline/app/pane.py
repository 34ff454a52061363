"""Stretches of the page whose contents are handed over as plain data, and become elements in the browser (assets/elements.js).

Why not as children of Dash: its renderer asks every component it knows, after every answer, whether it has changed. Six
hundred facets, ticks and lines of text cost half a second a click. A pane is one component, whatever is in it; React still
changes only what differs, so what has the focus or stands open stays so. Text stays text: nothing in it is read as html.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


class Pane(Component):
    """An element with a `tree` as its contents; `tag` is its name, what else is given are its attributes."""

    _namespace = "timeline"
    _type = "Pane"

    def __init__(self, **attributes: Any) -> None:
        self._prop_names = ["id", "tree", "tag", "className", "role", "style", "title", "tabIndex"]
        self._valid_wildcard_attributes = ["aria-", "data-"]
        super().__init__(**attributes)  # type: ignore[no-untyped-call]
