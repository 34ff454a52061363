"""Corrections laid over events: pure, and the same however often it is done.

which mentions tell one event -> their dates, where an anchor moved -> what is said of the event as a whole
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology.corrections.anchors import redated
from timeline.chronology.corrections.kinds import (
    AnchorMoved,
    Cast,
    Correction,
    Dated,
    Found,
    Joined,
    Noted,
    OfKind,
    Parted,
    Reviewed,
    Tagged,
    Titled,
)
from timeline.chronology.merge import event_of
from timeline.model import Actor, Event, Mention, Participant, Passage, Review

Together = Callable[[Collection[Mention]], Event]


@dataclass(frozen=True, slots=True)
class Applied:
    """The events that stand, in no order; those the user rejected; the actors the user named."""

    events: tuple[Event, ...]
    rejected: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()


def apply(events: Iterable[Event], corrections: Sequence[Correction], together: Together = event_of) -> Applied:
    """The events as corrected; `together` makes the event of some mentions. Corrections of what is gone change nothing.

    Of two corrections of one thing the later one holds.
    """
    if not corrections:
        return Applied(tuple(events))
    kept = _Kept(events, corrections)
    for correction in corrections:
        kept.regroup(correction)
    made = kept.made(together, redated(kept.mentions, corrections, kept.told_with))
    edits: dict[str, list[Correction]] = {}
    for correction in corrections:
        if not isinstance(correction, Joined | Parted | AnchorMoved) and correction not in kept.added:
            for mention in correction.about:
                if mention in kept.head_of:
                    edits.setdefault(kept.head_of[mention], []).append(correction)
    touched = [_edited(event, edits.get(head, ())) for head, event in made.items()]
    return Applied(
        (*kept.untouched, *(event for event in touched if event.review is not Review.REJECTED)),
        tuple(event for event in touched if event.review is Review.REJECTED),
        tuple({actor.id: actor for one in corrections if isinstance(one, Cast) for actor in one.new}.values()),
    )


class _Kept:
    """The events that corrections speak of, as groups of mentions; the others stay as they are."""

    def __init__(self, events: Iterable[Event], corrections: Sequence[Correction]) -> None:
        named = {mention for one in corrections for mention in one.about}
        moving = {one.document for one in corrections if isinstance(one, AnchorMoved)}
        following = {one.mention for one in corrections if isinstance(one, Dated) and one.follow}
        listed = list(events)
        following |= {id for one in corrections if following and isinstance(one, Joined) for id in one.mentions}
        followed = [event for event in listed if any(mention.id in following for mention in event.mentions)]
        moving |= {document for event in followed for document in event.documents}
        self.untouched: list[Event] = []
        self.mentions: dict[str, Mention] = {}
        self.before: dict[frozenset[str], Event] = {}
        self.head_of: dict[str, str] = {}
        self.groups: dict[str, list[str]] = {}
        self.by_hand: dict[str, str] = {}
        self.added: list[Correction] = []
        for event in listed:
            if any(mention.id in named or mention.document in moving for mention in event.mentions):
                self._take(event)
            else:
                self.untouched.append(event)

    def _take(self, event: Event) -> None:
        ids = [mention.id for mention in event.mentions]
        self.mentions.update((mention.id, mention) for mention in event.mentions)
        self.before[frozenset(ids)] = event
        self._put(ids)

    def _put(self, ids: list[str]) -> None:
        """Make these mentions one group, called after the first."""
        if ids:
            self.groups[min(ids)] = ids
            self.head_of.update(dict.fromkeys(ids, min(ids)))

    def told_with(self, id: str) -> list[str]:
        """The mentions told as one with a mention, itself too; none when it has gone."""
        return self.groups[self.head_of[id]] if id in self.head_of else []

    def regroup(self, correction: Correction) -> None:
        """Add, join or part what a correction says."""
        if isinstance(correction, Found):
            mention = _found(correction)
            if mention.id not in self.mentions:
                self.mentions[mention.id] = mention
                self._put([mention.id])
                self.by_hand[mention.id] = "added"
                self.added.append(correction)
        elif isinstance(correction, Joined | Parted):
            ids = [id for id in correction.mentions if id in self.head_of]
            heads = dict.fromkeys(self.head_of[id] for id in ids)
            members = [member for head in heads for member in self.groups.pop(head)]
            if isinstance(correction, Joined):
                self._put(members)
            else:
                for head in heads:
                    self._put([id for id in members if self.head_of[id] == head and id not in ids])
                self._put(ids)
            self.by_hand.update(dict.fromkeys(members, "tellings"))

    def made(self, together: Together, mentions: Mapping[str, Mention]) -> dict[str, Event]:
        """The event of each group by its first mention; `mentions` are those whose dates moved."""
        found = {}
        for head, ids in self.groups.items():
            before = self.before.get(frozenset(ids))
            moved = any(id in mentions for id in ids)
            if before is None or moved:
                event = together([mentions.get(id, self.mentions[id]) for id in ids])
                changed = [self.by_hand[id] for id in ids if id in self.by_hand] + ["date"] * moved
                found[head] = replace(event, corrected=tuple(dict.fromkeys(changed)))
            else:
                found[head] = before
        return found


def _found(correction: Found) -> Mention:
    passage = correction.passage
    when = correction.when.resolved(passage) if correction.when else None
    return Mention(
        correction.mention, passage, correction.title, correction.kind, when, correction.actors, kind_why="set by hand"
    )


def _edited(event: Event, edits: Iterable[Correction]) -> Event:
    """An event with what is said of it as a whole."""
    for edit in (part for one in edits for part in _parts(one)):
        match edit:
            case Reviewed(_, state):
                event = replace(event, review=state)
            case Titled(_, title):
                event = _changed(replace(event, title=title), "title")
            case OfKind(_, kind):
                event = _changed(replace(event, kind=kind), "kind")
            case Cast(_, actors):
                event = _changed(replace(event, actors=_once(actors)), "actors")
            case Dated(mention, when):
                claims = (when.resolved(_passage(event, mention)),)
                event = _changed(replace(event, claims=claims, disputed=False), "date")
            case Noted(_, note):
                event = replace(event, note=note)
            case Tagged(_, tags):
                event = replace(event, tags=tuple(dict.fromkeys(tags)))
    return event


def _parts(edit: Correction) -> tuple[Correction, ...]:
    """What the user said of a passage before it was read as an event; any other correction as it is."""
    if not isinstance(edit, Found):
        return (edit,)
    id = edit.mention
    dated = (Dated(id, edit.when, follow=False),) if edit.when else ()
    cast = (Cast(id, edit.actors),) if edit.actors else ()
    return Titled(id, edit.title), OfKind(id, edit.kind), *dated, *cast


def _passage(event: Event, id: str) -> Passage:
    """Where the date of a mention stands, or the mention itself."""
    mention = next(mention for mention in event.mentions if mention.id == id)
    return mention.when.expression.passage if mention.when else mention.passage


def _once(actors: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each actor once, in the role given first."""
    found: dict[str, Participant] = {}
    for part in actors:
        found.setdefault(part.actor, part)
    return tuple(found.values())


def _changed(event: Event, what: str) -> Event:
    return replace(event, corrected=tuple(dict.fromkeys((*event.corrected, what))))
