"""Selecting keeps what is asked, and the facets promise what choosing would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import ACTORS, made_chronology
from timeline.chronology import Chronology, Match, Mode, Precision, Query
from timeline.errors import QueryError
from timeline.model import Certainty, Kind, Role
from timeline.spans import civil, moment

MADE = made_chronology()
MANY = made_chronology(400, seed=3)


actors = st.lists(st.sampled_from(sorted(actor.id for actor in ACTORS.values())), unique=True, max_size=2).map(tuple)
queries = st.builds(
    Query,
    since=st.sampled_from([None, moment(1985)]),
    until=st.sampled_from([None, moment(2001)]),
    match=st.sampled_from(Match),
    actors=actors,
    mode=st.sampled_from(Mode),
    role=st.sampled_from([None, *Role]),
    organs=st.booleans(),
    kinds=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
    sources=st.lists(st.sampled_from(sorted(MANY.outlets)), max_size=1).map(tuple),
    words=st.sampled_from(["", "levy"]),
    certainty=st.lists(st.sampled_from(Certainty), max_size=1).map(tuple),
    precision=st.lists(st.sampled_from(Precision), max_size=1).map(tuple),
)


def titles(made: Chronology, text: str) -> set[str]:
    return {event.title for event in made.select(Query.parse(text)).events.values()}


def test_the_empty_query_keeps_all_in_their_order() -> None:
    assert list(MADE.select(Query()).events) == list(MADE.events)


def test_a_selection_knows_the_whole() -> None:
    selection = MADE.select(Query.parse("kind=ASSAULT"))
    assert selection.total == len(MADE.events) > len(selection.events)
    assert selection.whole is MADE
    assert selection.select(Query()).events == selection.events
    assert selection.sentences() == [("kind", "Kind: assault")]
    assert MADE.select(Query.parse("q=nothing-like-it")).total == MADE.total


@given(queries, queries)
@settings(max_examples=60, deadline=None)
def test_selecting_from_a_selection_narrows_it_or_says_it_cannot(one: Query, other: Query) -> None:
    first = MANY.select(one)
    try:
        both = first.select(other)
    except QueryError:
        return
    assert both.events.keys() == first.events.keys() & MANY.select(other).events.keys()
    assert MANY.select(both.query).events == both.events
    assert both.total == len(MANY.events)


def test_what_one_query_cannot_say_is_refused() -> None:
    spring = MADE.select(Query.parse("since=1982-03&until=1982-05"))
    with pytest.raises(QueryError, match=r"the filter on dates is in force already .* ask both in one query"):
        spring.select(Query.parse("since=1982-05&until=1982-06"))
    assert spring.select(spring.query).events == spring.events


def test_actors_are_narrowed_to_both() -> None:
    selection = MADE.select(Query.parse("actor=Marel")).select(Query.parse("actor=Dorn&since=1982"))
    assert [event.title for event in selection.events.values()] == ["Pavo Dorn meets Ilse Marel"]
    assert selection.sentences()[-1] == ("actor", "Actor: Ilse Marel and Pavo Dorn")


def test_either_claim_of_a_disputed_event_touches() -> None:
    assert any("Halcyon" in title for title in titles(MADE, "since=1982-05-02&until=1982-05-02"))
    assert any("Halcyon" in title for title in titles(MADE, "since=1982-05-03&until=1982-05-03"))
    assert not any("Halcyon" in title for title in titles(MADE, "since=1982-05-03&until=1982-05-03&match=within"))
    assert not any("Halcyon" in title for title in titles(MADE, "since=1982-05-02&until=1982-05-02&match=certainly-within"))
    assert any("Halcyon" in title for title in titles(MADE, "since=1982-05-02&until=1982-05-03&match=certainly-within"))


def test_dates_leave_out_the_undated() -> None:
    assert len(MADE.undated) == 2
    assert not MADE.select(Query.parse("since=0001")).undated
    assert MADE.select(Query.parse("kind=ACCUSE")).undated


def test_a_state_includes_its_organs_unless_asked_not_to() -> None:
    asks = "Arvenian Foreign Ministry asks the League Council to act"
    assert asks in titles(MADE, "actor=Arvenia")
    assert asks not in titles(MADE, "actor=Arvenia&organs=no")


def test_roles_and_all_of_them() -> None:
    assert titles(MADE, "actor=Dorn,Marel&mode=all") == {"Pavo Dorn meets Ilse Marel"}
    assert titles(MADE, "actor=League Council&role=target") == {"Arvenian Foreign Ministry asks the League Council to act"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("march", {"Crowds march against the war"}),
        ("halcyon wreck", {"Wreck of the Halcyon found"}),
        ('"aid ships"', {"Aid ships reach Port Hallam"}),
        ("smuggl*", {"Smugglers supply both shores"}),
        ("NEAR( AND", set()),
        ('"', set()),
        ("*", set()),
    ],
)
def test_words_are_found_in_titles_and_passages(words: str, found: set[str]) -> None:
    assert {event.title for event in MADE.select(Query(words=words)).events.values()} == found


@given(st.text(), st.sampled_from([" ", '" ', "* "]))
def test_no_words_break_the_search(words: str, between: str) -> None:
    assert MADE.select(Query(words=words + between + words)).events.keys() <= MADE.events.keys()


FIELD = {"actor": "actors", "kind": "kinds", "source": "sources", "certainty": "certainty", "precision": "precision"}


@given(queries, st.sampled_from(sorted(FIELD)))
@settings(max_examples=60, deadline=None)
def test_a_count_is_what_choosing_that_alone_would_show(query: Query, key: str) -> None:
    counts = MANY.facets(query)[key]
    if key == "actor" and query.mode is Mode.NONE:
        query = replace(query, mode=Mode.ANY)
    for value in counts[:3]:
        chosen = replace(query, **{FIELD[key]: (value.key,)})  # type: ignore[arg-type]
        assert value.count == len(MANY.select(chosen).events), value
        assert value.chosen == (value.key in getattr(query, FIELD[key]))


@given(queries)
@settings(max_examples=30, deadline=None)
def test_without_some_actors_are_all_events_but_theirs(query: Query) -> None:
    others = replace(query, actors=())
    of_theirs = MANY.select(replace(query, mode=Mode.ANY)).events.keys() if query.actors else set()
    kept = MANY.select(replace(query, mode=Mode.NONE)).events.keys()
    assert kept == MANY.select(others).events.keys() - of_theirs


def test_leaving_out_is_said_and_narrowed() -> None:
    without = MADE.select(Query.parse("actor=Marel&mode=none")).select(Query.parse("actor=Dorn&mode=none"))
    assert without.sentences()[-1] == ("actor", "Actor: without Ilse Marel or Pavo Dorn")
    with pytest.raises(QueryError, match="filter on actor"):
        without.select(Query.parse("actor=Arvenia"))


def test_how_many_tell_it_and_what_is_disputed_are_counted() -> None:
    counts = MADE.facets()
    for least in counts["independent"]:
        assert least.count == len(MADE.select(Query(independent=int(least.key))).events) > 0
    assert [(one.key, one.count) for one in counts["disputed"]] == [("yes", len(MADE.disputed))]
    assert MADE.facets(Query(independent=2))["independent"][0].chosen


def test_values_at_zero_stay() -> None:
    whole, none = MADE.facets(), MADE.facets(Query(since=moment(2400), match=Match.WITHIN))
    assert [value.key for value in whole["actor"]] == [value.key for value in none["actor"]]
    assert not any(value.count for value in none["actor"])


def test_an_event_is_found_by_any_of_its_mentions() -> None:
    event = next(event for event in MADE.events.values() if len(event.mentions) > 1)
    first, second = event.mentions[:2]
    assert MADE.event(first.id) is MADE.event(second.id) is MADE.event(event.id) is event
    assert MADE.event("e" + second.id[1:]) is event
    assert MADE.event("e000000000000") is None
    assert MADE.event("") is None


def test_the_span_leaves_open_sides_aside() -> None:
    span = MADE.span()
    assert span is not None
    assert civil(span.start)[0] == 1970
    assert civil(span.end - 1)[:3] == (1982, 6, 21)
    assert made_chronology(0).span() is None


def test_views_count_everything_once() -> None:
    assert len(MADE.dated) + len(MADE.undated) == len(MADE.events)
    assert [event.title for event in MADE.disputed] == [MADE.disputed[0].title]


def test_dates_of_a_document_are_in_the_order_of_its_text() -> None:
    for id in MADE.documents:
        starts = [date.expression.passage.start for date in MADE.dates_of(id)]
        assert starts == sorted(starts)
        assert starts


def test_a_frame_has_a_row_an_event() -> None:
    frame = MADE.to_frame()
    assert list(frame.index) == list(MADE.events)
    row = frame.loc[MADE.disputed[0].id]
    assert (row.earliest, row.latest, row.grain, row.disputed) == ("1982-05-02", "1982-05-02", "day", True)
    assert set(row.actors) == {"Arvenia", "Costal Navy"}
    assert len(row.sources) == len(row.quote) == 2
    assert frame.loc[MADE.undated[0].id].earliest is None
    assert made_chronology(0).to_frame().empty


def test_told_by_several_and_told_differently_can_be_asked() -> None:
    several = MADE.select(Query.parse("sources>=2"))
    assert [event.sources for event in several.events.values()] == [2, 2]
    assert list(several.select(Query(disputed=True)).events) == [MADE.disputed[0].id]
    assert len(MADE.select(Query(disputed=False)).events) == len(MADE.events) - 1
    assert several.select(Query(independent=1)).query == several.query
