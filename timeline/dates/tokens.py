"""A run of text as tokens, each with its names (what a pattern may call it) and the value of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from timeline.dates.compounds import Part, halves, number_of
from timeline.dates.language import Language
from timeline.dates.patterns import GLUED, Names
from timeline.dates.shapes import Writing, split, token_shape
from timeline.dates.surroundings import begins_sentence


class Token(NamedTuple):
    """A word, number or mark: half-open offsets into its run, the names a pattern may call it by, and their values."""

    start: int
    end: int
    text: str
    names: Names
    values: Mapping[str, Any]


def tokens(run: str, language: Language) -> tuple[Token, ...]:
    """The tokens of a run; the words of an entry ("first light") or of a number ("twenty-one") are one token."""
    found: list[Token] = []
    compounds, either_case = language.compounds, language.either_case
    for match in token_shape(language.writing).finditer(run):
        kind, words, at = match.lastgroup or "mark", match[0], match.start()
        if compounds and kind in ("plain", "word") and (parts := halves(words, language)):
            found += _compound(at, *parts)
            continue
        names, values = _reading(words, kind, language)
        if words in either_case and begins_sentence(run, at):
            names, values = _word(words.lower(), language)
        found.append(Token(at, match.end(), words, names, values))
    return tuple(_joined(_phrases(found, run, language), language))


def _compound(at: int, first: Part, last: Part) -> tuple[Token, Token]:
    """The two words of a compound at an offset."""
    (begins, meant), (ends, also), cut = first, last, at + len(first[0])
    return (
        Token(at, cut, begins, frozenset({*meant, GLUED}), meant),
        Token(cut, cut + len(ends), ends, frozenset(also), also),
    )


@cache
def _word(word: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    low = word.lower()
    classes = language.words.get(low)
    if classes is None:
        return _number_word(low, language)
    wrong = language.capital if low == word else language.small if low in language.either_case else frozenset()
    classes = {name: value for name, value in classes.items() if name not in wrong}
    return frozenset({*classes, *([f"={low}"] if low in language.literals else [])}), classes


def _number_word(word: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    """A word of no class: perhaps a number in one word ("einundzwanzig"), perhaps one that patterns spell out."""
    number = number_of(word, language)
    if number is None:
        return frozenset([f"={word}"] if word in language.literals else []), {}
    kind, value = number
    if kind == "ordinal":
        return _ordinal(value)
    values = {"number": value, "year": value} if _is_year(value, kind) else {"number": value}
    return frozenset(values), values


@lru_cache(maxsize=1 << 14)
def _reading(text: str, kind: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    if kind in ("plain", "word", "mark"):
        return _word(text, language)
    if kind == "possessive":
        return _word("'s", language)
    if kind in ("number", "digits"):
        return _number(text, language.writing)
    if kind == "ordinal":
        return _ordinal(int(re.sub(r"\D", "", text)))
    if kind == "mixed":
        whole, above, below = (int(digits) for digits in re.split("[ /-]", text))
        return frozenset({"number"}), {"number": whole + above / below}
    if kind == "zone":
        return frozenset({"zone"}), {"zone": _offset(text)}
    if kind == "roman":
        return _ordinal(roman(text.rstrip(".").upper()))
    if kind == "meridiem":
        return frozenset({"meridiem"}), {"meridiem": 12 if text[0] in "pP" else 0}
    if kind == "era":
        return frozenset({"era"}), {"era": -1 if text[0] in "bB" else 1}
    return frozenset({kind}), {kind: text}


def _offset(text: str) -> int:
    """Minutes east of UTC: 330 for "GMT +5:30"."""
    digits = re.sub(r"\D", "", text)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return (hours * 60 + minutes) * (-1 if "-" in text else 1)


def roman(text: str) -> int:
    """19 for "XIX"."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


_DOTTED: Final = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")


