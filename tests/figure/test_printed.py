"""The words around a picture."""

from __future__ import annotations

import pytest

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology import Chronology
from timeline.chronology.query import Query
from timeline.figure import DARK, LIGHT, Encoding, glyph
from timeline.figure.printed import counts, filters, say_sources, sources
from timeline.model import Document, by_id


def test_counts_are_those_of_the_selection_and_of_all() -> None:
    whole = made_chronology()
    assert counts(whole) == "19 events · 2 undated · 1 disputed"
    assert counts(whole.select(Query.parse("kind=ASSAULT"))) == "3 of 19 events · 1 disputed"
    assert counts(chronology([event("a", days(0, 1))])) == "1 event"


def test_filters_are_said_in_words() -> None:
    assert filters(made_chronology()) == ()
    assert filters(made_chronology().select(Query.parse("kind=ASSAULT"))) == ("Kind: assault",)


def test_only_sources_of_what_is_shown_are_named() -> None:
    whole = made_chronology()
    assert sources(whole) == ("A Short History of the Strait", "Arven Herald", "Harbour Post", "Northern Wire")
    assert sources(whole.select(Query.parse("kind=PROTEST"))) == ("Harbour Post",)


def test_of_many_sources_those_that_tell_most_are_named() -> None:
    papers = [Document(f"d{n}", f"{n}.txt", f"Paper {n:02}", "x" * 50) for n in range(30)]
    twice = papers[-1]
    told = [event(f"Told by {one.id}", days(n, n + 1), outlet=one.id) for n, one in enumerate([*papers, twice])]
    said = say_sources(Chronology("Many", by_id(papers), by_id(told), {}))
    assert said.startswith("Sources: Paper 00, Paper 01, ")
    assert said.endswith("Paper 18, Paper 29 and 10 more.")


@pytest.mark.parametrize("encoding", Encoding)
def test_every_encoding_has_a_glyph_of_its_own(encoding: Encoding) -> None:
    others = {glyph(other, LIGHT) for other in Encoding if other is not encoding}
    assert glyph(encoding, LIGHT) not in others
    assert LIGHT.soft in glyph(encoding, LIGHT)
    assert DARK.soft in glyph(encoding, DARK)
