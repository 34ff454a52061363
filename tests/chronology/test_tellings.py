"""Who told first, how late, how many by themselves, and which date each gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.chronology.test_merging import telling
from tests.made import event_of, made_chronology, on_day
from timeline.chronology import Chronology
from timeline.chronology.merge import Teller, independent, wording_of
from timeline.chronology.tellings import claims, first_told, lag_of, tellings
from timeline.model import Document, Event, Known, Written, by_id
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment, parse_iso

AGENCY = "The ferry Aurora sank in the strait of Castane with two hundred people aboard on Tuesday."
SHORTENED = "The ferry Aurora sank in the strait of Castane with two hundred people aboard, officials said."
WITNESS = "Two hundred drowned when a ferry, the Aurora, went down off Castane on Tuesday, a fisherman said."


def teller(outlet: str, text: str) -> Teller:
    return Teller(outlet, wording_of(text))


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([("Post", AGENCY)], 1),
        ([("Post", AGENCY), ("Post", WITNESS)], 1),
        ([("Post", AGENCY), ("Gazette", AGENCY.upper())], 1),
        ([("Post", AGENCY), ("Gazette", SHORTENED)], 1),
        ([("Post", AGENCY), ("Gazette", WITNESS)], 2),
        ([("Post", AGENCY), ("Gazette", SHORTENED), ("Herald", WITNESS), ("Echo", WITNESS)], 2),
        # Short sentences share their few words by chance.
        ([("Post", "The ferry Aurora sank."), ("Gazette", "The ferry Aurora sank yesterday.")], 2),
        ([("Post", "The ferry Aurora sank."), ("Gazette", "The ferry Aurora sank.")], 1),
    ],
)
def test_copies_and_repetitions_are_no_second_source(told: list[tuple[str, str]], counted: int) -> None:
    tellers = [teller(*one) for one in told]
    assert independent(tellers) == independent(reversed(tellers)) == counted


def test_tellers_of_unknown_words_are_told_apart_by_their_names() -> None:
    assert independent([Teller("a"), Teller("b"), Teller("a")]) == 2


def written(day: str, known: Known = Known.DATELINE) -> Document:
    text = f"Report of {day}"
    return Document(Document.make_id(text, day), day, day, text, written=Written(parse_iso(day), known))


LAGS = [
    (Span.of(1982, 5, 2), "1982-05-05", 3),
    (Span.of(1982, 5, 2), "1982-05-02", 0),
    (Span.of(1982, 5), "1982-05-20", 0),
    (Span.of(1982, 4), "1982-05-02", 2),
    (Span.of(1982, 5, 9), "1982-05-05", -4),
    (Span(EARLIEST, moment(1982, 5, 3), Grain.DAY), "1982-05-05", 3),
    (Span(moment(1982, 5, 3), LATEST, Grain.DAY), "1982-05-01", None),
]


@pytest.mark.parametrize(("span", "day", "lag"), LAGS)
def test_a_lag_counts_from_the_last_day_it_may_have_been(span: Span, day: str, lag: int | None) -> None:
    made = made_chronology()
    (event,) = [event for event in made.events.values() if event.title == "Marel rejects the claim"]
    (mention,) = event.mentions
    dated = event_of([replace(mention, when=on_day(1982, 5, 2, span=span).at(mention.passage))])
    assert lag_of(dated, written(day)) == lag
    assert lag_of(dated, written(day, Known.ASSUMED)) is None


def told_by(*days: tuple[str, Known]) -> tuple[Chronology, Event]:
    """An event of 2 May 1982 that documents of these days tell of."""
    documents = [written(*day) for day in days]
    event = event_of([telling(f"m{number}", "1982-05-02", document=one.id) for number, one in enumerate(documents)])
    return Chronology("", by_id(documents), by_id([event]), {}), event


def test_the_first_to_tell_is_the_earliest_whose_day_is_known() -> None:
    chronology, event = told_by(("1982-05-07", Known.METADATA), ("1982-05-01", Known.ASSUMED), ("1982-05-04", Known.DATELINE))
    assert [(one.document.title, one.lag) for one in tellings(chronology, event)] == [
        ("1982-05-04", 2),
        ("1982-05-07", 5),
        ("1982-05-01", None),
    ]
    first = first_told(chronology, event)
    assert first is not None
    assert first.document.title == "1982-05-04"
    row = chronology.to_frame().loc[event.id]
    assert (row.first_source, row.first_told, row.lag_days, row.independent) == ("1982-05-04", "1982-05-04", 2, 3)


def test_where_no_day_is_known_nobody_was_first() -> None:
    chronology, event = told_by(("1982-05-01", Known.ASSUMED))
    assert first_told(chronology, event) is None
    assert chronology.to_frame().loc[event.id].lag_days is None


def test_each_claim_comes_with_the_passages_that_give_it() -> None:
    event = event_of([telling("m1", "1982-05-02"), telling("m2", "1982-05-04"), telling("m3", "1982-05")])
    found = {claim.when.value: [mention.id for mention in claim.mentions] for claim in claims(event)}
    assert found["1982-05-02"] == ["m1", "m3"]
    assert found["1982-05-04"] == ["m2", "m3"]
