"""A picture put on Matplotlib axes whose units are the picture's pixels: lines, bars, signs, letters, back to front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from timeline.figure.lettering import width
from timeline.figure.outlines import Segment, corners, diamond, hatching, outline, sign
from timeline.figure.picture import Bar, Encoding, Group, LegendEntry, Mark, Picture, Point
from timeline.figure.shades import filled, parts, shade
from timeline.figure.sizes import LANE_NAME, LANE_NOTE, LOWER, PRINT, UPPER
from timeline.figure.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_POINT: Final = 0.75  # points in a pixel


class _Pen:
    """Axes, theme and fonts, and the few strokes everything is made of. Lengths are pixels; later strokes lie on top."""

    def __init__(self, axes: Axes, theme: Theme, sans: list[str], serif: list[str], point: float) -> None:
        self.axes, self.theme, self.sans, self.serif, self.point = axes, theme, sans, serif, point
        self._depth = 0

    def _above(self) -> int:
        self._depth += 1
        return self._depth

    def lines(self, segments: Sequence[Segment], colours: str | Sequence[str], thickness: float, dashes: Any = "solid") -> None:
        from matplotlib.collections import LineCollection

        if segments:
            self.axes.add_collection(
                LineCollection(
                    segments,
                    colors=colours,
                    linewidths=thickness * self.point,
                    linestyles=dashes,
                    capstyle="butt",
                    zorder=self._above(),
                ),
                autolim=False,
            )

    def shapes(
        self,
        outlines: Sequence[Sequence[tuple[float, float]]],
        fills: Sequence[str],
        lines: Sequence[str] | str,
        thickness: float,
    ) -> None:
        from matplotlib.collections import PolyCollection

        if outlines:
            self.axes.add_collection(
                PolyCollection(
                    outlines, facecolors=fills, edgecolors=lines, linewidths=thickness * self.point, zorder=self._above()
                ),
                autolim=False,
            )

    def write(
        self, text: str, x: float, y: float, size: float, colour: str, *, bold: bool = False, serif: bool = False, **more: Any
    ) -> None:
        self.axes.text(
            x,
            y,
            text,
            fontsize=size * self.point,
            color=colour,
            fontweight="bold" if bold else "normal",
            fontfamily=self.serif if serif else self.sans,
            parse_math=False,
            zorder=self._above(),
            **more,
        )


def draw(axes: Axes, picture: Picture, theme: Theme, *, sans: list[str], serif: list[str]) -> None:
    """All of the picture; the font lists are tried in order for each sign."""
    pen = _Pen(axes, theme, sans, serif, _POINT * picture.scale)
    _draw_axis(pen, picture)
    _draw_lanes(pen, picture)
    _clear_for_labels(pen, picture)
    _draw_groups(pen, picture)
    _draw_bars(pen, [(mark, bar) for mark in picture.marks for bar in mark.bars], picture)
    _draw_joins(pen, picture)
    _draw_rings(pen, picture)
    _draw_points(pen, picture)
    _draw_labels(pen, picture)
    for entry in picture.legend:
        _draw_legend_entry(pen, entry)
    for words in picture.words:
        tone = theme.ink if words.tone == "ink" else theme.soft
        pen.write(words.text, words.x, words.y, words.size, tone, bold=words.bold, serif=words.serif, va="baseline")


def _inside(picture: Picture, start: float, end: float) -> tuple[float, float]:
    """A stretch in pixels, cut at the frame."""
    return max(picture.left, picture.x(start)), min(picture.right, picture.x(end))


def _draw_axis(pen: _Pen, picture: Picture) -> None:
    for strong in (False, True):
        shown = [tick for tick in picture.ticks if tick.strong is strong]
        lines = [
            ((picture.x(tick.at), picture.top + (4 if tick.upper else 22)), (picture.x(tick.at), picture.floor))
            for tick in shown
            if not tick.pinned
        ]
        pen.lines(lines, pen.theme.line, 1.5 if strong else 0.8)
        tone = pen.theme.ink if strong else pen.theme.soft
        for tick, foot in ((tick, foot) for foot in picture.axes for tick in shown if tick.label):
            y = foot - (UPPER if tick.upper else LOWER)
            pen.write(tick.label, picture.x(tick.at) + 4, y, 11, tone, bold=tick.upper, va="center_baseline")


def _draw_lanes(pen: _Pen, picture: Picture) -> None:
    edge = picture.width - picture.right
    left = edge if picture.words else 0.0
    pen.lines([((left, lane.bottom), (picture.right, lane.bottom)) for lane in picture.lanes], pen.theme.line, 1)
    for lane in picture.lanes:
        y = lane.top + 8
        for lines, size, bold in ((lane.name, LANE_NAME, True), (lane.note, LANE_NOTE, False)):
            for line in lines:
                y += size * 1.3
                pen.write(line, left, y - 2, size, pen.theme.ink if bold else pen.theme.soft, bold=bold, va="baseline")


def _clear_for_labels(pen: _Pen, picture: Picture) -> None:
    """Paper under the labels, so that no line of the axis runs through their letters."""
    boxes = []
    for label in picture.labels:
        x = picture.x(label.x) + label.gap
        for line, y in label.placed:
            wide = width(line, label.size)
            left = x if label.side == "right" else x - wide
            boxes.append(corners((left, left + wide, y, label.size * 1.25)))
    pen.shapes(boxes, [pen.theme.paper] * len(boxes), "none", 0)


def _draw_groups(pen: _Pen, picture: Picture) -> None:
    outlines, fills = [], []
    for group in picture.groups:
        left, right = _inside(picture, group.start, group.end)
        for height, middle, colour in parts(group, pen.theme):
            outlines.append(corners((left + 0.5, right - 0.5, middle, height)))
            fills.append(colour)
    pen.shapes(outlines, fills, "none", 0)
    for group in picture.groups:
        if group.text:
            _write_count(pen, picture, group)


def _write_count(pen: _Pen, picture: Picture, group: Group) -> None:
    left, right = _inside(picture, group.start, group.end)
    pen.write(group.text, (left + right) / 2, group.text_at, 10.5, pen.theme.ink, ha="center", va="center_baseline")


def _draw_bars(pen: _Pen, shown: list[tuple[Mark, Bar]], picture: Picture) -> None:
    theme = pen.theme
    for fill in ("whisker", "hatched", "solid", "dashed"):
        some = [(mark, (*_inside(picture, bar.start, bar.end), mark.y, bar.height)) for mark, bar in shown if bar.fill == fill]
        some = [(mark, box) for mark, box in some if box[1] > box[0]]
        pen.shapes([corners(box) for _, box in some], [filled(mark, fill, theme) for mark, _ in some], "none", 0)
        if fill == "hatched":
            strokes = [(segment, shade(mark, theme)) for mark, box in some for segment in hatching(box)]
            pen.lines([segment for segment, _ in strokes], [colour for _, colour in strokes], 1.5)
        if fill == "dashed":
            sides = [(segment, shade(mark, theme)) for mark, box in some for segment in outline(box)]
            pen.lines([segment for segment, _ in sides], [colour for _, colour in sides], 1.5, (0, (2.6, 2.0)))


def _draw_joins(pen: _Pen, picture: Picture) -> None:
    joins = [(mark, join) for mark in picture.marks for join in mark.joins]
    segments = [((picture.x(join.start), mark.y), (picture.x(join.end), mark.y)) for mark, join in joins]
    pen.lines(segments, [shade(mark, pen.theme) for mark, _ in joins], 1.5)


def _draw_rings(pen: _Pen, picture: Picture) -> None:
    from matplotlib.patches import Circle, Rectangle

    look: dict[str, Any] = {"fill": False, "edgecolor": pen.theme.ink, "linewidth": 1.2 * pen.point, "zorder": 999}
    for mark in picture.marks:
        if not mark.selected:
            continue
        if edges := picture.edges(mark):
            start, end = (max(picture.left, min(picture.x(edge), picture.right)) for edge in edges)
            pen.axes.add_patch(Rectangle((start, mark.y - 7), end - start, 14, **look))
        else:
            pen.axes.add_patch(Circle((picture.x(mark.at), mark.y), 10.5, **look))


def _draw_points(pen: _Pen, picture: Picture) -> None:
    shown = [(mark, point) for mark in picture.marks for point in mark.points if picture.start <= point.at <= picture.end]
    outlines = [sign(picture.x(point.at), mark.y, point) for mark, point in shown]
    shades = [shade(mark, pen.theme) for mark, _ in shown]
    hollow = [
        pen.theme.paper if point.sign in ("hollow", "dotted") else colour
        for colour, (_, point) in zip(shades, shown, strict=True)
    ]
    pen.shapes(outlines, hollow, shades, 1.6)
    dots = [
        (picture.x(point.at), mark.y, colour)
        for colour, (mark, point) in zip(shades, shown, strict=True)
        if point.sign == "dotted"
    ]
    pen.shapes([diamond(x, y, 1.6) for x, y, _ in dots], [colour for _, _, colour in dots], "none", 0)


def _draw_labels(pen: _Pen, picture: Picture) -> None:
    for label in picture.labels:
        tone = pen.theme.accent if label.selected else pen.theme.ink
        side = "left" if label.side == "right" else "right"
        for line, y in label.placed:
            pen.write(line, picture.x(label.x) + label.gap, y, label.size, tone, ha=side, va="center_baseline")


def _draw_legend_entry(pen: _Pen, entry: LegendEntry) -> None:
    """The glyph as marks in miniature, soft, and its words."""
    x, y, encoding, soft = entry.x, entry.y, entry.encoding, pen.theme.soft
    box = (x + (8 if encoding is Encoding.BEFORE else 0), x + (16 if encoding is Encoding.AFTER else 24), y, 8.0)
    if encoding in (Encoding.WITHIN, Encoding.LOOSE, Encoding.ABOUT, Encoding.BEFORE, Encoding.AFTER):
        pen.shapes([corners(box)], [pen.theme.tint(None, 0.22)], "none", 0)
        pen.lines(list(hatching(box)), soft, 1.5)
    if encoding in (Encoding.LASTING, Encoding.LOOSE):
        pen.shapes([corners(box if encoding is Encoding.LASTING else (x + 6, x + 18, y, 8.0))], [soft], "none", 0)
    if encoding is Encoding.IMPLIED:
        pen.lines(list(outline(box)), soft, 1.4, (0, (2.6, 2.0)))
    if encoding is Encoding.DISPUTED:
        pen.lines([((x + 5, y), (x + 19, y))], soft, 1.5)
    signs: dict[Encoding, list[tuple[float, Point]]] = {
        Encoding.DAY: [(12, Point(0, "diamond"))],
        Encoding.IMPLIED_DAY: [(12, Point(0, "dotted"))],
        Encoding.ABOUT: [(12, Point(0, "hollow"))],
        Encoding.BEFORE: [(4, Point(0, "left"))],
        Encoding.AFTER: [(20, Point(0, "right"))],
        Encoding.DISPUTED: [(5, Point(0, "hollow")), (19, Point(0, "hollow"))],
        Encoding.LEFT_OUT: [(offset, Point(0, "small")) for offset in (5, 12, 19)],
    }
    for offset, point in signs.get(encoding, []):
        paper = point.sign in ("hollow", "dotted")
        pen.shapes([sign(x + offset, y, point)], [pen.theme.paper if paper else soft], soft, 1.4)
        if point.sign == "dotted":
            pen.shapes([diamond(x + offset, y, 1.6)], [soft], "none", 0)
    pen.write(entry.text, x + 32, y, PRINT, pen.theme.soft, va="center_baseline")
