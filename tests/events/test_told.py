"""The happenings a text tells: the short passages of cases/events/told.toml, and what holds for any text."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events import mentions_in, told_in
from timeline.events.lines import actors_answer, events_answer
from timeline.model import Certainty, Document, Known, Qualifier, Role, Written
from timeline.spans import Span
from timeline.wording import say_when

sys.path.append(str(Path(__file__).parents[1] / "bench"))
import events as gold

HARD = [case for case in gold.cases() if "hard" in case]
PLAIN = [case for case in gold.cases() if "hard" not in case]


def check(case: dict[str, Any]) -> None:
    read, telling = gold.read(case)
    left = list(telling.mentions)
    for expected in case["events"]:
        mention = next((one for one in left if gold.is_told(expected, one, read.quote(one.passage))), None)
        assert mention, (expected["holds"], [(one.title, gold.days(one)) for one in left])
        left.remove(mention)
        assert mention.kind.value == expected["kind"]
        assert gold.names(telling, mention, Role.INITIATOR) == sorted(expected["initiators"])
        assert gold.names(telling, mention, Role.TARGET) == sorted(expected["targets"])
        assert expected.get("title", "") in mention.title
        if "certainty" in expected:
            assert mention.when
            assert mention.when.certainty is Certainty(expected["certainty"])
    assert not [one.title for one in left]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case["name"])
def test_told(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=pytest.mark.xfail(reason=case["hard"])) for case in HARD], ids=lambda case: case["name"]
)
def test_hard(case: dict[str, Any]) -> None:
    check(case)


def test_an_implied_date_says_what_it_was_counted_from() -> None:
    text = "On 7 August 1998 Kenya closed the border. In response, Uganda recalled its envoy."
    document = Document("d", "d", "", text)
    first, second = told_in(document).mentions
    assert second.when
    assert second.when.counted_from
    assert second.when.counted_from.passage == first.passage
    assert document.quote(second.when.expression.passage) == "In response"
    assert second.when.expression.meaning == "told_order"
    assert not second.when.lasting
    assert "Kenya closed the border" in second.when.why.read_aloud()
    assert "taken to be within a year" in second.when.why.read_aloud()
    assert say_when(second.when) == "after 7 August 1998"
    assert second.when.expression.qualifier is Qualifier.AFTER
    assert second.span
    assert (second.span.earliest(), second.span.latest()) == ("1998-08-07", "1999-08-07")


def test_a_history_is_not_bounded_by_the_day_it_was_written() -> None:
    written = Written(Span.of(2020, 1, 1), Known.GIVEN)
    document = Document(
        "d", "d", "", "In May 1453 the Ottomans took Constantinople. Then Venice sent a fleet.", written=written
    )
    sent = told_in(document).mentions[-1]
    assert sent.span
    assert (sent.span.earliest(), sent.span.latest()) == ("1453-05-01", "1454-05-31")


def test_what_is_counted_from_a_guess_is_a_guess() -> None:
    text = (
        "In May the garrison burned Kassala. Eritrea shelled Barentu. Last Friday Eritrea took Asmara. "
        "The next day Sudan fled Kassala."
    )
    written = Written(Span.of(2026, 11, 23), Known.ASSUMED)
    assumed = told_in(Document("d", "d", "", text, written=written)).mentions
    assert [mention.when and mention.when.certainty for mention in assumed] == [Certainty.GUESSED] * 4
    stated = told_in(Document("d", "d", "", text, written=Written(written.span, Known.GIVEN))).mentions
    assert [mention.when and mention.when.certainty for mention in stated] == [Certainty.IMPLIED] * 4


def test_what_a_guess_alone_bounds_is_a_guess() -> None:
    text = "Chad closed the border on 2019-05-03. Niger recalled its envoy. Chad freed the consul on 06/07/2019."
    _, recalled, freed = told_in(Document("d", "d", "", text)).mentions
    assert freed.when
    assert recalled.when
    assert (freed.when.certainty, recalled.when.certainty) == (Certainty.GUESSED, Certainty.GUESSED)


def test_titles_are_short_and_printable() -> None:
    text = (
        "On 5 May 2001, according to two people who asked not to be named, the Ruritanian government, which had promised "
        "elections, arrested Anton Velkanov, a popular newspaper editor from the south of the country, together with eleven "
        "colleagues and a printer."
    )
    (mention,) = told_in(Document("d", "d", "", text)).mentions
    assert len(mention.title) < 90
    assert mention.title.startswith("Ruritanian government arrested Anton Velkanov")


def test_mentions_of_dates_already_found_are_the_same() -> None:
    document = Document("d", "d", "", "On 3 May 1994 Brazil recalled its ambassador.")
    telling = told_in(document)
    assert mentions_in(document, telling.dates) == telling.mentions


def test_ids_are_those_of_their_passages_and_actors_are_given() -> None:
    case = next(case for case in PLAIN if case["name"] == "passive with by")
    _, telling = gold.read(case)
    _, again = gold.read(case)
    assert telling.mentions == again.mentions
    assert all(part.actor in telling.actors for mention in telling.mentions for part in mention.actors)


def test_the_lines_keep_the_offsets_of_the_text_given() -> None:
    text = "Ünlü yazdı. On 14 August 1997 Eritrean artillery shelled Kassala."
    events = events_answer({"id": 7, "text": text, "other": 1})
    assert events["id"] == 7
    (event,) = events["events"]
    assert text[event["start"] : event["end"]] == text[12:]
    assert (event["earliest"], event["latest"], event["grain"], event["edtf"]) == (
        "1997-08-14",
        "1997-08-14",
        "day",
        "1997-08-14",
    )
    assert {(one["name"], one["role"]) for one in event["actors"]} == {("Eritrea", "initiator"), ("Kassala", "target")}
    for actor in actors_answer({"id": 7, "text": text})["actors"]:
        assert text[actor["start"] : actor["end"]] == actor["text"]


PIECES = """
On 3 May 1998 , Russia attacked was killed by the after which who and they
In response ; : — “ ” ( ) Putin said that will not had been Then yesterday . # 1942
"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=40)


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_mentions_that_quote_it(text: str) -> None:
    written = Written(Span.of(1998, 5, 20), Known.GIVEN)
    document = Document("d", "d", "", text, written=written)
    telling = told_in(document)
    for mention in telling.mentions:
        assert 0 <= mention.passage.start < mention.passage.end <= len(text)
        assert 0 < len(mention.title) < 90
        assert mention.title[-1] not in " ,;:"
        if mention.when:
            passage = mention.when.expression.passage
            assert 0 <= passage.start < passage.end <= len(text)
    assert len({mention.id for mention in telling.mentions}) == len(telling.mentions)
