"""Colours that stay with their actors and can be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.made import ACTORS, made_chronology
from timeline.chronology.query import Query
from timeline.figure.theme import DARK, GREY, LIGHT, OKABE_ITO, THEMES, Theme, colours, mix


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_text_can_be_read(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) > 7
    assert contrast(theme.soft, theme.paper) > 4.5
    assert contrast(theme.accent, theme.paper) > 4.5
    assert contrast(theme.ink, theme.mark) > 7


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_marks_can_be_told_from_the_paper(theme: Theme) -> None:
    assert all(contrast(theme.shade(colour), theme.paper) > 2 for colour in (*OKABE_ITO, GREY, None))
    assert contrast(theme.shade("#0072B2"), theme.paper) > 3


def test_seven_actors_have_colours_of_their_own_by_rank() -> None:
    found = list(colours(made_chronology()).values())
    assert found[:7] == list(OKABE_ITO)
    assert set(found[7:]) == {GREY}


def test_colours_are_worked_out_from_the_whole() -> None:
    whole = made_chronology()
    few = whole.select(Query(actors=(ACTORS["dorn"].id,)))
    assert colours(few.whole) == colours(whole) != colours(few)


def test_black_is_drawn_as_ink_on_dark_paper() -> None:
    assert DARK.shade("#000000") == DARK.ink
    assert LIGHT.shade("#0072B2") == DARK.shade("#0072B2") == "#0072B2"


def test_a_mixture_lies_between() -> None:
    assert mix("#ffffff", "#000000", 0.5) == "#808080"
    steps = [luminance(mix("#0072B2", "#ffffff", strength / 4)) for strength in range(5)]
    assert all(before > after for before, after in pairwise(steps))
