"""A run of text as tokens, each with its names (what a pattern may call it) and the value of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from timeline.dates.language import Language
from timeline.dates.patterns import Names


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: half-open character offsets, the names a pattern may call it by, and their values."""

    start: int
    end: int
    text: str
    names: Names
    values: Mapping[str, Any]


_TOKEN: Final = re.compile(
    r"""
      (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<slashed>\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?![\d/.-]*\d))
    | (?P<zone>\b(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?(?!\d))
    | (?P<roman>(?-i:\b[IVX]{1,6}\b))(?=[\s-]*century)
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.\d\d(?=\s?[ap]\.?m))
    | (?P<decade>(?:\d{1,3}|['’]\d)0['’]?s\b)
    | (?P<quarter_code>\bq[1-4]\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<short_year>['’]\d\d(?!\d))
    | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)
    | (?P<meridiem>[ap]\.\s?m\.|[ap]m\b)
    | (?P<era>[ABab]\.\s?[CcDd]\.(?:\s?[Ee]\.)?)
    | (?P<word>\b[a-z]-day\b|[^\W\d_]+)
    | (?P<possessive>['’]s\b)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of a stretch of text, number words already put together ("twenty-one" is one token)."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup if match.lastgroup else "mark"
        names, values = _reading(match.group(), kind, language)
        found.append(Token(match.start(), match.end(), match.group(), names, values))
    return _joined(found)


@cache
def _word(word: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    low = word.lower()
    classes = language.words.get(low, {})
    if low == word:
        classes = {name: value for name, value in classes.items() if name not in language.capital}
    return frozenset({*classes, *([f"={low}"] if low in language.literals else [])}), classes


def _reading(text: str, kind: str, language: Language) -> tuple[Names, Mapping[str, Any]]:
    if kind in ("word", "mark"):
        return _word(text, language)
    if kind == "possessive":
        return _word("'s", language)
    if kind == "number":
        return _number(text)
    if kind == "ordinal":
        return _ordinal(int(text[:-2]))
    if kind == "zone":
        return frozenset({"zone"}), {"zone": _offset(text)}
    if kind == "roman":
        return _ordinal(_roman(text.upper()))
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


def _roman(text: str) -> int:
    """19 for "XIX"."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=1 << 12)
def _number(text: str) -> tuple[Names, Mapping[str, Any]]:
    if not text.isdigit():
        plain = text.replace(",", "")
        return frozenset({"number"}), {"number": float(plain) if "." in plain else int(plain)}
    number = int(text) if len(text) < 10 else 10**9
    values: dict[str, Any] = {"number": number}
    if len(text) <= 2:
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


def _joined(found: list[Token]) -> list[Token]:
    """Number words that make one number together: "twenty-one", "two hundred", "thirty-first"."""
    if not any("number" in token.names and not token.text[0].isdigit() for token in found):
        return found
    joined: list[Token] = []
    for token in found:
        kind = "number" if "number" in token.names else "ordinal"
        value = token.values.get(kind)
        if value is not None and not token.text[0].isdigit() and joined:
            hyphen = joined[-1].text == "-" and len(joined) > 1
            before = joined[-2] if hyphen else joined[-1]
            total = _together(before.values.get("number"), value)
            if total is not None and not before.text[-1].isdigit():
                del joined[-2 if hyphen else -1 :]
                text = before.text + ("-" if hyphen else " ") + token.text
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
