"""What a form of the review pane decides, foretells and refuses; how the server answers it; its candidates and history."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.app.kept import keep
from tests.app.parts import text, walk
from tests.made import made_chronology
from timeline.app.address import Address
from timeline.app.html import tree
from timeline.app.moves import unreviewed
from timeline.app.page import build
from timeline.app.reader import reader
from timeline.app.review import history as review_history
from timeline.app.review import pane as review
from timeline.app.review.decisions import Wrong, decision
from timeline.app.review.likely import likely
from timeline.app.review.previews import preview
from timeline.app.workspace import Workspace
from timeline.chronology import Chronology, Store
from timeline.chronology.corrections import Cast, Dated, Joined, Reviewed, Tagged
from timeline.model import ActorKind, Event, Review, Role
from timeline.spans import Span, moment

TODAY = moment(2026, 3, 7)
NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)


@pytest.fixture
def whole() -> Chronology:
    return made_chronology()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.of(keep(made_chronology(), tmp_path / "war.chronology"))


@pytest.fixture
def client(workspace: Workspace) -> FlaskClient:
    return build(workspace, clock=lambda: NOW).server.test_client()


def halcyon(whole: Chronology) -> Event:
    return next(event for event in whole.events.values() if "Halcyon" in event.title)


def send(client: FlaskClient, where: str, what: str, values: Mapping[str, list[str]]) -> Any:
    return client.post(where, json={"search": "", "what": what, "values": values}).get_json()


def test_a_date_is_read_as_it_was_typed(whole: Chronology) -> None:
    event = halcyon(whole)
    made = decision("dated", whole, {"event": [event.id], "date": ["between 5 and 9 May 1982"]}, TODAY)
    assert isinstance(made, Dated)
    assert (made.when.span, made.follow) == (Span(moment(1982, 5, 5), moment(1982, 5, 10), made.when.span.grain), False)


@pytest.mark.parametrize(
    ("what", "values", "field", "said"),
    [
        ("dated", {"date": [" "]}, "date", "write a date"),
        ("dated", {"date": ["never"]}, "date", "no date"),
        ("titled", {"title": [""]}, "title", "a few words"),
        ("joined", {"other": [""]}, "other", "choose the event"),
        ("dated", {"event": ["e0"], "date": ["1982"]}, "event", "no longer here"),
        ("written", {"document": ["d0"], "date": ["1982"]}, "date", "no longer here"),
        ("found", {"document": ["d0"], "title": ["x"]}, "title", "no longer here"),
    ],
)
def test_what_is_wrong_is_said_of_its_field_in_one_line(
    whole: Chronology, what: str, values: dict[str, list[str]], field: str, said: str
) -> None:
    with pytest.raises(Wrong, match=said) as wrong:
        decision(what, whole, {"event": [halcyon(whole).id], **values}, TODAY)
    assert wrong.value.field == field
    assert "\n" not in str(wrong.value)


def test_actors_are_known_by_name_and_alias_and_others_are_new(whole: Chronology) -> None:
    event = halcyon(whole)
    known = whole.actors[event.actors[0].actor]
    values = {
        "event": [event.id],
        "actor": [known.name.upper(), "", "Ada of the Quay"],
        "role": ["target", "initiator", "mentioned"],
        "was": ["", event.actors[1].actor, ""],
        "new": ["person"],
    }
    made = decision("cast", whole, values, TODAY)
    assert isinstance(made, Cast)
    assert [(part.actor, part.role) for part in made.actors] == [(known.id, Role.TARGET), (made.new[0].id, Role.MENTIONED)]
    assert [(actor.name, actor.kind) for actor in made.new] == [("Ada of the Quay", ActorKind.PERSON)]


def test_tags_are_told_apart_by_commas(whole: Chronology) -> None:
    made = decision("tagged", whole, {"event": [halcyon(whole).id], "tags": [" check,  a  ship , check,"]}, TODAY)
    assert isinstance(made, Tagged)
    assert made.tags == ("check", "a ship")


def test_a_preview_says_the_reading_and_never_raises(whole: Chronology) -> None:
    about = {"event": [halcyon(whole).id]}
    said = preview("dated", whole, {**about, "date": ["c. 480 BC"], "follow": ["yes"]}, TODAY)
    assert said == {"said": "Read as c. 480 BC · -0479~", "follows": ["No other date changes."]}
    assert preview("dated", whole, {**about, "date": ["hello"]}, TODAY)["wrong"] == "date"


def test_the_likeliest_to_be_the_same_comes_first_and_never_itself(whole: Chronology) -> None:
    event = halcyon(whole)
    found = likely(whole, event)
    assert event.id not in {other.id for other in found}
    assert len(found) == min(40, len(whole.events) - 1)
    shared = [len({part.actor for part in other.actors} & {part.actor for part in event.actors}) for other in found]
    assert shared[0] >= 1


def test_an_event_to_merge_with_is_found_by_its_words_among_all(client: FlaskClient, whole: Chronology) -> None:
    event = halcyon(whole)
    told = send(client, "/likely", "joined", {"event": [event.id], "words": ["wreck"]})
    assert told["said"] == "1 event with these words"
    [[id, said]] = told["events"]
    assert "Wreck of the Halcyon" in said
    assert id != event.id
    nothing = send(client, "/likely", "joined", {"event": [event.id], "words": ["zeppelin"]})
    assert nothing == {"said": "0 events with these words", "events": []}
    assert send(client, "/likely", "joined", {"event": [event.id], "words": [" "]})["said"] == ""


def test_deciding_undoing_and_what_the_page_is_told(client: FlaskClient, workspace: Workspace) -> None:
    event = halcyon(workspace.whole())
    told = send(client, "/decide", "reviewed", {"event": [event.id], "state": ["confirmed"]})
    assert told["said"] == "Confirmed “Cruiser Halcyon sunk”"
    assert told["revision"] == workspace.revision()
    assert halcyon(workspace.whole()).review is Review.CONFIRMED
    assert [(entry.at, entry.who) for entry in workspace.history()] == [(int(NOW.timestamp()), "local")]
    assert send(client, "/decide", "undo", {})["said"].startswith("Undone: confirmed")
    assert halcyon(workspace.whole()).review is Review.UNREVIEWED
    assert send(client, "/decide", "undo", {}) == {"wrong": "", "said": "There is nothing to undo."}
    assert send(client, "/decide", "redo", {})["said"].startswith("Done again: confirmed")


def test_what_is_no_decision_is_refused_and_decides_nothing(client: FlaskClient, workspace: Workspace) -> None:
    id = halcyon(workspace.whole()).id
    bad = [
        None,
        {},
        {"search": "", "what": "burn", "values": {}},
        {"search": "", "what": "reviewed", "values": {"event": [id]}},
    ]
    assert [client.post("/decide", json=body).status_code for body in bad] == [400] * len(bad)
    # A form of another site can send plain words only.
    plain = json.dumps({"search": "", "what": "reviewed", "values": {"event": [id], "state": ["rejected"]}})
    assert client.post("/decide", data=plain, content_type="text/plain").status_code == 400
    assert workspace.history() == ()


def test_the_pane_is_one_quiet_line_until_it_is_opened(workspace: Workspace) -> None:
    whole = workspace.whole()
    address = Address(selected=halcyon(whole).id)
    closed = reader(whole, address, correcting=True)
    assert "0 of 19 reviewed" in text(closed)
    assert "form" not in {getattr(part, "tag", "") for part in walk(closed)}
    assert "form" in {getattr(part, "tag", "") for part in walk(reader(whole, address.going(editing=True), correcting=True))}
    assert "reviewed" not in text(reader(whole, address))


def test_the_next_one_nobody_reviewed_goes_round(workspace: Workspace) -> None:
    events = list(workspace.whole().events)
    assert workspace.store
    with Store.open(workspace.store) as store:
        store.correct(Reviewed(events[0], Review.CONFIRMED), Reviewed(events[2], Review.CONFIRMED), at=0)
    at = {id: unreviewed(workspace.place(f"?sel={id}")).selected for id in (events[1], events[-1])}
    assert at == {events[1]: events[3], events[-1]: events[1]}


def test_the_history_tells_the_newest_first_and_strikes_what_was_undone(workspace: Workspace) -> None:
    whole = workspace.whole()
    ids = list(whole.events)[:2]
    assert workspace.store
    with Store.open(workspace.store) as store:
        store.correct(Joined(tuple(ids)), at=0, who="Ada")
        store.correct(Reviewed(ids[0], Review.REJECTED), at=60)
        store.undo()
    shown = review_history.table(workspace.whole(), workspace.history(), UTC)
    rows = [text(part) for part in walk(shown) if getattr(part, "tag", "") == "tr"]
    assert rows[1].startswith("1970-01-01 00:01local")
    assert rows[1].endswith("undone")
    assert rows[2].startswith("1970-01-01 00:00Adamerged")
    assert [getattr(part, "tag", "") for part in walk(shown)].count("del") == 1


def test_a_passage_offers_its_words_and_its_first_date(workspace: Workspace) -> None:
    whole = workspace.whole()
    passage = halcyon(whole).mentions[0].passage
    fields = {part["name"]: part.get("defaultValue") for part in _attributes(tree(review.adding(whole, passage)))}
    assert fields["date"] == "1982-05-02"
    assert fields["title"]
    assert fields["title"] in whole.documents[passage.document].text


def _attributes(nodes: list[Any]) -> Iterator[dict[str, Any]]:
    """The attributes of every element of a pane that has a name."""
    for node in nodes:
        if not isinstance(node, str):
            if "name" in node[1]:
                yield node[1]
            yield from _attributes(node[2])
