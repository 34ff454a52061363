"""The page's renderer: a picture as a Plotly figure, a plain dict of data and layout.

Plotly is given numbers only: x is days since 1970 on a linear axis, y the picture's pixels. Its date axis would choose its
own ticks, speak of a year 0 and lose early years without an error. Traces are few (one for all bars, one for all
points, one for all labels), each mark carries its event's id as `customdata`, and all text is escaped, because Plotly
reads a little html.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from timeline.figure.picture import Bar, Group, Label, Mark, Picture, Point
from timeline.figure.sizes import LOWER, UPPER
from timeline.figure.theme import LIGHT, SANS, Theme
from timeline.spans import MINUTES_A_DAY

Trace = dict[str, Any]

CONFIG: Final = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": False,
}
_SYMBOLS: Final = {
    "diamond": "diamond",
    "hollow": "diamond",
    "dotted": "diamond-open-dot",
    "left": "triangle-left",
    "right": "triangle-right",
}
_FAINT: Final = 0.45
_PALE: Final = 0.35


def to_plotly(picture: Picture, theme: Theme = LIGHT) -> dict[str, Any]:
    """{"data": …, "layout": …}; `customdata` of a mark is its event's id, of a group `zoom:START:END` in moments."""
    traces = [
        _groups(picture, theme),
        _group_texts(picture, theme),
        _whiskers(picture, theme),
        *_bars(picture, theme),
        *_dashes(picture, theme),
        *_joins(picture, theme),
        _ring(picture, theme),
        _points(picture, theme),
        _labels(picture, theme),
        *_axis_texts(picture, theme),
    ]
    return {"data": [trace for trace in traces if trace and trace.get("x")], "layout": _layout(picture, theme)}


def days(moment: float) -> float:
    """A moment as the axis counts: days since 1970-01-01."""
    return round(moment / MINUTES_A_DAY, 6)


def minutes(days: float) -> int:
    """A place on the axis as a moment, for the ranges Plotly reports back."""
    return round(days * MINUTES_A_DAY)


def markup(lines: Iterable[str]) -> str:
    """Lines of text as Plotly shows them: nothing in them is read as html."""
    return "<br>".join(escape(line, quote=False) for line in lines)


def _hover(lines: tuple[str, ...]) -> str:
    first, *rest = lines or ("",)
    return f"<b>{escape(first, quote=False)}</b>" + "".join(f"<br>{escape(line, quote=False)}" for line in rest)


def _shade(mark: Mark, theme: Theme) -> str:
    return theme.tint(mark.colour, _FAINT) if mark.faint else theme.shade(mark.colour)


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
        "fgcolor": [_shade(mark, theme) for mark, _ in hatched],
        "bgcolor": [theme.tint(mark.colour, 0.1 if mark.faint else 0.22) for mark, _ in hatched],
        "fgopacity": 1,
        "size": 5,
        "solidity": 0.32,
    }
    solid = [(mark, bar) for mark in picture.marks for bar in mark.bars if bar.fill in ("solid", "dashed")]
    fills = [_shade(mark, theme) if bar.fill == "solid" else theme.paper for mark, bar in solid]
    return [_bar_marks(hatched, pattern=pattern), _bar_marks(solid, color=fills, cornerradius=2)]


def _bar_marks(shown: list[tuple[Mark, Bar]], **marker: Any) -> Trace:
    rows = [(bar.start, bar.end, mark.y, bar.height) for mark, bar in shown]
    return _bar_trace(rows, marker={"line": {"width": 0}, **marker}, **_clickable(mark for mark, _ in shown))


def _whiskers(picture: Picture, theme: Theme) -> Trace:
    shown = [(mark, bar) for mark in picture.marks for bar in mark.bars if bar.fill == "whisker"]
    return _bar_marks(shown, color=[theme.tint(mark.colour, 0.2 if mark.faint else 0.45) for mark, _ in shown])


