"""How narrowly an event is placed."""

from __future__ import annotations

import pytest

from tests.made_dates import (
    When,
    about_day,
    at_dawn,
    at_hour,
    before_year,
    between,
    from_to,
    in_decade,
    in_month,
    in_spring,
    in_year,
    on_day,
)
from timeline.chronology.precision import Precision, precision_of
from timeline.model import Passage

CASES = [
    (on_day(1982, 5, 2), Precision.DAY),
    (at_hour(1982, 5, 2, 11), Precision.DAY),
    (at_dawn(1982, 5, 2), Precision.DAY),
    (from_to((1982, 4, 12), (1982, 5, 20)), Precision.DAY),
    (about_day(1982, 5, 24), Precision.WEEK),
    (between((1982, 5, 4), (1982, 5, 14), "then"), Precision.WEEK),
    (between((1982, 5, 4), (1982, 5, 24), "then"), Precision.MONTH),
    (in_month(1982, 5), Precision.MONTH),
    (in_spring(1982), Precision.YEAR),
    (in_year(1984), Precision.YEAR),
    (in_decade(1980), Precision.LONGER),
    (before_year(1982), Precision.LONGER),
    (on_day(1982, 5, 2, span=None), None),
]


@pytest.mark.parametrize(("when", "group"), CASES, ids=lambda value: value.phrase if isinstance(value, When) else str(value))
def test_precision(when: When, group: Precision | None) -> None:
    assert precision_of(when.at(Passage("d", 0, 1))) == group


def test_every_group_has_a_label() -> None:
    assert len({group.label for group in Precision}) == len(Precision)