@lru_cache(maxsize=1 << 12)
def _number(text: str, writing: Writing) -> tuple[Names, Mapping[str, Any]]:
    if not text.isdigit():
        plain = text.replace(writing.thousands, "").replace(writing.decimal, ".")
        counted: dict[str, Any] = {"number": float(plain) if "." in plain else int(plain)}
        counted.update({"dotted": text} if _DOTTED.fullmatch(text) else {})
        return frozenset(counted), counted
    number = int(text) if len(text) < 10 else 10**9
    values: dict[str, Any] = {"number": number}
    if len(text) <= 2:
        values.update({"one_digit": number} if len(text) == 1 else {})
        values.update({"day": number} if 1 <= number <= 31 else {})
        values.update({"hour": number} if number <= 24 else {})
        values.update({"two_digits": number} if len(text) == 2 else {})
    elif len(text) == 4:
        values.update({"year": number} if 1000 <= number <= 2999 else {})
        values.update({"military": text} if number < 2400 and number % 100 < 60 else {})
    return frozenset(values), values


@cache
def _ordinal(number: int) -> tuple[Names, Mapping[str, Any]]:
    values: dict[str, Any] = {"ordinal": number}
    if 1 <= number <= 31:
        values.update(day=number, day_ordinal=number)
    return frozenset(values), values


def _phrases(found: list[Token], text: str, language: Language) -> list[Token]:
    """The tokens with those of one entry put together: "first light", "Labor Day"."""
    words = [token.text.lower() for token in found]
    if language.phrases.keys().isdisjoint(words):
        return found
    joined: list[Token] = []
    at = 0
    while at < len(found):
        length = _phrase_at(words, at, language) if words[at] in language.phrases else 1
        first, last = found[at], found[at + length - 1]
        if length > 1:
            entry = text[first.start : last.end]
            first = Token(first.start, last.end, entry, *_entry(entry, language))
        joined.append(first)
        at += length
    return joined


def _phrase_at(words: list[str], at: int, language: Language) -> int:
    """How many tokens from a place are one entry; 1 for a mere word."""
    for phrase in language.phrases[words[at]]:
        if at + 1 < len(words) and words[at + 1].replace("’", "'") == phrase[1]:
            following = tuple(word.replace("’", "'") for word in words[at : at + len(phrase)])
            if following == phrase:
                return len(phrase)
    return 1


@cache
def _entry(words: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    """The classes of an entry of several words as it stands in the text; those of names only where it begins as names do."""
    phrase = split(words, language.writing)
    entry = next(entry for entry in language.words if split(entry, language.writing) == phrase)
    named = not words[0].islower()
    classes = {name: value for name, value in language.words[entry].items() if named or name not in language.capital}
    return frozenset(classes), classes


def _joined(found: list[Token], language: Language) -> list[Token]:
    """Number words that make one number together: "twenty-one", "two hundred", "thirty-first", "two thousand and one"."""
    if not any("number" in token.names and not token.text[0].isdigit() for token in found):
        return found
    joined: list[Token] = []
    for token in found:
        kind = "number" if "number" in token.names else "ordinal"
        value = token.values.get(kind)
        if value is not None and not token.text[0].isdigit() and joined:
            link = joined[-1].text if len(joined) > 1 else ""
            spoken = link in language.context["joins_numbers"]
            before = joined[-2] if spoken or link == "-" else joined[-1]
            total = None if spoken and value > 99 else _together(before.values.get("number"), value)
            if total is not None and not before.text[-1].isdigit() and (total > 100 or not spoken):
                del joined[-1 if before is joined[-1] else -2 :]
                text = before.text + ("-" if link == "-" else " ") + token.text
                values = {kind: total, "year": total} if _is_year(total, kind) else {kind: total}
                token = Token(before.start, token.end, text, frozenset(values), values)
        joined.append(token)
    return joined


_TENS: Final = frozenset({*range(10, 20), *range(20, 100, 10)})


def _is_year(number: int, kind: str) -> bool:
    """ "nineteen forty-one"."""
    return kind == "number" and 1100 <= number < 2100 and number % 100 > 0


def _together(before: Any, value: int) -> int | None:
    if not isinstance(before, int):
        return None
    if value in (12, 100, 1000) and 0 < before < value and not (value == 12 and before > 9):
        return before * value
    if 11 <= before <= 20 and value in _TENS:
        return before * 100 + value
    if before >= 1100 and before % 10 == 0 and before % 100 and 0 < value < 10:
        return before + value
    if 20 <= before < 100 and before % 10 == 0 and 0 < value < 10:
        return before + value
    if before >= 100 and before % 100 == 0 and 0 < value < 100:
        return before + value
    return None
