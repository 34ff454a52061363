"""A language is a file: a few tables are enough to begin with, and what is not said has no part in the reading."""

from __future__ import annotations

import tomllib

import pytest

from timeline.dates.find import find
from timeline.dates.language import Language, from_tables
from timeline.dates.refine import refine
from timeline.dates.resolve import resolve
from timeline.errors import LanguageError
from timeline.model import Document

ITALIAN = """
[words.month]
gennaio = 1
maggio = 5
[words.unit]
giorno = "day"
[words.units]
giorni = "day"
[words.number]
tre = 3
[words.later]
dopo = 1
[patterns.date]
calendar = ["{day} {month} {year}?", "{month} {year}?"]
year = ["{year}"]
counted = ["{number} {units} {later}"]
[patterns.duration]
length = ["{number} {units}"]
"""


def read(text: str, spoken: Language) -> list[tuple[str, str]]:
    document = Document("d", "d", "d", text, spoken.code, None)
    dates = resolve(refine(find(text, spoken), text, spoken), document, spoken, narrative=True)
    return [(date.why.phrase, date.value) for date in dates]


def test_words_and_patterns_are_enough() -> None:
    spoken = from_tables("it", tomllib.loads(ITALIAN))
    text = "Il 5 maggio 1942 la città cadde. Tre giorni dopo, nel maggio del 1943, per tre giorni; 100 uomini, 30 navi."
    assert read(text, spoken) == [
        ("5 maggio 1942", "1942-05-05"),
        ("Tre giorni dopo", "1942-05-08"),
        ("maggio", "1942-05"),
        ("1943", "1943"),
        ("tre giorni", "P3D"),
    ]


def test_endings_groups_and_slots() -> None:
    added = """
endings = ["o", "a", "i", "e"]
[groups]
del = "del|dello|dell"
[words.direction]
"prossim~" = 1
[words.year_number]
duemila = 2000
"""
    more = ITALIAN.replace(
        'calendar = ["{day}', 'turned = ["{direction} {unit}"]\ncalendar = ["{month} @del {year_number:year}", "{day}'
    )
    spoken = from_tables("it", tomllib.loads(added + more))
    assert read("Nel maggio del duemila cadde. Il prossimo maggio.", spoken)[0] == ("maggio del duemila", "2000-05")
    assert read("Il 5 maggio 1942 cadde. Il prossimo giorno no.", spoken)[1] == ("prossimo giorno", "1942-05-06")


def test_a_group_that_is_not_there_is_named() -> None:
    with pytest.raises(LanguageError, match=r"@del: \[groups\] has none"):
        from_tables("it", tomllib.loads(ITALIAN.replace("{month} {year}?", "{month} @del {year}")))


@pytest.mark.parametrize("text", ["", "1 2 3", "(5.", "maggio maggio", "100 giorni"])
def test_nothing_breaks(text: str) -> None:
    read(text, from_tables("it", tomllib.loads(ITALIAN)))
