"""Properties of components that are written with a dash, as keyword arguments: `aria-…` for assistive technology, `data-…`."""

from __future__ import annotations

from typing import Any


def aria(**said: str) -> dict[str, Any]:
    """`html.Nav(..., **aria(label="Lists"))`."""
    return {f"aria-{name}": value for name, value in said.items()}


def current(on: bool) -> dict[str, Any]:
    """The mark of the chosen one among links, where it is."""
    return aria(current="true") if on else {}


def data(**said: str) -> dict[str, Any]:
    """What assets/page.js reads off a component: `data(presses="add")` makes a button stand for another one."""
    return {f"data-{name}": value for name, value in said.items()}
