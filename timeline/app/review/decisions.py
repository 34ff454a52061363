"""From what was filled in to what is decided: form values in, corrections out. Pure; the day comes from outside.

Every decision has a name (that of a form or button of the page) and a function; what cannot be decided so is a `Wrong`, with
the field it is about and one line that says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from timeline.app.address import event_of
from timeline.chronology import Chronology
from timeline.chronology.corrections import (
    AnchorMoved,
    Cast,
    Correction,
    Dated,
    Found,
    Given,
    Joined,
    Noted,
    OfKind,
    Parted,
    Reviewed,
    Tagged,
    Titled,
    WrittenOn,
    given,
)
from timeline.errors import DateError
from timeline.model import Actor, ActorKind, Anchor, Event, Kind, Known, Mention, Participant, Passage, Review, Role, Written
from timeline.spans import Moment

Values = Mapping[str, Sequence[str]]


class Wrong(ValueError):
    """What was filled in cannot be decided: the field, and one line that says why and what would do."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field


def decision(what: str, whole: Chronology, values: Values, today: Moment) -> Correction:
    """The correction that a form or button stands for. KeyError for one there is not; Wrong."""
    return DECISIONS[what](whole, values, today)


def typed(values: Values, field: str) -> str:
    """What stands in a field, without blanks around it; "" for one that is not there."""
    return (list(values.get(field, ())) or [""])[0].strip()


def chosen(whole: Chronology, values: Values) -> tuple[Event, Mention]:
    """The event a form is about, and the telling it was opened at."""
    id = typed(values, "event")
    event = event_of(whole, id)
    if event is None:
        raise Wrong("event", "this event is no longer here; choose it again in the list")
    return event, next((told for told in event.mentions if told.id == id), event.mentions[0])


def date_given(values: Values, today: Moment) -> Given:
    """The date in the field "date"."""
    words = typed(values, "date")
    if not words:
        raise Wrong("date", "write a date, such as 2 May 1982, between 5 and 9 May 1982, c. 480 BC or 1982-05/1982-06")
    try:
        return given(words, today)
    except DateError as error:
        raise Wrong("date", str(error)) from error


def counted_from(whole: Chronology, told: Mention) -> Anchor | None:
    """What a telling's date was counted from in its text. Not the day of writing: to correct that has a form of its own."""
    anchor = told.when.counted_from if told.when else None
    written = whole.documents[told.document].written
    if anchor is None or anchor.passage is None or anchor.span is None:
        return None
    return None if written and anchor.span == written.span else anchor


def _reviewed(whole: Chronology, values: Values, today: Moment) -> Correction:
    return Reviewed(chosen(whole, values)[1].id, Review(typed(values, "state")))


def _dated(whole: Chronology, values: Values, today: Moment) -> Correction:
    return Dated(chosen(whole, values)[1].id, date_given(values, today), follow="follow" in values)


def _titled(whole: Chronology, values: Values, today: Moment) -> Correction:
    return Titled(chosen(whole, values)[1].id, _title(values))


def _title(values: Values) -> str:
    title = " ".join(typed(values, "title").split())
    if not title:
        raise Wrong("title", "write what happened, in a few words")
    return title


def _of_kind(whole: Chronology, values: Values, today: Moment) -> Correction:
    return OfKind(chosen(whole, values)[1].id, Kind(typed(values, "kind")))


def _cast(whole: Chronology, values: Values, today: Moment) -> Correction:
    told = chosen(whole, values)[1]
    parts, new = [], {}
    rows = zip_longest(values.get("actor", ()), values.get("role", ()), values.get("was", ()), fillvalue="")
    for name, role, was in rows:
        name = " ".join(name.split())
        if not name:
            continue
        actor = _named(whole, name, was)
        if actor is None:
            actor = Actor(Actor.make_id(f"user:{name}"), name, ActorKind(typed(values, "new") or ActorKind.PERSON))
            new[actor.id] = actor
        parts.append(Participant(actor.id, Role(role)))
    return Cast(told.id, tuple(parts), tuple(new.values()))


def _named(whole: Chronology, name: str, was: str) -> Actor | None:
    """The actor of a name: the one who stood in the field before, else who is called so, else who is also called so."""
    before = whole.actors.get(was)
    if before and before.name == name:
        return before
    folded = name.casefold()
    by_name = (actor for actor in whole.actors.values() if actor.name.casefold() == folded)
    by_alias = (actor for actor in whole.actors.values() if folded in {alias.casefold() for alias in actor.aliases})
    return next(by_name, None) or next(by_alias, None)


def _noted(whole: Chronology, values: Values, today: Moment) -> Correction:
    return Noted(chosen(whole, values)[1].id, typed(values, "note"))


def _tagged(whole: Chronology, values: Values, today: Moment) -> Correction:
    tags = (" ".join(tag.split()) for tag in typed(values, "tags").split(","))
    return Tagged(chosen(whole, values)[1].id, tuple(dict.fromkeys(tag for tag in tags if tag)))


def _joined(whole: Chronology, values: Values, today: Moment) -> Correction:
    event, told = chosen(whole, values)
    other = event_of(whole, typed(values, "other"))
    if other is None or other.id == event.id:
        raise Wrong("other", "choose the event that is the same as this one")
    return Joined((told.id, other.id))


def _parted(whole: Chronology, values: Values, today: Moment) -> Correction:
    event, told = chosen(whole, values)
    if len(event.mentions) < 2:
        raise Wrong("event", "this event is told once only; there is nothing to split off")
    return Parted((told.id,))


def _found(whole: Chronology, values: Values, today: Moment) -> Correction:
    document = whole.documents.get(typed(values, "document"))
    if document is None:
        raise Wrong("title", "this text is no longer here")
    passage = Passage(document.id, int(typed(values, "start")), int(typed(values, "end")))
    if not 0 <= passage.start < passage.end <= len(document.text):
        raise Wrong("title", "the passage lies outside its text; select it again")
    when = date_given(values, today) if typed(values, "date") else None
    return Found(passage, _title(values), Kind(typed(values, "kind")), when)


def _written(whole: Chronology, values: Values, today: Moment) -> Correction:
    document = whole.documents.get(typed(values, "document"))
    if document is None:
        raise Wrong("date", "this text is no longer here")
    return WrittenOn(document.id, Written(date_given(values, today).span, Known.GIVEN))


def _anchored(whole: Chronology, values: Values, today: Moment) -> Correction:
    told = chosen(whole, values)[1]
    anchor = counted_from(whole, told)
    if anchor is None or anchor.span is None:
        raise Wrong("date", "this date is counted from nothing in the text")
    return AnchorMoved(told.document, anchor.passage, anchor.span, date_given(values, today).span)


DECISIONS: Final[dict[str, Callable[[Chronology, Values, Moment], Correction]]] = {
    "reviewed": _reviewed,
    "dated": _dated,
    "titled": _titled,
    "of-kind": _of_kind,
    "cast": _cast,
    "noted": _noted,
    "tagged": _tagged,
    "joined": _joined,
    "parted": _parted,
    "found": _found,
    "written": _written,
    "anchored": _anchored,
}
"""What can be decided on the page, by the name a form or button gives it."""
