"""Dates as people type them into a box: "April 1982", "480 BC", "last March", "1982-04-02", "12/3/2014"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from timeline.app import ids
from timeline.chronology import Query
from timeline.errors import DateError
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, floor, moment
from timeline.wording import say_day, say_span


def read_typed(typed: str, today: date | None = None) -> Span | None:
    """The span that typed words name, counted from today where they count; None for an empty box.

    DateError, in one line, for words that name no date.
    """
    if not typed.strip():
        return None
    return _FILLED.get(typed) or _read(typed, today or date.today())


@lru_cache(maxsize=64)
def _read(typed: str, day: date) -> Span:
    from timeline.text.typed import typed_date

    return typed_date(typed, moment(day.year, day.month, day.day))


# What the page wrote into a box is known: a brush must not wait for the reader of dates, which takes long to get ready.
_FILLED: Final[dict[str, Span]] = {}
_MANY: Final = 1000


def _filled(at: Moment | None) -> str:
    """A day as it is written into a box; "" for none."""
    if at is None:
        return ""
    said, start = say_day(at, short=True), floor(at, Grain.DAY)
    if len(_FILLED) > _MANY:
        _FILLED.clear()
    _FILLED[said] = Span(start, start + MINUTES_A_DAY, Grain.DAY)
    return said


def reading(since: str, until: str) -> tuple[str, bool]:
    """How the two boxes were read, or what is wrong with one, and whether all is well."""
    try:
        first, last = read_typed(since or ""), read_typed(until or "")
    except DateError as error:
        return str(error), False
    if first and last and first.start >= last.end:
        return f"{_named(first, first.start)} is after {_named(last, last.end - 1)}; nothing lies between", False
    said = [
        f"from {_named(first, first.start)}" if first else "",
        f"to the end of {_named(last, last.end - 1)}" if last else "",
    ]
    joined = " ".join(part for part in said if part)
    return joined[:1].upper() + joined[1:], True


def _named(span: Span, edge: Moment) -> str:
    """What a box was read as: the unit it names; of a part of one ("mid May"), the day at its edge."""
    said = say_span(span)
    return say_day(edge) if said.startswith("between") else said


def boxes_to_fill(query: Query, words: str | None, since: str | None, until: str | None) -> dict[str, str]:
    """What the boxes of the page must show for a query, by their ids, where they do not say it already."""
    wanted: dict[str, str] = {}
    if query.words != " ".join((words or "").split()):
        wanted[ids.SEARCH] = query.words
    if query.since != _edge(since, "start"):
        wanted[ids.SINCE] = _filled(query.since)
    if query.until != _edge(until, "end"):
        wanted[ids.UNTIL] = _filled(None if query.until is None else query.until - 1)
    return wanted


def _edge(typed: str | None, side: str) -> Moment | None:
    """The moment a box stands for; None for an empty one, or one that cannot be read."""
    try:
        span = read_typed(typed or "")
    except DateError:
        return None
    return None if span is None else span.start if side == "start" else span.end
