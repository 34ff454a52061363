"""Words written together: "Samstagabend", "Folgejahr", "einundzwanzig". They are read as the words they are made of.

A part that never stands alone is written with a hyphen in the language file ("folge-").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from timeline.dates.language import Language

_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_LONGEST: Final = 60  # letters of a word worth taking apart

Part = tuple[str, Mapping[str, Any]]


@cache
def halves(word: str, language: Language) -> tuple[Part, Part] | None:
    """The two words a word is written together of, each with what it means there; None for any other word."""
    low = word.lower()
    if not language.compounds or len(low) > _LONGEST or low in language.words or low in language.literals:
        return None
    for cut in range(len(low) - 2, 1, -1):
        first, last = _beginning(low[:cut], language), language.words.get(low[cut:], {})
        for one, other in language.compounds:
            if one in first and other in last:
                return (word[:cut], {one: first[one]}), (word[cut:], {other: last[other]})
    return None


def _beginning(word: str, language: Language) -> Mapping[str, Any]:
    """The classes of a word that stands before another in a compound."""
    return language.words.get(word + "-") or language.words.get(word, {})


def number_of(word: str, language: Language) -> tuple[str, int] | None:
    """A number written as one word, as ("number" or "ordinal", its value): 21 for "einundzwanzig"; None for another word."""
    if not language.numbers or len(word) > _LONGEST:
        return None
    matched = _number(language).fullmatch(word)
    if matched is None or word in language.numbers["between"]:
        return None
    total = rest = 0
    for part in _part(language).findall(matched["number"]):
        value = language.words[part]["number"] if part in language.words else 0
        if value == _THOUSAND:
            total, rest = total + max(rest, 1) * _THOUSAND, 0
        elif value == _HUNDRED:
            rest = max(rest, 1) * _HUNDRED
        else:
            rest += value
    return ("ordinal" if matched["ending"] else "number"), total + rest


@cache
def _part(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(_parts(language)))


@cache
def _number(language: Language) -> re.Pattern[str]:
    parts, endings = "|".join(_parts(language)), "|".join(_longest(language.numbers["ordinal"]))
    return re.compile(f"(?P<number>(?:{parts})+?)(?P<ending>{endings})?")


def _parts(language: Language) -> list[str]:
    return _longest([*language.classed("number"), *language.numbers["between"]])


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def shapes_of_compounds(language: Language) -> list[str]:
    """Patterns for words that may be made of two others, in RE2's syntax; where they begin and end is not part of them."""
    found = []
    for first, last in language.compounds:
        beginnings = _longest(word.removesuffix("-") for word in language.classed(first))
        found.append(f"(?:{'|'.join(beginnings)})(?:{'|'.join(_longest(language.classed(last)))})")
    return found


def shapes_of_numbers(language: Language) -> list[str]:
    """The same for words that are numbers, where those are written as one; none where they are not."""
    if not language.numbers:
        return []
    parts, endings = "|".join(_parts(language)), "|".join(_longest(language.numbers["ordinal"]))
    return [f"(?:{parts})+(?:{endings})?"]
