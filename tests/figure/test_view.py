"""Which stretch of time is shown when nobody chose one, and what is said of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.figure import lay_out
from timeline.figure.view import beyond, bulk, extent, say_beyond
from timeline.model import Event
from timeline.spans import LATEST, Grain, Span


def war(*more: Event) -> list[Event]:
    return [event(f"day {day}", days(day, day + 1)) for day in range(20)] + list(more)


def test_a_few_events_far_off_are_left_beyond_the_edge() -> None:
    far = event("settled", Span.of(1690))
    view = bulk(war(far))
    assert view == extent(war())
    assert beyond(war(far), view) == ([far], [])


def test_events_close_by_belong_to_the_bulk() -> None:
    near = event("prelude", days(-4, -3))
    assert bulk(war(near)) == extent(war(near))


@pytest.mark.parametrize("events", [[], war(), [event("a", days(0, 1)), event("b", Span.of(1690))]])
def test_where_nothing_stands_apart_all_is_shown(events: list[Event]) -> None:
    assert bulk(events) == extent(events)


def test_what_lasts_through_the_bulk_is_seen_in_it() -> None:
    century = event("peace", Span.of(1901), Span(Span.of(1900).start, Span.of(2000).start, Grain.CENTURY))
    after = event("since", Span(Span.of(1800).start, LATEST, Grain.YEAR))
    assert beyond([century, after], bulk(war())) == ([], [])


def test_a_file_closes_in_and_says_so_and_a_page_to_zoom_does_not() -> None:
    made = chronology(war(event("settled", Span.of(1690))))
    file, page = lay_out(made, medium="file"), lay_out(made)
    assert file.end - file.start < (page.end - page.start) / 100
    assert "Not in this view: 1 earlier event, 1690." in [words.text for words in file.words]


@pytest.mark.parametrize(
    ("years", "said"),
    [((1690,), "1 earlier event, 1690"), ((1690, 1833), "2 earlier events, 1690–1833"),
     ((-479, -430), "2 earlier events, 480–431 BC"), ((-1, 3), "2 earlier events, 2 BC–AD 3")],
)  # fmt: skip
def test_years_beyond_the_edge_are_named(years: tuple[int, ...], said: str) -> None:
    assert say_beyond([event(str(year), Span.of(year)) for year in years], "earlier") == said


@given(st.lists(st.integers(-9000, 9000), max_size=30))
def test_every_event_is_in_view_or_beyond_an_edge(years: list[int]) -> None:
    events = [event(f"{place}", Span.of(year)) for place, year in enumerate(years)]
    view = bulk(events)
    earlier, later = beyond(events, view)
    inside = [one for one in events if one.span and one.span.start < view[1] and one.span.end > view[0]]
    assert len(earlier) + len(later) + len(inside) == len(events)
    assert len(inside) >= len(events) * 0.8


def test_the_bulk_of_before_christ_is_found_too() -> None:
    made = made_chronology(bc=True)
    start, end = bulk(made.events.values())
    assert extent(made.events.values())[0] < start < end < 0
