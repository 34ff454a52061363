"""The kinds of correction: what a user can decide, each a small value that says one thing.

`mention` may be the id of any mention of the event, or the event's own id. `said` is what was done, for the history:
`said(quoted)` where `quoted(id)` gives the title of what an id stands for, in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.chronology.corrections.given import Given
from timeline.model import Actor, Kind, Participant, Passage, Review, Written, content_id
from timeline.spans import Span
from timeline.wording import say_span

Quoted = Callable[[str], str]


def mention_id(id: str) -> str:
    """The id of a mention, also from that of the event that is called after it."""
    return "m" + id[1:] if id.startswith("e") else id


@dataclass(frozen=True, slots=True)
class _OfOne:
    """A correction of the event that a mention tells."""

    mention: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "mention", mention_id(self.mention))

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the mentions it speaks of."""
        return (self.mention,)


@dataclass(frozen=True, slots=True)
class _OfSeveral:
    """A correction of what several mentions tell."""

    mentions: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "mentions", tuple(dict.fromkeys(map(mention_id, self.mentions))))

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the mentions it speaks of."""
        return self.mentions


@dataclass(frozen=True, slots=True)
class Reviewed(_OfOne):
    """The event is right, is wrong and leaves the chronology, or is to be looked at again."""

    state: Review

    def said(self, quoted: Quoted) -> str:
        verb = {Review.CONFIRMED: "confirmed", Review.REJECTED: "rejected", Review.UNREVIEWED: "put back for review"}
        return f"{verb[self.state]} {quoted(self.mention)}"


@dataclass(frozen=True, slots=True)
class Dated(_OfOne):
    """The event's date, in place of all that the texts claim. With `follow`, dates counted from it move along."""

    when: Given
    follow: bool = True

    def said(self, quoted: Quoted) -> str:
        return f"dated {quoted(self.mention)} {say_span(self.when.span, lasting=self.when.lasting)}"


@dataclass(frozen=True, slots=True)
class Titled(_OfOne):
    title: str

    def said(self, quoted: Quoted) -> str:
        return f"titled {quoted(self.mention)}: “{self.title}”"


@dataclass(frozen=True, slots=True)
class OfKind(_OfOne):
    kind: Kind

    def said(self, quoted: Quoted) -> str:
        return f"called {quoted(self.mention)} {self.kind.lower()}"


@dataclass(frozen=True, slots=True)
class Cast(_OfOne):
    """Who takes part, all of them; `new` are actors that no text names so far (see `Actor.make_id`)."""

    actors: tuple[Participant, ...]
    new: tuple[Actor, ...] = ()

    def said(self, quoted: Quoted) -> str:
        return f"changed who takes part in {quoted(self.mention)}"


@dataclass(frozen=True, slots=True)
class Noted(_OfOne):
    """A note on the event; "" takes it away."""

    note: str

    def said(self, quoted: Quoted) -> str:
        return f"noted on {quoted(self.mention)}: {self.note}" if self.note else f"took the note off {quoted(self.mention)}"


@dataclass(frozen=True, slots=True)
class Tagged(_OfOne):
    """The event's tags, all of them."""

    tags: tuple[str, ...]

    def said(self, quoted: Quoted) -> str:
        return f"tagged {quoted(self.mention)} {', '.join(self.tags)}" if self.tags else f"untagged {quoted(self.mention)}"


@dataclass(frozen=True, slots=True)
class Joined(_OfSeveral):
    """The events of these mentions are one."""

    def said(self, quoted: Quoted) -> str:
        return "merged " + " and ".join(map(quoted, self.mentions))


@dataclass(frozen=True, slots=True)
class Parted(_OfSeveral):
    """These mentions tell an event of their own, apart from what they were told as one with."""

    def said(self, quoted: Quoted) -> str:
        return "split off " + " and ".join(map(quoted, self.mentions))


@dataclass(frozen=True, slots=True)
class Found:
    """An event nobody read, in a passage the user chose; None as `when` leaves it undated.

    Should the passage be read as an event one day, this is what the user says of it.
    """

    passage: Passage
    title: str
    kind: Kind = Kind.OTHER
    when: Given | None = None
    actors: tuple[Participant, ...] = ()

    @property
    def mention(self) -> str:
        """The id of the mention it makes."""
        return content_id("m", self.passage.document, self.passage.start, self.passage.end)

    @property
    def about(self) -> tuple[str, ...]:
        return (self.mention,)

    def said(self, quoted: Quoted) -> str:
        return f"added “{self.title}”"


@dataclass(frozen=True, slots=True)
class WrittenOn:
    """The day a document was written. What it dates by that day is read again; `was` is what was known before."""

    document: str
    written: Written | None
    was: Written | None = None

    @property
    def about(self) -> tuple[str, ...]:
        return ()

    def said(self, quoted: Quoted) -> str:
        day = say_span(self.written.span) if self.written else "an unknown day"
        return f"set the day of {quoted(self.document)} to {day}"


@dataclass(frozen=True, slots=True)
class AnchorMoved:
    """What some dates of a document were counted from is another day: they move along.

    `passage` is where the anchor stands (None outside the text) and `was` what it was read as: those of `Anchor`.
    """

    document: str
    passage: Passage | None
    was: Span
    now: Span

    @property
    def about(self) -> tuple[str, ...]:
        return ()

    def said(self, quoted: Quoted) -> str:
        return f"counted from {say_span(self.now)}, not {say_span(self.was)}, in {quoted(self.document)}"


Correction = (
    Reviewed
    | Dated
    | Titled
    | OfKind
    | Cast
    | Noted
    | Tagged
    | Joined
    | Parted
    | Found
    | WrittenOn
    | AnchorMoved
)  # fmt: skip
