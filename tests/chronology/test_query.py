"""A query has one text form, both ways, and says what it cannot understand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import ACTORS, made_chronology
from timeline.chronology import Match, Mode, Precision, Query
from timeline.chronology.filters import FILTERS
from timeline.errors import QueryError
from timeline.model import Certainty, Kind, Review, Role
from timeline.spans import EARLIEST, LATEST, moment

names = st.lists(st.text(min_size=1), max_size=3).map(tuple)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    ends = sorted(draw(st.sets(st.integers(EARLIEST, LATEST), min_size=2, max_size=2)))
    since, until = (draw(st.sampled_from([None, end])) for end in ends)
    return Query(
        since=since,
        until=until,
        match=draw(st.sampled_from(Match)),
        actors=draw(names),
        mode=draw(st.sampled_from(Mode)),
        role=draw(st.sampled_from([None, *Role])),
        organs=draw(st.booleans()),
        places=draw(names),
        kinds=tuple(draw(st.lists(st.sampled_from(Kind), max_size=3))),
        sources=draw(names),
        words=draw(st.text()),
        certainty=tuple(draw(st.lists(st.sampled_from(Certainty), max_size=3))),
        precision=tuple(draw(st.lists(st.sampled_from(Precision), max_size=3))),
        independent=draw(st.integers(1, 999)),
        disputed=draw(st.sampled_from([None, True, False])),
        review=tuple(draw(st.lists(st.sampled_from(Review), max_size=2))),
        tags=draw(names),
    )


@given(queries())
def test_the_text_form_goes_both_ways(query: Query) -> None:
    assert Query.parse(query.text()) == query


@given(st.text())
def test_whatever_is_read_is_a_query_or_a_problem(text: str) -> None:
    query, _ = Query.read(text)
    assert Query.parse(query.text()) == query


def test_the_text_form_is_short_and_plain() -> None:
    query = Query(
        since=moment(1982, 4, 2), until=moment(1982, 6, 15), actors=("a1", "a7"), mode=Mode.ALL, role=Role.INITIATOR,
        kinds=(Kind.ASSAULT, Kind.CONSULT), words="two words",
    )  # fmt: skip
    assert query.text() == (
        "since=1982-04-02&until=1982-06-14&actor=a1,a7&mode=all&role=initiator&kind=ASSAULT,CONSULT&q=two+words"
    )
    assert Query().text() == ""


UNTIL = [
    ("1982-06-14", moment(1982, 6, 15)),
    ("1982-06", moment(1982, 7)),
    ("1982", moment(1983)),
    ("480 BC", moment(-478)),
    ("-0479", moment(-478)),
    ("1982-06-14T11:59", moment(1982, 6, 14, 12)),
]


@pytest.mark.parametrize(("said", "excluded"), UNTIL)
def test_until_is_the_last_kept(said: str, excluded: int) -> None:
    assert Query.parse(f"until={said}").until == excluded


PROBLEMS = [
    ("actr=a1", "'actr' is not a filter; did you mean actor?"),
    ("kind=ASSAULTS", "kind=ASSAULTS is not known; did you mean ASSAULT?"),
    ("match=inside", "it is one of overlaps, within, certainly-within"),
    ("since=soon", "since=soon: not an ISO 8601 date"),
    ("since=1982-02-30", "no such day in the calendar"),
    ("until=0 BC", "no such year"),
    ("organs=perhaps", "it is yes or no"),
    ("q=a&q=b", "q is given twice"),
    ("sources>=none", "sources>=none is no number to count by; write it like sources>=2"),
    ("since=1982&until=1981", "since must come before until"),
]


@pytest.mark.parametrize(("text", "said"), PROBLEMS)
def test_a_problem_names_the_thing_and_the_choices(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=r".") as raised:
        Query.parse(text)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_old_link_keeps_what_can_be_honoured() -> None:
    query, problems = Query.read("?since=1982&kind=ASSAULT,WAR&colour=red&view=lanes", ignoring={"view"})
    assert query == Query(since=moment(1982), kinds=(Kind.ASSAULT,))
    assert len(problems) == 2


def test_lists_given_twice_are_joined() -> None:
    assert Query.parse("actor=a1&actor=a2").actors == ("a1", "a2")
    assert Query.parse("kind=AID%2CASSAULT").kinds == (Kind.AID, Kind.ASSAULT)


@pytest.mark.parametrize("name", ["Arvenia", "arvenia", "the  Arvenians", ACTORS["arv"].id])
def test_names_become_ids(name: str) -> None:
    assert Query(actors=(name,)).resolved(made_chronology()).actors == (ACTORS["arv"].id,)


def test_commas_that_were_encoded_still_part_names() -> None:
    query = Query.parse("actor=Arvenia%2C+Marel")
    assert query.resolved(made_chronology()).actors == (ACTORS["arv"].id, ACTORS["marel"].id)


def test_outlets_become_ids_too() -> None:
    made = made_chronology()
    (source,) = Query(sources=("Harbour Post",)).resolved(made).sources
    assert made.source_name(source) == "Harbour Post"
    assert Query(sources=(source,)).resolved(made).sources == (source,)


def test_an_unknown_name_is_told_with_those_close_to_it() -> None:
    with pytest.raises(QueryError, match="no actor 'Arvena' here; did you mean Arvenia"):
        Query(actors=("Arvena",)).resolved(made_chronology())
    with pytest.raises(QueryError, match=r"did you mean Ilse Marel\?"):
        Query(actors=("Presidnt Marel",)).resolved(made_chronology())
    query, problems = Query(actors=("Arvena", "Marel")).fitted(made_chronology())
    assert query.actors == (ACTORS["marel"].id,)
    assert len(problems) == 1


def test_a_name_of_two_is_not_guessed() -> None:
    made = made_chronology()
    twin = replace(ACTORS["dorn"], id="a0")
    made = replace(made, actors={**made.actors, "a0": twin})
    with pytest.raises(QueryError, match=r"2 actors are called 'Pavo Dorn'; choose one by its id: .*, a0"):
        Query(actors=("Pavo Dorn",)).resolved(made)


SENTENCES = [
    ("actor=Arvenia,Marel&organs=no", [("actor", "Actor: Arvenia or Ilse Marel, without organs")]),
    ("actor=Marel,Dorn&mode=all&role=initiator", [("actor", "Actor: Ilse Marel and Pavo Dorn acting")]),
    ("actor=Arvenia", [("actor", "Actor: Arvenia, organs included")]),
    ("since=1982-04-02&until=1982-06-14", [("dates", "Dates: 2 Apr – 14 Jun 1982")]),
    ("since=1982-05&until=1982-05&match=within", [("dates", "Dates: within May 1982")]),
    ("since=500 BC&until=480 BC", [("dates", "Dates: 500–480 BC")]),
    ("since=1982", [("dates", "Dates: from 1982 on")]),
    ("until=1982-06-14", [("dates", "Dates: up to 14 Jun 1982")]),
    ("kind=AID,ASSAULT&q=red cross", [("kind", "Kind: aid or assault"), ("words", "Words: red cross")]),
    ("source=Harbour Post&place=Port Hallam", [("place", "Place: Port Hallam"), ("source", "Source: Harbour Post")]),
    ("certainty=stated&precision=day", [("certainty", "Certainty: stated"), ("precision", "Precision: to the day")]),
    ("sources>=2&disputed=yes", [("independent", "Independent sources: 2 or more"), ("disputed", "Date: disputed")]),
    ("sources%3E=2&disputed=no", [("independent", "Independent sources: 2 or more"), ("disputed", "Date: not disputed")]),
    ("review=confirmed,unreviewed&tag=a,b", [("review", "Review: confirmed or unreviewed"), ("tag", "Tag: a or b")]),
    ("mode=all", []),
]


@pytest.mark.parametrize(("text", "said"), SENTENCES)
def test_a_reader_sees_sentences(text: str, said: list[tuple[str, str]]) -> None:
    made = made_chronology()
    assert Query.parse(text).resolved(made).sentences(made) == said


@given(queries())
def test_taking_off_every_filter_asks_nothing(query: Query) -> None:
    for row in FILTERS:
        query = query.without(row.key)
    assert not query
    with pytest.raises(QueryError, match="no filter 'colour'; the filters are dates, actor"):
        query.without("colour")
