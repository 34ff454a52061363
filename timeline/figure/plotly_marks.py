"""The marks, labels and counts of a picture as Plotly traces: one for all bars of a kind, all points, all labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from timeline.figure.picture import Bar, Group, Label, Mark, Picture, Point
from timeline.figure.plotly_terms import Trace, days, hover_text, marker_size, markup
from timeline.figure.shades import filled, parts, shade
from timeline.figure.theme import SANS, Theme

_SYMBOLS: Final = {
    "diamond": "diamond",
    "small": "diamond",
    "hollow": "diamond",
    "dotted": "diamond-open-dot",
    "left": "triangle-left",
    "right": "triangle-right",
}
_SIZES: Final = {"left": 10, "right": 10, "small": 6}


def mark_traces(picture: Picture, theme: Theme) -> list[Trace]:
    """Back to front; those that would be empty are left out."""
    traces = [
        _groups(picture, theme),
        _group_texts(picture, theme),
        _whiskers(picture, theme),
        *_bars(picture, theme),
        *_dashes(picture, theme),
        *_joins(picture, theme),
        _outline(picture, theme),
        _ring(picture, theme),
        _points(picture, theme),
        _labels(picture, theme),
    ]
    return [trace for trace in traces if trace["x"]]


def _bar_trace(rows: list[tuple[float, float, float, float]], **more: Any) -> Trace:
    """Bars from (start, end, middle, height)."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [days(start) for start, _, _, _ in rows],
        "x": [days(end - start) for start, end, _, _ in rows],
        "y": [middle for _, _, middle, _ in rows],
        "width": [height for _, _, _, height in rows],
        "showlegend": False,
        **more,
    }


def _bars(picture: Picture, theme: Theme) -> list[Trace]:
    """Hatched bars below solid ones, a trace for each; dashed ones are paper here, to cover gridlines and be clicked."""
    hatched = [(mark, bar) for mark in picture.marks for bar in mark.bars if bar.fill == "hatched"]
    pattern = {
        "shape": "/",
        "fgcolor": [shade(mark, theme) for mark, _ in hatched],
        "bgcolor": [filled(mark, "hatched", theme) for mark, _ in hatched],
        "fgopacity": 1,
        "size": 5,
        "solidity": 0.32,
    }
    solid = [(mark, bar) for mark in picture.marks for bar in mark.bars if bar.fill in ("solid", "dashed")]
    fills = [filled(mark, bar.fill, theme) for mark, bar in solid]
    return [_bar_marks(hatched, pattern=pattern), _bar_marks(solid, color=fills, cornerradius=2)]


def _bar_marks(shown: list[tuple[Mark, Bar]], **marker: Any) -> Trace:
    rows = [(bar.start, bar.end, mark.y, bar.height) for mark, bar in shown]
    return _bar_trace(rows, marker={"line": {"width": 0}, **marker}, **_clickable(mark for mark, _ in shown))


def _whiskers(picture: Picture, theme: Theme) -> Trace:
    shown = [(mark, bar) for mark in picture.marks for bar in mark.bars if bar.fill == "whisker"]
    return _bar_marks(shown, color=[filled(mark, "whisker", theme) for mark, _ in shown])


