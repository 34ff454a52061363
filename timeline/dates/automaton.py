"""Many patterns tried at once: an automaton over the names of items, built as far as texts lead into it.

A state is all the places in patterns that may come next. What follows a state when an item comes is worked out once and kept,
so that most items of a text cost one look-up, however many patterns there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.dates.patterns import Names, Pattern

_Place = tuple[int, int]  # a pattern by its number, an element of it by its own


class _State:
    """The places that may come next, the numbers of the patterns that end here, and the states that follow, by names."""

    __slots__ = ("after", "ends", "places")

    def __init__(self, places: tuple[_Place, ...], ends: tuple[int, ...]) -> None:
        self.places, self.ends = places, ends
        self.after: dict[Names, _State | None] = {}


class Automaton:
    """Patterns in the order in which they win over one another."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._known: dict[tuple[tuple[_Place, ...], tuple[int, ...]], _State] = {}
        self._start = self._state((number, 0) for number in range(len(patterns)))

    def ends(self, items: Sequence[Names], at: int) -> list[tuple[int, tuple[int, ...]]]:
        """Where patterns that begin at a place may end (the place after), with their numbers; the nearest end first."""
        state = self._start
        found: list[tuple[int, tuple[int, ...]]] = []
        for end in range(at, len(items)):
            names = items[end]
            after = state.after[names] if names in state.after else self._follow(state, names)
            if after is None:
                break
            state = after
            if state.ends:
                found.append((end + 1, state.ends))
        return found

    def _follow(self, state: _State, names: Names) -> _State | None:
        places = [(self.patterns[number], number, at) for number, at in state.places]
        if state is self._start:
            places = [place for place in places if not place[0].starts.isdisjoint(names)]
        moved = [(number, at + 1) for pattern, number, at in places if not pattern.elements[at].accepts.isdisjoint(names)]
        state.after[names] = after = self._state(moved) if moved else None
        return after

    def _state(self, begun: Iterator[_Place] | Sequence[_Place]) -> _State:
        """The state of some places and of those that lie behind what is optional."""
        places, ends = set[_Place](), set[int]()
        for number, first in begun:
            elements = self.patterns[number].elements
            for at in range(first, len(elements) + 1):
                if at == len(elements):
                    ends.add(number)
                    break
                places.add((number, at))
                if not elements[at].optional:
                    break
        key = tuple(sorted(places)), tuple(sorted(ends))
        return self._known.setdefault(key, _State(*key))
