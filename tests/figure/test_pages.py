"""Many sheets: everything once, nothing parted, every title whole."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.figure import LIGHT, PAPERS, Paper, Picture, lay_out, pages
from timeline.figure.lettering import plain
from timeline.figure.static import to_pdf


def on(paper: Paper, chosen: Chronology) -> tuple[Picture, tuple[Picture, ...]]:
    tall = lay_out(chosen, width=paper.width, medium="pages")
    return tall, pages(tall, paper)


def check(tall: Picture, sheets: tuple[Picture, ...], paper: Paper) -> None:
    for kind in ("marks", "labels", "groups"):
        there = Counter((thing.event if kind != "groups" else thing.lane) for thing in getattr(tall, kind))
        here = Counter((thing.event if kind != "groups" else thing.lane) for one in sheets for thing in getattr(one, kind))
        assert here == there
    for sheet in sheets:
        assert (sheet.width, sheet.height, sheet.scale) == (paper.width, paper.height, 1.0)
        assert all(sheet.axes[0] <= mark.y <= sheet.floor for mark in sheet.marks)
        marks = {(mark.event, lane.key) for mark in sheet.marks for lane in sheet.lanes if lane.key == mark.lane}
        assert {label.event for label in sheet.labels} <= {event for event, _ in marks}
        for label in sheet.labels:
            half = len(label.lines) * label.size * 1.25 / 2
            assert sheet.axes[0] <= label.y - half
            assert label.y + half <= sheet.floor
        for above, below in zip(sheet.lanes, sheet.lanes[1:], strict=False):
            assert above.bottom <= below.top + 0.01


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("events", [None, 1, 150])
def test_everything_stands_on_one_sheet_and_no_more(name: str, events: int | None) -> None:
    chosen = made_chronology(events)
    tall, sheets = on(PAPERS[name], chosen)
    check(tall, sheets, PAPERS[name])
    titles = {label.event: " ".join(label.lines) for sheet in sheets for label in sheet.labels}
    assert titles == {key: plain(chosen.events[key].title) for key in {mark.event for mark in tall.marks}}
    assert len(titles) == tall.events
    assert all(sheet.floor <= PAPERS[name].height for sheet in sheets)


def test_sheets_are_filled() -> None:
    _, sheets = on(PAPERS["a4-portrait"], made_chronology(150))
    assert len(sheets) > 5
    assert min(sheet.floor for sheet in sheets[:-1]) > 0.7 * PAPERS["a4-portrait"].height


def test_each_sheet_says_where_it_belongs() -> None:
    _, sheets = on(PAPERS["a4"], made_chronology())
    said = [[words.text for words in sheet.words] for sheet in sheets]
    assert len(said) > 1
    assert all(f"{number} of {len(said)}" in words for number, words in enumerate(said, 1))
    assert all("The war of the strait" in words for words in said)
    assert [any(text.startswith("Sources: ") for text in words) for words in said] == [False] * (len(said) - 1) + [True]
    assert [bool(sheet.legend) for sheet in sheets] == [False] * (len(said) - 1) + [True]
    goes_on = [sheet.lanes[0] for sheet in sheets[1:] if sheet.lanes and sheet.lanes[0].note == ("continued",)]
    assert all(lane.name for lane in goes_on)


def test_what_fits_one_sheet_is_one() -> None:
    _, [sheet] = on(PAPERS["a4"], made_chronology(1))
    assert not any(" of 1" in words.text for words in sheet.words)


@settings(max_examples=20, deadline=None)
@given(st.integers(400, 1500), st.integers(300, 1500), st.lists(st.text("a b c é", max_size=200), max_size=30))
def test_any_paper_takes_any_titles(wide: int, high: int, titles: list[str]) -> None:
    told = [event(f"{number} {title}", days(number, number + 1), actors=("one",)) for number, title in enumerate(titles)]
    paper = Paper(wide, high)
    tall, sheets = on(paper, chronology(told, names=["one"]))
    check(tall, sheets, paper)


def test_a_pdf_has_a_page_a_sheet() -> None:
    _, sheets = on(PAPERS["a4"], made_chronology())
    content = to_pdf(sheets, LIGHT)
    assert content.count(b"/Type /Page ") + content.count(b"/Type /Page\n") == len(sheets)
    assert content == to_pdf(sheets, LIGHT)
