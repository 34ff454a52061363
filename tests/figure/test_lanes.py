"""Who stands where."""

from __future__ import annotations

import pytest

from tests.figure.drawn import actor, chronology, days, event
from tests.made import ACTORS, made_chronology
from timeline.chronology.query import Query
from timeline.errors import TimelineError
from timeline.figure.lanes import rows
from timeline.model import Kind


def test_an_event_stands_in_the_lane_of_each_of_its_actors() -> None:
    one = event("a", days(0, 1), actors=("A", "B"))
    lanes = rows(chronology([one], names="AB"), "actor", {})
    assert [(row.name, [e.id for e in row.events]) for row in lanes] == [("A", [one.id]), ("B", [one.id])]


def test_the_ten_busiest_actors_have_lanes_and_the_others_share_one() -> None:
    names = "ABCDEFGHIJKLM"
    events = [
        event(f"{name}{n}", days(n, n + 1), actors=(name,)) for place, name in enumerate(names) for n in range(20 - place)
    ]
    lanes = rows(chronology(events, names=names), "actor", {})
    assert [row.name for row in lanes] == [*"ABCDEFGHIJ", "Other actors (3)"]
    assert len(lanes[-1].events) == 10 + 9 + 8


def test_events_of_nobody_are_not_left_out() -> None:
    lanes = rows(chronology([event("a", days(0, 1))]), "actor", {})
    assert [row.name for row in lanes] == ["No actor named"]


def test_what_an_organ_does_stands_in_its_states_lane_as_the_filters_count_it() -> None:
    whole = made_chronology()
    counted = {one.label: one.count for one in whole.facets()["actor"]}
    lanes = {row.name: len(row.events) for row in rows(whole, "actor", {})}
    assert lanes["Costal Republic"] > sum(ACTORS["cos"].id in {p.actor for p in e.actors} for e in whole.events.values())
    assert {name: counted[name] for name in lanes if name in counted} == {n: k for n, k in lanes.items() if n in counted}
    without = whole.select(Query(organs=False))
    assert {row.name: len(row.events) for row in rows(without, "actor", {})}["Costal Republic"] < lanes["Costal Republic"]


def test_actors_asked_for_come_first() -> None:
    whole = made_chronology()
    chosen = whole.select(Query(actors=(ACTORS["dorn"].id, ACTORS["front"].id)))
    assert [row.name for row in rows(chosen, "actor", {})][:2] == ["Pavo Dorn", "Highland Front"]


@pytest.mark.parametrize("by", ["actor", "kind", "source", "place"])
def test_every_event_stands_in_some_lane(by: str) -> None:
    whole = made_chronology()
    standing = {event.id for row in rows(whole, by, {}) for event in row.events}
    assert standing == set(whole.events)


def test_colour_means_an_actor_and_nothing_else() -> None:
    colours = {actor("A").id: "#0072B2"}
    one = chronology([event("a", days(0, 1), actors=("A",))], names="A")
    assert rows(one, "actor", colours)[0].colour == "#0072B2"
    assert {row.colour for by in ("kind", "source", "place") for row in rows(one, by, colours)} == {None}


def test_unknown_lanes_are_refused_with_the_choices() -> None:
    with pytest.raises(TimelineError, match="actor, place, kind, source, certainty"):
        rows(made_chronology(), "mood", {})


def test_lanes_by_certainty_stand_from_sure_to_guessed() -> None:
    lanes = rows(made_chronology(), "certainty", {})
    assert [row.name for row in lanes] == ["Stated", "Implied", "Guessed", "No date"]


def test_comparing_keeps_the_lanes_asked_for_and_counts_what_they_share() -> None:
    whole = made_chronology()
    both = whole.select(Query(actors=(ACTORS["cos"].id, ACTORS["arv"].id)))
    lanes = rows(both, "actor", {}, compare=True)
    assert [row.name for row in lanes] == ["Costal Republic", "Arvenia"]
    assert {event.id for row in lanes for event in row.events} == set(both.events)
    assert sum(len(row.events) for row in lanes) - len(both.events) == lanes[0].shared == lanes[1].shared


def test_sources_are_compared_too() -> None:
    whole = made_chronology()
    names = {name: id for id, name in whole.outlets.items()}
    asked = ("Harbour Post", "Northern Wire")
    told = whole.select(Query(sources=tuple(names[name] for name in asked)))
    assert [row.name for row in rows(told, "source", {}, compare=True)] == list(asked)


def test_one_alone_is_not_compared() -> None:
    one = made_chronology().select(Query(actors=(ACTORS["cos"].id,)))
    assert rows(one, "actor", {}, compare=True) == rows(one, "actor", {})


def test_what_the_filters_leave_out_stands_behind_in_its_lane() -> None:
    whole = made_chronology()
    kept = whole.select(Query(kinds=(Kind.ASSAULT,)))
    left_out = whole.picked.where(~kept.picked.mask)
    lanes = rows(kept, "certainty", {}, rest=left_out)
    assert {event.id for row in lanes for event in row.events} == set(kept.events)
    assert {event.id for row in lanes for event in row.rest} == {event.id for event in left_out if event.span}
