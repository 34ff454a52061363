"""Words written together fall into the words they are made of, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.compounds import halves, number_of
from timeline.dates.language import language

GERMAN = language("de")
ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spelt(number: int) -> str:
    """A number up to 9999 in German."""
    if number >= 1000:
        return ONES[number // 1000] + "tausend" + spelt(number % 1000)
    if number >= 100:
        return ONES[number // 100] + "hundert" + spelt(number % 100)
    if 10 <= number < 20:
        return TEENS[number - 10]
    tens, ones = divmod(number, 10)
    return ONES[ones] + ("und" if tens and ones else "") + TENS[tens]


@given(st.integers(2, 9999))
def test_a_number_in_one_word(number: int) -> None:
    assert number_of(spelt(number), GERMAN) == ("number", number)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("neunzehnhundertvierzehn", ("number", 1914)),
        ("einundzwanzigsten", ("ordinal", 21)),
        ("vierzehnter", ("ordinal", 14)),
        ("und", None),
        ("einander", None),
        ("Wunde", None),
    ],
)
def test_numbers_and_what_looks_like_them(word: str, read: tuple[str, int] | None) -> None:
    assert number_of(word, GERMAN) == read


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Samstagabend", ("Samstag", "abend")),
        ("Spätsommer", ("Spät", "sommer")),
        ("Folgejahr", ("Folge", "jahr")),
        ("Jahresende", ("Jahres", "ende")),
        ("zehntägigen", ("zehn", "tägigen")),
        ("jahrelang", ("jahre", "lang")),
    ],
)
def test_the_halves_of_a_word(word: str, parts: tuple[str, str]) -> None:
    found = halves(word, GERMAN)
    assert found is not None
    assert tuple(part for part, _ in found) == parts


@pytest.mark.parametrize(
    "word", ["Sommeroffensive", "Jahrbuch", "Tagesordnung", "Wochenende", "Maiglocke", "Vorabdruck", "Montag"]
)
def test_no_halves(word: str) -> None:
    assert halves(word, GERMAN) is None


@pytest.mark.parametrize("part", ["eine", "und", "tage"])
def test_a_word_without_end_is_none(part: str) -> None:
    assert halves(part * 100_000, GERMAN) is None
    assert number_of(part * 100_000, GERMAN) is None


def test_english_writes_nothing_together() -> None:
    assert halves("weekend", language("en")) is None
    assert number_of("twentyone", language("en")) is None
