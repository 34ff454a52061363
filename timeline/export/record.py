"""The selection as JSON, with all that is needed to check it: offsets into the texts, quotations, derivations.

    {"format": "timeline 1", "title", "query", "filters": [sentence], "events_shown", "events_in_all",
     "events_rejected",
     "documents": [{"id", "title", "source", "publisher", "language",
                    "written": {"earliest", "latest", "known", "zone"} or null}],
     "actors":    [{"id", "name", "kind", "aliases", "part_of"}],
     "events":    [{"id", "title", "kind", "disputed", "date": DATE or null, "claims": [DATE], "actors": [{"actor", "role"}],
                    "places": [actor id], "sources", "review", "corrected": [field], "tags": [tag], "note",
                    "mentions": [MENTION]}]}

DATE is {"earliest", "latest", "grain", "edtf", "value", "certainty", "lasting", "words", "why", "counted_from"}; MENTION is
{"id", "document", "start", "end", "quote", "title", "kind", "date": DATE or null, "actors", "places"}, its start and end
half-open code point offsets into the document's text. Dates are ISO 8601 with astronomical years; null is an open side.
`sources` is how many tell it independently; `corrected` names the fields a user set. Events a user rejected are counted, not
listed. Documents and actors are those of the events shown. A source on this machine is named by its file name alone.

JSON Lines hold the same EVENTs, one on a line and each complete in itself: actors and places carry their names, and each
mention its document as `source`.
"""

from __future__ import annotations

import json as writer
from pathlib import PurePath
from typing import Any

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.model import Actor, Document, Event, Mention, Participant, ResolvedDate
from timeline.wording import say_when

Record = dict[str, Any]


def json(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, indented."""
    whole = record(chronology, options.title)
    return writer.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def jsonl(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, one event on a line, in the order of time, undated ones last."""
    lines = (writer.dumps(_complete(event, chronology), ensure_ascii=False) + "\n" for event in chronology.events.values())
    return "".join(lines).encode("utf-8", "replace")


def record(chronology: Chronology, title: str | None = None) -> Record:
    """The same as plain data."""
    events = chronology.events.values()
    told = {key for event in events for key in event.documents}
    named = {part.actor for event in events for part in event.actors} | {place for event in events for place in event.places}
    return {
        "format": "timeline 1",
        "title": chronology.title if title is None else title,
        "query": chronology.query.text(),
        "filters": [said for _, said in chronology.sentences()],
        "events_shown": len(events),
        "events_in_all": chronology.total,
        "events_rejected": len(chronology.rejected),
        "documents": [_document(document) for document in chronology.documents.values() if document.id in told],
        "actors": [_actor(actor) for actor in chronology.actors.values() if actor.id in named],
        "events": [_event(event, chronology) for event in events],
    }


def _complete(event: Event, chronology: Chronology) -> Record:
    """An event with the names and documents its ids stand for."""
    told = _event(event, chronology)
    for one in (told, *told["mentions"]):
        one["actors"] = [{**part, "name": chronology.actor_names.get(part["actor"])} for part in one["actors"]]
        one["places"] = [{"actor": place, "name": chronology.actor_names.get(place)} for place in one["places"]]
    for mention in told["mentions"]:
        document = chronology.documents.get(mention["document"])
        mention["source"] = document and _document(document)
    return told


def _document(document: Document) -> Record:
    written = document.written
    return {
        "id": document.id,
        "title": document.title,
        "source": PurePath(document.source).name if PurePath(document.source).is_absolute() else document.source,
        "publisher": document.publisher,
        "language": document.language,
        "written": written
        and {
            "earliest": written.span.earliest(),
            "latest": written.span.latest(),
            "known": written.known.value,
            "zone": written.zone,
        },
    }


def _actor(actor: Actor) -> Record:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "part_of": actor.part_of,
    }


def _event(event: Event, chronology: Chronology) -> Record:
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind.value,
        "disputed": event.disputed,
        "date": _date(event.when),
        "claims": [_date(claim) for claim in event.claims],
        "actors": _parts(event.actors),
        "places": list(event.places),
        "sources": event.sources,
        "review": event.review.value,
        "corrected": list(event.corrected),
        "tags": list(event.tags),
        "note": event.note,
        "mentions": [_mention(mention, chronology) for mention in event.mentions],
    }


def _mention(mention: Mention, chronology: Chronology) -> Record:
    document = chronology.documents.get(mention.document)
    return {
        "id": mention.id,
        "document": mention.document,
        "start": mention.passage.start,
        "end": mention.passage.end,
        "quote": document.quote(mention.passage) if document else None,
        "title": mention.title,
        "kind": mention.kind.value,
        "date": _date(mention.when),
        "actors": _parts(mention.actors),
        "places": list(mention.places),
    }


def _parts(parts: tuple[Participant, ...]) -> list[Record]:
    return [{"actor": part.actor, "role": part.role.value} for part in parts]


def _date(when: ResolvedDate | None) -> Record | None:
    if when is None:
        return None
    span = when.span
    return {
        "earliest": span.earliest() if span else None,
        "latest": span.latest() if span else None,
        "grain": span.grain.word if span else None,
        "edtf": when.edtf,
        "value": when.value,
        "certainty": when.certainty.value,
        "lasting": when.lasting,
        "words": say_when(when),
        "why": when.why.read_aloud(),
        "counted_from": when.counted_from.name if when.counted_from else None,
    }
