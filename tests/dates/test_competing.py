"""Dates that may be read in more ways than one: which is taken, why, and what was set aside."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.dates import dates_in
from timeline.dates.lines import answer
from timeline.text import document


def last(text: str, written: str | None = "2014-09-12", language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = answer({"id": "1", "text": text, "written": written, "language": language})["dates"][-1]
    return found


@pytest.mark.parametrize(
    ("before", "language", "value", "certainty", "shown"),
    [
        ("", "en", "2014-03-04", "guessed", ""),
        ("", "en-US", "2014-03-04", "implied", "the month comes first in US"),
        ("", "en-GB", "2014-04-03", "implied", "the day comes first in GB"),
        ("It began on 25/12/2013.", "en", "2014-04-03", "implied", "as in 25/12/2013"),
        ("It began on 12/25/2013.", "en-GB", "2014-03-04", "implied", "as in 12/25/2013"),
        ("It began on 2 May 2013.", "en", "2014-04-03", "implied", "as in “2 May”"),
        ("It began on 2 May 2013.", "en-US", "2014-04-03", "implied", "as in “2 May”"),
        ("It began on May 2, 2013.", "en", "2014-03-04", "implied", "as in “May 2”"),
        ("It began on 2 May 2013, it ended on June 3.", "en", "2014-03-04", "guessed", ""),
    ],
)
def test_the_order_of_day_and_month(before: str, language: str, value: str, certainty: str, shown: str) -> None:
    date = last(f"{before} It was filed on 3/4/2014.", language=language)
    assert (date["value"], date["certainty"]) == (value, certainty), date["why"]
    assert shown in date["why"]
    (other,) = date["others"]
    assert {value, other["value"]} == {"2014-03-04", "2014-04-03"}
    assert other["why"] == "the other order of day and month"


def test_the_country_of_a_page_is_that_of_its_language_tag() -> None:
    page = document("Filed on 3/4/2014.", name="page.html", language="en-GB")
    (date,) = dates_in(page)
    assert (page.language, page.region, date.value) == ("en", "GB", "2014-04-03")


def test_a_date_that_can_be_read_one_way_has_no_others() -> None:
    assert last("It was filed on 25/12/2013.")["certainty"] == "stated"
    assert "others" not in last("It was filed on 25/12/2013.")
    assert "others" not in last("It was filed on 4/4/2014.")
    assert "others" not in last("He left on Tuesday.")


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("Talks on Tuesday.", "2014-09-09", "2014-09-16"),
        ("He left on Friday.", "2014-09-12", "2014-09-05"),
        ("The plan for March 10.", "2014-03-10", "2015-03-10"),
        ("The plan for October.", "2014-10", "2013-10"),
        ("Back at seven o'clock.", "2014-09-12T07:00", "2014-09-12T19:00"),
    ],
)
def test_where_no_verb_decides_the_other_way_is_kept(text: str, value: str, other: str) -> None:
    date = last(text)
    assert date["value"] == value
    assert [each["value"] for each in date["others"]] == [other]
    assert date["others"][0]["why"]
