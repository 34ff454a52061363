"""Who told of an event, when, and which date each gives: what was said is kept beside what happened.

A document's lag is counted from the last day the event may have fallen on, so that a month is not held against a report of
its 30th. A day that was only assumed (a file's own) says nothing about when a thing was first told, and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model import Document, Event, Known, Mention, ResolvedDate
from timeline.spans import MINUTES_A_DAY, Span

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


@dataclass(frozen=True, slots=True)
class Telling:
    """A document that tells of an event, the day it was written (None where nobody knows) and how many days after."""

    document: Document
    written: Span | None
    lag: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A date given for an event, with the mentions that give it or a wider one that holds it."""

    when: ResolvedDate
    mentions: tuple[Mention, ...]


def tellings(chronology: Chronology, event: Event) -> tuple[Telling, ...]:
    """The documents that tell of an event, the earliest written first, those of unknown days last."""
    documents = (chronology.documents[id] for id in event.documents if id in chronology.documents)
    told = [Telling(document, written_on(document), lag_of(event, document)) for document in documents]
    return tuple(sorted(told, key=lambda one: (one.written is None, one.written.start if one.written else 0, one.document.id)))


def first_told(chronology: Chronology, event: Event) -> Telling | None:
    """Which document told of an event first; None when no day of any of them is known."""
    first = next(iter(tellings(chronology, event)), None)
    return first if first and first.written else None


def lag_of(event: Event, document: Document) -> int | None:
    """Days from the last day an event may have fallen on to the day a document was written.

    0 when it was written within the span of the event, negative when it foretold it; None when either is not known, or the
    event's end is open.
    """
    span, written = event.span, written_on(document)
    if span is None or written is None or span.open_end:
        return None
    if written.overlaps(span):
        return 0
    day, first, last = (at // MINUTES_A_DAY for at in (written.start, span.start, span.end - 1))
    return day - (last if day > first or span.open_start else first)


def written_on(document: Document) -> Span | None:
    """The day a document was written, where more than its file's own day is known."""
    written = document.written
    return written.span if written and written.known is not Known.ASSUMED else None


def claims(event: Event) -> tuple[Claim, ...]:
    """The competing dates of an event, best first, each with its passages."""
    found = []
    for claim in event.claims:
        giving = [
            mention for mention in event.mentions if mention.span and claim.span and claim.span.within(mention.span)
        ]  # fmt: skip
        found.append(Claim(claim, tuple(giving)))
    return tuple(found)
