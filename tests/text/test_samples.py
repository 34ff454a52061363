"""The samples say when, where and in what language they were written, each in its own way."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from timeline.model import Known
from timeline.resources import DATA
from timeline.text import read, sentences

SAMPLES = DATA / "samples"
SEED = Path(__file__).parents[3] / "shared/seed"

REPORTS = [
    ("1-landing-at-stanley.txt", "The Channel Post", "1982-04-05", Known.DATELINE),
    ("2-haig-leaves-empty-handed.md", "The Assembly Record", "1982-04-20", Known.METADATA),
    ("3-south-georgia-retaken.html", "Harbour Gazette", "1982-04-27T06:00", Known.METADATA),
    ("4-cruiser-sunk-destroyer-burning.txt", "The Channel Post", "1982-05-05T07:15", Known.DATELINE),
    ("5-belgrano-survivors.txt", "Agencia del Plata", "1982-05-06", Known.DATELINE),
    ("6-bomb-alley.html", "Northern Wire Service", "1982-05-26T21:40", Known.METADATA),
    ("7-goose-green.txt", "Harbour Gazette", "1982-05-30T14:05", Known.DATELINE),
    ("8-surrender-at-stanley.md", "The Channel Post", "1982-06-16T09:05", Known.DATELINE),
]


@pytest.mark.parametrize(("name", "publisher", "earliest", "known"), REPORTS)
def test_each_report_says_its_day_and_outlet(name: str, publisher: str, earliest: str, known: Known) -> None:
    [document] = read(SAMPLES / "south-atlantic-1982" / name)
    assert document.written is not None
    assert (document.publisher, document.written.span.earliest(), document.written.known) == (publisher, earliest, known)
    assert document.language == "en"
    assert 15 <= len(sentences(document.text)) <= 40


def test_every_report_is_in_the_table() -> None:
    assert [document.source.rsplit("/", 1)[-1] for document in read(SAMPLES / "south-atlantic-1982")] == [
        name for name, *_ in REPORTS
    ]


def test_every_chronology_of_the_list_can_be_read() -> None:
    listed = tomllib.loads((SAMPLES / "samples.toml").read_text("utf-8"))["chronology"]
    sizes = {entry["name"]: sum(len(read(SAMPLES / source)) for source in entry["sources"]) for entry in listed}
    assert sizes == {"south-atlantic-1982": 8, "persian-wars": 1, "telephone-call-2026": 1}


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed texts lie beside the project, and are not here")
def test_the_seed_text_is_written_on_the_day_of_its_dateline() -> None:
    [document] = read(SEED)
    written = document.written
    assert written is not None
    assert written.passage is not None
    assert (written.span.earliest(), written.zone, written.offset, written.known) == (
        "2026-03-07T06:29",
        "IST",
        330,
        Known.DATELINE,
    )
    assert document.quote(written.passage) == "Mar 07, 2026, 06:29 AM IST"
    assert document.publisher == "Bureau"
    assert document.title.startswith("Putin speaks with Iranian President Pezeshkian")


def test_importing_the_room_loads_none_of_the_slow_libraries() -> None:
    slow = "{'dateparser', 'trafilatura', 'htmldate', 'lxml', 'pandas', 'plotly', 'dash', 'matplotlib'}"
    program = f"import sys, timeline.text, timeline.text.typed; print({slow} & set(sys.modules) or '')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
