"""Which tellings are copies of one another: what two papers print from one wire is told once, not confirmed.

Why by runs of three words: two reporters who saw the same thing share names and a verb, hardly ever whole runs of words; a
desk that shortens an agency's sentence, or puts "officials said" behind it, keeps most of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_RUN: Final = 3
# Longer passages are compared by as many of their runs, the same ones wherever they stand.
_MOST_RUNS: Final = 64
# A shorter passage is a copy only when it is the very same.
_FEWEST_RUNS: Final = 6
_SHARED: Final = 0.6


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells something, and in what words: `wording` as `wording_of` gives it, "" where it is not known."""

    outlet: str | bytes
    wording: str = ""


def wording_of(text: str) -> str:
    """What a text shares with its copies, whatever their capitals, spaces and marks: its runs of words as short hashes."""
    words = [word.encode("utf-8", "replace") for word in _WORD.findall(text.lower())]
    runs = {b" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}
    return " ".join([f"{run:08x}" for run in sorted(map(crc32, runs))[:_MOST_RUNS]])


def independent(tellers: Iterable[Teller]) -> int:
    """How many tell it by themselves: neither an outlet that tells it twice nor one that copies another counts again."""
    outlets = _Together()
    first: dict[str, Teller] = {}
    for teller in dict.fromkeys(tellers):
        outlets.join(teller.outlet, teller.outlet)
        if teller.wording:
            outlets.join(teller.outlet, first.setdefault(teller.wording, teller).outlet)
    for one, other in _copies(list(first.values())):
        outlets.join(one.outlet, other.outlet)
    return outlets.count()


def _copies(tellers: Sequence[Teller]) -> Iterator[tuple[Teller, Teller]]:
    """The pairs whose wordings share most of their runs."""
    runs = [teller.wording.split() for teller in tellers]
    having: dict[str, list[int]] = {}
    for number, mine in enumerate(runs):
        shared = Counter(other for run in mine for other in having.get(run, ()))
        for other, times in shared.items():
            fewer = min(len(mine), len(runs[other]))
            if fewer >= _FEWEST_RUNS and times >= _SHARED * fewer:
                yield tellers[number], tellers[other]
        for run in mine:
            having.setdefault(run, []).append(number)


class _Together:
    """Outlets that tell a thing together."""

    def __init__(self) -> None:
        self._next: dict[str | bytes, str | bytes] = {}

    def join(self, one: str | bytes, other: str | bytes) -> None:
        self._next[self._head(one)] = self._head(other)

    def _head(self, outlet: str | bytes) -> str | bytes:
        self._next.setdefault(outlet, outlet)
        while self._next[outlet] != outlet:
            outlet = self._next[outlet]
        return outlet

    def count(self) -> int:
        return len({self._head(outlet) for outlet in self._next})
