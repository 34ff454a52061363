"""One lane laid out: which of its events are drawn as marks in which sub-row, and which can only be counted.

Three ways, the first that works: every mark with its label; marks close together, labels where they fit, the few that
are too many gathered into pills ("+12"); or, when most would be pills, bars that count. Nothing goes without a trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.chronology.picked import Picked
from timeline.chronology.table import Mask
from timeline.figure.bins import Bins, spread
from timeline.figure.crowding import crowded
from timeline.figure.drawn import Drawn
from timeline.figure.encodings import LEAST, RADIUS
from timeline.figure.lanes import Row
from timeline.figure.picture import Encoding
from timeline.figure.setting import Setting
from timeline.figure.sizes import LANE_PAD, PILL
from timeline.figure.stacking import Item, Stack, spread_out, stack_dense, stack_labelled
from timeline.model import Event

_PILL_SHARE: Final = 0.15
_FEW: Final = 3  # events that fill the view and are still drawn one by one
_PILL_WIDTH: Final = 30.0
PILL_ROW: Final = -1  # the sub-row below all others
_TIGHTEST: Final = 14.0  # pixels a mark takes at the very least
_DENSEST: Final = 40  # sub-rows without labels, beyond which a lane is a wall
RUG: Final = 14.0  # the height of the strip of what the filters leave out
_BIN: Final = 32  # pixels a bar takes, about


@dataclass(slots=True)
class Pill:
    """Events of one place in a lane that found no sub-row, from `start` to `end` pixels."""

    start: float
    end: float
    events: list[Event] = field(default_factory=list)


@dataclass(slots=True)
class Band:
    """A lane's contents in pixels: marks by sub-row, each sub-row's height, and what is only counted."""

    row: Row
    setting: Setting
    stack: Stack
    heights: list[float]
    pills: list[Pill] = field(default_factory=list)
    bins: Bins | None = None
    counted: Sequence[Event] = ()
    shown: int = 0
    through: Sequence[Event] = ()

    @property
    def below(self) -> float:
        """The height of what stands below marks and bars: the events that fill the view, and those left out."""
        return (PILL + 4 if self.through else 0) + (RUG if self.rest else 0)

    @property
    def rest(self) -> Picked:
        """The lane's events in view that the filters leave out."""
        return self.setting.rest.among(self.row.rest)

    @property
    def height(self) -> float:
        below = PILL + 4 if self.pills or any(item.row == PILL_ROW for item in self.stack.placed) else 0
        return 2 * LANE_PAD + sum(self.heights) + below + self.below + (self.setting.medium.crowd + 16 if self.bins else 0)


def lay_band(row: Row, setting: Setting) -> Band:
    """The band of a lane in its setting; many events that fill the whole view are counted in one bar, and no more."""
    here = setting.drawn.among(row.events)
    fills = _filling(here, setting)
    through = here.at(fills)
    if len(through) <= _FEW or setting.medium.insists:
        return _laid(row, here, setting)
    band = _laid(row, here.at(~fills), setting)
    band.through = through
    band.counted = through.joined(band.counted)
    band.shown = len(here)
    return band


def _filling(here: Picked, setting: Setting) -> Mask:
    """The events that span the whole view, so that they say nothing of where in it something happened."""
    times = here.times
    disputed = (times.disputed & (times.closed_count > 1))[times.rows]
    over_all = times.best & ~disputed & (times.starts <= setting.start) & (times.ends >= setting.end)
    fills = times.any_of(over_all)
    selected = here.whole.columns.row_of(setting.selected) if setting.selected else None
    return fills if selected is None else fills & (here.rows != selected)


