"""Spans and dates read as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import about_day, on_day
from timeline.model import Certainty, Passage
from timeline.spans import EARLIEST, LATEST, Grain, Span, civil, floor, moment, shift
from timeline.wording import ordinal, say_span, say_when, say_year


def days(start: tuple[int, int, int], end: tuple[int, int, int]) -> Span:
    return Span(moment(*start), moment(*end), Grain.DAY)


ONE_UNIT = [
    (Span.of(1982, 5, 2), "2 May 1982"),
    (Span.of(1982, 5), "May 1982"),
    (Span.of(1982), "1982"),
    (Span.of(-479), "480 BC"),
    (Span.of(0), "1 BC"),
    (Span.of(79, 8, 24), "24 August AD 79"),
    (Span.of(-479, 9, 20), "20 September 480 BC"),
    (Span.of(2026, 3, 7, 6, 29), "7 March 2026, 06:29"),
    (Span.of(2026, 3, 7, 6), "7 March 2026, 06:00–07:00"),
    (Span.of(2026, 3, 7, 23), "7 March 2026, 23:00–24:00"),
    (Span(moment(1982, 5, 15, 4), moment(1982, 5, 15, 8), Grain.PART_OF_DAY), "morning of 15 May 1982"),
    (Span(moment(1982, 5, 15, 22), moment(1982, 5, 16, 6), Grain.PART_OF_DAY), "night of 15–16 May 1982"),
    (Span(moment(1982, 5, 31, 22), moment(1982, 6, 1, 6), Grain.PART_OF_DAY), "night of 31 May – 1 June 1982"),
    (Span.around(moment(1982, 5, 5), Grain.WEEK), "week of 3 May 1982"),
    (Span.around(moment(1982, 4), Grain.SEASON), "spring 1982"),
    (Span.around(moment(1982, 12), Grain.SEASON), "winter 1982–83"),
    (Span.around(moment(1999, 12), Grain.SEASON), "winter 1999–2000"),
    (Span.around(moment(-480, 12), Grain.SEASON), "winter 481–480 BC"),
    (Span.around(moment(1982, 12), Grain.QUARTER), "fourth quarter of 1982"),
    (Span.around(moment(1982, 12), Grain.HALF), "second half of 1982"),
    (Span.around(moment(1982), Grain.DECADE), "1980s"),
    (Span(moment(-488), moment(-478), Grain.DECADE), "480s BC"),
    (Span(moment(-489), moment(-479), Grain.DECADE), "between 490 and 481 BC"),
    (Span.around(moment(1850), Grain.CENTURY), "19th century"),
    (Span(moment(1801), moment(1901), Grain.CENTURY), "19th century"),
    (Span(moment(-499), moment(-399), Grain.CENTURY), "5th century BC"),
    (Span(moment(1), moment(101), Grain.CENTURY), "1st century"),
    (Span(moment(-1999), moment(-999), Grain.MILLENNIUM), "2nd millennium BC"),
    (Span(EARLIEST, moment(1942), Grain.YEAR), "before 1942"),
    (Span(EARLIEST, moment(1942, 5, 3), Grain.DAY), "before 3 May 1942"),
    (Span(moment(1943), LATEST, Grain.YEAR), "after 1942"),
    (Span(moment(1982, 6, 21), LATEST, Grain.DAY), "after 20 June 1982"),
    (Span(EARLIEST, LATEST, Grain.YEAR), "at an unknown time"),
]


@pytest.mark.parametrize(("span", "said"), ONE_UNIT, ids=lambda value: value if isinstance(value, str) else "")
def test_one_unit_has_its_name(span: Span, said: str) -> None:
    assert say_span(span) == said


SEVERAL = [
    (days((1982, 5, 28), (1982, 5, 30)), "28–29 May 1982", "28 or 29 May 1982"),
    (days((1982, 5, 6), (1982, 5, 22)), "6–21 May 1982", "between 6 and 21 May 1982"),
    (days((1982, 4, 30), (1982, 5, 3)), "30 April – 2 May 1982", "between 30 April and 2 May 1982"),
    (days((1941, 12, 30), (1942, 1, 2)), "30 December 1941 – 1 January 1942", "between 30 December 1941 and 1 January 1942"),
    (Span(moment(2014, 3), moment(2014, 7), Grain.MONTH), "March–June 2014", "between March and June 2014"),
    (Span(moment(1914), moment(1919), Grain.YEAR), "1914–1918", "between 1914 and 1918"),
    (Span(moment(-430), moment(-402), Grain.YEAR), "431–404 BC", "between 431 and 404 BC"),
    (Span(moment(-26), moment(15), Grain.YEAR), "27 BC – AD 14", "between 27 BC and AD 14"),
    (Span(moment(1982, 4, 2), LATEST, Grain.DAY), "from 2 April 1982 on", "after 1 April 1982"),
    (Span(EARLIEST, moment(1982, 6, 15), Grain.DAY), "up to 14 June 1982", "before 15 June 1982"),
]


@pytest.mark.parametrize(("span", "lasting", "within"), SEVERAL, ids=lambda value: value if isinstance(value, str) else "")
def test_a_range_says_whether_it_lasts(span: Span, lasting: str, within: str) -> None:
    assert say_span(span, lasting=True) == lasting
    assert say_span(span) == within


def hours(start: tuple[int, ...], end: tuple[int, ...], grain: Grain) -> Span:
    return Span(moment(*start), moment(*end), grain)


EDGES = [
    (hours((-9998,), (1982, 5, 5, 4), Grain.PART_OF_DAY), "up to the night of 4–5 May 1982", "before 5 May 1982, 04:00"),
    (hours((1982, 5, 4, 20), (10000,), Grain.PART_OF_DAY), "from the night of 4–5 May 1982 on", "after 4 May 1982, 20:00"),
    (hours((-9998,), (1982, 5, 5, 12), Grain.PART_OF_DAY), "up to the morning of 5 May 1982",
     "before the afternoon of 5 May 1982"),
    (hours((1982, 4, 30, 18), (10000,), Grain.PART_OF_DAY), "from the evening of 30 April 1982 on",
     "after the afternoon of 30 April 1982"),
    (hours((-9998,), (1982, 5, 3, 12, 1), Grain.MINUTE), "up to 3 May 1982, 12:00", "before 3 May 1982, 12:01"),
    (hours((1981, 3), (10000,), Grain.SEASON), "from spring 1981 on", "after winter 1980–81"),
    (hours((-9998,), (1980,), Grain.DECADE), "up to the 1970s", "before the 1980s"),
    (hours((-9998,), (-499,), Grain.CENTURY), "up to the 6th century BC", "before the 5th century BC"),
    (hours((1982, 4, 30, 18), (1982, 5, 3, 12), Grain.PART_OF_DAY), "evening of 30 April 1982 – morning of 3 May 1982",
     "between the evening of 30 April 1982 and the morning of 3 May 1982"),
    (hours((1982, 5, 3, 12), (1982, 5, 4), Grain.PART_OF_DAY), "3 May 1982, 12:00–24:00", "3 May 1982, 12:00–24:00"),
    (hours((1982, 5, 4, 6), (1982, 5, 4, 9, 1), Grain.MINUTE), "4 May 1982, 06:00–09:00", "4 May 1982, 06:00–09:00"),
    (hours((1982, 5, 4), (1982, 5, 4, 6, 30), Grain.MINUTE), "4 May 1982, 00:00–06:29", "4 May 1982, before 06:30"),
    (hours((1982, 5, 4, 6, 31), (1982, 5, 5), Grain.MINUTE), "4 May 1982, 06:31–24:00", "4 May 1982, after 06:30"),
    (hours((1982, 5, 4, 0, 1), (1982, 5, 5), Grain.MINUTE), "4 May 1982, 00:01–24:00", "4 May 1982"),
    (hours((1982, 5, 3, 11), (1982, 5, 5, 11), Grain.DAY), "3 May 1982, 11:00 – 5 May 1982, 11:00",
     "between 3 May 1982, 11:00 and 5 May 1982, 11:00"),
    (hours((1982, 5, 1), (1982, 5, 3), Grain.DAY), "1–2 May 1982", "weekend of 1–2 May 1982"),
    (hours((1882, 5, 6), (1882, 5, 8), Grain.DAY), "6–7 May 1882", "6 or 7 May 1882"),
]  # fmt: skip


@pytest.mark.parametrize(("span", "lasting", "within"), EDGES, ids=lambda value: value if isinstance(value, str) else "")
def test_parts_of_days_and_open_sides_have_their_names(span: Span, lasting: str, within: str) -> None:
    assert say_span(span, lasting=True) == lasting
    assert say_span(span) == within


def test_short_months() -> None:
    assert say_span(days((1982, 4, 2), (1982, 6, 15)), lasting=True, short=True) == "2 Apr – 14 Jun 1982"


def test_a_resolved_date_says_how_it_is_known() -> None:
    passage = Passage("d", 0, 1)
    assert say_when(about_day(1982, 5, 24).at(passage)) == "c. 24 May 1982"
    assert say_when(on_day(1982, 4, 9, certainty=Certainty.GUESSED).at(passage)) == "perhaps 9 April 1982"
    assert say_when(on_day(1982, 4, 9, span=None, phrase="one day").at(passage)) == "one day"


@pytest.mark.parametrize(("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st"), (112, "112th")])
def test_ordinals(number: int, said: str) -> None:
    assert ordinal(number) == said


@given(st.integers(EARLIEST, LATEST - 2), st.sampled_from(list(Grain)), st.booleans())
def test_every_span_can_be_said_and_names_its_year(at: int, grain: Grain, lasting: bool) -> None:
    # Neither side may be open, and the calendar's first and last minute are: there the span begins a minute later.
    start = max(floor(at, grain), EARLIEST + 1)
    span = Span(start, max(min(shift(floor(at, grain), 1, grain), LATEST - 1), start + 1), grain)
    said = say_span(span, lasting=lasting)
    assert said
    if grain <= Grain.MONTH:
        year = civil(span.end - 1)[0]
        assert say_year(year) in said or say_year(civil(start)[0]) in said


@given(st.integers(EARLIEST + 1, LATEST - 1), st.sampled_from(list(Grain)), st.booleans(), st.booleans())
def test_open_sides_can_be_said_and_name_the_year_of_the_edge(at: int, grain: Grain, lasting: bool, before: bool) -> None:
    edge = min(max(floor(at, grain), EARLIEST + 1), LATEST - 1)
    said = say_span(Span(EARLIEST, edge, grain) if before else Span(edge, LATEST, grain), lasting=lasting)
    assert said.startswith(("up to ", "before ") if before else ("from ", "after "))
    assert said.endswith(" on") == (not before and lasting)
    if grain <= Grain.MONTH:
        years = {civil(edge)[0], civil(edge - 1)[0]}
        assert any(say_year(year) in said for year in years)
