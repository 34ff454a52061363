"""From sources to a chronology: read, told, kept, merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.chronology import Query, Store, add_all, build
from timeline.errors import ReadError
from timeline.resources import DATA

FIRST = """Cruiser sunk
|Last Updated: May 05, 1982, 07:15 AM BST|Source: The Channel Post

On Sunday the submarine Conqueror torpedoed the cruiser General Belgrano outside the exclusion zone.
"""
SECOND = """Survivors land

USHUAIA, May 6, 1982 (Agencia) - The first survivors of the cruiser General Belgrano came ashore on Wednesday.

Two torpedoes from a submarine hit the cruiser on Monday, May 3.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_sources_that_disagree_on_a_day_make_one_disputed_event(folder: Path) -> None:
    (event,) = build([folder]).disputed
    assert [claim.span.earliest() for claim in event.claims if claim.span] == ["1982-05-02", "1982-05-03"]
    assert len(event.documents) == 2


def test_the_sample_that_contradicts_itself_is_one_disputed_event() -> None:
    (event,) = build([DATA / "samples" / "south-atlantic-1982"]).disputed
    assert {claim.span.earliest()[:10] for claim in event.claims if claim.span} == {"1982-05-02", "1982-05-03"}  # type: ignore[index]
    assert "Belgrano" in event.title


def test_every_date_of_a_text_can_be_underlined_also_those_of_no_event(folder: Path) -> None:
    made = build([folder], store=folder / "war.chronology", title="The war")
    assert made.title == "The war"
    for document in made.documents.values():
        for date in made.dates_of(document.id):
            assert document.quote(date.expression.passage)
    phrases = {d.quote(date.expression.passage) for d in made.documents.values() for date in made.dates_of(d.id)}
    assert any("Sunday" in phrase for phrase in phrases)
    assert any("May 3" in phrase for phrase in phrases)


def test_building_again_changes_nothing(folder: Path) -> None:
    path = folder / "war.chronology"
    first, again = build([folder], store=path), build([folder], store=path)
    assert first.events == again.events
    assert list(first.documents) == list(again.documents)


def test_a_bad_source_is_named_and_the_rest_is_in(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    failed: list[str] = []
    heard: list[tuple[int, int | None, str]] = []
    with Store.open() as store:
        sources = [folder / name for name in ("first.txt", "empty.txt", "second.txt")]
        added = add_all(
            store,
            sources,
            progress=lambda done, of, name: heard.append((done, of, name)),
            on_failure=lambda source, error: failed.append(source),
        )
    assert added == 2
    assert [done for done, _, _ in heard] == [1, 2]
    assert len(failed) == 1
    assert "empty.txt" in failed[0]
    with pytest.raises(ReadError, match=r"empty\.txt"):
        build([folder / "empty.txt"])


def test_words_are_found_in_what_was_built(folder: Path) -> None:
    found = build([folder]).select(Query(words="torpedo"))
    assert len(found.events) == 1
    assert found.total > 1
