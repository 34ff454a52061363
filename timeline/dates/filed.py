"""The day a report was filed, where its own first line gives one a little before the day written.

    JERUSALEM, Nov. 4 -- The prime minister was shot here tonight.

A paper prints on the fifth what was filed on the fourth: "tonight" and "Monday" count from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from timeline.dates.find import Found
from timeline.model import Anchor, Document, Known
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, exists, floor

_HEAD: Final = 300  # characters in which a dateline stands
_LATEST: Final = 4  # days from filing to print
_PLACE: Final = re.compile(
    r"(?:\([^\W\d_]+\)\s*)?[^\W\da-z_][^\W\da-z_ .'’/-]*(?:[ .'’/-]+[^\W\da-z_]+)*\.?(?:,[^,\d\n]{2,30})?,\s?(?:\()?"
)
_REST: Final = re.compile(r"\.?\)?,?\s*(?:[(/][^()/\n]{2,30}[)/])?\s*(?:--|[-–—:])\s")


def filed(found: Iterable[Found], document: Document) -> int | None:
    """The offset of the day in a dateline that lies before the day written; None where there is none."""
    written, text = document.written, document.text
    if written is None or written.known is Known.ASSUMED:
        return None
    for each in found:
        if each.start > _HEAD:
            return None
        if each.meaning == "calendar" and _in_dateline(text, each.start, each.end):
            return each.start if _is_before(each, written.span) else None
    return None


def printed(day: Anchor, document: Document) -> Moment | None:
    """The day of print of a report filed on the day told at its head: "LOMA, July 13 -- ... said on Thursday", the 14th."""
    written, passage = document.written, day.passage
    if written is None or passage is None or passage.start > _HEAD:
        return None
    if not _in_dateline(document.text, passage.start, passage.end):
        return None  # an entry of a diary, which tells of no day after its own
    print_day = floor(written.span.start, Grain.DAY)
    return print_day if 0 < print_day - day.span.start < _LATEST * MINUTES_A_DAY else None


def _in_dateline(text: str, start: int, end: int) -> bool:
    """Whether a day stands between a place and the dash before a report: "JERUSALEM, [Nov. 4] -- "."""
    line = text.rfind("\n", 0, start) + 1
    return bool(_PLACE.fullmatch(text, line, start) and _REST.match(text, end))


def _is_before(found: Found, written: Span) -> bool:
    """Whether a day of a month is a few days before another."""
    month, day = found.slots.get("month"), found.slots.get("day")
    years = [found.slots["year"]] if "year" in found.slots else [written.year, written.year - 1]
    if not isinstance(month, int) or not isinstance(day, int):
        return False
    starts = [Span.of(year, month, day).start for year in years if isinstance(year, int) and exists(year, month, day)]
    return any(0 < written.start - start < _LATEST * MINUTES_A_DAY for start in starts)
