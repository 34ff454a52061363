"""A length of what will be is also a day: "the talks resume in two weeks"."""

import pytest

from timeline.dates.lines import answer


def spans(text: str) -> list[tuple[str, str | None]]:
    found = answer({"id": "t", "text": text, "written": "2026-03-07"})["dates"]
    return [(date["value"], date["earliest"]) for date in found]


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("The envoys will meet again in two weeks.", "P2W", "2026-03-21"),
        ("Talks will resume in three days in Geneva.", "P3D", "2026-03-10"),
        ("They said the mission would end, and that it will end in a year.", "P1Y", None),  # no number that is told
        ("It will end in 6 months.", "P6M", "2026-09-01"),
    ],
)
def test_a_length_of_what_will_be_has_its_day(text: str, value: str, day: str | None) -> None:
    assert spans(text) == [(value, day)]


@pytest.mark.parametrize(
    "text",
    [
        "It was built in two weeks.",
        "It will be the first vote in two years.",
        "They will face the heaviest rain in ten years.",
        "There will be no talks in three months.",
        "They will stay two weeks.",
    ],
)
def test_any_other_length_has_none(text: str) -> None:
    assert [day for _, day in spans(text)] == [None]
