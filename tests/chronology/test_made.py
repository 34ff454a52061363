"""The chronologies other tests stand on are themselves sound."""

from __future__ import annotations

import pytest

from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.model import Certainty, Qualifier
from timeline.spans import Grain


@pytest.fixture(params=[{}, {"bc": True}, {"n": 300, "seed": 1}, {"n": 300, "bc": True}], ids=str)
def made(request: pytest.FixtureRequest) -> Chronology:
    return made_chronology(**request.param)


def test_every_passage_quotes_its_document(made: Chronology) -> None:
    for event in made.events.values():
        for mention in event.mentions:
            document = made.documents[mention.document]
            assert document.quote(mention.passage).endswith(".")
            if mention.when:
                assert document.quote(mention.when.expression.passage) == mention.when.why.phrase


def test_every_actor_named_is_known(made: Chronology) -> None:
    named = {part.actor for event in made.events.values() for part in event.actors}
    places = {place for event in made.events.values() for place in event.places}
    assert named | places <= made.actors.keys()


@pytest.mark.parametrize("bc", [False, True])
def test_there_is_one_of_every_kind_of_date(bc: bool) -> None:
    events = made_chronology(bc=bc).events.values()
    dates = [claim for event in events for claim in event.claims]
    assert {when.certainty for when in dates} == set(Certainty)
    assert {when.expression.qualifier for when in dates} >= {Qualifier.APPROX, Qualifier.BEFORE, Qualifier.AFTER}
    grains = {when.span.grain for when in dates if when.span}
    assert grains >= {Grain.MINUTE, Grain.PART_OF_DAY, Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.YEAR}
    assert any(event.disputed for event in events)
    assert any(event.when is None for event in events)
    assert all(event.span.year < 0 for event in events if event.span) == bc


@pytest.mark.parametrize("n", [0, 1, 500])
def test_as_many_as_asked_for_and_the_same_again(n: int) -> None:
    made = made_chronology(n, seed=7)
    assert len(made.events) == made.total == n
    assert list(made_chronology(n, seed=7).events) == list(made.events)
