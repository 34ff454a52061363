"""The selection as an iCalendar file (RFC 5545), for a calendar beside one's own.

A date known to the day or worse is an all-day entry from the first to the last day it may fall on, never a day picked out
of a month; a time is an entry on the clock of the text, in UTC where its zone is known. What a title alone would make too
certain (a period, an approximation, sources that differ) stands after it in brackets. Entries leave one's time free.

A calendar knows neither years before AD 1 nor days without an end: what it cannot hold is counted in its description.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.export.said import decided, differ, exact, headline, tellings, when, where, who
from timeline.figure.lettering import plain
from timeline.figure.printed import counts, filters
from timeline.model import Certainty, Event, ResolvedDate
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, civil

if TYPE_CHECKING:
    import icalendar

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def ics(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, folded at 75 octets, one VEVENT an event; the same selection gives the same bytes."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", "-//timeline//timeline//EN")
    calendar.add("version", "2.0")
    title = plain(chronology.title if options.title is None else options.title) or "Chronology"
    said = (*filters(chronology), counts(chronology), not_in_calendar(chronology))
    # Calendars read the older names, the standard knows the newer ones.
    for name, value in (("name", title), ("description", " · ".join(part for part in said if part))):
        for key in (name, f"x-wr-cal{name.replace('ription', '')}"):
            calendar.add(key, vText(value))
    for event in chronology.events.values():
        if event.when and event.span and _obstacle(event) is None:
            calendar.add_component(_entry(event, event.when, event.span, chronology))
    made: bytes = calendar.to_ical()
    return made


def not_in_calendar(chronology: Chronology) -> str:
    """ "3 of 40 events cannot stand in a calendar: 2 before AD 1, 1 undated."; "" when all of them can."""
    obstacles = Counter(said for event in chronology.events.values() if (said := _obstacle(event)))
    if not obstacles:
        return ""
    reasons = ", ".join(f"{number:,} {said}" for said, number in obstacles.most_common())
    return f"{obstacles.total():,} of {len(chronology.events):,} events cannot stand in a calendar: {reasons}."


def _obstacle(event: Event) -> str | None:
    span = event.span
    if span is None:
        return "undated"
    if span.open_start or span.open_end:
        return "open at one end"
    return "before AD 1" if span.year < 1 else None


def _entry(event: Event, drawn: ResolvedDate, span: Span, chronology: Chronology) -> icalendar.Event:
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", event.id)
    entry.add("dtstamp", _told_last(event, chronology))
    start, end = _bounds(span, drawn.offset)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", headline(event) + ("" if _says_all(event, drawn, span) else f" ({when(event)})"))
    entry.add("description", "\n".join(_description(event, chronology)))
    if places := where(event, chronology):
        entry.add("location", places)
    entry.add("categories", [event.kind.value.capitalize()])
    entry.add("status", "CONFIRMED" if drawn.certainty is Certainty.STATED and not event.disputed else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    exactly = {"edtf": drawn.edtf, "earliest": span.earliest(), "latest": span.latest(), "certainty": drawn.certainty.value}
    for name, value in exactly.items():
        entry.add(f"x-timeline-{name}", icalendar.vText(value or ""))
    return entry


def _says_all(event: Event, drawn: ResolvedDate, span: Span) -> bool:
    """Whether the entry's place in the calendar is the whole truth about its date."""
    one_day = span.grain <= Grain.DAY and span.end - span.start <= MINUTES_A_DAY
    return (one_day or drawn.lasting) and drawn.certainty is Certainty.STATED and not event.disputed


def _bounds(span: Span, offset: int | None) -> tuple[date, date]:
    """First and last: days, the end excluded; or minutes, in UTC when the text's `offset` from it is known."""
    if span.grain >= Grain.DAY:
        return _day(span.start), _day(span.end - 1) + timedelta(days=1)
    return _minute(span.start, offset), _minute(span.end, offset)


def _day(at: Moment) -> date:
    return date(*civil(at)[:3])


def _minute(at: Moment, offset: int | None) -> datetime:
    return datetime(*civil(at)) if offset is None else datetime(*civil(at - offset), tzinfo=UTC)


def _told_last(event: Event, chronology: Chronology) -> datetime:
    """When this was last said, which is what a calendar asks of every entry: the day its latest text was written."""
    texts = (chronology.documents.get(key) for key in event.documents)
    days = [text.written for text in texts if text and text.written and text.written.span.year >= 1]
    return max((_minute(known.span.start, known.offset or 0) for known in days), default=_NEVER)


def _description(event: Event, chronology: Chronology) -> list[str]:
    lines = [when(event), exact(event), who(event, chronology), differ(event, chronology), decided(event)]
    for telling in tellings(event, chronology):
        lines += ["", f"“{telling.quote}”", f"— {telling.origin}", f"Date read from {telling.why}"]
    return [line for place, line in enumerate(lines) if line or place > 4]
