"""A large file is opened by its columns: it tells the same as one that is read as a whole, whatever was done to it before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from tests.chronology.test_store import filled, tellings
from tests.made import ACTORS, made_chronology
from timeline.chronology import Chronology, Query, Store
from timeline.chronology.corrections import Dated, Found, Given, Joined, Noted, Parted, Reviewed, Tagged, Titled, WrittenOn
from timeline.chronology.kept import Kept
from timeline.chronology.table import COLUMNS
from timeline.events import told_in
from timeline.figure import lay_out
from timeline.model import Passage, Review, Written
from timeline.spans import Span
from timeline.text import document

MADE = made_chronology(400)
WAR = made_chronology()
NEWS = document("On 4 May 1982 the ferry burned at Port Hallam.\n\nTwo days later it sank.", name="ferry.txt")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file whose columns are written down."""
    path = tmp_path_factory.mktemp("kept") / "made.chronology"
    filled(path, MADE).close()
    with Store.open(path) as store:
        for made, telling in tellings(WAR):
            store.add(made, telling)
    with large(path) as store:
        store.index()
        assert store.to_index() == 0
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(copyfile(whole, tmp_path / "made.chronology"))


def large(path: Path) -> Store:
    store = Store.open(path)
    store.large = 1
    return store


def both(path: Path) -> tuple[Chronology, Chronology]:
    """The chronology read as a whole, and opened by its columns."""
    with Store.open(path) as store, large(path) as other:
        read, opened = store.load(), other.load()
    assert not isinstance(read.events, Kept)
    assert isinstance(opened.events, Kept)
    return read, opened


def same(path: Path) -> Chronology:
    """What is opened, once it tells in all ways what is read."""
    read, opened = both(path)
    assert list(opened.events) == list(read.events)
    assert all(opened.events[id] == event for id, event in read.events.items())
    assert (opened.documents, opened.actors, opened.rejected) == (read.documents, read.actors, read.rejected)
    for name in COLUMNS:
        assert np.array_equal(getattr(opened.columns.table, name), getattr(read.columns.table, name)), name
    for asked in ("", "q=grain", "q=ferry", "kind=ASSAULT", f"actor={ACTORS['arv'].id}&since=1982&until=1990", "tag=sea"):
        one, other = read.select(Query.parse(asked)), opened.select(Query.parse(asked))
        assert list(other.events) == list(one.events), asked
        assert other.facets() == one.facets(), asked
    for event in (*read.events.values(), *read.rejected.values()):
        for mention in event.mentions:
            assert opened.event(mention.id) == read.event(mention.id)
    assert lay_out(opened) == lay_out(read)
    return opened


def test_opened_it_is_the_same(path: Path) -> None:
    opened = same(path)
    assert list(opened.picked) == list(opened.listed) == list(opened.events.values())
    assert opened.event("e000000000000") is opened.event("nothing") is None
    assert "nothing" not in opened.events
    with pytest.raises(KeyError):
        opened.events["e000000000000"]


def test_what_is_added_later_is_taken_in(path: Path) -> None:
    with large(path) as store:
        assert store.add(NEWS, told_in(NEWS))
    assert len(same(path).told_in(NEWS.id)) == 2


def test_additions_that_are_not_settled_yet_are_laid_over(path: Path) -> None:
    writer = Store.open(path)
    assert writer.add(NEWS, told_in(NEWS))
    same(path)
    writer.close()
    same(path)


def test_it_stays_as_it_was_opened(path: Path) -> None:
    with large(path) as store:
        opened = store.load()
        store.add(NEWS, told_in(NEWS))
        later = store.load()
    assert len(opened.select(Query(words="ferry")).events) == 0
    assert len(later.events) == len(opened.events) + len(later.told_in(NEWS.id))
    assert [event.id for event in opened.listed] == list(opened.events)


def decisions(read: Chronology) -> Iterator[tuple[str, Callable[[Store], object]]]:
    first, second, third, fourth = (event.mentions[0] for event in list(read.dated)[10:50:10])
    several = next(event for event in read.dated if len(event.mentions) > 1)
    text = read.documents[first.document]
    given = Given("9 May 1982", Span.of(1982, 5, 9))
    yield "titled", lambda store: store.correct(Titled(first.id, "The ferry that was not"), at=1)
    yield "tagged", lambda store: store.correct(Tagged(first.id, ("sea",)), Noted(second.id, "see the ferry"), at=1)
    yield "rejected", lambda store: store.correct(Reviewed(second.id, Review.REJECTED), at=1)
    yield "joined", lambda store: store.correct(Joined((second.id, third.id)), at=1)
    yield "parted", lambda store: store.correct(Parted((several.mentions[0].id,)), at=1)
    yield "dated", lambda store: store.correct(Dated(fourth.id, given), at=1)
    yield "found", lambda store: store.correct(Found(Passage(text.id, 0, 20), "Nobody read this", when=given), at=1)
    day = Written(Span.of(1983, 1, 2), text.written.known) if text.written else None
    yield "reread", lambda store: store.correct(WrittenOn(text.id, day), at=1)


@pytest.mark.parametrize("what", ["titled", "tagged", "rejected", "joined", "parted", "dated", "found", "reread"])
def test_corrections_are_laid_over(path: Path, what: str) -> None:
    decide = dict(decisions(both(path)[0]))[what]
    before = list(both(path)[1].events.values())
    with large(path) as store:
        decide(store)
    assert list(same(path).events.values()) != before
    with large(path) as store:
        store.undo()
    same(path)


def test_a_file_that_may_not_be_written_is_opened_too(path: Path) -> None:
    with Store.open(path) as store:
        store.add(NEWS, told_in(NEWS))
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        same(path)
    finally:
        path.parent.chmod(0o755)
