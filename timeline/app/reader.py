"""The right column: a text as it was written, its dates underlined, and why the chosen one was read as it was.

Data in, components out. Source text is only ever a child string of a component, so markup in it stays text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any, Final

from timeline.app import html
from timeline.app.address import TEXTS, Address, event_of
from timeline.app.aria import aria, current, data
from timeline.app.review import pane as review
from timeline.app.segments import Mark, Segment, heading_sign, paragraphs, segments
from timeline.app.words import actors_line, day_written, differing, how_fine, plural, say_time
from timeline.chronology import Chronology, marks
from timeline.figure import has_zone, on_clock, origin_of
from timeline.model import Document, Event, Mention, Passage, ResolvedDate
from timeline.wording import say_when

HERE: Final = "passage-here"
LONG: Final = 60_000
LISTED: Final = 40

Children = list[Any]


def reader(whole: Chronology, address: Address, *, correcting: bool = False) -> Children:
    """What the right column shows for an address: the chosen event's passage, a document, or the list of texts.

    `correcting`: with what is asked and can be changed of it.
    """
    event = event_of(whole, address.selected) if address.selected else None
    if event is not None:
        told = next((told for told in event.mentions if told.id == address.selected), event.mentions[0])
        document = whole.documents[told.document]
        named = len(event.mentions) > 1 or document.publisher is not None
        return [
            html.Div([*([_tabs(whole, event, told, address)] if named else []), _closing(address)], className="bar"),
            _heading(document, address, named=named, correcting=correcting),
            _event(whole, event, told, address, correcting),
            *([review.forms(whole, event, told, address)] if correcting and address.editing else []),
            _text(whole, document, address, whole.dates_of(document.id), told.passage),
        ]
    if address.document is not None:
        document = whole.documents[address.document]
        here = Passage(document.id, *address.at) if address.at else None
        read = whole.dates_of(document.id)
        bar = html.Div(_closing(address), className="bar")
        corrected = _corrected(whole, document, here, address) if correcting else []
        heading = _heading(document, address, correcting=correcting)
        return [bar, heading, *_at(read, here, address), *corrected, _text(whole, document, address, read, here)]
    return [*([review.progress(whole)] if correcting and whole.events else []), *_contents(whole, address)]


def _corrected(whole: Chronology, document: Document, here: Passage | None, address: Address) -> Children:
    """What can be changed of a text: the day it was written, or an event more in the passage that is chosen."""
    if address.editing:
        return [review.adding(whole, here)] if here else [html.Section(review.day(document), className="correcting")]
    return [html.P(html.A("Add an event here", href=address.going(editing=True).href, className="quiet"))] if here else []


def spoken(whole: Chronology, address: Address) -> str:
    """What a screen reader says of the selection: its headline and its date, nothing more."""
    event = event_of(whole, address.selected) if address.selected else None
    if event is None:
        return whole.documents[address.document].title if address.document else ""
    return f"{event.title}, {say_when(event.when) if event.when else 'undated'}"


def _closing(address: Address) -> html.A:
    return html.A(
        "×", href=address.selecting(None).href, className="close", title="Close (Esc)", **aria(label="Close the passage")
    )


def _tabs(whole: Chronology, event: Event, shown: Mention, address: Address) -> html.Nav:
    """One tab for each telling of the event, named after its outlet; numbered where an outlet tells it twice."""
    names = [whole.documents[told.document].outlet for told in event.mentions]
    seen: dict[str, int] = {}
    tabs = []
    for told, name in zip(event.mentions, names, strict=True):
        seen[name] = seen.get(name, 0) + 1
        label = f"{name} ({seen[name]})" if names.count(name) > 1 else name
        tabs.append(html.A(label, href=address.selecting(told.id).href, id=f"tab-{told.id}", **current(told.id == shown.id)))
    return html.Nav(tabs, className="tabs", **aria(label=f"Told by {plural(len(tabs), 'passage')}"))


def _heading(document: Document, address: Address, *, named: bool = False, correcting: bool = False) -> html.Div:
    """The title of a text, the day it was written and the way to correct it, its publisher unless that is `named` already."""
    said, sure = day_written(document.written)
    to = address.reading(document.id).going(editing=True).href
    change: Children = [" ", html.A("Change" if sure else "Set the day", href=to)] if correcting else []
    written = html.Span(said) if sure else html.Span(["⚠ ", said], className="assumed")
    publisher = [html.Span(f"{document.publisher} · ")] if document.publisher and not named else []
    return html.Div(
        [html.Div([*publisher, written, *change], className="src"), html.H2(document.title, dir="auto")], className="heading"
    )


def _event(whole: Chronology, event: Event, told: Mention, address: Address, correcting: bool) -> html.Div:
    who = actors_line(whole, event)
    line: Children = [html.Span(event.kind.lower(), className="tag"), *([" ", html.Span(who)] if who else [])]
    return html.Div(
        [
            html.Div(
                [html.B(event.title, dir="auto"), html.Div([*line, *_align(event, address)], className="who")], className="what"
            ),
            *([why(told.when, address)] if told.when else [_undated()]),
            *([html.P(differing(whole, event), className="claim")] if event.disputed else []),
            *review.decided(event),
            *([review.row(whole, event, told, address)] if correcting else []),
        ],
        className="derivation",
    )


def _align(event: Event, address: Address) -> Children:
    """The way to count time from this event, or back."""
    if origin_of(event) is None:
        return []
    on = address.align == event.id
    label = "Back to dates" if on else "Count days from here"
    return [" ", html.A(label, href=address.going(align=None if on else event.id).href, className="align")]


def why(date: ResolvedDate, address: Address) -> html.Div:
    """The derivation of a date in two lines, with a link to what it was counted from."""
    result: Children = [
        html.B(f"“{date.why.phrase}”", dir="auto"),
        " → ",
        html.B(say_time(date, short=False) if date.span else "no reading"),
    ]
    if date.span:
        result.append(f", {how_fine(date)}.")
    if address.zone is not None and has_zone(date) and date.offset != address.zone:
        result.append(f" That is {say_time(on_clock(date, address.zone), short=False)}.")
    steps = "; ".join(date.why.steps)
    lines: Children = [html.Div(result)]
    if steps:
        lines.append(html.Div([_sentence(steps), *_anchor(date, address)]))
    elif date.why.anchor:
        lines.append(html.Div(_anchor(date, address)))
    if date.why.others:
        set_aside = "; ".join(f"{value} ({reason})" for value, reason in date.why.others)
        lines.append(html.Div(f"Set aside: {set_aside}.", className="soft"))
    return html.Div(lines, className="why", role="note", **aria(label="Why this date"))


def _anchor(date: ResolvedDate, address: Address) -> Children:
    """Where a date was counted from, as a link when that stands in the text."""
    anchor = date.why.anchor or date.counted_from
    if anchor is None:
        return []
    if anchor.passage is None:
        return [f" Counted from: {anchor.name}."]
    place = (anchor.passage.start, anchor.passage.end)
    return [" Counted from: ", html.A(anchor.name, href=address.reading(anchor.passage.document, place).href), "."]


def _undated() -> html.Div:
    return html.Div(html.Div("The text gives this no date, so it stands in the undated tray."), className="why")


def _at(dates: Sequence[ResolvedDate], here: Passage | None, address: Address) -> Children:
    """The derivation of the underlined date a link points at, when it does."""
    found = next((date for date in dates if here and date.expression.passage == here), None)
    if found is None:
        return []
    note = html.P("No event is told with this date.", className="soft")
    return [html.Div([why(found, address), note], className="derivation")]


def _text(
    whole: Chronology, document: Document, address: Address, dates: Sequence[ResolvedDate], here: Passage | None
) -> html.Article:
    marked = [*_date_marks(whole, document, dates, address), *_hits(document, address)]
    if here is not None:
        marked.append(Mark(here.start, here.end, "here"))
    blocks = list(paragraphs(document.text))
    shown, cut = _near(blocks, here.start if here else 0)
    body = [_paragraph(document.text, block, marked) for block in shown]
    if cut:
        body.append(
            html.P(
                f"A long text: {len(shown)} of its {len(blocks)} paragraphs are shown, those around the passage.",
                className="soft",
            )
        )
    return html.Article(body, className="text", lang=document.language, **data(document=document.id))


def _near(blocks: list[tuple[int, int]], at: int) -> tuple[list[tuple[int, int]], bool]:
    """The paragraphs around a place, of a text too long to show whole."""
    if not blocks or blocks[-1][1] <= LONG:
        return blocks, False
    shown = [block for block in blocks if at - LONG / 3 <= block[1] and block[0] <= at + LONG * 2 / 3]
    return shown, len(shown) < len(blocks)


def _date_marks(whole: Chronology, document: Document, dates: Sequence[ResolvedDate], address: Address) -> Iterator[Mark]:
    """A link on every date, to the event told with it or to its own derivation, and on every other clause with an event."""
    told_with: dict[Passage, str] = {}
    for event in whole.told_in(document.id):
        for told in event.mentions:
            if told.document == document.id and told.when:
                told_with.setdefault(told.when.expression.passage, told.id)
    said = {date.expression.passage for date in dates}
    for place in sorted(said | told_with.keys(), key=lambda place: (place.start, place.end)):
        with_it = told_with.get(place)
        target = address.selecting(with_it) if with_it else address.reading(document.id, (place.start, place.end))
        # A happening without a date of its own is dated by its whole clause, which is no date to underline.
        kind = "date" if not with_it else "event" if place in said else "clause"
        yield Mark(place.start, place.end, kind, target.href)


def _hits(document: Document, address: Address) -> Iterator[Mark]:
    for found in marks(document.text, address.query.words):
        yield Mark(*found, "hit")


def _paragraph(text: str, block: tuple[int, int], marks: Sequence[Mark]) -> html.P:
    """One paragraph; the chosen passage in it is one highlighted run, with the underlines inside."""
    start, end = block
    if sign := heading_sign(text, start):
        marks = [*marks, Mark(start, sign, "sign")]
    children: Children = []
    for inside, run in groupby(segments(start, end, marks), key=lambda segment: segment.mark("here") is not None):
        pieces = [_piece(text, segment) for segment in run]
        children.extend([html.Mark(pieces, id=HERE, className="here")] if inside else pieces)
    kind = "head" if heading_sign(text, start) else "wrapped" if is_wrapped(text[start:end]) else None
    return html.P(children, dir="auto", className=kind, **data(start=str(start)))


def _piece(text: str, segment: Segment) -> Any:
    words: Any = text[segment.start : segment.end]
    if segment.mark("hit"):
        words = html.Mark(words, className="hit")
    if segment.mark("sign"):
        words = html.Span(words, className="sign")
    link = next((mark for mark in segment.marks if mark.link), None)
    return html.A(words, href=link.link, className=f"date {link.kind}") if link else words


def is_wrapped(block: str) -> bool:
    """Whether the lines of a paragraph were broken to fit a page, so that they may be joined again on the screen."""
    lines = block.splitlines()
    return len(lines) > 1 and all(50 <= len(line) <= 100 for line in lines[:-1])


def _contents(whole: Chronology, address: Address) -> Children:
    """With nothing chosen: the texts there are, each a link to itself."""
    if not whole.documents:
        return []
    documents = list(whole.documents.values())
    counted = zip(documents, whole.columns.told_in.totals.tolist(), strict=True)
    entries = [_entry(document, count, address) for document, count in islice(counted, LISTED)]
    rest = html.P(html.A(f"All {len(documents):,} texts, in a list", href=address.going(listed=TEXTS).href))
    return [
        html.P("Choose an event to read the passage it comes from.", className="soft"),
        html.H2("Texts", className="small"),
        html.Ul(entries, className="contents"),
        *([rest] if len(documents) > LISTED else []),
    ]


def _entry(document: Document, events: int, address: Address) -> html.Li:
    said, sure = day_written(document.written)
    below = [document.publisher, said if sure else f"⚠ {said}", plural(events, "event") if events else "no dated events"]
    return html.Li(
        [
            html.A(document.title, href=address.link_reading(document.id), dir="auto"),
            html.Div(" · ".join(part for part in below if part), className="soft"),
        ]
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")
