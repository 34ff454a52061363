"""The sheet for adding texts: dropping, pasting, the list of what became of each, and the question for a day."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any, Final

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate

from timeline.app import additions, ids
from timeline.app.additions import Addition, Desks
from timeline.app.typed import read_typed
from timeline.errors import DateError
from timeline.model import Known, Written

NAMED: Final = 3

Answer = Any


def connect_adding(app: Dash, desks: Desks) -> None:
    """Register the callbacks of the sheet. There is news whenever something has become of a text."""

    @app.callback(
        Output(ids.NEWS, "data"),
        Input(ids.DROPPED, "contents"),
        State(ids.DROPPED, "filename"),
        State(ids.DROPPED, "last_modified"),
        State(ids.TAB, "data"),
        prevent_initial_call=True,
    )
    def drop(contents: list[str] | None, names: list[str] | None, modified: list[float] | None, tab: str) -> Answer:
        for content, name, at in zip(contents or (), names or (), modified or (), strict=False):
            desks.of(tab).drop(name, uploaded(content), at)
        return desks.of(tab).version

    @app.callback(
        Output(ids.PASTED, "value"),
        Output(ids.PASTED_TITLE, "value"),
        Output(ids.NEWS, "data", allow_duplicate=True),
        Input(ids.ADD_NOW, "n_clicks"),
        State(ids.PASTED, "value"),
        State(ids.PASTED_TITLE, "value"),
        State(ids.TAB, "data"),
        prevent_initial_call=True,
    )
    def paste(clicks: int | None, text: str | None, title: str | None, tab: str) -> Answer:
        if not (text or "").strip():
            raise PreventUpdate
        desks.of(tab).paste(text or "", title or "")
        return "", "", desks.of(tab).version

    @app.callback(
        Output(ids.ADDED, "children"),
        Input(ids.NEWS, "data"),
        State(ids.TAB, "data"),
        prevent_initial_call=True,
    )
    def look(news: int | None, tab: str) -> Answer:
        return outcomes(desks.of(tab).listed())

    @app.callback(
        Output({"day": ALL}, "error"),
        Output(ids.NEWS, "data", allow_duplicate=True),
        Input({"answer": ALL, "with": ALL}, "n_clicks"),
        Input({"day": ALL}, "n_submit"),
        State({"day": ALL}, "value"),
        State({"day": ALL}, "id"),
        State(ids.TAB, "data"),
        prevent_initial_call=True,
    )
    def answer(
        clicks: list[int | None],
        entered: list[int | None],
        typed: list[str | None],
        asked: list[dict[str, int]],
        tab: str,
    ) -> Answer:
        # A question that has just come up is told of, too, but nobody has answered it.
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        pressed = dict(ctx.triggered_id)
        number: int = pressed["answer"] if "answer" in pressed else pressed["day"]
        given = pressed.get("with", "day") == "day"
        days = {one["day"]: day for one, day in zip(asked, typed, strict=True)}
        try:
            desks.of(tab).answer(number, written_as(days.get(number) or "") if given else None)
        except DateError as error:
            return [str(error) if one["day"] == number else None for one in asked], no_update
        return [None] * len(asked), desks.of(tab).version


def uploaded(content: str) -> bytes:
    """The bytes of a data URL; none when it is broken, which then reads as an empty file."""
    try:
        return base64.b64decode(content.partition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        return b""


def written_as(typed: str) -> Written:
    """The day that was typed; DateError when there is none."""
    span = read_typed(typed)
    if span is None:
        raise DateError("no day typed; write it like 4 May 1982")
    return Written(span, Known.GIVEN)


def outcomes(listed: list[Addition]) -> list[html.Li]:
    """What became of each text, the newest first."""
    return [_outcome(one) for one in reversed(listed)]


def _outcome(one: Addition) -> html.Li:
    words: list[Any] = [html.B(one.name, dir="auto"), " ", one.said]
    if one.state is additions.State.ASKING:
        words.append(_question(one))
    return html.Li(words, className=one.state, key=str(one.number))


def _counting(words: Sequence[str]) -> str:
    """ "“Yesterday” and “two days earlier” count"."""
    quoted = [f"“{one}”" for one in words[:NAMED]] + ["others"][: len(words) > NAMED]
    said = quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    return f"{said} count{'s' if len(quoted) == 1 else ''}"


def _question(one: Addition) -> html.Div:
    """Asks for the day: some dates in the text count from it."""
    as_is = "Keep the assumed day" if any(text.written for text in one.documents) else "Leave it open"
    asked = "When was it written?" if len(one.documents) == 1 else "When were they written?"
    return html.Div(
        [
            dmc.TextInput(
                id={"day": one.number},
                label=f"{asked} {_counting(one.counting)} from that day.",
                placeholder="4 May 1982",
                # What is typed is told together with the Enter that ends it.
                debounce=True,
                size="xs",
            ),
            html.Button("Use this day", id={"answer": one.number, "with": "day"}, className="quiet"),
            html.Button(as_is, id={"answer": one.number, "with": "as it is"}, className="quiet plain"),
        ],
        className="question",
    )
