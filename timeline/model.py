"""The vocabulary: what every room of the walk receives and hands on.

    Document -> Expression -> ResolvedDate -> Mention -> Event -> Chronology

All are frozen values. A passage's offsets are half-open code point offsets into a text that is never altered, so
`document.text[passage.start:passage.end]` is the quotation for ever. `Chronology` itself lives in `timeline.chronology`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final, NamedTuple, TypeVar

from timeline.choices import ActorKind, Certainty, DateType, Kind, Known, Qualifier, Review, Role
from timeline.spans import Span

__all__ = [
    "TOLD_ORDER",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Anchor",
    "Certainty",
    "DateType",
    "Document",
    "Event",
    "Expression",
    "Kind",
    "Known",
    "Mention",
    "Participant",
    "Passage",
    "Qualifier",
    "ResolvedDate",
    "Review",
    "Role",
    "Why",
    "Written",
    "by_id",
    "content_id",
]


def content_id(prefix: str, *parts: str | int) -> str:
    """A short id made of content alone, so building again gives the same one: `d3f2a9c41b07`."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6)
    return prefix + digest.hexdigest()


class Passage(NamedTuple):
    """A stretch of a document's text: `document` is its id, `start` and `end` half-open code point offsets."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """The day (or minute) a document was written, and how that is known.

    `span` is on the local clock of the text; `zone` is the name as printed ("IST") or an offset ("+05:30"), `offset` its
    minutes east of UTC where known. `passage` is the dateline when there is one: it is not an event.
    """

    span: Span
    known: Known
    zone: str | None = None
    offset: int | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read. `source` is where it came from (path, URL or the id given), `publisher` the outlet if known.

    `region` is the country its language tag names ("GB" of "en-GB"), "" where it names none.
    """

    id: str
    source: str
    title: str
    text: str
    language: str = "en"
    written: Written | None = None
    publisher: str | None = None
    region: str = ""

    @staticmethod
    def make_id(text: str, name: str) -> str:
        """The id of a text under a name (a file's name without its folder, or a given id)."""
        return content_id("d", text, name)

    def quote(self, passage: Passage) -> str:
        return self.text[passage.start : passage.end]

    @property
    def outlet(self) -> str:
        """What a reader calls the source: its publisher, else its title."""
        return self.publisher or self.title


class Expression(NamedTuple):
    """A temporal expression as found, before it is resolved: what it means, and the parts it was read from."""

    passage: Passage
    meaning: str
    type: DateType
    slots: Mapping[str, Any] = {}
    qualifier: Qualifier | None = None


class Anchor(NamedTuple):
    """What a date was counted from: the day written, a date told earlier, or an event of the text.

    `passage` is where the anchor stands, None when it stands outside the text (metadata, a date given by the user).
    """

    name: str
    span: Span
    passage: Passage | None = None


class Why(NamedTuple):
    """A derivation as data: the words read, the steps of the reading in plain words, what it was counted from.

    `others` are the competing readings that were set aside, each a TIMEX3 value with the reason. `read_aloud` makes it one
    sentence for people.
    """

    phrase: str
    steps: tuple[str, ...]
    anchor: Anchor | None = None
    result: str = ""
    others: tuple[tuple[str, str], ...] = ()

    def read_aloud(self) -> str:
        """ "'on Friday', past tense, article written Sat 7 Mar 2026 → Fri 6 Mar 2026"."""
        parts = ", ".join((f"“{self.phrase}”", *filter(None, self.steps)))
        return f"{parts} → {self.result}" if self.result else parts


TOLD_ORDER: Final = "told_order"
"""The meaning of an expression that dates nothing itself: only the order of the telling does."""


class ResolvedDate(NamedTuple):
    """An expression with its place in time, or None as `span` when there is no reading (a vague or unanchored one).

    `lasting` says what a span of several grains means: True, it fills the span ("from 5 to 9 May", EDTF
    `1982-05-05/1982-05-09`); False, it falls somewhere within ("between 5 and 9 May", EDTF `[1982-05-05..1982-05-09]`;
    "in May", `1982-05`). `value` is the TIMEX3 value. `offset` is minutes east of UTC for a time whose zone is known.
    """

    expression: Expression
    span: Span | None
    value: str
    edtf: str
    certainty: Certainty
    why: Why
    lasting: bool = False
    counted_from: Anchor | None = None
    offset: int | None = None

    @property
    def by_order(self) -> bool:
        """Whether no words of the text date it, and only the order of the telling places it between its neighbours."""
        return self.expression.meaning == TOLD_ORDER


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts. `part_of` is the id of the state or body it belongs to: a ministry of Russia is part of Russia.

    `id` is opaque and made of the canonical key (`Actor.make_id("state:RUS")`), the same in every document.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    part_of: str | None = None

    @staticmethod
    def make_id(key: str) -> str:
        return content_id("a", key)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One naming of an actor in a text."""

    passage: Passage
    actor: Actor


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in a mention; `actor` is the actor's id."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one happening in one passage. `when` is None when the text gives it no reading at all (undated).

    `kind_why` are the words that decided the kind. `places` are actor ids of kind PLACE or STATE.
    """

    id: str
    passage: Passage
    title: str
    kind: Kind
    when: ResolvedDate | None
    actors: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    kind_why: str = ""

    @property
    def document(self) -> str:
        return self.passage.document

    @property
    def span(self) -> Span | None:
        return self.when.span if self.when else None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, told by one or more mentions, in the order of their ids; `id` is that of the first.

    `claims` are the different spans its tellings give, best first; more than one that cannot agree makes it `disputed`.
    `title`, `kind`, `actors` and `places` are those of the mentions taken together. `sources` is how many tell of it
    independently: outlets, those aside whose words are copied from one another.

    `review`, `note` and `tags` are the user's own; `corrected` names what the user changed: "date", "title", "kind",
    "actors", "tellings" (joined or split off), "added".
    """

    id: str
    mentions: tuple[Mention, ...]
    title: str
    kind: Kind
    claims: tuple[ResolvedDate, ...] = ()
    actors: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    disputed: bool = False
    sources: int = 1
    review: Review = Review.UNREVIEWED
    note: str = ""
    tags: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def when(self) -> ResolvedDate | None:
        """The date the event is drawn and sorted by: its best claim; None when undated."""
        return self.claims[0] if self.claims else None

    @property
    def span(self) -> Span | None:
        return self.when.span if self.when else None

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that tell of it, each once."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))

    def initiators(self) -> tuple[str, ...]:
        return self._in_role(Role.INITIATOR)

    def targets(self) -> tuple[str, ...]:
        return self._in_role(Role.TARGET)

    def _in_role(self, *roles: Role) -> tuple[str, ...]:
        return tuple(part.actor for part in self.actors if part.role in roles)


Identified = TypeVar("Identified", Document, Actor, Event)


def by_id(things: Iterable[Identified]) -> dict[str, Identified]:
    """A mapping from id to thing, in order."""
    return {thing.id: thing for thing in things}
