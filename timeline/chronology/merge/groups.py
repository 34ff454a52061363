"""Bonds into groups: which mentions tell one happening together.

Only a whole component of bonded mentions is ever grouped, by a rule that looks at nothing else; so the groups do not depend
on the order the mentions came in, and an addition touches only the components it bonds with.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.chronology.merge.bonds import Bond, Tie, bond, is_fine
from timeline.chronology.merge.imprint import Imprint
from timeline.spans import MINUTES_A_DAY

Bonds = Mapping[tuple[str, str], Bond]

# Two groups join when more than so many of the pairs across are bonded: chains of look-alikes fall apart.
_MOST = 0.5


def group(imprints: Mapping[str, Imprint], bonds: Bonds) -> list[frozenset[str]]:
    """The groups of some mentions by id; bonds are keyed by pairs in the order of ids. Together they hold every mention."""
    twins = _twins(imprints, bonds)
    between = _between(twins, imprints, bonds)
    days = _days_around(imprints, between)
    groups = {id: frozenset([id]) for id in twins}
    for (one, other), found in sorted(between.items(), key=lambda item: (item[1].tie, -item[1].strength, item[0])):
        left, right = groups[one], groups[other]
        if left is right or (found.tie == Tie.CONTESTED and _recurs(left | right, days, twins, imprints)):
            continue
        if _mostly_bonded(left, right, between):
            joined = left | right
            groups.update((id, joined) for id in joined)
    return sorted((frozenset().union(*(twins[id] for id in found)) for found in set(groups.values())), key=min)


def _twins(imprints: Mapping[str, Imprint], bonds: Bonds) -> dict[str, frozenset[str]]:
    """The sets of twins, each under its first id; a mention without a twin is one alone."""
    sets: dict[str, frozenset[str]] = {id: frozenset([id]) for id in imprints}
    for (one, other), found in bonds.items():
        if found.tie == Tie.TWIN:
            joined = sets[one] | sets[other]
            sets.update((id, joined) for id in joined)
    return {min(found): found for found in set(sets.values())}


def _between(twins: Mapping[str, frozenset[str]], imprints: Mapping[str, Imprint], bonds: Bonds) -> dict[tuple[str, str], Bond]:
    """The bonds between sets of twins, without those that a document which holds one of each speaks against."""
    first = {id: head for head, found in twins.items() for id in found}
    kept: dict[tuple[str, str], Bond] = {}
    for (one, other), found in bonds.items():
        pair = (min(first[one], first[other]), max(first[one], first[other]))
        if pair[0] != pair[1] and pair not in kept and not _told_apart(twins[pair[0]], twins[pair[1]], imprints):
            kept[pair] = found
    return kept


def _told_apart(left: frozenset[str], right: frozenset[str], imprints: Mapping[str, Imprint]) -> bool:
    """Whether some document tells both, and not as one."""
    here: dict[str, list[str]] = {}
    for id in left:
        here.setdefault(imprints[id].document, []).append(id)
    near = ((imprints[one], imprints[other]) for other in right for one in here.get(imprints[other].document, ()))
    return any(bond(one, other) is None for one, other in near)


def _mostly_bonded(left: frozenset[str], right: frozenset[str], between: Bonds) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in left for b in right]
    return sum(pair in between for pair in pairs) > _MOST * len(pairs)


def _recurs(
    ids: frozenset[str], days: Mapping[str, set[int]], twins: Mapping[str, frozenset[str]], imprints: Mapping[str, Imprint]
) -> bool:
    """Whether a thing happens again and again, rather than once on a day that is contested.

    It does when one document tells two days of it, or when its likes are told of more than two days.
    """
    told: dict[str, set[int]] = {}
    for id in frozenset().union(*(twins[head] for head in ids)):
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
