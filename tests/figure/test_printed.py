"""The words around a picture."""

from __future__ import annotations

import pytest

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.query import Query
from timeline.figure import DARK, LIGHT, Encoding, glyph
from timeline.figure.printed import counts, filters, sources


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


@pytest.mark.parametrize("encoding", Encoding)
def test_every_encoding_has_a_glyph_of_its_own(encoding: Encoding) -> None:
    others = {glyph(other, LIGHT) for other in Encoding if other is not encoding}
    assert glyph(encoding, LIGHT) not in others
    assert LIGHT.soft in glyph(encoding, LIGHT)
    assert DARK.soft in glyph(encoding, DARK)
