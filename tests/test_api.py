"""The public sentence in Python."""

from pathlib import Path

import pytest

import timeline
from timeline.chronology import Query
from timeline.errors import QueryError, ReadError, StoreError
from timeline.model import Kind

TEXT = """Two towns

GENEVA, 4 May 1982 — Argentina attacked Stanley on Sunday. Two days later Britain bombed the airfield. Iran condemned Iraq on
30 April.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT)
    return tmp_path / "report.txt"


@pytest.fixture
def war(text: Path) -> timeline.Timeline:
    return timeline.build(text)


def test_a_chronology_is_called_after_its_text(war: timeline.Timeline) -> None:
    assert war.chronology.title == "Two towns"
    assert "Two towns" in repr(war)


def test_the_ways_to_ask_are_one(war: timeline.Timeline) -> None:
    asked = [
        war.select("actor=Argentina,Iran"),
        war.select(actor="Argentina,Iran"),
        war.select(actor=["Argentina", "Iran"]),
        war.select("actor=Argentina,Iran", mode="any"),
    ]
    assert len({tuple(one.chronology.events) for one in asked}) == 1
    assert 0 < len(asked[0]) < len(war)
    assert len(war.select(Query(kinds=(Kind.ASSAULT,)))) == len(war.select(kind="ASSAULT"))


def test_what_cannot_be_asked_is_named(war: timeline.Timeline) -> None:
    with pytest.raises(QueryError, match="Argentina"):
        war.select(actor="Argentinia")
    with pytest.raises(QueryError, match="colour"):
        war.select(colour="red")
    with pytest.raises(QueryError, match="foo"):
        war.select(foo=1)
    assert len(war.select(since=1982)) == len(war.select(since="1982"))


def test_a_frame_has_a_row_an_event(war: timeline.Timeline) -> None:
    frame = war.to_frame()
    assert len(frame) == len(war)
    assert "1982-05-02" in set(frame["earliest"].astype(str))


def test_draw_gives_a_plotly_figure_in_both_themes(war: timeline.Timeline) -> None:
    light, dark = war.draw(), war.draw(theme="dark")
    assert light.data
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor


def test_kept_in_a_file_and_opened_again(text: Path, tmp_path: Path) -> None:
    kept = timeline.build(text, store=tmp_path / "war.chronology", title="War")
    again = timeline.load(tmp_path / "war.chronology")
    assert again.chronology.title == "War"
    assert list(again.chronology.events) == list(kept.chronology.events)
    with pytest.raises(StoreError):
        timeline.load(tmp_path / "peace.chronology")


def test_what_cannot_be_read_raises_or_is_handed_over(text: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(ReadError, match="empty"):
        timeline.build([text, tmp_path / "empty.txt"])
    failed: list[str] = []
    war = timeline.build([text, tmp_path / "empty.txt"], on_failure=lambda source, error: failed.append(str(error)))
    assert len(war)
    assert len(failed) == 1


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(AttributeError, match="build"):
        timeline.bild  # noqa: B018
