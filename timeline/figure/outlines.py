"""The outlines of bars and signs as corners and strokes, in the picture's pixels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.figure.picture import Point

Box = tuple[float, float, float, float]  # left, right, middle, height
Segment = tuple[tuple[float, float], tuple[float, float]]

_HATCH: Final = 5.0
_RADIUS: Final = 5.5


def corners(box: Box) -> list[tuple[float, float]]:
    left, right, middle, height = box
    top, bottom = middle - height / 2, middle + height / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def outline(box: Box) -> Iterable[Segment]:
    first, *others = corners(box)
    return zip([first, *others], [*others, first], strict=True)


def hatching(box: Box) -> Iterable[Segment]:
    """Strokes rising to the right, cut at the box's sides; drawn one by one because hatch patterns change with the format."""
    left, right, middle, height = box
    top, bottom = middle - height / 2, middle + height / 2
    x = left - height
    while x < right:
        start, end = max(x, left), min(x + height, right)
        if end > start:
            yield (start, bottom - (start - x)), (end, top + (x + height - end))
        x += _HATCH


def sign(x: float, y: float, point: Point) -> list[tuple[float, float]]:
    if point.sign == "left":
        return [(x - 5, y), (x + 4, y - 5), (x + 4, y + 5)]
    if point.sign == "right":
        return [(x + 5, y), (x - 4, y - 5), (x - 4, y + 5)]
    return diamond(x, y, 3.0 if point.sign == "small" else _RADIUS)


def diamond(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    return [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
