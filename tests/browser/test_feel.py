"""How the page feels while it waits: nothing jumps, what was there stays until the new is ready, and typing goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import settled
from tests.made import made_chronology
from timeline.chronology import Chronology

SHIFTS = """
(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map(({ node }) => (node && (node.id || node.className)) || "?");
      window.shifts.push([entry.value, moved.join(" ")]);
    }
  }).observe({ type: "layout-shift", buffered: true });
})();
"""
ANSWERS = "**/view"
SMALL = 0.05  # of the view, which nobody sees; browsers call up to 0.1 good
A_LINE = 0.08  # a line of links that comes with what one did


@pytest.fixture(scope="module")
def many(serve: Callable[[Chronology], str]) -> str:
    """The address of three thousand events."""
    return serve(made_chronology(3_000))


def shifts(page: Page) -> list[tuple[float, str]]:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
    return [(value, where) for value, where in page.evaluate("window.shifts") if value > 0.001]


def held(page: Page) -> Callable[[], None]:
    """Holds back what the server answers, until it is called."""
    waiting: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        waiting.append(route) if holding else route.continue_()

    page.route(ANSWERS, hold)

    def let_go() -> None:
        nonlocal holding
        holding = False
        for route in waiting:
            route.continue_()

    return let_go


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (820, 1100), (390, 844)])
def test_nothing_jumps_when_data_arrive(opened: Callable[..., Page], many: str, width: int, height: int) -> None:
    page = opened(many, width=width, height=height)
    page.add_init_script(SHIFTS)
    page.reload()
    settled(page)
    assert sum(value for value, _ in shifts(page)) < SMALL, shifts(page)
    page.evaluate("() => { window.shifts.length = 0; window.timelinePage.go('?kind=ASSAULT'); }")
    expect(page.locator("#count")).to_contain_text("of 3,000 events")
    settled(page)
    page.evaluate("() => window.timelinePage.go('?kind=ASSAULT&from=1990-01-01&to=1990-06-01')")
    page.wait_for_selector("#beyond a.later", state="attached")
    settled(page)
    assert sum(value for value, _ in shifts(page)) < A_LINE, shifts(page)


def test_the_old_view_stays_until_the_new_one_is_ready(opened: Callable[..., Page], many: str) -> None:
    page = opened(many)
    shown = "() => ['lanes', 'overview', 'events', 'count', 'facets-body'].map((id) => document.getElementById(id).textContent)"
    page.wait_for_selector("#lanes text")
    before = page.evaluate(shown)
    assert all(before[:1] + before[2:])
    let_go = held(page)
    page.locator("#facet-kind a.facet").first.click()
    for _ in range(5):
        page.wait_for_timeout(60)
        assert page.evaluate(shown) == before
    let_go()
    expect(page.locator("#count")).to_contain_text("of 3,000 events")
    settled(page)
    assert page.evaluate(shown) != before


def test_typing_waits_for_nothing(opened: Callable[..., Page], many: str) -> None:
    page = opened(many)
    let_go = held(page)
    page.locator("#facet-kind a.facet").first.click()
    box = page.locator("#search")
    box.click()
    for end in range(1, len("levy")):
        page.keyboard.type("levy"[end - 1])
        expect(box).to_have_value("levy"[:end], timeout=300)
    let_go()
    page.keyboard.type("y")
    expect(box).to_have_value("levy")
    expect(page.locator("#chips")).to_contain_text("levy")
    settled(page)
    expect(box).to_have_value("levy")
    expect(box).to_be_focused()


def test_keys_pressed_while_the_server_thinks_are_all_answered(opened: Callable[..., Page], many: str) -> None:
    page = opened(many + "?from=1990-01-01&to=1998-01-01")
    let_go = held(page)
    for _ in range(3):
        page.keyboard.press("+")
    let_go()
    # Three times half of eight years.
    page.wait_for_function(
        """() => { const asked = new URLSearchParams(location.search);
          return Math.abs((new Date(asked.get("to")) - new Date(asked.get("from"))) / 86400000 - 365.25) < 3; }"""
    )


def test_a_long_list_is_walked_over_the_end_of_its_parts(opened: Callable[..., Page], many: str) -> None:
    page = opened(many)
    expect(page.locator("#tray .pager")).to_contain_text("1–500 of")
    page.locator("#list-on").click()
    expect(page.locator("#tray .pager")).to_contain_text("501–1,000 of")
    first = page.locator(".ag-row[row-index='0']")
    expect(first).to_be_visible()
    title = first.locator("[col-id='what']").inner_text()
    first.click()
    expect(page.locator("#reader")).to_contain_text(title.split("\n")[0])
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#tray .pager")).to_contain_text("1–500 of")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tray .pager")).to_contain_text("501–1,000 of")
    expect(page.locator("#reader")).to_contain_text(title.split("\n")[0])
