from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import DateError
from timeline.spans import parse_iso
from timeline.text.typed import typed_date

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/text/typed.toml").read_text("utf-8"))
TODAY = parse_iso(CASES["today"]["iso"]).start

WORDS = (
    "last next this March May spring 480 BC AD 1982 12 3 / 2014 05 ago two weeks noon 14:05 GMT the century 5th 1980s "
    "a.m. 0 99 . , c. é 年 １２"
)


@pytest.mark.parametrize(("words", "meant"), CASES["read"].items())
def test_typed_words_mean(words: str, meant: list[str]) -> None:
    span = typed_date(words, TODAY)
    assert [span.earliest(), span.latest(), span.grain.name] == meant


@pytest.mark.parametrize("words", CASES["refused"]["words"])
def test_what_names_no_date_is_refused_with_examples(words: str) -> None:
    with pytest.raises(DateError, match="spring 1982, 480 BC"):
        typed_date(words, TODAY)


def test_another_language_is_read_too() -> None:
    assert typed_date("5. Mai 1982", TODAY, "de") == parse_iso("1982-05-05")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=5).map(" ".join) | st.text(max_size=15))
def test_whatever_is_typed_gives_a_span_or_one_clear_line(words: str) -> None:
    try:
        span = typed_date(words, TODAY)
    except DateError as error:
        said = str(error)
    else:
        said = "" if span.start < span.end else "an empty span"
    assert "\n" not in said
    assert said != "an empty span"
