"""The table a spreadsheet opens."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.chronology.frame import COLUMNS
from timeline.export import render
from timeline.export.table import guarded


def rows(chosen: Chronology) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(chosen, "csv").decode("utf-8"))))


def test_a_row_an_event_in_the_order_of_time_undated_last() -> None:
    whole = made_chronology()
    found = rows(whole)
    assert [row["id"] for row in found] == list(whole.events)
    assert list(found[0]) == [*(column.name for column in COLUMNS), "id"]
    assert [row["earliest"] for row in found][-2:] == ["", ""]
    assert [row["why"] for row in found][-2:] == ["the text gives it no date"] * 2


def test_a_row_says_when_who_where_and_how_it_is_known() -> None:
    [row] = [row for row in rows(made_chronology()) if row["title"] == "Cruiser Halcyon sunk"]
    assert (row["earliest"], row["latest"], row["grain"], row["edtf"]) == ("1982-05-02", "1982-05-02", "day", "1982-05-02")
    assert (row["actors"], row["roles"]) == ("Arvenia; Costal Navy", "initiator; target")
    assert row["sources"] == "Northern Wire; Harbour Post"
    assert row["disputed"] == "yes"
    assert row["quote"].count(" | ") == 1
    assert row["why"].startswith("“On 2 May 1982”")


def test_years_before_christ_keep_their_sign() -> None:
    found = [row for row in rows(made_chronology(bc=True)) if row["earliest"]]
    assert all(row["earliest"].startswith("-0") for row in found)
    assert "-0479-05-02" in {row["edtf"] for row in found}


@pytest.mark.parametrize("first", "=+-@\t\r")
def test_no_cell_of_text_is_a_formula(first: str) -> None:
    title = f"{first}HYPERLINK(0)"
    [row] = rows(chronology([event(title, days(0, 1), actors=(title,))], names=[title]))
    for column in ("title", "actors"):
        assert row[column] == "'" + title if first.strip() else row[column] == title.strip()
        assert not row[column].startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    "point", ["- **12 August**: a convoy", "- 18 August: Aid convoy of 22 trucks", "- “We left” he said", "+ — "]
)
def test_a_point_of_a_list_is_no_formula(point: str) -> None:
    assert guarded(point) == point


@pytest.mark.parametrize(
    "formula",
    ["-2+3", "- 2+3", "-cmd|'/C calc'!A0", "- 2 cmd|'/C calc'!A0", "- (1)", "+ A1", "- 1 SUM(1)", "-1", "- Shelling of"],
)
def test_what_a_spreadsheet_may_compute_is_guarded(formula: str) -> None:
    assert guarded(formula) == "'" + formula


def test_guarding_changes_nothing_else() -> None:
    assert [guarded(text) for text in ("", "a=b", "480 BC", "'quoted'")] == ["", "a=b", "480 BC", "'quoted'"]


def test_a_passage_of_several_lines_is_one_cell() -> None:
    content = render(made_chronology(), "csv").decode()
    assert len(content.splitlines()) == 1 + len(made_chronology().events)
