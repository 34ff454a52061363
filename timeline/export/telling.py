"""The html of the offline page's list and passages. Everything a source wrote is escaped here: it is text, never markup."""

from __future__ import annotations

from html import escape
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.export.said import decided, differ, headline, origin, when, who
from timeline.figure.hover import dates_of
from timeline.model import Document, Event, Mention

_AROUND: Final = 220  # characters of the text shown before and after a passage


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
    dates = text(when(event)) + (' <span class="warn" title="Sources differ">⚠</span>' if event.disputed else "")
    return (
        f'<tr data-event="{text(event.id)}"><td>{dates}</td>'
        f'<td dir="auto"><a href="#{text(event.id)}">{text(headline(event))}</a></td>'
        f'<td dir="auto">{text(who(event, chronology))}</td>'
        f'<td><span class="tag">{text(event.kind.value.lower())}</span></td><td class="number">{sources}</td></tr>'
    )


def _documents(event: Event, chronology: Chronology) -> list[Document]:
    return [chronology.documents[key] for key in event.documents if key in chronology.documents]


def _article(event: Event, chronology: Chronology) -> str:
    parts = [
        f'<article id="{text(event.id)}" tabindex="-1">',
        f'<p class="when">{text(dates_of(event))}</p>',
        f'<h3 dir="auto">{text(headline(event))}</h3>',
    ]
    if named := who(event, chronology):
        parts.append(f'<p class="who" dir="auto">{text(named)}</p>')
    if event.disputed:
        parts.append(f'<p class="claim">{text(differ(event, chronology))}</p>')
    if said := decided(event):
        parts.append(f'<p class="who" dir="auto">{text(said)}</p>')
    parts.extend(_told(mention, chronology) for mention in event.mentions)
    return "\n".join([*parts, "</article>"])


def _told(mention: Mention, chronology: Chronology) -> str:
    document = chronology.documents.get(mention.document)
    if document is None:
        return ""
    why = (
        f'<p class="why">{text(mention.when.why.read_aloud())}</p>' if mention.when else '<p class="why">No date was found.</p>'
    )
    return (
        f'<section><p class="src" dir="auto">{text(" · ".join(origin(document)))}</p>{why}'
        f'<blockquote dir="auto" lang="{text(document.language)}">{_passage(mention, document)}</blockquote></section>'
    )


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
