"""The tables in place of a list: who with whom, and when told."""

from __future__ import annotations

import pytest

from tests.app.parts import classed, links, text
from tests.made import ACTORS, made_chronology
from timeline.app.address import Address
from timeline.app.lag import lags, say_days, sources
from timeline.app.listing import panel, rows, trays
from timeline.app.pairs import matrix, pairs
from timeline.chronology import Chronology, Mode, Query
from timeline.chronology.tellings import lag_of

WAR = made_chronology()
COS, ARV, NAVY = (ACTORS[key].id for key in ("cos", "arv", "cos-navy"))


def test_who_acts_on_whom_is_counted_once_an_event() -> None:
    found = pairs(WAR)
    for a in found.actors:
        for b in found.actors:
            kept = WAR.select(Query(actors=(a, b), mode=Mode.ALL))
            assert found.acts[a, b] + found.acts[b, a] <= len(kept.events) or a == b
            assert found.together[a, b] == found.together[b, a]
    assert found.acts[COS, ARV] > 0


def test_nobody_is_paired_with_a_part_of_itself() -> None:
    found = pairs(WAR)
    assert not found.acts[COS, NAVY] + found.acts[NAVY, COS] + found.together[COS, NAVY] + found.together[COS, COS]
    assert found.acts[COS, ARV] >= found.acts[NAVY, ARV]


def test_a_cell_leads_to_the_events_of_its_pair() -> None:
    cells = classed(matrix(WAR, Address()), "pairs")
    hrefs = [Address.parse(href, WAR).query for href in links(cells).values()]
    both = [query for query in hrefs if len(query.actors) == 2]
    assert both
    assert all(query.mode is Mode.ALL and WAR.select(query).events for query in both)


def test_where_nobody_acts_that_is_said() -> None:
    assert "nobody acts" in text(matrix(Chronology("none", {}, {}, {}), Address()))


def test_every_telling_of_the_selection_is_in_the_table_of_lags() -> None:
    told = [lag_of(event, WAR.documents[id]) for event in WAR.events.values() for id in event.documents]
    found = sources(WAR)
    assert sorted(lag for source in found for lag in source.lags) == sorted(lag for lag in told if lag is not None)
    assert sum(source.unknown for source in found) == told.count(None)
    assert all(sum(source.spread) == len(source.lags) for source in found)
    assert [source.name for source in found if not source.lags] == [found[-1].name]


def test_the_table_of_lags_leads_to_sources_and_to_disputed_dates() -> None:
    shown = links(lags(WAR, Address()))
    assert shown["1 disputed date"] == "?list=disputed"
    assert Address.parse(shown["Harbour Post"], WAR).query.sources
    assert "No source" in text(lags(Chronology("none", {}, {}, {}), Address()))


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "same day"), (1, "1 day"), (-3, "−3 days"), (45, "45 days"), (75, "2 months"), (1500.5, "4 years"), (0.5, "same day")],
)
def test_days_are_said_in_the_unit_that_fits(days: float, said: str) -> None:
    assert say_days(days) == said


def test_the_disputed_say_which_source_says_what() -> None:
    [row] = rows(WAR, "disputed")
    assert row["who"].startswith("Two sources differ: ")


def test_tables_stand_beside_the_lists() -> None:
    offered = links(trays(WAR, Address()))
    assert offered["Who with whom"] == "?list=pairs"
    assert offered["When told"] == "?list=lags"
    assert panel(WAR, Address()) == []
    assert classed(panel(WAR, Address(listed="lags")), "lags")
