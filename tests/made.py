"""Chronologies made by hand, without reading any text: for the tests of the rooms that draw, export and show them.

    made_chronology()            about twenty events of an invented war, one of every kind of date
    made_chronology(bc=True)     the same shapes in 482 to 478 BC
    made_chronology(10_000)      exactly so many events, drawn by a seeded generator

Texts are assembled from the sentences of the events, so every passage quotes its document.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.made_dates import (
    GUESSED,
    When,
    about_day,
    after_day,
    at_dawn,
    at_hour,
    before_year,
    between,
    from_to,
    in_decade,
    in_month,
    in_spring,
    in_year,
    on_day,
    resolved,
)
from timeline.chronology.chronology import Chronology
from timeline.chronology.order import in_time
from timeline.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    Kind,
    Known,
    Mention,
    Participant,
    Passage,
    Role,
    Written,
    by_id,
    content_id,
)
from timeline.spans import MINUTES_A_DAY, Span, civil, moment

__all__ = ["ACTORS", "When", "about_day", "event_of", "made_chronology", "on_day", "resolved"]

A, T, M = Role.INITIATOR, Role.TARGET, Role.MENTIONED


def _actor(key: str, name: str, kind: ActorKind, *aliases: str, part_of: str | None = None) -> Actor:
    return Actor(Actor.make_id(key), name, kind, aliases, Actor.make_id(part_of) if part_of else None)


ACTORS = {
    "arv": _actor("state:ARV", "Arvenia", ActorKind.STATE, "the Arvenians"),
    "cos": _actor("state:COS", "Costal Republic", ActorKind.STATE, "Costal"),
    "arv-mfa": _actor("organ:ARV:foreign", "Arvenian Foreign Ministry", ActorKind.ORGANISATION, part_of="state:ARV"),
    "cos-navy": _actor("organ:COS:navy", "Costal Navy", ActorKind.ORGANISATION, part_of="state:COS"),
    "front": _actor("group:HIGHLAND", "Highland Front", ActorKind.ARMED_GROUP, "the Front"),
    "council": _actor("org:COUNCIL", "League Council", ActorKind.ORGANISATION),
    "marel": _actor("person:MAREL", "Ilse Marel", ActorKind.PERSON, "President Marel", "Marel"),
    "dorn": _actor("person:DORN", "Pavo Dorn", ActorKind.PERSON, "Dorn"),
    "port": _actor("place:PORT", "Port Hallam", ActorKind.PLACE),
    "ridge": _actor("place:RIDGE", "Sable Ridge", ActorKind.PLACE),
}


@dataclass(frozen=True)
class Told:
    """One sentence of one outlet. Rows with the same `same` tell of one event; `{}` in the sentence is the date phrase."""

    outlet: str
    sentence: str
    title: str
    kind: Kind
    when: When | None
    actors: tuple[tuple[str, Role], ...] = ()
    places: tuple[str, ...] = ()
    same: str = ""


HERALD, POST, WIRE, BOOK = "Arven Herald", "Harbour Post", "Northern Wire", "A Short History of the Strait"


def _rows(y: int) -> list[Told]:
    """The invented war of the strait in the year `y`, with one of every kind of date."""
    guess = on_day(y, 4, 9, phrase="On the Friday", certainty=GUESSED, steps=("a Friday of the weeks told", "one of two"))
    shown = on_day(y, 4, 2, phrase="Yesterday", steps=("the day before the article was written",))
    return [
        Told(BOOK, "{} fishing crews of both shores shared the banks.", "Crews share the fishing banks", Kind.COOPERATE,
             before_year(y - 10), (("arv", A), ("cos", A))),
        Told(BOOK, "{} oil was found under Sable Ridge.", "Oil found under Sable Ridge", Kind.OTHER,
             in_decade(y // 10 * 10 - 10) if y > 0 else in_year(y - 3), (), ("ridge",)),
        Told(BOOK, "{} the Costal Republic claimed the whole strait.", "Costal Republic claims the strait", Kind.REQUEST,
             in_year(y - 1), (("cos", A), ("arv", T))),
        Told(BOOK, "{} President Marel rejected the claim before parliament.", "Marel rejects the claim", Kind.REJECT,
             in_spring(y), (("marel", A), ("cos", T))),
        Told(WIRE, "{} Costal marines landed at Port Hallam.", "Costal marines land at Port Hallam", Kind.ASSAULT,
             on_day(y, 4, 2), (("cos-navy", A), ("arv", T)), ("port",), "landing"),
        Told(HERALD, "{} enemy marines landed at Port Hallam and hauled down our flag.", "Marines land at Port Hallam",
             Kind.ASSAULT, shown, (("cos", A), ("arv", T)), ("port",), "landing"),
        Told(HERALD, "{} the Arvenian Foreign Ministry asked the League Council to act.",
             "Arvenian Foreign Ministry asks the League Council to act", Kind.REQUEST,
             at_hour(y, 4, 3, 11, 30), (("arv-mfa", A), ("council", T))),
        Told(WIRE, "{} the League Council demanded a withdrawal.", "League Council demands a withdrawal", Kind.REQUEST,
             on_day(y, 4, 3), (("council", A), ("cos", T))),
        Told(POST, "{} Pavo Dorn met Ilse Marel on a ship off the coast.", "Pavo Dorn meets Ilse Marel", Kind.CONSULT,
             guess, (("dorn", A), ("marel", A))),
        Told(WIRE, "{} the Costal Navy blockaded the strait.", "Costal Navy blockades the strait", Kind.COERCE,
             from_to((y, 4, 12), (y, 5, 20)), (("cos-navy", A), ("arv", T))),
        Told(WIRE, "{} the Costal cruiser Halcyon was sunk off Sable Ridge with 212 dead.", "Cruiser Halcyon sunk",
             Kind.ASSAULT, on_day(y, 5, 2), (("arv", A), ("cos-navy", T)), ("ridge",), "halcyon"),
        Told(POST, "{} the cruiser Halcyon was sunk off Sable Ridge, the admiralty conceded.", "Cruiser Halcyon is sunk",
             Kind.ASSAULT, on_day(y, 5, 3), (("arv", A), ("cos-navy", T)), ("ridge",), "halcyon"),
        Told(POST, "{} crowds marched in the capital against the war.", "Crowds march against the war", Kind.PROTEST,
             between((y, 5, 4), (y, 5, 14), "In the days that followed", "after 3 May", "before 15 May"), (("cos", T),)),
        Told(HERALD, "{} the Highland Front attacked the garrison on Sable Ridge.", "Highland Front attacks the garrison",
             Kind.ASSAULT, at_dawn(y, 5, 15), (("front", A), ("cos", T)), ("ridge",)),
        Told(WIRE, "{} three aid ships reached Port Hallam.", "Aid ships reach Port Hallam", Kind.AID,
             about_day(y, 5, 24), (("council", A), ("arv", T)), ("port",)),
        Told(WIRE, "{} Arvenia moved two brigades to the strait.", "Arvenia moves two brigades to the strait",
             Kind.MOBILIZE, in_month(y, 5), (("arv", A),)),
        Told(HERALD, "{} Costal forces withdrew from Port Hallam.", "Costal forces withdraw from Port Hallam",
             Kind.RETREAT, from_to((y, 6, 11), (y, 6, 14)), (("cos", A),), ("port",)),
        Told(POST, "{} Arvenia and the Costal Republic signed an armistice.", "Arvenia and Costal Republic sign an armistice",
             Kind.AGREE, on_day(y, 6, 20), (("arv", A), ("cos", A))),
        Told(POST, "{} the wreck of the Halcyon was found.", "Wreck of the Halcyon found", Kind.OTHER,
             after_day(y, 6, 20), (("arv", M),)),
        Told(POST, "At some point Dorn accused the Highland Front of treason.", "Dorn accuses the Highland Front",
             Kind.ACCUSE, None, (("dorn", A), ("front", T))),
        Told(BOOK, "Smugglers kept supplying both shores.", "Smugglers supply both shores", Kind.OTHER, None, ()),
    ]  # fmt: skip


@dataclass
class _Page:
    """A document being assembled sentence by sentence."""

    outlet: str
    number: int = 0
    parts: list[str] = field(default_factory=list)
    length: int = 0
    told: list[tuple[Told, int, int]] = field(default_factory=list)

    def add(self, row: Told) -> None:
        sentence = row.sentence.format(row.when.phrase) if row.when else row.sentence
        self.told.append((row, self.length, self.length + len(sentence)))
        self.parts.append(sentence + ("\n\n" if len(self.parts) % 3 == 2 else " "))
        self.length += len(self.parts[-1])

    def document(self, written: Span | None) -> Document:
        text = "".join(self.parts)
        name = f"{self.outlet.lower().replace(' ', '-')}-{self.number}.txt"
        known = Written(written, Known.GIVEN) if written else None
        title = self.outlet if self.outlet == BOOK else f"{self.outlet}: the strait, report {self.number + 1}"
        publisher = None if self.outlet == BOOK else self.outlet
        return Document(
            Document.make_id(text, name),
            name,
            title,
            text,
            written=known,
            publisher=publisher,
        )


def _mention(document: Document, row: Told, start: int, end: int) -> Mention:
    passage = Passage(document.id, start, end)
    when = None
    if row.when:
        at = start + row.sentence.index("{}")
        when = row.when.at(Passage(document.id, at, at + len(row.when.phrase)))
    return Mention(
        content_id("m", document.id, start, end),
        passage,
        row.title,
        row.kind,
        when,
        tuple(Participant(ACTORS[key].id, role) for key, role in row.actors),
        tuple(ACTORS[key].id for key in row.places),
        row.kind.value.lower(),
    )


def event_of(mentions: Iterable[Mention]) -> Event:
    """The event some mentions tell together, as merging would make it."""
    told = tuple(sorted(mentions, key=lambda mention: mention.id))
    dated = sorted((m.when for m in told if m.when and m.when.span), key=lambda when: (when.span, when.edtf))
    claims = {when.span: when for when in reversed(dated)}
    people = dict.fromkeys(part for mention in told for part in mention.actors)
    places = dict.fromkeys(place for mention in told for place in mention.places)
    best = tuple(claims[span] for span in sorted(claims))
    disputed = any(not a.overlaps(b) for a in claims for b in claims)
    parts = (best, tuple(people), tuple(places), disputed, len({mention.document for mention in told}))
    return Event("e" + told[0].id[1:], told, told[0].title, told[0].kind, *parts)


def made_chronology(n: int | None = None, seed: int = 0, *, bc: bool = False) -> Chronology:
    """The war of the strait in 1982 (or 480 BC); or, given `n`, exactly so many events over forty years, by `seed`."""
    year = -479 if bc else 1982
    rows = _rows(year) if n is None else list(many(n, random.Random(seed), year))
    pages: dict[tuple[str, int], _Page] = {}
    seen: dict[str, int] = {}
    for row in rows:
        number = seen.get(row.outlet, 0) // 60
        seen[row.outlet] = seen.get(row.outlet, 0) + 1
        pages.setdefault((row.outlet, number), _Page(row.outlet, number)).add(row)
    documents: list[Document] = []
    groups: dict[str, list[Mention]] = {}
    for page in pages.values():
        document = page.document(None if page.outlet == BOOK else Span.of(year, 6, 30))
        documents.append(document)
        for row, start, end in page.told:
            mention = _mention(document, row, start, end)
            groups.setdefault(row.same or mention.id, []).append(mention)
    events = sorted((event_of(group) for group in groups.values()), key=in_time)
    title = "The war of the strait" if n is None else f"{n} events"
    return Chronology(title, by_id(documents), by_id(events), by_id(ACTORS.values()), total=len(events))


_DEEDS = [
    ("shelled", Kind.ASSAULT), ("met envoys of", Kind.CONSULT), ("accused", Kind.ACCUSE), ("threatened", Kind.THREATEN),
    ("signed an accord with", Kind.AGREE), ("sent grain to", Kind.AID), ("imposed a levy on", Kind.SANCTION),
    ("withdrew before", Kind.RETREAT), ("massed troops against", Kind.MOBILIZE), ("turned down", Kind.REJECT),
]  # fmt: skip


def many(n: int, chance: random.Random, year: int) -> Iterator[Told]:
    """`n` rows, each an event: every kind of date in turn, days by far the most."""
    doers = ["arv", "cos", "arv-mfa", "cos-navy", "front", "council", "marel", "dorn"]
    for number in range(n):
        first, second = chance.sample(doers, 2)
        verb, kind = chance.choice(_DEEDS)
        title = f"{ACTORS[first].name} {verb} {ACTORS[second].name}"
        when = None if chance.random() < 0.03 else _some_date(chance, year + chance.randrange(40))
        sentence = ("{} " if when else "") + f"{title}, dispatch {number} said."
        places = (chance.choice(["port", "ridge"]),) if chance.random() < 0.4 else ()
        yield Told(chance.choice([HERALD, POST, WIRE, BOOK]), sentence, title, kind, when, ((first, A), (second, T)), places)


def _some_date(chance: random.Random, year: int) -> When:
    month, day, draw = chance.randint(1, 12), chance.randint(1, 27), chance.random()
    if draw < 0.6:
        return on_day(year, month, day)
    if draw < 0.7:
        last = civil(moment(year, month, day) + chance.randint(1, 40) * MINUTES_A_DAY)[:3]
        return from_to((year, month, day), last)
    others = [
        in_month(year, month), in_spring(year), in_year(year), at_hour(year, month, day, 9, 15), at_dawn(year, month, day),
        about_day(year, month, day), on_day(year, month, day, certainty=GUESSED), before_year(year),
        after_day(year, month, day), between((year, month, day), (year, 12, 30), "After that", "after the day told"),
    ]  # fmt: skip
    return chance.choice(others)
