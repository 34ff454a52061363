"""Counting without inventing peaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.figure import overview
from timeline.model import Certainty
from timeline.spans import Grain, Span, moment

YEAR = Span.of(1914)


@settings(max_examples=20, deadline=None)
@given(n=st.integers(0, 80), seed=st.integers(0, 100), bins=st.integers(1, 200), bc=st.booleans())
def test_the_bins_add_up_to_the_events(n: int, seed: int, bins: int, bc: bool) -> None:
    whole = made_chronology(n, seed, bc=bc)
    made = overview(whole, bins=bins)
    assert sum(made.certain) + sum(made.unsure) == pytest.approx(sum(bool(e.claims) for e in whole.events.values()))
    assert all(before < after for before, after in pairwise(made.edges))


def test_a_month_is_spread_over_its_weeks_as_unsure() -> None:
    made = overview(chronology([event("a", Span.of(1914, 7))]), Span.of(1914, 7), bins=5)
    assert made.unit == "week"
    assert sum(made.certain) == 0
    assert max(made.unsure) < 0.26
    assert sum(made.unsure) == pytest.approx(1)


def test_what_lies_in_one_bin_is_certain_and_what_lasts_is_too() -> None:
    day, lasting = (
        event("a", Span.of(1914, 7, 28)),
        event("b", Span(moment(1914, 7, 1), moment(1914, 8, 1), Grain.DAY), lasting=True),
    )
    made = overview(chronology([day, lasting]), YEAR, bins=12)
    assert made.unit == "month"
    assert made.certain[6] == pytest.approx(2)
    assert sum(made.unsure) == 0


def test_claims_share_the_weight_of_a_disputed_event() -> None:
    one = event("a", Span.of(1914, 3, 1), Span.of(1914, 7, 1), Span.of(1914, 9, 1), Span.of(1914, 11, 1))
    made = overview(chronology([one]), YEAR, bins=12)
    assert [round(weight, 2) for weight in made.unsure] == [0, 0, 0.25, 0, 0, 0, 0.25, 0, 0.25, 0, 0.25, 0]


def test_an_implied_stretch_is_not_certain() -> None:
    made = overview(chronology([event("a", days(10, 100), certainty=Certainty.IMPLIED)]), days(0, 120), bins=4)
    assert sum(made.certain) == 0


@pytest.mark.parametrize(
    ("span", "unit"),
    [
        (Span.of(1914, 7, 28), "hour"),
        (Span.of(1914, 7), "day"),
        (YEAR, "week"),
        (Span(moment(1900), moment(1905), Grain.YEAR), "month"),
        (Span(moment(1900), moment(1930), Grain.YEAR), "year"),
        (Span(moment(-499), moment(-99), Grain.YEAR), "decade"),
        (Span(moment(-4999), moment(2000), Grain.YEAR), "century"),
    ],
)
def test_bins_are_units_of_the_calendar(span: Span, unit: str) -> None:
    made = overview(chronology([]), span, bins=40)
    assert made.words == f"events per {unit}"
    assert made.edges[0] <= span.start < span.end <= made.edges[-1]


def test_bins_stand_right_before_year_1() -> None:
    made = overview(
        chronology([event("a", Span.of(-5)), event("b", Span.of(5))]), Span(moment(-19), moment(21), Grain.YEAR), bins=4
    )
    assert [round(weight) for weight in made.certain] == [0, 1, 1, 0, 0]


def test_no_bin_is_finer_than_any_date_is_known() -> None:
    few = chronology([event("a", days(0, 1)), event("b", days(6, 7))])
    bins = overview(few)
    assert bins.unit == "day"
    assert sum(bins.certain) == 2
    assert not any(bins.unsure)
