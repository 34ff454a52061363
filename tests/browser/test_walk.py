"""The page walked as a user would: filter, brush, select, read, reload, go back, take away."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import matplotlib.image
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from timeline.chronology import Store

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def choose(page: Page, facet: str, label: str) -> None:
    page.locator(f"#facet-{facet} a", has_text=label).first.click()


def brush(page: Page, start: float, end: float) -> None:
    """Drag over the overview, from one share of its width to another."""
    box = page.locator("#brush").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], y, steps=6)
    page.mouse.up()


def marks(page: Page) -> list[dict[str, float]]:
    """The boxes of the diamonds in the lanes."""
    return page.locator("#lanes .point").evaluate_all(
        "paths => paths.map(path => path.getBoundingClientRect()).map(({x, y, width, height}) => ({x, y, width, height}))"
    )


def test_filter_brush_select_read_and_find_the_same_view_again(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    choose(page, "actor", "Arvenia")
    expect(page.locator("#count")).to_contain_text(re.compile(r"^\d+ of 19 events"))
    expect(page.locator("#chips")).to_contain_text("Arvenia")
    choose(page, "kind", "Assault")
    page.locator("#chips", has_text="assault").wait_for()
    brush(page, 0.05, 0.98)
    expect(page.locator("#chips")).to_contain_text("Dates:")
    page.wait_for_function("() => document.querySelectorAll('#lanes .point').length > 0")
    mark = marks(page)[0]
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    passage = page.locator("#passage-here")
    expect(passage).to_be_visible()
    expect(page.locator(".why")).to_contain_text("→")
    expect(page.locator(".ag-row-selected")).to_be_visible()
    assert "sel=" in page.url

    seen = [page.inner_text(part) for part in ("#count", "#chips", "#reader", "#tray")]
    page.reload()
    settled(page)
    expect(passage).to_be_visible()
    expect(page.locator(".ag-row-selected")).to_be_visible()
    assert [page.inner_text(part) for part in ("#count", "#chips", "#reader", "#tray")] == seen


def test_the_same_stretch_is_brushed_again_after_clearing(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator("#brush").wait_for()
    for _ in range(4):
        brush(page, 0.5, 0.99)
        page.wait_for_url(re.compile("since="))
        page.locator("#chips a", has_text="Clear all").click()
        page.wait_for_url(lambda url: "since=" not in url)
        expect(page.locator("#chips")).not_to_contain_text("Dates:")
    expect(page.locator("#since")).to_have_value("")
    # What the boxes were filled with on the way must not come back as if someone had typed it.
    page.wait_for_timeout(1500)
    assert "since=" not in page.url


def test_dragging_the_lanes_moves_the_window_and_keeps_the_filters(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-03-01&to=1982-07-10")
    box = page.locator("#lanes .window").bounding_box()
    assert box
    page.mouse.move(box["x"] + 400, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 20, steps=5)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=1982-03-01&" not in url and "from=1982-0" in url)
    expect(page.locator("#count")).to_have_text("19 events · 2 undated · 1 disputed")


def test_back_and_forward_bring_the_views_again(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator(".ag-row").nth(2).click()
    expect(page.locator("#passage-here")).to_be_visible()
    first = page.inner_text("#passage-here")
    page.locator(".ag-row").nth(4).click()
    expect(page.locator("#passage-here")).not_to_have_text(first)
    page.go_back()
    expect(page.locator("#passage-here")).to_have_text(first)
    page.go_back()
    expect(page.locator("#passage-here")).to_have_count(0)
    page.go_forward()
    expect(page.locator("#passage-here")).to_have_text(first)


def test_everything_works_from_the_keyboard(war: str, opened: Opener) -> None:
    page = opened(war)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#passage-here")).to_be_visible()
    first = page.inner_text("#spoken")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#spoken")).not_to_have_text(first)
    page.keyboard.press("Escape")
    expect(page.locator("#passage-here")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("cruiser")
    expect(page.locator("#count")).to_contain_text("1 of 19")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("previous, next event")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("+")
    page.wait_for_url(re.compile("from="))
    page.keyboard.press("0")
    page.wait_for_function("() => !location.search.includes('from=')")


def test_a_key_pressed_fast_loses_no_event(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator(".ag-row").first.wait_for()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".ag-row-selected")).to_have_attribute("row-index", "5")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".ag-row-selected")).to_have_attribute("row-index", "4")
    headline = page.locator(".ag-row-selected [col-id=what]").inner_text()
    expect(page.locator("#spoken")).to_contain_text(headline)


def test_the_list_is_walked_with_the_arrows(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator(".ag-row").nth(1).click()
    expect(page.locator("#passage-here")).to_be_visible()
    before, entries = page.inner_text("#passage-here"), page.evaluate("history.length")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#passage-here")).not_to_have_text(before)
    assert page.evaluate("history.length") == entries


def test_dates_are_typed_as_people_type_them(war: str, opened: Opener) -> None:
    page = opened(war)
    page.fill("#since", "May 1982")
    expect(page.locator("#dates-read")).to_have_text("From May 1982")
    expect(page.locator("#chips")).to_contain_text("from May 1982 on")
    page.fill("#until", "the day after never")
    expect(page.locator("#dates-read")).to_contain_text("no date")
    page.locator("#chips a", has_text="×").first.click()
    expect(page.locator("#since")).to_have_value("")


def test_an_empty_selection_names_the_filter_to_drop(war: str, opened: Opener) -> None:
    page = opened(war + "?q=cruiser&kind=AID")
    expect(page.locator("#empty")).to_contain_text("No event matches")
    page.locator("#empty a", has_text="Kind").click()
    expect(page.locator("#count")).to_contain_text("1 of 19")


def test_an_old_link_says_what_it_could_not_honour(war: str, opened: Opener) -> None:
    page = opened(war + "?sel=e000000000000&actor=a000000000000")
    expect(page.locator("#notices")).to_contain_text("event the link points at")
    expect(page.locator("#count")).to_contain_text("19 events")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_cut_off_at_any_width(war: str, opened: Opener, width: int, height: int) -> None:
    page = opened(war, width=width, height=height, theme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(22, 22, 21)"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"() => {paper} === 'rgb(252, 251, 248)'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".ag-row").nth(1).click()
    passage = page.locator("#passage-here")
    expect(passage).to_be_in_viewport()
    expect(page.locator("#lanes")).to_be_visible(visible=width > 600)
    if width <= 600:
        page.locator("#reader .close").click()
        expect(page.locator("#reader")).to_be_hidden()
    if width <= 1100:
        page.click("#facets-open")
        expect(page.locator("#facet-actor")).to_be_in_viewport()


def test_the_switch_from_light_to_dark_is_remembered(war: str, opened: Opener) -> None:
    page = opened(war)
    page.click("#theme")
    dark = "getComputedStyle(document.body).backgroundColor === 'rgb(22, 22, 21)'"
    page.wait_for_function(f"() => {dark}")
    page.reload()
    page.wait_for_function(f"() => {dark}")


def downloaded(page: Page, suffix: str) -> bytes:
    if not page.locator("#download").is_visible():
        page.click("#export > summary")
    page.locator("#export select[name=form]").select_option("." + suffix)
    with page.expect_download() as download:
        page.click("#download")
    return download.value.path().read_bytes()


def test_the_view_is_taken_away_as_png_and_svg(war: str, opened: Opener) -> None:
    page = opened(war + "?kind=ASSAULT")
    picture = downloaded(page, "png")
    image = matplotlib.image.imread(io.BytesIO(picture))
    assert image.shape[1] >= 1000
    assert image[..., :3].std() > 0.02
    svg = downloaded(page, "svg").decode()
    assert "The war of the strait" in svg
    assert "Kind: assault" in svg
    assert "The war of the strait" not in page.url


def test_texts_are_added_while_the_page_is_open(serve: Callable[..., str], tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "new.chronology"
    Store.open(path, create=True).close()
    page = opened(serve(path))
    expect(page.locator("#empty")).to_contain_text("No texts yet")
    page.locator("#empty button").click()
    note = tmp_path / "note.txt"
    note.write_text("Yesterday the garrison surrendered.")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\0\1\2")
    page.set_input_files("#dropped input", [note, binary])
    expect(page.locator("#added")).to_contain_text("binary.txt is a binary file")
    page.fill(".question input", "5 April 1982")
    page.keyboard.press("Enter")
    expect(page.locator("#added")).to_contain_text("Added: 1 event told.")
    page.fill("#pasted", "On 3 May 1982 the cruiser was sunk.")
    page.click("#add-now")
    expect(page.locator("#added li")).to_have_count(3)
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_have_text("2 events")
    expect(page.locator(".ag-row").first).to_contain_text("4 Apr 1982")


def test_words_asked_for_are_marked_in_the_list(war: str, opened: Callable[..., Page]) -> None:
    page = opened(war + "?q=cruiser")
    page.wait_for_function("() => (CSS.highlights.get('hit') || { size: 0 }).size > 0")
    marked = page.evaluate("() => [...CSS.highlights.get('hit')].map((hit) => hit.toString().toLowerCase())")
    assert set(marked) == {"cruiser"}
    page.click("text=Clear all")
    page.wait_for_function("() => CSS.highlights.get('hit').size === 0")
