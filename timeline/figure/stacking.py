"""Sub-rows: marks and their labels side by side without running into each other.

First fit, in the order of time: a label stands to the right of its mark, else to the left; where both sides are taken the
next sub-row is tried. All lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

Side = Literal["right", "left", "under"]

GAP: Final = 6.0  # between a mark and its label
CLEAR: Final = 12.0  # between one event and the next


@dataclass(slots=True)
class Item:
    """An event to place: its ink from `start` to `end`, its label's width, and, once placed, its row and label's side.

    `full` is the width of a label that was shortened, 0 for one that was not; `wide` says that there is room for it.
    A label below its mark begins at `under`, as near `anchor` as the frame lets it.
    """

    event: str
    start: float
    end: float
    label: float
    full: float = 0.0
    anchor: float = 0.0
    row: int = -1
    side: Side | None = None
    wide: bool = False
    under: float = 0.0

    def reach(self, side: Side | None) -> tuple[float, float]:
        """From where to where the mark and its label take up room."""
        if side == "right":
            return self.start, self.end + GAP + self.label
        if side == "left":
            return self.start - GAP - self.label, self.end
        if side == "under":
            return min(self.start, self.under), max(self.end, self.under + self.label)
        return self.start, self.end


@dataclass(slots=True)
class Stack:
    """What was placed, and what found no room in `most` sub-rows."""

    placed: list[Item] = field(default_factory=list)
    left_over: list[Item] = field(default_factory=list)

    @property
    def unlabelled(self) -> int:
        return sum(item.side is None for item in self.placed)

    def widen(self, left: float, right: float) -> None:
        """Give shortened labels their full length where nothing stands in the way."""
        for items in _by_row(self.placed).values():
            taken = left - CLEAR
            for item, after in zip(items, [*items[1:], None], strict=True):
                limit = min(right, after.reach(after.side)[0] - CLEAR) if after else right
                if item.full and item.side in ("right", "left"):
                    start = item.start - GAP - item.full if item.side == "left" else item.start
                    end = item.end + GAP + item.full if item.side == "right" else item.end
                    if start >= taken + CLEAR and end <= limit:
                        item.wide, item.label = True, item.full
                taken = item.reach(item.side)[1]


def stack_labelled(items: Sequence[Item], most: int, left: float, right: float) -> Stack:
    """Every mark with its label, in at most `most` sub-rows between `left` and `right`."""
    stack = Stack()
    ends: list[float] = []
    sides = {id(item): _sides(item, left, right) for item in items}
    # First fit needs the fewest rows when things come in the order in which they begin to take up room.
    for item in sorted(items, key=lambda item: (item.reach(sides[id(item)][0])[0], item.end, item.event)):
        found = _first_fit(item, sides[id(item)], ends, most)
        if found is None:
            item.row, item.side = -1, None
            stack.left_over.append(item)
            continue
        item.row, item.side = found
        ends.extend([left - CLEAR] * (item.row + 1 - len(ends)))
        ends[item.row] = item.reach(item.side)[1]
        stack.placed.append(item)
    return stack


def stack_dense(items: Sequence[Item], most: int, left: float, right: float, clear: float = 3.0) -> Stack:
    """The marks as close as they go, then labels where there is still room beside them."""
    ends: list[float] = []
    stack = Stack()
    for item in items:
        row = next((row for row, end in enumerate(ends) if item.start >= end + clear), len(ends))
        if row >= most:
            item.row = -1
            stack.left_over.append(item)
            continue
        if row == len(ends):
            ends.append(left)
        item.row, item.side, ends[row] = row, None, item.end
        stack.placed.append(item)
    _label_where_free(stack.placed, left, right)
    return stack


def _sides(item: Item, left: float, right: float) -> list[Side]:
    item.under = max(left, min(item.anchor, right - item.label))
    sides: list[Side] = []
    if item.reach("right")[1] <= right:
        sides.append("right")
    if item.reach("left")[0] >= left:
        sides.append("left")
    return sides or ["under"]


def _first_fit(item: Item, sides: list[Side], ends: list[float], most: int) -> tuple[int, Side] | None:
    for side in sides:
        start = item.reach(side)[0]
        for row, end in enumerate(ends):
            if start >= end + CLEAR:
                return row, side
    return (len(ends), sides[0]) if len(ends) < most else None


def _label_where_free(placed: list[Item], left: float, right: float) -> None:
    for items in _by_row(placed).values():
        taken = left - CLEAR
        for item, after in zip(items, [*items[1:], None], strict=True):
            limit = min(right, after.start - CLEAR) if after else right
            if item.reach("right")[1] <= limit:
                item.side = "right"
            elif item.reach("left")[0] >= taken + CLEAR:
                item.side = "left"
            taken = item.reach(item.side)[1]


def _by_row(placed: list[Item]) -> dict[int, list[Item]]:
    """The placed items of each sub-row from left to right."""
    rows: dict[int, list[Item]] = {}
    for item in sorted(placed, key=lambda item: item.reach(item.side)[0]):
        rows.setdefault(item.row, []).append(item)
    return rows
