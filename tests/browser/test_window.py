"""The window on time: where it opens, what lies beyond it, the brush with its handles, the axis that stays in view."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def drag(page: Page, part: str, by: float) -> None:
    """Drag something sideways, from its middle."""
    box = page.locator(part).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()


def test_the_first_view_shows_most_events_and_leads_to_the_others(war: str, opened: Opener) -> None:
    page = opened(war)
    expect(page.locator("#axis")).to_contain_text("April 1982")
    earlier = page.locator(".beyond .earlier")
    expect(earlier).to_have_text("‹ 3 earlier events, 1970–1981")
    expect(page.locator("#count")).to_have_text("19 events · 2 undated · 1 disputed")
    earlier.click()
    page.wait_for_url(re.compile("from="))
    expect(page.locator("#axis")).to_contain_text("1980")
    expect(page.locator(".beyond .later")).to_contain_text("later events")
    page.keyboard.press("0")
    page.wait_for_url(lambda url: "from=" not in url)
    page.keyboard.press("0")
    page.wait_for_url(re.compile("from="))
    expect(page.locator(".beyond a")).to_have_count(0)


def test_the_axis_stays_in_view_while_the_lanes_scroll_and_goes_along_when_dragged(war: str, opened: Opener) -> None:
    page = opened(war, height=560)
    frame = page.locator("#lanes-frame")
    top = page.locator("#axis").bounding_box()
    frame.evaluate("frame => frame.scrollTo(0, 200)")
    assert frame.evaluate("frame => frame.scrollTop") > 100
    assert page.locator("#axis").bounding_box() == top
    label = page.locator("#axis span", has_text="May").first
    before = label.bounding_box()
    box = frame.bounding_box()
    assert before
    assert box
    page.mouse.move(box["x"] + 400, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 340, box["y"] + 100, steps=4)
    during = label.bounding_box()
    page.mouse.up()
    assert during
    assert before["x"] - during["x"] == pytest.approx(60, abs=3)


def test_an_edge_of_the_dates_kept_is_dragged(war: str, opened: Opener) -> None:
    page = opened(war + "?since=1982-04-01&until=1982-06-30")
    drag(page, "#brush-start", 4)
    page.wait_for_url(lambda url: "since=1982-04-01" not in url and "until=1982-06-30" in url)
    expect(page.locator("#chips")).to_contain_text("30 Jun 1982")


def test_an_edge_of_the_window_is_moved_with_the_keys_and_keeps_all_events(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    handle = page.locator("#brush-end")
    expect(handle).to_have_attribute("aria-valuetext", "9 July 1982")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: "to=1982-07-10" not in url)
    settled(page)
    expect(handle).not_to_have_attribute("aria-valuetext", "9 July 1982")
    expect(handle).to_be_focused()
    assert "sel=" not in page.url
    expect(page.locator("#count")).to_have_text("19 events · 2 undated · 1 disputed")
