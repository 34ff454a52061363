"""The JSON-lines answers of `timeline actors` and `timeline events`: a record in, a record out."""

from __future__ import annotations

from typing import Any

from timeline.events.acled import acled
from timeline.events.actors import actors_in
from timeline.events.helpers import Helpers
from timeline.model import Document, Mention
from timeline.spans import Span
from timeline.text import document


def actors_answer(record: dict[str, Any], helpers: Helpers | None = None) -> dict[str, Any]:
    """{"id", "text"} -> {"id", "actors": [{"start", "end", "text", "kind", "actor", "name", "as"?}]}.

    "as" is the role somebody of the user's own actors held when the text was written.
    """
    return {"id": record.get("id"), **actors_for(document_of(record), helpers)}


def actors_for(read: Document, helpers: Helpers | None = None) -> dict[str, Any]:
    """The actors of a document, as `actors_answer` gives them."""
    day = read.written.span if read.written else None
    return {
        "actors": [
            {
                "start": one.passage.start,
                "end": one.passage.end,
                "text": read.quote(one.passage),
                "kind": one.actor.kind.value,
                "actor": one.actor.id,
                "name": one.actor.name,
                **_role_held(one.actor.id, day, helpers),
            }
            for one in actors_in(read, helpers)
        ],
    }


def _role_held(actor: str, span: Span | None, helpers: Helpers | None) -> dict[str, str]:
    role = helpers.roster.role(actor, span) if helpers and helpers.roster else ""
    return {"as": role} if role else {}


def events_answer(record: dict[str, Any], helpers: Helpers | None = None) -> dict[str, Any]:
    """{"id", "text", "written"?, "title"?} -> {"id", "events": [...]}, each with its dates, title, kind, actors and roles.

    An actor's "as" is what one of the user's own actors was on the event's day.
    """
    return {"id": record.get("id"), **events_for(document_of(record), helpers)}


def events_for(read: Document, helpers: Helpers | None = None) -> dict[str, Any]:
    """The events of a document, as `events_answer` gives them."""
    from timeline.events.telling import told_in  # the dates are not needed for actors

    telling = told_in(read, helpers)
    events = []
    for mention in telling.mentions:
        when, span = mention.when, mention.span
        events.append(
            {
                "start": mention.passage.start,
                "end": mention.passage.end,
                "title": mention.title,
                "kind": mention.kind.value,
                "kind_why": mention.kind_why,
                "acled": _acled(mention),
                "earliest": span.earliest() if span else None,
                "latest": span.latest() if span else None,
                "grain": span.grain.word if span else None,
                "edtf": when.edtf if when else None,
                "certainty": when.certainty.value if when else None,
                "why": when.why.read_aloud() if when else None,
                "places": [telling.actors[place].name for place in mention.places],
                "actors": [
                    {
                        "actor": part.actor,
                        "name": telling.actors[part.actor].name,
                        "kind": telling.actors[part.actor].kind.value,
                        "role": part.role.value,
                        **_role_held(part.actor, span, helpers),
                    }
                    for part in mention.actors
                ],
            }
        )
    return {"events": events}


def _acled(mention: Mention) -> dict[str, str] | None:
    found = acled(mention)
    return {name: value for name, value in found._asdict().items() if value} if found else None


def document_of(record: dict[str, Any]) -> Document:
    known = record.get("written")
    if known is not None:
        from timeline.dates.lines import written

        known = written(known)
    return document(
        str(record.get("text") or ""),
        name=str(record.get("id", "")),
        title=record.get("title"),
        written=known,
        language=record.get("language") or "en",
    )
