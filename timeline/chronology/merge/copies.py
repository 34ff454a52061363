"""Which tellings are copies of one another: what two papers print from one wire is told once, not confirmed.

Why by runs of three words: two reporters who saw the same thing share names and a verb, hardly ever whole runs of words; a
desk that shortens an agency's sentence, or puts "officials said" behind it, keeps most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from typing import Final

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

    def copies(self, other: Teller) -> bool:
        """Whether one of the two tellings is taken from the other, or both from a third."""
        if not self.wording or self.wording == other.wording:
            return bool(self.wording)
        mine, theirs = set(self.wording.split()), set(other.wording.split())
        fewer = min(len(mine), len(theirs))
        return fewer >= _FEWEST_RUNS and len(mine & theirs) >= _SHARED * fewer


def wording_of(text: str) -> str:
    """What a text shares with its copies, whatever their capitals, spaces and marks: its runs of words as short hashes."""
    words = _WORD.findall(text.lower())
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}
    return " ".join(sorted(blake2b(run.encode("utf-8", "replace"), digest_size=4).hexdigest() for run in runs)[:_MOST_RUNS])


def independent(tellers: Iterable[Teller]) -> int:
    """How many tell it by themselves: neither an outlet that tells it twice nor one that copies another counts again."""
    heads: dict[str | bytes, str | bytes] = {}
    told = list(dict.fromkeys(tellers))

    def head(outlet: str | bytes) -> str | bytes:
        while heads[outlet] != outlet:
            outlet = heads[outlet]
        return outlet

    for teller in told:
        heads.setdefault(teller.outlet, teller.outlet)
    for one, other in combinations(told, 2):
        if head(one.outlet) != head(other.outlet) and one.copies(other):
            heads[head(one.outlet)] = head(other.outlet)
    return len({head(outlet) for outlet in heads})
