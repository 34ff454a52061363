"""review, called as from a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.chronology import Store
from timeline.chronology.corrections import Reviewed, Titled
from timeline.cli import main
from timeline.model import Kind, Review

REPORT = "GENEVA, 4 May 1982 — Argentina attacked the port of Stanley on Sunday. Two days later Britain withdrew.\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT)
    assert main(["add", str(tmp_path / "war.chronology"), str(tmp_path / "a.txt")]) == 0
    with Store.open(tmp_path / "war.chronology") as kept:
        first, second = kept.load().events
        kept.correct(Reviewed(first, Review.CONFIRMED), at=0)
        kept.correct(Titled(second, "\x1b[31mBritain leaves"), Reviewed(second, Review.REJECTED), at=60, who="Ada")
    return tmp_path / "war.chronology"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    assert main(["review", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_history_and_the_progress(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, progress = said(capsys, str(store))
    assert "local  confirmed “Argentina attack" in first
    assert "Ada  titled" in second
    assert second.endswith("and 1 more")
    assert "\x1b" not in second
    assert progress == "2 of 2 events reviewed: 1 confirmed, 1 rejected"


def test_taking_back_and_deciding_again(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, str(store), "--undo")[0].startswith("Taken back: titled")
    *_, second, progress = said(capsys, str(store))
    assert second.endswith("(undone)")
    assert progress == "1 of 2 events reviewed: 1 confirmed, 0 rejected"
    assert said(capsys, str(store), "--redo")[0].startswith("Decided again: titled")
    assert main(["review", str(store), "--redo"]) == 1
    assert "there is nothing to decide again" in capsys.readouterr().err


def test_decisions_are_taken_over_by_a_chronology_built_again(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = store.with_name("again.chronology")
    assert main(["add", str(again), str(store.with_name("a.txt"))]) == 0
    assert said(capsys, str(again), "--from", str(store)) == [f"2 decisions taken over from {store}"]
    assert said(capsys, str(again), "--from", str(store)) == [f"0 decisions taken over from {store}"]
    with Store.open(store) as one, Store.open(again) as other:
        assert one.load().events == other.load().events
        assert one.load().rejected == other.load().rejected
    assert main(["review", str(again), "--from", str(again)]) == 1
    assert "is this chronology itself" in capsys.readouterr().err


def test_deciding_from_the_shell(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(store) as kept:
        loaded = kept.load()
        (first,), (second,) = loaded.events, loaded.rejected
    assert said(capsys, str(store), "--reopen", second, "--who", "Ada") == [
        "Put back for review “\N{REPLACEMENT CHARACTER}[31mBritain leaves”"
    ]
    assert said(capsys, str(store), "--title", second, "Britain goes") == ["Titled “Britain withdrew”: “Britain goes”"]
    assert said(capsys, str(store), "--date", first, "between 5 and 9 May 1982")[0].endswith("between 5 and 9 May 1982")
    said(capsys, str(store), "--kind", first, "aid")
    said(capsys, str(store), "--note", first, "ask")
    said(capsys, str(store), "--tag", first, "a, b,")
    said(capsys, str(store), "--confirm", first, second)
    with Store.open(store) as kept:
        events = kept.load().events
        assert kept.history()[2].who == "Ada"
    assert (events[first].kind, events[first].note, events[first].tags) == (Kind.AID, "ask", ("a", "b"))
    assert events[first].when is not None
    assert events[first].when.edtf == "[1982-05-05..1982-05-09]"
    assert {event.review for event in events.values()} == {Review.CONFIRMED}
    said(capsys, str(store), "--merge", first, second)
    with Store.open(store) as kept:
        (event,) = kept.load().events.values()
    assert len(event.mentions) == 2
    said(capsys, str(store), "--split", event.mentions[1].id)
    assert said(capsys, str(store))[-1] == "2 of 2 events reviewed: 2 confirmed, 0 rejected"
    capsys.readouterr()
    assert main(["show", str(store), "--ids"]) == 0
    assert first in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--confirm", "e000"], "no event 'e000' here; `timeline show --ids` lists them"),
        (["--date", "FIRST", "soon"], "'soon' is no date that can be read"),
        (["--kind", "FIRST", "ASSAULTS"], "--kind ASSAULTS is not known; did you mean ASSAULT?"),
    ],
)
def test_what_cannot_be_decided_is_one_clear_line(
    store: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(store) as kept:
        (first,) = kept.load().events
    assert main(["review", str(store), *(first if one == "FIRST" else one for one in arguments)]) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert told in line
    assert len(said(capsys, str(store))) == 3
