"""Which stretch of time a picture shows when nobody chose one: all its events, with room at both ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.figure.encodings import placed
from timeline.model import Event
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, shift

_PADDING: Final = 0.03
_LEAST_GRAINS: Final = 10


def extent(events: Iterable[Event]) -> tuple[Moment, Moment]:
    """The moments a picture of `events` runs from and to; the 1970s when none of them is dated.

    A lone day gets some days about it, a lone year some years, so that a mark has something to stand against.
    """
    starts: list[Moment] = []
    ends: list[Moment] = []
    finest = Grain.MILLENNIUM
    for event in events:
        if event.span is None:
            continue
        closed = placed(event) or [event.span]
        starts += [span.start for span in closed if not span.open_start] or [span.end for span in closed if not span.open_end]
        ends += [span.end for span in closed if not span.open_end] or [span.start for span in closed if not span.open_start]
        finest = min(finest, *(span.grain for span in closed))
    if not starts:
        return 0, 3650 * MINUTES_A_DAY
    start, end = min(starts), max(ends)
    room = max(int((end - start) * _PADDING), (shift(0, _LEAST_GRAINS, finest) - (end - start)) // 2, 1)
    return max(EARLIEST, start - room), min(LATEST, end + room)
