"""Corrections as JSON and back, exactly: one row of DECISIONS a kind, its values in the order of the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

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
)
from timeline.chronology.store import codec
from timeline.model import Actor, ActorKind, Kind, Participant, Review, Role
from timeline.spans import Span


class Decision(NamedTuple):
    """A kind of correction: its name in the store, its class, and how its values are written and read."""

    name: str
    kind: type[Any]
    out: Callable[[Any], list[Any]]
    back: Callable[..., Any]


def _given_out(when: Given | None) -> Any:
    return when and [when.words, codec.span_out(when.span), when.lasting, when.approx]


def _given_in(plain: Any) -> Any:
    return Given(plain[0], _span(plain[1]), plain[2], plain[3]) if plain else None


def _span(plain: Any) -> Span:
    span = codec.span_in(plain)
    assert span is not None
    return span


def _cast_out(actors: tuple[Participant, ...]) -> Any:
    return [[part.actor, part.role] for part in actors]


def _cast_in(plain: Any) -> tuple[Participant, ...]:
    return tuple(Participant(actor, Role(role)) for actor, role in plain)


def _actor_out(actor: Actor) -> Any:
    return [actor.id, actor.name, actor.kind, actor.aliases, actor.part_of]


def _actor_in(plain: Any) -> Actor:
    id, name, kind, aliases, part_of = plain
    return Actor(id, name, ActorKind(kind), tuple(aliases), part_of)


DECISIONS: Final = (
    Decision("reviewed", Reviewed, lambda one: [one.mention, one.state], lambda m, state: Reviewed(m, Review(state))),
    Decision(
        "dated",
        Dated,
        lambda one: [one.mention, _given_out(one.when), one.follow],
        lambda mention, when, follow: Dated(mention, _given_in(when), follow),
    ),
    Decision("titled", Titled, lambda one: [one.mention, one.title], Titled),
    Decision("of kind", OfKind, lambda one: [one.mention, one.kind], lambda mention, kind: OfKind(mention, Kind(kind))),
    Decision(
        "cast",
        Cast,
        lambda one: [one.mention, _cast_out(one.actors), [_actor_out(actor) for actor in one.new]],
        lambda mention, actors, new: Cast(mention, _cast_in(actors), tuple(map(_actor_in, new))),
    ),
    Decision("noted", Noted, lambda one: [one.mention, one.note], Noted),
    Decision("tagged", Tagged, lambda one: [one.mention, one.tags], lambda mention, tags: Tagged(mention, tuple(tags))),
    Decision("joined", Joined, lambda one: [one.mentions], lambda mentions: Joined(tuple(mentions))),
    Decision("parted", Parted, lambda one: [one.mentions], lambda mentions: Parted(tuple(mentions))),
    Decision(
        "found",
        Found,
        lambda o: [codec.passage_out(o.passage), o.title, o.kind, _given_out(o.when), _cast_out(o.actors)],
        lambda passage, title, kind, when, actors: Found(
            codec.passage_in(passage) or passage, title, Kind(kind), _given_in(when), _cast_in(actors)
        ),
    ),
    Decision(
        "written on",
        WrittenOn,
        lambda one: [one.document, codec.written_out(one.written), codec.written_out(one.was)],
        lambda document, written, was: WrittenOn(document, codec.written_in(written), codec.written_in(was)),
    ),
    Decision(
        "anchor moved",
        AnchorMoved,
        lambda o: [o.document, codec.passage_out(o.passage), codec.span_out(o.was), codec.span_out(o.now)],
        lambda document, passage, was, now: AnchorMoved(document, codec.passage_in(passage), _span(was), _span(now)),
    ),
)
_BY_NAME: Final = {row.name: row for row in DECISIONS}
_BY_KIND: Final = {row.kind: row for row in DECISIONS}


def decision_out(correction: Correction) -> list[Any]:
    """The name of its kind, then its values."""
    row = _BY_KIND[type(correction)]
    return [row.name, *row.out(correction)]


def decision_in(plain: list[Any]) -> Correction:
    found: Correction = _BY_NAME[plain[0]].back(*plain[1:])
    return found
