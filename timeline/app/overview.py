"""The overview above the lanes: a histogram of all the time there is, and over it the brush, whose edges are sliders."""

from __future__ import annotations

from typing import Any, Final

from timeline.app import html
from timeline.app.aria import aria, data
from timeline.app.moves import Place, shown
from timeline.chronology import Chronology, Query
from timeline.figure import Bins, Theme, days, overview, overview_spots, overview_to_svg
from timeline.figure.view import extent
from timeline.spans import Grain, Moment, Span
from timeline.wording import say_day

HEIGHT: Final = 68
RIGHT: Final = 12
SIDES: Final = ("Start", "End")

Part = dict[str, Any]
Asked = tuple[Query, Moment, Moment, int]


def histogram(place: Place, undated_query: Chronology, width: int, kept: dict[Asked, Bins] | None = None) -> Bins:
    """The events under all filters but the dates, over all their time and all that is shown; `kept` are those made before."""
    start, end = extent(undated_query.picked)
    brushed = shown(place)
    if brushed:
        start, end = min(start, brushed[0]), max(end, brushed[1])
    kept = {} if kept is None else kept
    asked = (undated_query.query, start, end, max(20, width // 14))
    if asked not in kept:
        kept[asked] = overview(undated_query, Span(start, end, Grain.MINUTE), bins=asked[3])
    return kept[asked]


def drawn(bins: Bins, left: float, width: int, theme: Theme) -> Part:
    """The histogram, its time from `left` to `RIGHT` pixels before `width`, as in the lanes, and what its bins say."""
    measures = {"width": width, "height": HEIGHT, "left": left, "right": RIGHT}
    return {"tree": [overview_to_svg(bins, theme, **measures)], "spots": overview_spots(bins, **measures)}


def frame(place: Place, bins: Bins, left: float) -> Part:
    """Where the time stands over the figure, as a style, its first and last day, and the days a key moves an edge by."""
    first, last = bins.edges[0], bins.edges[-1]
    brushed = shown(place) or (first, last)
    step = min((last - first) / (len(bins.edges) - 1), (brushed[1] - brushed[0]) / 20)
    style = {"left": f"{left:.0f}px", "right": f"{RIGHT}px"}
    return {"style": style, **data(first=str(days(first)), last=str(days(last)), step=str(days(step)))}


def brush(place: Place, bins: Bins) -> list[html.Div]:
    """What is kept or looked at, where that is not everything: a wash, and a handle at each edge to drag or move by keys."""
    first, last = bins.edges[0], bins.edges[-1]
    brushed = shown(place)
    if brushed is None:
        return []
    at = [100 * (edge - first) / (last - first) for edge in brushed]
    handles = zip(SIDES, brushed, at, strict=True)
    return [
        html.Div(className="wash", style={"left": f"{at[0]:.3f}%", "right": f"{100 - at[1]:.3f}%"}),
        *(_handle(place, side, edge, percent, bins) for side, edge, percent in handles),
    ]


def _handle(place: Place, side: str, edge: Moment, percent: float, bins: Bins) -> html.Div:
    what = "dates kept" if place.keeps_dates else "window"
    day = say_day(edge if side == SIDES[0] else edge - 1)
    return html.Div(
        className="handle",
        id=f"brush-{side.lower()}",
        role="slider",
        tabIndex=0,
        title=f"{side} of the {what}: {day}",
        style={"left": f"{percent:.3f}%"},
        **data(at=str(days(edge))),
        **aria(
            label=f"{side} of the {what}",
            valuemin=str(round(days(bins.edges[0]))),
            valuemax=str(round(days(bins.edges[-1]))),
            valuenow=str(round(days(edge))),
            valuetext=day,
            orientation="horizontal",
        ),
    )
