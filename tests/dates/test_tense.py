"""Verbs say whether a date lies behind or ahead; names do not, even those that are spelt like verbs."""

import pytest

from timeline.dates.language import language
from timeline.dates.tense import tense


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
