"""What the page says once nobody answers, and how it goes on; and that texts being added belong to one tab."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from tests.app.kept import keep
from tests.browser.conftest import settled
from tests.made import made_chronology
from timeline.app import create_app

pytestmark = pytest.mark.browser


def test_a_stopped_server_is_told_once_and_the_page_goes_on_with_the_next(browser: Browser, tmp_path: Path) -> None:
    app = create_app(keep(made_chronology(), tmp_path / "war.chronology"))

    def start(port: int) -> tuple[int, Callable[[], None]]:
        server = make_server("127.0.0.1", port, app.server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def stop() -> None:
            server.shutdown()
            server.server_close()

        return server.server_port, stop

    port, stop = start(0)
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(f"http://127.0.0.1:{port}/")
    settled(page)
    gone = page.locator(".gone")
    expect(gone).to_be_hidden()
    stop()
    page.locator("#facet-kind a").first.click()
    expect(gone).to_contain_text("timeline has stopped")
    page.locator("#facet-kind a").nth(1).click()
    page.wait_for_timeout(4000)
    # Those on their way when it stopped; not one more for each thing done since.
    assert 0 < len(errors) <= 6
    before = len(errors)
    page.click("#try-again")
    expect(gone).to_be_visible()
    page.wait_for_timeout(500)
    assert len(errors) <= before + 1
    _, stop = start(port)
    page.click("#try-again")
    expect(gone).to_be_hidden()
    expect(page.locator("#count")).to_contain_text("of 19 events")
    expect(page.locator("#chips")).to_contain_text("Kind:")
    page.close()
    stop()


def test_what_one_tab_adds_is_told_in_that_tab(serve: Callable[..., str], tmp_path: Path, opened: Callable[..., Page]) -> None:
    url = serve(keep(made_chronology(), tmp_path / "war.chronology"))
    one, other = opened(url), opened(url)
    for page in (one, other):
        page.click("#add")
    one.fill("#pasted", "Yesterday the garrison surrendered.")
    one.click("#add-now")
    expect(one.locator("#added")).to_contain_text("When was it written?")
    other.wait_for_timeout(3500)
    expect(other.locator("#added li")).to_have_count(0)
    one.reload()
    settled(one)
    one.click("#add")
    expect(one.locator("#added")).to_contain_text("When was it written?")
