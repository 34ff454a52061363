"""A list longer than the page holds is there in parts, each of them a link, and goes where the chosen event is."""

from __future__ import annotations

import pytest

from tests.made import made_chronology
from timeline.app import listing, lists
from timeline.app.address import Address
from timeline.app.moves import Place, stepped

MANY = made_chronology(1_200)
DATED = len(MANY.dated)


def place(search: str) -> Place:
    address = Address.parse(search, MANY)
    return Place(address, MANY, MANY.select(address.query))


def test_every_event_is_in_one_part() -> None:
    parts = [listing.rows(MANY, "dated", lists.part(page)) for page in (1, 2, 3)]
    assert [row["id"] for part in parts for row in part] == [event.id for event in MANY.dated]
    assert [len(part) for part in parts] == [lists.EACH, lists.EACH, DATED - 2 * lists.EACH]


@pytest.mark.parametrize(
    ("search", "page"), [("", 1), ("?page=2", 2), ("?page=99", 3), ("?page=0", 1), ("?list=undated&page=2", 1)]
)
def test_the_part_that_is_open(search: str, page: int) -> None:
    at = place(search)
    assert lists.page_of(at.selection, at.address) == page


def test_the_part_follows_what_is_chosen_until_another_is_opened() -> None:
    event = MANY.dated[lists.EACH + 3].id
    at = place(f"?sel={event}")
    assert lists.page_of(at.selection, at.address) == 2
    assert lists.page_of(at.selection, at.address.going(page=3)) == 3
    assert at.address.going(page=3).selecting(event).page is None
    assert at.address.going(page=3).asking(words="grain").page is None


def test_the_way_through_a_long_list_is_said_and_linked() -> None:
    [said] = listing.pager(MANY, place("?page=2").address)
    words, back, on = said.children
    assert words == f"501–1,000 of {DATED:,}"
    assert (back.href, on.href) == ("?page=1", "?page=3")
    assert listing.pager(MANY, place("?list=undated").address) == []


@pytest.mark.parametrize(("by", "row"), [(1, lists.EACH), (-1, None)])
def test_the_arrows_go_on_over_the_end_of_a_part(by: int, row: int | None) -> None:
    assert stepped(place("?page=1"), by).selected == (None if row is None else MANY.dated[row].id)
    assert stepped(place("?page=2"), -1).selected == MANY.dated[lists.EACH - 1].id
