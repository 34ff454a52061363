"""What a mention is compared by: its words by weight, its time, its kind, who acts and who is acted on.

An imprint depends on the mention and its own document alone, never on what else is kept: so two mentions are alike or not
whatever the order they came in.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import log, sqrt
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from timeline.model import Actor, ActorKind, Document, Kind, Mention, Passage, Role
from timeline.resources import DATA
from timeline.spans import Span

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Both begin with what is rare, a capital, and look back from there: a text has a few of them.
_CALLED: Final = re.compile(r"[A-Z](?<=[^\W\d_A-Z]{4} .)(?=([\w'’-]+ ?(?:[A-Z][\w'’-]+ ?)*))")
_NOUN: Final = re.compile(r"\b[^\W\d_A-Z]{4,}\Z")
_INSIDE: Final = re.compile(r"[^\W\d_a-z](?:(?<=\w .)|(?<=\w[,;] .))[^\W_]*")
_STEM: Final = 6
# Stands before the stem of what is done to one thing once.
ONCE: Final = "!"
# Stands before the name of who or what is no state.
NAMED: Final = "="
_LITTLE: Final = 0.35
_NAME: Final = 1.5
KEYS: Final = 6
_STORY: Final = 24
_FEWEST_SHARED: Final = 2
_SAME_STORY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Imprint:
    """`weights` are those of word stems, of length 1 together; `keys` the heaviest, by which likely matches are found.

    `telling` are the stems that could tell this happening from others: no everyday words, no names of those who act, who may
    act again tomorrow. `people` are the actors who are persons. Actors and places include what they are part of. `story` are
    the names of the whole document: those of its copies may differ.
    """

    mention: str
    passage: Passage
    span: Span | None
    lasting: bool
    kind: Kind
    initiators: frozenset[str]
    targets: frozenset[str]
    actors: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    telling: frozenset[str]
    weights: Mapping[str, float]
    story: frozenset[str] = field(default=frozenset(), compare=False)
    keys: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        heaviest = sorted(sorted(self.weights), key=self.weights.__getitem__, reverse=True)
        object.__setattr__(self, "keys", tuple(heaviest[:KEYS]))

    @property
    def document(self) -> str:
        return self.passage.document

    def wording(self, other: Imprint) -> float:
        """How alike the words are: the cosine, 0 to 1."""
        shared = sorted(self.weights.keys() & other.weights.keys())
        return sum([self.weights[stem] * other.weights[stem] for stem in shared])


class Page:
    """A document as its mentions are seen against it: how often it uses a word, and what it calls its things."""

    def __init__(self, document: Document) -> None:
        self.document = document
        words = Counter(_WORD.findall(document.text))
        self.worn = {stem: 1 + 0.5 * log(times) for stem, times in _by_stem(words).items() if times > 1}
        # A word also written small somewhere is no name, nor is one that only ever begins a sentence.
        self.small = {word for word in words if word[:1].islower()}
        inside = _INSIDE.findall(document.text) + _INSIDE.findall(document.title)
        self.names = {word for word in inside if word[0].isupper()}
        self._words = _words_of(document.language)
        self.called = _also_by_sort(_called(document.title + "\n" + document.text), self._words.sorts)
        plain = self.small | self._words.calendar
        self.story = _story(
            _by_stem({word: n for word, n in words.items() if word in self.names and word.lower() not in plain})
        )
        self._known: dict[str, tuple[str, float]] = {}

    def imprint(self, mention: Mention, actors: Mapping[str, Actor]) -> Imprint:
        def also_wholes(ids: Sequence[str]) -> frozenset[str]:
            return frozenset([*ids, *(whole for id in ids if id in actors and (whole := actors[id].part_of))])

        def in_role(role: Role) -> frozenset[str]:
            return also_wholes([part.actor for part in mention.actors if part.role is role])

        everyone = also_wholes([part.actor for part in mention.actors])
        doing = in_role(Role.INITIATOR)
        weights = self._weights(mention)
        everyday = {stem for stem, weight in weights.items() if weight < 1}
        doers = frozenset().union(*(_stems(actors[id]) for id in doing if id in actors))

        def known(ids: Iterable[str]) -> frozenset[str]:
            return frozenset(_known_as(actors[id]) if id in actors else id for id in ids)

        return Imprint(
            mention.id,
            mention.passage,
            mention.span,
            bool(mention.when and mention.when.lasting),
            mention.kind,
            known(doing),
            known(in_role(Role.TARGET)),
            known(everyone),
            known(id for id in everyone if id in actors and actors[id].kind == ActorKind.PERSON),
            known(also_wholes(mention.places)),
            frozenset(weights.keys() - everyday - doers),
            self._normed(weights),
            self.story,
        )

    def _weights(self, mention: Mention) -> dict[str, float]:
        """Words of the title and the passage, without those of the date, by how much they say: everyday ones below 1."""
        words = _WORD.findall(self._without_date(mention)) + _WORD.findall(mention.title)
        pointing = self._words.pointing
        named = [self.called[noun] for one, noun in pairwise(words) if noun in self.called and one.lower() in pointing]
        weights: dict[str, float] = {}
        for word in chain(words, *named):
            stem, weight = self._known.get(word) or self._weighed(word)
            if weight > weights.get(stem, 0.0):
                weights[stem] = weight
        return weights

    def _weighed(self, word: str) -> tuple[str, float]:
        """The stem of a word and how much it says, 0 when nothing."""
        words = self._words
        small, weight = word.lower(), 1.0
        if (
            small in words.nothing
            or (word[0].isupper() and small in words.calendar)
            or (len(small) < 3 and not word.isupper() and not word.isdigit())
        ):
            weight = 0.0
        elif word in self.names and small not in self.small:
            weight = _NAME
        elif small in words.little:
            weight = _LITTLE
        self._known[word] = words.alike.get(small) or _stem(word), weight
        return self._known[word]

    def _normed(self, weights: Mapping[str, float]) -> dict[str, float]:
        """The weights with a length of 1 together; a word the document repeats says less."""
        damped = {stem: weights[stem] / self.worn.get(stem, 1.0) for stem in sorted(weights)}
        length = sqrt(sum([weight * weight for weight in damped.values()])) or 1.0
        return {stem: round(weight / length, 4) for stem, weight in damped.items()}

    def _without_date(self, mention: Mention) -> str:
        passage, text = mention.passage, self.document.text
        date = mention.when.expression.passage if mention.when else None
        if date is None or date.document != passage.document or not passage.start <= date.start < passage.end:
            return text[passage.start : passage.end]
        return text[passage.start : date.start] + " " + text[min(date.end, passage.end) : passage.end]


def _by_stem(words: Mapping[str, int]) -> dict[str, int]:
    """How often the words of a stem stand in a text together."""
    times: dict[str, int] = {}
    for word, here in words.items():
        stem = _stem(word)
        times[stem] = times.get(stem, 0) + here
    return times


def _story(counted: Mapping[str, int]) -> frozenset[str]:
    """The names a document tells of most, of all by how often it does."""
    return frozenset(sorted(counted, key=lambda stem: (-counted[stem], stem))[:_STORY])


def one_story(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two documents tell of the same people and places, for the better part."""
    shared = len(one & other)
    return shared >= _FEWEST_SHARED and shared >= _SAME_STORY * min(len(one), len(other))


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    """The beginning of a word: "torpedoed" and "torpedoes" are one, in any language that inflects at the end."""
    return _plain(word.lower().replace("’", "'").partition("'")[0])[:_STEM]


