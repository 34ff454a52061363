"""The picture as data: what stands in it, and that nothing in it covers anything else or goes missing."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import ACTORS, made_chronology
from timeline.chronology.query import Query
from timeline.errors import TimelineError
from timeline.figure import Encoding, Picture, colours, lay_out
from timeline.figure.lettering import width
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment

WAR = Span(moment(1982, 3, 25), moment(1982, 6, 28), Grain.DAY)
Box = tuple[float, float, float, float]


def label_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """Left, top, right, bottom of each label."""
    found = []
    for label in picture.labels:
        wide = max(width(line, label.size) for line in label.lines)
        x, half = picture.x(label.x) + label.gap, len(label.lines) * label.size * 1.25 / 2
        left = x if label.side == "right" else x - wide
        found.append((label.event, (left, label.y - half, left + wide, label.y + half)))
    return found


def mark_boxes(picture: Picture) -> list[tuple[str, Box]]:
    """Left, top, right, bottom of the ink of each mark, inside the frame."""
    found = []
    for mark in picture.marks:
        xs = [picture.x(at) for bar in mark.bars for at in (bar.start, bar.end)]
        xs += [picture.x(point.at) + side for point in mark.points for side in (-5, 5)]
        left, right = max(min(xs), picture.left), min(max(xs), picture.right)
        found.append((mark.event, (left, mark.y - 5, right, mark.y + 5)))
    return found


def touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5


@settings(max_examples=25, deadline=None)
@given(
    n=st.integers(1, 120),
    seed=st.integers(0, 1000),
    wide=st.sampled_from([320, 700, 1000, 1600]),
    medium=st.sampled_from(["page", "sheet", "file"]),
    lanes=st.sampled_from(["actor", "kind", "source", "place"]),
    bc=st.booleans(),
)
def test_nothing_covers_anything_else(n: int, seed: int, wide: int, medium: str, lanes: str, bc: bool) -> None:
    picture = lay_out(made_chronology(n, seed, bc=bc), width=wide, medium=medium, lanes=lanes)
    boxes = label_boxes(picture) + mark_boxes(picture)
    for (first, a), (second, b) in combinations(boxes, 2):
        assert not touch(a, b), (first, second)
    for _, (left, top, right, bottom) in label_boxes(picture):
        assert picture.left - 0.5 <= left
        assert right <= picture.right + 0.5
        assert picture.axes[0] <= top
        assert bottom <= picture.floor


@settings(max_examples=25, deadline=None)
@given(
    n=st.integers(0, 400), seed=st.integers(0, 1000), zoom=st.floats(0.01, 1), medium=st.sampled_from(["page", "sheet", "file"])
)
def test_every_event_in_view_is_drawn_or_counted(n: int, seed: int, zoom: float, medium: str) -> None:
    whole = made_chronology(n, seed)
    start = moment(1990) + random.Random(seed).randrange(10**6)
    view = Span(start, start + int(zoom * 15_000_000) + 60, Grain.DAY)
    picture = lay_out(whole, view=view, medium=medium)
    in_view = {e.id for e in whole.events.values() if any(c.span and c.span.overlaps(view) for c in e.claims)}
    drawn = {mark.event for mark in picture.marks}
    assert drawn <= in_view
    assert picture.events == len(in_view)
    assert picture.grouped == len(in_view - drawn)
    assert bool(picture.grouped) <= bool(picture.groups)
    for lane in picture.lanes:
        marks = {mark.event for mark in picture.marks if mark.lane == lane.key}
        assert len(marks) + lane.grouped == lane.shown <= lane.events


def test_one_event_in_several_lanes_is_one_event() -> None:
    picture = lay_out(made_chronology(), view=WAR)
    lanes = [mark.lane for mark in picture.marks if mark.hover[0] == "Cruiser Halcyon sunk"]
    assert sorted(lanes) == sorted(ACTORS[key].id for key in ("arv", "cos", "cos-navy"))
    assert picture.events == len({mark.event for mark in picture.marks})


def test_the_selected_event_is_ringed_in_each_of_its_lanes() -> None:
    whole = made_chronology()
    chosen = next(e.id for e in whole.events.values() if e.disputed)
    picture = lay_out(whole, view=WAR, selected=chosen)
    assert [(mark.event, mark.encoding) for mark in picture.marks if mark.selected] == [(chosen, Encoding.DISPUTED)] * 3


def test_a_ring_goes_around_what_is_short_and_a_long_bar_is_edged() -> None:
    whole = made_chronology()
    for one in whole.dated:
        picture = lay_out(whole, view=WAR, selected=one.id)
        for mark in (mark for mark in picture.marks if mark.selected):
            edges = picture.edges(mark)
            wide = sum(picture.x(bar.end) - picture.x(bar.start) for bar in mark.bars) > 20
            assert (edges is not None) == (wide and not mark.points)
            if edges:
                assert edges[0] < min(bar.start for bar in mark.bars)
                assert edges[1] > max(bar.end for bar in mark.bars)


def test_selecting_moves_nothing() -> None:
    whole = made_chronology()
    still = lay_out(whole, view=WAR)
    for one in whole.dated:
        picture = lay_out(whole, view=WAR, selected=one.id)
        assert [(mark.event, mark.y) for mark in picture.marks] == [(mark.event, mark.y) for mark in still.marks]
        assert [label.lines for label in picture.labels] == [label.lines for label in still.labels]


def test_the_selected_event_is_drawn_even_in_a_crowd() -> None:
    whole = made_chronology(3000)
    chosen = [e.id for e in whole.events.values() if e.span and not e.span.open_start][1500]
    picture = lay_out(whole, selected=chosen)
    assert {mark.event for mark in picture.marks if mark.selected} == {chosen}
    assert picture.grouped == picture.events - len({mark.event for mark in picture.marks})


def test_a_crowd_is_counted_in_bars_to_one_scale_and_says_so() -> None:
    picture = lay_out(made_chronology(10_000))
    assert picture.marks == ()
    assert {lane.grouped for lane in picture.lanes} == {lane.shown for lane in picture.lanes}
    assert all(f"{lane.grouped:,} grouped here" in lane.note for lane in picture.lanes)
    heights = {round(group.height / group.count, 3) for group in picture.groups if group.height > 2}
    assert len(heights) == 1


def test_a_few_too_many_are_gathered_into_a_pill() -> None:
    events = [event(f"e{n}", days(n // 30, n // 30 + 1)) for n in range(60)] + [
        event(f"f{n}", days(200 + n * 20, 201 + n * 20)) for n in range(300)
    ]
    picture = lay_out(chronology(events[:60:8] + events[60:90]), width=900)
    pills = [group for group in picture.groups if group.text.startswith("+")]
    assert sum(int(pill.text[1:]) for pill in pills) == picture.grouped


def test_a_file_prints_every_title_whole() -> None:
    whole = made_chronology(200)
    picture = lay_out(whole, medium="file", width=1400)
    dated = {e.id: e.title for e in whole.events.values() if e.claims}
    assert picture.grouped == 0
    assert {label.event: " ".join(label.lines) for label in picture.labels} == dated


def test_500_events_are_all_readable_in_a_file() -> None:
    picture = lay_out(made_chronology(500), medium="file", width=1400)
    assert picture.grouped == 0
    assert len(picture.labels) == len(picture.marks) > 485
    assert picture.height < 16_000
    assert len(picture.axes) > 1


def test_a_file_of_too_many_says_what_it_groups() -> None:
    picture = lay_out(made_chronology(10_000), medium="file", width=1400)
    assert picture.height < 16_000
    assert any("stand too close to be drawn one by one" in words.text for words in picture.words)


def test_a_file_says_what_it_is_of() -> None:
    chosen = made_chronology().select(Query(actors=(ACTORS["arv"].id,), words=""))
    said = " ".join(words.text for words in lay_out(chosen, medium="file", width=1200).words)
    assert "The war of the strait" in said
    assert "Actor: Arvenia" in said
    assert f"{len(chosen.events)} of 19 events" in said
    assert "Sources: " in said


def test_printed_words_fit_the_paper_however_long_the_title() -> None:
    whole = replace(made_chronology(), title="A very long title about " + "everything there is to know " * 20)
    picture = lay_out(whole, medium="file", width=600)
    for words in picture.words:
        assert words.x + width(words.text, words.size, bold=words.bold) <= picture.width
        assert 0 < words.y < picture.height
    assert " ".join(words.text for words in picture.words).startswith(whole.title.strip())


def test_long_names_of_lanes_are_wrapped_not_cut() -> None:
    name = "The Provisional Revolutionary Committee for the Liberation of the Upper Valleys"
    picture = lay_out(chronology([event("a", days(0, 1), actors=(name,))], names=[name]))
    assert " ".join(picture.lanes[0].name) == name
    assert picture.lanes[0].bottom - picture.lanes[0].top >= len(picture.lanes[0].name) * 12.5


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    picture = lay_out(chronology([event("a", Span.of(1914, 7)), event("b", Span.of(1914, 8)), event("c", Span.of(1914, 8, 4))]))
    assert [(entry.encoding, entry.text) for entry in picture.legend] == [
        (Encoding.DAY, "Day"),
        (Encoding.WITHIN, "Somewhere in the month"),
    ]
    everything = {entry.encoding for entry in lay_out(made_chronology()).legend}
    assert everything == {mark.encoding for mark in lay_out(made_chronology()).marks}


def test_an_actor_keeps_its_colour_in_a_selection() -> None:
    whole = made_chronology()
    few = whole.select(Query(actors=(ACTORS["dorn"].id,)))
    kept = colours(whole)
    assert {lane.colour for lane in lay_out(few).lanes if lane.key in kept} <= set(kept.values())
    for lane in lay_out(few).lanes:
        assert lane.colour == kept.get(lane.key)


@pytest.mark.parametrize("medium", ["page", "sheet", "file"])
def test_a_chronology_without_dated_events_has_a_picture(medium: str) -> None:
    for events in ([], [event("a", None)], [event("a", Span(EARLIEST, LATEST, Grain.YEAR))]):
        picture = lay_out(chronology(events), medium=medium)
        assert picture.marks == ()
        assert picture.height > 0
        assert picture.end > picture.start
        assert bool(picture.ticks) is bool(events and events[0].claims)


@pytest.mark.parametrize(
    "span",
    [
        Span.of(1914, 7, 28, 11, 10),
        Span.of(1914, 7, 28),
        Span.of(1914),
        Span.of(-479, 9),
        Span(moment(-9998), moment(9999), Grain.MILLENNIUM),
        Span(EARLIEST, moment(-9990), Grain.YEAR),
        Span(moment(9999), LATEST, Grain.YEAR),
    ],
)
def test_a_lone_event_has_room_around_it(span: Span) -> None:
    picture = lay_out(chronology([event("Alone", span)]))
    [mark] = picture.marks
    assert picture.start <= mark.at <= picture.end
    assert [label.lines for label in picture.labels] == [("Alone",)]


def test_the_same_selection_gives_the_same_picture() -> None:
    assert lay_out(made_chronology(50)) == lay_out(made_chronology(50))


def test_an_unknown_medium_is_refused() -> None:
    with pytest.raises(TimelineError, match="page or sheet or file"):
        lay_out(made_chronology(), medium="film")


def test_many_events_over_the_whole_view_are_one_bar_and_the_others_stay_marks() -> None:
    decade = Span(0, 3650 * 1440, Grain.DECADE)
    wide = [event(f"wide {n}", decade) for n in range(60)]
    short = [event(f"day {n}", days(100 + 4 * n, 101 + 4 * n)) for n in range(4)]
    view = Span(95 * 1440, 125 * 1440, Grain.DAY)
    picture = lay_out(chronology([*wide, *short]), view=view)
    assert {mark.event for mark in picture.marks} == {one.id for one in short}
    assert [group.text for group in picture.groups] == ["+60 over all of this view"]
    assert (picture.events, picture.grouped) == (64, 60)
    chosen = lay_out(chronology([*wide, *short]), view=view, selected=wide[7].id)
    assert wide[7].id in {mark.event for mark in chosen.marks}
