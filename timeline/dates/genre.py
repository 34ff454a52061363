"""Whether a text tells a story or reports news, read off its own dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.dates.find import Found
from timeline.model import Document, Known

_FEW: Final = 2
_MANY: Final = 8
_OF_NEWS: Final = frozenset({"weekday", "day_word", "ago"})


def is_narrative(found: Sequence[Found], document: Document) -> bool:
    """True when its dates lie mostly away from the day it was written, or that day is not known.

    Weekdays, "yesterday" and years within one of that day speak for news, other years for a story. News often names a few
    years past, and a history of the present some near ones, so a story must outnumber by more where there is little to go by.
    A file's own day is no evidence: where it is all that is known, any year away from it speaks louder.
    """
    if document.written is None:
        return True
    written = document.written.span.year
    far = near = 0
    for each in found:
        year = _year_of(each.ends) if each.ends and "year" not in each.slots else each.slots.get("year")
        if "era" in each.slots or (isinstance(year, int) and abs(year - written) > 1):
            far += 1
        elif isinstance(year, int) or _of_news(each):
            near += 1
    if document.written.known is Known.ASSUMED:
        return far > near
    return (far >= _FEW and far > 4 * near) or (far >= _MANY and far > 1.5 * near)


def _of_news(found: Found) -> bool:
    """Whether an expression, or one inside it, is such as news has: "dawn on Thursday, 24 February"."""
    if found.meaning in _OF_NEWS or "weekday" in found.slots:
        return True
    return any(map(_of_news, (part for part in found.slots.values() if isinstance(part, Found))))


def _year_of(ends: tuple[Found, Found]) -> int | None:
    """The year a range names: 1942 in "1942-3" and in "5 to 9 May 1942"."""
    years = [year for end in ends if isinstance(year := end.slots.get("year"), int)]
    return max(years, default=None)
