"""What the user decides is laid over what was read: kept, undone, told of, and the same after everything is read again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from tests.chronology.test_store import MADE, Telling, filled, tellings
from tests.made import ACTORS
from timeline.chronology import Chronology, Query, Store
from timeline.chronology.corrections import (
    Cast,
    Correction,
    Dated,
    Found,
    Given,
    Joined,
    Noted,
    OfKind,
    Parted,
    Reviewed,
    State,
    Tagged,
    Titled,
)
from timeline.model import Actor, ActorKind, Event, Kind, Participant, Passage, Review, Role
from timeline.spans import Span

NOW = 1_800_000_000
JUNE = Given("June 1982", Span.of(1982, 6))


def titled(chronology: Chronology, title: str) -> Event:
    (event,) = [event for event in chronology.events.values() if event.title == title]
    return event


LANDING, MARCH = titled(MADE, "Costal marines land at Port Hallam"), titled(MADE, "Crowds march against the war")
CLAIM = titled(MADE, "Marel rejects the claim")


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "war.chronology" if request.param == "file" else ":memory:", MADE) as kept:
        yield kept


def after(store: Store, *corrections: Correction) -> Chronology:
    store.correct(*corrections, at=NOW)
    return store.load()


def test_every_field_can_be_corrected_and_says_so(store: Store) -> None:
    id, dorn = MARCH.id, ACTORS["dorn"]
    stranger = Actor(Actor.make_id("user:Mayor"), "The mayor", ActorKind.PERSON)
    cast = (Participant(dorn.id, Role.INITIATOR), Participant(stranger.id, Role.TARGET), Participant(dorn.id, Role.MENTIONED))
    loaded = after(
        store,
        Titled(id, "A march"),
        OfKind(id, Kind.CONSULT),
        Cast(id, cast, (stranger,)),
        Dated(id, JUNE),
        Noted(id, "ask the archive"),
        Tagged(id, ("check", "check", "march")),
        Reviewed(id, Review.CONFIRMED),
    )
    event = loaded.events[id]
    assert (event.title, event.kind, event.note, event.tags) == ("A march", Kind.CONSULT, "ask the archive", ("check", "march"))
    assert event.actors == cast[:2]
    assert loaded.actor_names[stranger.id] == "The mayor"
    assert event.when is not None
    assert (event.span, event.when.edtf, event.when.why.phrase) == (JUNE.span, "1982-06", "June 1982")
    assert (event.review, event.corrected) == (Review.CONFIRMED, ("title", "kind", "actors", "date"))
    assert event.mentions == MARCH.mentions
    assert len(loaded.select(Query(actors=(stranger.id,))).events) == 1
    others = {key: other for key, other in loaded.events.items() if key != id}
    assert others == {key: other for key, other in ALL.events.items() if key != id}


with filled(":memory:", MADE) as _kept:
    ALL = _kept.load()


def test_what_was_decided_can_be_asked_and_counted(store: Store) -> None:
    loaded = after(
        store,
        Reviewed(MARCH.id, Review.CONFIRMED),
        Tagged(MARCH.id, ("check", "march")),
        Tagged(CLAIM.id, ("check",)),
        Noted(CLAIM.id, "see the minutes of parliament"),
        Titled(CLAIM.id, "Refusal"),
    )

    def kept(query: str) -> set[str]:
        return set(loaded.select(Query.parse(query)).events)

    assert kept("review=confirmed") == {MARCH.id}
    assert len(kept("review=unreviewed")) == len(loaded.events) - 1
    assert kept("tag=check") == {MARCH.id, CLAIM.id}
    assert kept("tag=march,none") == {MARCH.id}
    assert kept("tag=none") == set()
    assert kept("q=minutes") == kept("q=refusal") == {CLAIM.id}
    facets = loaded.facets(Query.parse("tag=march"))
    assert [(count.label, count.count) for count in facets["review"]] == [("Unreviewed", 0), ("Confirmed", 1)]
    assert [(count.key, count.count, count.chosen) for count in facets["tag"]] == [("check", 2, False), ("march", 1, True)]
    row = loaded.to_frame().loc[CLAIM.id]
    assert (row.review, row.corrected, row.tags, row.note) == (
        "unreviewed",
        ["title"],
        ["check"],
        "see the minutes of parliament",
    )


def test_the_later_of_two_decisions_holds(store: Store) -> None:
    after(store, Titled(MARCH.id, "One"), Titled(MARCH.mentions[0].id, "Two"))
    assert after(store, Noted(MARCH.id, "a"), Noted(MARCH.id, "")).events[MARCH.id].title == "Two"
    assert store.load().events[MARCH.id].note == ""


def test_a_dispute_is_settled_by_a_date(store: Store) -> None:
    (disputed,) = store.load().disputed
    event = after(store, Dated(disputed.id, JUNE)).events[disputed.id]
    assert (event.disputed, len(event.claims)) == (False, 1)


def test_what_is_rejected_is_in_no_count_and_can_be_taken_back(store: Store) -> None:
    before = store.load()
    loaded = after(store, Reviewed(MARCH.id, Review.REJECTED))
    assert set(before.events) - set(loaded.events) == set(loaded.rejected) == {MARCH.id}
    assert (loaded.total, store.counts().events) == (len(before.events) - 1, len(before.events) - 1)
    assert loaded.select(Query(words="crowds")).events == {}
    assert loaded.select(Query(words="crowds")).rejected == loaded.rejected
    rejected = loaded.rejected_event(MARCH.mentions[0].id)
    assert rejected is not None
    assert rejected.review is Review.REJECTED
    assert MARCH.id in after(store, Reviewed(MARCH.id, Review.UNREVIEWED)).events


def test_events_are_joined_and_split(store: Store) -> None:
    joined = after(store, Joined((MARCH.id, CLAIM.id)))
    event = joined.event(MARCH.id)
    assert event is not None
    assert event is joined.event(CLAIM.id)
    assert {mention.id for mention in event.mentions} == {MARCH.mentions[0].id, CLAIM.mentions[0].id}
    assert (event.corrected, event.sources) == (("tellings",), 2)
    assert len(joined.events) == len(MADE.events) - 1
    split = after(store, Parted((LANDING.mentions[0].id,)))
    first, second = (split.event(mention.id) for mention in LANDING.mentions)
    assert first is not None
    assert second is not None
    assert (first.mentions, second.mentions) == (LANDING.mentions[:1], LANDING.mentions[1:])
    assert len(split.events) == len(MADE.events)
    again = after(store, Parted((MARCH.mentions[0].id,)))
    assert again.events[MARCH.id].mentions == MARCH.mentions


def test_an_event_is_added_from_a_passage(store: Store) -> None:
    (document,) = [one for one in MADE.documents.values() if "Smugglers" in one.text]
    start = document.text.index("Smugglers kept")
    passage = Passage(document.id, start, start + len("Smugglers kept supplying"))
    taking = (Participant(ACTORS["front"].id, Role.INITIATOR),)
    loaded = after(store, Found(passage, "Blockade run", Kind.AID, JUNE, taking))
    event = titled(loaded, "Blockade run")
    assert (event.span, event.kind, event.actors, event.corrected) == (JUNE.span, Kind.AID, taking, ("added",))
    assert event.when is not None
    assert event.when.expression.passage == passage
    assert event.id in loaded.select(Query(words="supplying")).events
    # What was added can be corrected like anything else.
    assert after(store, Titled(event.id, "Blockade broken")).events[event.id].title == "Blockade broken"
    elsewhere = after(store, Found(Passage("d0", 0, 3), "Nowhere"))
    assert len(elsewhere.events) == len(loaded.events)


def test_what_was_added_by_hand_and_is_read_later_is_one_event(store: Store) -> None:
    """The same passage, read as an event by a newer reader: what the user said of it holds."""
    taking = (Participant(ACTORS["front"].id, Role.INITIATOR),)
    loaded = after(store, Found(MARCH.mentions[0].passage, "A march", Kind.AID, JUNE, taking))
    assert len(loaded.events) == len(ALL.events)
    event = loaded.events[MARCH.id]
    assert (event.title, event.kind, event.span, event.actors) == ("A march", Kind.AID, JUNE.span, taking)
    assert event.corrected == ("title", "kind", "date", "actors")


def test_steps_are_undone_and_done_again_until_something_else_is_decided(store: Store) -> None:
    plain = store.load()
    store.correct(Titled(MARCH.id, "One"), Noted(MARCH.id, "n"), at=NOW)
    store.correct(Titled(MARCH.id, "Two"), at=NOW + 1, who="Ada")
    assert store.redo() is None
    undone = store.undo()
    assert undone is not None
    assert (undone.who, undone.at, undone.state) == ("Ada", NOW + 1, State.UNDONE)
    assert store.load().events[MARCH.id].title == "One"
    assert store.undo() is not None
    assert store.load() == plain
    assert store.undo() is None
    assert [entry.state for entry in store.history()] == [State.UNDONE, State.UNDONE]
    again = store.redo()
    assert again is not None
    assert again.who == "local"
    assert store.load().events[MARCH.id].title == "One"
    store.correct(Titled(MARCH.id, "Three"), at=NOW + 2)
    assert store.redo() is None
    assert [entry.state for entry in store.history()] == [State.IN_FORCE, State.DROPPED, State.IN_FORCE]
    assert store.load().events[MARCH.id].title == "Three"


def test_the_history_says_who_did_what(store: Store) -> None:
    plain = store.load()
    store.correct(Reviewed(MARCH.id, Review.CONFIRMED), Reviewed(CLAIM.id, Review.REJECTED), at=NOW, who="Ada")
    store.correct(Joined((MARCH.id, CLAIM.id)), Dated(MARCH.id, JUNE), at=NOW)
    store.correct(Reviewed(MARCH.id, Review.REJECTED), at=NOW)
    said = [(entry.who, entry.said(plain)) for entry in store.history()]
    assert said == [
        ("Ada", "confirmed “Crowds march against the war”, and 1 more"),
        ("local", "merged “Crowds march against the war” and “Marel rejects the claim”, and 1 more"),
        ("local", "rejected “Crowds march against the war”"),
    ]
    # So it stays when they are one event, which has one title.
    assert [(entry.who, entry.said(store.load())) for entry in store.history()] == said


def test_the_revision_grows_with_every_decision(store: Store) -> None:
    seen = [store.revision()]
    for decide in (lambda: store.correct(Titled(MARCH.id, "x"), at=NOW), store.undo, store.redo):
        decide()
        seen.append(store.revision())
    assert len(set(seen)) == 4


def decisions(chance: random.Random) -> list[Correction]:
    """Some decisions on some events, in some order."""
    ids = [mention.id for event in MADE.events.values() for mention in event.mentions]

    def one() -> Correction:
        some = tuple(chance.sample(ids, 2))
        return chance.choice(
            [Joined(some), Parted(some), Parted(some[:1]), Titled(some[0], str(chance.random())), Dated(some[0], JUNE),
             Reviewed(some[0], chance.choice(list(Review))), Tagged(some[0], ("x",)), OfKind(some[0], Kind.AID)]
        )  # fmt: skip

    return [one() for _ in range(chance.randint(1, 8))]


@drawn(st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_decisions_outlive_any_order_of_adding_and_undoing(seed: int) -> None:
    """Decided before, between or after the documents come in, and undone and done again: the same chronology."""
    chance = random.Random(seed)
    decided, told = decisions(chance), tellings(MADE)
    with filled(":memory:", MADE) as store:
        for one in decided:
            store.correct(one, at=NOW)
        last = store.load()
        for _ in decided:
            store.undo()
        assert store.load().events == ALL.events
        for _ in decided:
            store.redo()
        assert (store.load().events, store.load().rejected) == (last.events, last.rejected)
    shuffled = chance.sample(told, len(told))
    with Store.open() as store:
        steps: list[Correction | tuple[object, Telling]] = [*shuffled]
        for number, one in enumerate(decided):
            steps.insert(chance.randint(number, len(steps)) if number == 0 else len(steps), one)
        for step in steps:
            if isinstance(step, tuple):
                store.add(*step)  # type: ignore[arg-type]
            else:
                store.correct(step, at=NOW)
        assert (store.load().events, store.load().rejected) == (last.events, last.rejected)


def test_a_decision_goes_with_its_passage_when_it_is_read_otherwise(tmp_path: Path) -> None:
    """A newer reader may cut a sentence elsewhere: the mention has another id, the user's decision stays."""
    path = tmp_path / "war.chronology"
    filled(path, MADE).close()
    with Store.open(path) as store:
        store.correct(Titled(MARCH.id, "A march"), Joined((MARCH.id, CLAIM.id)), at=NOW)
        old = MARCH.mentions[0]
        with store._writing() as db:
            body = db.execute("SELECT body FROM mentions WHERE id = ?", (old.id,)).fetchone()[0]
            moved = body.replace(old.id, "m0123").replace(f"{old.passage.end}]", f"{old.passage.end - 1}]", 1)
            db.execute("UPDATE mentions SET id = 'm0123', body = ?, event = '' WHERE id = ?", (moved, old.id))
            db.execute("UPDATE mentions SET imprint = replace(imprint, ?, 'm0123')", (old.id,))
            db.execute("DELETE FROM bonds WHERE ? IN (one, other)", (old.id,))
            store._imprints.forget()
        event = store.load().event("m0123")
        assert event is not None
        assert (event.title, len(event.mentions)) == ("A march", 2)


def test_a_correction_of_nothing_changes_nothing(store: Store) -> None:
    plain = store.load()
    gone = [Titled("e000", "x"), Joined(("m000", MARCH.id)), Parted(("m000",)), Reviewed("m000", Review.REJECTED)]
    assert after(store, *gone).events == plain.events


def test_the_order_of_time_is_that_of_the_corrected_dates(store: Store) -> None:
    moved = replace(JUNE, span=Span.of(1990))
    assert next(reversed([e for e in after(store, Dated(MARCH.id, moved)).events.values() if e.claims])).id == MARCH.id
