"""Sheets of a given size: everything on them, nothing cut, and what could not be shown is said."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.chronology.query import Query
from timeline.figure import LIGHT, PAPERS, Paper, Picture, lay_out
from timeline.figure.lettering import plain, width
from timeline.figure.static import to_bytes

PIXEL = 0.75  # points


def on(paper: Paper, chosen: Chronology) -> Picture:
    return lay_out(chosen, paper=paper, medium="file")


def check_it_fits(picture: Picture, paper: Paper) -> None:
    assert picture.width * picture.scale <= paper.width + 0.01
    assert picture.height * picture.scale <= paper.height + 0.01
    for words in picture.words:
        assert words.x + width(words.text, words.size, bold=words.bold) <= picture.width
        assert words.y <= picture.height
    for label in picture.labels:
        wide = max(width(line, label.size) for line in label.lines)
        x = picture.x(label.x) + label.gap
        left, right = (x, x + wide) if label.side == "right" else (x - wide, x)
        assert left >= picture.left - 1
        assert right <= picture.right + 1
        assert label.y <= picture.floor
    assert all(mark.y <= picture.floor for mark in picture.marks)
    assert all(entry.y <= picture.height for entry in picture.legend)


def check_nothing_is_hidden(picture: Picture, chosen: Chronology) -> None:
    """Every dated event in view is a mark or counted; every label is the whole title; what is left out is told."""
    drawn = {mark.event for mark in picture.marks}
    assert len(drawn) + picture.grouped == picture.events
    for label in picture.labels:
        # A word too long for a line goes on in the next one.
        assert "".join(label.lines).replace(" ", "") == plain(chosen.events[label.event].title).replace(" ", "")
    said = " ".join(words.text for words in picture.words)
    silent = len(drawn - {label.event for label in picture.labels})
    assert (f"{silent:,} event" in said and "without a title" in said) == bool(silent)
    assert (f"{picture.grouped:,} events stand too close" in said) == bool(picture.grouped)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("events", [None, 1, 500])
def test_a_chronology_of_any_size_fits_a_sheet(name: str, events: int | None) -> None:
    chosen = made_chronology(events)
    picture = on(PAPERS[name], chosen)
    check_it_fits(picture, PAPERS[name])
    check_nothing_is_hidden(picture, chosen)
    assert 1 / picture.scale <= PAPERS[name].densest + 0.01


@pytest.mark.parametrize("name", PAPERS)
def test_years_before_christ_and_nothing_at_all_fit_too(name: str) -> None:
    before = made_chronology(bc=True)
    check_it_fits(on(PAPERS[name], before), PAPERS[name])
    check_it_fits(on(PAPERS[name], before.select(Query(words="nobody wrote this"))), PAPERS[name])


def test_little_stands_large_and_much_small() -> None:
    slide = PAPERS["slide"]
    scales = [on(slide, made_chronology(number)).scale for number in (1, 20, 500)]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] > 1.5


def test_a_sheet_of_few_events_prints_every_title() -> None:
    picture = on(PAPERS["a4-portrait"], made_chronology())
    assert {label.event for label in picture.labels} == {mark.event for mark in picture.marks}
    assert picture.grouped == 0


@settings(max_examples=25, deadline=None)
@given(
    st.integers(400, 3000),
    st.integers(300, 3000),
    st.lists(st.text("a b c d eé战", max_size=160), min_size=1, max_size=12),
    st.text("title ", max_size=300),
)
def test_any_sheet_holds_any_titles(wide: int, high: int, titles: list[str], name: str) -> None:
    paper = Paper(wide, high)
    events = [event(f"{number} {title}", days(number, number + 1), actors=(title[:60],)) for number, title in enumerate(titles)]
    chosen = chronology(events, title=name, names=[title[:60] for title in titles])
    picture = on(paper, chosen)
    check_it_fits(picture, paper)
    check_nothing_is_hidden(picture, chosen)


def test_a_file_has_exactly_the_size_asked_for() -> None:
    whole = made_chronology()
    assert Image.open(BytesIO(to_bytes(on(Paper(900, 505), whole), LIGHT, "png"))).size == (900, 505)
    assert Image.open(BytesIO(to_bytes(on(Paper(900, 505), whole), LIGHT, "webp"))).size == (900, 505)
    assert Image.open(BytesIO(to_bytes(on(PAPERS["slide"], whole), LIGHT, "png"))).size == (2560, 1440)
    svg = to_bytes(on(PAPERS["slide"], whole), LIGHT, "svg").decode()
    assert f'width="{1280 * PIXEL:g}pt" height="{720 * PIXEL:g}pt"' in svg
    [box] = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", to_bytes(on(PAPERS["a4-portrait"], whole), LIGHT, "pdf"))
    assert [float(side) for side in box] == pytest.approx([595.3, 841.9], abs=1)


def test_type_shrinks_with_the_sheet() -> None:
    whole = made_chronology(500)
    picture = on(PAPERS["a4"], whole)
    svg = to_bytes(picture, LIGHT, "svg").decode()
    sizes = {float(size) for size in re.findall(r"font(?:-size)?: ?(?:[a-z0-9]+ )*?([\d.]+)px", svg)}
    assert min(sizes) == pytest.approx(10.5 * PIXEL * picture.scale, rel=0.05)
