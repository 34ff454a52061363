"""Stretches of the page whose contents are handed over as plain data, and become elements in the browser (assets/elements.js).

Why not as children of Dash: its renderer asks every component it knows, after every answer, whether it has changed. Six
hundred facets, ticks and lines of text cost half a second a click. A pane is one component, whatever is in it; React still
changes only what differs, so what has the focus or stands open stays so. Text stays text: nothing in it is read as html.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from dash import html
from dash.development.base_component import Component

_HTML: Final = html.Div()._namespace

Tree = list[Any]


class Pane(Component):
    """An element with a `tree` as its contents; `tag` is its name, what else is given are its attributes."""

    _namespace = "timeline"
    _type = "Pane"

    def __init__(self, **attributes: Any) -> None:
        self._prop_names = ["id", "tree", "tag", "className", "role", "style", "title", "tabIndex"]
        self._valid_wildcard_attributes = ["aria-", "data-"]
        super().__init__(**attributes)  # type: ignore[no-untyped-call]


class Element(NamedTuple):
    """An element that `dash.html` does not have, or not with all its attributes, such as the fields of a form."""

    tag: str
    attributes: dict[str, Any]
    contents: tuple[Any, ...] = ()


def tree(content: Any) -> Tree:
    """Components of `dash.html` as plain data: words, and `[tag, attributes, contents]` of each element.

    TypeError for a component that is no element of html: a pane has none of the others' scripts.
    """
    if content is None:
        return []
    if isinstance(content, Element):
        return [[content.tag, content.attributes, tree(list(content.contents))]]
    if isinstance(content, list | tuple):
        return [plain for part in content for plain in tree(part)]
    if not isinstance(content, Component):
        return [str(content)]
    if content._namespace != _HTML:
        raise TypeError(f"{content._type} is no element of html and cannot stand in a pane")
    told: Any = content
    attributes = {name: value for name, value in told.to_plotly_json()["props"].items() if name != "children"}
    return [[content._type.lower(), attributes, tree(getattr(content, "children", None))]]
