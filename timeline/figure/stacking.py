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
CLOSE: Final = 3.0  # between marks that stand as close as they go
_FEW_ROWS: Final = 3
_WORTH_TURNING: Final = 0.95


@dataclass(slots=True)
class Item:
    """An event to place: its ink from `start` to `end`, its label's width, and, once placed, its row and label's side.

    `full` is the width of a label that was shortened, 0 for one that was not; `wide` is the room there is for more of it.
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
    wide: float = 0.0
    under: float = 0.0

    def unplaced(self) -> Item:
        """The same, before it has a place."""
        return Item(self.event, self.start, self.end, self.label, self.full, self.anchor)

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
    def rows(self) -> int:
        return max((item.row for item in self.placed), default=-1) + 1

    @property
    def unlabelled(self) -> int:
        return sum(item.side is None for item in self.placed)

    def widen(self, left: float, right: float) -> None:
        """Give shortened labels as much of their length as nothing stands in the way of."""
        for items in _by_row(self.placed).values():
            taken = left - CLEAR
            for item, after in zip(items, [*items[1:], None], strict=True):
                limit = min(right, after.reach(after.side)[0] - CLEAR) if after else right
                rooms = {"right": limit - item.end - GAP, "left": item.start - GAP - taken - CLEAR, "under": limit - item.under}
                room = rooms[item.side] if item.side else 0.0
                if item.full and room > item.label:
                    item.wide = item.label = min(room, item.full)
                taken = item.reach(item.side)[1]


def stack_labelled(items: Sequence[Item], most: int, left: float, right: float) -> Stack:
    """The marks with their labels, in at most `most` sub-rows between `left` and `right`; then some go without labels.

    Labels stand to the right of their marks, unless turning some to the left saves a good part of the sub-rows.
    """
    straight = _stack(items, most, left, right, turn=False)
    if straight.rows <= _FEW_ROWS and not straight.left_over:
        return straight
    turned = _stack(items, most, left, right, turn=True)
    if straight.left_over or straight.unlabelled:
        return min(straight, turned, key=lambda stack: (len(stack.left_over), stack.unlabelled))
    return turned if not turned.left_over and turned.rows <= straight.rows * _WORTH_TURNING else straight


def _stack(items: Sequence[Item], most: int, left: float, right: float, *, turn: bool) -> Stack:
    """First fit; to `turn`, a mark that begins a sub-row has its label to the left, where nothing else can come."""
    stack = Stack()
    ends: list[float] = []
    copies = [(copy, _sides(copy, left, right)) for copy in map(Item.unplaced, items)]
    # First fit needs the fewest rows when things come in the order in which they begin to take up room.
    copies.sort(key=lambda one: (one[0].start if turn else one[0].reach(one[1][0])[0], one[0].end, one[0].event))
    for item, sides in copies:
        found = _first_fit(item, sides, ends, most, turn)
        if found is None:
            item.row, item.side = -1, None
            stack.left_over.append(item)
            continue
        item.row, item.side = found
        ends.extend([left - CLEAR] * (item.row + 1 - len(ends)))
        ends[item.row] = item.reach(item.side)[1]
        stack.placed.append(item)
    return stack


def stack_dense(items: Sequence[Item], most: int, left: float, right: float, clear: float = CLOSE) -> Stack:
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


def spread_out(stack: Stack, most: int, left: float, right: float) -> None:
    """Marks packed closely that found no room for their labels move to sub-rows that are still free, labels beside them."""
    packed, ends = stack.rows, list[float]()
    for item in sorted((item for item in stack.placed if item.side is None), key=lambda item: item.start):
        sides: list[Side] = [side for side in _sides(item, left, right) if side != "under"]
        found = _first_fit(item, sides, ends, most - packed, turn=False) if sides else None
        if found and found[1]:
            row, item.side = found
            item.row = packed + row
            ends.extend([left - CLEAR] * (row + 1 - len(ends)))
            ends[row] = item.reach(item.side)[1]
    left_there = [item for item in stack.placed if item.row < packed]
    for item in left_there:
        item.side = None
    _label_where_free(left_there, left, right)


def _sides(item: Item, left: float, right: float) -> list[Side]:
    """Where a label fits into the frame beside its mark, the right side first; where it does not, under it."""
    item.under = max(left, min(item.anchor, right - item.label))
    sides: list[Side] = []
    if item.reach("right")[1] <= right:
        sides.append("right")
    if item.reach("left")[0] >= left:
        sides.append("left")
    return sides or ["under"]


def _first_fit(item: Item, sides: list[Side], ends: list[float], most: int, turn: bool) -> tuple[int, Side | None] | None:
    """A sub-row with room for mark and label, else a new one, else one with room for the mark alone."""
    for side in sides:
        start = item.reach(side)[0]
        for row, end in enumerate(ends):
            if start >= end + CLEAR:
                return row, side
    if len(ends) < most:
        return len(ends), sides[-1 if turn else 0]
    return next(((row, None) for row, end in enumerate(ends) if item.start >= end + CLEAR), None)


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
