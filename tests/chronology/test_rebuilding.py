"""Decided while texts come in, taken back, decided again: a chronology built anew with the same log is the same."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronology.test_redating import day, read, texts
from timeline.chronology import Store
from timeline.chronology.corrections import (
    Correction,
    Dated,
    Found,
    Given,
    Joined,
    Parted,
    Reviewed,
    Titled,
    WrittenOn,
)
from timeline.model import Document, Kind, Passage, Review
from timeline.spans import parse_iso


def decision(chance: random.Random, store: Store, documents: list[Document]) -> Correction:
    """Some decision on what is there."""
    loaded = store.load()
    events = [*loaded.events.values(), *loaded.rejected.values()]
    ids = [mention.id for event in events for mention in event.mentions] or ["m0"]
    some = tuple(chance.sample(ids, min(2, len(ids))))
    when = Given("then", parse_iso(chance.choice(["1982-05-20", "1982-05"])))
    return chance.choice(
        [
            WrittenOn(chance.choice(documents).id, day(chance.choice(["1982-05-11", "1982-06-30"]))),
            WrittenOn(chance.choice(documents).id, None),
            Joined(some),
            Parted(some[:1]),
            Dated(some[0], when, chance.random() < 0.5),
            Reviewed(some[0], chance.choice(list(Review))),
            Titled(some[0], "called so"),
            Found(Passage(documents[0].id, 0, 9), "found", Kind.AID, when),
        ]
    )


@pytest.mark.parametrize("worn", [1, 250])
@given(st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_the_same_texts_and_the_same_log_are_the_same_chronology(worn: int, seed: int) -> None:
    chance, documents = random.Random(seed), texts("1982-05-04")
    waiting = chance.sample(documents, len(documents))
    with pytest.MonkeyPatch.context() as patch, Store.open() as store, Store.open() as again:
        patch.setattr("timeline.chronology.store.joining.WORN", worn)
        for step in range(chance.randint(4, 14)):
            act = chance.choice(["read", "read", "undo", "redo", "decide", "decide", "decide"])
            if act == "read" and waiting:
                read(store, waiting.pop())
            elif act == "undo":
                store.undo()
            elif act == "redo":
                store.redo()
            else:
                store.correct(decision(chance, store, documents), at=step)
        for one in waiting:
            read(store, one)
        again.take_over(store)
        for one in chance.sample(documents, len(documents)):
            read(again, one)
        found, expected = store.load(), again.load()
        assert (found.events, found.rejected) == (expected.events, expected.rejected)
        days = [{id: one.written for id, one in loaded.documents.items()} for loaded in (found, expected)]
        assert days[0] == days[1]
        assert store.counts() == again.counts()
