"""Elements of SVG as plain data, `[tag, attributes, contents]`: what the page's script makes elements of (assets/elements.js).

Attributes bear the names React gives them (`strokeWidth`); words stay words, nothing in them is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = list[Any]
"""`[tag, attributes, contents]`; contents are nodes and words."""


def node(tag: str, *contents: Node | str, **attributes: Any) -> Node:
    """An element; attributes that are None are left out, pixels are rounded to a tenth."""
    kept = {
        name: round(value, 1) if isinstance(value, float) else value for name, value in attributes.items() if value is not None
    }
    return [tag, kept, list(contents)]


def closed(corners: Iterable[tuple[float, float]]) -> str:
    """The path around some corners."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def lines(segments: Iterable[tuple[float, float, float, float]]) -> str:
    """The path of lines from (x, y) to (x, y)."""
    return "".join(f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" for x, y, to_x, to_y in segments)
