"""A browser that tells how long a page took to answer: from what was done to the frame after the last thing that changed.

Whatever draws the page is measured the same way: the clock starts in the browser when the input arrives (a key, a click, the
end of a drag), and the answer is over when no request is open and nothing in the document has changed for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import QUIET, browser_on_this_machine

SILENCE: Final = 250  # ms without a change, after which a page has answered
PATIENCE: Final = 120_000

WATCH: Final = """
(() => {
  const seen = (window.answers = { began: 0, last: 0, open: 0, armed: false });
  const now = () => performance.now();
  const ask = window.fetch;
  window.fetch = function (...asked) {
    seen.open += 1;
    return ask.apply(this, asked).finally(() => setTimeout(() => { seen.open -= 1; }, 0));
  };
  /* What shows nowhere: notes that Dash makes for itself, and what the list says to screen readers a while later. */
  const notes = (change) => change.attributeName === "data-dash-is-loading"
    || [...change.addedNodes, ...change.removedNodes].some((node) => node.className === "_dash-loading-callback")
    || (change.target.className === "ag-aria-description-container")
    || (change.attributeName === "class" && plain(change.oldValue) === plain(change.target.getAttribute("class")));
  const plain = (names) => (names || "").replace("dash-graph--pending", "").trim();
  new MutationObserver((changes) => {
    if (changes.every(notes)) return;
    requestAnimationFrame(() => setTimeout(() => { seen.last = now(); }, 0));
    seen.last = now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });
  const begin = (event) => {
    if (seen.armed) { seen.began = event.timeStamp; seen.armed = false; }
  };
  for (const kind of ["keydown", "click", "pointerup", "wheel"]) window.addEventListener(kind, begin, true);
})();
"""
ANSWERED: Final = f"""
() => {{
  const {{ began, last, open, armed }} = window.answers;
  return !armed && last > began && open === 0 && performance.now() - last > {SILENCE};
}}
"""


@contextmanager
def watched(width: int = 1440, height: int = 900) -> Iterator[Page]:
    """A page in a fresh browser that is watched from its first script on."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_on_this_machine(), headless=True, chromium_sandbox=False, args=list(QUIET)
        )
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        context.add_init_script(WATCH)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        try:
            yield page
        finally:
            browser.close()


def first_view(page: Page, address: str, shown: str) -> float:
    """Milliseconds from asking for an address until all of it stands, `shown` (a selector) included."""
    page.goto(address)
    page.wait_for_selector(shown, state="attached")
    page.wait_for_function(ANSWERED)
    return float(page.evaluate("window.answers.last"))


def answer(page: Page, act: Callable[[], object]) -> float:
    """Milliseconds from what `act` does to the last change of the page."""
    page.evaluate("() => Object.assign(window.answers, { armed: true, began: 0, last: 0 })")
    act()
    page.wait_for_function(ANSWERED)
    return float(page.evaluate("window.answers.last - window.answers.began"))


def share(taken: list[float], part: float) -> float:
    """The value that this part of all (0 to 1) does not exceed."""
    return sorted(taken)[max(0, ceil(part * len(taken)) - 1)]
