"""Entries: in a diary, a log or a chronicle, "today" and "last night" count from the date at the head of their entry.

    22 June 1941
    Molotov spoke at noon. The Germans crossed the border this morning.

    - 18 August: a convoy was looted; the escort had left the night before

One such line is no chronicle: there are two at least.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from timeline.dates.find import Found
from timeline.model import Passage

_FEWEST: Final = 2
_OPENING: Final = re.compile(r"[ \t]*(?:[-*•·+|#>]+[ \t]*)*(?:\*\*|__|\()?")
_ALONE: Final = re.compile(r"[ \t]*[*_:.)]*[ \t]*(?=\n|\Z)")
_RUN_IN: Final = re.compile(r"[*_)]*(?:[.:|]|[ \t]*[–—-])[*_]*[ \t]+\S|[*_)]*[ \t]+\|")
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")


def entries(found: Iterable[Found], text: str, dateline: Passage | None) -> Mapping[int, int]:
    """Where the entry of a date ends, by the offset of the date at its head; empty for a text that has none.

    An entry under a line of its own goes on to the next date at a head, one that follows its date to the end of the paragraph.
    """
    heads = [(each, alone) for each in found if (alone := _heads(each, text)) is not None and not _within(each, dateline)]
    if len(heads) < _FEWEST:
        return {}
    ends = [each.start for each, _ in heads[1:]] + [len(text)]
    return {
        each.start: end if alone else min(end, _paragraph(text, each.end))
        for (each, alone), end in zip(heads, ends, strict=True)
    }


def _heads(found: Found, text: str) -> bool | None:
    """True for a date that is a line, False for one that a line begins with, None for every other."""
    if found.ends or not (_is_day(found) or found.meaning == "written_date"):
        return None
    line = text.rfind("\n", 0, found.start) + 1
    if not _OPENING.fullmatch(text, line, found.start):
        return None
    if _ALONE.match(text, found.end):
        return True
    return False if _RUN_IN.match(text, found.end) else None


def _is_day(found: Found) -> bool:
    return found.meaning == "calendar" and "month" in found.slots and not found.slots.keys().isdisjoint(("day", "ordinal"))


def _within(found: Found, passage: Passage | None) -> bool:
    return passage is not None and found.start < passage.end and passage.start < found.end


def _paragraph(text: str, at: int) -> int:
    end = _PARAGRAPH.search(text, at)
    return end.start() if end else len(text)
