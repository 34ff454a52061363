"""The overview above the lanes: a histogram as a Plotly figure of all the time there is."""

from __future__ import annotations

from typing import Any, Final

from timeline.figure.bins import Bins
from timeline.figure.lettering import wrap
from timeline.figure.plotly_terms import days
from timeline.figure.theme import SANS, Theme

_SIZE: Final = 11
_GAP: Final = 6.0
_LEAST: Final = 70.0  # pixels beside the bars, below which the caption stands over them


def overview_to_plotly(
    bins: Bins,
    theme: Theme,
    *,
    width: float = 960,
    height: float = 64,
    left: float = 112,
    right: float = 12,
) -> dict[str, Any]:
    """{"data": …, "layout": …} of the histogram; give it the `left` of the lanes' picture so that both axes align.

    x is days since 1970, as in the lanes. The brush is no part of the figure: a figure drawn anew would drop it mid-way.
    """
    start, end = days(bins.edges[0]), days(bins.edges[-1])
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
            "dragmode": False,
            "hovermode": "closest",
            "showlegend": False,
            "hoverlabel": {"bgcolor": theme.raised, "bordercolor": theme.line, "font": {"family": SANS, "color": theme.ink}},
            "xaxis": {"type": "linear", "range": [start, end], "visible": False, "fixedrange": True},
            "yaxis": {"range": [0, top], "visible": False, "fixedrange": True},
            "shapes": [_baseline(theme)],
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
        "text": "<br>".join(wrap(bins.words, left - _GAP, _SIZE)) + pale if left > _LEAST else bins.words + pale,
        "font": {"family": SANS, "size": _SIZE, "color": theme.soft},
    }


def _baseline(theme: Theme) -> dict[str, Any]:
    line = {"color": theme.line, "width": 1}
    return {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "layer": "below", "line": line}
