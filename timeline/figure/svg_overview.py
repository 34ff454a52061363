"""The overview above the lanes as SVG: a histogram of all the time there is.

The brush is no part of it: drawn anew in the middle of a stroke, it would be dropped.
"""

from __future__ import annotations

from typing import Final

from timeline.figure.bins import Bins, these
from timeline.figure.lettering import wrap
from timeline.figure.svg import Node, lines, node
from timeline.figure.svg_lanes import Spots
from timeline.figure.theme import Theme

_SIZE: Final = 11
_GAP: Final = 2.0
_EDGE: Final = 4.0
_LEAST: Final = 70.0  # pixels beside the bars, below which the caption stands over them
_PALE: Final = "pale: not sure"

Columns = list[tuple[float, float, float, float]]


def overview_to_svg(bins: Bins, theme: Theme, *, width: float, height: float, left: float, right: float) -> Node:
    """One `svg` element; give it the `left` of the lanes' picture, and as `right` the paper beside it, so that both align."""
    sure, pale = _stacks(bins, width, height, left, right)
    foot = height - _EDGE
    return node(
        "svg",
        node("path", d=_outline(sure), fill=theme.tint(None, 0.75), className="sure"),
        node("path", d=_outline(pale), fill=theme.tint(None, 0.32), className="pale"),
        node("path", d=lines([(left, foot, width - right, foot)]), stroke=theme.line),
        *_caption(bins, theme, left),
        width=round(width),
        height=round(height),
        className="drawing",
        **{"aria-hidden": "true"},
    )


def overview_spots(bins: Bins, *, width: float, height: float, left: float, right: float) -> Spots:
    """What each bin says when pointed at; it leads nowhere. As `spots` of the lanes."""
    share = (width - right - left) / (bins.edges[-1] - bins.edges[0])
    edges = [round(left + (edge - bins.edges[0]) * share) for edge in bins.edges]
    told = [place for place in range(len(bins.certain)) if bins.certain[place] + bins.unsure[place]]
    return {
        "boxes": [[edges[place], 0, edges[place + 1], height, row] for row, place in enumerate(told)],
        "told": [["", _tell(bins, place)] for place in told],
    }


def _stacks(bins: Bins, width: float, height: float, left: float, right: float) -> tuple[Columns, Columns]:
    """The sure and the pale parts of the columns: left, right, top, foot."""
    wide, high = width - right - left, height - 2 * _EDGE
    start, length = bins.edges[0], bins.edges[-1] - bins.edges[0]
    top = max(bins.highest, 1.0) * 1.08
    sure, pale = Columns(), Columns()
    for place, (certain, unsure) in enumerate(zip(bins.certain, bins.unsure, strict=True)):
        x, end = (left + (edge - start) * wide / length for edge in bins.edges[place : place + 2])
        gap, foot = (end - x) * 0.03, height - _EDGE
        middle, head = foot - certain * high / top, foot - (certain + unsure) * high / top
        if certain:
            sure.append((x + gap, end - gap, middle, foot))
        if unsure:
            pale.append((x + gap, end - gap, head, middle))
    return sure, pale


def _outline(columns: Columns) -> str:
    return "".join(f"M{left:.1f} {foot:.1f}V{top:.1f}H{right:.1f}V{foot:.1f}Z" for left, right, top, foot in columns)


def _tell(bins: Bins, place: int) -> list[str]:
    sure, pale = bins.certain[place], bins.unsure[place]
    said = f"{sure + pale:.1f}".removesuffix(".0")
    counted = f"{said} {'event' if said == '1' else 'events'} in {these(bins.unit)}"
    return [counted, f"{pale:.1f} of it not sure"] if pale else [counted]


def _caption(bins: Bins, theme: Theme, left: float) -> list[Node]:
    beside = left > _LEAST
    rows = [*(wrap(bins.words, left - _GAP, _SIZE) if beside else [bins.words]), *([_PALE] if any(bins.unsure) else [])]
    middles = (_EDGE + _SIZE * 1.3 * (place + 0.5) for place in range(len(rows)))
    return [node("text", row, x=0, y=y, fontSize=_SIZE, fill=theme.soft) for row, y in zip(rows, middles, strict=True)]
