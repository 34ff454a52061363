"""Who is named, as what, and who is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events import actors_in
from timeline.events.actors import with_parents
from timeline.model import Actor, ActorKind, Document

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "events" / "actors.toml").read_text(encoding="utf-8"))["case"]


def document(text: str) -> Document:
    return Document("d", "d", "", text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_namings(case: dict[str, Any]) -> None:
    read = document(case["text"])
    found = [f"{read.quote(one.passage)} = {one.actor.name} ({one.actor.kind.value})" for one in actors_in(read)]
    assert found == case["actors"]


@pytest.mark.parametrize("case", [case for case in CASES if "nobody" in case], ids=lambda case: case["name"])
def test_nobody(case: dict[str, Any]) -> None:
    read = document(case["text"])
    named = {read.quote(one.passage) for one in actors_in(read)}
    assert not named & set(case["nobody"])


def test_an_actor_has_one_id_in_every_document() -> None:
    (first,) = actors_in(document("Vladimir Putin spoke."))
    (second,) = actors_in(document("Mr Putin left."))
    assert first.actor.id == second.actor.id == Actor.make_id("person:vladimir putin")


def test_a_states_bodies_and_people_are_part_of_it() -> None:
    text = "The Iranian Foreign Ministry and Iranian President Masoud Pezeshkian thanked Russia."
    ministry, president, russia = (one.actor for one in actors_in(document(text)))
    iran = Actor.make_id("state:IRN")
    assert ministry.part_of == president.part_of == iran
    assert russia.part_of is None
    assert with_parents([ministry])[iran].name == "Iran"


def test_one_actor_has_all_its_names_as_aliases() -> None:
    found = actors_in(document("Britain sent ships. The UK and London agreed. British troops landed."))
    assert len({one.actor.id for one in found}) == 1
    assert set(found[0].actor.aliases) == {"Britain", "UK", "London", "British"}


PIECES = """
Russia's Russian Foreign Ministry of the and Vladimir Putin
US-Israel HMS General Battle ( ) “ said , . - — al-Assad J. 3rd Army Gen. / Élysée Mr in
"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=30)


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_namings_in_order_that_do_not_overlap(text: str) -> None:
    found = actors_in(document(text))
    last = 0
    for one in found:
        assert last <= one.passage.start < one.passage.end <= len(text)
        assert text[one.passage.start : one.passage.end].strip() == text[one.passage.start : one.passage.end]
        assert isinstance(one.actor.kind, ActorKind)
        last = one.passage.end


@pytest.mark.parametrize("words", range(37, 43))
def test_a_long_row_of_capitals_may_break_off_at_a_joint(words: int) -> None:
    """Rows of names, as tables have them, are read in pieces; a piece may end with "of"."""
    text = "They listed " + "Bolmark " * words + "of Veldstadt and the Tarn."
    starts = [one.passage.start for one in actors_in(document(text))]
    assert starts == sorted(starts)
