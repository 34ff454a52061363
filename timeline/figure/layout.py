"""From a selection to a picture: view, lanes, sub-rows, ticks, legend and, in files, the printed words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.errors import TimelineError
from timeline.figure import printed
from timeline.figure.band import Band, Drawn, lay_band
from timeline.figure.encodings import encode, shapes
from timeline.figure.lanes import Row, rows
from timeline.figure.legend import entries
from timeline.figure.lettering import plain, width, wrap
from timeline.figure.picture import Encoding, Picture
from timeline.figure.place import place
from timeline.figure.sizes import EDGE, LANE_NAME, MEDIA, Medium
from timeline.figure.theme import colours as colours_of
from timeline.figure.ticks import ticks
from timeline.figure.view import extent
from timeline.model import Certainty, Event
from timeline.spans import Grain, Moment, Span

_LEAST_PLOT: Final = 120.0
_NAME_GAP: Final = 16.0
_SHORT_LABEL: Final = 100.0


def lay_out(
    chronology: Chronology,
    *,
    lanes: str = "actor",
    view: Span | None = None,
    width: float = 960,
    height: float | None = None,
    selected: str | None = None,
    title: str | None = None,
    colours: Mapping[str, str] | None = None,
    medium: str = "page",
) -> Picture:
    """The picture of a selection, `width` pixels wide and as tall as its content asks, at least `height`.

    `lanes` is actor, kind, source or place. `view` is the stretch of time shown, by default all events with some room.
    `selected` is the id of the event that wears a ring. `colours` maps actor ids to hex and should come from
    `theme.colours` of the whole chronology, so that actors keep theirs; by default it is worked out from
    what this was selected from. `medium` is "page" (labels that do not fit are left to hovering, crowds are counted),
    "sheet" (a page that cannot ask for more: it scrolls rather than groups) or "file" (every label is printed, on taller
    paper, with title, filters, legend and sources). Raises TimelineError for an unknown one.
    """
    if medium not in MEDIA:
        raise TimelineError(f"No medium {medium!r}; a picture is laid out for {' or '.join(MEDIA)}.")
    colours = colours_of(chronology.whole) if colours is None else colours
    start, end = (view.start, view.end) if view else extent(chronology.events.values())
    standing = rows(chronology, lanes, colours)
    *hopeful, last = MEDIA[medium]
    for settings in hopeful:
        if _least_height(standing, width, settings) <= settings.most_height:
            picture = _laid(chronology, standing, (start, end), width, height, selected, title, settings)
            if picture.height <= settings.most_height:
                return picture
    return _laid(chronology, standing, (start, end), width, height, selected, title, last)


def _least_height(lanes: list[Row], wide: float, medium: Medium) -> float:
    """What the labels of all lanes would take at the very least, to save laying out what cannot fit."""
    return sum(len(row.events) for row in lanes) * _SHORT_LABEL / wide * medium.row


def _laid(
    chronology: Chronology,
    lanes: list[Row],
    view: tuple[Moment, Moment],
    wide: float,
    height: float | None,
    selected: str | None,
    title: str | None,
    medium: Medium,
) -> Picture:
    edge = EDGE if medium.prints else 0.0
    names = {row.key: wrap(plain(row.name) or "(no name)", medium.name_room, LANE_NAME, bold=True) for row in lanes}
    left = edge + max((width(line, LANE_NAME, bold=True) for lines in names.values() for line in lines), default=0) + _NAME_GAP
    left = max(left, edge + 84)
    right = max(wide - max(edge, 12), left + _LEAST_PLOT)
    medium = replace(medium, label_room=min(medium.label_room, right - left - 2 * _NAME_GAP))
    drawn = _drawn(chronology, view, right - left, medium)
    bands = [lay_band(row, drawn, (left, right), view, medium, selected) for row in lanes]
    title = plain(title if title is not None else chronology.title)
    legend = entries(_occurring(bands, drawn))
    singly = {item.event for band in bands for item in band.stack.placed}
    counted = {event.id for band in bands for event in band.counted}
    grouped = len(counted - singly)
    head = printed.head(chronology, title, len(drawn), (edge, right)) if medium.prints else printed.nothing()
    contents = place(chronology, bands, names, drawn, head.height, (left, right), view, selected, medium)
    floor = contents.floor if medium.prints else max(contents.floor, height or 0)
    foot = printed.foot(chronology, legend, drawn, grouped, (edge, right), floor) if medium.prints else printed.nothing()
    return Picture(
        title=title,
        width=right + max(edge, 12),
        height=max(floor + foot.height, height or 0),
        left=left,
        right=right,
        axes=contents.axes,
        floor=floor,
        start=view[0],
        end=view[1],
        lanes=contents.lanes,
        marks=contents.marks,
        labels=contents.labels,
        groups=contents.groups,
        ticks=ticks(*view, right - left),
        legend=foot.legend or legend,
        words=(*head.words, *foot.words),
        events=len(drawn),
        grouped=grouped,
        summary=printed.counts(chronology),
    )


def _drawn(chronology: Chronology, view: tuple[Moment, Moment], room: float, medium: Medium) -> dict[str, Drawn]:
    """The dated events in view by id, each with its shapes and its label's lines."""
    pixel = (view[1] - view[0]) / room
    found: dict[str, Drawn] = {}
    for event in chronology.events.values():
        encoding = encode(event)
        if encoding is None or not _in_view(event, encoding, view):
            continue
        faint = event.when is not None and event.when.certainty is Certainty.GUESSED
        found[event.id] = Drawn(event, shapes(event, encoding, view, pixel), faint, medium)
    return found


def _in_view(event: Event, encoding: Encoding, view: tuple[Moment, Moment]) -> bool:
    spans = [claim.span for claim in event.claims] if encoding is Encoding.DISPUTED else [event.span]
    return any(span.start < view[1] and span.end > view[0] for span in spans if span)


def _occurring(bands: list[Band], drawn: dict[str, Drawn]) -> list[tuple[Encoding, Grain | None]]:
    placed = dict.fromkeys(item.event for band in bands for item in band.stack.placed)
    return [(drawn[key].shapes.encoding, span.grain if (span := drawn[key].event.span) else None) for key in placed]
