"""add, show, export and serve, called as from a shell."""

import json
import socket
from pathlib import Path

import pytest

from timeline import events
from timeline.cli import main
from timeline.model import Document

REPORT = "Envoys meet\n\nGENEVA, 4 May 1982 — Argentina attacked the port of Stanley on {}. Two days later Britain withdrew.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, day in enumerate(["Sunday", "Monday", "2 May", "1 May", "30 April", "29 April", "3 May", "Friday", "Saturday"]):
        (folder / f"{number}.txt").write_text(REPORT.format(day))
    return folder


@pytest.fixture
def store(reports: Path, tmp_path: Path) -> Path:
    kept = tmp_path / "war.chronology"
    assert main(["add", str(kept), str(reports)]) == 0
    return kept


def test_adding_twice_changes_nothing(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["add", str(tmp_path / "war.chronology"), str(reports)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "9 documents (9 new)" in first
    assert "9 documents (0 new)" in second
    assert first.split("new), ")[1] == second.split("new), ")[1]


def test_one_bad_file_among_ten_is_named_and_nine_are_in(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "bad.txt").write_bytes(b"MZ\x00\x01\x02" * 100)
    assert main(["add", str(tmp_path / "war.chronology"), str(reports)]) == 1
    said = capsys.readouterr()
    assert "9 documents (9 new)" in said.out
    assert "1 could not be read" in said.out
    (line,) = said.err.strip().splitlines()
    assert "bad.txt" in line


def test_what_was_read_before_a_stop_is_kept_and_adding_again_goes_on(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, told = str(tmp_path / "war.chronology"), events.told_in

    def stop_at_the_fourth(document: Document, helpers: object = None) -> events.Telling:
        if document.source.endswith("3.txt"):
            raise KeyboardInterrupt
        return told(document)

    with monkeypatch.context() as stopping:
        stopping.setattr(events, "told_in", stop_at_the_fourth)
        assert main(["add", store, str(reports)]) == 130
    said = capsys.readouterr()
    assert "3 documents (3 new)" in said.out
    assert "stopped; what was read is kept; add the same again to go on" in said.err
    assert main(["add", store, str(reports)]) == 0
    assert "9 documents (6 new)" in capsys.readouterr().out


def test_show_keeps_an_actor_a_kind_what_is_disputed(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def shown(*options: str) -> str:
        capsys.readouterr()
        assert main(["show", str(store), *options]) == 0
        return capsys.readouterr().out

    assert "Kind: assault" in shown("--kind", "assault", "--actor", "Argentina")
    assert "Actor: Argentina or United Kingdom" in shown("--actor", "Argentina", "--actor", "Britain")
    assert "Date: disputed" in shown("--disputed", "--query", "since=1982")
    assert "Independent sources: 5 or more" in shown("--sources", "5")
    assert main(["show", str(store), "--actor", "Argentna"]) == 1
    assert "no actor 'Argentna' here; did you mean Argentina" in capsys.readouterr().err


BAD = {
    "empty.txt": b"",
    "binary.txt": b"\x7fELF\x00\x01\x02\x03" * 64,
    "latin.txt": "Überfall am 4. Mai".encode("latin-1"),
    "picture.heic": b"whatever",
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_clear_line(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    assert main(["add", str(tmp_path / "war.chronology"), str(tmp_path / name)]) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert name in line
    assert "Traceback" not in line


def test_a_text_in_a_language_that_is_not_read_is_named_and_the_rest_goes_in(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "fr.txt").write_text(
        "Les troupes sont arrivées dans la ville le 4 mai et les habitants ont fui vers le sud.\n" * 3
    )
    assert main(["add", str(tmp_path / "war.chronology"), str(reports)]) == 1
    said = capsys.readouterr()
    assert "9 documents (9 new)" in said.out
    (line,) = said.err.strip().splitlines()
    assert "fr.txt" in line
    assert "en" in line


def test_a_folder_without_texts_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["add", str(tmp_path / "war.chronology"), str(tmp_path / "folder")]) == 1
    assert "folder" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["show"], ["export", "out.png"], ["serve"]])
def test_a_store_that_is_none(verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "letter.chronology"
    wrong.write_text("Dear Sir, this is not a database at all, but a letter. " * 40)
    for path, says in ((wrong, "letter.chronology"), (tmp_path / "missing.chronology", "missing.chronology")):
        assert main([verb[0], str(path), *verb[1:]]) == 1
        error = capsys.readouterr().err
        assert says in error
        assert len(error.strip().splitlines()) == 1
    assert wrong.read_text().startswith("Dear Sir")
    assert not (tmp_path / "missing.chronology").exists()


def test_a_port_in_use(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", str(store), "--port", str(port)]) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert str(port) in line


def test_show_prints_the_selection_and_the_count(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["show", str(store), "--query", "actor=Argentina"]) == 0
    printed = capsys.readouterr().out
    assert "Argentina" in printed
    assert " of " in printed.strip().splitlines()[-1]


def test_a_misspelt_actor_is_answered_with_the_near_ones(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["show", str(store), "--query", "actor=Argentna"]) == 1
    assert "Argentina" in capsys.readouterr().err


def test_export_writes_what_the_query_keeps(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "war.json"
    assert main(["export", str(store), str(out), "--query", "kind=ASSAULT"]) == 0
    kept = json.loads(out.read_text())
    assert kept["events"]
    assert {event["kind"] for event in kept["events"]} == {"ASSAULT"}
    assert main(["export", str(store), str(tmp_path / "war.docx")]) == 1
    assert ".svg" in capsys.readouterr().err


def test_markup_and_terminal_codes_in_a_text_stay_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "[bold red]Argentina[/bold red] \x1b[31mattacked Stanley on 2 May 1982 and <b>Britain</b> answered.\n"
    (tmp_path / "a.txt").write_text(text)
    assert main(["add", str(tmp_path / "war.chronology"), str(tmp_path / "a.txt")]) == 0
    assert main(["show", str(tmp_path / "war.chronology"), "--undated"]) == 0
    assert "\x1b[31m" not in capsys.readouterr().out


def test_a_text_that_does_not_say_its_day_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "undated.txt").write_text("The envoys met on Friday.")
    (tmp_path / "dated.txt").write_text("LONDON, 4 May 1982 - The envoys met on Friday.")
    assert main(["add", str(tmp_path / "a.chronology"), str(tmp_path / "undated.txt"), str(tmp_path / "dated.txt")]) == 0
    told = capsys.readouterr().err
    assert "undated.txt: does not say when written" in told
    assert "--written" in told
    assert " dated.txt" not in told
    assert not told.startswith("dated.txt")


def test_nothing_is_left_of_a_store_into_which_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert main(["add", str(tmp_path / "a.chronology"), str(tmp_path / "empty.txt")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


@pytest.mark.parametrize("line", [["serve", "--port", "high"], ["add", "a.chronology", "b.txt", "--writen", "1982"]])
def test_a_mistake_in_the_line_is_one_line(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(line)
    told = capsys.readouterr().err
    assert (stopped.value.code, told.count("\n")) == (2, 1)
    assert "--help" in told
