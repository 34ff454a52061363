"""From bands one below the other to marks, labels, groups and lanes with their places in the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from timeline.figure.band import PILL_ROW, RUG, Band, Pill
from timeline.figure.bins import these
from timeline.figure.drawn import Drawn
from timeline.figure.hover import hover
from timeline.figure.picture import Encoding, Group, Label, Lane, Mark
from timeline.figure.setting import Setting
from timeline.figure.sizes import AXIS, AXIS_APART, LANE_NAME, LANE_NOTE, LANE_PAD, PILL
from timeline.figure.stacking import GAP, Item
from timeline.model import Event

_MOST_LEFT_OUT: Final = 1_000  # marks a lane; they stand in one row, where more would say nothing more


@dataclass(slots=True)
class Contents:
    """What stands in the lanes, and the y where the last lane ends."""

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    groups: tuple[Group, ...]
    axes: tuple[float, ...]
    floor: float


@dataclass(slots=True)
class _Placing:
    """The setting, and what has been placed so far; `highest` is the count of the highest bar."""

    setting: Setting
    highest: float
    lanes: list[Lane] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    hovers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def hover(self, event: Event) -> tuple[str, ...]:
        if event.id not in self.hovers:
            self.hovers[event.id] = hover(event, self.setting.chronology, self.setting.origin)
        return self.hovers[event.id]


def place(setting: Setting, bands: list[Band], names: Mapping[str, tuple[str, ...]], top: float) -> Contents:
    """The bands from `top` downwards; every lane that counts is drawn to one scale, so that lanes can be compared."""
    placing = _Placing(setting, max((band.bins.highest for band in bands if band.bins), default=1.0) or 1.0)
    y = top + AXIS
    axes = [y]
    for band in bands:
        if y - axes[-1] > AXIS_APART:
            y += AXIS
            axes.append(y)
        y = _place_band(placing, band, names[band.row.key], y)
    if y - axes[-1] > AXIS_APART:
        y += AXIS
        axes.append(y)
    return Contents(
        lanes=tuple(placing.lanes),
        marks=tuple(placing.marks),
        labels=tuple(placing.labels),
        groups=tuple(placing.groups),
        axes=tuple(axes),
        floor=y,
    )


def _place_band(placing: _Placing, band: Band, name: tuple[str, ...], top: float) -> float:
    note = _note(band)
    lettering = 2 * LANE_PAD + len(name) * LANE_NAME * 1.3 + len(note) * LANE_NOTE * 1.35
    bottom = top + max(band.height, lettering)
    tops = [top + LANE_PAD]
    row = band.row
    for height in band.heights:
        tops.append(tops[-1] + height)
    for item in band.stack.placed:
        height = PILL + 4 if item.row == PILL_ROW else band.heights[item.row]
        _place_item(placing, band, item, tops[item.row], height)
    for pill in band.pills:
        placing.groups.append(_pill(placing, band, pill, tops[-1] + PILL + 1))
    if band.through:
        placing.groups.append(_through(placing, band, bottom - LANE_PAD - band.below + PILL + 2))
    if band.rest:
        y = bottom - LANE_PAD - RUG / 2 + 2
        placing.marks.extend(
            _left_out(placing, placing.setting.rest[event.id], row.key, y) for event in band.rest[:_MOST_LEFT_OUT]
        )
    if band.bins:
        placing.groups.extend(_bars(placing, band, bottom - LANE_PAD - band.below))
    counted = len(band.counted)
    placing.lanes.append(Lane(row.key, name, note, row.colour, top, bottom, len(row.events), band.shown, counted))
    return bottom


def _note(band: Band) -> tuple[str, ...]:
    """The counts under a lane's name: "14 events", "3 of 14 in view", "38 events grouped here"."""
    events, counted = len(band.row.events), len(band.counted)
    undated = len(band.row.events.where(~band.row.events.whole.columns.dated))
    count = f"{events:,} event{'s' if events != 1 else ''}"
    if band.shown < events - undated:
        count = f"{band.shown:,} of {events:,} in view"
    lines = [count]
    if undated:
        lines.append(f"{undated:,} undated")
    if band.row.shared:
        lines.append(f"{band.row.shared:,} in each")
    if band.rest:
        lines.append(f"{len(band.rest):,} left out")
    if counted:
        lines.append(f"{counted:,} grouped here")
    return tuple(lines)


