"""Bonds into groups: which mentions tell one happening together.

Only a whole component of bonded mentions is ever grouped, by a rule that looks at nothing else; so the groups do not depend
on the order the mentions came in, and an addition touches only the components it bonds with.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.chronology.merge.bonds import Bond, Tie, is_fine
from timeline.chronology.merge.imprint import Imprint
from timeline.spans import MINUTES_A_DAY

Bonds = Mapping[tuple[str, str], Bond]

# Two groups join when more than so many of the pairs across are bonded: chains of look-alikes fall apart.
_MOST = 0.5


def group(imprints: Mapping[str, Imprint], bonds: Bonds) -> list[frozenset[str]]:
    """The groups of some mentions by id; bonds are keyed by pairs in the order of ids. Together they hold every mention."""
    groups = {id: frozenset([id]) for id in imprints}
    days = _days_around(imprints, bonds)
    for (one, other), found in sorted(bonds.items(), key=lambda item: (item[1].tie, -item[1].strength, item[0])):
        left, right = groups[one], groups[other]
        if left is right or (found.tie == Tie.CONTESTED and _recurs(left | right, days, imprints)):
            continue
        if _mostly_bonded(left, right, bonds):
            joined = left | right
            groups.update((id, joined) for id in joined)
    return sorted(set(groups.values()), key=min)


def _mostly_bonded(left: frozenset[str], right: frozenset[str], bonds: Bonds) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in left for b in right]
    return sum(pair in bonds for pair in pairs) > _MOST * len(pairs)


def _recurs(ids: frozenset[str], days: Mapping[str, set[int]], imprints: Mapping[str, Imprint]) -> bool:
    """Whether a thing happens again and again, rather than once on a day that is contested.

    It does when one document tells two days of it, or when its likes are told of more than two days.
    """
    told: dict[str, set[int]] = {}
    for id in ids:
        told.setdefault(imprints[id].document, set()).update(_day(imprints[id]))
    return any(len(found) > 1 for found in told.values()) or len(set().union(*(days[id] for id in ids))) > 2


def _days_around(imprints: Mapping[str, Imprint], bonds: Bonds) -> dict[str, set[int]]:
    """For each mention the days told by itself and by all it is bonded with."""
    days = {id: _day(imprint) for id, imprint in imprints.items()}
    around = {id: set(found) for id, found in days.items()}
    for one, other in bonds:
        around[one] |= days[other]
        around[other] |= days[one]
    return around


def _day(imprint: Imprint) -> set[int]:
    """The day of a mention that tells one."""
    return {imprint.span.start // MINUTES_A_DAY} if imprint.span and is_fine(imprint.span) else set()
