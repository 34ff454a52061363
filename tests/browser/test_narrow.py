"""On a phone and from the keyboard: filters that are put away again, lanes that can be had, a list the arrows work in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


def test_the_filters_are_opened_and_put_away(war: str, opened: Opener) -> None:
    page = opened(war, **PHONE)
    facets = page.locator("#facets")
    page.click("#facets-open")
    expect(facets).to_be_visible()
    expect(page.locator("#facets-open")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#facets-close")).to_be_focused()
    page.locator("#facet-actor a", has_text="Arvenia").first.click()
    expect(page.locator("#count")).to_contain_text(re.compile(r"^\d+ of 19 events"))
    expect(page.locator("#count")).to_be_in_viewport()
    page.click("#facets-close")
    expect(facets).to_be_hidden()
    page.click("#facets-open")
    expect(facets).to_be_visible()
    page.click("#facets-open")
    expect(facets).to_be_hidden()


def test_one_escape_puts_the_filters_away_wherever_one_stands_in_them(war: str, opened: Opener) -> None:
    page = opened(war, **PHONE)
    page.click("#facets-open")
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator("#facets-open")).to_be_focused()
    page.click("#facets-open")
    page.locator("#since").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()


def test_on_a_phone_the_lanes_are_a_button_away_and_rows_say_who(war: str, opened: Opener) -> None:
    page = opened(war, **PHONE)
    expect(page.locator(".ag-row [col-id=what]", has_text="Arvenia").first).to_be_visible()
    expect(page.locator("#lanes")).to_be_hidden()
    page.click("#lanes-open")
    page.wait_for_function("() => document.querySelectorAll('#lanes .point').length > 0")
    expect(page.locator("#lanes")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click("#lanes-open")
    expect(page.locator("#lanes")).to_be_hidden()


def test_the_link_past_the_filters_leads_into_the_list(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator(".ag-row").first.wait_for()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ag-row-selected")).to_have_attribute("row-index", "1")
    expect(page.locator("#passage-here")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1024])
def test_the_list_has_the_same_columns_however_its_parts_come_in(war: str, opened: Opener, width: int) -> None:
    seen = []
    for _ in range(3):
        page = opened(war, width=width, height=900)
        page.wait_for_selector(".ag-row")
        page.wait_for_timeout(400)
        cells = page.locator(".ag-header-cell")
        seen.append(cells.evaluate_all("cells => cells.map(cell => cell.getAttribute('col-id') + cell.offsetWidth)"))
    assert seen[0] == seen[1] == seen[2]
    assert any(column.startswith("who") for column in seen[0]) == (width == 1024)
