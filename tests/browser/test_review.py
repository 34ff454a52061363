"""Reviewing and correcting as a user would: confirm, date, undo, merge, split, add; and nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app.kept import MARKUP, keep
from tests.browser.conftest import listed, settled
from tests.browser.test_access import serious
from tests.made import made_chronology
from timeline.chronology import Store
from timeline.events import told_in
from timeline.text import document

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]

REPORT = "On 2 May 1982 the cruiser was sunk. Three days later the garrison surrendered. The harbour stayed shut for a week."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return keep(made_chronology(), tmp_path / "war.chronology")


def read_into(path: Path, *texts: str) -> Path:
    with Store.open(path, create=True) as store:
        for text in texts:
            read = document(text, name=text[:12])
            store.add(read, told_in(read))
    return path


def row(page: Page, words: str) -> None:
    listed(page, words).click()
    expect(page.locator("#passage-here")).to_be_visible()


def saved(page: Page, what: str) -> None:
    page.locator(f"form[data-decides={what}] [type=submit]").click()


def test_confirm_date_undo_merge_and_reload(serve: Callable[..., str], path: Path, opened: Opener) -> None:
    page = opened(serve(path))
    row(page, "Halcyon")
    expect(page.locator(".progress")).to_contain_text("0 of 19 reviewed")
    page.click("#review-confirmed")
    expect(page.locator("#review-confirmed")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".progress")).to_contain_text("1 of 19 reviewed")
    expect(page.locator("#decided")).to_contain_text("Confirmed “Cruiser Halcyon sunk”")
    mark = page.locator(".ag-row-selected [col-id=review]")
    expect(mark).to_have_text("✓")

    page.click("#correct")
    expect(page.locator("#review-dated-date")).to_be_focused()
    page.fill("#review-dated-date", "no day at all")
    expect(page.locator("form[data-decides=dated] .foretold")).to_contain_text("no date that can be read")
    saved(page, "dated")
    expect(page.locator("#review-dated-date-wrong")).to_contain_text("no date that can be read")
    expect(page.locator("#review-dated-date")).to_have_attribute("aria-invalid", "true")
    page.fill("#review-dated-date", "between 5 and 9 May 1982")
    expect(page.locator("form[data-decides=dated] .foretold")).to_contain_text("[1982-05-05..1982-05-09]")
    page.keyboard.press("Enter")
    selected = page.locator(".ag-row-selected")
    expect(selected).to_contain_text("between 5 and 9 May 1982")
    expect(mark).to_have_text("✓✎")
    expect(page.locator("#count")).not_to_contain_text("disputed")
    expect(page.locator("form[data-decides=dated] [type=submit]")).to_be_focused()

    page.keyboard.press("Control+z")
    expect(page.locator("#decided")).to_contain_text("Undone: dated")
    expect(page.locator("#count")).to_contain_text("1 disputed")
    page.keyboard.press("Control+Shift+z")
    expect(selected).to_contain_text("between 5 and 9 May 1982")

    other = page.locator("#review-joined-other option").nth(1)
    value = other.get_attribute("value")
    assert value
    page.select_option("#review-joined-other", value)
    saved(page, "joined")
    expect(page.locator("#count")).to_contain_text("18 events")
    expect(page.locator("#review-joined-other")).to_have_value("")

    page.reload()
    settled(page)
    expect(page.locator("#count")).to_contain_text("18 events")
    expect(page.locator(".ag-row-selected")).to_contain_text("between 5 and 9 May 1982")
    expect(page.locator("#review-confirmed")).to_have_attribute("aria-pressed", "true")
    page.locator("#tray a", has_text="Corrections").click()
    expect(page.locator(".history tbody tr")).to_have_count(3)
    expect(page.locator(".history")).to_contain_text("local")
    with Store.open(path) as store:
        assert len(store.history()) == 3


def test_the_event_to_merge_with_is_found_by_its_words(serve: Callable[..., str], path: Path, opened: Opener) -> None:
    page = opened(serve(path))
    row(page, "Halcyon")
    page.click("#correct")
    # Told twice, so its fold stands open.
    expect(page.locator("#review-joined-words")).to_be_visible()
    menu = page.locator("#review-joined-other")
    offered = menu.locator("option:not([hidden])").count()
    page.fill("#review-joined-words", "wreck")
    expect(page.locator("#review-joined-found")).to_have_text("1 event with these words")
    expect(menu.locator("optgroup option")).to_have_count(1)
    expect(menu.locator("option:checked")).to_contain_text("Wreck of the Halcyon found")
    page.fill("#review-joined-words", "zeppelin")
    expect(page.locator("#review-joined-found")).to_have_text("0 events with these words")
    expect(menu).to_have_value("")
    page.fill("#review-joined-words", "")
    expect(menu.locator("option:not([hidden])")).to_have_count(offered)
    page.fill("#review-joined-words", "wreck")
    expect(menu.locator("option:checked")).to_contain_text("Wreck of the Halcyon found")
    saved(page, "joined")
    expect(page.locator("#count")).to_contain_text("18 events")
    expect(menu).to_have_value("")


def test_what_is_rejected_leaves_and_is_put_back(serve: Callable[..., str], path: Path, opened: Opener) -> None:
    page = opened(serve(path))
    row(page, "Halcyon")
    page.keyboard.press("x")
    expect(page.locator("#count")).to_contain_text("18 events")
    expect(page.locator("#review-rejected")).to_have_text("✕ Rejected")
    page.locator("#tray a", has_text="1 rejected").click()
    expect(page.locator(".ag-row")).to_have_count(1)
    page.click("#review-rejected")
    expect(page.locator("#count")).to_contain_text("19 events")
    page.locator("#tray a", has_text="dated").first.click()
    before = page.inner_text("#passage-here")
    page.keyboard.press("n")
    expect(page.locator("#passage-here")).not_to_have_text(before)


def test_title_kind_actors_note_and_tags(serve: Callable[..., str], path: Path, opened: Opener) -> None:
    page = opened(serve(path) + "?edit=yes")
    row(page, "Halcyon")
    page.fill("#review-titled-title", "The Halcyon lost")
    saved(page, "titled")
    expect(page.locator(".what b")).to_have_text("The Halcyon lost")
    expect(page.locator("#decided")).to_have_text("Titled “Cruiser Halcyon sunk”: “The Halcyon lost”")
    page.fill("#review-titled-title", "  ")
    saved(page, "titled")
    expect(page.locator("#review-titled-title-wrong")).to_contain_text("in a few words")
    page.select_option("#review-of-kind-kind", "RETREAT")
    saved(page, "of-kind")
    expect(page.locator(".what .tag")).to_have_text("retreat")
    page.locator(".part input[name=actor]").last.fill(MARKUP)
    saved(page, "cast")
    expect(page.locator(".what .who")).to_contain_text("onerror")
    page.get_by_text("Note and tags", exact=True).click()
    page.fill("#review-noted-note", MARKUP)
    saved(page, "noted")
    expect(page.locator(".own-words .note")).to_have_text(MARKUP)
    page.fill("#review-tagged-tags", "check, ship")
    saved(page, "tagged")
    expect(page.locator(".own-words .own")).to_have_text(["check", "ship"])
    expect(page.locator("#facet-tag a").first).to_contain_text("check")
    assert page.evaluate("window.ran") is None
    assert page.locator("b.injected").count() == 0


def test_a_telling_is_split_off(serve: Callable[..., str], path: Path, opened: Opener) -> None:
    page = opened(serve(path) + "?edit=yes")
    row(page, "Halcyon")
    page.locator("[data-decides=parted]").click()
    expect(page.locator("#count")).to_contain_text("20 events")
    expect(page.locator(".own-words")).to_contain_text("Corrected: tellings")


def test_what_counts_from_a_date_moves_along_and_is_told_before(
    serve: Callable[..., str], tmp_path: Path, opened: Opener
) -> None:
    page = opened(serve(read_into(tmp_path / "r.chronology", REPORT)) + "?edit=yes")
    row(page, "ruiser")
    page.fill("#review-dated-date", "10 May 1982")
    expect(page.locator("form[data-decides=dated] .foretold")).to_contain_text("5 May 1982 → 13 May 1982")
    saved(page, "dated")
    expect(listed(page, "arrison")).to_contain_text("13 May 1982")


def test_what_a_date_counts_from_is_moved_with_all_that_counts_from_it(
    serve: Callable[..., str], tmp_path: Path, opened: Opener
) -> None:
    page = opened(serve(read_into(tmp_path / "r.chronology", REPORT)) + "?edit=yes")
    row(page, "arrison")
    page.fill("#review-anchored-date", "20 May 1982")
    expect(page.locator("form[data-decides=anchored] .foretold")).to_contain_text("5 May 1982 → 23 May 1982")
    saved(page, "anchored")
    expect(listed(page, "arrison")).to_contain_text("23 May 1982")
    page.locator(".fold summary", has_text="Note and tags").click()
    page.fill("#review-noted-note", "the port’s own diary says the 20th")
    saved(page, "noted")
    expect(page.locator(".own-words .note")).to_have_text("the port’s own diary says the 20th")
    expect(page.locator("#review-noted-note")).to_be_visible()


def test_a_passage_becomes_an_event_and_corrections_outlive_a_new_text(
    serve: Callable[..., str], tmp_path: Path, opened: Opener
) -> None:
    path = read_into(tmp_path / "r.chronology", "🚢 " + REPORT)
    page = opened(serve(path))
    row(page, "ruiser")
    page.keyboard.press("c")
    expect(page.locator("#review-confirmed")).to_have_attribute("aria-pressed", "true")
    page.evaluate(
        """() => {
          const paragraph = document.querySelector("article.text p");
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          const nodes = []; while (walker.nextNode()) nodes.push(walker.currentNode);
          const first = nodes.find((node) => node.textContent.includes("The harbour"));
          const last = nodes[nodes.length - 1];
          document.getSelection().setBaseAndExtent(first, first.textContent.indexOf("The harbour"), last, last.length);
        }"""
    )
    page.click("#find-event")
    expect(page.locator("#review-found-title")).to_have_value("The harbour stayed shut for a week")
    page.fill("#review-found-date", "May 1982")
    saved(page, "found")
    expect(page.locator("#passage-here")).to_have_text("The harbour stayed shut for a week.")
    expect(page.locator("#count")).to_contain_text("3 events")
    page.click("#add")
    page.fill("#pasted", "On 20 June 1982 the last garrison left the island.")
    page.click("#add-now")
    expect(page.locator("#added")).to_contain_text("Added: 1 event told.")
    page.keyboard.press("Escape")
    expect(page.locator("#count")).to_contain_text("4 events")
    expect(page.locator("#passage-here")).to_have_text("The harbour stayed shut for a week.")
    expect(page.locator(".progress")).to_contain_text("1 of 4 reviewed")


def test_the_day_of_a_text_is_set_and_what_counts_from_it_follows(
    serve: Callable[..., str], tmp_path: Path, opened: Opener
) -> None:
    page = opened(serve(read_into(tmp_path / "r.chronology", "Yesterday the garrison surrendered.")))
    page.locator("#reader .contents a").first.click()
    page.get_by_role("link", name="Set the day", exact=True).click()
    page.fill("#review-written-date", "5 April 1982")
    expect(page.locator("form[data-decides=written] .foretold")).to_contain_text("no date → 4 Apr 1982")
    saved(page, "written")
    expect(page.locator(".heading")).to_contain_text("Monday 5 April 1982")
    expect(page.locator(".ag-row").first).to_contain_text("4 Apr 1982")


@pytest.mark.parametrize(("width", "height", "theme"), [(1440, 900, "light"), (1024, 768, "dark"), (390, 844, "light")])
def test_the_forms_fit_at_every_width(
    serve: Callable[..., str], path: Path, opened: Opener, width: int, height: int, theme: str
) -> None:
    page = opened(serve(path) + "?edit=yes", width=width, height=height, theme=theme)
    row(page, "Halcyon")
    expect(page.locator("#review-dated-date")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    over = "nodes => nodes.filter(node => node.scrollWidth > node.clientWidth + 1).map(node => node.className)"
    assert page.locator("#reader, #reader .correcting, #reader form").evaluate_all(over) == []
    unnamed = "nodes => nodes.filter(node => !node.labels?.length && !node.getAttribute('aria-label')).map(node => node.name)"
    fields = "#reader :is(input:not([type=hidden]), select, textarea)"
    assert page.locator(fields).evaluate_all(unnamed) == []
    page.wait_for_url(re.compile("edit=yes"))
    page.locator(".fold").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    assert serious(page) == []
