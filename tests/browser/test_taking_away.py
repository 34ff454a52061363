"""The Export menu: every form it offers is downloaded, as chosen, from the view one is in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import matplotlib.image
import pytest
from playwright.sync_api import Download, Page, expect

from timeline.export import EXPORTERS

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def take(page: Page, **chosen: str) -> Download:
    if not page.locator("#download").is_visible():
        page.locator("#export > summary").click()
    for name, value in chosen.items():
        if name == "title":
            page.locator("#export input[name=title]").fill(value)
        else:
            page.locator(f"#export select[name={name}]").select_option(value)
    with page.expect_download() as download:
        page.click("#download")
    return download.value


def content(download: Download) -> bytes:
    return download.path().read_bytes()


def test_every_form_is_offered_and_comes(war: str, opened: Opener) -> None:
    page = opened(war + "?kind=ASSAULT")
    page.locator("#export > summary").click()
    offered = page.locator("#export select[name=form] option").evaluate_all("options => options.map(option => option.value)")
    assert offered == list(EXPORTERS)
    for suffix in EXPORTERS:
        taken = take(page, form=suffix)
        assert taken.suggested_filename == f"the-war-of-the-strait{suffix}"
        assert len(content(taken)) > 300
    assert page.url.endswith("?kind=ASSAULT")


def test_size_colours_title_and_extent_are_chosen(war: str, opened: Opener) -> None:
    page = opened(war + "?from=1982-05-01&to=1982-06-01")
    taken = take(page, form=".png", size="slide", theme="dark", title="A month of war")
    assert taken.suggested_filename == "a-month-of-war.png"
    image = matplotlib.image.imread(io.BytesIO(content(taken)))
    assert image.shape[:2] == (1440, 2560)
    assert image[0, 0, :3].max() < 0.2
    view = content(take(page, form=".svg", shows="view")).decode()
    whole = content(take(page, form=".svg", shows="whole")).decode()
    assert "A month of war" in view
    assert "Oil found" in whole
    assert "Oil found" not in view


def test_what_was_chosen_stays_while_filters_change(war: str, opened: Opener) -> None:
    page = opened(war)
    take(page, form=".timelinejs.json", title="Kept")
    page.locator("#facet-kind a", has_text="Assault").first.click()
    expect(page.locator(".chips .chip")).to_contain_text("assault", ignore_case=True)
    made = json.loads(content(take(page)))
    assert made["title"]["text"]["headline"] == "Kept"
    assert len(made["events"]) == 3


def test_what_a_form_cannot_hold_is_said_before(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator("#export > summary").click()
    note = page.locator("#exports .note-ics")
    expect(note).not_to_be_visible()
    expect(page.locator("#export select[name=size]")).to_be_visible()
    page.locator("#export select[name=form]").select_option(".ics")
    expect(page.locator("#export select[name=size]")).not_to_be_visible()
    expect(note).to_be_visible()
    expect(note).to_contain_text("4 of 19 events cannot stand in a calendar: 2 open at one end, 2 undated.")


@pytest.mark.parametrize("width", [390, 1024])
def test_the_menu_is_in_view_and_works_from_the_keyboard(war: str, opened: Opener, width: int) -> None:
    page = opened(war, width=width, theme="dark")
    page.locator("#export > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#download")).to_be_in_viewport()
    box = page.locator("#export form").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.locator("#export select[name=form]").focus()
    page.keyboard.type("CSV")
    page.locator("#download").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
