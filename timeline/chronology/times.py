"""When some events were, as arrays: what axes, bins and windows are worked out from, however many events there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from timeline.chronology.table import CERTAINTIES, Mask, Numbers, Table, table_of
from timeline.model import Certainty, Event
from timeline.spans import EARLIEST, LATEST


@dataclass(frozen=True)
class Times:
    """The claims of `height` events: `rows` are theirs, in order, and of each the best claim comes first.

    `lasting` and `guessed` are said of the best claim; starts and ends are moments, grains numbers.
    """

    height: int
    rows: Numbers
    starts: Numbers
    ends: Numbers
    grains: Numbers
    lasting: Mask
    guessed: Mask
    disputed: Mask

    @classmethod
    def of(cls, events: Iterable[Event]) -> Times:
        return cls.from_table(table_of(events, {}, {}))

    @classmethod
    def from_table(cls, table: Table) -> Times:
        guessed = table.certainty == CERTAINTIES.index(Certainty.GUESSED)
        claims = (table.claim_rows, table.claim_starts, table.claim_ends, table.claim_grains)
        return cls(table.height, *claims, table.lasting, guessed, table.disputed)

    def taken(self, rows: Numbers) -> Times:
        """Those of some rows, in the same order."""
        if len(rows) == self.height:
            return self
        first, counts = self._claims_of
        how_many = counts[rows]
        found = np.repeat(np.arange(len(rows)), how_many)
        # The claims of a row stand side by side: the first one, and as many steps on as there are.
        kept = np.repeat(first[rows] - (np.cumsum(how_many) - how_many), how_many) + np.arange(len(found))
        claims = (found, self.starts[kept], self.ends[kept], self.grains[kept])
        return Times(len(rows), *claims, self.lasting[rows], self.guessed[rows], self.disputed[rows])

    @cached_property
    def _claims_of(self) -> tuple[Numbers, Numbers]:
        """Where the claims of each event begin, and how many they are."""
        counts = np.bincount(self.rows, minlength=self.height)
        return np.cumsum(counts) - counts, counts

    @cached_property
    def best(self) -> Mask:
        """The claims an event is drawn by."""
        return np.concatenate([[True], self.rows[1:] != self.rows[:-1]]) if len(self.rows) else np.zeros(0, bool)

    @cached_property
    def open_start(self) -> Mask:
        return np.asarray(self.starts <= EARLIEST)

    @cached_property
    def open_end(self) -> Mask:
        return np.asarray(self.ends >= LATEST)

    @cached_property
    def closed(self) -> Mask:
        """The claims whose both sides are known."""
        return ~(self.open_start | self.open_end)

    @cached_property
    def closed_count(self) -> Numbers:
        """How many closed claims each event has."""
        return np.bincount(self.rows[self.closed], minlength=self.height)

    @cached_property
    def dated(self) -> Mask:
        """The events that have a claim at all."""
        return self.any_of(self.best)

    def any_of(self, claims: Mask) -> Mask:
        """The events that have any of these claims."""
        found = np.zeros(self.height, bool)
        found[self.rows[claims]] = True
        return found
