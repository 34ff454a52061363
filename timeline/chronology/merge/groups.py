"""Bonds into groups: which mentions tell one happening together.

Only a whole component of bonded mentions is ever grouped, by a rule that looks at nothing else; so the groups do not depend
on the order the mentions came in, and an addition touches only the components it bonds with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.chronology.merge.bonds import Bond, Tie
from timeline.chronology.merge.imprint import Imprint

Bonds = Mapping[tuple[str, str], Bond]

# A mention joins a group when it is bonded with at least so many of its members: chains of look-alikes fall apart.
_MOST = 0.5


def group(imprints: Mapping[str, Imprint], bonds: Bonds) -> list[frozenset[str]]:
    """The groups of some mentions by id; bonds are keyed by pairs in the order of ids. Together they hold every mention."""
    groups = {id: frozenset([id]) for id in imprints}
    for (one, other), found in sorted(bonds.items(), key=lambda item: (item[1].tie, -item[1].strength, item[0])):
        left, right = groups[one], groups[other]
        if left is not right and _may_join(left, right, found.tie, imprints, bonds):
            joined = left | right
            groups.update((id, joined) for id in joined)
    return sorted(set(groups.values()), key=min)


def _may_join(left: frozenset[str], right: frozenset[str], tie: Tie, imprints: Mapping[str, Imprint], bonds: Bonds) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in left for b in right]
    bonded = sum(pair in bonds for pair in pairs)
    if bonded < _MOST * len(pairs):
        return False
    # A document that tells both days knows of two happenings, not of one with a contested date.
    return tie != Tie.CONTESTED or not _documents(left, imprints) & _documents(right, imprints)


def _documents(ids: Iterable[str], imprints: Mapping[str, Imprint]) -> set[str]:
    return {imprints[id].document for id in ids}
