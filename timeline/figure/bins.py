"""How many events fall where: each event spread over the bins it may lie in, what is certain apart from what is not.

Counting by first days would pile every "in May" onto 1 May. Here an event of a month weighs in each bin by the share of the
month that lies in it, so the bins add up to the number of events, and no peak is made by a lack of knowledge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.encodings import placed
from timeline.figure.view import extent
from timeline.model import Certainty, Event
from timeline.spans import Grain, Moment, Span, civil, floor, moment, shift

_UNITS: Final = (
    (Grain.MINUTE, 1, "minute"),
    (Grain.MINUTE, 15, "quarter of an hour"),
    (Grain.HOUR, 1, "hour"),
    (Grain.HOUR, 6, "six hours"),
    (Grain.DAY, 1, "day"),
    (Grain.WEEK, 1, "week"),
    (Grain.MONTH, 1, "month"),
    (Grain.QUARTER, 1, "quarter"),
    (Grain.YEAR, 1, "year"),
    (Grain.YEAR, 2, "two years"),
    (Grain.YEAR, 5, "five years"),
    (Grain.DECADE, 1, "decade"),
    (Grain.YEAR, 20, "twenty years"),
    (Grain.YEAR, 50, "fifty years"),
    (Grain.CENTURY, 1, "century"),
    (Grain.YEAR, 500, "five centuries"),
    (Grain.MILLENNIUM, 1, "millennium"),
)


@dataclass(frozen=True, slots=True)
class Bins:
    """`edges` are n + 1 moments; `certain` and `unsure` hold n weights each, which sum to the number of events in range."""

    edges: tuple[Moment, ...]
    certain: tuple[float, ...]
    unsure: tuple[float, ...]
    unit: str

    @property
    def words(self) -> str:
        return f"events per {self.unit}"

    @property
    def highest(self) -> float:
        return max((sure + pale for sure, pale in zip(self.certain, self.unsure, strict=True)), default=0.0)


def overview(chronology: Chronology, span: Span | None = None, bins: int = 60) -> Bins:
    """The events of a selection over `span` (by default all of it) in about `bins` calendar units."""
    start, end = (span.start, span.end) if span else extent(chronology.events.values())
    return spread(chronology.events.values(), start, end, bins)


def spread(events: Iterable[Event], start: Moment, end: Moment, bins: int) -> Bins:
    """The events' weights in about `bins` calendar units that cover `start` to `end`."""
    events = list(events)
    finest = min((event.span.grain for event in events if event.span), default=Grain.MINUTE)
    edges, unit = _edges(start, end, bins, min(finest, Grain.DAY))
    certain, unsure = [0.0] * (len(edges) - 1), [0.0] * (len(edges) - 1)
    for event in events:
        stretches, lasting = _stretches(event, edges[0], edges[-1])
        for stretch_start, stretch_end, weight in stretches:
            first = max(0, bisect_right(edges, stretch_start) - 1)
            sure = lasting or (len(stretches) == 1 and stretch_start >= edges[first] and stretch_end <= edges[first + 1])
            into = certain if sure else unsure
            for place in range(first, len(edges) - 1):
                if edges[place] >= stretch_end:
                    break
                overlap = min(stretch_end, edges[place + 1]) - max(stretch_start, edges[place])
                into[place] += weight * overlap / (stretch_end - stretch_start)
    return Bins(edges, tuple(certain), tuple(unsure), unit)


def _edges(start: Moment, end: Moment, bins: int, finest: Grain) -> tuple[tuple[Moment, ...], str]:
    """Bins finer than any date is known would only say that nothing is sure, so none is finer than `finest`."""
    aim = (end - start) / max(1, bins)
    units = [unit for unit in _UNITS if unit[0] >= finest]
    grain, count, unit = min(units, key=lambda unit: abs(log(shift(0, unit[1] * 100, unit[0]) / 100 / aim)))
    at = moment(_year_floor(start, count)) if grain == Grain.YEAR else floor(start, grain)
    if grain == Grain.MINUTE:
        at = start - start % count
    elif grain == Grain.HOUR:
        at = start - start % (60 * count)
    edges = [at]
    while edges[-1] < end:
        edges.append(shift(edges[-1], count, grain))
    return tuple(edges), unit


def _year_floor(at: Moment, count: int) -> int:
    return civil(at)[0] // count * count


def _stretches(event: Event, first: Moment, last: Moment) -> tuple[list[tuple[Moment, Moment, float]], bool]:
    """Where an event may lie, as (start, end, weight) touching first..last, and whether it fills it rather than lies in it.

    A side that is open ends at the bins' edge: there is no telling how far it goes.
    """
    when = event.when
    if when is None or when.span is None:
        return [], False
    spans = placed(event) if event.disputed else [when.span]
    spans = spans or [when.span]
    weight = 1 / len(spans)
    found = []
    for span in spans:
        start = max(span.start, first) if span.open_start else span.start
        end = min(span.end, last) if span.open_end else span.end
        if start < last and end > first and start < end:
            found.append((start, end, weight))
    lasting = when.lasting and len(spans) == 1 and when.certainty is not Certainty.GUESSED
    return found, lasting
