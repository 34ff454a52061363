"""`timeline export`, called as from a shell; what it writes is what the page gives."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from tests.app.kept import keep
from tests.made import made_chronology
from timeline.app import create_app
from timeline.cli import main
from timeline.cli.export import file_part, free_name

ADDRESSES = (
    "",
    "kind=ASSAULT",
    "actor=Arvenia&lanes=source",
    "since=1982-05-01&until=1982-05-31&from=1982-05-03&to=1982-05-20&lanes=kind",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(made_chronology(), tmp_path_factory.mktemp("stores") / "war.chronology")


@pytest.fixture(scope="module")
def client(store: Path) -> FlaskClient:
    return create_app(store).server.test_client()


@pytest.fixture
def export(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    monkeypatch.chdir(tmp_path)
    return lambda *words: main(["export", str(store), *words])


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_pages_address_gives_the_pages_picture(
    address: str, export: Callable[..., int], client: FlaskClient, tmp_path: Path
) -> None:
    asked = {"form": "svg", "size": "slide", "theme": "dark", "title": "May", "address": address}
    query = "&".join(f"{name}={quote(value)}" for name, value in asked.items())
    page = client.get(f"/export?{query}", headers={"Host": "localhost"})
    assert page.status_code == 200
    assert export("war.svg", "--query", address, "--size", "slide", "--theme", "dark", "--title", "May") == 0
    assert (tmp_path / "war.svg").read_bytes() == page.data


@pytest.mark.parametrize("before", ["?", "http://127.0.0.1:8050/?"])
def test_an_address_may_be_pasted_as_it_is(before: str, export: Callable[..., int], tmp_path: Path) -> None:
    assert export("plain.svg", "--query", ADDRESSES[-1]) == 0
    assert export("pasted.svg", "--query", before + ADDRESSES[-1]) == 0
    assert (tmp_path / "pasted.svg").read_bytes() == (tmp_path / "plain.svg").read_bytes()


def test_the_whole_selection_is_not_the_view(export: Callable[..., int], client: FlaskClient, tmp_path: Path) -> None:
    address = ADDRESSES[-1]
    page = client.get(f"/export?form=svg&shows=whole&address={quote(address)}", headers={"Host": "localhost"})
    assert export("whole.svg", "--query", address, "--whole") == 0
    assert export("view.svg", "--query", address) == 0
    assert (tmp_path / "whole.svg").read_bytes() == page.data
    assert (tmp_path / "view.svg").read_bytes() != page.data


def test_a_page_to_look_around_in_has_all_the_time(export: Callable[..., int], client: FlaskClient, tmp_path: Path) -> None:
    assert export("war.html") == 0
    content = (tmp_path / "war.html").read_text()
    assert content.encode() == client.get("/export?form=.html", headers={"Host": "localhost"}).data
    figures, _ = json.JSONDecoder().raw_decode(content[content.index('{"levels"') :])
    drawn = {key for trace in figures["levels"][0]["figures"]["light"]["data"] for key in trace.get("customdata", ())}
    assert drawn >= {event.id for event in made_chronology().events.values() if event.claims}


def test_a_picture_for_each_actor(export: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("war.svg", "--each", "actor", "--query", "kind=ASSAULT", "--size", "640x400") == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "war-arvenia.svg",
        "war-costal-republic.svg",
        "war-costal-navy.svg",
        "war-highland-front.svg",
    }
    assert "Actor: Highland Front" in (tmp_path / "war-highland-front.svg").read_text()
    assert "war-highland-front.svg: 1 of 19 events" in capsys.readouterr().err


def test_each_of_those_named_and_no_other(export: Callable[..., int], tmp_path: Path) -> None:
    assert export("war.csv", "--each", "source", "--query", "source=Northern Wire,Harbour Post") == 0
    assert {path.name for path in tmp_path.iterdir()} == {"war-northern-wire.csv", "war-harbour-post.csv"}


def test_what_is_in_none_of_them_is_told(export: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert export("war.jsonl", "--each", "place") == 0
    assert "events have no place and are in none of them" in capsys.readouterr().err.splitlines()[-1]


def test_actors_asked_for_together_are_not_parted(export: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert export("war.csv", "--each", "actor", "--query", "actor=Arvenia,Costal Republic&mode=all") == 1
    assert "mode=all" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("United Kingdom", "united-kingdom"),
        ("../../etc/passwd", "etc-passwd"),
        ("Вооружённые силы", "вооружённые-силы"),
        ('a<script>:"|?*\x00b', "a-script-b"),
        ("…", "unnamed"),
        ("x" * 200, "x" * 60),
    ],
)
def test_names_are_safe_as_files(name: str, part: str) -> None:
    assert file_part(name) == part


def test_names_that_come_to_the_same_are_kept_apart() -> None:
    assert [free_name("a", set()), free_name("a", {"a"}), free_name("a", {"a", "a-2"})] == ["a", "a-2", "a-3"]


def test_a_size_in_pixels_is_exact(export: Callable[..., int], tmp_path: Path) -> None:
    assert export("war.png", "--size", "640x400") == 0
    with Image.open(tmp_path / "war.png") as image:
        assert image.size == (640, 400)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["war.docx"], ".timelinejs.json"),
        (["war.csv", "--size", "slide"], "a size is for .png"),
        (["war.png", "--size", "a4", "--pages"], "several are for .pdf"),
        (["war.pdf", "--pages"], "Pages have a size"),
        (["war.png", "--size", "a3"], "slide, a4, a4-portrait, wide"),
        (["war.png", "--lanes", "mood"], "actor, place, kind, source"),
        (["nowhere/war.png"], "there is no folder nowhere"),
        (["war.png", "--query", "colour=red"], "colour"),
        (["war.png", "--query", "sel=e000"], "not in this chronology"),
        (["war.png", "--query", "kind=ASSAULT&q=zeppelin"], "no event matches the query, without “Words: zeppelin” 3 would"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_a_way_out(
    words: list[str], said: str, export: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(*words) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert said in line
    assert not list(tmp_path.iterdir())


def test_what_a_form_cannot_hold_is_told(export: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert export("war.ics") == 0
    assert "4 of 19 events cannot stand in a calendar" in capsys.readouterr().err


def test_the_page_is_not_loaded_for_it() -> None:
    asked = "import sys, timeline.app.address, timeline.app.taken, timeline.export; print('dash' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout == "False\n"
