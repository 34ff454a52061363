"""The middle of the page: lanes, axis and legend of a selection, as drawings and components."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from timeline.app import html
from timeline.app.address import LANES
from timeline.app.aria import aria, current
from timeline.app.moves import Place, fitted, window, zoomed
from timeline.chronology import Chronology
from timeline.figure import Picture, Theme, days, glyph, lay_out, say_offset, spots, to_svg, zones
from timeline.figure.lanes import Row, asked_for, left_out_of, rows
from timeline.figure.view import beyond, bulk, say_beyond
from timeline.model import Event

Part = dict[str, Any]
Children = list[Any]


def rows_of(place: Place, colours: dict[str, str]) -> list[Row]:
    """What stands in which lane, however close one looks."""
    address, selection = place.address, place.selection
    rest = left_out_of(selection) if address.rest else None
    return rows(selection, address.lane, colours, compare=address.compare, rest=rest)


def picture(place: Place, colours: dict[str, str], width: int, known: list[Row] | None = None) -> Picture:
    """The lanes laid out for a width in pixels, over the window the address asks for; `known` are their rows."""
    return lay_out(
        place.selection,
        lanes=place.address.lane,
        view=window(place),
        width=width,
        selected=place.chosen.id if place.chosen else None,
        colours=colours,
        align=place.address.align,
        compare=place.address.compare,
        rest=place.address.rest,
        zone=place.address.zone,
        known=known,
    )


def lanes(drawn: Picture, theme: Theme, described: str) -> Part:
    """The lanes, and what the pointer finds in them; how far time reaches, for dragging it; where the selected event stands."""
    rings = [mark.y for mark in drawn.marks if mark.selected]
    reach = [drawn.left, drawn.right, days(drawn.start), days(drawn.end)]
    return {
        "tree": [to_svg(drawn, theme, described)],
        "spots": {**spots(drawn), "reach": reach, "rings": rings},
    }


def axis(drawn: Picture) -> html.Div:
    """The axis once more as text that stays in view while the lanes scroll under it; the list says the dates aloud."""
    labels = [
        html.Span(
            tick.label,
            className="upper" if tick.upper else "strong" if tick.strong else None,
            style={"left": f"{drawn.x(tick.at) - drawn.left:.1f}px"},
        )
        for tick in drawn.ticks
        if tick.label
    ]
    frame = {"left": f"{drawn.left:.0f}px", "width": f"{drawn.right - drawn.left:.0f}px"}
    return html.Div(html.Div(labels, className="labels"), className="frame", style=frame)


def edges(place: Place) -> Children:
    """Links to the events that lie before and after the window, which the lanes would otherwise pass over in silence."""
    seen = window(place)
    sides = beyond(place.selection.picked, (seen.start, seen.end))
    return [_beyond(place, events, side) for events, side in zip(sides, ("earlier", "later"), strict=True) if events]


def _beyond(place: Place, events: Sequence[Event], side: str) -> html.A:
    start, end = bulk(events)
    words = say_beyond(events, side)
    said = f"‹ {words}" if side == "earlier" else f"{words} ›"
    return html.A(said, href=place.address.going(since=start, until=end).href, className=side)


def legend(drawn: Picture, theme: Theme) -> list[html.Span]:
    """The encodings that occur, each with its glyph."""
    return [
        html.Span(
            [
                html.Img(src="data:image/svg+xml," + quote(glyph(entry.encoding, theme)), alt="", width=24, height=12),
                entry.text,
            ]
        )
        for entry in drawn.legend
    ]


def switches(place: Place) -> Children:
    """What a lane stands for, and how close one looks."""
    address = place.address
    by = [html.A(lane, href=address.going(lane=lane).href, **current(lane == address.lane)) for lane in LANES]
    zoom = [
        html.A("−", href=zoomed(place, 2).href, title="Zoom out (−)", **aria(label="Zoom out")),
        html.A("+", href=zoomed(place, 0.5).href, title="Zoom in (+)", **aria(label="Zoom in")),
        *_fit(place),
    ]
    return [
        html.Span("Lanes by"),
        html.Span(by, className="segments", role="group", **aria(label="Lanes by")),
        *_compare(place),
        *_left_out(place),
        *_clocks(place),
        *_aligned(place),
        html.Span(zoom, className="zoom", role="group", **aria(label="Zoom")),
    ]


def _compare(place: Place) -> Children:
    """Those asked for alone, one above the other, once there are several to compare."""
    address = place.address
    several = len(asked_for(place.selection, address.lane)) > 1
    if not several and not address.compare:
        return []
    on = address.compare
    return [html.A("Compare", href=address.going(compare=not on).href, className="switch", **current(on))]


def _left_out(place: Place) -> Children:
    """What the filters leave out: hidden, or kept in view, faint."""
    address = place.address
    if not address.query and not address.rest:
        return []
    choices = [
        html.A(label, href=address.going(rest=rest).href, **current(address.rest is rest))
        for label, rest in (("hidden", False), ("faint", True))
    ]
    said = "What the filters leave out"
    return [html.Span("Left out"), html.Span(choices, className="segments", role="group", **aria(label=said))]


def _clocks(place: Place) -> Children:
    """The clocks that times can be read on, once a text names the zone of one."""
    told = zones(place.whole)
    address = place.address
    if not told and address.zone is None:
        return []
    others = [offset for offset in dict.fromkeys((*told, address.zone)) if offset]
    choices = [(None, "as told"), (0, "UTC"), *((offset, say_offset(offset)) for offset in others)]
    links = [html.A(said, href=address.going(zone=zone).href, **current(address.zone == zone)) for zone, said in choices]
    return [html.Span("Times"), html.Span(links, className="segments", role="group", **aria(label="Clock of times"))]


def _aligned(place: Place) -> Children:
    """What time is counted from, with a way back to dates."""
    if place.origin is None:
        return []
    off = html.A("×", href=place.address.going(align=None).href, **aria(label="Back to dates"))
    said: Children = ["Counted from ", html.B(place.origin.title, dir="auto"), f", {place.origin.date}"]
    return [html.Span([html.Span(said), off], className="chip")]


def _fit(place: Place) -> Children:
    """Back to where most events are; or, there already, out to all of them; nothing where that is the same."""
    to = fitted(place)
    if to == place.address.going():
        return []
    label, title = ("Fit", "Back to where most events are (0)") if to.since is None else ("All", "Show all events (0)")
    return [html.A(label, href=to.href, title=title)]


def described(drawn: Picture, selection: Chronology) -> str:
    """What the chart shows, for those who do not see it; the list says the same event by event."""
    names = ", ".join(" ".join(lane.name) for lane in drawn.lanes[:12])
    return (
        f"Chart of {drawn.summary}, in lanes: {names}. The list of events below says the same."
        if selection.events
        else "Empty chart"
    )