def _left_out(placing: _Placing, one: Drawn, lane: str, y: float) -> Mark:
    shapes = one.shapes
    bars = tuple(replace(bar, height=min(bar.height, 2.5), fill="solid") for bar in shapes.bars)
    points = () if bars and len(shapes.points) < 2 else tuple(replace(point, sign="small") for point in shapes.points)
    told = (*placing.hover(one.event), "Left out by the filters")
    return Mark(one.event.id, lane, Encoding.LEFT_OUT, None, True, shapes.at, y, bars, points=points, hover=told)


def _place_item(placing: _Placing, band: Band, item: Item, top: float, height: float) -> None:
    one = band.setting.known(item.event)
    y = top + placing.setting.medium.row / 2 if item.side == "under" else top + height / 2
    chosen = item.event == placing.setting.selected
    placing.marks.append(
        Mark(
            event=item.event,
            lane=band.row.key,
            encoding=one.encoding,
            colour=band.row.colour,
            faint=one.faint,
            at=one.shapes.at,
            y=y,
            bars=one.shapes.bars,
            joins=one.shapes.joins,
            points=one.shapes.points,
            hover=placing.hover(one.event),
            selected=chosen,
        )
    )
    if item.side is None:
        return
    lines = one.lines(item.wide)
    x = {"right": item.end + GAP, "left": item.start - GAP, "under": item.under}[item.side]
    if item.side == "under":
        y = top + placing.setting.medium.row - 2 + len(lines) * placing.setting.medium.line / 2
    side: Literal["left", "right"] = "left" if item.side == "left" else "right"
    anchor = placing.setting.at(x) if item.side == "under" else _anchor(one, item.side, placing.setting)
    gap = x - placing.setting.x(anchor)
    placing.labels.append(Label(item.event, lines, anchor, gap, y, side, placing.setting.medium.label_size, chosen))


def _anchor(one: Drawn, side: str, setting: Setting) -> float:
    """The moment a label hangs on, so that it stays at its mark while the page is zoomed."""
    shapes = one.shapes
    if not shapes.bars:
        return (max if side == "right" else min)(point.at for point in shapes.points)
    return min(shapes.end, setting.end) if side == "right" else max(shapes.start, setting.start)


def _pill(placing: _Placing, band: Band, pill: Pill, foot: float) -> Group:
    start, end = placing.setting.at(pill.start), placing.setting.at(pill.end)
    count = len(pill.events)
    titles = [placing.hover(event)[0] for event in pill.events[:4]]
    more = [f"and {count - 4} more"] if count > 4 else []
    lines = (f"{count} event{'s' if count > 1 else ''} grouped here", *titles, *more)
    return Group(band.row.key, start, end, foot, PILL, count, 0.0, band.row.colour, f"+{count}", lines)


def _through(placing: _Placing, band: Band, foot: float) -> Group:
    """The bar for the events that fill the whole view; a click on it looks from further off."""
    count, titles = len(band.through), [placing.hover(event)[0] for event in band.through[:4]]
    lines = (f"{count:,} events reach over all of this view", *titles, "Zoom out to see where they begin and end")
    start, end = placing.setting.start, placing.setting.end
    said = f"+{count:,} over all of this view"
    return Group(band.row.key, start, end, foot, PILL, count, 0.0, band.row.colour, said, lines)


def _bars(placing: _Placing, band: Band, foot: float) -> list[Group]:
    assert band.bins is not None
    bins = band.bins
    groups = []
    for place_, (sure, pale) in enumerate(zip(bins.certain, bins.unsure, strict=True)):
        count = sure + pale
        if count <= 0:
            continue
        start, end = max(bins.edges[place_], placing.setting.start), min(bins.edges[place_ + 1], placing.setting.end)
        if start >= end:
            continue
        said = f"{count:.0f}" if count >= 1 else ""
        room = (end - start) / placing.setting.pixel
        height = max(1.5, placing.setting.medium.crowd * count / placing.highest)
        text = said if room >= 8 + 6.5 * len(said) else ""
        groups.append(
            Group(
                band.row.key,
                start,
                end,
                foot,
                height,
                count,
                pale / count,
                band.row.colour,
                text,
                _tells(bins.unit, count, pale),
            )
        )
    return groups


def _tells(unit: str, count: float, pale: float) -> tuple[str, ...]:
    said = f"about {count:.1f}".removesuffix(".0") if pale else f"{count:.0f}"
    lines = [f"{said} event{'s' if count != 1 else ''} in {these(unit)}, grouped here"]
    if pale:
        lines.append(f"{pale:.1f} of them may lie outside of it")
    return (*lines, "Zoom in to open them")
