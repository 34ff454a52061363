"""One lane laid out: which of its events are drawn as marks in which sub-row, and which can only be counted.

Three ways, the first that works: every mark with its label; marks close together, labels where they fit, the few that
are too many gathered into pills ("+12"); or, when most would be pills, bars that count. Nothing goes without a trace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from timeline.figure.bins import Bins, spread
from timeline.figure.encodings import LEAST, Shapes
from timeline.figure.lanes import Row
from timeline.figure.lettering import balance, plain, shorten, width
from timeline.figure.sizes import CROWD, LANE_PAD, PILL, Medium
from timeline.figure.stacking import Item, Stack, stack_dense, stack_labelled
from timeline.model import Event

_PILL_SHARE: Final = 0.25
_PILL_WIDTH: Final = 30.0
PILL_ROW: Final = -1  # the sub-row below all others
_TIGHTEST: Final = 14.0  # pixels a mark takes at the very least


@dataclass(slots=True)
class Drawn:
    """An event in view, ready to place: its shapes, and its label, which is set only where it is asked for."""

    event: Event
    shapes: Shapes
    faint: bool
    medium: Medium

    def lines(self, wide: bool) -> tuple[str, ...]:
        """The label as it is set, or, `wide`, with all there is to say in one line."""
        return (plain(self.event.title),) if wide else _label(self.event.title, self.medium)[0]

    @property
    def label(self) -> float:
        """The label's width in pixels."""
        return _label(self.event.title, self.medium)[1]

    @property
    def full(self) -> float:
        """The width of the whole title in one line, 0 where the label is the whole title already."""
        return _label(self.event.title, self.medium)[2]


@lru_cache(maxsize=20_000)
def _label(title: str, medium: Medium) -> tuple[tuple[str, ...], float, float]:
    title = plain(title) or "(no title)"
    room, size = medium.label_room, medium.label_size
    if medium.label_lines == 1:
        lines: tuple[str, ...] = (shorten(title, room, size),)
    else:
        lines = balance(title, room, size)
        if len(lines) > medium.label_lines:
            rest = " ".join(lines[medium.label_lines - 1 :])
            lines = (*lines[: medium.label_lines - 1], shorten(rest, room, size))
    full = width(title, size) if medium.label_lines == 1 and lines != (title,) else 0.0
    return lines, max(width(line, size) for line in lines), full


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
    stack: Stack
    heights: list[float]
    pills: list[Pill] = field(default_factory=list)
    bins: Bins | None = None
    counted: list[Event] = field(default_factory=list)
    shown: int = 0

    @property
    def height(self) -> float:
        extra = (PILL + 4 if self.pills or any(item.row == PILL_ROW for item in self.stack.placed) else 0) + (
            CROWD + 16 if self.bins else 0
        )
        return 2 * LANE_PAD + sum(self.heights) + extra


def lay_band(
    row: Row,
    drawn: dict[str, Drawn],
    frame: tuple[float, float],
    view: tuple[int, int],
    medium: Medium,
    selected: str | None,
) -> Band:
    """The band of a lane; `drawn` holds the events in view by id, `frame` is left and right in pixels, `view` in moments."""
    here = [drawn[event.id] for event in row.events if event.id in drawn]
    if len(here) * _TIGHTEST > medium.most_rows * (frame[1] - frame[0]):
        return _counted(row, here, drawn, frame, view, medium, selected)
    items = _items(here, frame, view)
    stack = stack_labelled(items, medium.most_rows, *frame)
    if stack.left_over or (stack.unlabelled and medium.insists):
        stack = stack_dense(items, min(medium.most_rows, 40), *frame)
    if len(stack.left_over) > _PILL_SHARE * len(items):
        return _counted(row, here, drawn, frame, view, medium, selected)
    pills = _pills(stack, drawn)
    counted = [event for pill in pills for event in pill.events]
    stack.widen(*frame)
    return Band(row, stack, _heights(stack, drawn, medium), pills, None, counted, len(here))


def _items(here: list[Drawn], frame: tuple[float, float], view: tuple[int, int]) -> list[Item]:
    scale = (frame[1] - frame[0]) / (view[1] - view[0])
    items = []
    for one in here:
        start, end = (frame[0] + (at - view[0]) * scale for at in (one.shapes.start, one.shapes.end))
        start, end = max(frame[0], start), min(frame[1], end)
        start, end = min(start, frame[1] - LEAST), max(end, frame[0] + LEAST)
        items.append(Item(one.event.id, start, end, one.label, full=one.full))
    return sorted(items, key=lambda item: (item.start, item.end, item.event))


def _heights(stack: Stack, drawn: dict[str, Drawn], medium: Medium) -> list[float]:
    heights = [medium.row] * (max((item.row for item in stack.placed), default=0) + 1)
    for item in stack.placed:
        if item.side is not None and item.row != PILL_ROW:
            lines = len(drawn[item.event].lines(item.wide)) * medium.line
            heights[item.row] = max(heights[item.row], lines + (medium.row - 2 if item.side == "under" else 8))
    return heights


def _pills(stack: Stack, drawn: dict[str, Drawn]) -> list[Pill]:
    """The left-over marks gathered where they stand; neighbours that would touch become one, a mark alone stays a mark."""
    pills: list[tuple[Pill, list[Item]]] = []
    for item in sorted(stack.left_over, key=lambda item: item.start + item.end):
        middle = (item.start + item.end) / 2
        if pills and middle - _PILL_WIDTH / 2 < pills[-1][0].end + 4:
            pills[-1][0].end = max(pills[-1][0].end, middle + _PILL_WIDTH / 2)
        else:
            pills.append((Pill(middle - _PILL_WIDTH / 2, middle + _PILL_WIDTH / 2), []))
        pills[-1][0].events.append(drawn[item.event].event)
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


def _counted(
    row: Row,
    here: list[Drawn],
    drawn: dict[str, Drawn],
    frame: tuple[float, float],
    view: tuple[int, int],
    medium: Medium,
    selected: str | None,
) -> Band:
    """The lane as bars; the selected event alone keeps its mark, above them."""
    chosen = [one for one in here if one.event.id == selected]
    stack = stack_labelled(_items(chosen, frame, view), 1, *frame)
    others = [one.event for one in here if one.event.id != selected]
    bins = spread(others, *view, int((frame[1] - frame[0]) / 26))
    heights = _heights(stack, drawn, medium) if chosen else []
    return Band(row, stack, heights, [], bins, others, len(here))
