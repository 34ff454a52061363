"""The order of a chronology: by when things began or, where nobody says, by when they had happened at the latest."""

from __future__ import annotations

from timeline.model import Event

Place = tuple[int, int, int, str]


def in_time(event: Event) -> Place:
    """What events are sorted by: their start, then their end; those at an unknown time after them, the undated last.

    "Up to 5 May" stands after what happened on 5 May, "before 5 May" after what happened on the 4th: the latest is all that
    is known of them, and before all time is where nobody would look.
    """
    span = event.span
    if span is None:
        return 2, 0, 0, event.id
    if span.open_start:
        return int(span.open_end), span.end - 1, span.end, event.id
    return 0, span.start, span.end, event.id
