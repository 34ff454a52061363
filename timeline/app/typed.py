"""Dates as people type them into a box: "April 1982", "480 BC", "last March", "1982-04-02", "12/3/2014"."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from timeline.app import ids
from timeline.chronology import Query
from timeline.errors import DateError
from timeline.model import Document, Known, Written
from timeline.spans import Moment, Span, parse_iso
from timeline.wording import say_day, say_span

LONGEST: Final = 80


def read_typed(typed: str, today: date | None = None) -> Span | None:
    """The span that typed words name, counted from today where they count; None for an empty box.

    DateError, in one line, for words that name no date.
    """
    words = " ".join(typed.split())
    if not words:
        return None
    if len(words) <= LONGEST:
        span = _iso(words) or _found(words, today or date.today()) or _guessed(words)
        if span is not None:
            return span
    raise DateError(f"“{words[:LONGEST]}” is no date; write it like 2 April 1982, May 1982, 480 BC or 1982-04-02")


def reading(since: str, until: str) -> tuple[str, bool]:
    """How the two boxes were read, or what is wrong with one, and whether all is well."""
    try:
        first, last = read_typed(since or ""), read_typed(until or "")
    except DateError as error:
        return str(error), False
    if first and last and first.start >= last.end:
        return f"{say_span(first)} is after {say_span(last)}; nothing lies between", False
    said = [f"from {say_span(first)}" if first else "", f"to the end of {say_span(last)}" if last else ""]
    joined = " ".join(part for part in said if part)
    return joined[:1].upper() + joined[1:], True


def boxes_to_fill(query: Query, words: str | None, since: str | None, until: str | None) -> dict[str, str]:
    """What the boxes of the page must show for a query, by their ids, where they do not say it already."""
    wanted: dict[str, str] = {}
    if query.words != " ".join((words or "").split()):
        wanted[ids.SEARCH] = query.words
    if query.since != _edge(since, "start"):
        wanted[ids.SINCE] = "" if query.since is None else say_day(query.since)
    if query.until != _edge(until, "end"):
        wanted[ids.UNTIL] = "" if query.until is None else say_day(query.until - 1)
    return wanted


def _edge(typed: str | None, side: str) -> Moment | None:
    """The moment a box stands for; None for an empty one, or one that cannot be read."""
    try:
        span = read_typed(typed or "")
    except DateError:
        return None
    return None if span is None else span.start if side == "start" else span.end


def _iso(words: str) -> Span | None:
    try:
        return parse_iso(words)
    except ValueError:
        return None


def _found(words: str, today: date) -> Span | None:
    """What the date finder of the texts reads, when it reads the whole of it."""
    from timeline.dates import dates_in

    written = Written(Span.of(today.year, today.month, today.day), Known.GIVEN)
    found = dates_in(Document("typed", "typed", "typed", words, written=written))
    whole = [one for one in found if one.expression.passage.start == 0 and one.expression.passage.end == len(words)]
    return whole[0].span if whole else None


def _guessed(words: str) -> Span | None:
    """What dateparser makes of it: numbers with slashes or dots, the day first as in most of the world."""
    import dateparser.date

    settings = {"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first"}
    read = dateparser.date.DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    at: datetime | None = read.date_obj
    if at is None or read.period not in ("day", "month", "year"):
        return None
    parts = {"day": (at.year, at.month, at.day), "month": (at.year, at.month), "year": (at.year,)}[read.period]
    return Span.of(*parts)
