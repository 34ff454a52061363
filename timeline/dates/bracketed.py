"""A day whose year stands after a bracket: "7 November (25 October Old Style) 1917", "25 October [O.S. 12 October] 1917"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from timeline.dates.find import Found

_ASIDE: Final = re.compile(r"(?:(?<=[)\]])|\s?[(\[][^()\[\]\n]{1,60}[)\]]),?\s")


def with_years(found: Sequence[Found], text: str) -> list[Found]:
    """The expressions; a day without a year before a bracket, and those in the bracket, have the year that stands after it.

    That year is theirs: it moves no story on.
    """
    given = list(found)
    for at, each in enumerate(found):
        if not _lacks_year(each) or (aside := _ASIDE.match(text, each.end)) is None:
            continue
        after = next((other for other in found[at + 1 : at + 5] if other.start >= aside.end()), None)
        if after is None or after.start != aside.end() or after.meaning != "year" or "year" not in after.slots:
            continue
        for place in range(at, at + 5):
            if given[place].start >= after.start:
                given[place] = after._replace(slots={**after.slots, "of_day": True})
                break
            if _lacks_year(given[place]):
                given[place] = given[place]._replace(slots={**given[place].slots, "year": after.slots["year"]})
    return given


def _lacks_year(found: Found) -> bool:
    """Whether a day of a month has no year of its own."""
    day = found.slots.get("calendar") if found.meaning == "styled" else found
    return isinstance(day, Found) and day.meaning == "calendar" and "day" in day.slots and "year" not in day.slots
