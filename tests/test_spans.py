"""The calendar: round trips across the year 0, 1582 and leap days, and what floors, shifts and spans promise."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.spans import (
    EARLIEST,
    LATEST,
    Grain,
    Span,
    civil,
    days_in_month,
    exists,
    floor,
    is_leap,
    iso,
    iso_week,
    moment,
    parse_iso,
    shift,
    weekday,
)

moments = st.integers(EARLIEST, LATEST - 1)
inner_moments = st.integers(moment(-9000), moment(9000))
modern = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))
grains = st.sampled_from(list(Grain))
months_and_longer = st.sampled_from([grain for grain in Grain if grain >= Grain.MONTH])


@given(moments)
def test_a_moment_is_its_civil_date(at: int) -> None:
    assert moment(*civil(at)) == at


@given(moments)
def test_civil_dates_exist(at: int) -> None:
    year, month, day, hour, minute = civil(at)
    assert exists(year, month, day)
    assert 0 <= hour < 24
    assert 0 <= minute < 60


@given(modern)
def test_agrees_with_datetime(known: datetime) -> None:
    at = moment(known.year, known.month, known.day, known.hour, known.minute)
    assert at == (known - datetime(1970, 1, 1)).days * 1440 + known.hour * 60 + known.minute
    assert weekday(at) == known.weekday()
    assert iso_week(at) == known.isocalendar()[:2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((-1, 12, 31), (0, 1, 1)),
        ((0, 12, 31), (1, 1, 1)),
        ((0, 2, 29), (0, 3, 1)),
        ((1582, 10, 4), (1582, 10, 5)),
        ((1900, 2, 28), (1900, 3, 1)),
        ((2000, 2, 29), (2000, 3, 1)),
        ((-4, 2, 29), (-4, 3, 1)),
    ],
)
def test_days_follow_each_other(before: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    assert moment(*after) - moment(*before) == 1440


def test_leap_years_run_through_the_year_zero() -> None:
    assert [year for year in range(-8, 9) if is_leap(year)] == [-8, -4, 0, 4, 8]
    assert not is_leap(-100)
    assert is_leap(-400)


@given(inner_moments, st.integers(-1000, 1000), st.sampled_from([Grain.DAY, Grain.WEEK, Grain.HOUR]))
def test_shifting_by_days_comes_back(at: int, count: int, grain: Grain) -> None:
    assert shift(shift(at, count, grain), -count, grain) == at


@given(inner_moments, st.integers(-500, 500), months_and_longer)
def test_shifting_by_months_keeps_the_day_or_the_month_end(at: int, count: int, grain: Grain) -> None:
    count = count % 5 if grain >= Grain.CENTURY else count % 80 if grain == Grain.DECADE else count
    year, month, day = civil(shift(at, count, grain))[:3]
    assert day == min(civil(at)[2], days_in_month(year, month))


@given(inner_moments, grains)
def test_a_floor_is_at_or_before_and_is_its_own(at: int, grain: Grain) -> None:
    start = floor(at, grain)
    assert start <= at
    assert floor(start, grain) == start


@given(inner_moments, grains)
def test_the_grain_around_a_moment_holds_it_and_meets_the_next(at: int, grain: Grain) -> None:
    span = Span.around(at, grain)
    assert span.start <= at < span.end
    assert Span.around(span.end, grain).start == span.end


@given(moments)
def test_iso_reads_what_it_writes(at: int) -> None:
    assert parse_iso(iso(at)) == Span.around(at, Grain.DAY)
    assert parse_iso(iso(at, with_time=True)) == Span.around(at, Grain.MINUTE)


@pytest.mark.parametrize("text", ["1900-02-29", "2026-13", "2026-00-01", "2026-01-01T24:00", "12 May", "", "20260101"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an ISO 8601 date|no such"):
        parse_iso(text)


@given(inner_moments, inner_moments, inner_moments, inner_moments)
def test_within_is_overlap_and_more(a: int, b: int, c: int, d: int) -> None:
    one, other = (Span(min(x, y), max(x, y) + 1, Grain.MINUTE) for x, y in ((a, b), (c, d)))
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.within(other) or one.overlaps(other)
    assert one.overlaps(other) == bool(max(one.start, other.start) < min(one.end, other.end))


def test_a_span_must_have_a_length() -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Span(5, 5, Grain.MINUTE)


def test_open_sides_have_no_day() -> None:
    before = Span(EARLIEST, moment(1942), Grain.YEAR)
    assert (before.earliest(), before.latest()) == (None, "1941-12-31")
    after = Span(moment(1943), LATEST, Grain.YEAR)
    assert (after.earliest(), after.latest()) == ("1943-01-01", None)


def test_the_parts_named_give_the_grain() -> None:
    assert Span.of(1942).grain == Grain.YEAR
    assert Span.of(1942, 10) == Span(moment(1942, 10), moment(1942, 11), Grain.MONTH)
    assert Span.of(1942, 12).end == moment(1943)
    assert Span.of(-479, 9, 20).earliest() == "-0479-09-20"
    assert Span.of(2026, 3, 7, 6, 29).latest() == "2026-03-07T06:29"
