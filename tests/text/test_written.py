from __future__ import annotations

import pytest

from timeline.errors import DateError
from timeline.model import Known
from timeline.text import written_on


@pytest.mark.parametrize(
    ("words", "earliest", "zone", "offset"),
    [
        ("2026-03-07", "2026-03-07", None, None),
        ("1982-05", "1982-05-01", None, None),
        ("1982", "1982-01-01", None, None),
        ("20260307", "2026-03-07", None, None),
        ("-0479-09-20", "-0479-09-20", None, None),
        ("2026-03-07T06:29", "2026-03-07T06:29", None, None),
        ("2026-03-07T06:29:30.123+05:30", "2026-03-07T06:29", "+05:30", 330),
        ("2026-03-07 06:29:30 -0400", "2026-03-07T06:29", "-0400", -240),
        ("2026-03-07T06:29Z", "2026-03-07T06:29", "UTC", 0),
        ("7 March 2026", "2026-03-07", None, None),
        ("Mar 07, 2026, 06:29 AM IST", "2026-03-07T06:29", "IST", 330),
    ],
)
def test_a_day_said_outright(words: str, earliest: str, zone: str | None, offset: int | None) -> None:
    written = written_on(words)
    assert (written.span.earliest(), written.zone, written.offset, written.known) == (earliest, zone, offset, Known.GIVEN)


@pytest.mark.parametrize("words", ["", "soon", "2026-02-30", "2026-13-01", "20260230", "2026-03-07T25:00", "31 April 1982"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(DateError, match="2026-03-07"):
        written_on(words)
