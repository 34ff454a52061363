"""What a walk through a document carries from sentence to sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from timeline.events.implied import Bound, Neighbour
from timeline.events.standing import Standing
from timeline.events.verbs import Lexicon
from timeline.model import DateType, Document, Known, Mention, Passage, ResolvedDate
from timeline.spans import MINUTES_A_DAY

_NEWS: Final = 31 * MINUTES_A_DAY  # how old what a report tells may be and still be its news


@dataclass
class Walk:
    """`dates` in text order with where they start, the dated happening last told, the last of them that is a report's news, and
    where the sentence before ended. `entry` is the day that heads what is told, as in a diary.
    """

    document: Document
    dates: Sequence[ResolvedDate]
    starts: Sequence[int]
    verbs: Lexicon
    near: Neighbour | None = None
    news: Neighbour | None = None
    entry: Neighbour | None = None
    standing: Standing = field(default_factory=Standing)
    chronicle: bool = False
    last: int = 0
    found: dict[Passage, Mention] = field(default_factory=dict)

    def tell(self, near: Neighbour) -> None:
        """Takes note of a dated happening for those that follow it."""
        self.near = near
        if self._is_news(near):
            self.news = near

    def begin(self, number: int, start: int) -> None:
        """A new paragraph of a report goes on with its news, not with the background told before: "He took power in 2020."."""
        near = self.near
        if near is None or self.news is None or self._is_news(near) or near.span.start > self.news.span.start:
            return
        if "\n" in self.document.text[near.passage.end : start]:
            self.near = replace(self.news, sentence=min(number - 1, near.sentence))

    def _is_news(self, near: Neighbour) -> bool:
        written = self.document.written
        return written is not None and written.known is not Known.ASSUMED and written.span.start - near.span.start < _NEWS

    def date_after(self, at: int) -> Bound | None:
        """The first placed date from an offset on."""
        for date in islice(self.dates, bisect_left(self.starts, at), None):
            if date.span and date.expression.type in (DateType.DATE, DateType.TIME):
                return date.span, date.certainty
        return None
