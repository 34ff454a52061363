"""What assistive technology is told, as keyword arguments: component properties with a dash cannot be written as such."""

from __future__ import annotations

from typing import Any


def aria(**said: str) -> dict[str, Any]:
    """`html.Nav(..., **aria(label="Lists"))`."""
    return {f"aria-{name}": value for name, value in said.items()}


def current(on: bool) -> dict[str, Any]:
    """The mark of the chosen one among links, where it is."""
    return aria(current="true") if on else {}
