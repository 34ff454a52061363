"""Marks and labels never run into each other, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.stacking import CLEAR, GAP, Item, Stack, spread_out, stack_dense, stack_labelled

LEFT, RIGHT = 100.0, 900.0
Stacker = Callable[[Sequence[Item], int, float, float], Stack]

items = st.lists(
    st.builds(
        lambda place, start, length, label: Item(f"e{place}", start, min(start + length, RIGHT), label),
        st.integers(0, 10_000),
        st.floats(LEFT, RIGHT - 10),
        st.floats(9, 300),
        st.floats(10, 250),
    ),
    max_size=60,
).map(lambda found: sorted(found, key=lambda item: item.start))


def stack_spread(found: Sequence[Item], most: int, left: float, right: float) -> Stack:
    made = stack_dense(found, most, left, right)
    spread_out(made, most, left, right)
    return made


@pytest.mark.parametrize("stack", [stack_labelled, stack_dense, stack_spread])
@given(found=items, most=st.integers(1, 12))
def test_nothing_touches_and_nothing_is_lost(stack: Stacker, found: list[Item], most: int) -> None:
    made = stack(found, most, LEFT, RIGHT)
    made.widen(LEFT, RIGHT)
    assert sorted(item.start for item in [*made.placed, *made.left_over]) == [item.start for item in found]
    assert len(made.placed) + len(made.left_over) == len(found)
    for row in range(most):
        reaches = sorted(item.reach(item.side) for item in made.placed if item.row == row)
        assert all(after[0] - before[1] >= 2.9 for before, after in pairwise(reaches))
    assert all(item.row < most for item in made.placed)


@given(found=items)
def test_labels_stay_inside_the_frame(found: list[Item]) -> None:
    for item in stack_labelled(found, 100, LEFT, RIGHT).placed:
        start, end = item.reach(item.side)
        assert item.side == "under" or (start >= LEFT and end <= RIGHT)


def test_a_label_stands_right_of_its_mark_else_left_else_under_it() -> None:
    placed = stack_labelled([Item("a", 100, 110, 50), Item("b", 880, 890, 50), Item("c", 105, 895, 50)], 9, LEFT, RIGHT).placed
    assert {item.event: item.side for item in placed} == {"a": "right", "b": "left", "c": "under"}


def test_labels_turn_left_where_that_saves_sub_rows() -> None:
    cluster = [Item(f"e{n}", 500 + 15 * n, 510 + 15 * n, 150) for n in range(12)]
    made = stack_labelled(cluster, 20, LEFT, RIGHT)
    assert made.rows <= 7
    assert {item.side for item in made.placed} == {"left", "right"}
    assert {item.side for item in stack_labelled(cluster[:3], 20, LEFT, RIGHT).placed} == {"right"}


def test_a_shortened_label_takes_the_room_there_is() -> None:
    alone = stack_labelled([Item("a", 100, 110, 50, full=400)], 1, LEFT, RIGHT)
    alone.widen(LEFT, RIGHT)
    crowded = stack_labelled([Item("a", 100, 110, 50, full=400), Item("b", 300, 310, 50)], 1, LEFT, RIGHT)
    crowded.widen(LEFT, RIGHT)
    assert [item.wide for item in alone.placed] == [400]
    assert [item.wide for item in crowded.placed] == [300 - CLEAR - 110 - GAP, 0]


def test_marks_without_titles_move_to_sub_rows_that_are_free() -> None:
    found = [Item(f"e{place}", LEFT + 20 * place, LEFT + 20 * place + 9, 150) for place in range(5)]
    assert stack_dense(found, 5, LEFT, RIGHT).unlabelled == 4
    assert stack_spread(found, 3, LEFT, RIGHT).unlabelled == 2
    assert stack_spread(found, 5, LEFT, RIGHT).unlabelled == 0
