"""A mark says how well its date is known."""

from __future__ import annotations

import pytest

from tests.figure.drawn import days, event
from tests.made import made_chronology
from timeline.figure.encodings import LEAST, encode, shapes
from timeline.figure.picture import Encoding
from timeline.model import TOLD_ORDER, Certainty, Event, Qualifier
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment

JULY = Span.of(1914, 7)
CASES = {
    "a day": (event("a", Span.of(1914, 7, 28)), Encoding.DAY),
    "a minute": (event("a", Span.of(1914, 7, 28, 11, 10)), Encoding.DAY),
    "a day counted from another": (event("a", Span.of(1914, 7, 28), certainty=Certainty.IMPLIED), Encoding.DAY),
    "a day by the order of telling": (event("a", Span.of(1914, 7, 28), meaning=TOLD_ORDER), Encoding.IMPLIED_DAY),
    "a guessed day": (event("a", Span.of(1914, 7, 28), certainty=Certainty.GUESSED), Encoding.DAY),
    "from day to day": (event("a", days(0, 9), lasting=True), Encoding.LASTING),
    "from month to month": (event("a", days(0, 90, Grain.MONTH), lasting=True), Encoding.LOOSE),
    "between days": (event("a", days(0, 9)), Encoding.WITHIN),
    "a month": (event("a", JULY), Encoding.WITHIN),
    "a year": (event("a", Span.of(-479)), Encoding.WITHIN),
    "implied between neighbours": (event("a", days(0, 9), meaning=TOLD_ORDER), Encoding.IMPLIED),
    "about a year": (event("a", Span.of(-479), qualifier=Qualifier.APPROX), Encoding.ABOUT),
    "before": (event("a", Span(EARLIEST, moment(1914), Grain.YEAR)), Encoding.BEFORE),
    "after": (event("a", Span(moment(1914), LATEST, Grain.YEAR)), Encoding.AFTER),
    "sources differ": (event("a", days(0, 1), days(1, 2)), Encoding.DISPUTED),
    "undated": (event("a", None), None),
    "at any time": (event("a", Span(EARLIEST, LATEST, Grain.YEAR)), None),
}


@pytest.mark.parametrize(("one", "encoding"), CASES.values(), ids=CASES.keys())
def test_encoding(one: Event, encoding: Encoding | None) -> None:
    assert encode(one) is encoding


def drawn(one: Event, pixel: float = 60.0, view: tuple[float, float] = (-1e6, 1e6)):  # type: ignore[no-untyped-def]
    encoding = encode(one)
    assert encoding is not None
    return shapes(one, encoding, view, pixel)


def test_a_month_is_never_a_point() -> None:
    for pixel in (1, 1440, 100_000):
        made = drawn(event("a", JULY), pixel)
        assert made.points == ()
        assert [bar.fill for bar in made.bars] == ["hatched"]
        assert made.bars[0].start <= JULY.start < JULY.end <= made.bars[0].end


def test_a_day_stands_in_the_middle_of_itself() -> None:
    day = Span.of(1914, 7, 28)
    [point] = drawn(event("a", day)).points
    assert point.at == (day.start + day.end) / 2
    assert point.sign == "diamond"


def test_a_whisker_shows_how_wide_a_day_is_once_it_can_be_seen() -> None:
    one = event("a", Span.of(1914, 7, 28))
    assert drawn(one, pixel=1440).bars == ()
    [bar] = drawn(one, pixel=10).bars
    assert (bar.start, bar.end, bar.fill) == (one.span.start, one.span.end, "whisker")  # type: ignore[union-attr]


def test_a_short_interval_becomes_a_diamond_and_a_long_one_a_solid_bar() -> None:
    one = event("a", days(0, 9), lasting=True)
    assert drawn(one, pixel=100_000).bars == ()
    assert [point.sign for point in drawn(one, pixel=100_000).points] == ["diamond"]
    assert [bar.fill for bar in drawn(one).bars] == ["solid"]


def test_only_the_months_between_the_first_and_the_last_are_certain() -> None:
    one = event("a", Span(moment(1914, 5), moment(1914, 8), Grain.MONTH), lasting=True)
    possible, core = drawn(one).bars
    assert possible.fill == "hatched"
    assert (core.start, core.end, core.fill) == (moment(1914, 6), moment(1914, 7), "solid")


def test_an_open_side_runs_to_the_edge_of_the_view_with_an_arrow() -> None:
    before = drawn(event("a", Span(EARLIEST, 0, Grain.DAY)))
    assert (before.start, before.end) == (-1e6, 0)
    assert [point.sign for point in before.points] == ["left"]
    after = drawn(event("a", Span(0, LATEST, Grain.DAY)))
    assert (after.start, after.end) == (0, 1e6)
    assert [point.sign for point in after.points] == ["right"]


def test_claims_are_hollow_joined_and_never_on_one_spot() -> None:
    one = event("a", days(0, 1), days(1, 2))
    near, far = drawn(one, pixel=60), drawn(one, pixel=1e6)
    assert [point.sign for point in near.points] == ["hollow", "hollow"]
    assert [point.at for point in near.points] == [720, 2160]
    assert (near.joins[0].start, near.joins[0].end) == (720, 2160)
    assert far.points[1].at - far.points[0].at >= 8 * 1e6


def test_an_implied_period_is_outlined_in_dashes_and_an_approximate_one_has_a_hollow_middle() -> None:
    assert [bar.fill for bar in drawn(CASES["implied between neighbours"][0]).bars] == ["dashed"]
    about = drawn(CASES["about a year"][0])
    assert [bar.fill for bar in about.bars] == ["hatched"]
    assert [point.sign for point in about.points] == ["hollow"]


@pytest.mark.parametrize("pixel", [1, 60, 1440, 50_000, 5_000_000])
def test_every_mark_can_be_seen_at_any_scale(pixel: float) -> None:
    for one in made_chronology().events.values():
        encoding = encode(one)
        if encoding:
            made = shapes(one, encoding, (moment(1900), moment(2000)), pixel)
            assert made.end - made.start >= LEAST * pixel - 1
            assert made.bars or made.points
