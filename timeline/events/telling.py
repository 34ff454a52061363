"""All a document tells: its dates, its mentions, and the actors that take part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import dates_in
from timeline.events.actors import actors_in, with_parents
from timeline.events.dated_sentences import READ, dated_sentences
from timeline.events.helpers import Helpers
from timeline.events.mentions import mentions
from timeline.model import Actor, Document, Mention, ResolvedDate


@dataclass(frozen=True)
class Telling:
    """`actors` holds every actor named in the document, and the states and bodies they are part of."""

    dates: list[ResolvedDate]
    mentions: list[Mention]
    actors: Mapping[str, Actor]


def told_in(document: Document, helpers: Helpers | None = None) -> Telling:
    """Reads a document: its dates, the happenings it tells, and their actors; `helpers` as for `actors_in`.

    In a language whose sentences are not read, every sentence that names its time is a happening, without actors.
    """
    dates = dates_in(document)
    if document.language not in READ:
        return Telling(dates, dated_sentences(document, dates), {})
    named = actors_in(document, helpers)
    return Telling(dates, mentions(document, dates, named), with_parents((one.actor for one in named), helpers))


def mentions_in(document: Document, dates: Sequence[ResolvedDate]) -> list[Mention]:
    """The mentions of a document whose dates are known, in text order; `when` is None where the text gives no time at all."""
    if document.language not in READ:
        return dated_sentences(document, dates)
    return mentions(document, dates, actors_in(document))
