"""Texts added while the page is open: one after the other, each with what became of it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.parts import text
from timeline.app.adding import outcomes, uploaded, written_as
from timeline.app.additions import Additions, State, read_dropped
from timeline.chronology import Store
from timeline.errors import DateError, ReadError
from timeline.model import Known
from timeline.spans import Span

TOLD = "On 2 April 1982 Argentine forces landed at Stanley. On 3 May 1982 the cruiser was sunk."
COUNTED = "Yesterday the garrison surrendered."
LONG_AGO = 389_000_000.0  # April 1982, in seconds since 1970


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "added.chronology"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def coming(store: Path) -> Iterator[Additions]:
    additions = Additions(store)
    yield additions
    done(additions)


def done(coming: Additions) -> list[tuple[State, str]]:
    for _ in range(2000):
        if not coming.busy:
            break
        time.sleep(0.01)
    return [(one.state, one.said) for one in coming.listed()]


def documents(store: Path) -> int:
    with Store.open(store) as kept:
        return kept.counts().documents


def test_a_pasted_text_is_added_and_a_second_time_is_not(coming: Additions, store: Path) -> None:
    coming.paste(TOLD, "Harbour Gazette")
    coming.paste(TOLD, "Harbour Gazette")
    first, second = done(coming)
    assert first == (State.DONE, "Added: 2 events told.")
    assert second == (State.DONE, "Already in the chronology.")
    assert documents(store) == 1


def test_one_bad_file_is_named_and_the_others_are_in(coming: Additions, store: Path) -> None:
    coming.drop("good.txt", TOLD.encode(), LONG_AGO)
    coming.drop("bad.txt", b"\x00\x01\x02", LONG_AGO)
    coming.drop("empty.txt", b"", LONG_AGO)
    coming.drop("picture.xyz", b"?", LONG_AGO)
    coming.drop("also.md", TOLD.replace("1982", "1983").encode(), LONG_AGO)
    states = [state for state, _ in done(coming)]
    assert states == [State.DONE, State.FAILED, State.FAILED, State.FAILED, State.DONE]
    assert documents(store) == 2
    said = text(outcomes(coming.listed()))
    assert said.count("bad.txt") == said.count("empty.txt") == 1
    assert str(store.parent) not in said


def test_the_day_is_asked_for_where_dates_count_from_it(coming: Additions, store: Path) -> None:
    coming.paste(COUNTED, "Note")
    assert done(coming) == [(State.ASKING, "Day of writing not known")]
    assert documents(store) == 0
    assert "When was it written? “Yesterday” counts from that day." in str(outcomes(coming.listed()))
    coming.answer(1, written_as("5 April 1982"))
    assert done(coming)[0][0] is State.DONE
    with Store.open(store) as kept:
        whole = kept.load()
    assert [event.span for event in whole.dated] == [Span.of(1982, 4, 4)]
    assert next(iter(whole.documents.values())).written.known is Known.GIVEN  # type: ignore[union-attr]


def test_a_file_of_several_texts_asks_once_for_those_without_a_day(coming: Additions, store: Path) -> None:
    told = [
        {"id": "a", "text": "Yesterday the garrison surrendered.", "title": "First"},
        {"id": "b", "text": "On 3 May 1982 the bridge fell.", "title": "Second", "written": "1982-05-04"},
        {"id": "c", "text": "The port was shelled two days ago.", "title": "Third"},
    ]
    coming.drop("three.jsonl", "\n".join(map(json.dumps, told)).encode(), None)
    [(state, said)] = done(coming)
    assert state is State.ASKING
    assert said == "Added: 1 event told. 2 of its 3 texts do not say when they were written."
    assert documents(store) == 1
    assert "When were they written? “Yesterday” and “two days ago” count from that day." in str(outcomes(coming.listed()))
    coming.answer(1, written_as("5 April 1982"))
    assert done(coming)[0][0] is State.DONE
    with Store.open(store) as kept:
        assert [event.span for event in kept.load().dated] == [Span.of(1982, 4, 3), Span.of(1982, 4, 4), Span.of(1982, 5, 3)]


def test_a_text_may_stay_without_a_day(coming: Additions, store: Path) -> None:
    coming.paste(COUNTED, "Note")
    done(coming)
    coming.answer(1, None)
    coming.answer(1, None)
    done(coming)
    assert documents(store) == 1


def test_a_dropped_file_is_known_by_its_name_and_its_own_day() -> None:
    (document,) = read_dropped("../../etc/note.txt".rpartition("/")[2], COUNTED.encode(), LONG_AGO)
    assert document.source == "note.txt"
    assert document.written is not None
    assert (document.written.known, document.written.span.year) == (Known.ASSUMED, 1982)


def test_a_file_without_a_day_of_its_own_is_not_of_today() -> None:
    (document,) = read_dropped("note.txt", COUNTED.encode(), None)
    assert document.written is None


def test_an_error_names_the_file_and_no_folder() -> None:
    with pytest.raises(ReadError) as error:
        read_dropped("bad.txt", b"\x00\x01", None)
    assert "bad.txt" in str(error.value)
    assert "/" not in str(error.value)


def test_a_path_in_a_name_goes_no_further(coming: Additions, store: Path) -> None:
    coming.drop("..\\..\\outside/../note.txt", TOLD.encode(), LONG_AGO)
    done(coming)
    assert [one.name for one in coming.listed()] == ["note.txt"]


def test_uploads_are_decoded_and_broken_ones_are_empty() -> None:
    assert uploaded("data:text/plain;base64,T24gMg==") == b"On 2"
    assert uploaded("data:text/plain;base64,***") == b""


def test_no_day_typed_is_no_day() -> None:
    with pytest.raises(DateError):
        written_as("  ")
