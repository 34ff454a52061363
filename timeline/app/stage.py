"""The middle of the page: overview, lanes and legend of a selection, as figures and components."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from dash import html

from timeline.app.address import LANES
from timeline.app.aria import aria, current
from timeline.app.moves import Place, fitted, window, zoomed
from timeline.chronology import Chronology
from timeline.figure import THEMES, Picture, glyph, lay_out, overview, overview_to_plotly, to_plotly
from timeline.figure.view import extent
from timeline.spans import Grain, Span

OVERVIEW_HEIGHT: Final = 68

Figure = dict[str, Any]


def picture(place: Place, colours: dict[str, str], width: int) -> Picture:
    """The lanes laid out for a width in pixels, over the window the address asks for."""
    return lay_out(
        place.selection,
        lanes=place.address.lane,
        view=window(place),
        width=width,
        selected=place.chosen.id if place.chosen else None,
        colours=colours,
    )


def lanes(drawn: Picture, theme: str) -> Figure:
    """The lanes as a figure; the page owns its range, so nothing of an older zoom is kept."""
    figure = to_plotly(drawn, THEMES[theme])
    rings = [{"event": mark.event, "y": mark.y} for mark in drawn.marks if mark.selected]
    figure["layout"] |= {"width": round(drawn.width), "autosize": False, "meta": {"rings": rings}}
    return figure


def brush_figure(place: Place, undated_query: Chronology, left: float, width: int, theme: str) -> Figure:
    """The overview of all the time there is under the other filters; what is asked for or looked at is brushed."""
    address, query = place.address, place.address.query
    start, end = extent(undated_query.events.values())
    shown: Span | None = None
    if address.since is not None or query.since is not None or query.until is not None:
        window_ = window(place)
        since = address.since if address.since is not None else query.since if query.since is not None else window_.start
        until = address.until if address.until is not None else query.until if query.until is not None else window_.end
        start, end = min(start, since), max(end, until)
        shown = Span(since, until, Grain.MINUTE) if since < until else None
    figure = overview_to_plotly(
        overview(undated_query, Span(start, end, Grain.MINUTE), bins=max(20, width // 14)),
        THEMES[theme],
        width=width,
        height=OVERVIEW_HEIGHT,
        left=left,
        brush=shown,
    )
    figure["layout"] |= {"width": width, "autosize": False, "selections": []}
    return figure


def legend(drawn: Picture, theme: str) -> list[html.Span]:
    """The encodings that occur, each with its glyph."""
    return [
        html.Span(
            [
                html.Img(src="data:image/svg+xml," + quote(glyph(entry.encoding, THEMES[theme])), alt="", width=24, height=12),
                entry.text,
            ]
        )
        for entry in drawn.legend
    ]


def switches(place: Place) -> list[Any]:
    """What a lane stands for, and how close one looks."""
    address = place.address
    by = [html.A(lane, href=address.going(lane=lane).href, **current(lane == address.lane)) for lane in LANES]
    zoom = [
        html.A("−", href=zoomed(place, 2).href, title="Zoom out (−)", **aria(label="Zoom out")),
        html.A("+", href=zoomed(place, 0.5).href, title="Zoom in (+)", **aria(label="Zoom in")),
        *([html.A("Fit", href=fitted(address).href, title="Show all (0)")] if address.since is not None else []),
    ]
    return [
        html.Span("Lanes by"),
        html.Span(by, className="segments", role="group", **aria(label="Lanes by")),
        html.Span(zoom, className="zoom", role="group", **aria(label="Zoom")),
    ]


def described(drawn: Picture, selection: Chronology) -> str:
    """What the chart shows, for those who do not see it; the list says the same event by event."""
    names = ", ".join(" ".join(lane.name) for lane in drawn.lanes[:12])
    return (
        f"Chart of {drawn.summary}, in lanes: {names}. The list of events below says the same."
        if selection.events
        else "Empty chart"
    )
