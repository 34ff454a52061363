"""A heading that is a year and nothing else rules the dates under it that name none."""

import pytest

from timeline.dates.lines import answer


def values(text: str) -> list[str]:
    return [date["value"] for date in answer({"id": "t", "text": text, "written": None})["dates"]]


def test_a_paragraph_begins_in_the_year_of_its_heading_again() -> None:
    text = "1861\n\nOn 1 November the general went. In autumn men went home, to return in spring.\n\nIn May there was unrest."
    assert values(text) == ["1861", "1861-11-01", "1861-FA", "1862-SP", "1861-05"]


@pytest.mark.parametrize(
    "text",
    [
        "1861\n\nIn November 1862 the general went.\n\nIn May there was unrest.",  # the paragraph before names its own year
        "It was 1861\n\nIn November 1862 the general went. In December he came.\n\nIn May there was unrest.",  # no heading
    ],
)
def test_what_names_its_year_goes_on(text: str) -> None:
    assert values(text)[-1] == "1863-05"


@pytest.mark.parametrize(("day", "year"), [("25 June", "1941"), ("25 May", "1942")])
def test_the_nearest_year_goes_by_days(day: str, year: str) -> None:
    assert values(f"On 5 December 1941 the line held. After the attack on {day} they fought.")[-1].startswith(year)
