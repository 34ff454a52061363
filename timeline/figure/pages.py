"""A tall picture on as many sheets as it takes, so that a chronology of hundreds of events is printed with every title.

The axis stands on each sheet, the title and the filters on the first, legend and sources on the last. A sheet ends
between lanes where that wastes little, else between the rows of one, which then goes on under its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from timeline.figure.lettering import shorten, width
from timeline.figure.paper import Paper
from timeline.figure.picture import Lane, LegendEntry, Picture, Words
from timeline.figure.sizes import AXIS, EDGE, LANE_NAME, LANE_NOTE, LANE_PAD, PRINT

_HEAD: Final = EDGE + 18.0
_FOOT: Final = EDGE + 22.0
_LEAST: Final = 80.0  # pixels for lanes on a sheet, however long its title
_WASTE: Final = 0.25  # of a sheet, left empty rather than that a lane is parted
_MARK: Final = 9.0
_GROUP: Final = 18.0


@dataclass(frozen=True, slots=True)
class _Cut:
    """What of a tall picture stands on one sheet: from `start` to `end` pixels, moved up by `up`."""

    start: float
    end: float
    up: float

    def holds(self, y: float) -> bool:
        return self.start <= y < self.end


def pages(tall: Picture, paper: Paper) -> tuple[Picture, ...]:
    """The sheets of a picture that was laid out as wide as they are."""
    flat = _with_one_axis(tall)
    cuts = list(_cuts(flat, paper))
    return tuple(_page(flat, cut, paper, (number, len(cuts))) for number, cut in enumerate(cuts, 1))


def _with_one_axis(tall: Picture) -> Picture:
    """The same without the axes between lanes: they would stand in the middle of sheets."""

    def up(y: float) -> float:
        return y - AXIS * sum(axis <= y for axis in tall.axes[1:])

    return replace(
        tall,
        axes=tall.axes[:1],
        floor=up(tall.floor),
        height=up(tall.height),
        lanes=tuple(replace(lane, top=up(lane.top), bottom=up(lane.bottom)) for lane in tall.lanes),
        marks=tuple(replace(mark, y=up(mark.y)) for mark in tall.marks),
        labels=tuple(replace(label, y=up(label.y)) for label in tall.labels),
        groups=tuple(replace(group, foot=up(group.foot)) for group in tall.groups),
        words=tuple(replace(line, y=up(line.y)) for line in tall.words),
        legend=tuple(replace(entry, y=up(entry.y)) for entry in tall.legend),
    )


def _cuts(flat: Picture, paper: Paper) -> Iterator[_Cut]:
    whole = sorted(_undivided(flat))
    start, head = flat.axes[0], flat.axes[0]
    while True:
        room = max(_LEAST, paper.height - head - _FOOT)
        end = flat.height if start + room >= flat.height - EDGE else _end(flat, whole, start, room)
        yield _Cut(start, end, start - head)
        if end >= flat.height:
            return
        start, head = end, _HEAD + AXIS


def _end(flat: Picture, whole: list[tuple[float, float]], start: float, room: float) -> float:
    """The last place on a sheet where nothing is parted; one between lanes if there is one near."""
    near = [(top, bottom) for top, bottom in whole if bottom > start and top < start + room]
    lanes = [lane.bottom for lane in flat.lanes if start + room * (1 - _WASTE) <= lane.bottom <= start + room]
    rows = [bottom for _, bottom in near if start < bottom <= start + room]
    for wanted in (lanes, rows):
        free = (y for y in sorted(wanted, reverse=True) if not any(top < y < bottom for top, bottom in near))
        if (found := next(free, None)) is not None:
            return found
    return start + room


def _undivided(flat: Picture) -> Iterator[tuple[float, float]]:
    """From where to where the things reach that no sheet may part."""
    for lane in flat.lanes:
        name = _lettering(lane)
        yield lane.top, lane.top + name
        yield max(lane.top, lane.bottom - name), lane.bottom
    yield from ((mark.y - _MARK, mark.y + _MARK) for mark in flat.marks)
    yield from ((group.foot - group.height - _GROUP, group.foot + 1) for group in flat.groups)
    yield flat.floor, flat.height
    stands: dict[str, list[float]] = {}
    for mark in flat.marks:
        stands.setdefault(mark.event, []).append(mark.y)
    for label in flat.labels:
        half = len(label.lines) * label.size * 1.25 / 2 + 2
        beside = min(stands[label.event], key=lambda y: abs(y - label.y))
        yield min(beside, label.y - half), max(beside, label.y + half)


def _lettering(lane: Lane) -> float:
    return 2 * LANE_PAD + len(lane.name) * LANE_NAME * 1.3 + len(lane.note) * LANE_NOTE * 1.35


def _page(flat: Picture, cut: _Cut, paper: Paper, number: tuple[int, int]) -> Picture:
    lanes = tuple(_part(lane, cut) for lane in flat.lanes if lane.top < cut.end and lane.bottom > cut.start)
    top = cut.start - cut.up
    return replace(
        flat,
        height=paper.height,
        axes=(top,),
        floor=max((lane.bottom for lane in lanes), default=top),
        lanes=lanes,
        marks=tuple(replace(mark, y=mark.y - cut.up) for mark in flat.marks if cut.holds(mark.y)),
        labels=tuple(replace(label, y=label.y - cut.up) for label in flat.labels if cut.holds(label.y)),
        groups=tuple(replace(group, foot=group.foot - cut.up) for group in flat.groups if cut.holds(group.foot)),
        ticks=flat.ticks if lanes else (),
        words=(*_words(flat, cut, number), *_numbering(flat, paper, number)),
        legend=tuple(_moved(entry, cut) for entry in flat.legend if cut.holds(entry.y)),
        paper=paper,
    )


def _moved(entry: LegendEntry, cut: _Cut) -> LegendEntry:
    return replace(entry, y=entry.y - cut.up)


def _part(lane: Lane, cut: _Cut) -> Lane:
    """What of a lane stands on a sheet; one that began before says so in place of its counts."""
    note = lane.note if lane.top >= cut.start else ("continued",)
    return replace(lane, note=note, top=max(lane.top, cut.start) - cut.up, bottom=min(lane.bottom, cut.end) - cut.up)


def _words(flat: Picture, cut: _Cut, number: tuple[int, int]) -> Iterator[Words]:
    for line in flat.words:
        if line.y < flat.axes[0]:
            if number[0] == 1:
                yield line
        elif cut.holds(line.y):
            yield replace(line, y=line.y - cut.up)


def _numbering(flat: Picture, paper: Paper, number: tuple[int, int]) -> Iterator[Words]:
    """ "2 of 5", and above it, from the second sheet on, the title again."""
    if number[1] == 1:
        return
    said = f"{number[0]} of {number[1]}"
    yield Words(said, flat.right - width(said, PRINT), paper.height - EDGE, PRINT, "soft")
    if number[0] > 1 and flat.title:
        title = shorten(flat.title, flat.right - EDGE, PRINT + 1)
        yield Words(title, EDGE, EDGE + 10, PRINT + 1, "soft", serif=True)
