"""Times on the clock of another zone, for those whose own zone the text names; days and what is coarser stay as they are."""

from __future__ import annotations

from dataclasses import replace

from timeline.chronology.chronology import Chronology
from timeline.chronology.clocks import has_zone
from timeline.model import Event, ResolvedDate
from timeline.spans import Span

__all__ = ["has_zone", "in_zone", "moved_to", "on_clock", "say_offset", "zones"]


def zones(chronology: Chronology) -> tuple[int, ...]:
    """The zones that times of these events are told in, as minutes east of UTC, from west to east."""
    table = chronology.whole.columns.table
    return tuple(sorted(set(table.zone_offsets[chronology.picked.mask[table.zone_rows]].tolist())))


def in_zone(chronology: Chronology, offset: int | None) -> Chronology:
    """The same events with their times on one clock, `offset` minutes east of UTC; as they are told for None.

    Only for looking at: values and filters speak of the clock of the text.
    """
    if offset is None:
        return chronology
    return replace(chronology, events={id: moved_to(event, offset) for id, event in chronology.events.items()})


def moved_to(event: Event, offset: int) -> Event:
    """An event with its times on one clock; the very same one when none of them has a known zone."""
    if not any(has_zone(claim) for claim in event.claims):
        return event
    return replace(event, claims=tuple(on_clock(claim, offset) for claim in event.claims))


def on_clock(date: ResolvedDate, offset: int) -> ResolvedDate:
    """A time on the clock of another zone; anything else as it is."""
    if not has_zone(date) or date.span is None or date.offset is None:
        return date
    by = offset - date.offset
    return date._replace(span=Span(date.span.start + by, date.span.end + by, date.span.grain), offset=offset)


def say_offset(offset: int) -> str:
    """ "UTC", "UTC+05:30", "UTC−03:00"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '−'}{hours:02d}:{minutes:02d}"
