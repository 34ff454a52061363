"""The pattern language of the language files: "the? {day} of? {month} ,? {year}" as a list of elements, and its matcher.

An element accepts an item when one of its names is among the item's names. The names of a token are its own word
("=the") and its classes ("month"); those of an expression found before are its kind ("<date") and its meaning ("<season").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: what it accepts, and the slot it fills (an end of a range as "day.1"); None for a mere word."""

    accepts: Names
    slot: str | None
    end: str
    optional: bool


@dataclass(frozen=True)
class Pattern:
    """A word order (`words`, as written in the file) that expresses a meaning of a kind."""

    kind: str
    meaning: str
    words: str
    elements: tuple[Element, ...]

    @cached_property
    def refers(self) -> Names:
        """Everything the pattern's elements accept."""
        return frozenset().union(*(element.accepts for element in self.elements))

    @cached_property
    def starts(self) -> Names:
        """What an item must be for the pattern to begin there."""
        names: set[str] = set()
        for element in self.elements:
            names |= element.accepts
            if not element.optional:
                break
        return frozenset(name for name in names if name[0] != "=" or name[1:].isalnum())

    def match(self, items: Sequence[Names], at: int) -> tuple[int, tuple[tuple[str, str, int], ...]] | None:
        """The end of the longest match at a place, and its filled slots as (slot, end of range, place); None for no match."""
        return _longest(self.elements, 0, items, at)


def compile_pattern(kind: str, meaning: str, words: str) -> Pattern:
    """A pattern read from its written form."""
    return Pattern(kind, meaning, words, tuple(_element(part) for part in words.split()))


def _element(part: str) -> Element:
    optional = part.endswith("?") and len(part) > 1
    part = part.removesuffix("?") if optional else part
    opening, body = part[0], part[1:-1]
    if len(part) < 3 or opening not in "{<":
        return Element(frozenset("=" + word for word in part.split("|")), None, "", optional)
    body, _, end = body.partition(".")
    names = body.split("|")
    slot = _SLOT.get(names[0], names[0]) if opening == "{" else names[0]
    return Element(frozenset(names if opening == "{" else ["<" + name for name in names]), slot, end, optional)


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


def _longest(
    elements: tuple[Element, ...], index: int, items: Sequence[Names], at: int
) -> tuple[int, tuple[tuple[str, str, int], ...]] | None:
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


def _filled(elements: Sequence[Element], start: int) -> tuple[tuple[str, str, int], ...]:
    """The slots that elements fill with the items from a place on."""
    return tuple([(each.slot, each.end, at) for at, each in enumerate(elements, start) if each.slot])
