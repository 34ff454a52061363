"""The selection as JSON: everything can be checked against the texts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.export.nasty import LINES, NASTY, nasty
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.chronology.corrections import Noted, OfKind, Reviewed, Tagged, apply
from timeline.chronology.query import Query
from timeline.export import render
from timeline.model import Kind, Review, by_id


def record(chosen: Chronology) -> dict[str, Any]:
    made = json.loads(render(chosen, "json"))
    assert isinstance(made, dict)
    return made


def test_offsets_quote_the_documents() -> None:
    whole = made_chronology()
    made = record(whole)
    mentions = [mention for event in made["events"] for mention in event["mentions"]]
    assert len(mentions) == sum(len(event.mentions) for event in whole.events.values())
    for mention in mentions:
        assert whole.documents[mention["document"]].text[mention["start"] : mention["end"]] == mention["quote"]


def test_ids_lead_to_documents_and_actors() -> None:
    made = record(made_chronology())
    documents = {document["id"] for document in made["documents"]}
    actors = {actor["id"] for actor in made["actors"]}
    for event in made["events"]:
        assert {mention["document"] for mention in event["mentions"]} <= documents
        assert {part["actor"] for part in event["actors"]} | set(event["places"]) <= actors


def test_the_question_travels_with_the_answer() -> None:
    chosen = made_chronology().select(Query.parse("kind=ASSAULT"))
    made = record(chosen)
    assert Query.parse(made["query"]) == chosen.query
    assert made["filters"] == ["Kind: assault"]
    assert (made["events_shown"], made["events_in_all"]) == (3, 19)
    assert len(made["documents"]) < len(chosen.documents)


def test_claims_open_sides_and_undated_events_are_said() -> None:
    events = {event["title"]: event for event in record(made_chronology())["events"]}
    assert [claim["edtf"] for claim in events["Cruiser Halcyon sunk"]["claims"]] == ["1982-05-02", "1982-05-03"]
    assert events["Crews share the fishing banks"]["date"]["earliest"] is None
    assert events["Crews share the fishing banks"]["date"]["latest"] == "1971-12-31"
    assert events["Smugglers supply both shores"]["date"] is None


def test_folders_of_this_machine_stay_here() -> None:
    whole = made_chronology()
    moved = {key: replace(document, source="/home/ana/secret/a.txt") for key, document in whole.documents.items()}
    assert {document["source"] for document in record(replace(whole, documents=moved))["documents"]} == {"a.txt"}


def test_a_line_of_json_is_complete_in_itself() -> None:
    whole = made_chronology()
    lines = [json.loads(line) for line in render(whole, "jsonl").decode().splitlines()]
    assert [line["id"] for line in lines] == list(whole.events)
    sunk = next(line for line in lines if line["title"] == "Cruiser Halcyon sunk")
    assert [(part["name"], part["role"]) for part in sunk["actors"]] == [("Arvenia", "initiator"), ("Costal Navy", "target")]
    assert [place["name"] for place in sunk["places"]] == ["Sable Ridge"]
    assert [claim["edtf"] for claim in sunk["claims"]] == ["1982-05-02", "1982-05-03"]
    assert [mention["source"]["publisher"] for mention in sunk["mentions"]] == ["Northern Wire", "Harbour Post"]
    assert all(mention["quote"] and mention["date"]["why"] for mention in sunk["mentions"])


def test_a_line_stays_a_line_whatever_it_quotes() -> None:
    lines = render(nasty(), "jsonl").decode().split("\n")
    assert len(lines) == 3
    assert json.loads(lines[0])["mentions"][0]["quote"] == LINES
    assert json.loads(lines[0])["mentions"][0]["source"]["source"].endswith(NASTY.rpartition("/")[2])


def test_what_the_user_decided_travels_with_the_events() -> None:
    made = made_chronology()
    first, second = [event for event in made.events.values() if event.title.startswith("C")][:2]
    decided = [
        Reviewed(first.id, Review.REJECTED),
        Tagged(second.id, ("check",)),
        Noted(second.id, "ask"),
        OfKind(second.id, Kind.AID),
        Reviewed(second.id, Review.CONFIRMED),
    ]
    found = apply(made.events.values(), decided)
    kept = replace(made, events=by_id(found.events), total=0, rejected=by_id(found.rejected))
    told = record(kept)
    (event,) = [event for event in told["events"] if event["id"] == second.id]
    assert (event["review"], event["corrected"], event["tags"], event["note"]) == ("confirmed", ["kind"], ["check"], "ask")
    assert (told["events_rejected"], told["events_in_all"]) == (1, len(made.events) - 1)
    assert first.id not in {event["id"] for event in told["events"]}
