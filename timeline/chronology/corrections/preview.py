"""What would follow from a correction, before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.chronology.corrections.apply import apply
from timeline.chronology.corrections.kinds import AnchorMoved, Correction, WrittenOn
from timeline.model import Event, Mention, ResolvedDate, by_id
from timeline.spans import Span

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


@dataclass(frozen=True, slots=True)
class Change:
    """A date that would be another: of an event, or of the mention `mention` alone where a text is read again.

    `event` is None for what nobody told before. None as `before` or `after` is no date, or something read only on one of the
    two days.
    """

    event: str | None
    mention: str
    title: str
    before: ResolvedDate | None
    after: ResolvedDate | None


def follows(chronology: Chronology, correction: Correction) -> tuple[Change, ...]:
    """The dates that a correction would change, in the order of the text; () when it changes none.

    For a document's day its text is read again, as deciding it would; for anything else it is only looked through.
    """
    whole = chronology.whole
    before, after = _read_again(whole, correction) if isinstance(correction, WrittenOn) else _looked_through(whole, correction)
    changes = []
    for id in {**before, **after}:
        one, other = before.get(id), after.get(id)
        if _said(one) != _said(other):
            there = other or one
            assert there is not None
            mention = there.mentions[0] if isinstance(there, Event) else there
            event = whole.event(mention.id)
            title = event.title if event else there.title
            change = Change(event.id if event else None, mention.id, title, _when(one), _when(other))
            changes.append((mention.passage.document, mention.passage.start, change))
    return tuple(change for *_, change in sorted(changes, key=lambda found: found[:2]))


Told = Mapping[str, Event | Mention]


def _looked_through(whole: Chronology, correction: Correction) -> tuple[Told, Told]:
    """The events by id as they are and as they would be: those that share a text with the ones spoken of.

    Dates are counted within a text, so no other can change, and a chronology of a million is not read for one of them.
    """
    spoken = [event for id in correction.about if (event := whole.event(id))]
    texts = {text for event in spoken for text in event.documents}
    if isinstance(correction, AnchorMoved):
        texts.add(correction.document)
    near = {event.id: event for text in sorted(texts) for event in whole.told_in(text)}
    return near, by_id(apply(near.values(), [correction]).events)


def _read_again(whole: Chronology, correction: WrittenOn) -> tuple[Told, Told]:
    """The mentions of a document by id as they are and as they would be."""
    from timeline.events import told_in

    document = whole.documents[correction.document]
    events = (*whole.told_in(document.id), *whole.rejected.values())
    before = {mention.id: mention for event in events for mention in event.mentions if mention.document == document.id}
    after = told_in(replace(document, written=correction.written)).mentions
    return before, {mention.id: mention for mention in after}


def _when(told: Event | Mention | None) -> ResolvedDate | None:
    return told.when if told else None


def _said(told: Event | Mention | None) -> tuple[Span, str] | None:
    when = _when(told)
    return (when.span, when.edtf) if when and when.span else None
