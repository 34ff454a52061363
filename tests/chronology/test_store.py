"""What is kept comes back as it was, once, whoever else reads or writes."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import made_chronology
from timeline.chronology import Chronology, Query, Store, marks
from timeline.chronology.order import in_time
from timeline.errors import StoreError
from timeline.model import Actor, ActorKind, Document, Mention, ResolvedDate


@dataclass(frozen=True)
class Telling:
    """What the events room gives for a document."""

    mentions: Sequence[Mention]
    actors: dict[str, Actor]
    dates: Sequence[ResolvedDate]


def tellings(made: Chronology) -> list[tuple[Document, Telling]]:
    """The documents of a made chronology with what was read from each, in the order of the text."""
    found = []
    for document in made.documents.values():
        mentions = [m for event in made.events.values() for m in event.mentions if m.document == document.id]
        mentions.sort(key=lambda mention: mention.passage.start)
        dates = [mention.when for mention in mentions if mention.when]
        found.append((document, Telling(mentions, dict(made.actors), dates)))
    return found


def filled(path: Path | str, made: Chronology) -> Store:
    store = Store.open(path, create=True)
    for document, telling in tellings(made):
        assert store.add(document, telling)
    return store


MADE = made_chronology()


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with filled(tmp_path / "war.chronology" if request.param == "file" else ":memory:", MADE) as kept:
        yield kept


def test_what_was_kept_comes_back(store: Store) -> None:
    loaded = store.load()
    assert loaded.documents == MADE.documents
    assert {actor.id for actor in loaded.actors.values()} == set(MADE.actors)
    mentions = {m.id: m for event in MADE.events.values() for m in event.mentions}
    assert {m.id: m for event in loaded.events.values() for m in event.mentions} == mentions


def test_events_are_in_the_order_of_time(store: Store) -> None:
    events = list(store.load().events.values())
    assert events == sorted(events, key=in_time)


def test_adding_twice_changes_nothing(store: Store) -> None:
    before, revision, counts = store.load(), store.revision(), store.counts()
    for document, telling in tellings(MADE):
        assert not store.add(document, telling)
    assert (store.load(), store.revision(), store.counts()) == (before, revision, counts)


def test_the_counts_are_those_of_what_is_loaded(store: Store) -> None:
    loaded, counts = store.load(), store.counts()
    assert counts.documents == len(loaded.documents)
    assert counts.events == len(loaded.events)
    assert counts.undated == len(loaded.undated) == 2
    assert counts.disputed == len(loaded.disputed) == 1


def test_words_and_dates_outlive_the_closed_store(store: Store) -> None:
    loaded = store.load()
    store.close()
    assert [e.title for e in loaded.select(Query(words="crowds")).events.values()] == ["Crowds march against the war"]
    for document, telling in tellings(MADE):
        assert loaded.dates_of(document.id) == tuple(telling.dates)
    assert loaded.dates_of("d000000000000") == ()


def test_the_revision_changes_with_every_addition() -> None:
    with Store.open() as store:
        seen = [store.revision()]
        for document, telling in tellings(MADE):
            store.add(document, telling)
            seen.append(store.revision())
        store.retitle("The war")
        assert store.title == store.load().title == "The war"
        seen.append(store.revision())
    assert len(set(seen)) == len(seen)


def test_half_an_addition_is_none(tmp_path: Path) -> None:
    document, telling = tellings(MADE)[0]
    broken = replace(telling, mentions=[*telling.mentions, telling.mentions[0]])
    with filled(tmp_path / "a.chronology", made_chronology(5)) as store:
        before = store.load()
        with pytest.raises(StoreError):
            store.add(document, broken)
        assert store.load() == before
        assert store.add(document, telling)


def test_a_page_reads_while_texts_are_added(tmp_path: Path) -> None:
    path = tmp_path / "war.chronology"
    many = made_chronology(200, seed=5)
    problems: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                with Store.open(path) as reader:
                    loaded = reader.load()
                assert all(mention.document in loaded.documents for e in loaded.events.values() for mention in e.mentions)
        except Exception as error:
            problems.append(error)

    Store.open(path, create=True).close()
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    filled(path, many).close()
    done.set()
    for reader in readers:
        reader.join()
    assert not problems
    with Store.open(path) as kept:
        assert kept.counts().documents == len(many.documents)


def test_a_loaded_chronology_stays_as_it_was(tmp_path: Path) -> None:
    first, *others = tellings(MADE)
    with Store.open(tmp_path / "war.chronology", create=True) as store:
        store.add(*first)
        loaded = store.load()
        for other in others:
            store.add(*other)
        found = loaded.select(Query(words="the"))
        assert found.events.keys() <= loaded.events.keys()


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such chronology; make one with `timeline add"):
        Store.open(tmp_path / "none.chronology")
    with pytest.raises(StoreError, match="there is no folder"):
        Store.open(tmp_path / "none" / "a.chronology", create=True)
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path, create=True)


def test_what_is_no_store_is_not_opened(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("On 3 May the talks failed. " * 200, encoding="utf-8")
    with pytest.raises(StoreError, match="is not a chronology"):
        Store.open(text, create=True)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE things (id)")
    with pytest.raises(StoreError, match="is a database, but not a chronology"):
        Store.open(other)


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.chronology"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match=r"made by a newer timeline \(its form is 99"):
        Store.open(path)


def test_a_locked_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.chronology.store.connect._PATIENCE", 0.05)
    path = tmp_path / "war.chronology"
    with Store.open(path, create=True) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is being written by another program"):
            store.add(*tellings(MADE)[0])
        assert store.counts().documents == 0
        other.execute("ROLLBACK")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_read_only_folder_can_be_read_from_but_not_made_in(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "war.chronology"
    path.parent.mkdir()
    filled(path, MADE).close()
    path.parent.chmod(0o555)
    try:
        with Store.open(path) as store:
            assert store.counts().documents == len(MADE.documents)
        with pytest.raises(StoreError, match="may not be written in"):
            Store.open(path.parent / "new.chronology", create=True)
    finally:
        path.parent.chmod(0o755)


def test_what_utf8_cannot_hold_is_kept_all_the_same() -> None:
    document = Document("d1", "caf\udce9.txt", "t\ud800", "On 3 May \ud800\0 it began.", publisher="p\udfff")
    with Store.open() as store:
        store.add(document, Telling([], {}, []))
        assert store.load().documents["d1"] == document


@given(st.permutations([("Vladimir Putin", ("Putin",)), ("Putin", ("the president",)), ("V. Putin", ())]))
def test_an_actor_is_the_same_in_whatever_order_documents_come(named: list[tuple[str, tuple[str, ...]]]) -> None:
    with Store.open() as store:
        for number, (name, aliases) in enumerate(named):
            actor = Actor("a1", name, ActorKind.PERSON, aliases)
            store.add(Document(f"d{number}", "s", "t", name), Telling([], {"a1": actor}, []))
        (kept,) = store.load().actors.values()
    assert kept == Actor("a1", "Vladimir Putin", ActorKind.PERSON, ("Putin", "V. Putin", "the president"))


@given(st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_any_order_of_adding_gives_the_same_chronology(seed: int) -> None:
    shuffled = tellings(SIMILAR)
    random.Random(seed).shuffle(shuffled)
    with Store.open() as store:
        for document, telling in shuffled:
            store.add(document, telling)
        assert store.load().events == ALL_AT_ONCE.events


def _same_war_retold() -> Chronology:
    """The war of the strait, also as another paper would print it a day off, and as a copy."""
    parts = [made_chronology(), made_chronology(120, seed=11)]
    return Chronology(
        "", {k: v for p in parts for k, v in p.documents.items()}, {k: v for p in parts for k, v in p.events.items()},
        parts[0].actors,
    )  # fmt: skip


SIMILAR = _same_war_retold()
with filled(":memory:", SIMILAR) as _kept:
    ALL_AT_ONCE = _kept.load()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Two torpedoes hit the cruiser.", "torpedo cruiser", ["torpedoes", "cruiser"]),
        ("Café by the sea", "cafe", ["Café"]),
        ("the red cross, a red flag", '"red cross"', ["red cross"]),
        ("sunken", "sunk*", ["sunken"]),
        ("nothing here", "", []),
        ("a\0b sunk", "sunk", ["sunk"]),
        ("😀 sunk 😀", "sunk", ["sunk"]),
    ],
)
def test_marks_stand_where_the_words_are(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, words)] == found


@given(st.text(), st.text())
def test_marks_lie_in_the_text(text: str, words: str) -> None:
    for start, end in marks(text, words):
        assert 0 <= start < end <= len(text)


def test_what_a_killed_program_added_is_kept_and_merged(tmp_path: Path) -> None:
    path = tmp_path / "war.chronology"
    script = (
        "import os, sys; from tests.chronology.test_store import MADE, filled\n"
        "filled(sys.argv[1], MADE); os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert ended.returncode == -9
    with Store.open(":memory:") as whole, Store.open(path) as kept:
        for document, telling in tellings(MADE):
            whole.add(document, telling)
        assert kept.load().events == whole.load().events
        assert kept.counts() == whole.counts()


def test_programs_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "war.chronology"
    told = tellings(SIMILAR)

    def add(part: int) -> None:
        with Store.open(path, create=True) as store:
            for document, telling in told[part:] + told[:part]:
                store.add(document, telling)

    adders = [threading.Thread(target=add, args=[part]) for part in (0, 2, 4)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    with Store.open(path) as kept:
        assert kept.load().events == ALL_AT_ONCE.events


def test_a_store_of_the_form_before_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "old.chronology"
    filled(path, made_chronology(5)).close()
    with closing(sqlite3.connect(path)) as db:
        db.executescript(
            "ALTER TABLE traces ADD COLUMN weight REAL NOT NULL DEFAULT 1; DROP TABLE worn; DROP TABLE corrections"
        )
        db.executescript("DROP TABLE columns; DROP TABLE changed")
        db.executescript("DROP TRIGGER mention_comes; DROP TRIGGER mention_moves; DROP TRIGGER mention_goes")
        db.execute("DROP INDEX mentions_of_document")
        db.execute("ALTER TABLE documents DROP COLUMN story")
        db.execute("ALTER TABLE documents DROP COLUMN stated")
        db.execute("PRAGMA user_version = 1")
    with Store.open(path) as store:
        for document, telling in tellings(MADE):
            store.add(document, telling)
        assert len(store.load().documents) == store.counts().documents > len(MADE.documents)
