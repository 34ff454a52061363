"""Deciding from the page: `POST /decide`, `/preview` and `/likely` of {"search", "what", "values": {field: [words]}}.

Why no callbacks: a form is filled in, sent once and answered once, with words next to the field where something is wrong.
What has changed then comes to the page as any change of its chronology does, by its revision.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import flask
from dash import Dash

from timeline.app.review.decisions import Values, Wrong, decision
from timeline.app.review.likely import OFFERED, likely
from timeline.app.review.pane import offered
from timeline.app.review.previews import preview
from timeline.app.words import plural
from timeline.app.workspace import Workspace
from timeline.chronology import Store
from timeline.chronology.corrections import Entry, Found
from timeline.errors import TimelineError
from timeline.model import content_id
from timeline.spans import Moment, moment

Clock = Callable[[], datetime]
Asked = dict[str, Any]


def reviewing(app: Dash, workspace: Workspace, clock: Clock) -> None:
    """Answer what the review pane asks; a chronology in no file cannot be corrected."""
    if workspace.store is None:
        return

    def answer(made: Callable[[Workspace, Asked, datetime], Asked]) -> flask.Response:
        asked: Any = flask.request.get_json(silent=True)
        try:
            return flask.jsonify(made(workspace, asked, clock()))
        except (AttributeError, KeyError, TypeError, ValueError):
            return flask.Response("not a decision of this page\n", 400, mimetype="text/plain")

    app.server.add_url_rule("/decide", "decide", lambda: answer(decided), methods=["POST"])
    app.server.add_url_rule("/preview", "preview", lambda: answer(previewed), methods=["POST"])
    app.server.add_url_rule("/likely", "likely", lambda: answer(searched), methods=["POST"])


def previewed(workspace: Workspace, asked: Asked, now: datetime) -> Asked:
    """What a decision would come to."""
    return preview(asked["what"], workspace.whole(), _values(asked), _day(now))


def searched(workspace: Workspace, asked: Asked, now: datetime) -> Asked:
    """The events that an event may be merged with, of those with some words: {"said", "events": [[id, what a menu says]]}."""
    [id], [words] = asked["values"]["event"], asked["values"]["words"]
    whole = workspace.whole()
    event = whole.event(id)
    found = likely(whole, event, words.strip()) if event else []
    more = (
        f"The {OFFERED} likeliest with these words"
        if len(found) == OFFERED
        else f"{plural(len(found), 'event')} with these words"
    )
    return {"said": more if words.strip() else "", "events": offered(found)}


def decided(workspace: Workspace, asked: Asked, now: datetime) -> Asked:
    """Decide it, or take the last decision back or make it again: {"said", "revision", "search": where to go, if anywhere}.

    {"wrong": field, "said"} when it cannot be decided so.
    """
    assert workspace.store is not None
    try:
        with Store.open(workspace.store) as store:
            if asked["what"] in ("undo", "redo"):
                return _moved(workspace, store, asked["what"])
            correction = decision(asked["what"], workspace.whole(), _values(asked), _day(now))
            at = int(now.timestamp())
            step = store.correct(correction, at=at)
    except Wrong as wrong:
        return {"wrong": wrong.field, "said": str(wrong)}
    except TimelineError as error:
        return {"wrong": "", "said": str(error)}
    said = Entry(step, at, "", (correction,)).said(workspace.whole())
    search = None
    if isinstance(correction, Found):
        place = workspace.place(str(asked["search"]))
        passage = correction.passage
        mention = content_id("m", passage.document, passage.start, passage.end)
        search = place.address.going(editing=False).selecting(mention).href
    return {"said": said[:1].upper() + said[1:], "revision": workspace.revision(), "search": search, "undo": True}


def _moved(workspace: Workspace, store: Store, what: str) -> Asked:
    entry = store.undo() if what == "undo" else store.redo()
    if entry is None:
        return {"wrong": "", "said": f"There is nothing to {what}."}
    said = entry.said(workspace.whole())
    return {"said": f"{'Undone' if what == 'undo' else 'Done again'}: {said}", "revision": workspace.revision()}


def _values(asked: Asked) -> Values:
    return {str(field): [str(word) for word in words] for field, words in asked["values"].items()}


def _day(now: datetime) -> Moment:
    return moment(now.year, now.month, now.day)
