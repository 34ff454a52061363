"""Times on the clock of another zone, for those whose own zone the text names; days and what is coarser stay as they are."""

from __future__ import annotations

from dataclasses import replace

from timeline.chronology.chronology import Chronology
from timeline.model import Event, ResolvedDate
from timeline.spans import Grain, Span


def zones(chronology: Chronology) -> tuple[int, ...]:
    """The zones that times of these events are told in, as minutes east of UTC, from west to east."""
    claims = (claim for event in chronology.events.values() for claim in event.claims)
    return tuple(sorted({claim.offset for claim in claims if claim.offset is not None and has_zone(claim)}))


def has_zone(date: ResolvedDate) -> bool:
    """Whether a date is a time whose zone is known."""
    span = date.span
    return date.offset is not None and span is not None and span.grain < Grain.DAY and not (span.open_start or span.open_end)


def in_zone(chronology: Chronology, offset: int | None) -> Chronology:
    """The same events with their times on one clock, `offset` minutes east of UTC; as they are told for None.

    Only for looking at: values and filters speak of the clock of the text.
    """
    if offset is None:
        return chronology
    return replace(chronology, events={id: _moved(event, offset) for id, event in chronology.events.items()})


def _moved(event: Event, offset: int) -> Event:
    if not any(has_zone(claim) for claim in event.claims):
        return event
    return replace(event, claims=tuple(on_clock(claim, offset) for claim in event.claims))


def on_clock(date: ResolvedDate, offset: int) -> ResolvedDate:
    """A time on the clock of another zone; anything else as it is."""
    if not has_zone(date) or date.span is None or date.offset is None:
        return date
    by = offset - date.offset
    return replace(date, span=Span(date.span.start + by, date.span.end + by, date.span.grain), offset=offset)


def say_offset(offset: int) -> str:
    """ "UTC", "UTC+05:30", "UTC−03:00"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '−'}{hours:02d}:{minutes:02d}"