def _clickable(marks: Iterable[Mark]) -> Trace:
    marks = list(marks)
    return {
        "customdata": [mark.event for mark in marks],
        "hovertext": [hover_text(mark.hover) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _dashes(picture: Picture, theme: Theme) -> list[Trace]:
    """Dashed outlines, one trace a colour: bars cannot be dashed."""
    paths: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for mark in picture.marks:
        for bar in mark.bars:
            if bar.fill == "dashed":
                xs, ys = paths.setdefault(shade(mark, theme), ([], []))
                start, end, up = days(bar.start), days(bar.end), bar.height / 2
                xs += [start, end, end, start, start, None]
                ys += [mark.y - up, mark.y - up, mark.y + up, mark.y + up, mark.y - up, None]
    return [_line(xs, ys, colour, "4px,3px") for colour, (xs, ys) in paths.items()]


def _joins(picture: Picture, theme: Theme) -> list[Trace]:
    paths: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for mark in picture.marks:
        for join in mark.joins:
            xs, ys = paths.setdefault(shade(mark, theme), ([], []))
            xs += [days(join.start), days(join.end), None]
            ys += [mark.y, mark.y, None]
    return [_line(xs, ys, colour, "solid") for colour, (xs, ys) in paths.items()]


def _line(xs: list[float | None], ys: list[float | None], colour: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 1.5, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(picture: Picture, theme: Theme) -> Trace:
    shown: list[tuple[Mark, Point]] = [(mark, point) for mark in picture.marks for point in mark.points]
    shades = [shade(mark, theme) for mark, _ in shown]
    hollow = [theme.paper if point.sign == "hollow" else colour for colour, (_, point) in zip(shades, shown, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [days(point.at) for _, point in shown],
        "y": [mark.y for mark, _ in shown],
        "marker": {
            "symbol": [_SYMBOLS[point.sign] for _, point in shown],
            "size": [_SIZES.get(point.sign, 11) for _, point in shown],
            "color": hollow,
            "line": {"color": shades, "width": 1.6},
            "opacity": 1,
        },
        "cliponaxis": True,
        "showlegend": False,
        **_clickable(mark for mark, _ in shown),
    }


def _outline(picture: Picture, theme: Theme) -> Trace:
    """The selected event's long bars, edged: a ring about their middle would point at nothing."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for mark in picture.marks:
        if mark.selected and (edges := picture.edges(mark)):
            left, right, up = days(edges[0]), days(edges[1]), 7
            xs += [left, right, right, left, left, None]
            ys += [mark.y - up, mark.y - up, mark.y + up, mark.y + up, mark.y - up, None]
    return _line(xs, ys, theme.ink, "solid")


def _ring(picture: Picture, theme: Theme) -> Trace:
    chosen = [mark for mark in picture.marks if mark.selected and not picture.edges(mark)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [days(mark.at) for mark in chosen],
        "y": [mark.y for mark in chosen],
        "marker": {"symbol": "circle-open", "size": 21, "color": theme.ink, "line": {"width": 1.4, "color": theme.ink}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _labels(picture: Picture, theme: Theme) -> Trace:
    """Text beside unseen markers: Plotly sets text off by a marker's size in pixels, whatever the zoom."""
    labels: tuple[Label, ...] = picture.labels
    return {
        "type": "scatter",
        "name": "labels",
        "mode": "markers+text",
        "x": [days(label.x) for label in labels],
        "y": [label.y for label in labels],
        "text": [markup(label.lines) for label in labels],
        "textposition": ["middle right" if label.side == "right" else "middle left" for label in labels],
        # Bold would need more room than was laid out for it.
        "textfont": {
            "family": SANS,
            "size": labels[0].size if labels else 11.5,
            "color": [theme.accent if label.selected else theme.ink for label in labels],
        },
        "marker": {"opacity": 0, "size": [marker_size(abs(label.gap)) for label in labels]},
        "customdata": [label.event for label in labels],
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _groups(picture: Picture, theme: Theme) -> Trace:
    """Bars that count, the pale part above the sure one, and pills; all in one trace."""
    rows, shades, owners = [], [], []
    for group in picture.groups:
        gap = min(picture.minutes_a_pixel, (group.end - group.start) * 0.1)
        for height, middle, colour in parts(group, theme):
            rows.append((group.start + gap / 2, group.end - gap / 2, middle, height))
            shades.append(colour)
            owners.append(group)
    return _bar_trace(rows, marker={"color": shades, "line": {"width": 0}}, **_zooming(owners))


def _zooming(groups: list[Group]) -> Trace:
    return {
        "customdata": [group.leads for group in groups],
        "hovertext": [hover_text(group.hover) for group in groups],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _group_texts(picture: Picture, theme: Theme) -> Trace:
    said = [group for group in picture.groups if group.text]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [days((group.start + group.end) / 2) for group in said],
        "y": [group.text_at for group in said],
        "text": [group.text for group in said],
        "textposition": "middle center",
        "textfont": {"family": SANS, "size": 10.5, "color": theme.ink},
        "customdata": [group.leads for group in said],
        "hoverinfo": "skip",
        "showlegend": False,
    }
