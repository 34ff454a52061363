"""Files by suffix: there whole or not at all, and refused with a way out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from PIL import Image

from tests.export.nasty import nasty
from tests.made import made_chronology
from timeline.chronology.query import Query
from timeline.errors import ExportError, TimelineError
from timeline.export import EXPORTERS, export, left_out, render

BEGINNINGS = {
    ".png": b"\x89PNG\r\n",
    ".svg": b"<?xml",
    ".pdf": b"%PDF-",
    ".webp": b"RIFF",
    ".html": b"<!doctype html>",
    ".csv": b"earliest,latest,",
    ".json": b'{\n "format": "timeline 1"',
    ".md": b"# The war of the strait\n",
    ".jsonl": b'{"id": "e',
    ".parquet": b"PAR1",
    ".ics": b"BEGIN:VCALENDAR\r\n",
    ".timelinejs.json": b'{\n "scale": "human"',
}


def test_every_suffix_has_a_beginning_here() -> None:
    assert set(BEGINNINGS) == set(EXPORTERS)


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_suffix_chooses(suffix: str, tmp_path: Path) -> None:
    path = export(made_chronology(), tmp_path / f"war.of.1982{suffix.upper()}", width=600)
    assert path.read_bytes().startswith(BEGINNINGS[suffix])
    assert [kept.name for kept in tmp_path.iterdir()] == [path.name]


def test_suffixes_may_come_without_their_dot() -> None:
    assert render(made_chronology(), "csv") == render(made_chronology(), ".CSV")


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_an_empty_selection_can_be_taken_away(suffix: str) -> None:
    nothing = made_chronology().select(Query(words="nobody wrote this"))
    assert render(nothing, suffix, width=600).startswith(BEGINNINGS[suffix] if suffix != ".jsonl" else b"")


@pytest.mark.parametrize("suffix", [".svg", ".html", ".json", ".md", ".parquet", ".ics", ".timelinejs.json"])
def test_a_title_can_be_given(suffix: str) -> None:
    assert b"Quite another title" in render(made_chronology(), suffix, title="Quite another title")


def test_width_and_theme_are_the_callers() -> None:
    light, dark = (Image.open(BytesIO(render(made_chronology(), "png", theme=theme, width=900))) for theme in ("light", "dark"))
    assert light.size[0] == dark.size[0] == 1800
    assert light.convert("L").getpixel((0, 0)) == 251
    assert dark.convert("L").getpixel((0, 0)) == 22


@pytest.mark.parametrize("name", ["war.docx", "war", "war.svg.gz"])
def test_an_unknown_suffix_is_refused_with_the_choices(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.png \.svg .*\.ics \.timelinejs\.json") as caught:
        export(made_chronology(), tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rendering_an_unknown_suffix_is_refused_too() -> None:
    with pytest.raises(ExportError, match=r"'docx'.*\.png"):
        render(made_chronology(), "docx")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"theme": "pink"}, "light or dark"),
        ({"width": 20}, "400 to 6000"),
        ({"lanes": "mood"}, "actor, place, kind, source, certainty"),
        ({"size": "a3"}, "slide, a4, a4-portrait, wide, or pixels as 1920x1080"),
        ({"size": "100x100"}, "300 to 6000"),
        ({"size": "20000x900"}, "300 to 6000"),
        ({"size": "1e3x900"}, "No size '1e3x900'"),
    ],
)
def test_impossible_options_are_refused_with_the_choices(options: dict[str, object], said: str) -> None:
    with pytest.raises(TimelineError, match=said):
        render(made_chronology(), "png", **options)


@pytest.mark.parametrize("suffix", [".csv", ".html", ".ics"])
def test_only_a_picture_has_a_size(suffix: str) -> None:
    with pytest.raises(ExportError, match=r"no size; a size is for \.png \.svg \.pdf \.webp"):
        render(made_chronology(), suffix, size="slide")


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".webp", ".md", ".jsonl", ".parquet", ".ics", ".timelinejs.json"])
def test_the_same_selection_gives_the_same_bytes(suffix: str) -> None:
    assert render(made_chronology(), suffix) == render(made_chronology(), suffix)


def test_a_pdf_may_have_many_pages_and_nothing_else() -> None:
    one, many = (render(made_chronology(60), "pdf", size="slide", pages=pages) for pages in (False, True))
    assert one.count(b"/Contents") == 1 < many.count(b"/Contents")
    with pytest.raises(ExportError, match=r"several are for \.pdf"):
        render(made_chronology(), "png", size="slide", pages=True)
    with pytest.raises(ExportError, match="Pages have a size"):
        render(made_chronology(), "pdf", pages=True)


@pytest.mark.parametrize("options", [{}, {"size": "a4"}])
def test_an_svg_says_what_sources_wrote_and_runs_none_of_it(options: dict[str, object]) -> None:
    root = fromstring(render(nasty(), "svg", **options))
    assert not [element for element in root.iter() if element.tag.rpartition("}")[2] in ("script", "image", "a")]
    assert "<script>alert(1)</script>" in " ".join(root.itertext())


def test_what_a_form_cannot_hold_is_counted() -> None:
    whole, before = made_chronology(), made_chronology(bc=True)
    assert left_out(whole, ".csv") == ""
    assert left_out(whole, ".timelinejs.json") == "2 of 19 events have no date and no slide."
    assert left_out(whole, ".ics").startswith("4 of 19 events cannot stand in a calendar: ")
    assert "17 before AD 1" in left_out(before, ".ics") or "before AD 1" in left_out(before, ".ics")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there is no folder"):
        export(made_chronology(), tmp_path / "nowhere" / "war.csv")


def test_a_path_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "war.csv").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        export(made_chronology(), tmp_path / "war.csv")
    assert [kept.name for kept in tmp_path.iterdir()] == ["war.csv"]


def test_a_failing_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "war.png"
    path.write_bytes(b"the old one")
    with pytest.raises(TimelineError):
        export(made_chronology(), path, lanes="mood")
    assert path.read_bytes() == b"the old one"
