"""Which dates stand on a clock whose zone the text names."""

from __future__ import annotations

from timeline.model import ResolvedDate
from timeline.spans import Grain


def has_zone(date: ResolvedDate) -> bool:
    """Whether a date is a time whose zone is known."""
    span = date.span
    return date.offset is not None and span is not None and span.grain < Grain.DAY and not (span.open_start or span.open_end)
