from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import sentences

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/text/sentences.toml").read_text("utf-8"))["case"]

PIECES = st.sampled_from(
    [
        "Gen.",
        "U.S.",
        "he",
        "The",
        "3.5",
        "12.",
        "…",
        "...",
        "?!",
        '."',
        ".”",
        ")",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "\f",
        " ",
        "\u2029",
        "- x",
        "。",
        "؟",
        "J.",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sentences"][0][:40])
def test_sentences_stand_as_the_row_says(case: dict[str, Any]) -> None:
    text = case.get("between", " ").join(case["sentences"])
    assert [text[start:end] for start, end in sentences(text)] == case["sentences"]


@given(st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_spans_are_ordered_trimmed_and_cover_all_ink(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(end for _, end in spans)]
    gaps = [text[end:start] for end, (start, _) in zip(ends, spans, strict=False)] + [text[ends[-1] :]]
    assert all(start < end for start, end in spans)
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
    assert not "".join(gaps).strip()


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_a_block_put_after_a_text_changes_none_of_its_sentences(text: str) -> None:
    alone = sentences(text)
    assert sentences(text + "\n\nAnother block.")[: len(alone)] == alone


def test_no_text_is_no_sentence() -> None:
    assert sentences("") == []
    assert sentences(" \n\t\r\n ") == []
