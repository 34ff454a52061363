"""The order of events: by their start, by their known end where the start is open, the undated last."""

from __future__ import annotations

from tests.chronology.test_merging import telling
from tests.made_dates import before_year, on_day
from timeline.chronology.merge import event_of
from timeline.chronology.order import in_time
from timeline.model import Event, Kind, Mention, Passage
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment


def event(id: str, span: Span) -> Event:
    """An event of a span."""
    passage = Passage(f"d{id}", 0, 9)
    when = on_day(1982, 5, 5, span=span).at(passage)
    return event_of([Mention(id, passage, id, Kind.OTHER, when)])


def test_what_is_open_before_stands_by_its_known_end() -> None:
    day = Span.of(1982, 5, 5)
    expected = [
        event("mearly", Span.of(1982, 5, 4)),
        event("mbefore", Span(EARLIEST, day.start, Grain.DAY)),
        event("mday", day),
        event("mupto", Span(EARLIEST, day.end, Grain.DAY)),
        event("msince", Span(moment(1982, 5, 6), LATEST, Grain.DAY)),
        event("munknown", Span(EARLIEST, LATEST, Grain.YEAR)),
        event_of([telling("mundated", "")]),
    ]
    backwards = expected[::-1]
    assert [e.id for e in sorted(backwards, key=in_time)] == [e.id for e in expected]


def test_a_year_before_christ_is_no_open_side() -> None:
    passage = Passage("d", 0, 9)
    ancient = event("ma", Span.of(-479))
    before = event_of([Mention("mb", passage, "b", Kind.OTHER, before_year(-470).at(passage))])
    assert sorted([before, ancient], key=in_time) == [ancient, before]
