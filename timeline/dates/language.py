"""A language as the date reader needs it, loaded from data/languages/xx.toml: its words, word orders and contexts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.dates.patterns import Pattern, compile_pattern
from timeline.dates.shapes import split
from timeline.errors import LanguageError
from timeline.resources import DATA


@dataclass(frozen=True, eq=False)
class Language:
    """`words` maps a word in lower case to its classes and their values; `literals` are the words patterns spell out.

    An entry of several words ("first light") is one word of the text; `phrases` leads from its first token to all of them.
    """

    code: str
    words: Mapping[str, Mapping[str, Any]]
    literals: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    patterns: tuple[Pattern, ...]
    capital: frozenset[str]
    tense: Mapping[str, Any]
    bounds: Mapping[str, str]
    bounds_after: Mapping[str, str]
    context: Mapping[str, frozenset[Any]]

    def classed(self, name: str) -> list[str]:
        """The words of a class."""
        return [word for word, classes in self.words.items() if name in classes]


def choices() -> list[str]:
    """The languages there are files for."""
    return sorted(path.stem for path in (DATA / "languages").glob("*.toml"))


@cache
def language(code: str) -> Language:
    """The language of a code ("en", "en-GB"); raises LanguageError naming the choices when it has no file."""
    known = choices()
    base = code.lower().replace("_", "-").partition("-")[0]
    if base not in known:
        raise LanguageError(
            f"no dates are read in language {code!r}: there are {', '.join(known)}; "
            f"add data/languages/{base or 'xx'}.toml to read another"
        )
    with (DATA / "languages" / f"{base}.toml").open("rb") as file:
        return _language(base, tomllib.load(file))


def _language(code: str, data: Mapping[str, Any]) -> Language:
    words: dict[str, dict[str, Any]] = {}
    for name, entries in data["words"].items():
        for word, value in entries.items():
            words.setdefault(word, {})[name] = value
    patterns = tuple(
        compile_pattern(kind, meaning, order)
        for kind, meanings in data["patterns"].items()
        for meaning, orders in meanings.items()
        for order in orders
    )
    literals = frozenset(name[1:] for pattern in patterns for name in pattern.refers if name.startswith("="))
    context = {name: frozenset(entries) for name, entries in data.get("context", {}).items()}
    tense = {name: frozenset(entry) if isinstance(entry, list) else entry for name, entry in data.get("tense", {}).items()}
    tense["verbs"] = tense["past"] | {phrase.split()[0] for phrase in tense["future"]}
    capital, bounds, after = frozenset(data.get("capital", ())), data.get("bounds", {}), data.get("bounds_after", {})
    return Language(code, words, literals, _phrases(words), patterns, capital, tense, bounds, after, context)


def _phrases(words: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """The entries of several tokens by their first one, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(map(split, words), key=len, reverse=True):
        if len(entry) > 1:
            phrases.setdefault(entry[0], []).append(entry)
    return phrases
