"""The JSON-lines answer: its shape, and what it makes of records that are not quite right."""

from __future__ import annotations

import json

import pytest

from timeline.dates.lines import answer
from timeline.errors import DateError, LanguageError


def test_the_shape_of_an_answer() -> None:
    record = {"id": "1", "text": "He left on Friday.", "written": "2026-03-07T06:29:00+05:30", "source": "kept out"}
    assert answer(record) == {
        "id": "1",
        "dates": [
            {
                "start": 11,
                "end": 17,
                "text": "Friday",
                "type": "DATE",
                "value": "2026-03-06",
                "mod": None,
                "edtf": "2026-03-06",
                "earliest": "2026-03-06",
                "latest": "2026-03-06",
                "grain": "day",
                "certainty": "implied",
                "why": "“Friday”, past tense, article written Sat 7 Mar 2026 → Fri 6 Mar 2026",
            }
        ],
    }
    assert json.dumps(answer(record))


def test_the_ends_of_a_range_share_the_interval() -> None:
    first, last = answer({"id": "1", "text": "From 5 to 9 May 1982 it rained.", "written": "2026-03-07"})["dates"]
    assert (first["text"], first["value"], last["text"], last["value"]) == ("5", "1982-05-05", "9 May 1982", "1982-05-09")
    for end in (first, last):
        assert (end["edtf"], end["earliest"], end["latest"]) == ("1982-05-05/1982-05-09", "1982-05-05", "1982-05-09")


def test_offsets_are_code_points() -> None:
    text = "🕰️ Müller, 3 May 1999"
    (date,) = answer({"id": "1", "text": text, "written": "2026-03-07"})["dates"]
    assert text[date["start"] : date["end"]] == "3 May 1999"


def test_without_a_day_written_a_dateline_is_looked_for() -> None:
    text = "Talks fail\n\nMarch 7, 2026\n\nThe talks failed on Friday."
    assert answer({"id": "1", "text": text})["dates"][-1]["value"] == "2026-03-06"


@pytest.mark.parametrize("record", [{"id": "1"}, {"id": "1", "text": None}, {"id": "1", "text": ""}])
def test_no_text_has_no_dates(record: dict[str, object]) -> None:
    assert answer(record) == {"id": "1", "dates": []}


@pytest.mark.parametrize("written", ["yesterday", "2026-13-01", "31-11-2009", "7 March"])
def test_a_day_written_that_cannot_be_read_is_named(written: str) -> None:
    with pytest.raises(DateError, match=written):
        answer({"id": "1", "text": "May 1942", "written": written})


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(LanguageError, match="'tlh'"):
        answer({"id": "1", "text": "May 1942", "written": "2026-03-07", "language": "tlh"})
