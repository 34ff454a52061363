"""Verbs say whether a date lies behind or ahead; names do not, even those that are spelt like verbs."""

import pytest

from timeline.dates import dates_in
from timeline.dates.language import language
from timeline.dates.tense import tense
from timeline.model import Document


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Envoys met on Friday.", -1),
        ("Envoys will meet on Friday.", 1),
        ("Envoys may meet on Friday.", 1),
        ("GENEVA, 4 May 1982 — Troops attacked on Friday.", -1),
        ("Governor Will Parker attacked on Friday.", -1),
        ("On Friday the envoys are expected.", 1),
        ("Friday, a grey day.", 0),
    ],
)
def test_tense(sentence: str, points: int) -> None:
    start = sentence.index("Friday")
    assert tense(sentence, start, start + len("Friday"), language("en")) == points


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Die Minister trafen sich am Freitag.", -1),
        ("Am Freitag haben sich die Minister getroffen.", -1),
        ("Die Minister waren am Freitag zusammengekommen.", -1),
        ("Die Minister werden sich am Freitag treffen.", 1),
        ("Das Treffen ist für Freitag geplant.", 1),
        ("Er kündigte an, am Freitag zurückzutreten.", 1),
        ("Er versprach, am Freitag nach Berlin zu reisen.", 1),
        ("Am Freitag kam er zu den Gesprächen.", -1),
        ("Freitag, ein grauer Tag.", 0),
    ],
)
def test_german_tense(sentence: str, points: int) -> None:
    start = sentence.index("Freitag")
    assert tense(sentence, start, start + len("Freitag"), language("de")) == points


def test_what_is_only_spoken_of_does_not_move_the_story() -> None:
    text = (
        "The trial opened on 11 April 2016. The court charged him with ordering a murder in October 1989. "
        "Two weeks later he spoke."
    )
    assert [one.value for one in dates_in(Document("d", "d", "", text))][-1] == "2016-04-25"
