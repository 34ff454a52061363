"""The review pane: over each passage whether its event is right, and behind “Correct…” everything that can be changed.

Components out; what is decided goes to `routes` under the names in `decisions`.
"""

from __future__ import annotations

from typing import Any, Final

from timeline.app import html
from timeline.app.address import HISTORY, Address
from timeline.app.aria import aria, data
from timeline.app.review.decisions import counted_from
from timeline.app.review.fields import area, check, choice, deciding, element, field, folded, form, select
from timeline.app.review.likely import likely
from timeline.app.words import when_line
from timeline.chronology import Chronology
from timeline.chronology.columns import REVIEWS
from timeline.model import ActorKind, Document, Event, Kind, Known, Mention, Passage, Review, Role
from timeline.wording import say_span

NAMES: Final = 400
LONGEST: Final = 120
QUOTED: Final = 300
ROLES: Final = {Role.INITIATOR: "acts", Role.TARGET: "is acted on", Role.MENTIONED: "is named"}
KINDS: Final = {kind.value: kind.value.capitalize() for kind in Kind}

Children = list[Any]


def row(whole: Chronology, event: Event, told: Mention, address: Address) -> html.Div:
    """Right or wrong, the way to the rest, and how far the chronology is reviewed."""
    state = event.review
    buttons = [
        _state(told, "✓ Confirmed" if state is Review.CONFIRMED else "✓ Confirm", Review.CONFIRMED, state, "C"),
        _state(told, "✕ Rejected" if state is Review.REJECTED else "✕ Reject", Review.REJECTED, state, "X"),
        html.A(
            "Done correcting" if address.editing else "Correct…",
            href=address.going(editing=not address.editing).href,
            className="quiet",
            id="correct",
            title="E",
        ),
    ]
    return html.Div([*buttons, progress(whole)], className="review", role="group", **aria(label="Review"))


def _state(told: Mention, label: str, means: Review, now: Review, key: str) -> html.Button:
    """A press decides it, another one puts the event back for review."""
    to = Review.UNREVIEWED if now is means else means
    values = {"event": told.id, "state": to.value}
    return deciding(label, "reviewed", values, id=f"review-{means.value}", on=now is means, title=key)


def progress(whole: Chronology) -> html.Div:
    """ "12 of 62 reviewed", and the way to the next one that is not."""
    confirmed = int((whole.columns.review == REVIEWS.index(Review.CONFIRMED)).sum())
    done, of = confirmed + len(whole.rejected), len(whole.events) + len(whole.rejected)
    said: Children = [html.Span(f"{done:,} of {of:,} reviewed")]
    if done < of:
        said.append(html.Button("Next ›", type="button", className="quiet plain", title="Next unreviewed (N)", **data(key="n")))
    return html.Div(said, className="progress")


def decided(event: Event) -> Children:
    """What the user has said of an event: its tags, its note, what was changed."""
    said: Children = [html.Span(tag, className="tag own", dir="auto") for tag in event.tags]
    if event.corrected:
        said.append(html.Span(f"Corrected: {', '.join(event.corrected)}", className="soft"))
    if event.note:
        said.append(html.P(event.note, className="note", dir="auto"))
    return [html.Div(said, className="own-words")] if said else []


def forms(whole: Chronology, event: Event, told: Mention, address: Address) -> html.Section:
    """Everything that can be changed of an event, a small form each; what is seldom changed is folded away."""
    document = whole.documents[told.document]
    edtf = event.when.edtf if event.when else ""
    date = edtf or (when_line(event) if event.when else "")
    moving = check("Dates counted from it move along", "follow", True)
    together = _together(whole, event, told)
    assumed = document.written is None or document.written.known is Known.ASSUMED
    parts: Children = [
        html.P(shortened(document.quote(told.passage)), className="quoted", dir="auto"),
        _line("dated", told, [field("dated", "Date", "date", date), moving], "Set the date", edtf, live=True),
        *_anchored(whole, told),
        _line("titled", told, [field("titled", "Title", "title", event.title)], "Set the title", event.title),
        _line("of-kind", told, [choice("of-kind", "Kind", "kind", KINDS, event.kind.value)], "Set the kind", event.kind),
        _cast(whole, event, told),
        folded("Note and tags", _own_words(event, told), open=bool(event.note or event.tags)),
        *([folded("The same event elsewhere", together, open=len(event.mentions) > 1)] if together else []),
        folded("The day this text was written", [day(document)], open=assumed),
        _taking_back(address),
    ]
    return html.Section(parts, className="correcting", **aria(label="Correct this event"))


def _line(what: str, told: Mention, parts: Children, save: str, now: object, *, live: bool = False) -> html.Form:
    """A form of one line about an event; a new one once what it shows is no longer so."""
    return form(what, {"event": told.id}, parts, save=save, key=f"{told.id}:{now}", live=live, line=True)


def _own_words(event: Event, told: Mention) -> Children:
    note = [area("noted", "Note", "note", event.note)]
    tags = [field("tagged", "Tags, with commas between", "tags", ", ".join(event.tags))]
    return [
        form("noted", {"event": told.id}, note, save="Keep the note", key=f"{told.id}:{event.note}"),
        _line("tagged", told, tags, "Set the tags", event.tags),
    ]


