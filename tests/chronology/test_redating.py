"""A document's day, or what its dates count from, is corrected: what follows from it follows, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from tests.chronology.test_store import Telling
from timeline.chronology import Chronology, Store
from timeline.chronology.corrections import AnchorMoved, Correction, Dated, Given, Titled, WrittenOn, apply, follows
from timeline.events import told_in
from timeline.model import Actor, ActorKind, Document, Event, Known, Participant, Role, Written
from timeline.spans import Span, parse_iso
from timeline.text import document

WIRE = "Argentina attacked Stanley on Sunday. Three days later Britain bombed the airfield."
NOTES = "On 2 May 1982 Argentina attacked Stanley. Three days later Britain bombed the airfield. In June Britain took Stanley."
TEXTS = [
    WIRE,
    "Argentina attacked Stanley on Sunday. On Friday the Red Cross sent aid to Stanley.",
    "Yesterday Britain bombed the airfield of Stanley, officials said.",
    "Argentina attacked Stanley on 2 May 1982, witnesses said. Two days later Britain bombed the airfield of Stanley.",
]


def day(iso: str) -> Written:
    return Written(parse_iso(iso), Known.GIVEN)


def texts(*days: str) -> list[Document]:
    written = [days[number % len(days)] for number in range(len(TEXTS))]
    return [document(text, name=f"{n}.txt", written=day(on)) for n, (text, on) in enumerate(zip(TEXTS, written, strict=True))]


def read(store: Store, one: Document) -> None:
    store.add(one, told_in(store.as_decided(one)))


def dates(chronology: Chronology) -> dict[str, str]:
    """Earliest days by title."""
    return {event.title: (event.span.earliest() or "..") if event.span else "" for event in chronology.events.values()}


def named(chronology: Chronology, title: str) -> Event:
    (event,) = [event for event in chronology.events.values() if title in event.title]
    return event


def test_what_counts_from_the_day_written_is_read_again_and_back() -> None:
    with Store.open() as store:
        one = document(WIRE, name="wire.txt", written=day("1982-05-04"))
        read(store, one)
        before = store.load()
        assert sorted(dates(before).values()) == ["1982-05-02", "1982-05-05"]
        store.correct(WrittenOn(one.id, day("1982-05-11")), at=1)
        after = store.load()
        assert sorted(dates(after).values()) == ["1982-05-09", "1982-05-12"]
        assert after.documents[one.id].written == day("1982-05-11")
        assert after.events.keys() == before.events.keys()
        (entry,) = store.history()
        assert entry.said(after) == f"set the day of “{one.title}” to 11 May 1982"
        store.undo()
        assert store.load() == before
        store.redo()
        assert store.load() == after
        # Found by words as before, once.
        assert len(store.load().found("airfield")) == 1


def test_the_users_own_actors_stay_when_a_text_is_read_again() -> None:
    one = document(WIRE, name="wire.txt", written=day("1982-05-04"))
    told = told_in(one)
    own = Actor(Actor.make_id("own:squadron"), "Grey Squadron", ActorKind.ARMED_GROUP)
    first = replace(told.mentions[0], actors=(Participant(own.id, Role.INITIATOR),))
    with Store.open() as store:
        store.add(one, Telling([first, *told.mentions[1:]], {**told.actors, own.id: own}, told.dates))
        before = store.load()
        store.correct(WrittenOn(one.id, day("1982-05-11")), at=1)
        after = store.load()
        assert {id: event.actors for id, event in after.events.items()} == {id: e.actors for id, e in before.events.items()}
        assert sorted(dates(after).values()) == ["1982-05-09", "1982-05-12"]
        store.undo()
        assert store.load() == before


def test_a_day_set_before_a_text_is_added_holds_when_it_comes() -> None:
    one = document(WIRE, name="wire.txt", written=day("1982-05-04"))
    with Store.open() as store:
        store.correct(WrittenOn(one.id, day("1982-05-11")), at=1)
        read(store, one)
        assert sorted(dates(store.load()).values()) == ["1982-05-09", "1982-05-12"]
        store.undo()
        assert store.load().documents[one.id] == one
        assert sorted(dates(store.load()).values()) == ["1982-05-02", "1982-05-05"]


@pytest.mark.parametrize("worn", [1, 3, 250])
@drawn(st.integers(0, 2**32))
@settings(max_examples=6, deadline=None)
def test_reading_again_gives_what_reading_once_would(worn: int, seed: int) -> None:
    """Days set one after another, in any order, in a store that has the texts twice over: the same as a new one."""
    chance = random.Random(seed)
    known = {one.id: one for one in texts("1982-05-04")}
    wanted = {id: chance.choice(["1982-05-04", "1982-05-11", "1983-01-01"]) for id in known}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.chronology.store.joining.WORN", worn)
        with Store.open() as store:
            for one in chance.sample(list(known.values()), len(known)):
                read(store, one)
            for id in chance.choices(list(known), k=3):
                store.correct(WrittenOn(id, day("1982-06-30")), at=1)
            for id in chance.sample(list(known), len(known)):
                store.correct(WrittenOn(id, day(wanted[id])), at=2)
            found = store.load()
            counted = store.counts()
        with Store.open() as store:
            for one in known.values():
                fresh = document(one.text, name=one.source, written=day(wanted[one.id]))
                store.add(fresh, told_in(fresh))
            expected = store.load()
            assert store.counts() == counted
    assert found.events == expected.events
    assert found.documents == expected.documents


def test_dates_counted_from_a_corrected_one_move_along() -> None:
    with Store.open() as store:
        read(store, document(NOTES, name="notes.txt", written=day("1982-07-01")))
        plain = store.load()
        attack, bombed, taken = (named(plain, title) for title in ("attack", "bomb", "took"))
        when = Given("9 May 1982", parse_iso("1982-05-09"))
        store.correct(Dated(attack.id, when), at=1)
        moved = store.load()
        assert moved.events[attack.id].span == parse_iso("1982-05-09")
        assert moved.events[bombed.id].span == parse_iso("1982-05-12")
        after = moved.events[bombed.id].when
        assert after is not None
        assert (after.edtf, after.value) == ("1982-05-12", "1982-05-12")
        assert after.why.read_aloud().endswith("moved with what it counts from → 12 May 1982")
        assert moved.events[taken.id].span == parse_iso("1982-06")
        store.undo()
        store.correct(Dated(attack.id, when, follow=False), at=2)
        assert store.load().events[bombed.id] == bombed


def test_what_is_only_told_to_follow_still_follows() -> None:
    """Its anchor is the whole of what is told before; the day it was written by stays."""
    text = "On 19 March 1982 workers landed at Leith. In response Britain sent a ship."
    with Store.open() as store:
        read(store, document(text, name="notes.txt", written=day("1982-07-01")))
        plain = store.load()
        landing, sent = named(plain, "landed"), named(plain, "sent")
        assert sent.when is not None
        assert sent.when.edtf == "[1982-03-19..1982-07-01]"
        for given, follows_on in (("1982-03-25", "[1982-03-25..1982-07-01]"), ("1982-08-01", "[1982-03-19..1982-07-01]")):
            store.correct(Dated(landing.id, Given(given, parse_iso(given))), at=1)
            after = store.load().events[sent.id].when
            assert after is not None
            assert after.edtf == follows_on


def test_an_anchor_can_be_moved_by_itself() -> None:
    with Store.open() as store:
        read(store, document(NOTES, name="notes.txt", written=day("1982-07-01")))
        plain = store.load()
        bombed = named(plain, "bomb")
        assert bombed.when is not None
        anchor = bombed.when.counted_from
        assert anchor is not None
        move = AnchorMoved(bombed.mentions[0].document, anchor.passage, anchor.span, Span.of(1982, 5, 3))
        moved = {event.id: event for event in apply(plain.events.values(), [move]).events}
        assert moved[bombed.id].span == parse_iso("1982-05-06")
        assert moved[bombed.id].corrected == ("date",)
        assert {id for id in moved if moved[id] != plain.events[id]} == {bombed.id}


def test_what_would_follow_is_shown_before_it_is_decided() -> None:
    def said(*corrections: Correction) -> list[tuple[str, str, str]]:
        changes = [change for one in corrections for change in follows(plain, one)]
        return [(c.title.split()[-1], c.before.edtf if c.before else "", c.after.edtf if c.after else "") for c in changes]

    with Store.open() as store:
        notes, wire = document(NOTES, name="notes.txt", written=day("1982-07-01")), document(WIRE, name="w.txt")
        read(store, notes)
        read(store, replace(wire, written=day("1982-05-04")))
        plain = store.load()
        attack = named(plain, "attack")
        assert len(attack.documents) == 2
        when = Given("9 May 1982", parse_iso("1982-05-09"))
        assert said(Dated(attack.id, when)) == [
            ("Stanley", "1982-05-02", "1982-05-09"),
            ("airfield", "1982-05-05", "1982-05-12"),
        ]
        assert said(Dated(attack.id, when, follow=False)) == [("Stanley", "1982-05-02", "1982-05-09")]
        assert said(WrittenOn(wire.id, day("1982-05-11"))) == [
            ("Stanley", "1982-05-02", "1982-05-09"),
            ("airfield", "1982-05-05", "1982-05-12"),
        ]
        assert [after for *_, after in said(WrittenOn(wire.id, None))] == ["", ""]
        assert said(WrittenOn(wire.id, day("1982-05-04")), Titled(attack.id, "x")) == []
        assert store.load() == plain


def test_a_preview_writes_nothing() -> None:
    with Store.open() as store:
        read(store, document(NOTES, name="notes.txt", written=day("1982-07-01")))
        plain = store.load()
        attack = named(plain, "attack")
        seen = apply(plain.events.values(), [Titled(attack.id, "x")])
        assert store.load() == plain
        assert {event.title for event in seen.events} != {event.title for event in plain.events.values()}
