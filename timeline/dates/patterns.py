"""The pattern language of the language files: "the? {day} of? {month} ,? {year}" as a list of elements, and its matcher.

`@the` is a group of words the file names, `{ordinal:month}` a word of one class in the slot of another, and `(in)` at the
beginning a word that must stand before the expression without being part of it.

An element accepts an item when one of its names is among the item's names. The names of a token are its own word
("=the") and its classes ("month"); those of an expression found before are its kind ("<date") and its meaning ("<season").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from timeline.errors import LanguageError

Names = frozenset[str]

GLUED: Final = "+"  # a name of a word that is written together with the one after it


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: what it accepts, and the slot it fills (an end of a range as "day.1"); None for a mere word.

    `classes` are those it accepts, in the order in which the slot takes its value from them.
    """

    accepts: Names
    slot: str | None
    end: str
    optional: bool
    classes: tuple[str, ...] = ()


Filled = tuple[tuple[Element, int], ...]


@dataclass(frozen=True)
class Pattern:
    """A word order (`words`, as written in the file) that expresses a meaning of a kind.

    `before` is what must stand before it; nothing need where it is empty.
    """

    kind: str
    meaning: str
    words: str
    elements: tuple[Element, ...]
    before: Names = frozenset()

    @cached_property
    def refers(self) -> Names:
        """Everything the pattern's elements accept."""
        return self.before.union(*(element.accepts for element in self.elements))

    @cached_property
    def starts(self) -> Names:
        """What an item must be for the pattern to begin there."""
        names: set[str] = set()
        for element in self.elements:
            names |= element.accepts
            if not element.optional:
                break
        return frozenset(name for name in names if name[0] != "=" or name[1:].isalnum())

    def match(self, items: Sequence[Names], at: int) -> tuple[int, Filled] | None:
        """The end of the longest match at a place, and which elements fill a slot from which place; None for no match."""
        return _longest(self.elements, 0, items, at)


def compile_pattern(kind: str, meaning: str, words: str, groups: Mapping[str, Sequence[str]]) -> Pattern:
    """A pattern read from its written form; `groups` are the words its groups stand for."""
    first, *rest = words.split()
    if first[0] == "(" and len(first) > 1:
        return Pattern(kind, meaning, words, tuple(_element(part, groups) for part in rest), _literals(first[1:-1], groups))
    return Pattern(kind, meaning, words, tuple(_element(part, groups) for part in words.split()))


def _element(part: str, groups: Mapping[str, Sequence[str]]) -> Element:
    optional = part.endswith("?") and len(part) > 1
    part = part.removesuffix("?") if optional else part
    opening, body = part[0], part[1:-1]
    if len(part) < 3 or opening not in "{<":
        return Element(_literals(part, groups), None, "", optional)
    body, _, named = body.partition(":")
    body, _, end = body.partition(".")
    names = body.split("|")
    slot = named or (_SLOT.get(names[0], names[0]) if opening == "{" else names[0])
    if opening == "<":
        return Element(frozenset("<" + name for name in names), slot, end, optional)
    return Element(frozenset(names), slot, end, optional, tuple(names))


def _literals(part: str, groups: Mapping[str, Sequence[str]]) -> Names:
    spelt = (word for name in part.split("|") for word in (_group(name, groups) if name[0] == "@" else [name]))
    return frozenset("=" + word for word in spelt)


def _group(name: str, groups: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if name[1:] not in groups:
        raise LanguageError(f"a pattern names the group {name}: [groups] has {', '.join(groups) or 'none'}; add it there")
    return groups[name[1:]]


# Classes that differ in grammar but mean the same to a function.
_SLOT: Final = {
    "units": "unit",
    "two_digits": "year",
    "short_year": "year",
    "one_digit": "year",
    "dotted": "clock",
    "twelve": "clock",
    "year_day": "holiday",
    "alternate": "number",
    "twice": "direction",
    "some": "number",
    "day_ordinal": "day",
    "fiscal": "unit",
    "half": "number",
    "loosely": "bound",
}


def _longest(elements: tuple[Element, ...], index: int, items: Sequence[Names], at: int) -> tuple[int, Filled] | None:
    start = at
    while index < len(elements) and not elements[index].optional:
        if at == len(items) or elements[index].accepts.isdisjoint(items[at]):
            return None
        index, at = index + 1, at + 1
    if index == len(elements):
        return at, _filled(elements[index + start - at :], start)
    optional, best = elements[index], _longest(elements, index + 1, items, at)
    if at < len(items) and not optional.accepts.isdisjoint(items[at]):
        taken = _longest(elements, index + 1, items, at + 1)
        if taken and (best is None or taken[0] >= best[0]):
            best = taken[0], _filled((optional,), at) + taken[1]
    return best and (best[0], _filled(elements[index + start - at : index], start) + best[1])


def _filled(elements: Sequence[Element], start: int) -> Filled:
    """The slots that elements fill with the items from a place on."""
    return tuple([(each, at) for at, each in enumerate(elements, start) if each.slot])
