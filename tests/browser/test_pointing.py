"""What the pointer finds in the lanes and the overview, and rows of the list that are as high as their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import listed
from tests.figure.drawn import chronology, event
from timeline.chronology import Chronology
from timeline.spans import Grain, Span, moment

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]

CUT = """() => [...document.querySelectorAll(".ag-cell")].filter((cell) => {
  const words = document.createRange();
  words.selectNodeContents(cell);
  return words.getBoundingClientRect().bottom > cell.parentElement.getBoundingClientRect().bottom - 3;
}).map((cell) => cell.textContent)"""


def test_pointing_at_a_mark_says_what_it_is_and_is_no_choice(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    hover = page.locator("#hover")
    expect(hover).to_be_hidden()
    label = page.locator("#lanes .label", has_text="Highland Front attacks").first
    label.hover()
    expect(hover).to_be_visible()
    expect(hover.locator("div").first).to_have_text("Highland Front attacks the garrison")
    expect(hover).to_contain_text("source")
    assert "sel=" not in page.url
    page.mouse.move(5, 5)
    expect(hover).to_be_hidden()


def test_a_label_is_clicked_as_its_mark(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    page.locator("#lanes .label", has_text="Highland Front attacks").first.click()
    expect(page.locator("#reader")).to_contain_text("Highland Front attacks the garrison")
    expect(page.locator("#lanes .ring").first).to_be_visible()
    expect(page.locator(".ag-row-selected")).to_contain_text("Highland Front attacks")


def test_a_click_near_nothing_leads_nowhere(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    before = page.url
    box = page.locator("#lanes").bounding_box()
    assert box
    page.mouse.click(box["x"] + 4, box["y"] + 60)
    page.wait_for_timeout(300)
    assert page.url == before


def test_the_overview_says_what_its_bars_count(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    box = page.locator("#brush .wash").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 8)
    expect(page.locator("#hover")).to_contain_text("in this quarter")


def test_markup_in_a_title_is_said_as_words(serve: Callable[[Chronology], str], opened: Opener) -> None:
    day = Span(moment(1998, 3, 12), moment(1998, 3, 13), Grain.DAY)
    page = opened(serve(chronology([event("<b>Talks</b> <img src=x onerror=alert(1)> fail", day)])))
    page.locator("#lanes .label").first.hover()
    expect(page.locator("#hover div").first).to_have_text("<b>Talks</b> <img src=x onerror=alert(1)> fail")
    assert page.locator("#lanes img, #hover img").count() == 0


@pytest.mark.parametrize("width", [1440, 1024, 820, 390])
def test_no_row_of_the_list_cuts_its_words(serve: Callable[[Chronology], str], opened: Opener, width: int) -> None:
    titles = (
        "Talks",
        "Convoys of the north-eastern command set out for the besieged port before the thaw, and were turned back twice",
        "Donaudampfschiffahrtsgesellschaftskapitänsmützenabzeichenfabrikationshallen burn down",
        "外交部长在首都会见了来自邻国的代表团并就停火协议的执行情况交换了意见",
        "Sappers-engineers of the 3rd/4th regiment re-laid a half-sunken pontoon-bridge – again",
    )
    told = [
        event(title, Span(moment(1998, 3, 1 + at), moment(1998, 3, 2 + at), Grain.DAY), actors=(f"Front of the {title[:40]}",))
        for at, title in enumerate(titles)
    ]
    made = chronology(told, names=[f"Front of the {title[:40]}" for title in titles])
    page = opened(serve(made), width=width, height=1200)
    expect(page.locator(".ag-row")).to_have_count(len(titles))
    # Rows get their heights once the columns have their widths.
    page.wait_for_function(f"() => !({CUT})().length", timeout=5000)


def test_rows_grow_with_what_they_say_of_the_same_event(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    row = listed(page, "Halcyon")
    row.click()
    page.locator(".align").click()
    expect(row).to_contain_text("the same day")
    page.wait_for_function(f"() => !({CUT})().length", timeout=5000)
