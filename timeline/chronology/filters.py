"""The filters: what a query may ask, which events that keeps, and the sentence a reader sees.

A filter is a row of FILTERS; an event is kept when every row that is asked keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from timeline.chronology.columns import CERTAINTIES, KINDS, PRECISIONS, REVIEWS, Columns, Mask
from timeline.chronology.query import Match, Mode, Query
from timeline.model import Role
from timeline.spans import EARLIEST, LATEST, Grain, Span, floor
from timeline.wording import say_span

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


class Filter(NamedTuple):
    """One thing a query may ask: its fields (the first ones, without `options`, ask; the options only shade it)."""

    key: str
    label: str
    asks: tuple[str, ...]
    options: tuple[str, ...]
    keeps: Callable[[Query, Chronology, Columns], Mask]
    sentence: Callable[[Query, Chronology], str]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.asks + self.options

    def asked(self, query: Query) -> bool:
        return query.asks(*self.asks)


def _in_dates(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    since = EARLIEST if query.since is None else query.since
    until = LATEST if query.until is None else query.until
    if query.match == Match.WITHIN:
        kept: Mask = columns.dated & (columns.start >= since) & (columns.end <= until)
        return kept
    rows, starts, ends = columns.claims
    if query.match == Match.CERTAINLY_WITHIN:
        kept = columns.dated.copy()
        kept[rows[(starts < since) | (ends > until)]] = False
        return kept
    kept = np.zeros(columns.height, bool)
    kept[rows[(starts < until) & (ends > since)]] = True
    return kept


_MATCHES: Final = {Match.OVERLAPS: "", Match.WITHIN: "within ", Match.CERTAINLY_WITHIN: "certainly within "}


def _say_dates(query: Query, chronology: Chronology) -> str:
    since = EARLIEST if query.since is None else query.since
    until = LATEST if query.until is None else query.until
    ends = [end for end in (query.since, query.until) if end is not None]
    grains = (Grain.YEAR, Grain.MONTH, Grain.DAY)
    grain = next((grain for grain in grains if all(floor(end, grain) == end for end in ends)), Grain.MINUTE)
    return _MATCHES[query.match] + say_span(Span(since, until, grain), lasting=True, short=True)


def _by_actors(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    links = columns.takes_part(query.role, query.organs)
    chosen = [columns.actors[id] for id in query.actors]
    if query.mode != Mode.ALL:
        mask: Mask = links.having(chosen, columns.height)
        return mask if query.mode == Mode.ANY else ~mask
    kept = np.ones(columns.height, bool)
    for actor in chosen:
        kept &= links.having([actor], columns.height)
    return kept


_LEAVING_OUT: Final = {False: "", True: "without "}
_ROLES: Final = {Role.INITIATOR: " acting", Role.TARGET: " acted on", Role.MENTIONED: " only named"}


def _say_actors(query: Query, chronology: Chronology) -> str:
    names = [chronology.actors[id].name if id in chronology.actors else id for id in query.actors]
    said = _LEAVING_OUT[query.mode == Mode.NONE] + _joined(names, "and" if query.mode == Mode.ALL else "or")
    said += _ROLES[query.role] if query.role else ""
    if not any(actor.part_of in query.actors for actor in chronology.actors.values()):
        return said
    return said + (", organs included" if query.organs else ", without organs")


def _at_places(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return columns.places.having([columns.actors[id] for id in query.places], columns.height)


def _say_places(query: Query, chronology: Chronology) -> str:
    return _joined(chronology.actors[id].name if id in chronology.actors else id for id in query.places)


def _of_kinds(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return np.isin(columns.kind, [KINDS.index(kind) for kind in query.kinds])


def _by_sources(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    outlets = [columns.outlets[id] for id in query.sources if id in columns.outlets]
    documents = [columns.documents[id] for id in query.sources if id in columns.documents]
    return columns.told_by.having(outlets, columns.height) | columns.told_in.having(documents, columns.height)


def _say_sources(query: Query, chronology: Chronology) -> str:
    return _joined(chronology.source_name(id) for id in query.sources)


def _with_words(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    kept = np.zeros(columns.height, bool)
    kept[chronology.found(query.words)] = True
    return kept


def _of_certainty(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return np.isin(columns.certainty, [CERTAINTIES.index(certainty) for certainty in query.certainty])


def _of_precision(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return np.isin(columns.precision, [PRECISIONS.index(group) for group in query.precision])


def _of_review(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return np.isin(columns.review, [REVIEWS.index(state) for state in query.review])


def _with_tags(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    return columns.tagged.having([columns.tags.index(tag) for tag in query.tags if tag in columns.tags], columns.height)


FILTERS: Final = (
    Filter("dates", "Dates", ("since", "until"), ("match",), _in_dates, _say_dates),
    Filter("actor", "Actor", ("actors",), ("mode", "role", "organs"), _by_actors, _say_actors),
    Filter("place", "Place", ("places",), (), _at_places, _say_places),
    Filter("kind", "Kind", ("kinds",), (), _of_kinds, lambda query, _: _joined(kind.value.lower() for kind in query.kinds)),
    Filter("source", "Source", ("sources",), (), _by_sources, _say_sources),
    Filter("words", "Words", ("words",), (), _with_words, lambda query, _: query.words),
    Filter("certainty", "Certainty", ("certainty",), (), _of_certainty, lambda query, _: _joined(query.certainty)),
    Filter(
        "precision",
        "Precision",
        ("precision",),
        (),
        _of_precision,
        lambda query, _: _joined(group.label.lower() for group in query.precision),
    ),
    Filter(
        "independent",
        "Independent sources",
        ("independent",),
        (),
        lambda query, _, columns: columns.sources >= query.independent,
        lambda query, _: f"{query.independent} or more",
    ),
    Filter(
        "disputed",
        "Date",
        ("disputed",),
        (),
        lambda query, _, columns: columns.disputed == query.disputed,
        lambda query, _: "disputed" if query.disputed else "not disputed",
    ),
    Filter("review", "Review", ("review",), (), _of_review, lambda query, _: _joined(query.review)),
    Filter("tag", "Tag", ("tags",), (), _with_tags, lambda query, _: _joined(query.tags)),
)


def kept_by(query: Query, chronology: Chronology, columns: Columns) -> Mask:
    """The rows every asked filter keeps."""
    return together(kept_by_each(query, chronology, columns), columns)


def kept_by_each(query: Query, chronology: Chronology, columns: Columns) -> dict[str, Mask]:
    """The rows that each filter asked for keeps, by its key."""
    return {row.key: row.keeps(query, chronology, columns) for row in FILTERS if row.asked(query)}


def together(kept: Mapping[str, Mask], columns: Columns, *, but: str = "") -> Mask:
    """The rows all of them keep, leaving out the one with the key `but`."""
    mask = np.ones(columns.height, bool)
    for key, one in kept.items():
        if key != but:
            mask &= one
    return mask


def _joined(names: Iterable[str], last: str = "or") -> str:
    """ "Iran", "Iran or Israel", "Iran, Israel or Qatar"."""
    listed = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} {last} {listed[-1]}"
