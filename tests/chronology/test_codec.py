"""Whatever is put into the store's columns comes out as it was."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

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
from timeline.chronology.merge import Imprint
from timeline.chronology.store import codec
from timeline.chronology.store.decisions import DECISIONS, decision_in, decision_out
from timeline.chronology.store.imprints import imprint_in, imprint_out, story_out
from timeline.model import (
    Actor,
    ActorKind,
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
    Review,
    Role,
    Why,
    Written,
)
from timeline.spans import EARLIEST, LATEST, Grain, Span

ends = st.lists(st.integers(EARLIEST, LATEST), min_size=2, max_size=2, unique=True).map(sorted)
grains = st.sampled_from(Grain)
spans = st.builds(lambda found, grain: Span(*found, grain), ends, grains)
passages = st.builds(Passage, st.text(), st.integers(0), st.integers(0))
anchors = st.builds(Anchor, st.text(), spans, st.none() | passages)
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | spans | grains | passages
slots = st.recursive(plain, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner))
words = st.lists(st.text()).map(tuple)
whys = st.builds(
    Why, st.text(), words, st.none() | anchors, st.text(), st.lists(st.tuples(st.text(), st.text()), max_size=2).map(tuple)
)
expressions = st.builds(
    Expression,
    passages,
    st.text(),
    st.sampled_from(DateType),
    st.dictionaries(st.text(), slots, max_size=3),
    st.sampled_from([None, *Qualifier]),
)
dates = st.builds(
    ResolvedDate,
    expressions,
    st.none() | spans,
    st.text(),
    st.text(),
    st.sampled_from(Certainty),
    whys,
    st.booleans(),
    st.none() | anchors,
    st.none() | st.integers(),
)
written = st.builds(
    Written, spans, st.sampled_from(Known), st.none() | st.text(), st.none() | st.integers(), st.none() | passages
)
mentions = st.builds(
    Mention,
    st.text(),
    passages,
    st.text(),
    st.sampled_from(Kind),
    st.none() | dates,
    st.lists(st.builds(Participant, st.text(), st.sampled_from(Role))).map(tuple),
    words,
    st.text(),
)
ids = st.frozensets(st.text(max_size=3), max_size=2)
imprints = st.builds(
    Imprint,
    st.text(),
    passages,
    st.none() | spans,
    st.booleans(),
    st.sampled_from(Kind),
    ids,
    ids,
    ids,
    ids,
    ids,
    ids,
    st.dictionaries(st.text(), st.floats(0, 1)),
)


@given(mentions)
def test_mentions(mention: Mention) -> None:
    assert codec.mention_in(codec.loads(codec.dumps(codec.mention_out(mention)))) == mention


@given(
    st.builds(Written, spans, st.sampled_from(Known), st.none() | st.text(), st.none() | st.integers(), st.none() | passages)
)
def test_the_day_written(day: Written) -> None:
    assert codec.written_in(codec.loads(codec.dumps(codec.written_out(day)))) == day


@given(slots)
def test_slots(value: object) -> None:
    back = codec.slot_in(codec.loads(codec.dumps(codec.slot_out(value))))
    assert back == value
    assert type(back) is type(value)


@given(imprints, st.frozensets(st.from_regex(r"\w{1,6}", fullmatch=True), max_size=4))
def test_imprints(imprint: Imprint, story: frozenset[str]) -> None:
    back = imprint_in(imprint_out(imprint), story_out(story))
    assert (back, back.story) == (imprint, story)


parts = st.lists(st.builds(Participant, st.text(), st.sampled_from(Role)), max_size=3).map(tuple)
dates_given = st.builds(Given, st.text(), spans, st.booleans(), st.booleans())
actors = st.builds(Actor, st.text(), st.text(), st.sampled_from(ActorKind), st.lists(st.text(), max_size=2).map(tuple))
some_ids = st.lists(st.text(), max_size=3).map(tuple)
corrections = st.one_of(
    st.builds(Reviewed, st.text(), st.sampled_from(Review)),
    st.builds(Dated, st.text(), dates_given, st.booleans()),
    st.builds(Titled, st.text(), st.text()),
    st.builds(OfKind, st.text(), st.sampled_from(Kind)),
    st.builds(Cast, st.text(), parts, st.lists(actors, max_size=2).map(tuple)),
    st.builds(Noted, st.text(), st.text()),
    st.builds(Tagged, st.text(), some_ids),
    st.builds(Joined, some_ids),
    st.builds(Parted, some_ids),
    st.builds(Found, passages, st.text(), st.sampled_from(Kind), st.none() | dates_given, parts),
    st.builds(WrittenOn, st.text(), st.none() | written, st.none() | written),
    st.builds(AnchorMoved, st.text(), st.none() | passages, spans, spans),
)


@given(corrections)
def test_corrections(correction: Correction) -> None:
    back = decision_in(codec.loads(codec.dumps(decision_out(correction))))
    assert back == correction
    assert type(back) is type(correction)


def test_every_kind_of_correction_can_be_kept() -> None:
    assert {row.kind for row in DECISIONS} == set(get_args(Correction))
