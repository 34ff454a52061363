"""The page for those who do not see it, do not use a mouse, or read from the right: axe, keys, directions, stillness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.figure.drawn import chronology, days, event
from timeline.chronology import Chronology
from timeline.model import Passage

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]

STATES = {
    "home": "",
    "selected": "?list=disputed",
    "filtered": "?kind=ASSAULT&since=1982-04-01&rest=faint",
    "nothing": "?q=cruiser&kind=AID",
    "who with whom": "?list=pairs",
    "when told": "?list=lags",
    "texts": "?list=texts",
}


def serious(page: Page) -> list[str]:
    """What axe finds that keeps someone from using the page."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} ({', '.join(str(node['target']) for node in one['nodes'][:4])})"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_serious(war: str, opened: Opener, theme: str, state: str) -> None:
    page = opened(war + STATES[state], theme=theme)
    if state == "selected":
        page.locator(".ag-row").first.click()
        expect(page.locator("#passage-here")).to_be_visible()
    assert serious(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_sheets_and_menus(war: str, opened: Opener, theme: str) -> None:
    page = opened(war, theme=theme)
    page.click("#export summary")
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.click("#add")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert serious(page) == []


def test_the_field_for_files_has_its_name_however_late_it_comes(war: str, opened: Opener) -> None:
    page = opened(war)

    def late(asked: Route) -> None:
        page.wait_for_timeout(2500)
        asked.continue_()

    page.route("**/async-upload*", late)
    page.evaluate("""() => new MutationObserver(() => {
        const field = document.querySelector('#dropped input');
        if (field) requestAnimationFrame(() => { window.named = field.getAttribute('aria-label'); });
    }).observe(document.body, { childList: true, subtree: true })""")
    page.click("#add")
    page.wait_for_function("() => window.named !== undefined")
    assert page.evaluate("window.named") == "Files to add"


def test_axe_finds_nothing_serious_on_a_telephone(war: str, opened: Opener) -> None:
    page = opened(war, width=390, height=844)
    assert serious(page) == []
    page.locator(".ag-row").first.click()
    expect(page.locator("#passage-here")).to_be_visible()
    assert serious(page) == []


def test_the_whole_page_is_walked_with_the_tab_key(war: str, opened: Opener) -> None:
    page = opened(war + "?since=1982-04-01&until=1982-06-30")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    reached = set()
    for _ in range(140):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[id]')?.id"))
        if "brush-end" in reached and "tray" in reached:
            break
    wanted = {"search", "add", "shortcuts", "chips", "since", "facet-actor", "brush-start", "brush-end", "lane-switch", "tray"}
    assert wanted <= reached


def test_the_skip_link_leads_to_the_list_which_opens_passages(war: str, opened: Opener) -> None:
    page = opened(war)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.closest('#events')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#passage-here")).to_be_visible()
    expect(page.locator("#spoken")).not_to_be_empty()


def test_passages_run_from_the_right_where_their_script_does(serve: Callable[[Chronology], str], opened: Opener) -> None:
    text = "في 2 مايو 1982 غرقت السفينة."
    whole = chronology([replace(event("غرقت السفينة", days(4504, 4505)))])
    told = next(iter(whole.events.values()))
    mention = replace(told.mentions[0], passage=Passage("d1", 0, len(text)))
    told = replace(told, mentions=(mention,))
    document = replace(whole.documents["d1"], text=text, title="حرب", language="ar")
    page = opened(serve(Chronology("One", {"d1": document}, {told.id: told}, {})))
    page.locator(".ag-row").first.click()
    expect(page.locator("#passage-here")).to_have_text(text)
    directions = "nodes => nodes.map(node => getComputedStyle(node).direction)"
    assert page.locator("#reader .text p, #reader h2").evaluate_all(directions) == ["rtl", "rtl"]
    assert page.locator(".ag-row [col-id=what]").first.evaluate("cell => getComputedStyle(cell).unicodeBidi") == "plaintext"


def test_nothing_moves_for_those_who_asked_for_stillness(war: str, opened: Opener) -> None:
    page = opened(war)
    page.click("#shortcuts")
    expect(page.get_by_role("dialog")).to_be_visible()
    moving = """() => [...document.querySelectorAll('*')].filter(node => {
        const style = getComputedStyle(node);
        return style.transitionDuration.split(',').some(one => parseFloat(one) > 0) || style.animationName !== 'none';
    }).map(node => node.className || node.tagName)"""
    assert page.evaluate(moving) == []
