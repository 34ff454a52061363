"""Widths that are never too small, lines that lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.lettering import balance, plain, shorten, width, wrap

words = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc",)), max_size=120)


@pytest.mark.parametrize(
    "text",
    [
        "Arvenian Foreign Ministry asks the League Council to act",
        "WWW mmm iii 1234567890 (%) & @",
        "Përmbysja e qeverisë, Łódź, Çanakkale, Ærø",
        "Владимир Путин и Масуд Пезешкиан: ЖЩШЮЫ",
        "Θεμιστοκλῆς ἐν Σαλαμῖνι, Ξέρξης",
        "« À l’aube » – “quoted” … 5 ½ €",
    ],
)
def test_text_is_never_wider_than_measured(text: str) -> None:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    for bold in (False, True):
        font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
        drawn = TextPath((0, 0), text, size=100, prop=font).get_extents().width
        assert drawn <= width(text, 100, bold=bold) * 1.02


@given(words, st.floats(40, 400))
def test_wrapping_leaves_nothing_out(text: str, room: float) -> None:
    lines = wrap(text, room, 11)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 11) <= room or len(line) == 1 for line in lines)


@given(words, st.floats(60, 400))
def test_balancing_changes_only_where_lines_end(text: str, room: float) -> None:
    lines = balance(text, room, 11)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) <= len(wrap(text, room, 11))
    assert all(width(line, 11) <= room or len(line) == 1 for line in lines)


def test_balancing_leaves_no_word_alone() -> None:
    text = "Arvenia massed troops against Ilse Marel"
    assert wrap(text, 210, 11.5)[-1] == "Marel"
    assert balance(text, 210, 11.5) == ("Arvenia massed troops", "against Ilse Marel")


@given(words, st.floats(30, 300))
def test_a_shortened_text_fits_and_begins_the_same(text: str, room: float) -> None:
    short = shorten(text, room, 11)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]) and width(short, 11) <= room)


def test_shortening_breaks_between_words() -> None:
    assert shorten("League Council demands a withdrawal", 150, 11.5) == "League Council…"


def test_plain_text_is_one_line_of_printable_signs() -> None:
    assert plain(" a\tb\n\x00c\ud800 \u202fd ") == "a b c d"
