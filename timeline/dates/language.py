"""A language as the date reader needs it, loaded from data/languages/xx.toml: its words, word orders and contexts.

What languages do differently is said there too: words that take endings ("letzt~"), words written together ("Samstagabend"),
numbers written as one word, small words that change with the noun (groups), how ordinals and decades end.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from timeline.dates.patterns import Pattern, compile_pattern
from timeline.dates.shapes import Writing, split, writing_of
from timeline.errors import LanguageError
from timeline.resources import DATA

_YEARS: Final = (1600, 2100)  # where the language does not say between which a bare number may be a year


class Lists(dict[str, frozenset[Any]]):
    """Lists of words by name; a list that a language has no use for is empty."""

    def __missing__(self, name: str) -> frozenset[Any]:
        return frozenset()


@dataclass(frozen=True, eq=False)
class Language:
    """`words` maps a word in lower case to its classes and their values; `literals` are the words patterns spell out.

    An entry of several words ("first light") is one word of the text; `phrases` leads from its first token to all of them.
    `starts` are words that a run worth reading may begin from besides those of the classes that date. Words of the classes in
    `capital` are written with a capital letter, those in `small` never but where a sentence begins. `compounds` are pairs of
    classes of which a word of one is written together with one of the other. `numbers` tells of numbers written as one word.
    """

    code: str
    words: Mapping[str, Mapping[str, Any]]
    literals: frozenset[str]
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    patterns: tuple[Pattern, ...]
    starts: frozenset[str]
    capital: frozenset[str]
    small: frozenset[str]
    compounds: tuple[tuple[str, str], ...]
    numbers: Lists
    writing: Writing
    tense: Mapping[str, Any]
    bounds: Mapping[str, str]
    bounds_after: Mapping[str, str]
    context: Lists

    @cached_property
    def either_case(self) -> frozenset[str]:
        """Words whose case says what they are: "Morgen", "morgen"."""
        return frozenset(
            form
            for word, classes in self.words.items()
            if not self.capital.isdisjoint(classes) and not self.small.isdisjoint(classes)
            for form in (word, word.capitalize())
        )

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year that a bare number may be."""
        first, last = sorted(map(int, self.context["years"] or _YEARS))
        return first, last

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
        return from_tables(base, tomllib.load(file))


def from_tables(code: str, data: Mapping[str, Any]) -> Language:
    """A language from the tables of its file: [words] and [patterns], and whatever else it has a use for.

    Raises LanguageError where a pattern names a group of words that is not there.
    """
    endings, writing = data.get("endings", [""]), writing_of(data)
    words: dict[str, dict[str, Any]] = {}
    for name, entries in data["words"].items():
        for entry, value in entries.items():
            for word in _forms(entry, endings):
                words.setdefault(word, {})[name] = value
    groups = {name: _all_forms(group.split("|"), endings) for name, group in data.get("groups", {}).items()}
    patterns = tuple(
        compile_pattern(kind, meaning, order, groups)
        for kind, meanings in data["patterns"].items()
        for meaning, orders in meanings.items()
        for order in orders
    )
    return Language(
        code,
        words,
        frozenset(name[1:] for pattern in patterns for name in pattern.refers if name.startswith("=")),
        _phrases(words, writing),
        patterns,
        frozenset(data.get("starts", ())),
        frozenset(data.get("capital", ())),
        frozenset(data.get("small", ())),
        tuple((first, last) for first, last in map(str.split, data.get("compounds", ()))),
        Lists({name: frozenset(_all_forms(entries, endings)) for name, entries in data.get("numbers", {}).items()}),
        writing,
        _tense(data.get("tense", {}), endings),
        data.get("bounds", {}),
        data.get("bounds_after", {}),
        Lists({name: frozenset(_all_forms(entries, endings)) for name, entries in data.get("context", {}).items()}),
    )


def _phrases(words: Iterable[str], writing: Writing) -> dict[str, list[tuple[str, ...]]]:
    """The entries of several tokens by their first one, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted((split(word, writing) for word in words if not word.isalpha()), key=len, reverse=True):
        if len(entry) > 1:
            phrases.setdefault(entry[0], []).append(entry)
    return phrases


def _tense(data: Mapping[str, Any], endings: list[str]) -> Mapping[str, Any]:
    tense: dict[str, Any] = Lists({name: frozenset(_all_forms(entry, endings)) for name, entry in data.items()})
    tense["verbs"] = tense["past"] | tense["scheduled"] | {phrase.split()[0] for phrase in tense["future"]}
    tense["past_endings"] = tuple(tense["past_endings"])
    return tense


def _forms(word: str, endings: list[str]) -> list[str]:
    """ "letzt~" in all its forms; a word without the mark as it is."""
    return [word.replace("~", ending) for ending in endings] if "~" in word else [word]


def _all_forms(entries: Iterable[Any], endings: list[str]) -> list[Any]:
    return [form for entry in entries for form in (_forms(entry, endings) if isinstance(entry, str) else [entry])]
