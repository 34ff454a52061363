"""The vocabulary as JSON and back, exactly: short lists in the order of the fields, for the columns of the store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

from timeline.model import (
    Anchor,
    Certainty,
    DateType,
    Expression,
    Kind,
    Known,
    Mention,
    Participant,
    Passage,
    Qualifier,
    ResolvedDate,
    Role,
    Why,
    Written,
)
from timeline.spans import Grain, Span

_MARK: Final = "\x00"
_PLAIN: Final = frozenset({bool, int, float, str})


_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))
# Looked up, since calling an Enum costs as much as making the rest of a date.
_GRAIN: Final = {int(grain): grain for grain in Grain}
_TYPE: Final = {str(type): type for type in DateType}
_QUALIFIER: Final = {None: None} | {str(qualifier): qualifier for qualifier in Qualifier}
_CERTAINTY: Final = {str(certainty): certainty for certainty in Certainty}
_ROLE: Final = {str(role): role for role in Role}
_KIND: Final = {str(kind): kind for kind in Kind}


def dumps(plain: Any) -> str:
    return _ENCODER.encode(plain)


loads = json.loads


def span_out(span: Span | None) -> Any:
    return span and [span.start, span.end, int(span.grain)]


def span_in(plain: Any) -> Span | None:
    return _span(plain) if plain else None


def passage_out(passage: Passage | None) -> Any:
    return passage and [passage.document, passage.start, passage.end]


def passage_in(plain: Any) -> Passage | None:
    return Passage(*plain) if plain else None


def written_out(written: Written | None) -> Any:
    if written is None:
        return None
    return [span_out(written.span), written.known, written.zone, written.offset, passage_out(written.passage)]


def written_in(plain: Any) -> Written | None:
    if plain is None:
        return None
    span, known, zone, offset, passage = plain
    return Written(_span(span), Known(known), zone, offset, passage_in(passage))


def date_out(when: ResolvedDate | None) -> Any:
    if when is None:
        return None
    found, why = when.expression, when.why
    return [
        [passage_out(found.passage), found.meaning, found.type, slot_out(dict(found.slots)), found.qualifier],
        span_out(when.span),
        when.value,
        when.edtf,
        when.certainty,
        [why.phrase, why.steps, _anchor_out(why.anchor), why.result, why.others],
        when.lasting,
        _anchor_out(when.counted_from),
        when.offset,
    ]


def date_in(plain: Any) -> ResolvedDate | None:
    if plain is None:
        return None
    (passage, meaning, type, slots, qualifier), span, value, edtf, certainty, why, lasting, counted_from, offset = plain
    phrase, steps, anchor, result, others = why
    return ResolvedDate(
        Expression(Passage(*passage), meaning, _TYPE[type], slot_in(slots), _QUALIFIER[qualifier]),
        span_in(span),
        value,
        edtf,
        _CERTAINTY[certainty],
        Why(phrase, tuple(steps), _anchor_in(anchor), result, tuple((reading, reason) for reading, reason in others)),
        lasting,
        _anchor_in(counted_from),
        offset,
    )


def dates_out(dates: Iterable[ResolvedDate]) -> str:
    """All dates of a document, written out."""
    return dumps([date_out(date) for date in dates])


def dates_in(plain: str) -> tuple[ResolvedDate, ...]:
    return tuple(date for date in map(date_in, loads(plain)) if date)


def mention_out(mention: Mention) -> Any:
    return [
        mention.id,
        passage_out(mention.passage),
        mention.title,
        mention.kind,
        date_out(mention.when),
        [[part.actor, part.role] for part in mention.actors],
        mention.places,
        mention.kind_why,
    ]


def mention_in(plain: Any) -> Mention:
    id, passage, title, kind, when, actors, places, kind_why = plain
    parts = tuple(Participant(actor, _ROLE[role]) for actor, role in actors)
    return Mention(id, Passage(*passage), title, _KIND[kind], date_in(when), parts, tuple(places), kind_why)


def _span(plain: Any) -> Span:
    return Span(plain[0], plain[1], _GRAIN[plain[2]])


def _anchor_out(anchor: Anchor | None) -> Any:
    return anchor and [anchor.name, span_out(anchor.span), passage_out(anchor.passage)]


def _anchor_in(plain: Any) -> Anchor | None:
    return Anchor(plain[0], _span(plain[1]), passage_in(plain[2])) if plain else None


def slot_out(value: Any) -> Any:
    """A slot of an expression; what JSON does not know is a list that begins with a mark and the type."""
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Span):
        return [_MARK, "span", *span_out(value)]
    if isinstance(value, Grain):
        return [_MARK, "grain", int(value)]
    if isinstance(value, Passage):
        return [_MARK, "passage", value.document, value.start, value.end]
    if isinstance(value, ResolvedDate):
        return str(value)
    if isinstance(value, tuple):
        return [_MARK, "tuple", *map(slot_out, value)]
    if isinstance(value, list):
        return [slot_out(part) for part in value]
    if isinstance(value, dict):
        return {str(key): slot_out(part) for key, part in value.items()}
    if isinstance(value, Enum):
        return slot_out(value.value)
    return value if isinstance(value, (int, float, str)) else str(value)


def slot_in(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: slot_in(part) for key, part in plain.items()}
    if not isinstance(plain, list):
        return plain
    if plain[:1] != [_MARK]:
        return [slot_in(part) for part in plain]
    kind, *parts = plain[1:]
    if kind == "tuple":
        return tuple(slot_in(part) for part in parts)
    if kind == "passage":
        return Passage(*parts)
    return _GRAIN[parts[0]] if kind == "grain" else _span(parts)
