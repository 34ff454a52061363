"""A large chronology is indexed before it is served: once, and said where that takes a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.kept import keep
from tests.made import made_chronology
from timeline.app import serve
from timeline.chronology import Store


def test_it_is_said_and_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made = made_chronology()
    path = keep(made, tmp_path / "war.chronology")
    monkeypatch.setattr(Store, "large", 1)
    monkeypatch.setattr(serve, "MANY", 0)
    serve._index(path)
    assert f"Indexing {len(made.events)} events, once for all: about 1 minute" in capsys.readouterr().err
    serve._index(path)
    assert capsys.readouterr().err == ""


def test_a_small_one_needs_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = keep(made_chronology(), tmp_path / "war.chronology")
    serve._index(path)
    with Store.open(path) as store:
        assert store.to_index() == 0
    assert capsys.readouterr().err == ""
