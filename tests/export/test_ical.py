"""The calendar file: honest days, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar, Event

from tests.export.nasty import LINES, NASTY, nasty
from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.export import render
from timeline.figure.lettering import plain
from timeline.spans import LATEST, Grain, Span


def entries(chosen: Chronology) -> dict[str, Event]:
    calendar = Calendar.from_ical(render(chosen, "ics"))
    return {str(entry["summary"]): entry for entry in calendar.walk("VEVENT")}


def bounds(entry: Event) -> tuple[Any, Any]:
    return entry["dtstart"].dt, entry["dtend"].dt


def test_a_day_is_a_day_and_a_month_is_the_whole_month() -> None:
    found = entries(made_chronology())
    assert bounds(found["Costal marines land at Port Hallam"]) == (date(1982, 4, 2), date(1982, 4, 3))
    assert bounds(found["Arvenia moves two brigades to the strait (May 1982)"]) == (date(1982, 5, 1), date(1982, 6, 1))
    assert bounds(found["Costal Navy blockades the strait"]) == (date(1982, 4, 12), date(1982, 5, 21))
    assert bounds(found["Aid ships reach Port Hallam (c. 24 May 1982)"]) == (date(1982, 5, 21), date(1982, 5, 28))


def test_times_are_on_the_clock_of_the_text() -> None:
    found = entries(made_chronology())
    start, end = bounds(found["Arvenian Foreign Ministry asks the League Council to act"])
    assert (start, end) == (datetime(1982, 4, 3, 11, 30), datetime(1982, 4, 3, 11, 31))


def test_a_known_zone_makes_it_utc() -> None:
    one = event("Told with a zone", Span.of(2026, 3, 7, 1, 29))
    when = one.claims[0]
    moved = replace(one, claims=(when._replace(offset=330),))
    [entry] = entries(chronology([moved])).values()
    assert entry["dtstart"].dt == datetime(2026, 3, 6, 19, 59, tzinfo=UTC)


def test_what_is_not_sure_is_said_and_tentative() -> None:
    found = entries(made_chronology())
    sure = found["Costal marines land at Port Hallam"]
    disputed = found["Cruiser Halcyon sunk (2 May 1982 or 3 May 1982)"]
    assert (str(sure["status"]), str(disputed["status"])) == ("CONFIRMED", "TENTATIVE")
    assert "Sources differ: 2 May 1982 (Northern Wire); 3 May 1982 (Harbour Post)." in disputed["description"]
    assert "“On 2 May 1982 the Costal cruiser Halcyon was sunk off Sable Ridge with 212 dead.”" in disputed["description"]
    assert str(disputed["x-timeline-edtf"]) == "1982-05-02"
    assert {str(entry["transp"]) for entry in found.values()} == {"TRANSPARENT"}


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (None, "1 undated"),
        (Span.of(-479, 9), "1 before AD 1"),
        (Span(0, LATEST, Grain.DAY), "1 open at one end"),
    ],
)
def test_what_a_calendar_cannot_hold_is_counted_in_it(span: Span | None, said: str) -> None:
    calendar = Calendar.from_ical(render(chronology([event("One", span), event("Two", days(0, 1))]), "ics"))
    assert len(calendar.walk("VEVENT")) == 1
    assert f"1 of 2 events cannot stand in a calendar: {said}." in str(calendar["x-wr-caldesc"])
    assert str(calendar["description"]) == str(calendar["x-wr-caldesc"])


def test_the_first_and_the_last_days_there_are() -> None:
    found = entries(chronology([event("First", Span.of(1, 1, 1)), event("Late", Span.of(9999, 12, 30))]))
    assert bounds(found["First"]) == (date(1, 1, 1), date(1, 1, 2))
    assert bounds(found["Late"]) == (date(9999, 12, 30), date(9999, 12, 31))


def test_words_of_a_source_are_never_commands() -> None:
    content = render(nasty(), "ics")
    lines = content.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in "".join(lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    first, month = Calendar.from_ical(content).walk("VEVENT")
    assert str(first["summary"]) == plain(NASTY)
    assert plain(LINES) in str(first["description"])
    assert str(month["summary"]).startswith("In a month (")


def test_every_entry_has_what_the_standard_asks_for() -> None:
    found = entries(made_chronology(60))
    assert all({"UID", "DTSTAMP", "DTSTART", "DTEND"} <= set(entry) for entry in found.values())
    assert all(entry["dtstamp"].dt.tzinfo is not None for entry in found.values())
    uids = [str(entry["uid"]) for entry in found.values()]
    assert len(set(uids)) == len(uids)
