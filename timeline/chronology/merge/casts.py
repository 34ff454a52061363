"""Deeds that one body or person does, or suffers, once a day: there the ones who act say more than the words.

A town falls once a day, a man is arrested, gives up or leaves his office once; two papers may tell it without a word in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.chronology.merge.imprint import NAMED, Imprint
from timeline.model import Kind

_TAKEN: Final = frozenset({Kind.COERCE, Kind.RETREAT})
_AGREED: Final = frozenset({Kind.AGREE, Kind.CONSULT})
_SIDES: Final = 2


def named(keys: Iterable[str]) -> bool:
    """Whether one of them is no state."""
    return any(key.startswith(NAMED) for key in keys)


def once_a_day(one: Imprint, other: Imprint) -> bool:
    """Whether both tell what can befall, or be done by, the one they share but once a day."""
    if {one.kind, other.kind} <= _TAKEN:
        # Who takes a town and who gives it up, the one who is arrested, the one who is set free.
        if named(one.targets & other.targets):
            return True
        return one.kind == other.kind == Kind.RETREAT and bool(one.people & other.people & one.initiators & other.initiators)
    if {one.kind, other.kind} <= _AGREED:
        return len(one.actors & other.actors) >= _SIDES and named(one.actors & other.actors)
    return False


def same_toll(one: Imprint, other: Imprint) -> bool:
    """Whether both tell of a blow with the same number of dead: a number in words they share, and not a small one."""
    if not one.kind == other.kind == Kind.ASSAULT:
        return False
    return any(stem.isdigit() and len(stem) > 1 for stem in one.telling & other.telling)
