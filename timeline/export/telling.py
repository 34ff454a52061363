"""The html of the offline page's list and passages. Everything a source wrote is escaped here: it is text, never markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.hover import DIFFER, dates_of
from timeline.figure.lettering import plain
from timeline.model import Document, Event, Known, Mention, Role
from timeline.wording import say_span, say_when

_AROUND: Final = 220  # characters of the text shown before and after a passage
_KNOWN: Final = {
    Known.METADATA: "from its metadata",
    Known.DATELINE: "from its dateline",
    Known.GIVEN: "as given",
    Known.ASSUMED: "assumed from the file's date",
}


def rows(chronology: Chronology) -> str:
    """The body of the event list."""
    return "\n".join(_row(event, chronology) for event in chronology.events.values())


def articles(chronology: Chronology) -> str:
    """An article for each event: its date, how it was read, and every passage that tells of it."""
    return "\n".join(_article(event, chronology) for event in chronology.events.values())


def text(words: str) -> str:
    """Words of a source as html text, without what a page cannot hold."""
    return escape(words.encode("utf-8", "replace").decode("utf-8").replace("\x00", ""))


def _row(event: Event, chronology: Chronology) -> str:
    sources = len({document.outlet for document in _documents(event, chronology)})
    when = text(dates_of(event).removesuffix(DIFFER)) + (
        ' <span class="warn" title="Sources differ">⚠</span>' if event.disputed else ""
    )
    return (
        f'<tr data-event="{text(event.id)}"><td>{when}</td>'
        f'<td dir="auto"><a href="#{text(event.id)}">{text(plain(event.title) or "(no title)")}</a></td>'
        f'<td dir="auto">{text(_who(event, chronology))}</td>'
        f'<td><span class="tag">{text(event.kind.value.lower())}</span></td><td class="number">{sources}</td></tr>'
    )


def _who(event: Event, chronology: Chronology) -> str:
    """ "Costal Navy → Arvenia": those who act, then those acted on, then those only named."""
    by_role = {role: [_name(p.actor, chronology) for p in event.actors if p.role is role] for role in Role}
    sides = [", ".join(dict.fromkeys(by_role[role])) for role in (Role.INITIATOR, Role.TARGET)]
    named = ", ".join(dict.fromkeys(by_role[Role.MENTIONED]))
    return "; ".join(part for part in (" → ".join(side for side in sides if side), named) if part)


def _name(actor: str, chronology: Chronology) -> str:
    return plain(chronology.actors[actor].name) if actor in chronology.actors else actor


def _documents(event: Event, chronology: Chronology) -> list[Document]:
    return [chronology.documents[key] for key in event.documents if key in chronology.documents]


def _article(event: Event, chronology: Chronology) -> str:
    parts = [
        f'<article id="{text(event.id)}" tabindex="-1">',
        f'<p class="when">{text(dates_of(event))}</p>',
        f'<h3 dir="auto">{text(plain(event.title) or "(no title)")}</h3>',
    ]
    who = _who(event, chronology)
    if who:
        parts.append(f'<p class="who" dir="auto">{text(who)}</p>')
    if event.disputed:
        parts.append(f'<p class="claim">{text(_differ(event, chronology))}</p>')
    parts.extend(_told(mention, chronology) for mention in event.mentions)
    return "\n".join([*parts, "</article>"])


def _differ(event: Event, chronology: Chronology) -> str:
    """ "Sources differ: 2 May 1982 (The Channel Post); 3 May 1982 (Agencia del Plata)."."""
    said: dict[str, list[str]] = {}
    for mention in event.mentions:
        if mention.when and mention.document in chronology.documents:
            said.setdefault(say_when(mention.when), []).append(plain(chronology.documents[mention.document].outlet))
    claims = (f"{when} ({', '.join(dict.fromkeys(outlets))})" for when, outlets in said.items())
    return f"Sources differ: {'; '.join(claims)}."


def _told(mention: Mention, chronology: Chronology) -> str:
    document = chronology.documents.get(mention.document)
    if document is None:
        return ""
    why = (
        f'<p class="why">{text(mention.when.why.read_aloud())}</p>' if mention.when else '<p class="why">No date was found.</p>'
    )
    return (
        f'<section><p class="src" dir="auto">{text(" · ".join(_origin(document)))}</p>{why}'
        f'<blockquote dir="auto" lang="{text(document.language)}">{_passage(mention, document)}</blockquote></section>'
    )


def _origin(document: Document) -> Iterator[str]:
    yield plain(document.outlet)
    if document.publisher and document.title and document.title != document.publisher:
        yield plain(document.title)
    if document.written:
        yield f"written {say_span(document.written.span)}, {_KNOWN[document.written.known]}"


def _passage(mention: Mention, document: Document) -> str:
    """The passage marked within the text around it, the words of the date underlined."""
    start, end = mention.passage.start, mention.passage.end
    before, after = document.text[:start], document.text[end:]
    head = before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2]
    tail = after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + "…"
    return f"{text(head)}<mark>{_marked(mention, document)}</mark>{text(tail)}"


def _marked(mention: Mention, document: Document) -> str:
    start, end = mention.passage.start, mention.passage.end
    words = mention.when.expression.passage if mention.when else None
    if words is None or words.document != document.id or not start <= words.start < words.end <= end:
        return text(document.text[start:end])
    pieces = (document.text[start : words.start], document.text[words.start : words.end], document.text[words.end : end])
    return f"{text(pieces[0])}<u>{text(pieces[1])}</u>{text(pieces[2])}"
