"""Looking into a tree of components, as a reader of the page would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

from timeline.app.html import Element


def walk(tree: Any) -> Iterator[Any]:
    """Every component and string of a tree, outer ones first."""
    if isinstance(tree, list | tuple):
        for part in tree:
            yield from walk(part)
    elif tree is not None:
        yield tree
        if isinstance(tree, Component | Element):
            yield from walk(getattr(tree, "children", None))


def text(tree: Any) -> str:
    """The words of a tree."""
    return "".join(part for part in walk(tree) if isinstance(part, str))


def links(tree: Any) -> dict[str, str]:
    """The words of each link of a tree, and where it leads."""
    return {text(part): part.href for part in walk(tree) if getattr(part, "href", None)}


def classed(tree: Any, name: str) -> list[Any]:
    """The components of a class."""
    return [part for part in walk(tree) if name in (getattr(part, "className", None) or "").split()]
