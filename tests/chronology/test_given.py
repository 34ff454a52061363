"""Dates as a user gives them: EDTF and plain words, with what they mean and how they are written again."""

from __future__ import annotations

import pytest

from timeline.chronology.corrections import given
from timeline.errors import DateError
from timeline.model import Passage, Qualifier
from timeline.spans import moment
from timeline.wording import say_when

TODAY = moment(2026, 3, 7)

GIVEN = [
    ("1982-05-02", "2 May 1982", "1982-05-02"),
    ("1982-05", "May 1982", "1982-05"),
    ("1982", "1982", "1982"),
    ("-0479-09", "September 480 BC", "-0479-09"),
    ("198X", "1980s", "198X"),
    ("19XX", "20th century", "19XX"),
    ("1982-21", "spring 1982", "1982-21"),
    ("1982-34", "second quarter of 1982", "1982-34"),
    ("1982-05-05/1982-05-09", "5–9 May 1982", "1982-05-05/1982-05-09"),
    ("[1982-05-05..1982-05-09]", "between 5 and 9 May 1982", "[1982-05-05..1982-05-09]"),
    ("../1982-05-05", "up to 5 May 1982", "../1982-05-05"),
    ("1982-05-05/..", "from 5 May 1982 on", "1982-05-05/.."),
    ("[..1982-05-04]", "before 5 May 1982", "[..1982-05-04]"),
    ("1982-05~", "c. May 1982", "1982-05~"),
    ("1982-05-02T16:30", "2 May 1982, 16:30", "1982-05-02T16:30:00"),
    ("2 May 1982", "2 May 1982", "1982-05-02"),
    ("5 to 9 May 1982", "5–9 May 1982", "1982-05-05/1982-05-09"),
    ("5-9 May 1982", "5–9 May 1982", "1982-05-05/1982-05-09"),
    ("from 30 April to 9 May 1982", "30 April – 9 May 1982", "1982-04-30/1982-05-09"),
    ("between 5 and 9 May 1982", "between 5 and 9 May 1982", "[1982-05-05..1982-05-09]"),
    ("between March and June 2014", "between March and June 2014", "[2014-03..2014-06]"),
    ("before 5 May 1982", "before 5 May 1982", "[..1982-05-04]"),
    ("after May 1982", "after May 1982", "[1982-06..]"),
    ("until 5 May 1982", "up to 5 May 1982", "../1982-05-05"),
    ("since 1970", "from 1970 on", "1970/.."),
    ("from 1970 on", "from 1970 on", "1970/.."),
    ("480 BC", "480 BC", "-0479"),
    ("c. 480 BC", "c. 480 BC", "-0479~"),
    ("431 to 404 BC", "431–404 BC", "-0430/-0403"),
    ("last March", "March 2025", "2025-03"),
]


@pytest.mark.parametrize(("words", "said", "edtf"), GIVEN, ids=lambda value: value)
def test_a_date_is_read_and_written_again(words: str, said: str, edtf: str) -> None:
    when = given(words, TODAY).resolved(Passage("d", 3, 9))
    assert (say_when(when), when.edtf) == (said, edtf)
    assert when.why.read_aloud() == f"“{words}”, set by hand → {said}"
    assert when.expression.passage == Passage("d", 3, 9)


@pytest.mark.parametrize("words", ["soon", "1982-02-30", "1982-05-09/1982-05-05", "between 9 and 5 May 1982", "12345", ""])
def test_what_names_no_date_is_said_in_one_line(words: str) -> None:
    with pytest.raises(DateError) as raised:
        given(words, TODAY)
    assert "\n" not in str(raised.value)


def test_open_and_rough_dates_are_qualified() -> None:
    said = {"before 1942": Qualifier.BEFORE, "until 1942": Qualifier.ON_OR_BEFORE, "about 1942": Qualifier.APPROX}
    for words, qualifier in said.items():
        assert given(words, TODAY).resolved(Passage("d", 0, 1)).expression.qualifier is qualifier
