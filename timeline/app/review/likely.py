"""Which events another one may be the same as: those told in like words and near in time first; or those with words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import nsmallest
from typing import Final

from timeline.chronology import Chronology, Query
from timeline.model import Event
from timeline.spans import MINUTES_A_DAY

OFFERED: Final = 40
REACH: Final = 4000  # events before and after it that are looked at: a menu must not wait for a million
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NEVER: Final = 10**9


def likely(whole: Chronology, event: Event, holding: str = "") -> list[Event]:
    """The events most likely the same as one, the likeliest first; with words, of those that hold them."""
    words = _words(event)
    around = (other for other in _around(whole, event, holding) if other.id != event.id)
    return nsmallest(OFFERED, around, key=lambda other: _distance(event, words, other))


def _around(whole: Chronology, event: Event, holding: str) -> Iterator[Event]:
    at = whole.columns.row_of(event.id) or 0
    if not holding:
        yield from whole.listed[max(0, at - REACH) : at + REACH]
        return
    found = whole.select(Query(words=holding)).picked
    at = int(found.rows.searchsorted(at))
    yield from found[max(0, at - REACH) : at + REACH]


def _words(event: Event) -> set[str]:
    return set(_WORD.findall(event.title.casefold()))


def _distance(event: Event, words: set[str], other: Event) -> float:
    """Days apart, an order of magnitude nearer for every word or actor they share."""
    if event.span is None or other.span is None:
        days = _NEVER
    else:
        apart = max(event.span.start, other.span.start) - min(event.span.end, other.span.end)
        days = max(0, apart) // MINUTES_A_DAY
    actors = {part.actor for part in event.actors} & {part.actor for part in other.actors}
    return float(days + 1) / 10.0 ** (len(words & _words(other)) + len(actors))
