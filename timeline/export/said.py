"""What every written export says of an event: plain words on one line, before any format's own escaping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.hover import DIFFER, dates_of
from timeline.figure.lettering import plain
from timeline.model import Document, Event, Kind, Known, Review, Role
from timeline.wording import say_span, say_when

_KNOWN: Final = {
    Known.METADATA: "from its metadata",
    Known.DATELINE: "from its dateline",
    Known.GIVEN: "as given",
    Known.ASSUMED: "assumed from the file's date",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One passage: its words, where they come from and when that was written, and how its date was read."""

    quote: str
    origin: str
    why: str


def headline(event: Event) -> str:
    return plain(event.title) or "(no title)"


def when(event: Event) -> str:
    """The date in words; every claim of it when the sources differ."""
    return dates_of(event).removesuffix(DIFFER)


def who(event: Event, chronology: Chronology) -> str:
    """ "Costal Navy → Arvenia": those who act, then those acted on, then those only named."""
    by_role = {role: [_name(p.actor, chronology) for p in event.actors if p.role is role] for role in Role}
    sides = [", ".join(dict.fromkeys(by_role[role])) for role in (Role.INITIATOR, Role.TARGET)]
    named = ", ".join(dict.fromkeys(by_role[Role.MENTIONED]))
    return "; ".join(part for part in (" → ".join(side for side in sides if side), named) if part)


def where(event: Event, chronology: Chronology) -> str:
    """The names of the places."""
    return ", ".join(dict.fromkeys(_name(place, chronology) for place in event.places))


def exact(event: Event) -> str:
    """The date as machines write it: "stated; EDTF 1982-05; 1982-05-01 to 1982-05-31"; "" without one."""
    if event.when is None:
        return ""
    said = f"{event.when.certainty.value}; EDTF {event.when.edtf}"
    if event.span is None:
        return said
    earliest, latest = event.span.earliest() or "…", event.span.latest() or "…"
    return f"{said}; {earliest}" + (f" to {latest}" if latest != earliest else "")


def what(event: Event, chronology: Chronology) -> str:
    """ "Assault at Port Hallam", "Protest", "At Sable Ridge"; "" where neither kind nor place is known."""
    kind = "" if event.kind is Kind.OTHER else event.kind.value.capitalize()
    places = where(event, chronology)
    if not places:
        return kind
    return f"{kind} at {places}" if kind else f"At {places}"


def differ(event: Event, chronology: Chronology) -> str:
    """ "Sources differ: 2 May 1982 (The Channel Post); 3 May 1982 (Agencia del Plata)."; "" when they do not."""
    if not event.disputed:
        return ""
    said: dict[str, list[str]] = {}
    for mention in event.mentions:
        if mention.when and mention.document in chronology.documents:
            said.setdefault(say_when(mention.when), []).append(plain(chronology.documents[mention.document].outlet))
    claims = (f"{date} ({', '.join(dict.fromkeys(outlets))})" for date, outlets in said.items())
    return f"Sources differ: {'; '.join(claims)}."


def decided(event: Event) -> str:
    """ "Confirmed. Corrected by hand: date. Tags: sea, losses. Note: see the log."; "" where the user decided nothing."""
    parts = (
        event.review.value.capitalize() if event.review is not Review.UNREVIEWED else "",
        f"Corrected by hand: {', '.join(event.corrected)}" if event.corrected else "",
        f"Tags: {', '.join(map(plain, event.tags))}" if event.tags else "",
        f"Note: {plain(event.note).rstrip('.')}" if event.note else "",
    )
    return " ".join(f"{part}." for part in parts if part)


def tellings(event: Event, chronology: Chronology) -> Iterator[Telling]:
    """Every passage that tells of an event."""
    for mention in event.mentions:
        if document := chronology.documents.get(mention.document):
            why = plain(mention.when.why.read_aloud()) if mention.when else "no date was found"
            yield Telling(plain(document.quote(mention.passage)), " · ".join(origin(document)), why)


def origin(document: Document) -> Iterator[str]:
    """Outlet, title, and the day it was written with how that is known."""
    yield plain(document.outlet)
    if document.publisher and document.title and document.title != document.publisher:
        yield plain(document.title)
    if document.written:
        yield f"written {say_span(document.written.span)}, {_KNOWN[document.written.known]}"


def _name(actor: str, chronology: Chronology) -> str:
    return plain(chronology.actors[actor].name) if actor in chronology.actors else actor
