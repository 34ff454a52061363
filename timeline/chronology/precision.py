"""How narrowly an event is placed, as groups a reader can choose from."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from timeline.model import ResolvedDate
from timeline.spans import MINUTES_A_DAY, Grain


class Precision(StrEnum):
    """To the day or finer, within two weeks, a month, a year, or more loosely."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    Precision.DAY: "To the day",
    Precision.WEEK: "Within two weeks",
    Precision.MONTH: "Within a month",
    Precision.YEAR: "Within a year",
    Precision.LONGER: "More loosely",
}
_WITHIN_DAYS: Final = ((1, Precision.DAY), (14, Precision.WEEK), (31, Precision.MONTH), (366, Precision.YEAR))
_GRAINS: Final = (
    (Grain.DAY, Precision.DAY),
    (Grain.WEEK, Precision.WEEK),
    (Grain.MONTH, Precision.MONTH),
    (Grain.YEAR, Precision.YEAR),
)


def precision_of(when: ResolvedDate) -> Precision | None:
    """The group of a date; None without a span.

    A lasting span is as precise as its ends, however long it is; any other is as precise as it is short.
    """
    span = when.span
    if span is None:
        return None
    if span.open_start or span.open_end:
        return Precision.LONGER
    if when.lasting:
        return next((group for grain, group in _GRAINS if span.grain <= grain), Precision.LONGER)
    days = (span.end - span.start) / MINUTES_A_DAY
    return next((group for within, group in _WITHIN_DAYS if days <= within), Precision.LONGER)
