"""Names in a text, of any number and in any script: found by their first word, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

_PIECE: Final = re.compile(r"[^\W_]+")
_GAPS: Final = frozenset({" ", "-", "–", "'", "’", ". ", ".", "\u00a0", "\n", "&", " & ", "/"})
_SHORTEST_STEM: Final = 4

Owner = TypeVar("Owner")


class Spelling(NamedTuple):
    """A name as it may be written. `exact`: with these capitals; else whatever they are, if it begins with one.

    `stem`: its last word may go on ("Russian" is met in "Russians").
    """

    text: str
    exact: bool = True
    stem: bool = False


class _Entry(NamedTuple):
    pieces: tuple[str, ...]
    spelling: Spelling
    owner: object


class Names(Generic[Owner]):
    """Spellings with their owners, ready to be looked for."""

    def __init__(self, spellings: Iterable[tuple[Spelling, Owner]]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        self._stems: dict[str, _Entry] = {}
        for spelling, owner in spellings:
            pieces = tuple(piece.casefold() for piece in _PIECE.findall(spelling.text))
            if not pieces:
                continue
            entry = _Entry(pieces, spelling, owner)
            self._by_first.setdefault(pieces[0], []).append(entry)
            if spelling.stem and len(pieces) == 1 and len(pieces[0]) >= _SHORTEST_STEM:
                self._stems.setdefault(pieces[0], entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.pieces))

    def find(self, text: str) -> Iterator[tuple[int, int, Owner]]:
        """(start, end, owner) of every name, in order, without overlaps."""
        pieces = list(_PIECE.finditer(text))
        at = 0
        while at < len(pieces):
            found = self._at(text, pieces, at)
            if found:
                yield pieces[at].start(), pieces[at + len(found.pieces) - 1].end(), found.owner  # type: ignore[misc]
            at += len(found.pieces) if found else 1

    def _at(self, text: str, pieces: list[re.Match[str]], at: int) -> _Entry | None:
        first = pieces[at][0].casefold()
        for entry in self._by_first.get(first, ()):
            if self._fits(text, pieces, at, entry):
                return entry
        for length in range(len(first) - 1, _SHORTEST_STEM - 1, -1) if self._stems else ():
            stem = self._stems.get(first[:length])
            if stem and pieces[at][0][0].isupper():
                return stem
        return None

    def _fits(self, text: str, pieces: list[re.Match[str]], at: int, entry: _Entry) -> bool:
        last = at + len(entry.pieces) - 1
        if last >= len(pieces):
            return False
        for place in range(at, last + 1):
            said, wanted = pieces[place][0].casefold(), entry.pieces[place - at]
            goes_on = entry.spelling.stem and place == last and said.startswith(wanted)
            if (said != wanted and not goes_on) or (place > at and not _beside(text, pieces[place - 1], pieces[place])):
                return False
        if not entry.spelling.exact:
            return text[pieces[at].start()].isupper()
        written = _PIECE.findall(entry.spelling.text)
        return all(pieces[at + place][0].startswith(piece) for place, piece in enumerate(written))


def _beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in _GAPS
