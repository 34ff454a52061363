"""Many events: counted while they are many, opened by looking closer, never left out without a word; and very few."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology import Chronology
from timeline.spans import Span, moment

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
Serve = Callable[[Chronology], str]


def marks_of_first_lane(page: Page) -> int:
    """How many signs are drawn above the name of the second lane."""
    return page.evaluate(
        """() => {
          const end = document.querySelectorAll("#lanes .lane")[1].getBoundingClientRect().top;
          const signs = [...document.querySelectorAll("#lanes .point")];
          return signs.filter((sign) => sign.getBoundingClientRect().bottom < end).length;
        }"""
    )


def click_bar(page: Page) -> None:
    """Click the highest bar of the first lane; one over all of the view stands for what begins and ends elsewhere."""
    left, top, right, foot = page.evaluate(
        """() => {
          const { boxes, told } = window.timelinePanes.part("lanes").spots;
          const groups = boxes.filter((box) => told[box[4]][0].startsWith("zoom:") && box[2] - box[0] < 200);
          const lane = groups.filter((box) => Math.abs(box[3] - groups[0][3]) < 2);
          return lane.reduce((one, other) => (other[3] - other[1] > one[3] - one[1] ? other : one)).slice(0, 4);
        }"""
    )
    frame = page.locator("#lanes").bounding_box()
    assert frame is not None
    page.mouse.click(frame["x"] + (left + right) / 2, frame["y"] + (top + foot) / 2)


@pytest.mark.parametrize("count", [500, 10_000])
def test_counts_open_into_marks_when_looked_at_closer(serve: Serve, opened: Opener, count: int) -> None:
    page = opened(serve(made_chronology(count)))
    expect(page.locator("#count")).to_contain_text(f"{count:,} events")
    grouped = page.locator("#lanes .lane", has_text="grouped here")
    expect(grouped.first).to_be_visible()
    assert marks_of_first_lane(page) == 0
    for _ in range(5):
        before = page.url
        click_bar(page)
        page.wait_for_url(lambda url, before=before: url != before)
        settled(page)
        if marks_of_first_lane(page):
            break
    assert marks_of_first_lane(page) > 0
    expect(page.locator(".beyond a").first).to_contain_text(re.compile("earlier|later"))


def test_one_event_has_some_days_about_it(serve: Serve, opened: Opener) -> None:
    start = moment(1998, 3, 12) // 1440
    page = opened(serve(chronology([event("The talks failed", days(start, start + 1))])))
    expect(page.locator("#axis")).to_contain_text("March 1998")
    expect(page.locator("#lanes .label", has_text="The talks failed")).to_be_visible()


@pytest.mark.parametrize(
    ("spans", "labels"),
    [
        ([Span.of(1998, 3, 12, hour, 15) for hour in range(3, 9)], ["Thu 12 March 1998", "04:00", "08:00"]),
        ([Span.of(year) for year in (-8999, -4999, -479, 476, 1989)], ["8000 BC", "AD 1"]),
    ],
    ids=["hours", "millennia"],
)
def test_the_axis_speaks_in_the_unit_that_fits(serve: Serve, opened: Opener, spans: list[Span], labels: list[str]) -> None:
    page = opened(serve(chronology([event(f"Event {n}", span) for n, span in enumerate(spans)])))
    for label in labels:
        expect(page.locator("#axis")).to_contain_text(label)


def test_an_age_before_christ_has_its_own_years(serve: Serve, opened: Opener) -> None:
    page = opened(serve(chronology([event(f"King {n}", Span.of(-2000 + 40 * n)) for n in range(12)])))
    expect(page.locator("#axis")).to_contain_text("2000 BC")
    expect(page.locator("#axis")).to_contain_text("1600 BC")
    expect(page.locator("#axis")).not_to_contain_text("-")
