"""Reading: underlined dates, the sources of an event, the undated, every text there is, markup that stays text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app.kept import MARKUP, keep, marked_up

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def test_an_underlined_date_selects_its_event_everywhere(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator(".contents a").first.click()
    page.locator("a.date.event").nth(1).click()
    expect(page.locator("#passage-here")).to_be_visible()
    expect(page.locator(".ag-row-selected")).to_be_visible()
    expect(page.locator("#spoken")).not_to_be_empty()


def test_the_sources_of_an_event_are_tabs_and_their_difference_is_said(war: str, opened: Opener) -> None:
    page = opened(war + "?list=disputed")
    page.locator(".ag-row").first.click()
    expect(page.locator(".claim")).to_contain_text("Two sources differ")
    expect(page.locator(".tabs a")).to_have_count(2)
    before = page.inner_text("#passage-here")
    page.keyboard.press("]")
    expect(page.locator("#passage-here")).not_to_have_text(before)
    expect(page.locator(".tabs a").nth(1)).to_have_attribute("aria-current", "true")


def test_the_undated_stand_in_a_tray_reached_from_the_count(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator("#count a", has_text="undated").click()
    expect(page.locator(".ag-row")).to_have_count(2)
    page.locator(".ag-row").first.click()
    expect(page.locator(".why")).to_contain_text("no date")


def test_markup_in_a_text_stays_text(serve: Callable[..., str], tmp_path: Path, opened: Opener) -> None:
    page = opened(serve(keep(marked_up(), tmp_path / "markup.chronology")))
    page.locator(".ag-row").first.click()
    expect(page.locator("#reader")).to_contain_text(MARKUP)
    expect(page.locator("#facet-actor")).to_contain_text(MARKUP)
    assert page.evaluate(
        "() => window.ran === undefined && document.querySelectorAll('main img[src=x], main b.injected').length === 0"
    )


@pytest.mark.parametrize("width", [1440, 390])
def test_every_text_is_reached_from_the_list_of_texts(war: str, opened: Opener, width: int) -> None:
    page = opened(war, width=width)
    page.locator("#tray a", has_text="texts").click()
    expect(page.locator(".ag-header")).to_contain_text("Written")
    page.locator(".ag-row", has_text="Short History").click()
    expect(page.locator("#reader h2")).to_contain_text("Short History")
    assert "doc=d" in page.url
    expect(page.locator(".ag-row-selected")).to_contain_text("Short History")
    page.keyboard.press("Escape")
    page.locator("#tray a", has_text="dated").first.click()
    expect(page.locator(".ag-header")).to_contain_text("When")