def _laid(row: Row, inside: Picked, setting: Setting) -> Band:
    medium = setting.medium
    most_rows = medium.most_rows + row.extra
    if len(inside) * _TIGHTEST > most_rows * setting.room:
        return _counted(row, inside, setting)
    closely = most_rows <= _DENSEST
    if closely and crowded(inside, setting, most_rows, _PILL_SHARE):
        return _counted(row, inside, setting)
    here = [setting.drawn[event.id] for event in inside]
    ways = (setting, *([] if medium.insists else [setting.narrower(one.event.id for one in here)]))
    tight = ways[-1]
    # What has no room without labels has none with them, so that is found out first: most lanes of many events end here.
    dense = stack_dense(_items(here, tight), most_rows, *tight.frame) if closely else None
    if dense is None or not dense.left_over:
        for tried in ways:
            items = _items(here, tried)
            stack = stack_labelled(items, most_rows, *tried.frame)
            if not stack.left_over and not stack.unlabelled:
                return _drawn(row, stack, tried, inside)
        if not stack.left_over:
            return _drawn(row, stack, tight, inside)
        dense = dense or stack_dense(items, min(most_rows, _DENSEST), *tight.frame)
    if len(dense.left_over) > _PILL_SHARE * len(here):
        return _counted(row, inside, setting)
    if medium.prints:
        spread_out(dense, most_rows, *tight.frame)
    return _drawn(row, dense, tight, inside)


def _drawn(row: Row, stack: Stack, setting: Setting, here: Picked) -> Band:
    """The lane as marks, and pills for those that found no sub-row."""
    pills = _pills(stack, setting)
    counted = [event for pill in pills for event in pill.events]
    stack.widen(*setting.frame)
    return Band(row, setting, stack, _heights(stack, setting), pills, None, counted, len(here))


def _items(here: list[Drawn], setting: Setting) -> list[Item]:
    items = []
    for one in (setting.known(one.event.id) for one in here):
        start = min(max(setting.left, setting.x(one.shapes.start)), setting.right - LEAST)
        end = max(min(setting.right, setting.x(one.shapes.end)), setting.left + LEAST)
        items.append(Item(one.event.id, start, end, one.label, full=one.full, anchor=_anchor(one, start, end, setting)))
    return sorted(items, key=lambda item: (item.start, item.end, item.event))


def _anchor(one: Drawn, start: float, end: float, setting: Setting) -> float:
    """Where a label under its mark should begin: below its point, or at the side that is known."""
    if one.encoding is Encoding.BEFORE:
        return end - one.label
    if one.encoding is Encoding.AFTER or not one.shapes.points:
        return start
    return max(start, setting.x(one.shapes.points[0].at) - RADIUS)


def _heights(stack: Stack, setting: Setting) -> list[float]:
    medium = setting.medium
    heights = [medium.row] * (max((item.row for item in stack.placed), default=0) + 1)
    for item in stack.placed:
        if item.side is not None:
            lines = len(setting.known(item.event).lines(item.wide)) * medium.line
            heights[item.row] = max(heights[item.row], lines + (medium.row + 1 if item.side == "under" else 8))
    return heights


def _pills(stack: Stack, setting: Setting) -> list[Pill]:
    """The left-over marks gathered where they stand; neighbours that would touch become one, a mark alone stays a mark."""
    pills: list[tuple[Pill, list[Item]]] = []
    for item in sorted(stack.left_over, key=lambda item: item.start + item.end):
        middle = (item.start + item.end) / 2
        if pills and middle - _PILL_WIDTH / 2 < pills[-1][0].end + 4:
            pills[-1][0].end = max(pills[-1][0].end, middle + _PILL_WIDTH / 2)
        else:
            pills.append((Pill(middle - _PILL_WIDTH / 2, middle + _PILL_WIDTH / 2), []))
        pills[-1][0].events.append(setting.known(item.event).event)
        pills[-1][1].append(item)
    return [pill for pill, items in pills if not _stands_alone(stack, items)]


def _stands_alone(stack: Stack, items: list[Item]) -> bool:
    """Whether a pill would hold a single short mark; if so, that mark is placed where the pill would be, without a label."""
    [first, *others] = items
    if others or first.end - first.start > _PILL_WIDTH:
        return False
    first.row, first.side = PILL_ROW, None
    stack.placed.append(first)
    return True


def _counted(row: Row, here: Picked, setting: Setting) -> Band:
    """The lane as bars; the selected event alone keeps its mark, above them."""
    selected = here.whole.columns.row_of(setting.selected) if setting.selected else None
    others = here if selected is None else here.at(here.rows != selected)
    chosen = [setting.drawn[setting.selected]] if setting.selected and len(others) < len(here) else []
    stack = stack_labelled(_items(chosen, setting), 1, *setting.frame)
    bins = spread(others, setting.start, setting.end, int(setting.room / _BIN))
    return Band(row, setting, stack, _heights(stack, setting) if chosen else [], [], bins, others, len(here))
