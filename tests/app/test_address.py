"""The address is the whole state: what is asked comes back from its text, and a broken one says what it lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import made_chronology
from timeline.app.address import LANES, LISTS, Address
from timeline.chronology import Match, Mode, Precision, Query
from timeline.model import Certainty, Kind, Role
from timeline.spans import EARLIEST, LATEST

WHOLE = made_chronology()
MENTIONS = [told.id for event in WHOLE.events.values() for told in event.mentions]

moments = st.integers(EARLIEST + 1, LATEST - 1)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    since, until = sorted(draw(st.lists(moments, min_size=2, max_size=2, unique=True)))
    some = lambda values: st.lists(st.sampled_from(list(values)), unique=True, max_size=2).map(tuple)  # noqa: E731
    return Query(
        since=draw(st.none() | st.just(since)),
        until=draw(st.none() | st.just(until)),
        match=draw(st.sampled_from(Match)),
        actors=draw(some(WHOLE.actors)),
        mode=draw(st.sampled_from(Mode)),
        role=draw(st.none() | st.sampled_from(Role)),
        kinds=draw(some(Kind)),
        sources=draw(some(WHOLE.outlets)),
        words=draw(st.sampled_from(["", "cruiser", "a & b=c", "+?#", "«Белград»"])),
        certainty=draw(some(Certainty)),
        precision=draw(some(Precision)),
    )


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    since, until = sorted(draw(st.lists(moments, min_size=2, max_size=2, unique=True)))
    looking = draw(st.booleans())
    document = draw(st.none() | st.sampled_from(list(WHOLE.documents)))
    start = draw(st.integers(0, 20))
    return Address(
        query=draw(queries()),
        lane=draw(st.sampled_from(LANES)),
        listed=draw(st.sampled_from(LISTS)),
        since=since if looking else None,
        until=until if looking else None,
        selected=draw(st.none() | st.sampled_from([*WHOLE.events, *MENTIONS])),
        document=document,
        at=(start, start + 5) if document and draw(st.booleans()) else None,
    )


@given(addresses())
def test_an_address_comes_back_from_its_text(address: Address) -> None:
    assert Address.parse(address.href, WHOLE) == address


@given(addresses())
def test_an_address_holds_no_words_of_the_sources(address: Address) -> None:
    written = address.text().replace("+", " ")
    names = [*(actor.name for actor in WHOLE.actors.values()), *WHOLE.outlets.values()]
    assert not [name for name in names if name in written]


@given(st.text(max_size=80))
def test_no_link_breaks_the_page(search: str) -> None:
    address = Address.parse("?" + search, WHOLE)
    assert Address.parse(address.href, WHOLE) == address.going()


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?sel=e000", "event the link points at"),
        ("?doc=d000", "text the link points at"),
        ("?lane=colour", "colour"),
        ("?list=all", "all"),
        ("?from=yesterday&to=1982", "yesterday"),
        ("?actor=a000", "a000"),
        ("?since=soon", "soon"),
        ("?colour=red", "colour"),
    ],
)
def test_a_link_says_what_it_could_not_honour(search: str, said: str) -> None:
    address = Address.parse(search, WHOLE)
    assert any(said in sentence for sentence in address.unheard)
    assert address.going() == Address()


def test_what_can_be_honoured_of_a_broken_link_is() -> None:
    actor = next(iter(WHOLE.actors))
    address = Address.parse(f"?actor={actor}&sel=e000&lane=kind", WHOLE)
    assert (address.query.actors, address.lane, address.selected) == ((actor,), "kind", None)


@given(addresses(), st.sampled_from(list(Kind)))
def test_a_link_leads_where_the_address_would(address: Address, kind: Kind) -> None:
    assert address.link_asking(kinds=(kind,)) == address.asking(kinds=(kind,)).href
    assert address.link_asking(independent=2) == address.asking(independent=2).href
    [document, *_] = WHOLE.documents
    assert address.link_reading(document) == address.reading(document).href


def test_the_page_as_it_opens_has_an_empty_address() -> None:
    assert Address().text() == ""
    assert Address.parse("", WHOLE) == Address()


def test_new_dates_are_also_the_window_looked_at() -> None:
    looking = Address(since=0, until=1000)
    assert looking.asking(since=50).since is None
    assert looking.asking(words="x").since == 0


def test_ways_of_looking_are_in_the_address() -> None:
    event = WHOLE.dated[3]
    address = Address(lane="certainty", align=event.id, compare=True, rest=True)
    assert address.text() == f"lanes=certainty&align={event.id}&compare=yes&rest=faint"
    assert Address.parse(address.href, WHOLE) == address


@pytest.mark.parametrize(("zone", "text"), [(0, "tz=UTC"), (330, "tz=%2B05%3A30"), (-180, "tz=-03%3A00"), (None, "")])
def test_the_clock_is_in_the_address(zone: int | None, text: str) -> None:
    address = Address(zone=zone)
    assert address.text() == text
    assert Address.parse(text, WHOLE) == address


@pytest.mark.parametrize("text", ["tz=Mars", "tz=+25:00", "tz=330"])
def test_what_is_no_zone_is_said(text: str) -> None:
    address = Address.parse(text, WHOLE)
    assert address.zone is None
    assert "time zone" in address.unheard[0]


def test_an_older_link_names_its_lanes_in_the_singular() -> None:
    assert Address.parse("?lane=place", WHOLE).lane == "place"


def test_an_event_without_a_date_cannot_be_counted_from() -> None:
    address = Address.parse(f"?align={WHOLE.undated[0].id}", WHOLE)
    assert address.align is None
    assert "counts from" in address.unheard[0]
