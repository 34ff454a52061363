"""Find: the temporal expressions of a text, each with what it means and the parts it was read from; nothing is resolved.

The scan gives runs of words; each run is read as tokens; patterns are matched over the tokens, longest first, and an
expression found can be part of a longer one ("the end of" + "May 1942"). Matching depends on the names of the tokens alone,
so its outcome is kept for the next run of the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from timeline.dates.automaton import Automaton
from timeline.dates.language import Language
from timeline.dates.old_years import with_old_years
from timeline.dates.patterns import GLUED, Element, Filled, Names, Pattern
from timeline.dates.scan import names_era, runs, scanned
from timeline.dates.tokens import Token, tokens

_WINDOW: Final = 40  # tokens matched together: longer than any expression, short enough to stay linear
_LONG: Final = 4000  # characters of a run read at once
_SHORT: Final = 120  # characters of a run that may well come again
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d{2,3}(?!\d)")


class Found(NamedTuple):
    """An expression in the text: its offsets, kind ("date") and meaning, and its slots (values, or expressions inside it).

    A range has its two ends in `ends`, each an expression of its own.
    """

    start: int
    end: int
    kind: str
    meaning: str
    slots: Mapping[str, Any]
    pattern: str
    ends: tuple[Found, Found] | None = None


@dataclass(frozen=True, slots=True)
class _Match:
    """A pattern that holds over places first..last of a shape; `parts` are the expressions among its places."""

    first: int
    last: int
    pattern: Pattern
    filled: Filled
    parts: tuple[_Match | int, ...]


def find(text: str, language: Language) -> Iterator[Found]:
    """The expressions of a text in order, none overlapping."""
    raw = scanned(text)
    old_years = names_era(raw, language)
    for start, end in _pieces(text, runs(raw, language, old_years=old_years)):
        run = text[start:end]
        if old_years and _SHORT_YEAR.search(run):
            expressions = _expressions(with_old_years(tokens(run, language), text, start, language), language)
        else:
            expressions = _remembered(run, language) if len(run) <= _SHORT else _expressions(tokens(run, language), language)
        for each in expressions:
            yield _moved(each, start)


@lru_cache(maxsize=1 << 13)
def _remembered(run: str, language: Language) -> tuple[Found, ...]:
    return _expressions(tokens(run, language), language)


def _expressions(row: Sequence[Token], language: Language) -> tuple[Found, ...]:
    """The expressions in the tokens of a run, their offsets those of the run."""
    return tuple(
        _found(match, window)
        for window in _windows(row)
        for match in _matches(tuple([token.names for token in window]), language)
    )


def _moved(found: Found, by: int) -> Found:
    """An expression with its offsets, and those of its parts, moved on by where the run stands in the text."""
    start, end, kind, meaning, slots, pattern, ends = found
    if Found in map(type, slots.values()):
        slots = {name: _moved(part, by) if isinstance(part, Found) else part for name, part in slots.items()}
    return Found(start + by, end + by, kind, meaning, slots, pattern, ends and (_moved(ends[0], by), _moved(ends[1], by)))


def _pieces(text: str, found: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs, very long ones cut at a blank: a text may be one run, and its tokens all at once would fill the memory."""
    for start, end in found:
        while end - start > _LONG:
            cut = text.rfind(" ", start + 1, start + _LONG)
            cut = start + _LONG if cut < 0 else cut + 1
            yield start, cut
            start = cut
        if start < end:
            yield start, end


