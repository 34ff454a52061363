"""What every written export says of an event, the user's own decisions among it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.export.nasty import NASTY
from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.export import render
from timeline.export.said import decided, exact, what, who
from timeline.model import Event, Review
from timeline.spans import LATEST, Grain, Span


def named(title: str) -> Event:
    [found] = [one for one in made_chronology().events.values() if one.title == title]
    return found


def corrected() -> Event:
    given = {"review": Review.CONFIRMED, "corrected": ("date", "title"), "tags": ("sea", "losses"), "note": "See the log."}
    return replace(event("Sunk", days(0, 1)), **given)  # type: ignore[arg-type]


def test_the_users_decisions_in_a_sentence_each() -> None:
    assert decided(event("Sunk", days(0, 1))) == ""
    assert decided(corrected()) == "Confirmed. Corrected by hand: date, title. Tags: sea, losses. Note: See the log."


@pytest.mark.parametrize("suffix", ["ics", "md", "timelinejs.json", "html"])
def test_they_travel_along(suffix: str) -> None:
    content = render(chronology([corrected()]), suffix).decode().replace("\r\n ", "")
    assert "Confirmed. Corrected by hand: date" in content
    assert "Note: See the log." in content


@pytest.mark.parametrize("suffix", ["md", "timelinejs.json", "html"])
def test_a_note_is_text_too(suffix: str) -> None:
    noted = replace(event("Sunk", days(0, 1)), note=NASTY, tags=(NASTY,))
    content = render(chronology([noted]), suffix).decode()
    assert "alert(1)" in content
    assert not re.search(r"(?<!\\)<(?:script>alert|img src=x)", content)


def test_a_date_is_told_exactly() -> None:
    assert exact(named("Cruiser Halcyon sunk")) == "stated; EDTF 1982-05-02; 1982-05-02"
    assert exact(named("Arvenia moves two brigades to the strait")) == "stated; EDTF 1982-05; 1982-05-01 to 1982-05-31"
    assert exact(event("Later", Span(0, LATEST, Grain.DAY))).endswith("1970-01-01 to …")
    assert exact(event("Whenever", None)) == ""


def test_who_and_what() -> None:
    whole = made_chronology()
    assert who(named("Cruiser Halcyon sunk"), whole) == "Arvenia → Costal Navy"
    assert what(named("Cruiser Halcyon sunk"), whole) == "Assault at Sable Ridge"
    assert what(named("Oil found under Sable Ridge"), whole) == "At Sable Ridge"
    assert what(named("Crowds march against the war"), whole) == "Protest"
