"""The overview above the lanes: a histogram as a Plotly figure that is brushed sideways to choose the time in view."""

from __future__ import annotations

from typing import Any, Final

from timeline.figure.bins import Bins
from timeline.figure.plotly_terms import days
from timeline.figure.theme import SANS, Theme
from timeline.spans import Span

_HANDLE: Final = 3.0  # pixels to each side of a brush's edge


def overview_to_plotly(
    bins: Bins,
    theme: Theme,
    *,
    width: float = 960,
    height: float = 64,
    left: float = 112,
    right: float = 12,
    brush: Span | None = None,
) -> dict[str, Any]:
    """{"data": …, "layout": …} of the histogram; give it the `left` of the lanes' picture so that both axes align.

    A horizontal selection (`selectedData.range.x`) comes in days, as in the lanes. `brush` is drawn where given.
    """
    start, end = days(bins.edges[0]), days(bins.edges[-1])
    pixel = (end - start) / max(1.0, width - left - right)
    top = max(bins.highest, 1.0) * 1.08
    return {
        "data": [_stack(bins, bins.certain, theme.tint(None, 0.75)), _stack(bins, bins.unsure, theme.tint(None, 0.32))],
        "layout": {
            "height": height,
            "width": width,
            "autosize": False,
            "margin": {"l": left, "r": right, "t": 4, "b": 4, "pad": 0},
            "paper_bgcolor": theme.paper,
            "plot_bgcolor": theme.paper,
            "font": {"family": SANS, "size": 11, "color": theme.soft},
            "barmode": "stack",
            "bargap": 0,
            "dragmode": "select",
            "selectdirection": "h",
            "hovermode": "closest",
            "showlegend": False,
            "newselection": {"line": {"color": theme.accent, "width": 1.5, "dash": "solid"}},
            "activeselection": {"fillcolor": theme.accent, "opacity": 0.07},
            "hoverlabel": {"bgcolor": theme.raised, "bordercolor": theme.line, "font": {"family": SANS, "color": theme.ink}},
            "xaxis": {"type": "linear", "range": [start, end], "visible": False, "fixedrange": True},
            "yaxis": {"range": [0, top], "visible": False, "fixedrange": True},
            "shapes": [_baseline(theme), *(_brush(brush, theme, pixel) if brush else ())],
            "annotations": [_caption(bins, theme, left)],
        },
    }


def _stack(bins: Bins, weights: tuple[float, ...], shade: str) -> dict[str, Any]:
    pairs = list(zip(bins.edges, bins.edges[1:], strict=False))
    told = [_tell(bins, place) for place in range(len(weights))]
    return {
        "type": "bar",
        "x": [days((start + end) / 2) for start, end in pairs],
        "y": [round(weight, 3) for weight in weights],
        "width": [days(end - start) * 0.94 for start, end in pairs],
        "marker": {"color": shade, "line": {"width": 0}},
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def _tell(bins: Bins, place: int) -> str:
    sure, pale = bins.certain[place], bins.unsure[place]
    said = f"{sure + pale:.1f}".removesuffix(".0")
    return f"{said} {'event' if said == '1' else 'events'} in this {bins.unit}" + (
        f"<br>{pale:.1f} of it not sure" if pale else ""
    )


def _caption(bins: Bins, theme: Theme, left: float) -> dict[str, Any]:
    pale = "<br>pale: not sure" if any(bins.unsure) else ""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": -left,
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "text": bins.words + pale,
        "font": {"family": SANS, "size": 11, "color": theme.soft},
    }


def _baseline(theme: Theme) -> dict[str, Any]:
    line = {"color": theme.line, "width": 1}
    return {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "layer": "below", "line": line}


def _brush(brush: Span, theme: Theme, pixel: float) -> list[dict[str, Any]]:
    """A wash over the chosen time, a line at both edges and a handle on each."""
    start, end = days(brush.start), days(brush.end)
    base = {"xref": "x", "yref": "paper", "type": "rect", "line": {"width": 0}}
    wash = {**base, "x0": start, "x1": end, "y0": 0, "y1": 1, "fillcolor": theme.accent, "opacity": 0.09, "layer": "below"}
    shapes = [wash]
    for edge in (start, end):
        line = {"color": theme.accent, "width": 1.6}
        shapes.append({"xref": "x", "yref": "paper", "type": "line", "x0": edge, "x1": edge, "y0": 0, "y1": 1, "line": line})
        reach = _HANDLE * pixel
        shapes.append({**base, "x0": edge - reach, "x1": edge + reach, "y0": 0.33, "y1": 0.67, "fillcolor": theme.accent})
    return shapes
