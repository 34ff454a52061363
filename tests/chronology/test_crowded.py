"""Days that hundreds tell of: words wear, repeated sentences are one, and still nothing depends on the order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chronology.test_merging import CASES, RETOLD, dated, kept
from tests.chronology.test_merging import read as read_case
from tests.chronology.test_store import Telling
from timeline.chronology import Chronology, Store
from timeline.chronology.merge.groups import _overlap
from timeline.model import Document, Kind, Mention, Passage, content_id

Told = list[tuple[Document, Telling]]


def report(name: str, *sentences: str, when: str = "1982-05-04") -> tuple[Document, Telling]:
    """A document of these sentences, each a mention of one day."""
    text, mentions = "", []
    id = Document.make_id("\n".join(sentences), name)
    for sentence in sentences:
        passage = Passage(id, len(text), len(text) + len(sentence))
        mention = content_id("m", id, passage.start, passage.end)
        mentions.append(Mention(mention, passage, sentence, Kind.ASSAULT, dated(when, passage)))
        text += sentence + "\n"
    return Document(id, name, name, text), Telling(mentions, {}, [])


def groups(chronology: Chronology) -> list[list[str]]:
    """The sentences of each event."""
    quoted = [sorted(chronology.documents[m.document].quote(m.passage) for m in e.mentions) for e in chronology.events.values()]
    return sorted(quoted)


SUNK = "The ferry sank in the strait."


def test_a_sentence_said_again_and_again_in_one_text_is_one_event() -> None:
    other = "Shells fell on a school in Gorazde."
    assert groups(kept([report("a", SUNK, other, SUNK, SUNK)])) == [[other], [SUNK] * 3]


def test_said_on_another_day_it_is_another() -> None:
    assert len(kept([report("a", SUNK), report("b", SUNK, when="1982-08-04")]).events) == 2


def test_sentences_without_a_telling_word_are_the_same_only_word_for_word() -> None:
    assert groups(kept([report("a", "They did it.", "He was there.", "They did it.")])) == [
        ["He was there."],
        ["They did it.", "They did it."],
    ]


FAMILIES = ["Guns shelled the harbour of Arlen", "Guns shelled the harbour of Borvik", "Marines stormed the harbour mole"]
TAILS = ["at dawn", "before breakfast", "in heavy rain", "from Castane", "under smoke", "with mortars", "and the customs house"]


def crowd() -> Told:
    sentences = [f"{family} {tail}." for family in FAMILIES for tail in TAILS]
    reports = [report(f"r{n}", *random.Random(n).sample(sentences, 3), when=f"1982-05-0{4 + n % 2}") for n in range(14)]
    return reports + RETOLD[::3]


CROWD = crowd()


@pytest.mark.parametrize("worn", [2, 4, 8])
@given(st.integers(0, 2**32))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_wear_alike_in_any_order(monkeypatch: pytest.MonkeyPatch, worn: int, seed: int) -> None:
    monkeypatch.setattr("timeline.chronology.store.joining.WORN", worn)
    chance = random.Random(seed)
    shuffled = [
        (document, Telling(chance.sample(list(told.mentions), len(told.mentions)), told.actors, told.dates))
        for document, told in chance.sample(CROWD, len(CROWD))
    ]
    assert kept(shuffled).events == kept(CROWD).events


def test_worn_words_bring_nobody_together_and_rarer_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.chronology.store.joining.WORN", 2)
    alike = ["Guns shelled the harbour.", "Guns shelled the harbour wall.", "Guns shelled the harbour gate."]
    assert len(kept([report("a", alike[0]), report("b", alike[1])]).events) == 1
    assert len(kept([report(name, told) for name, told in zip("abc", alike, strict=True)]).events) == 3
    rare = [f"{told[:-1]} of Castane." for told in alike[1:]]
    told = [report(name, told) for name, told in zip("abcd", [*alike[:2], *rare], strict=True)]
    assert groups(kept(told)) == sorted([[alike[0]], [alike[1]], sorted(rare)])


@pytest.mark.parametrize("worn", [2, 4, 1000])
def test_settled_after_each_text_or_once_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worn: int) -> None:
    monkeypatch.setattr("timeline.chronology.store.joining.WORN", worn)
    for document, telling in CROWD:
        with Store.open(tmp_path / "each", create=True) as store:
            store.add(document, telling)
    with Store.open(tmp_path / "each") as store:
        assert store.load().events == kept(CROWD).events
        before = store.counts()
    with Store.open(":memory:") as store:
        for document, telling in CROWD:
            store.add(document, telling)
        assert store.counts() == before


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))))
def test_passages_overlap_when_two_do(mine: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> None:
    left, right = ([Passage("d", at, at + long) for at, long in side] for side in (mine, theirs))
    assert _overlap(left, right) == any(a.start < b.end and b.start < a.end for a in left for b in right)


@pytest.mark.parametrize("case", CASES[:6], ids=lambda case: case["name"])
def test_a_text_said_twice_over_changes_nothing(case: dict[str, object]) -> None:
    """Each sentence again at the end of its document."""
    documents, ids = read_case(case)
    position = {id: number for number, id in enumerate(ids)}
    doubled: Told = []
    for document, telling in documents:
        shift, again = len(document.text) + 1, []
        for mention in telling.mentions:
            passage = Passage(document.id, mention.passage.start + shift, mention.passage.end + shift)
            id = content_id("m", document.id, passage.start, passage.end)
            position[id] = position[mention.id]
            again.append(Mention(id, passage, mention.title, mention.kind, mention.when, mention.actors, mention.places))
        text = document.text + "\n" + document.text
        told = Document(document.id, document.source, document.title, text, publisher=document.publisher)
        doubled.append((told, Telling([*telling.mentions, *again], telling.actors, [])))
    found = [sorted({position[m.id] for m in event.mentions}) for event in kept(doubled).events.values()]
    assert sorted(found) == sorted(case["events"])  # type: ignore[call-overload]
