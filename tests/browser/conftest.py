"""A served page in a real browser: one browser for all tests, a fresh page for each, and no error let pass."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, sync_playwright
from werkzeug.serving import make_server

from tests.app.kept import keep
from tests.made import made_chronology
from timeline.app import create_app
from timeline.app.page import build
from timeline.app.workspace import Workspace
from timeline.chronology import Chronology

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def browser_on_this_machine() -> str | None:
    """The path of a Chrome or Chromium that is there; None leaves it to Playwright's own."""
    named = [os.environ.get("CHROME", ""), *(shutil.which(name) or "" for name in NAMES), *ELSEWHERE]
    return next((path for path in named if path and Path(path).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(
                executable_path=browser_on_this_machine(), headless=True, chromium_sandbox=False, args=list(QUIET)
            )
        except Error as error:
            line = error.message.splitlines()[0]
            pytest.fail(f"no browser to test the page with ({line}); install Chromium or `playwright install chromium`")
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path | Chronology], str]]:
    """Serves a store, or a chronology that is in none, on a port that is free; its address."""
    servers = []

    def start(shown: Path | Chronology) -> str:
        app = create_app(shown) if isinstance(shown, Path) else build(Workspace(lambda: shown, lambda: 1))
        server = make_server("127.0.0.1", 0, app.server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def war(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the invented war of the strait, for tests that only read."""
    return serve(keep(made_chronology(), tmp_path_factory.mktemp("war") / "war.chronology"))


Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A context for a size and a theme; they are kept, because each has to load the scripts anew."""
    kept: dict[object, BrowserContext] = {}

    def context_for(width: int, height: int, theme: Any) -> BrowserContext:
        key = (width, height, theme)
        if key not in kept:
            kept[key] = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce", accept_downloads=True
            )
        return kept[key]

    yield context_for
    for one in kept.values():
        one.close()


@pytest.fixture
def opened(context: Callable[..., BrowserContext]) -> Iterator[Opener]:
    """Opens a page at an address; afterwards, any error in it or request to another host fails the test."""
    wrong: list[str] = []
    pages: list[Page] = []

    def open_page(url: str, *, width: int = 1440, height: int = 900, theme: str = "light") -> Page:
        page = context(width, height, theme).new_page()
        pages.append(page)
        home = url.split("/")[2]
        page.on("pageerror", lambda error: wrong.append(f"page error: {error}"))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("request", lambda asked: wrong.append(f"asks {asked.url}") if _leaves(asked.url, home) else None)
        page.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        page.goto(url)
        settled(page)
        return page

    yield open_page
    for page in pages:
        page.evaluate("() => localStorage.clear()")
        page.close()
    assert not wrong


def _leaves(url: str, home: str) -> bool:
    return not url.startswith(("data:", "blob:")) and url.split("/")[2] != home


def settled(page: Page) -> None:
    """Wait until the page has drawn what its address asks for."""
    page.wait_for_selector("#count b")
    page.wait_for_selector("#reader > *, #empty > *", state="attached")
    page.wait_for_selector(".ag-row, .ag-overlay, #tray a", state="attached")
    page.wait_for_function("() => !document.querySelector('.asking, ._dash-loading-callback')")


def listed(page: Page, words: str) -> Locator:
    """The first row of the list with these words, looked for by scrolling: rows out of view are not there."""
    found = page.locator(".ag-row", has_text=words).first
    for _ in range(60):
        if found.count():
            break
        page.locator(".ag-body-viewport").evaluate("rows => rows.scrollBy(0, 120)")
        page.wait_for_timeout(50)
    return found