def _anchored(whole: Chronology, told: Mention) -> Children:
    """What the date was counted from, where that stands in the text: to move it moves all that is counted from it."""
    anchor = counted_from(whole, told)
    if anchor is None or anchor.span is None:
        return []
    label = f"Counted from “{anchor.name}”, read as {say_span(anchor.span)}; it is"
    return [_line("anchored", told, [field("anchored", label, "date", "")], "Move it", anchor.span, live=True)]


def _cast(whole: Chronology, event: Event, told: Mention) -> html.Form:
    """Who takes part: a line each, and one for somebody else; an emptied line takes that one out."""
    names = [(part.actor, whole.actor_names.get(part.actor, part.actor), part.role) for part in event.actors]
    lines = [_part(number, *part) for number, part in enumerate([*names, ("", "", Role.INITIATOR)])]
    known = html.Datalist([html.Option(value=actor.name) for actor in list(whole.actors.values())[:NAMES]], id="review-names")
    kinds = {kind.value: kind.value for kind in ActorKind}
    new = choice("cast", "A name new to the texts is a", "new", kinds, ActorKind.PERSON.value)
    group = html.Fieldset([html.Legend("Who"), *lines, new, known])
    return form("cast", {"event": told.id}, [group], save="Set who takes part", key=f"{told.id}:{event.actors}")


def _part(number: int, id: str, name: str, role: Role) -> html.Div:
    who = {"name": "actor", "defaultValue": name, "list": "review-names", "autoComplete": "off"}
    label = aria(label=f"Actor {number + 1}") if name else aria(label="Another actor")
    roles = {role.value: words for role, words in ROLES.items()}
    return html.Div(
        [
            element("input", {**who, **label, "placeholder": "" if name else "Somebody else"}),
            select("role", roles, role.value, **aria(label=f"Part of actor {number + 1}")),
            element("input", {"type": "hidden", "name": "was", "value": id}),
        ],
        className="part",
    )


def _together(whole: Chronology, event: Event, told: Mention) -> Children:
    """Merging with an event like it, and splitting off the telling that is shown."""
    parts: Children = []
    others = dict(offered(likely(whole, event)))
    if others:
        parts.append(finding(told))
        fields = [choice("joined", "The same as", "other", {"": "Choose an event", **others}, "")]
        parts.append(_line("joined", told, fields, "Merge them", len(event.mentions)))
    if len(event.mentions) > 1:
        outlet = whole.documents[told.document].outlet
        button = deciding(f"Split off what {outlet} tells here", "parted", {"event": told.id})
        parts.append(html.P(["Told ", f"{len(event.mentions)} times. ", button], className="parting"))
    return parts


def offered(others: list[Event]) -> list[tuple[str, str]]:
    """Events as a menu offers them: their ids, and their dates and titles."""
    return [(other.id, f"{when_line(other)}: {other.title}") for other in others]


def finding(told: Mention) -> html.Div:
    """Words that the menu below is filled by (assets/review.js): what is alike and near is in it from the first."""
    id = "review-joined-words"
    finds = data(finds="review-joined-other", event=told.id)
    box = element("input", {"id": id, "type": "search", "autoComplete": "off", "placeholder": "cruiser sunk", **finds})
    said = html.P(id="review-joined-found", className="soft", role="status")
    return html.Div(
        [html.Label("Find it by words in its title or passage", htmlFor=id), box, said], className="decision finding"
    )


def day(document: Document) -> html.Form:
    """The day a text was written, from which its “yesterday” counts."""
    written = document.written
    now = say_span(written.span) if written else ""
    label = "Day this text was written" + (" (assumed so far)" if written and written.known is Known.ASSUMED else "")
    fields = [field("written", label, "date", now)]
    about = {"document": document.id}
    return form("written", about, fields, save="Set the day", key=f"{document.id}:{now}", live=True, line=True)


def adding(whole: Chronology, here: Passage) -> html.Section:
    """An event in a passage the user chose; the first date in it is offered."""
    title = shortened(whole.documents[here.document].quote(here), LONGEST)
    dates = (d for d in whole.dates_of(here.document) if d.span and here.start <= d.expression.passage.start < here.end)
    first = next((date.edtf for date in dates if date.edtf), "")
    hidden = {"document": here.document, "start": str(here.start), "end": str(here.end)}
    fields = [
        field("found", "What happened", "title", title.rstrip(".")),
        field("found", "When (empty: undated)", "date", first),
        choice("found", "Kind", "kind", KINDS, Kind.OTHER.value),
    ]
    key = f"{here.document}:{here.start}-{here.end}"
    made = form("found", hidden, fields, save="Add this event", key=key, live=True)
    return html.Section([html.H2("An event in this passage", className="small"), made], className="correcting")


def shortened(quoted: str, most: int = QUOTED) -> str:
    """A passage in one line, its end left out where it is long."""
    line = " ".join(quoted.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


def _taking_back(address: Address) -> html.P:
    return html.P(
        [
            html.Button("Undo", type="button", className="quiet", title="Ctrl+Z", **data(decides="undo", values="{}")),
            " ",
            html.Button("Redo", type="button", className="quiet", title="Ctrl+Shift+Z", **data(decides="redo", values="{}")),
            " ",
            html.A("All corrections", href=address.going(listed=HISTORY).href, className="soft"),
        ]
    )
