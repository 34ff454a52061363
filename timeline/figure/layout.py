"""From a selection to a picture: view, lanes, sub-rows, ticks, legend and, in files, the printed words around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from timeline.chronology.chronology import Chronology
from timeline.chronology.picked import Picked, rows_of
from timeline.errors import TimelineError
from timeline.figure import printed
from timeline.figure.band import Band, lay_band
from timeline.figure.drawn import InView
from timeline.figure.lanes import Row, left_out_of, rows
from timeline.figure.legend import entries
from timeline.figure.lettering import plain, wrap
from timeline.figure.lettering import width as width_of
from timeline.figure.paper import Paper, Way, fit
from timeline.figure.picture import Encoding, LegendEntry, Picture, Tick
from timeline.figure.place import place
from timeline.figure.relative import Origin, origin_of, relative_ticks
from timeline.figure.setting import Setting
from timeline.figure.sizes import EDGE, LANE_NAME, LEAST_LANE, MEDIA, Medium
from timeline.figure.theme import colours as colours_of
from timeline.figure.ticks import ticks
from timeline.figure.view import extent, opening
from timeline.figure.zones import in_zone, say_offset, zones
from timeline.spans import Moment, Span

_LEAST_PLOT: Final = 120.0
_LEAST_NAMES: Final = 84.0
_MOST_NAMES: Final = 0.34  # the share of the width that names of lanes may take
_NAME_GAP: Final = 16.0
_MARGIN: Final = 12.0
_SHORT_LABEL: Final = 100.0


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for, with what was left open filled in."""

    chronology: Chronology
    lanes: list[Row]
    view: tuple[Moment, Moment]
    width: float
    height: float
    selected: str | None
    title: str
    timeless: bool  # nobody chose a stretch of time, and no event has one
    origin: Origin | None
    rest: Picked
    clock: str


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
    align: str | None = None,
    compare: bool = False,
    rest: bool = False,
    zone: int | None = None,
    paper: Paper | None = None,
    known: list[Row] | None = None,
) -> Picture:
    """The picture of a selection, `width` pixels wide and as tall as its content asks, at least `height`.

    `lanes` is actor, kind, source or place. `view` is the stretch of time shown, by default that of all events with some
    room; in a file, which cannot be zoomed, `view.opening`, and it says what lies beyond.
    `selected` is the id of the event that wears a ring. `colours` maps actor ids to hex, by default `theme.colours` of
    the whole chronology, so that actors keep theirs. `medium` is "page" (labels that do not fit are left to hovering,
    crowds are counted), "sheet" (a page that cannot ask for more: it scrolls rather than groups), "file" (every label
    is printed, on taller paper, with title, filters, legend and sources) or "pages" (the same, however tall it gets, for
    `pages.pages` to cut). Raises TimelineError for an unknown one.
    `align` is the id of an event to count from: the axis then says days before and after it. To `compare` is to draw the
    lanes of what the query asks for and no others. With the `rest`, what the filters leave out stands faint below each lane.
    Times whose zone is known are drawn on the clock of a `zone`, minutes east of UTC.
    On a `paper` it is a file of exactly that size, whatever `width` and `height`. `known` are the rows of these lanes, where
    they were made before: they are the same however close one looks.
    """
    if medium not in MEDIA:
        raise TimelineError(f"No medium {medium!r}; a picture is laid out for {' or '.join(MEDIA)}.")
    colours = colours_of(chronology.whole) if colours is None else colours
    clock = f"Times in {say_offset(zone)}, where their zone is known" if zone is not None and zones(chronology) else ""
    chronology = in_zone(chronology, zone)
    span = (view.start, view.end) if view else _usual(chronology, medium)
    title = plain(chronology.title if title is None else title)
    timeless = view is None and not chronology.dated
    left_out = left_out_of(chronology) if rest else chronology.picked[:0]
    origin = origin_of(chronology.whole.event(align)) if align else None
    laid_rows = known or rows(chronology, lanes, colours, compare=compare, rest=left_out)
    wish = _Wish(chronology, laid_rows, span, width, height or 0.0, selected, title, timeless, origin, left_out, clock)
    if paper:
        return _on_paper(wish, paper, lambda most: rows(chronology, lanes, colours, most, compare=compare, rest=left_out))
    *hopeful, last = MEDIA[medium]
    for settings in hopeful:
        if _least_height(wish, settings) <= settings.most_height:
            picture = _laid(wish, settings)
            if picture.height <= settings.most_height:
                return picture
    return _laid(wish, last)


def _usual(chronology: Chronology, medium: str) -> tuple[Moment, Moment]:
    return opening(chronology) if MEDIA[medium][0].prints else extent(chronology.picked)


