"""Whether a text tells a story or reports news, read off its own dates."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.find import Found
from timeline.model import Document


def is_narrative(found: Sequence[Found], document: Document) -> bool:
    """True when most of the years it names lie away from the year it was written in, or that day is not known."""
    if document.written is None:
        return True
    year = document.written.span.year
    named = [each.slots["year"] for each in found if isinstance(each.slots.get("year"), int)]
    named = [number for number in named if number > 99]
    far = [number for number in named if abs(number - year) > 1]
    return len(far) >= 2 and len(far) > len(named) / 2
