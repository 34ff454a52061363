"""Typed dates are read and shown; the boxes follow the address only where they do not say the same."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.app import ids
from timeline.app.typed import boxes_to_fill, read_typed, reading
from timeline.chronology import Query
from timeline.errors import DateError
from timeline.spans import Span, moment
from timeline.text.typed import typed_date

TODAY = date(2026, 3, 7)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("", None),
        ("   ", None),
        ("1982-04-02", Span.of(1982, 4, 2)),
        ("April 1982", Span.of(1982, 4)),
        ("480 BC", Span.of(-479)),
        ("12/3/2014", Span.of(2014, 3, 12)),
        ("yesterday", Span.of(2026, 3, 6)),
    ],
)
def test_what_people_type(typed: str, span: Span | None) -> None:
    assert read_typed(typed, TODAY) == span


def test_what_names_no_date_is_an_error_of_one_line() -> None:
    with pytest.raises(DateError) as error:
        read_typed("when it was over", TODAY)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("since", "until", "said", "well"),
    [
        ("", "", "", True),
        ("April 1982", "", "From April 1982", True),
        ("mid May 1982", "late 1942", "11 May 1982 is after 31 December 1942; nothing lies between", False),
        ("mid-September 2014", "late 2014", "From 11 September 2014 to the end of 31 December 2014", True),
        ("", "480 BC", "To the end of 480 BC", True),
        ("2 April 1982", "May 1982", "From 2 April 1982 to the end of May 1982", True),
        ("May 1982", "April 1982", "May 1982 is after April 1982; nothing lies between", False),
    ],
)
def test_the_reading_is_shown(since: str, until: str, said: str, well: bool) -> None:
    assert reading(since, until) == (said, well)


@pytest.mark.parametrize("at", [moment(1982, 5, 2), moment(1982, 12, 31, 17, 5), moment(-479, 9, 1)])
def test_what_the_page_writes_into_a_box_means_what_it_would_if_it_were_typed(at: int) -> None:
    filled = boxes_to_fill(Query(since=at), "", "", "")[ids.SINCE]
    assert typed_date(filled, moment(2026)) == read_typed(filled)


def test_boxes_are_left_alone_where_they_say_the_same() -> None:
    query = Query(since=moment(1982, 4), until=moment(1982, 6), words="the cruiser")
    assert boxes_to_fill(query, " the  cruiser", "April 1982", "May 1982") == {}
    assert boxes_to_fill(query, "", "", "") == {
        ids.SEARCH: "the cruiser",
        ids.SINCE: "1 Apr 1982",
        ids.UNTIL: "31 May 1982",
    }
    assert boxes_to_fill(Query(), "cruiser", "April 1982", "") == {ids.SEARCH: "", ids.SINCE: ""}