def _known_as(actor: Actor) -> str:
    """What tells an actor from others: its name, but for states, which have many; of people, the last one.

    Texts differ in how much of a name they give, and take a ship for a group or for a body.
    """
    if actor.kind is ActorKind.STATE:
        return actor.id
    name = _plain(actor.name.lower())
    return NAMED + (name.split()[-1] if actor.kind is ActorKind.PERSON else name)


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    """A name without the marks on its letters, which papers leave out: "Handlová" is Handlova."""
    return name if name.isascii() else "".join(letter for letter in normalize("NFD", name) if not combining(letter))


@lru_cache(maxsize=1 << 12)
def _stems(actor: Actor) -> frozenset[str]:
    """The stems of the words an actor is called by."""
    return frozenset(_stem(word) for name in (actor.name, *actor.aliases) for word in _WORD.findall(name))


def _called(text: str) -> dict[str, tuple[str, ...]]:
    """What a text calls its things: "the cruiser General Belgrano" makes "the cruiser" the General Belgrano.

    Only where a word is given one name throughout.
    """
    names: dict[str, set[str]] = {}
    after = 0
    for found in _CALLED.finditer(text):
        at = found.start()
        noun = _NOUN.search(text, max(text.rfind(" ", 0, at - 1) + 1, after), at - 1)
        if noun:
            after = found.end(1)
            names.setdefault(noun[0], set()).add(text[at:after].strip())
    return {noun: tuple(_WORD.findall(next(iter(named)))) for noun, named in names.items() if len(named) == 1}


def _also_by_sort(
    called: dict[str, tuple[str, ...]], sorts: Iterable[tuple[Sequence[str], Sequence[str]]]
) -> dict[str, tuple[str, ...]]:
    """With "the vessel" for the tanker that has a name, where the text names but one ship."""
    also: dict[str, tuple[str, ...]] = {}
    for some, any_of_them in sorts if called else ():
        names = {called[noun] for noun in some if noun in called}
        if len(names) == 1:
            also.update(dict.fromkeys(any_of_them, names.pop()))
    return also | called


class _Words(NamedTuple):
    """Words that count nothing, that count little, that point back, that name days; what stands for those that say the same;
    sorts of things with the words for any of them."""

    nothing: frozenset[str]
    little: frozenset[str]
    pointing: frozenset[str]
    calendar: frozenset[str]
    alike: Mapping[str, str]
    sorts: Sequence[tuple[Sequence[str], Sequence[str]]]


@cache
def _words_of(language: str) -> _Words:
    """Those of a language; none where it has no file."""
    path = DATA / "merging" / f"{language}.toml"
    if not path.is_file():
        return _Words(frozenset(), frozenset(), frozenset(), frozenset(), {}, ())
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    nothing, little, pointing, calendar, once = (
        frozenset(listed[key].split()) for key in ("nothing", "little", "pointing", "calendar", "once")
    )
    rows = [row.split() for row in listed["alike"].strip().splitlines()]
    alike = {word: (ONCE if row[0] in once else "") + _stem(row[0]) for row in rows for word in row}
    names = listed["numbers"].split()
    halves = (row.split("|") for row in listed["sorts"].strip().splitlines())
    sorts = tuple((some.split(), any_of_them.split()) for some, any_of_them in halves)
    return _Words(nothing, little, pointing, calendar, alike | dict(zip(names[::2], names[1::2], strict=True)), sorts)