def _clickable(marks: Iterable[Mark]) -> Trace:
    marks = list(marks)
    return {
        "customdata": [mark.event for mark in marks],
        "hovertext": [_hover(mark.hover) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _dashes(picture: Picture, theme: Theme) -> list[Trace]:
    """Dashed outlines, one trace a colour: bars cannot be dashed."""
    paths: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for mark in picture.marks:
        for bar in mark.bars:
            if bar.fill == "dashed":
                xs, ys = paths.setdefault(_shade(mark, theme), ([], []))
                start, end, up = days(bar.start), days(bar.end), bar.height / 2
                xs += [start, end, end, start, start, None]
                ys += [mark.y - up, mark.y - up, mark.y + up, mark.y + up, mark.y - up, None]
    return [_line(xs, ys, shade, "4px,3px") for shade, (xs, ys) in paths.items()]


def _joins(picture: Picture, theme: Theme) -> list[Trace]:
    paths: dict[str, tuple[list[float | None], list[float | None]]] = {}
    for mark in picture.marks:
        for join in mark.joins:
            xs, ys = paths.setdefault(_shade(mark, theme), ([], []))
            xs += [days(join.start), days(join.end), None]
            ys += [mark.y, mark.y, None]
    return [_line(xs, ys, shade, "solid") for shade, (xs, ys) in paths.items()]


def _line(xs: list[float | None], ys: list[float | None], shade: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": shade, "width": 1.5, "dash": dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(picture: Picture, theme: Theme) -> Trace:
    shown: list[tuple[Mark, Point]] = [(mark, point) for mark in picture.marks for point in mark.points]
    shades = [_shade(mark, theme) for mark, _ in shown]
    hollow = [theme.paper if point.sign == "hollow" else shade for shade, (_, point) in zip(shades, shown, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [days(point.at) for _, point in shown],
        "y": [mark.y for mark, _ in shown],
        "marker": {
            "symbol": [_SYMBOLS[point.sign] for _, point in shown],
            "size": [10 if point.sign in ("left", "right") else 11 for _, point in shown],
            "color": hollow,
            "line": {"color": shades, "width": 1.6},
            "opacity": 1,
        },
        "cliponaxis": True,
        "showlegend": False,
        **_clickable(mark for mark, _ in shown),
    }


def _ring(picture: Picture, theme: Theme) -> Trace:
    chosen = [mark for mark in picture.marks if mark.selected]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [days(mark.at) for mark in chosen],
        "y": [mark.y for mark in chosen],
        "marker": {"symbol": "circle-open", "size": 23, "color": theme.ink, "line": {"width": 1.4, "color": theme.ink}},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _labels(picture: Picture, theme: Theme) -> Trace:
    labels: tuple[Label, ...] = picture.labels
    size = labels[0].size if labels else 11.5
    return {
        "type": "scatter",
        "mode": "text",
        "x": [days(label.x) for label in labels],
        "y": [label.y for label in labels],
        "text": [f"<b>{markup(label.lines)}</b>" if label.selected else markup(label.lines) for label in labels],
        "textposition": ["middle right" if label.side == "right" else "middle left" for label in labels],
        "textfont": {"family": SANS, "size": size, "color": theme.ink},
        "customdata": [label.event for label in labels],
        "hoverinfo": "skip",
        "cliponaxis": True,
        "showlegend": False,
    }


def _groups(picture: Picture, theme: Theme) -> Trace:
    """Bars that count, the pale part above the sure one, and pills; all in one trace."""
    rows, shades, owners = [], [], []
    for group in picture.groups:
        pale = group.height * group.unsure
        parts = ((group.height - pale, group.foot, 0.75), (pale, group.foot - group.height + pale, _PALE))
        for height, foot, strength in parts:
            if height > 0:
                gap = min(picture.minutes_a_pixel, (group.end - group.start) * 0.1)
                rows.append((group.start + gap / 2, group.end - gap / 2, foot - height / 2, height))
                shades.append(theme.tint(group.colour, 0.22 if group.text.startswith("+") else strength))
                owners.append(group)
    return _bar_trace(rows, marker={"color": shades, "line": {"width": 0}}, **_zooming(owners))


def _zooming(groups: list[Group]) -> Trace:
    return {
        "customdata": [f"zoom:{round(group.start)}:{round(group.end)}" for group in groups],
        "hovertext": [_hover(group.hover) for group in groups],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _group_texts(picture: Picture, theme: Theme) -> Trace:
    said = [group for group in picture.groups if group.text]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [days((group.start + group.end) / 2) for group in said],
        "y": [group.foot - (group.height / 2 if group.text.startswith("+") else group.height + 7) for group in said],
        "text": [group.text for group in said],
        "textposition": "middle center",
        "textfont": {"family": SANS, "size": 10.5, "color": theme.ink},
        "customdata": [f"zoom:{round(group.start)}:{round(group.end)}" for group in said],
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _axis_texts(picture: Picture, theme: Theme) -> list[Trace]:
    """The labels of every axis of the picture, a trace for the strong and one for the others."""
    traces = []
    for strong in (True, False):
        shown = [(tick, foot) for foot in picture.axes for tick in picture.ticks if tick.label and tick.strong is strong]
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [days(tick.at + 4 * picture.minutes_a_pixel) for tick, _ in shown],
                "y": [foot - (UPPER if tick.upper else LOWER) for tick, foot in shown],
                "text": [f"<b>{tick.label}</b>" if tick.upper else tick.label for tick, _ in shown],
                "textposition": "middle right",
                "textfont": {"family": SANS, "size": 11, "color": theme.ink if strong else theme.soft},
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    return traces


def _layout(picture: Picture, theme: Theme) -> dict[str, Any]:
    return {
        "height": round(picture.height),
        "width": round(picture.width),
        "autosize": False,
        "margin": {"l": round(picture.left), "r": round(picture.width - picture.right), "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": SANS, "size": 12, "color": theme.ink},
        "barmode": "overlay",
        "bargap": 0,
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 12,
        "showlegend": False,
        "clickmode": "event",
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.raised,
            "bordercolor": theme.line,
            "font": {"family": SANS, "size": 12, "color": theme.ink},
            "namelength": 0,
        },
        "xaxis": {
            "type": "linear",
            "range": [days(picture.start), days(picture.end)],
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "ticks": "",
            "showline": False,
            "fixedrange": False,
            "hoverformat": "",
        },
        "yaxis": {"range": [picture.height, 0], "fixedrange": True, "visible": False},
        "shapes": [*_gridlines(picture, theme), *_lane_lines(picture, theme)],
        "annotations": _lane_names(picture, theme),
    }


def _gridlines(picture: Picture, theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": days(tick.at),
            "x1": days(tick.at),
            "y0": picture.top + (4 if tick.upper else 22),
            "y1": picture.floor,
            "layer": "below",
            "line": {"color": theme.line, "width": 1.6 if tick.strong else 0.8},
        }
        for tick in picture.ticks
        if not tick.pinned
    ]


def _lane_lines(picture: Picture, theme: Theme) -> list[dict[str, Any]]:
    share = picture.left / max(1.0, picture.right - picture.left)
    return [
        {
            "type": "line",
            "xref": "paper",
            "yref": "y",
            "x0": -share,
            "x1": 1,
            "y0": lane.bottom,
            "y1": lane.bottom,
            "layer": "below",
            "line": {"color": theme.line, "width": 1},
        }
        for lane in picture.lanes[:-1]
    ]


def _lane_names(picture: Picture, theme: Theme) -> list[dict[str, Any]]:
    """Names and counts in the left margin, as far left as it goes."""
    found = []
    for lane in picture.lanes:
        name = "<br>".join(f"<b>{escape(line, quote=False)}</b>" for line in lane.name)
        note = markup(lane.note)
        found.append(
            {
                "xref": "paper",
                "yref": "y",
                "x": 0,
                "y": lane.top + 6,
                "xanchor": "left",
                "yanchor": "top",
                "xshift": -picture.left,
                "align": "left",
                "showarrow": False,
                "borderpad": 0,
                "text": f'{name}<br><span style="font-size:11px;color:{theme.soft}">{note}</span>',
                "font": {"family": SANS, "size": 12.5, "color": theme.ink},
                "captureevents": False,
            }
        )
    return found
