"""The axis at every scale."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.lettering import width
from timeline.figure.picture import Tick
from timeline.figure.ticks import SIZE, ticks
from timeline.spans import EARLIEST, LATEST, Moment, moment

ROOM = 800.0


def labels(start: Moment, end: Moment, *, upper: bool) -> list[str]:
    return [tick.label for tick in ticks(start, end, ROOM) if tick.label and tick.upper is upper]


HALF_HOURS = [f"{hour:02d}:{minute}" for hour in range(6) for minute in ("00", "30")]
HALF_YEAR = ["November", "December", "January", "February", "March", "April"]


@pytest.mark.parametrize(
    ("start", "end", "upper", "lower"),
    [
        (moment(1982, 5, 4), moment(1982, 5, 4, 6), ["Tue 4 May 1982"], HALF_HOURS),
        (moment(1982, 5, 3, 18), moment(1982, 5, 5), ["Mon 3 May 1982", "Tue 4 May"],
         ["18:00", "21:00", "00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]),
        (moment(1982, 4, 28), moment(1982, 5, 5), ["April 1982", "May"],
         ["Wed 28", "Thu 29", "Fri 30", "Sat 1", "Sun 2", "Mon 3", "Tue 4"]),
        (moment(1982, 4, 1), moment(1982, 6, 1), ["April 1982", "May"], ["5", "12", "19", "26", "3", "10", "17", "24"]),
        (moment(1981, 11, 1), moment(1982, 5, 1), ["1981", "1982"], HALF_YEAR),
        (moment(-479, 11), moment(-478, 5), ["480 BC", "479 BC"], HALF_YEAR),
        (moment(1979), moment(1983), ["1979", "1980", "1981", "1982"], ["Jan", "Apr", "Jul", "Oct"] * 4),
        (moment(1900), moment(2000), [], [str(year) for year in range(1900, 2000, 10)]),
        (moment(-4), moment(6), [], ["5 BC", "4 BC", "3 BC", "2 BC", "1 BC", "AD 1", "AD 2", "AD 3", "AD 4", "AD 5"]),
        (moment(-99), moment(100), [],
         ["100 BC", "80 BC", "60 BC", "40 BC", "20 BC", "AD 1", "AD 20", "AD 40", "AD 60", "AD 80"]),
        (moment(-9000), moment(1990), [], [f"{n}000 BC" for n in range(9, 0, -1)] + ["AD 1", "1000"]),
    ],
)  # fmt: skip
def test_labels_are_those_a_reader_expects(start: Moment, end: Moment, upper: list[str], lower: list[str]) -> None:
    assert labels(start, end, upper=True) == upper
    assert labels(start, end, upper=False) == lower


spans = st.builds(
    lambda start, length: (start, min(start + length, LATEST)),
    st.integers(EARLIEST, LATEST - 10_000),
    st.one_of(st.integers(30, 5_000), st.integers(5_000, 5_000_000), st.integers(5_000_000, LATEST - EARLIEST)),
)


@given(spans, st.floats(300, 2400))
def test_labels_never_run_into_each_other(span: tuple[Moment, Moment], room: float) -> None:
    start, end = span
    made = ticks(start, end, room)
    assert all(start <= tick.at <= end for tick in made)
    for upper in (True, False):
        row = [tick for tick in made if tick.label and tick.upper is upper]
        for tick, after in pairwise(row):
            assert _right(tick, room, span) <= (after.at - start) * room / (end - start)


@given(spans, st.floats(300, 2400))
def test_there_is_always_a_date_to_read_but_never_a_year_0(span: tuple[Moment, Moment], room: float) -> None:
    made = ticks(*span, room)
    assert any(tick.label for tick in made)
    assert len(made) <= room / 10
    assert not any(tick.label in ("0", "0 BC", "AD 0") or tick.label.endswith(" 0") for tick in made)


def _right(tick: Tick, room: float, span: tuple[Moment, Moment]) -> float:
    return (tick.at - span[0]) * room / (span[1] - span[0]) + width(tick.label, SIZE, bold=tick.upper)
