"""The elements that stand in panes, written like those of `dash.html`: `html.A("more", href="?", **aria(current="true"))`.

Why not those: a component of Dash looks each attribute up in its list of properties when it is made, and again when it is
written down. With the six hundred elements of an answer that took a third of the time it takes to find it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

Tree = list[Any]


class Element:
    """A tag, its attributes by the names React gives them, and what is in it: words, elements, and lists of them."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, Any], children: Any = None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children = children

    def __getattr__(self, name: str) -> Any:
        try:
            return self.attributes[name]
        except KeyError:
            raise AttributeError(name) from None


def _made(tag: str, children: Any = None, **attributes: Any) -> Element:
    return Element(tag, {name: value for name, value in attributes.items() if value is not None}, children)


def __getattr__(name: str) -> Any:
    """The maker of an element, by the name of its tag with a capital: `html.Div`."""
    if not name.isalnum() or not name[0].isupper():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    make: Callable[..., Element] = partial(_made, name.lower())
    return make


def tree(content: Any) -> Tree:
    """Elements as plain data: words, and `[tag, attributes, contents]` of each element.

    TypeError for a component of Dash: a pane has none of its scripts.
    """
    found: Tree = []
    _plain(content, found)
    return found


def _plain(content: Any, found: Tree) -> None:
    if isinstance(content, list | tuple):
        for part in content:
            _plain(part, found)
    elif isinstance(content, Element):
        inside: Tree = []
        _plain(content.children, inside)
        found.append([content.tag, content.attributes, inside])
    elif isinstance(content, str):
        found.append(content)
    elif hasattr(content, "to_plotly_json"):
        raise TypeError(f"{type(content).__name__} is no element of html and cannot stand in a pane")
    elif content is not None:
        found.append(str(content))
