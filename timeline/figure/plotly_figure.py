"""The page's renderer: a picture as a Plotly figure, a plain dict of data and layout.

Plotly is given numbers only: x is days since 1970 on a linear axis, y the picture's pixels. Its date axis would choose its
own ticks, speak of a year 0 and lose early years without an error. Traces are few (one for all bars, one for all
points, one for all labels), each mark carries its event's id as `customdata`, and all text is escaped, because Plotly
reads a little html.
"""

from __future__ import annotations

from html import escape
from typing import Any, Final

from timeline.figure.picture import Picture
from timeline.figure.plotly_marks import mark_traces
from timeline.figure.plotly_terms import Trace, days, marker_size, markup
from timeline.figure.sizes import LOWER, UPPER
from timeline.figure.theme import LIGHT, SANS, Theme

_TICK_GAP: Final = 4.0

CONFIG: Final = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": False,
}


def to_plotly(picture: Picture, theme: Theme = LIGHT) -> dict[str, Any]:
    """{"data": …, "layout": …}; `customdata` of a mark is its event's id, of a group `zoom:START:END` in moments."""
    traces = [*mark_traces(picture, theme), *_axis_texts(picture, theme)]
    return {"data": traces, "layout": _layout(picture, theme)}


def _axis_texts(picture: Picture, theme: Theme) -> list[Trace]:
    """The labels of every axis of the picture, a trace for the strong and one for the others."""
    traces = []
    for strong in (True, False):
        shown = [(tick, foot) for foot in picture.axes for tick in picture.ticks if tick.label and tick.strong is strong]
        traces.append(
            {
                "type": "scatter",
                "name": "axis",
                "mode": "markers+text",
                "marker": {"opacity": 0, "size": marker_size(_TICK_GAP)},
                "x": [days(tick.at) for tick, _ in shown],
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
            "name": "grid",
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
