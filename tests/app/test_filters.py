"""Chips, counts and facets: what is in force, what it leaves, and the links that change it."""

from __future__ import annotations

import pytest

from tests.app.parts import classed, links, text, walk
from tests.made import made_chronology
from timeline.app import facets, header, listing
from timeline.app.address import Address
from timeline.chronology import Chronology, Query
from timeline.figure import colours
from timeline.model import Kind

WAR = made_chronology()
ARVENIA = next(actor for actor in WAR.actors.values() if actor.name == "Arvenia")
SOME = Address().asking(actors=(ARVENIA.id,), kinds=(Kind.ASSAULT, Kind.AID))


def follow(href: str) -> Address:
    return Address.parse(href, WAR)


def test_a_chip_for_each_filter_takes_it_off() -> None:
    chips = {
        part.attributes.get("aria-label"): part.href for part in walk(header.chips(WAR, SOME)) if getattr(part, "href", None)
    }
    kind = next(href for label, href in chips.items() if label and "Kind" in label)
    assert follow(kind).query == SOME.query.without("kind")
    assert not follow(links(header.chips(WAR, SOME))["Clear all"]).query


def test_the_count_leads_to_the_undated_and_the_disputed() -> None:
    said = header.count(WAR, Address())
    assert text(said) == "19 events · 2 undated · 1 disputed"
    assert {words: follow(href).listed for words, href in links(said).items()} == {
        "2 undated": "undated",
        "1 disputed": "disputed",
    }
    assert text(header.count(WAR.select(SOME.query), SOME)).startswith("3 of 19 events")


def test_a_facet_row_promises_what_it_brings() -> None:
    drawn = facets.facets(WAR, Address(), colours(WAR))
    rows = [part for part in classed(drawn, "facet") if part.href]
    assert len(rows) > 20
    for row in rows:
        address = follow(row.href)
        assert address.query
        assert text(classed(row, "n")) == str(len(WAR.select(address.query).events))


def test_choosing_twice_is_not_choosing() -> None:
    once = facets.toggled(Address(), "kinds", "ASSAULT")
    assert once.query.kinds == (Kind.ASSAULT,)
    assert facets.toggled(once, "kinds", "ASSAULT") == Address()


def test_what_is_chosen_is_marked_and_never_folded_away() -> None:
    last = WAR.facets()["kind"][-1]
    section = facets.facets(WAR, facets.toggled(Address(), "kinds", last.key), {})
    marked = [
        part
        for part in walk(section)
        if "aria-current" in getattr(part, "_prop_names", []) or getattr(part, "aria-current", None)
    ]
    assert [text(classed(part, "name")) for part in marked] == [last.label]


def test_any_or_all_is_asked_once_two_actors_are_chosen() -> None:
    one = facets.facets(WAR, Address().asking(actors=(ARVENIA.id,)), {})
    two = facets.facets(WAR, Address().asking(actors=tuple(WAR.actors)[:2]), {})
    assert "all" not in links(one)
    assert follow(links(one)["without"]).query.mode == "none"
    left_out = facets.facets(WAR, follow(links(one)["without"]), {})
    assert len(classed(left_out, "without")) == 1
    assert follow(links(two)["all"]).query.mode == "all"


def test_a_filter_of_one_value_is_put_on_and_taken_off() -> None:
    at_first = next(href for words, href in links(facets.facets(WAR, Address(), {})).items() if words.startswith("2 or more"))
    assert follow(at_first).query.independent == 2
    assert facets.toggled(follow(at_first), "independent", "2") == Address()
    none_left = facets.facets(WAR, Address().asking(independent=2, words="nothing-like-it"), {})
    assert "2 or more sources0" in links(none_left)
    assert facets.toggled(facets.toggled(Address(), "disputed", "yes"), "disputed", "yes") == Address()


def test_an_empty_selection_offers_the_filters_to_drop() -> None:
    none = Address().asking(words="cruiser", kinds=(Kind.AID,))
    offered = header.nothing(WAR, WAR.select(none.query), none)
    ways = links(offered)
    assert set(ways) == {"Without “Kind: aid”", "Without “Words: cruiser”", "Clear all filters"}
    for href in ways.values():
        assert WAR.select(follow(href).query).events
    assert header.nothing(WAR, WAR, Address()) == []


def test_where_dropping_one_filter_is_not_enough_two_are_named() -> None:
    none = Address().asking(words="nothing-like-it", kinds=(Kind.AID,), tags=("nobody gave it",))
    ways = links(header.nothing(WAR, WAR.select(none.query), none))
    best = next(iter(ways))
    assert " and " in best
    assert WAR.select(follow(ways[best]).query).events


def test_an_empty_chronology_and_one_without_dates_say_so() -> None:
    empty = Chronology("Nothing", {}, {}, {})
    assert "No texts yet" in text(header.nothing(empty, empty, Address()))
    dateless = Chronology("Dateless", WAR.documents, {}, {})
    assert "No events were found" in text(header.nothing(dateless, dateless, Address()))


@pytest.mark.parametrize("which", ["dated", "undated", "disputed"])
def test_the_lists_hold_what_their_tabs_count(which: str) -> None:
    rows = listing.rows(WAR, which)
    tab = next(words for words in links(listing.trays(WAR, Address())) if words.endswith(f" {which}"))
    assert tab == f"{len(rows)} {which}"
    assert all((row["when"] == "undated") == (which == "undated") for row in rows)


def test_a_row_says_who_did_what_to_whom_and_where_sources_differ() -> None:
    row = next(row for row in listing.rows(WAR, "dated") if "Halcyon" in row["what"] and "sunk" in row["what"])
    assert row["who"] == "Arvenia → Costal Navy"
    assert row["when"] == "2 May 1982 or 3 May 1982\u00a0⚠"
    assert (row["kind"], row["sources"]) == ("assault", 2)


def test_all_texts_are_listed_in_the_order_they_were_written_and_searched() -> None:
    rows = listing.rows(WAR, "texts")
    assert {row["id"] for row in rows} == set(WAR.documents)
    days = [WAR.documents[row["id"]].written for row in rows]
    known = [day.span.start for day in days if day]
    assert known == sorted(known)
    assert sum(row["sources"] for row in rows) == sum(len(event.documents) for event in WAR.events.values())
    found = listing.rows(WAR.select(Query(words="cruiser wire")), "texts")
    assert {WAR.documents[row["id"]].outlet for row in found} == {"Northern Wire"}
