"""Ways of looking: what lanes stand for, counting from an event, comparing, what the filters leave out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import listed, settled
from tests.browser.test_walk import choose, downloaded
from tests.figure.drawn import chronology, event
from timeline.chronology import Chronology
from timeline.spans import Span

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def lane_names(page: Page) -> list[str]:
    page.wait_for_selector("#lanes .lane")
    return page.locator("#lanes .lane").all_text_contents()


@pytest.mark.parametrize(
    ("by", "first"),
    [("place", "Port Hallam"), ("kind", "Assault"), ("source", "Northern Wire"), ("certainty", "Stated"), ("actor", "Costal")],
)
def test_lanes_stand_for_what_is_chosen(war: str, opened: Opener, by: str, first: str) -> None:
    page = opened(war + ("?lanes=kind" if by == "actor" else ""))
    page.locator("#lane-switch a", has_text=by).first.click()
    expect(page.locator("#lane-switch a[aria-current]").first).to_have_text(by)
    expect(page.locator("#lanes")).to_contain_text(first)
    assert ("lanes=" in page.url) is (by != "actor")


def test_time_is_counted_from_an_event_in_the_lanes_the_list_and_the_picture(war: str, opened: Opener) -> None:
    page = opened(war)
    listed(page, "Halcyon sunk").click()
    page.locator("#reader a", has_text="Count days from here").click()
    page.wait_for_url(re.compile("align=e"))
    expect(page.locator("#axis")).to_contain_text("Days before and after 2 May 1982")
    expect(page.locator("#axis")).to_contain_text("+10 d")
    expect(page.locator("#lane-switch .chip")).to_contain_text("Counted from Cruiser Halcyon sunk")
    expect(listed(page, "garrison")).to_contain_text("(+13 days)")
    assert "Counted from: Cruiser Halcyon sunk, 2 May 1982" in downloaded(page, "svg").decode()
    page.reload()
    settled(page)
    expect(page.locator("#axis")).to_contain_text("+10 d")
    page.locator("#lane-switch .chip a").click()
    expect(page.locator("#axis")).to_contain_text("April 1982")


def test_an_actor_is_left_out_and_what_several_sources_tell_is_kept(war: str, opened: Opener) -> None:
    page = opened(war)
    choose(page, "actor", "Arvenia")
    page.locator("#facet-actor .segments a", has_text="without").click()
    expect(page.locator("#chips")).to_contain_text("without Arvenia")
    expect(page.locator("#facet-actor.without")).to_be_visible()
    expect(page.locator("#lanes")).to_contain_text("League Council")
    page.locator("#chips .clear").click()
    page.locator("#facet-told a", has_text="2 or more sources").click()
    expect(page.locator("#chips")).to_contain_text("Independent sources: 2 or more")
    kept = page.locator("#facet-told a[aria-current] .n").inner_text()
    expect(page.locator("#count b")).to_have_text(kept.split()[-1])


def test_two_actors_are_compared_one_above_the_other(war: str, opened: Opener) -> None:
    page = opened(war)
    choose(page, "actor", "Arvenia")
    expect(page.locator("#chips")).to_contain_text("Arvenia")
    expect(page.locator("#lane-switch .switch")).to_have_count(0)
    choose(page, "actor", "Costal Republic")
    page.locator("#lane-switch .switch", has_text="Compare").click()
    page.wait_for_url(re.compile("compare=yes"))
    expect(page.locator("#lanes .lane")).to_have_count(2)
    names = lane_names(page)
    assert "Arvenia" in names[0]
    assert "6 in each" in names[0]
    assert "Costal Republic" in names[1]
    assert "League Council</text>" not in downloaded(page, "svg").decode()


def test_two_sources_are_compared(war: str, opened: Opener) -> None:
    page = opened(war + "?lanes=source&source=Harbour+Post,Northern+Wire&compare=yes")
    expect(page.locator("#lanes .lane")).to_have_count(2)
    assert "Harbour Post" in lane_names(page)[0]


def test_what_the_filters_leave_out_can_stay_in_view(war: str, opened: Opener) -> None:
    page = opened(war + "?kind=ASSAULT")
    page.wait_for_selector("#lanes .point")
    before = page.locator("#lanes .point").count()
    page.locator("#lane-switch a", has_text="faint").click()
    page.wait_for_url(re.compile("rest=faint"))
    expect(page.locator("#legend")).to_contain_text("Left out by the filters")
    assert page.locator("#lanes .point").count() > before
    expect(page.locator("#count")).to_contain_text("3 of 19 events")
    assert "Left out by the filters" in downloaded(page, "svg").decode()


def test_who_with_whom_filters_on_a_click(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator("#tray a", has_text="Who with whom").click()
    cell = page.locator(".pairs td a[aria-label^='Costal Republic acting on Arvenia']")
    expect(cell).to_be_visible()
    expect(page.locator("#events")).to_be_hidden()
    cell.click()
    expect(page.locator("#chips")).to_contain_text("Costal Republic and Arvenia")
    expect(page.locator(".pairs td a[aria-current]")).to_have_count(1)
    page.locator("#tray a", has_text="dated").first.click()
    expect(page.locator(".ag-row").first).to_be_visible()


def test_when_told_shows_the_sources_and_leads_to_disputed_dates(war: str, opened: Opener) -> None:
    page = opened(war)
    page.locator("#tray a", has_text="When told").click()
    expect(page.locator(".lags tbody tr")).to_have_count(4)
    page.locator("#panel a", has_text="1 disputed date").click()
    expect(page.locator(".ag-row")).to_have_count(1)
    expect(page.locator(".ag-row")).to_contain_text("Two sources differ")


def test_times_are_read_on_another_clock(serve: Callable[[Chronology], str], opened: Opener) -> None:
    told = event("The ceasefire began", Span.of(1982, 6, 14, 23, 30))
    told = replace(told, claims=tuple(claim._replace(offset=-180) for claim in told.claims))
    page = opened(serve(chronology([told, event("Day", Span.of(1982, 6, 14))])))
    expect(listed(page, "ceasefire")).to_contain_text("14 Jun 1982, 23:30 UTC−03:00")
    page.locator("#lane-switch a", has_text=re.compile("^UTC$")).click()
    page.wait_for_url(re.compile("tz=UTC"))
    expect(listed(page, "ceasefire")).to_contain_text("15 Jun 1982, 02:30 UTC")
    assert "Times in UTC, where their zone is known" in downloaded(page, "svg").decode()
