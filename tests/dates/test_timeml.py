"""TimeML out: valid by the guidelines' attributes, the text as it was, every pointer to something marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from timeline.cli.main import main
from timeline.dates import dates_in
from timeline.dates.timeml import timeml
from timeline.model import Document, Known, Written
from timeline.spans import Span

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("timeml.rng")))
WRITTEN = Written(Span.of(2014, 9, 12), Known.GIVEN)
TEXT = (
    "Two men & a <boy> died on Sunday. From 5 to 9 May 2008 it rained; a ten-day siege began on 4 May 2008.\r\n\r\n"
    "Over the past three weeks they met twice a week, every Tuesday, at 15:00 GMT, by early 1998 or c. 480 BC.\n"
    "They left in spring 1941, in the third quarter, next week, at the weekend, recently. At 0530 it began; in May it ended."
)


def parsed(text: str, written: Written | None = WRITTEN) -> etree._Element:
    document = Document("d", "report.txt", "A title", text, "en", written)
    tree = etree.fromstring(timeml(document, dates_in(document)).encode())
    GRAMMAR.assertValid(tree)
    return tree


def test_the_text_is_as_it_was_and_every_date_is_marked() -> None:
    tree = parsed(TEXT)
    assert "".join(tree.find("TEXT").itertext()) == TEXT
    marked = {timex.text: timex.get("value") for timex in tree.find("TEXT") if timex.text}
    assert marked["Sunday"] == "2014-09-07"
    assert marked["ten-day"] == "P10D"
    assert len(marked) == 18


def test_the_day_written_and_what_counts_from_it() -> None:
    tree = parsed("He left on Sunday.")
    (dct,) = tree.find("DCT")
    assert (dct.get("tid"), dct.get("value"), dct.get("functionInDocument")) == ("t0", "2014-09-12", "CREATION_TIME")
    (sunday,) = tree.find("TEXT")
    assert (sunday.get("temporalFunction"), sunday.get("anchorTimeID")) == ("true", "t0")
    assert parsed("He left on Sunday.", None).find("DCT") is None


def test_a_range_is_a_length_between_its_ends() -> None:
    first, last, between = parsed("From 5 to 9 May 2008 it rained.").find("TEXT")
    assert (between.get("type"), between.get("value"), between.text) == ("DURATION", "P5D", None)
    assert (between.get("beginPoint"), between.get("endPoint")) == (first.get("tid"), last.get("tid"))
    assert [timex.get("value") for timex in parsed("From March to June 2014 and in 1914–18.").find("TEXT")][2::3] == [
        "P4M",
        "P5Y",
    ]


def test_a_length_in_its_place_points_to_what_places_it() -> None:
    weeks, siege, day = parsed("Over the past three weeks, since a ten-day siege that began on 4 May 2008.").find("TEXT")
    assert (weeks.get("endPoint"), weeks.get("beginPoint")) == ("t0", None)
    assert (siege.get("beginPoint"), siege.get("endPoint")) == (day.get("tid"), None)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(re.findall(r"[^.,;]+[.,;]?", TEXT)), st.text(max_size=6)), max_size=8).map("".join))
def test_any_text_is_valid_and_kept_but_for_what_xml_cannot_hold(text: str) -> None:
    tree = parsed(text)
    kept = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text)
    assert "".join(tree.find("TEXT").itertext()) == kept
    ids = {timex.get("tid") for timex in tree.iter("TIMEX3")}
    pointers = {timex.get(name) for timex in tree.iter("TIMEX3") for name in ("anchorTimeID", "beginPoint", "endPoint")}
    assert pointers - {None} <= ids


def test_the_shell_writes_one_text_or_a_folder(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    report = tmp_path / "report.txt"
    report.write_text("He left on Sunday.")
    assert main(["dates", "--format", "timeml", "--written", "2014-09-12", str(report)]) == 0
    tree = etree.fromstring(capsysbinary.readouterr().out)
    GRAMMAR.assertValid(tree)
    assert tree.find("TEXT")[0].get("value") == "2014-09-07"
    two = tmp_path / "two.jsonl"
    two.write_text('{"id": "a", "text": "In May 1942."}\n{"id": "b", "text": "In June 1942."}\n')
    assert main(["dates", "--format", "timeml", str(two)]) == 1
    assert b"holds 2" in capsysbinary.readouterr().err
    assert main(["dates", "--format", "timeml", "--output", str(tmp_path / "out"), str(two)]) == 0
    files = sorted((tmp_path / "out").glob("*.tml"))
    assert len(files) == 2
    for file in files:
        GRAMMAR.assertValid(etree.parse(file))
