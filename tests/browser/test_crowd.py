"""Many events: counted while they are many, opened by looking closer, never left out without a word; and very few."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology import Chronology
from timeline.spans import Span, moment

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
Serve = Callable[[Chronology], str]
MARKS = "#lanes .scatterlayer .points path[style*='opacity: 1']"


def in_lanes(page: Page) -> int:
    """How many events the first lane says it has, counted or drawn."""
    said = page.locator("#lanes .annotation-text").first.text_content() or ""
    found = re.search(r"([\d,]+) (?:of [\d,]+ in view|events?)", said)
    assert found
    return int(found[1].replace(",", ""))


def click_bar(page: Page, number: int) -> None:
    box = page.locator("#lanes .barlayer .point path").nth(number).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("count", [500, 10_000])
def test_counts_open_into_marks_when_looked_at_closer(serve: Serve, opened: Opener, count: int) -> None:
    page = opened(serve(made_chronology(count)))
    expect(page.locator("#count")).to_contain_text(f"{count:,} events")
    grouped = page.locator("#lanes .annotation-text", has_text="grouped here")
    expect(grouped.first).to_be_visible()
    few = page.locator(MARKS).count()
    for _ in range(3):
        before, shown = page.url, in_lanes(page)
        click_bar(page, 3)
        page.wait_for_url(lambda url, before=before: url != before)
        for _ in range(50):
            if in_lanes(page) < shown:
                break
            page.wait_for_timeout(100)
        assert in_lanes(page) < shown
        if page.locator(MARKS).count() > few:
            break
    assert page.locator(MARKS).count() > few
    expect(page.locator(".beyond a").first).to_contain_text(re.compile("earlier|later"))


def test_one_event_has_some_days_about_it(serve: Serve, opened: Opener) -> None:
    start = moment(1998, 3, 12) // 1440
    page = opened(serve(chronology([event("The talks failed", days(start, start + 1))])))
    expect(page.locator("#axis")).to_contain_text("March 1998")
    expect(page.locator("#lanes .textpoint", has_text="The talks failed")).to_be_visible()


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