def _windows(row: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A long row in stretches, cut after a comma or stop where there is one."""
    if len(row) <= _WINDOW:
        yield row
        return
    at = 0
    while at < len(row):
        end = at + _WINDOW
        if end < len(row):
            end = next((cut for cut in range(end, at + _WINDOW // 2, -1) if row[cut - 1].text in (",", ".")), end)
        yield row[at:end]
        at = end


@lru_cache(maxsize=1 << 13)
def _matches(shape: tuple[Names, ...], language: Language) -> tuple[_Match, ...]:
    """The expressions in a row of names, leftmost and longest first, built up from smaller ones until nothing changes."""
    items: list[_Match | int] = list(range(len(shape)))
    items, names = _pass(items, list(shape), language, composed=False)
    for _ in range(3):
        before = len(items)
        items, names = _pass(items, names, language, composed=True)
        if len(items) == before:
            break
    return tuple(item for item in items if isinstance(item, _Match))


@cache
def _automaton(language: Language, composed: bool) -> Automaton:
    """The patterns over words alone, or those with expressions among their parts."""
    return Automaton([each for each in language.patterns if composed == any(name[0] == "<" for name in each.refers)])


def _pass(
    items: list[_Match | int], names: list[Names], language: Language, *, composed: bool
) -> tuple[list[_Match | int], list[Names]]:
    new_items: list[_Match | int] = []
    new_names: list[Names] = []
    automaton, at = _automaton(language, composed), 0
    while at < len(items):
        match = _best(items, names, at, automaton)
        if match is None:
            new_items.append(items[at])
            new_names.append(names[at])
            at += 1
        else:
            new_items.append(match[0])
            glued = names[match[1] - 1] & {GLUED}
            new_names.append(glued | {"<" + match[0].pattern.kind, "<" + match[0].pattern.meaning})
            at = match[1]
    return new_items, new_names


def _best(items: list[_Match | int], names: list[Names], at: int, automaton: Automaton) -> tuple[_Match, int] | None:
    """The longest match at a place, and where it ends; of several the one whose pattern stands first."""
    seen: set[int] = set()
    for end, numbers in reversed(automaton.ends(names, at)):
        for number in numbers:
            pattern = automaton.patterns[number]
            if number in seen or not _may_stand(pattern, names, at, end):
                continue
            matched = pattern.match(names, at)
            assert matched is not None
            filled = tuple((element, place - at) for element, place in matched[1])
            return _Match(_first(items[at]), _last(items[end - 1]), pattern, filled, tuple(items[at:end])), end
        seen.update(numbers)
    return None


def _may_stand(pattern: Pattern, names: list[Names], at: int, end: int) -> bool:
    """Whether what a pattern wants before it is there; a date may be the first half of a word ("Samstagabend"), a length may
    not ("wochenlang").
    """
    if pattern.before and (at == 0 or pattern.before.isdisjoint(names[at - 1])):
        return False
    if pattern.kind == "range" and end + 1 < len(names) and _goes_on(names[end - 1 : end + 2]):
        return False
    return pattern.kind == "date" or GLUED not in names[end - 1]


def _goes_on(names: list[Names]) -> bool:
    """Whether the year that ends a range begins another: "1805 and 1806-7"."""
    year, dash, number = names
    return "year" in year and not dash.isdisjoint(("=-", "=–")) and not number.isdisjoint(("two_digits", "one_digit"))


def _first(item: _Match | int) -> int:
    return item if isinstance(item, int) else item.first


def _last(item: _Match | int) -> int:
    return item if isinstance(item, int) else item.last


def _found(match: _Match, row: Sequence[Token]) -> Found:
    """The match as an expression, its offsets those of the run."""
    slots: dict[str, dict[str, Any]] = {"": {}, "1": {}, "2": {}}
    places: dict[str, list[int]] = {"": [], "1": [], "2": []}
    for element, place in match.filled:
        part = match.parts[place]
        assert element.slot
        slots[element.end][element.slot] = _value(part, element, row)
        places[element.end] += [_first(part), _last(part)]
    first, last = row[match.first], _last_word(row, match.last)
    ends = None
    if places["1"] and places["2"]:
        left = _end_of_range(slots["1"], places["1"], row, match.pattern)
        ends = left, _end_of_range(slots["2"], places["2"], row, match.pattern)
    pattern = match.pattern
    return Found(first.start, last.end, pattern.kind, pattern.meaning, slots[""], pattern.words, ends)


def _last_word(row: Sequence[Token], last: int) -> Token:
    """The last token of an expression; a comma before a year that is not there is no part of it."""
    return row[last - 1] if row[last].text == "," else row[last]


def _value(part: _Match | int, element: Element, row: Sequence[Token]) -> Any:
    if isinstance(part, _Match):
        return _found(part, row)
    values = row[part].values
    return next((values[name] for name in element.classes if name in values), row[part].text)


def _end_of_range(slots: dict[str, Any], places: list[int], row: Sequence[Token], pattern: Pattern) -> Found:
    if len(slots) == 1 and isinstance(only := next(iter(slots.values())), Found):
        return only
    return Found(row[min(places)].start, row[max(places)].end, "date", "calendar", slots, pattern.words)
