"""The exported page, opened from a disk without any server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.made import made_chronology
from timeline.export import export

pytestmark = pytest.mark.browser


def test_a_mark_leads_to_its_passage_without_a_network(browser: Browser, tmp_path: Path) -> None:
    path = export(made_chronology(500), tmp_path / "war.html", theme="dark")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda asked: problems.append(asked.url) if asked.url.startswith("http") else None)
    page.goto(path.as_uri())
    mark = page.locator("#chart .scatterlayer .points path").first
    expect(mark).to_be_visible()
    grouped = page.locator("#chart .annotation", has_text="grouped here").count()
    assert grouped > 0
    for _ in range(8):
        page.locator("#closer").click()
    expect(page.locator("#chart .annotation", has_text="grouped here")).to_have_count(0)
    page.locator("#all").click()
    expect(page.locator("#chart .annotation", has_text="grouped here")).to_have_count(grouped)
    page.locator("tr[data-event]").nth(30).click()
    chosen = page.locator("article.on")
    expect(chosen).to_have_count(1)
    expect(chosen.locator("mark")).to_be_visible()
    title = chosen.locator("h3").inner_text()
    page.keyboard.press("ArrowRight")
    expect(chosen.locator("h3")).not_to_have_text(title)
    for theme in ("light", "dark"):
        page.locator("#theme").click()
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
    assert problems == []
    page.close()


def test_clicking_a_mark_shows_where_it_is_told(browser: Browser, tmp_path: Path) -> None:
    path = export(made_chronology(30), tmp_path / "war.html")
    page = browser.new_page(viewport={"width": 1400, "height": 1200})
    page.goto(path.as_uri())
    box = page.locator("#chart .scatterlayer .points path[style*='opacity: 1']").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("article.on blockquote mark")).to_be_visible()
    page.close()
