"""How many events fall where: each event spread over the bins it may lie in, what is certain apart from what is not.

Counting by first days would pile every "in May" onto 1 May. Here an event of a month weighs in each bin by the share of the
month that lies in it, so the bins add up to the number of events, and no peak is made by a lack of knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline.chronology.chronology import Chronology
from timeline.chronology.picked import times_of
from timeline.chronology.table import Mask, Numbers
from timeline.chronology.times import Times
from timeline.figure.view import extent
from timeline.model import Event
from timeline.spans import Grain, Moment, Span, civil, floor, moment, shift

Weights = NDArray[np.float64]

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
    start, end = (span.start, span.end) if span else extent(chronology.picked)
    return spread(chronology.picked, start, end, bins)


def spread(events: Iterable[Event], start: Moment, end: Moment, bins: int) -> Bins:
    """The events' weights in about `bins` calendar units that cover `start` to `end`."""
    times = times_of(events)
    finest = min(Grain(times.grains[times.best].min()), Grain.DAY) if times.best.any() else Grain.MINUTE
    edges, unit = _edges(start, end, bins, finest)
    at = np.array(edges)
    certain, unsure = (_weights(at, *stretches) for stretches in _stretches(times, at))
    return Bins(edges, tuple(certain.tolist()), tuple(unsure.tolist()), unit)


Stretches = tuple[Numbers, Numbers, Weights]


def _stretches(times: Times, edges: Numbers) -> tuple[Stretches, Stretches]:
    """Where events may lie, as starts, ends and weights: those that fill their stretch or one bin, and the others.

    A side that is open ends at the bins' edge: there is no telling how far it goes.
    """
    several = (times.disputed & (times.closed_count > 0))[times.rows]
    shown = np.where(several, times.closed, times.best)
    starts = np.where(times.open_start, np.maximum(times.starts, edges[0]), times.starts)
    ends = np.where(times.open_end, np.minimum(times.ends, edges[-1]), times.ends)
    shown &= (starts < edges[-1]) & (ends > edges[0]) & (starts < ends)
    claims = np.where(several, times.closed_count[times.rows], 1)
    alone = np.bincount(times.rows[shown], minlength=times.height)[times.rows] == 1
    lasts = (times.lasting & ~times.guessed)[times.rows] & (claims == 1)
    first = np.maximum(np.searchsorted(edges, starts, "right") - 1, 0)
    within = (starts >= edges[first]) & (ends <= edges[np.minimum(first + 1, len(edges) - 1)])
    sure = lasts | (alone & within)
    return _some(starts, ends, claims, shown & sure), _some(starts, ends, claims, shown & ~sure)


def _some(starts: Numbers, ends: Numbers, claims: Numbers, kept: Mask) -> Stretches:
    return starts[kept], ends[kept], 1 / claims[kept]


def _weights(edges: Numbers, starts: Numbers, ends: Numbers, weights: Weights) -> Weights:
    """The weight that falls into each bin, spread evenly over each stretch."""
    bins = len(edges) - 1
    a_minute = weights / (ends - starts)
    first = np.clip(np.searchsorted(edges, starts, "right") - 1, 0, bins - 1)
    last = np.clip(np.searchsorted(edges, ends, "left") - 1, 0, bins - 1)
    inside_first = np.minimum(ends, edges[first + 1]) - np.maximum(starts, edges[0])
    found = np.bincount(first, a_minute * np.maximum(inside_first, 0), bins)
    long = last > first
    inside_last = np.minimum(ends, edges[-1]) - edges[last]
    found += np.bincount(last[long], (a_minute * inside_last)[long], bins)
    # Whole bins between: what begins to count after the first one stops before the last.
    begun = np.bincount(first[long] + 1, a_minute[long], bins + 1) - np.bincount(last[long], a_minute[long], bins + 1)
    return np.asarray(found + np.maximum(np.cumsum(begun)[:bins], 0) * np.diff(edges))


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


def these(unit: str) -> str:
    """A unit that is pointed at: "this month", "these two years"."""
    return f"these {unit}" if unit.endswith("s") else f"this {unit}"
