"""Time counted from an event, in place of dates."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.figure import lay_out
from timeline.figure.lettering import width
from timeline.figure.relative import Origin, origin_of, relative_ticks, since, since_span
from timeline.figure.ticks import SIZE
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment

SUNK = Origin(moment(1982, 5, 2), "2 May 1982", "Cruiser sunk")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (moment(1982, 5, 2, 18), "the same day"),
        (moment(1982, 5, 3), "+1 day"),
        (moment(1982, 4, 20), "−12 days"),
        (moment(1985, 5, 2), "+3 years"),
        (moment(1979, 5, 3), "−2 years"),
        (moment(-479), "−2,461 years"),
    ],
)
def test_how_long_before_or_after(at: int, said: str) -> None:
    assert since(SUNK, at) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span.of(1982, 5, 3), "+1 day"),
        (Span.of(1982, 5), "the same month"),
        (Span.of(1982, 9), "+4 months"),
        (Span.of(1981, 12), "−5 months"),
        (Span.of(1979, 5), "−3 years"),
        (Span.of(1981), "−1 year"),
        (Span.of(1982), "the same year"),
        (Span.of(-479), "−2,461 years"),
    ],
)
def test_no_date_is_counted_finer_than_it_is_known(span: Span, said: str) -> None:
    assert since_span(SUNK, span) == said


def test_nothing_is_counted_finer_than_what_it_is_counted_from() -> None:
    origin = origin_of(event("The strike year", Span.of(1981)))
    assert origin is not None
    assert since_span(origin, Span.of(1982, 5, 3)) == "+1 year"
    assert since_span(origin, Span.of(1981, 5, 3)) == "the same year"


@pytest.mark.parametrize(
    ("start", "end", "labels"),
    [
        (moment(1982, 4, 30), moment(1982, 5, 6), ["−2 d", "−1 d", "0", "+1 d", "+2 d", "+3 d"]),
        (moment(1982, 5, 1, 23), moment(1982, 5, 2, 4), ["−1 h", "0", "+1 h", "+2 h", "+3 h"]),
        (moment(1970), moment(1995), ["−10 y", "−5 y", "0", "+5 y", "+10 y"]),
    ],
)  # fmt: skip
def test_ticks_count_from_the_event_in_a_unit_that_fits(start: int, end: int, labels: list[str]) -> None:
    head, *ticks = relative_ticks(start, end, 640, SUNK)
    assert head.pinned
    assert "before and after 2 May 1982" in head.label
    assert [tick.label for tick in ticks if tick.label] == labels
    assert [tick.at for tick in ticks if tick.strong] == [SUNK.at]


@given(st.integers(EARLIEST, LATEST - 60), st.integers(60, LATEST), st.integers(EARLIEST, LATEST), st.floats(150, 3000))
def test_labels_never_run_into_each_other(start: int, length: int, at: int, room: float) -> None:
    end = min(LATEST, start + length)
    _, *ticks = relative_ticks(start, end, room, Origin(at, "then", "it"))
    shown = [((tick.at - start) * room / (end - start), tick.label) for tick in ticks if tick.label]
    for (one, label), (other, _) in pairwise(shown):
        assert one + width(label, SIZE) < other
    assert all(start <= tick.at < end for tick in ticks)


def test_an_event_open_to_the_past_or_without_a_date_is_no_origin() -> None:
    assert origin_of(event("before", Span(EARLIEST, 0, Grain.YEAR))) is None
    assert origin_of(event("some day", None)) is None
    assert origin_of(None) is None


def test_a_picture_is_counted_from_an_event_and_says_so() -> None:
    whole = chronology([event(f"{day}", days(day, day + 1)) for day in range(30)])
    origin = whole.dated[10]
    picture = lay_out(whole, align=origin.id, medium="file")
    assert "+5 d" in [tick.label for tick in picture.ticks]
    assert "Counted from: 10, 11 January 1970" in [words.text for words in picture.words]
    assert {mark.event: mark.hover[2] for mark in picture.marks}[whole.dated[13].id] == "+3 days"
    assert lay_out(whole, align="e000000000000").ticks == lay_out(whole).ticks


def test_the_rest_is_drawn_faint_and_named_in_the_legend() -> None:
    whole = made_chronology()
    kept = whole.select(whole.query.parse("kind=ASSAULT"))
    with_rest, alone = lay_out(kept, rest=True), lay_out(kept)
    behind = {mark.event for mark in with_rest.marks if mark.encoding == "left out"}
    assert behind
    assert not behind & set(kept.events)
    assert "Left out by the filters" in [entry.text for entry in with_rest.legend]
    assert [mark.event for mark in with_rest.marks if mark.event in kept.events] == [mark.event for mark in alone.marks]
    assert any("left out" in line for lane in with_rest.lanes for line in lane.note)
