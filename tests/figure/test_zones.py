"""Times on another clock; days stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from timeline.chronology import Chronology
from timeline.figure import in_zone, lay_out, say_offset, zones
from timeline.model import Event
from timeline.spans import Span, iso


def at(offset: int | None, hour: int = 23) -> Event:
    made = event(f"at {hour}", Span.of(1982, 5, 2, hour, 30))
    claims = tuple(claim._replace(offset=offset) for claim in made.claims)
    return replace(made, claims=claims)


def start_of(whole: Chronology) -> str:
    [one] = whole.events.values()
    assert one.span
    return iso(one.span.start, with_time=True)


@pytest.mark.parametrize(
    ("told", "zone", "said"),
    [
        (-180, 0, "1982-05-03T02:30"),
        (330, 0, "1982-05-02T18:00"),
        (0, 330, "1982-05-03T05:00"),
        (None, 330, "1982-05-02T23:30"),
        (-180, None, "1982-05-02T23:30"),
    ],
)
def test_a_time_whose_zone_is_known_moves_to_another_clock(told: int | None, zone: int | None, said: str) -> None:
    assert start_of(in_zone(chronology([at(told)]), zone)) == said


@given(st.integers(-720, 840), st.integers(-720, 840))
def test_there_and_back_is_where_it_was(one: int, other: int) -> None:
    whole = chronology([at(one)])
    assert start_of(in_zone(in_zone(whole, other), one)) == start_of(whole)


def test_days_have_no_zone() -> None:
    day = event("day", days(0, 1))
    day = replace(day, claims=tuple(claim._replace(offset=60) for claim in day.claims))
    assert in_zone(chronology([day]), 0).events == {day.id: day}
    assert zones(chronology([day, at(None)])) == ()
    assert zones(chronology([at(330), at(-180, 4)])) == (-180, 330)


@pytest.mark.parametrize(("offset", "said"), [(0, "UTC"), (330, "UTC+05:30"), (-180, "UTC−03:00")])
def test_zones_in_words(offset: int, said: str) -> None:
    assert say_offset(offset) == said


def test_a_picture_on_another_clock_says_so() -> None:
    whole = chronology([at(-180), event("day", days(4500, 4501))])
    file = lay_out(whole, medium="file", zone=0)
    assert "Times in UTC, where their zone is known" in [words.text for words in file.words]
    moved = {mark.event: mark.at for mark in file.marks}[at(-180).id]
    assert moved - {mark.event: mark.at for mark in lay_out(whole).marks}[at(-180).id] == 180
    assert not any("Times in" in words.text for words in lay_out(chronology([at(None)]), medium="file", zone=0).words)
