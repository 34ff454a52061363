"""What a text says of itself: its title, outlet, language, and the day it was written."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Known, Written
from timeline.spans import Grain, Span, parse_iso
from timeline.text import document, written_on
from timeline.text.language import language_of

CASES = Path(__file__).parent.parent / "cases/text"


def rows(name: str) -> Any:
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", rows("datelines")["case"], ids=lambda case: case["text"][:50])
def test_the_day_written_is_read_from_a_dateline_only(case: dict[str, Any]) -> None:
    found = document(case["text"], name="x", language=case.get("language"))
    if not case["written"]:
        assert found.written is None
        return
    written = found.written
    assert written is not None
    assert written.passage is not None
    assert (written.known, written.span.earliest()) == (Known.DATELINE, case["written"])
    assert (written.zone, written.offset) == (case.get("zone"), case.get("offset"))
    assert found.quote(written.passage) == case["quote"]


@pytest.mark.parametrize("case", rows("titles")["case"], ids=lambda case: case["title"])
def test_the_title_is(case: dict[str, str]) -> None:
    assert document(case["text"], name=case.get("name", "x")).title == case["title"]


@pytest.mark.parametrize("case", rows("publishers")["case"], ids=lambda case: case["text"][:50])
def test_the_publisher_is(case: dict[str, str]) -> None:
    assert (document(case["text"], name="x").publisher or "") == case["publisher"]


@pytest.mark.parametrize(("code", "text"), [pair for table in rows("languages").values() for pair in table.items()])
def test_the_language_is(code: str, text: str) -> None:
    assert language_of(text) == code


def test_a_given_day_stands_above_the_dateline_which_is_still_marked() -> None:
    given_day = Written(parse_iso("1999-01-01"), Known.GIVEN)
    found = document("LONDON, 4 May 1982 — The ship was lost.", name="x", written=given_day)
    assert found.written is not None
    assert (found.written.span, found.written.known) == (given_day.span, Known.GIVEN)
    assert found.written.passage is not None
    assert found.quote(found.written.passage) == "4 May 1982"


def test_a_dateline_that_names_the_minute_of_the_day_in_the_metadata_is_kept() -> None:
    text = "Talks resume\n|Last Updated: Mar 07, 2026, 06:29 AM IST|\nThe talks resumed."
    same, other = (
        document(text, name="x", written=written_on(day, Known.METADATA)).written for day in ("2026-03-07", "2026-03-08")
    )
    assert same is not None
    assert (same.span, same.known, same.offset) == (parse_iso("2026-03-07T06:29"), Known.DATELINE, 330)
    assert other is not None
    assert (other.span, other.known) == (parse_iso("2026-03-08"), Known.METADATA)


@pytest.mark.parametrize(("changed", "year"), [("1982-07-01", 1982), ("1982-06-13", 1982), ("1983-02-01", 1982)])
def test_a_year_taken_from_the_files_own_day_is_assumed(changed: str, year: int) -> None:
    assumed = Written(parse_iso(changed), Known.ASSUMED)
    found = document("Stanley, June 14 (Agency) - The garrison surrendered.", name="x", otherwise=assumed).written
    assert found is not None
    assert (found.span, found.known) == (Span.of(year, 6, 14), Known.ASSUMED)
    assert found.passage is not None


def test_without_a_trace_of_a_day_there_is_none() -> None:
    assert document("The fleet left yesterday.", name="x").written is None


def test_ids_come_from_content_and_name_alone() -> None:
    one, same, other = (document("The fleet left.", name=name) for name in ("a", "a", "b"))
    assert one.id == same.id != other.id


@given(st.text(max_size=200), st.text(min_size=1, max_size=20))
def test_no_text_is_altered_and_none_breaks_it(text: str, name: str) -> None:
    found = document(text, name=name)
    assert found.text == text
    assert found.title


STAMPS = st.sampled_from(
    [
        "4 May 1982",
        "May 4, 1982",
        "06:29 AM IST",
        "1500 GMT",
        "Published",
        "Updated:",
        "LONDON,",
        "(Agency)",
        "—",
        "|",
        "\n",
        "By Jane",
        "12/3/2014",
        "June 14",
        "©",
        "1982",
    ]
)


@given(st.lists(STAMPS, max_size=12).map(" ".join))
def test_the_dateline_quotes_the_text(text: str) -> None:
    written = document(text, name="x").written
    if written:
        assert written.passage is not None
        assert text[written.passage.start : written.passage.end].strip()
        assert written.span.grain <= Grain.DAY


def test_an_assumed_year_is_the_last_whose_weekday_fits() -> None:
    assumed = Written(parse_iso("2026-11-24"), Known.ASSUMED)
    text = "Geneva, 6 June (Harbour Wire) -- The committee on Thursday accused both sides."
    found = document(text, name="x", otherwise=assumed).written
    assert found is not None
    assert (found.span, found.known) == (Span.of(2025, 6, 6), Known.ASSUMED)
