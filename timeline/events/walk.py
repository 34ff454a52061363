"""What a walk through a document carries from sentence to sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from timeline.events.implied import Bound, Neighbour
from timeline.events.standing import Standing
from timeline.events.verbs import Lexicon
from timeline.model import DateType, Document, Mention, Passage, ResolvedDate


@dataclass
class Walk:
    """`dates` in text order with where they start, the dated happening last told, and where the sentence before ended."""

    document: Document
    dates: Sequence[ResolvedDate]
    starts: Sequence[int]
    verbs: Lexicon
    near: Neighbour | None = None
    standing: Standing = field(default_factory=Standing)
    chronicle: bool = False
    last: int = 0
    found: dict[Passage, Mention] = field(default_factory=dict)

    def date_after(self, at: int) -> Bound | None:
        """The first placed date from an offset on."""
        for date in islice(self.dates, bisect_left(self.starts, at), None):
            if date.span and date.expression.type in (DateType.DATE, DateType.TIME):
                return date.span, date.certainty
        return None
