"""review, called as from a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.chronology import Store
from timeline.chronology.corrections import Reviewed, Titled
from timeline.cli import main
from timeline.model import Review

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
