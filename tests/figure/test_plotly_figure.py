"""The picture as a Plotly figure."""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.figure import CONFIG, DARK, LIGHT, THEMES, lay_out, to_plotly
from timeline.figure import minutes as axis_minutes
from timeline.spans import Grain, Span, moment

WAR = Span(moment(1982, 3, 25), moment(1982, 6, 28), Grain.DAY)
NASTY = "<b>bold</b> <script>alert(1)</script> & $x^2$ %{y} <a href='javascript:0'>"


def traces(figure: dict[str, Any], **kept: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if all(trace.get(key) == value for key, value in kept.items())]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_plotly_accepts_every_property(theme: Any) -> None:
    whole = made_chronology()
    chosen = next(iter(whole.events))
    go.Figure(to_plotly(lay_out(whole, selected=chosen), theme))
    go.Figure(to_plotly(lay_out(made_chronology(3000)), theme))


def test_every_mark_carries_its_event_and_can_be_hovered() -> None:
    picture = lay_out(made_chronology(), view=WAR)
    figure = to_plotly(picture)
    owners = {key for trace in figure["data"] for key in trace.get("customdata", ()) if trace.get("hovertext")}
    assert owners == {mark.event for mark in picture.marks}
    for trace in figure["data"]:
        if "customdata" in trace:
            assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"])


def test_hovering_tells_title_date_actors_and_sources() -> None:
    figure = to_plotly(lay_out(made_chronology(), view=WAR))
    texts = [text for trace in traces(figure, mode="markers") for text in trace.get("hovertext", ())]
    assert (
        "<b>Cruiser Halcyon sunk</b><br>2 May 1982 or 3 May 1982 (sources differ)<br>Arvenia, Costal Navy<br>2 sources" in texts
    )


def test_groups_carry_the_time_to_zoom_to() -> None:
    picture = lay_out(made_chronology(10_000))
    figure = to_plotly(picture)
    zooms = {key for trace in figure["data"] for key in trace.get("customdata", ())}
    assert zooms == {f"zoom:{round(group.start)}:{round(group.end)}" for group in picture.groups}


def test_markup_in_titles_and_names_stays_text() -> None:
    figure = to_plotly(lay_out(chronology([event(NASTY, days(0, 1), actors=(NASTY,))], title=NASTY, names=[NASTY])))
    written = json.dumps(figure)
    for tag in ("<script", "<a ", "<b>bold"):
        assert tag not in written
    assert "&lt;script&gt;" in written


def test_hover_templates_hold_nothing_of_the_sources() -> None:
    figure = to_plotly(lay_out(made_chronology()))
    assert {trace["hovertemplate"] for trace in figure["data"] if "hovertemplate" in trace} == {"%{hovertext}<extra></extra>"}


@pytest.mark.parametrize("bc", [False, True])
def test_the_axis_is_numbers_and_years_before_christ_are_not_lost(bc: bool) -> None:
    picture = lay_out(made_chronology(bc=bc))
    figure = to_plotly(picture)
    assert figure["layout"]["xaxis"]["type"] == "linear"
    for trace in figure["data"]:
        assert all(at is None or isinstance(at, float | int) for at in (*trace["x"], *trace.get("base", ())))
    [start, end] = figure["layout"]["xaxis"]["range"]
    assert (axis_minutes(start), axis_minutes(end)) == (picture.start, picture.end)


def test_traces_are_few_however_many_events() -> None:
    figures = [to_plotly(lay_out(made_chronology(n), medium="sheet")) for n in (20, 300)]
    assert all(len(figure["data"]) <= 12 + 2 * 8 for figure in figures)


def test_encodings_are_drawn_as_such() -> None:
    figure = to_plotly(lay_out(made_chronology(), view=WAR))
    hatched = [trace for trace in traces(figure, type="bar") if "pattern" in trace["marker"]]
    assert [trace["marker"]["pattern"]["shape"] for trace in hatched] == ["/"]
    assert any(trace["line"]["dash"] != "solid" for trace in traces(figure, mode="lines"))
    [points] = [trace for trace in traces(figure, mode="markers") if "customdata" in trace]
    fills = dict(zip(points["marker"]["line"]["color"], points["marker"]["color"], strict=True))
    assert LIGHT.paper in points["marker"]["color"], "claims and approximate dates are hollow"
    assert len(fills) > 1


def test_nothing_is_sent_anywhere_and_the_page_keeps_its_scrolling() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["scrollZoom"] is False
    layout = to_plotly(lay_out(made_chronology()))["layout"]
    assert layout["yaxis"]["fixedrange"] is True
    assert layout["dragmode"] == "pan"


def test_themes_differ_in_colour_alone() -> None:
    picture = lay_out(made_chronology())
    light, dark = to_plotly(picture, LIGHT), to_plotly(picture, DARK)
    assert [trace["x"] for trace in light["data"]] == [trace["x"] for trace in dark["data"]]
    assert light["layout"]["paper_bgcolor"] != dark["layout"]["paper_bgcolor"]