def _on_paper(wish: _Wish, paper: Paper, lanes_of: Callable[[int], list[Row]]) -> Picture:
    def lay(way: Way) -> Picture | None:
        lanes = [replace(row, extra=way.extra.get(row.key, 0)) for row in lanes_of(way.lanes)]
        asked = replace(wish, width=paper.width * way.scale, height=paper.height * way.scale, lanes=lanes)
        least = _least_height(asked, way.medium) if way.whole else len(asked.lanes) * LEAST_LANE
        return _laid(asked, way.medium) if least <= asked.height else None

    return fit(paper, lay)


def _least_height(wish: _Wish, medium: Medium) -> float:
    """What the labels of all lanes would take at the very least, to save laying out what cannot fit."""
    return sum(len(row.events) for row in wish.lanes) * _SHORT_LABEL / wish.width * medium.row


def _laid(wish: _Wish, medium: Medium) -> Picture:
    names = _names(wish, medium)
    setting = _setting(wish, medium, names)
    bands = [lay_band(row, setting) for row in wish.lanes]
    paper = (EDGE if medium.prints else 0.0, setting.right)
    head = (
        printed.head(wish.chronology, wish.title, len(setting.drawn), paper, wish.origin, wish.clock)
        if medium.prints
        else printed.nothing()
    )
    contents = place(setting, bands, names, head.height)
    legend, grouped = _legend(bands, setting), _grouped(wish, bands)
    floor = contents.floor if medium.prints else max(contents.floor, wish.height)
    foot = (
        printed.foot(wish.chronology, legend, setting.drawn, wish.view, grouped, _untitled(bands), paper, floor)
        if medium.prints
        else printed.nothing()
    )
    spare = max(0.0, wish.height - floor - foot.height)
    return Picture(
        title=wish.title,
        width=setting.right + max(paper[0], _MARGIN),
        height=max(floor + foot.height, wish.height),
        left=setting.left,
        right=setting.right,
        axes=contents.axes,
        floor=floor,
        start=setting.start,
        end=setting.end,
        lanes=contents.lanes,
        marks=contents.marks,
        labels=contents.labels,
        groups=contents.groups,
        ticks=_ticks(wish, setting.room),
        legend=foot.lowered(spare).legend or legend,
        words=(*head.words, *foot.lowered(spare).words),
        events=len(setting.drawn),
        grouped=grouped,
        summary=printed.counts(wish.chronology),
    )


def _ticks(wish: _Wish, room: float) -> tuple[Tick, ...]:
    if wish.timeless:
        return ()
    return relative_ticks(*wish.view, room, wish.origin) if wish.origin else ticks(*wish.view, room)


def _names(wish: _Wish, medium: Medium) -> dict[str, tuple[str, ...]]:
    """The lines of each lane's name."""
    room = max(_LEAST_NAMES - _NAME_GAP, min(medium.name_room, wish.width * _MOST_NAMES))
    return {row.key: wrap(plain(row.name) or "(no name)", room, LANE_NAME, bold=True) for row in wish.lanes}


def _setting(wish: _Wish, medium: Medium, names: Mapping[str, tuple[str, ...]]) -> Setting:
    """The frame beside the names, and the events that stand in it."""
    edge = EDGE if medium.prints else 0.0
    widest = max((width_of(line, LANE_NAME, bold=True) for lines in names.values() for line in lines), default=0.0)
    left = edge + max(widest + _NAME_GAP, _LEAST_NAMES)
    right = max(wish.width - max(edge, _MARGIN), left + _LEAST_PLOT)
    medium = replace(medium, label_room=min(medium.label_room, right - left - 2 * _NAME_GAP))
    pixel = (wish.view[1] - wish.view[0]) / (right - left)
    drawn = InView(wish.chronology.picked, wish.view, pixel, medium)
    rest = InView(wish.rest, wish.view, pixel, medium)
    return Setting(wish.chronology, left, right, *wish.view, medium, wish.selected, drawn, rest, wish.origin)


def _legend(bands: list[Band], setting: Setting) -> tuple[LegendEntry, ...]:
    placed = {item.event: setting.drawn[item.event] for band in bands for item in band.stack.placed}
    found = entries((one.encoding, one.event.span.grain if one.event.span else None) for one in placed.values())
    return (*found, *entries([(Encoding.LEFT_OUT, None)])) if any(band.rest for band in bands) else found


def _grouped(wish: _Wish, bands: list[Band]) -> int:
    """How many different events are counted and nowhere drawn."""
    drawn = {item.event for band in bands for item in band.stack.placed}
    columns = wish.chronology.whole.columns
    mask = np.zeros(columns.height, bool)
    for band in bands:
        counted = band.counted
        mask[counted.rows if isinstance(counted, Picked) else rows_of(columns, (event.id for event in counted))] = True
    mask[rows_of(columns, drawn)] = False
    return int(mask.sum())


def _untitled(bands: list[Band]) -> int:
    """How many different events are drawn, and nowhere with their title."""
    placed = [item for band in bands for item in band.stack.placed]
    return len({item.event for item in placed} - {item.event for item in placed if item.side is not None})
