"""The page's renderer: a picture as SVG, and the spots in it that can be pointed at.

Why not Plotly, which draws the offline page: it works out a figure anew for every change, 60 to 90 ms where these elements
take a tenth of that, and its script is most of what a page loads. Whatever is drawn here is a mark, a bar or a letter of the
picture, so there is nothing to work out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from timeline.figure.lettering import width
from timeline.figure.outlines import corners, diamond, sign
from timeline.figure.picture import Bar, Group, Label, Lane, Mark, Picture
from timeline.figure.shades import filled, parts, shade
from timeline.figure.sizes import LANE_NAME, LANE_NOTE, LOWER, UPPER
from timeline.figure.svg import Node, closed, lines, node
from timeline.figure.theme import Theme

_REACH: Final = 6.0  # pixels from the middle of a sign to its edge
_HATCH: Final = 5

Spots = dict[str, list[Any]]


def to_svg(picture: Picture, theme: Theme, described: str = "") -> Node:
    """The lanes as one `svg` element of the picture's size; `described` is what it is called for those who do not see it.

    What moves with time stands in a group of class "time", cut at the edges of the lanes, so that it can be dragged along.
    """
    frame = {"x": picture.left, "y": 0, "width": picture.right - picture.left, "height": picture.height}
    return node(
        "svg",
        *_lanes(picture, theme),
        node(
            "svg",
            node("g", *_in_time(picture, theme), className="time"),
            **frame,
            viewBox=f"{picture.left:.1f} 0 {picture.right - picture.left:.1f} {picture.height:.1f}",
            className="window",
            **{"aria-hidden": "true"},
        ),
        width=round(picture.width),
        height=round(picture.height),
        className="drawing",
        role="img",
        **{"aria-label": described},
    )


def spots(picture: Picture) -> Spots:
    """What the pointer finds: `boxes` of [left, top, right, bottom, place in `told`], and there [where it leads, lines to say].

    A mark leads to its event's id, a group to `zoom:START:END` in moments. Smaller boxes come later and go first.
    """
    told: dict[tuple[str, tuple[str, ...]], int] = {}

    def place(leads: str, said: tuple[str, ...]) -> int:
        return told.setdefault((leads, said), len(told))

    boxes = [
        [*_box(picture, group.start, group.end, group.foot - group.height / 2, group.height), place(group.leads, group.hover)]
        for group in picture.groups
    ]
    for mark in picture.marks:
        here = place(mark.event, mark.hover)
        boxes += [[*_box(picture, bar.start, bar.end, mark.y, bar.height), here] for bar in mark.bars]
        for point in mark.points:
            x = picture.x(point.at)
            if picture.left <= x <= picture.right:
                boxes.append([x - _REACH, mark.y - _REACH, x + _REACH, mark.y + _REACH, here])
    hovers = {mark.event: mark.hover for mark in picture.marks}
    boxes += [[*_around(picture, label), place(label.event, hovers[label.event])] for label in picture.labels]
    rows = [
        [round(left), round(top), round(right), round(bottom), at] for left, top, right, bottom, at in boxes if right > left
    ]
    return {"boxes": rows, "told": [[leads, list(said)] for leads, said in told]}


def _inside(picture: Picture, start: float, end: float) -> tuple[float, float]:
    """A stretch in pixels, cut so far outside of the lanes that a drag does not bring the cut into view."""
    room = picture.right - picture.left
    return max(picture.left - room, picture.x(start)), min(picture.right + room, picture.x(end))


def _box(picture: Picture, start: float, end: float, middle: float, height: float) -> tuple[float, float, float, float]:
    left, right = max(picture.left, picture.x(start)), min(picture.right, picture.x(end))
    return left, middle - height / 2, right, middle + height / 2


def _around(picture: Picture, label: Label) -> tuple[float, float, float, float]:
    x = picture.x(label.x) + label.gap
    wide, high = max(width(line, label.size) for line in label.lines), label.size * 1.25 * len(label.lines)
    left = x if label.side == "right" else x - wide
    return left, label.y - high / 2, left + wide, label.y + high / 2


def _lanes(picture: Picture, theme: Theme) -> Iterator[Node]:
    """The lines between the lanes, and their names and counts at the left edge."""
    under = lines((0, lane.bottom, picture.right, lane.bottom) for lane in picture.lanes[:-1])
    yield node("path", d=under, stroke=theme.line, fill="none")
    yield from (node("g", *_named(lane, theme), className="lane") for lane in picture.lanes)


def _named(lane: Lane, theme: Theme) -> Iterator[Node]:
    y = lane.top + 6
    for rows, size, name in ((lane.name, LANE_NAME, "lane-name"), (lane.note, LANE_NOTE, "lane-note")):
        for row in rows:
            y += size * 1.3
            fill = theme.ink if name == "lane-name" else theme.soft
            yield node("text", row, x=0, y=y - size * 0.45, fontSize=size, fill=fill, className=name)


def _in_time(picture: Picture, theme: Theme) -> Iterator[Node]:
    """Everything that stands at a time, back to front."""
    yield from _axis(picture, theme)
    # Paper under the labels, so that no line of the axis runs through their letters.
    around = (_around(picture, label) for label in picture.labels)
    strips = (corners((left, right, (top + foot) / 2, foot - top)) for left, top, right, foot in around)
    yield node("path", d="".join(map(closed, strips)), fill=theme.paper)
    yield from _groups(picture, theme)
    bars = [(mark, bar) for mark in picture.marks for bar in mark.bars]
    yield node("defs", *_hatchings(bars, theme))
    for fill in ("whisker", "hatched", "solid", "dashed"):
        yield from (_bar(picture, mark, bar, theme) for mark, bar in bars if bar.fill == fill)
    for mark in picture.marks:
        for join in mark.joins:
            across = lines([(picture.x(join.start), mark.y, picture.x(join.end), mark.y)])
            yield node("path", d=across, stroke=shade(mark, theme), strokeWidth=1.5)
    yield from (_ring(picture, mark, theme) for mark in picture.marks if mark.selected)
    for mark in picture.marks:
        yield from _points(picture, mark, theme)
    for label in picture.labels:
        yield from _label(picture, label, theme)


def _axis(picture: Picture, theme: Theme) -> Iterator[Node]:
    """Its lines, and the labels of all axes but the first, which the page keeps in view by other means."""
    for strong in (False, True):
        ticks = [tick for tick in picture.ticks if tick.strong is strong]
        drawn = lines(
            (picture.x(tick.at), picture.top + (4 if tick.upper else 22), picture.x(tick.at), picture.floor)
            for tick in ticks
            if not tick.pinned
        )
        yield node("path", d=drawn, stroke=theme.line, strokeWidth=1.6 if strong else 0.8, fill="none", className="grid")
        tone = theme.ink if strong else theme.soft
        for foot in picture.axes[1:]:
            for tick in ticks:
                if tick.label:
                    y, name = foot - (UPPER if tick.upper else LOWER), "tick upper" if tick.upper else "tick"
                    yield node("text", tick.label, x=picture.x(tick.at) + 4, y=y, fontSize=11, fill=tone, className=name)


def _groups(picture: Picture, theme: Theme) -> Iterator[Node]:
    """All that is filled alike as one path: hundreds of elements take the browser longer than all else in an answer."""
    columns: dict[str, list[str]] = {}
    for group in picture.groups:
        left, right = _inside(picture, group.start, group.end)
        gap = min(1.0, (right - left) * 0.1)
        for high, middle, colour in parts(group, theme):
            column = columns.setdefault(colour, [])
            column.append(
                f"M{left + gap / 2:.1f} {middle - high / 2:.1f}h{right - left - gap:.1f}v{high:.1f}H{left + gap / 2:.1f}Z"
            )
    yield from (node("path", d="".join(drawn), fill=colour, className="group") for colour, drawn in columns.items())
    counts = [group for group in picture.groups if group.text]
    if counts:
        yield node("g", *(_count(picture, group) for group in counts), fontSize=10.5, fill=theme.ink, className="counted")


def _count(picture: Picture, group: Group) -> Node:
    x, _, right, _ = _box(picture, group.start, group.end, 0, 0)
    return node("text", group.text, x=(x + right) / 2, y=group.text_at)


def _hatchings(bars: list[tuple[Mark, Bar]], theme: Theme) -> Iterator[Node]:
    """A pattern for each colour that hatched bars have."""
    for ink, ground in sorted({_hatched(mark, theme) for mark, bar in bars if bar.fill == "hatched"}):
        yield node(
            "pattern",
            node("rect", width=_HATCH, height=_HATCH, fill=ground),
            node("path", d=f"M0 0V{_HATCH}", stroke=ink, strokeWidth=3),
            id=_hatching(ink),
            width=_HATCH,
            height=_HATCH,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        )


def _hatched(mark: Mark, theme: Theme) -> tuple[str, str]:
    return shade(mark, theme), filled(mark, "hatched", theme)


def _hatching(ink: str) -> str:
    return f"hatching-{ink.removeprefix('#')}"


def _bar(picture: Picture, mark: Mark, bar: Bar, theme: Theme) -> Node:
    left, right = _inside(picture, bar.start, bar.end)
    ink = shade(mark, theme)
    dashed = {"stroke": ink, "strokeWidth": 1.5, "strokeDasharray": "4 3"} if bar.fill == "dashed" else {}
    return node(
        "rect",
        x=left,
        y=mark.y - bar.height / 2,
        width=max(0.0, right - left),
        height=bar.height,
        rx=2 if bar.fill == "solid" else None,
        fill=f"url(#{_hatching(ink)})" if bar.fill == "hatched" else filled(mark, bar.fill, theme),
        className=f"bar {bar.fill}",
        **dashed,
    )


def _ring(picture: Picture, mark: Mark, theme: Theme) -> Node:
    """About the selected event; a long bar is edged instead: a ring about its middle would point at nothing."""
    look = {"fill": "none", "stroke": theme.ink, "strokeWidth": 1.4, "className": "ring"}
    edges = picture.edges(mark)
    if edges is None:
        return node("circle", cx=picture.x(mark.at), cy=mark.y, r=10.5, **look)
    left, right = _inside(picture, *edges)
    return node("rect", x=left, y=mark.y - 7, width=right - left, height=14, **look)


def _points(picture: Picture, mark: Mark, theme: Theme) -> Iterator[Node]:
    ink = shade(mark, theme)
    for point in mark.points:
        x = picture.x(point.at)
        if picture.left - _REACH <= x <= picture.right + _REACH:
            fill = theme.paper if point.sign in ("hollow", "dotted") else ink
            outline = closed(sign(x, mark.y, point))
            yield node("path", d=outline, fill=fill, stroke=ink, strokeWidth=1.6, className="point")
            if point.sign == "dotted":
                yield node("path", d=closed(diamond(x, mark.y, 1.6)), fill=ink)


def _label(picture: Picture, label: Label, theme: Theme) -> Iterator[Node]:
    anchor = "end" if label.side == "left" else None
    tone = theme.accent if label.selected else theme.ink
    for line, y in label.placed:
        x = picture.x(label.x) + label.gap
        yield node("text", line, x=x, y=y, fontSize=label.size, fill=tone, textAnchor=anchor, className="label")
