"""The mentions of a text in a language whose sentences are not read: every sentence that names its time, in its own words.

Who did what to whom is not looked for there: a guess by the words of another language would only mislead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from timeline.events.dating import of_writing
from timeline.events.titles import LONGEST
from timeline.model import DateType, Document, Kind, Mention, Passage, ResolvedDate, content_id
from timeline.text.sentences import sentences

READ: Final = frozenset({"en"})  # the languages of data/events
_ENDS: Final = frozenset(".!?\"”’“»')")


def dated_sentences(document: Document, dates: Sequence[ResolvedDate]) -> list[Mention]:
    """One mention of kind OTHER, without actors, for each sentence with a date that has a place, in text order."""
    placed = [date for date in dates if _places(date) and not of_writing(document, date)]
    starts = [date.expression.passage.start for date in placed]
    found = []
    for start, end in sentences(document.text):
        here = placed[bisect_left(starts, start) : bisect_left(starts, end)]
        # A heading or a caption names a time, but tells nothing.
        if here and document.text[end - 1] in _ENDS:
            when = min(here, key=lambda date: (date.span.grain if date.span else 0, date.expression.passage.start))
            passage = Passage(document.id, start, end)
            title = _title(document.text[start:end])
            found.append(Mention(content_id("m", document.id, start, end), passage, title, Kind.OTHER, when))
    return found


def _places(date: ResolvedDate) -> bool:
    return date.span is not None and date.expression.type in (DateType.DATE, DateType.TIME)


def _title(words: str) -> str:
    """The sentence on one line, cut between words where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:–— ") + "…"
