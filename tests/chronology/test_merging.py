"""Tellings of one happening become one event; tellings of two never do."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronology.test_store import Telling
from timeline.chronology import Chronology, Store
from timeline.chronology.merge import Teller, event_of
from timeline.model import (
    Actor,
    ActorKind,
    Certainty,
    DateType,
    Document,
    Expression,
    Kind,
    Mention,
    Participant,
    Passage,
    ResolvedDate,
    Role,
    Why,
    content_id,
)
from timeline.spans import Span, parse_iso

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/chronology/merging.toml").read_text(encoding="utf-8"))["case"]
ROLES = {"i": Role.INITIATOR, "t": Role.TARGET, "m": Role.MENTIONED}


def dated(when: str, passage: Passage) -> ResolvedDate | None:
    """The date of a row; it stands in no words of the sentence."""
    if not when:
        return None
    parts = [parse_iso(part) for part in when.split("/")]
    span = Span(parts[0].start, parts[-1].end, parts[0].grain)
    expression = Expression(Passage(passage.document, 0, 0), "row", DateType.DATE)
    return ResolvedDate(expression, span, when, when, Certainty.STATED, Why(when, ()))


def read(case: dict[str, Any], copy: str = "") -> tuple[list[tuple[Document, Telling]], list[str]]:
    """The documents of a case (or copies of them, under other names) with their tellings; the mention ids by position."""
    ids = [""] * len(case["told"])
    documents = []
    for outlet in dict.fromkeys(row["outlet"] for row in case["told"]):
        rows = [(number, row) for number, row in enumerate(case["told"]) if row["outlet"] == outlet]
        lines = [case.get("context", {}).get(outlet, ""), *(row["text"] for _, row in rows)]
        text = "\n".join(lines)
        name = outlet + copy
        document = Document(Document.make_id(text, name), name, "Report", text, publisher=name)
        actors: dict[str, Actor] = {}
        mentions = []
        for number, row in rows:
            mention = mentioned(document, row, actors, start=text.index(row["text"], len(lines[0])))
            ids[number] = mention.id
            mentions.append(mention)
        documents.append((document, Telling(mentions, actors, [])))
    return documents, ids


def mentioned(document: Document, row: dict[str, Any], actors: dict[str, Actor], start: int) -> Mention:
    passage = Passage(document.id, start, start + len(row["text"]))
    for name in [*row["actors"], *row.get("places", ())]:
        actors[Actor.make_id(name)] = Actor(Actor.make_id(name), name, ActorKind.ORGANISATION)
    parts = tuple(Participant(Actor.make_id(name), ROLES[role]) for name, role in row["actors"].items())
    places = tuple(Actor.make_id(name) for name in row.get("places", ()))
    id = content_id("m", document.id, passage.start, passage.end)
    return Mention(id, passage, row["text"][:60], Kind(row["kind"]), dated(row["when"], passage), parts, places)


def kept(documents: list[tuple[Document, Telling]]) -> Chronology:
    with Store.open() as store:
        for document, telling in documents:
            store.add(document, telling)
        return store.load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    documents, ids = read(case)
    events = kept(documents).events.values()
    found = sorted(sorted(ids.index(mention.id) for mention in event.mentions) for event in events)
    assert found == sorted(case["events"])
    disputed = [sorted(ids.index(mention.id) for mention in event.mentions) for event in events if event.disputed]
    assert disputed == case.get("disputed", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_copies_change_nothing(case: dict[str, Any]) -> None:
    documents, ids = read(case)
    position = {id: number for number, id in enumerate(ids)}
    for name in (" Online", " Weekly", " Abroad"):
        copies, copied = read(case, name)
        documents += copies
        position.update((id, number) for number, id in enumerate(copied))
    found = sorted(sorted({position[m.id] for m in event.mentions}) for event in kept(documents).events.values())
    assert found == sorted(case["events"])


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_any_order_of_adding_gives_the_same_events(seed: int) -> None:
    documents = list(RETOLD)
    chance = random.Random(seed)
    chance.shuffle(documents)
    shuffled = [
        (document, Telling(chance.sample(list(telling.mentions), len(telling.mentions)), telling.actors, telling.dates))
        for document, telling in documents
    ]
    assert kept(shuffled).events == TOGETHER.events


RETOLD = [pair for case in CASES for copy in ("", " Online", " Weekly") for pair in read(case, copy)[0]]
TOGETHER = kept(RETOLD)


def telling(id: str, when: str, *, kind: str = "ASSAULT", title: str = "", document: str = "", **roles: str) -> Mention:
    """A mention of a few words; its document is its own unless one is given."""
    passage = Passage(document or f"d{id}", 0, 9)
    parts = tuple(Participant(name, ROLES[role]) for name, role in roles.items())
    return Mention(id, passage, title or id, Kind(kind), dated(when, passage), parts)


def test_an_event_is_called_after_its_first_mention() -> None:
    assert event_of([telling("m2", "1982"), telling("m1", "1982")]).id == "e1"


def test_the_title_names_who_and_whom_before_anything_else() -> None:
    event = event_of(
        [telling("m1", "1982-05-02", title="Ship sunk", b="t"), telling("m2", "1982", title="A sinks B", a="i", b="t")]
    )
    assert event.title == "A sinks B"
    event = event_of([telling("m1", "1982", title="Ship sunk"), telling("m2", "1982-05-02", title="Ship lost")])
    assert event.title == "Ship lost"


def test_the_kind_is_that_of_most_who_know_one() -> None:
    mentions = [telling("m1", "1982", kind="OTHER"), telling("m2", "1982", kind="OTHER"), telling("m3", "1982", kind="AID")]
    assert event_of(mentions).kind == Kind.AID


def test_acting_goes_before_being_named() -> None:
    event = event_of([telling("m1", "1982", a="m"), telling("m2", "1982", a="m"), telling("m3", "1982", a="i", b="m")])
    assert event.actors == (Participant("a", Role.INITIATOR), Participant("b", Role.MENTIONED))


def test_a_wider_date_is_no_claim_of_its_own() -> None:
    event = event_of([telling("m1", "1982"), telling("m2", "1982-05"), telling("m3", "1982-05-02")])
    assert [claim.value for claim in event.claims] == ["1982-05-02"]
    assert not event.disputed


def test_the_claim_of_most_documents_comes_first_and_one_document_counts_once() -> None:
    days = [("m1", "1982-05-03", "A"), ("m2", "1982-05-03", "A"), ("m3", "1982-05-02", "B"), ("m4", "1982-05-02", "C")]
    event = event_of([telling(id, when, document=document) for id, when, document in days])
    assert [claim.value for claim in event.claims] == ["1982-05-02", "1982-05-03"]
    assert event.disputed


def test_a_copy_supports_a_claim_no_further() -> None:
    days = [("m1", "1982-05-03", "A"), ("m2", "1982-05-03", "B"), ("m3", "1982-05-02", "C"), ("m4", "1982-05-02", "D")]
    mentions = [telling(id, when, document=document) for id, when, document in days]
    event = event_of(mentions, {id: Teller(id, "one wire" if id in ("m1", "m2") else id) for id, _, _ in days})
    assert [claim.value for claim in event.claims] == ["1982-05-02", "1982-05-03"]
    assert event.sources == 3


def test_spans_that_overlap_can_agree() -> None:
    event = event_of([telling("m1", "1982-05-01/1982-05-04"), telling("m2", "1982-05-03/1982-05-06")])
    assert len(event.claims) == 2
    assert not event.disputed


def test_undated_mentions_make_no_claim() -> None:
    event = event_of([telling("m1", ""), telling("m2", "")])
    assert event.claims == ()
    assert event.when is None
