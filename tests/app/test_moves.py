"""What is done to the page leads to an address: pure, from values to values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import made_chronology
from timeline.app.address import Address
from timeline.app.moves import (
    KEYS,
    MOVES,
    Place,
    brushed,
    dragged,
    grouped,
    pressed,
    rounded,
    searched,
    since_typed,
    until_typed,
    window,
)
from timeline.figure import days, minutes
from timeline.spans import EARLIEST, LATEST, moment

WAR = made_chronology()
DATED = [event.id for event in WAR.dated]


def at(address: Address) -> Place:
    return Place(address, WAR, WAR.select(address.query))


HOME = at(Address())


def test_a_brush_asks_for_whole_days() -> None:
    query = brushed(HOME, [days(moment(1982, 4, 2, 15)), days(moment(1982, 6, 14, 3))]).query
    assert (query.since, query.until) == (moment(1982, 4, 2), moment(1982, 6, 15))


def test_a_brush_drawn_backwards_is_the_same() -> None:
    x = [days(moment(1982, 4, 2)), days(moment(1982, 6, 14))]
    assert brushed(HOME, x) == brushed(HOME, x[::-1])


@pytest.mark.parametrize("nothing", [None, [], [3.5, 3.5]])
def test_a_brush_over_nothing_changes_nothing(nothing: object) -> None:
    assert brushed(HOME, nothing) == HOME.address


@given(st.integers(EARLIEST, LATEST), st.integers(EARLIEST, LATEST))
def test_rounding_goes_outwards(one: int, other: int) -> None:
    start, end = sorted((one, other))
    since, until = rounded(start, end)
    assert EARLIEST <= since <= start
    assert end <= until <= LATEST


def test_a_click_on_a_group_looks_closer() -> None:
    address = grouped(HOME, [moment(1982, 4), moment(1982, 5)])
    assert address.since is not None
    assert address.since < moment(1982, 4) < moment(1982, 5) < (address.until or 0)
    assert address.query == HOME.address.query


def test_a_group_as_wide_as_the_window_shows_where_it_begins_and_ends() -> None:
    shown = at(Address(since=moment(1982, 4), until=moment(1982, 5)))
    address = grouped(shown, [moment(1982, 4), moment(1982, 5)])
    assert address == pressed(shown, "-")


def test_dragging_moves_the_window_and_not_the_filter() -> None:
    address = dragged(HOME, [days(moment(1982, 4)), days(moment(1982, 5))])
    assert (address.since, address.until) == (moment(1982, 4), moment(1982, 5))
    assert not address.query


def test_a_drag_beyond_all_time_ends_where_time_does() -> None:
    address = dragged(HOME, [days(EARLIEST) - 50, days(EARLIEST) + 50])
    assert (address.since, address.until) == (EARLIEST, minutes(days(EARLIEST) + 50))


@given(st.lists(st.sampled_from([*KEYS, "q"]), max_size=30))
def test_no_row_of_keys_leads_nowhere(keys: list[str]) -> None:
    address = Address()
    for key in keys:
        address = pressed(at(address), key)
        shown = window(at(address))
        assert EARLIEST <= shown.start < shown.end <= LATEST
        assert Address.parse(address.href, WAR) == address


def test_brackets_go_around_the_sources_of_the_event() -> None:
    event = WAR.disputed[0]
    first, second = (told.id for told in event.mentions)
    address = pressed(at(Address().selecting(event.id)), "]")
    assert address.selected == second
    assert pressed(at(address), "]").selected == first


def test_zooming_keeps_the_selected_event_in_view() -> None:
    event = WAR.disputed[0]
    address = Address().selecting(event.id)
    for _ in range(12):
        address = pressed(at(address), "+")
    shown = window(at(address))
    assert event.span is not None
    assert shown.overlaps(event.span)
    assert pressed(at(address), "0").since is None


def test_typed_dates_become_the_first_and_last_day_kept() -> None:
    address = until_typed(at(since_typed(HOME, "April 1982")), "May 1982")
    assert (address.query.since, address.query.until) == (moment(1982, 4), moment(1982, 6))
    assert since_typed(at(address), "").query.since is None


@pytest.mark.parametrize("typed", ["no date at all", "31/31/1982"])
def test_words_that_are_no_date_change_nothing(typed: str) -> None:
    assert since_typed(HOME, typed) == HOME.address


def test_a_date_after_the_other_changes_nothing() -> None:
    address = since_typed(HOME, "May 1982")
    assert until_typed(at(address), "April 1982") == address


def test_searching_puts_the_words_in_order() -> None:
    assert searched(HOME, "  the   cruiser ").query.words == "the cruiser"
    assert searched(HOME, None) == HOME.address


def test_every_move_takes_what_an_empty_page_sends() -> None:
    assert {move(HOME, None) for move in MOVES.values()} == {HOME.address}
