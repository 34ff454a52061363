"""The article the project began with, read from beginning to end; it is measured on such texts."""

from pathlib import Path

import pytest

import timeline
from timeline.model import Certainty, Known
from timeline.spans import Span, moment

SEED = sorted((Path(__file__).resolve().parents[2] / "shared" / "seed").glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEED, reason="the seed article is not beside the project")


@pytest.fixture(scope="module")
def seed() -> timeline.Timeline:
    return timeline.build(SEED[0])


def names(seed: timeline.Timeline, ids: tuple[str, ...]) -> set[str]:
    return {seed.chronology.actors[one].name for one in ids}


def test_the_day_written_is_the_datelines_and_no_event(seed: timeline.Timeline) -> None:
    (document,) = seed.chronology.documents.values()
    assert document.written is not None
    assert document.written.span == Span.of(2026, 3, 7, 6, 29)
    assert (document.written.known, document.written.offset) == (Known.DATELINE, 330)
    assert not any(event.span and event.span.overlaps(document.written.span) and "Updated" in event.title
                   for event in seed.chronology.events.values())  # fmt: skip


def test_the_telephone_call_is_on_friday_between_the_two(seed: timeline.Timeline) -> None:
    calls = [
        event
        for event in seed.chronology.events.values()
        if event.span == Span.of(2026, 3, 6)
        and {"Vladimir Putin", "Masoud Pezeshkian"} <= names(seed, tuple(part.actor for part in event.actors))
    ]
    assert calls


def test_the_strike_is_on_28_february_by_two_on_one(seed: timeline.Timeline) -> None:
    strikes = [
        event
        for event in seed.chronology.events.values()
        if event.span == Span.of(2026, 2, 28)
        and {"United States", "Israel"} <= names(seed, event.initiators())
        and any("Khamenei" in name or name == "Iran" for name in names(seed, event.targets()))
    ]
    assert strikes


@pytest.mark.parametrize("words", ["Epic Fury", "retaliation"])
def test_what_followed_is_implied_between_the_strike_and_the_writing(seed: timeline.Timeline, words: str) -> None:
    (document,) = seed.chronology.documents.values()
    told = [
        event
        for event in seed.chronology.events.values()
        if any(words in document.quote(mention.passage) for mention in event.mentions)
    ]
    assert told
    for event in told:
        assert event.when is not None
        assert event.span is not None
        assert event.when.certainty is Certainty.IMPLIED
        assert moment(2026, 2, 28) <= event.span.start
        assert event.span.end <= moment(2026, 3, 8)


def test_russia_and_its_ministry_are_not_strangers(seed: timeline.Timeline) -> None:
    actors = seed.chronology.actors.values()
    russia = [actor for actor in actors if actor.name in {"Russia", "Russian Federation"}]
    assert len(russia) == 1
    ministries = [actor for actor in actors if "Foreign Ministry" in actor.name or "Ministry of Foreign Affairs" in actor.name]
    assert len(ministries) == 1
    assert ministries[0].part_of == russia[0].id


def test_selecting_iran_keeps_what_involves_it_and_says_how_many(seed: timeline.Timeline) -> None:
    kept = seed.select(actor="Iran")
    actors = seed.chronology.actors
    (iran,) = (actor.id for actor in actors.values() if actor.name == "Iran")
    involved = {
        event.id
        for event in seed.chronology.events.values()
        if any(part.actor == iran or actors[part.actor].part_of == iran for part in event.actors)
    }
    assert set(kept.chronology.events) == involved
    assert len(involved) >= 3
    assert kept.chronology.total == len(seed)
    assert len(seed.select(actor="Hezbollah")) < len(involved)
