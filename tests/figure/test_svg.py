"""The picture and the overview as SVG, and what the pointer finds in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.figure import (
    DARK,
    LIGHT,
    THEMES,
    Picture,
    Spots,
    lay_out,
    overview,
    overview_spots,
    overview_to_svg,
    spots,
    to_svg,
)
from timeline.spans import Grain, Span, moment

WAR = Span(moment(1982, 3, 25), moment(1982, 6, 28), Grain.DAY)
NASTY = "<b>bold</b> <script>alert(1)</script> & $x^2$ %{y} <a href='javascript:0'>"
MEASURES = {"width": 700.0, "height": 68.0, "left": 112.0, "right": 12.0}


def nodes(tree: Any) -> Iterator[list[Any]]:
    """Every element, outer ones first."""
    yield tree
    for part in tree[2]:
        if isinstance(part, list):
            yield from nodes(part)


def classed(tree: Any, name: str) -> list[list[Any]]:
    return [node for node in nodes(tree) if name in node[1].get("className", "").split()]


def words(tree: Any) -> list[str]:
    return ["".join(node[2]) for node in nodes(tree) if node[0] == "text"]


def found(shown: Spots, x: float, y: float) -> set[str]:
    """Where the boxes at a place lead."""
    rows = (row for row in shown["boxes"] if row[0] <= x <= row[2] and row[1] <= y <= row[3])
    return {shown["told"][row[4]][0] for row in rows}


def written(tree: Any) -> str:
    """The elements as markup, by a library that escapes."""
    tag, attributes, contents = tree
    made = ElementTree.Element(tag, {name: str(value) for name, value in attributes.items()})
    for part in contents:
        if isinstance(part, list):
            made.append(ElementTree.fromstring(written(part)))
        else:
            made.text = part
    return ElementTree.tostring(made, encoding="unicode")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_attribute_is_a_word_or_a_number(theme: Any) -> None:
    drawn = to_svg(lay_out(made_chronology(), view=WAR), theme, "Chart of a war")
    assert drawn[1]["aria-label"] == "Chart of a war"
    for _, attributes, contents in nodes(drawn):
        assert all(isinstance(value, str | int | float) for value in attributes.values())
        assert all(isinstance(part, str | list) for part in contents)


def test_every_mark_is_found_where_it_stands_and_leads_to_its_event() -> None:
    picture = lay_out(made_chronology(), view=WAR)
    shown = spots(picture)
    for mark in picture.marks:
        for point in mark.points:
            if picture.start <= point.at <= picture.end:
                assert mark.event in found(shown, picture.x(point.at), mark.y)
        for bar in mark.bars:
            left, right = max(bar.start, picture.start), min(bar.end, picture.end)
            if left < right:
                assert mark.event in found(shown, picture.x((left + right) / 2), mark.y)


def test_a_label_leads_where_its_mark_does() -> None:
    picture = lay_out(made_chronology(), view=WAR)
    shown = spots(picture)
    assert picture.labels
    for label in picture.labels:
        aside = 20 if label.side == "right" else -20
        assert label.event in found(shown, picture.x(label.x) + label.gap + aside, label.y)


def test_pointing_tells_title_date_actors_and_sources() -> None:
    told = [says for _, says in spots(lay_out(made_chronology(), view=WAR))["told"]]
    assert ["Cruiser Halcyon sunk", "2 May 1982 or 3 May 1982 (sources differ)", "Arvenia, Costal Navy", "2 sources"] in told


def test_groups_carry_the_time_to_look_closer_at() -> None:
    picture = lay_out(made_chronology(10_000))
    leads = {where for where, _ in spots(picture)["told"]}
    assert {f"zoom:{round(group.start)}:{round(group.end)}" for group in picture.groups} <= leads


def test_markup_in_titles_and_names_stays_words() -> None:
    made = chronology([event(NASTY, days(0, 1), actors=(NASTY,))], names=[NASTY])
    picture = lay_out(made)
    drawn = to_svg(picture, LIGHT)
    assert any("<b>bold" in line for line in words(drawn))
    read = ElementTree.fromstring(written(drawn))
    assert {part.tag for part in read.iter()} <= {"svg", "g", "path", "rect", "circle", "text", "defs", "pattern"}


def test_marks_stand_where_their_time_is() -> None:
    picture = lay_out(chronology([event("A raid", days(10, 11)), event("A siege", days(0, 30), lasting=True)]))
    drawn = to_svg(picture, LIGHT)
    (point,) = classed(drawn, "point")
    mark = next(mark for mark in picture.marks if mark.points)
    x = picture.x(mark.points[0].at)
    assert point[1]["d"].startswith(f"M{x:.1f} ")
    bar = max(classed(drawn, "bar"), key=lambda node: float(node[1]["width"]))
    assert bar[1]["x"] == pytest.approx(picture.x(0), abs=0.1)
    assert bar[1]["width"] == pytest.approx(picture.x(30 * 1440) - picture.x(0), abs=0.11)


def test_a_month_is_hatched_and_no_point_on_its_first_day() -> None:
    may = Span(moment(1982, 5), moment(1982, 6), Grain.MONTH)
    drawn = to_svg(lay_out(chronology([event("Talks", may)])), LIGHT)
    assert not classed(drawn, "point")
    (bar,) = classed(drawn, "hatched")
    patterns = {f"url(#{node[1]['id']})" for node in nodes(drawn) if node[0] == "pattern"}
    assert bar[1]["fill"] in patterns


def test_what_the_filters_leave_out_is_hatched_in_its_own_tint() -> None:
    picture = lay_out(made_chronology(), view=WAR)
    for theme in (LIGHT, DARK):
        drawn = to_svg(picture, theme)
        patterns = [node[1]["id"] for node in nodes(drawn) if node[0] == "pattern"]
        assert len(patterns) == len(set(patterns))
        asked = {bar[1]["fill"] for bar in classed(drawn, "hatched")}
        assert asked == {f"url(#{id})" for id in patterns}


def test_the_selected_event_is_ringed_or_edged() -> None:
    short, long = event("A raid", days(10, 11)), event("A siege", days(0, 30), lasting=True)
    made = chronology([short, long])
    (ring,) = classed(to_svg(lay_out(made, selected=short.id), LIGHT), "ring")
    (edge,) = classed(to_svg(lay_out(made, selected=long.id), LIGHT), "ring")
    assert (ring[0], edge[0]) == ("circle", "rect")


@given(st.integers(-3_000_000, 600_000), st.integers(1, 400_000))
@settings(max_examples=40, deadline=None)
def test_nothing_is_drawn_far_outside_of_the_lanes(start: int, length: int) -> None:
    """However long a bar is beside what is looked at, browsers get numbers they can draw."""
    made = chronology([event("A reign", days(-2_900_000, 700_000), lasting=True), event("A raid", days(start, start + 1))])
    picture: Picture = lay_out(made, view=Span(start * 1440, (start + length) * 1440, Grain.DAY))
    room = picture.right - picture.left
    for bar in classed(to_svg(picture, LIGHT), "bar"):
        assert picture.left - room - 1 <= bar[1]["x"]
        assert bar[1]["x"] + bar[1]["width"] <= picture.right + room + 1


def test_the_overview_draws_and_says_its_bins() -> None:
    bins = overview(made_chronology())
    drawn, shown = overview_to_svg(bins, LIGHT, **MEASURES), overview_spots(bins, **MEASURES)
    assert " ".join(words(drawn)).startswith(bins.words)
    assert "pale: not sure" in words(drawn)
    filled = [place for place, sure in enumerate(bins.certain) if sure + bins.unsure[place]]
    assert len(shown["boxes"]) == len(filled)
    assert classed(drawn, "sure")[0][1]["d"].count("M") == sum(1 for sure in bins.certain if sure)
    assert all("in this" in says[0] for _, says in shown["told"])
    assert shown["boxes"][0][0] >= MEASURES["left"]
    assert shown["boxes"][-1][2] <= MEASURES["width"] - MEASURES["right"]
