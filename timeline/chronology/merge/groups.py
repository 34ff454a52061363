"""Bonds into groups: which mentions tell one happening together.

Only a whole component of bonded mentions is ever grouped, by a rule that looks at nothing else; so the groups do not depend
on the order the mentions came in, and an addition touches only the components it bonds with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.chronology.merge.bonds import Bond, Tie, bond, is_fine
from timeline.chronology.merge.imprint import Imprint, one_story
from timeline.model import Passage
from timeline.spans import MINUTES_A_DAY

Pair = tuple[str, str]
Bonds = Mapping[Pair, Bond]

# Two groups join when more than so many of the pairs across are bonded: chains of look-alikes fall apart.
_MOST = 0.5


def group(imprints: Mapping[str, Imprint], bonds: Bonds) -> list[frozenset[str]]:
    """The groups of some mentions by id; bonds are keyed by pairs in the order of ids. Together they hold every mention."""
    twins = {min(ids): _Twins([imprints[id] for id in ids]) for ids in _twins(imprints, bonds)}
    between = _between(twins, bonds)
    groups = _Groups(twins, between)
    for (one, other), found in sorted(between.items(), key=lambda item: (item[1].tie, -item[1].strength, item[0])):
        groups.join(groups.of[one], groups.of[other], contested=found.tie.contested)
    told = [frozenset(id for head in found.heads for id in twins[head].ids) for found in groups.all()]
    return sorted(told, key=min)


class _Twins:
    """Mentions that differ in nothing but where they stand."""

    def __init__(self, imprints: list[Imprint]) -> None:
        self.ids = [imprint.mention for imprint in imprints]
        self.days = _day(imprints[0])
        self.by_document: dict[str, list[Imprint]] = {}
        for imprint in imprints:
            self.by_document.setdefault(imprint.document, []).append(imprint)
        self.stories = {imprint.story for imprint in imprints}

    def in_one_story(self, other: _Twins) -> bool:
        """Whether some document of the one tells the same story as one of the other."""
        return any(one_story(mine, theirs) for mine in self.stories for theirs in other.stories)

    def told_apart(self, other: _Twins) -> bool:
        """Whether some document tells both, and not as one."""
        shared = self.by_document.keys() & other.by_document.keys()
        if not shared:
            return False
        here = [(self.by_document[document], other.by_document[document]) for document in sorted(shared)]
        if any(_overlap((one.passage for one in mine), (one.passage for one in theirs)) for mine, theirs in here):
            return True
        # But for the passages every pair of theirs is the same.
        mine, theirs = here[0]
        return bond(mine[0], theirs[0]) is None


def _twins(imprints: Mapping[str, Imprint], bonds: Bonds) -> Iterable[list[str]]:
    """The sets of twins; a mention without a twin is one alone."""
    sets = {id: [id] for id in imprints}
    for (one, other), found in bonds.items():
        if found.tie == Tie.TWIN and sets[one] is not sets[other]:
            fewer, more = sorted((sets[one], sets[other]), key=len)
            more.extend(fewer)
            sets.update(dict.fromkeys(fewer, more))
    return {id(found): found for found in sets.values()}.values()


def _between(twins: Mapping[str, _Twins], bonds: Bonds) -> dict[Pair, Bond]:
    """The bonds between sets of twins, without those that a document which holds one of each speaks against."""
    first = {id: head for head, found in twins.items() for id in found.ids}
    kept: dict[Pair, Bond] = {}
    for (one, other), found in bonds.items():
        left, right = sorted((first[one], first[other]))
        if found.tie.in_a_story and not twins[left].in_one_story(twins[right]):
            continue
        if left != right and (left, right) not in kept and not twins[left].told_apart(twins[right]):
            kept[left, right] = found
    return kept


def _overlap(mine: Iterable[Passage], theirs: Iterable[Passage]) -> bool:
    """Whether a passage of the one overlaps one of the other."""
    ends = [0, 0]
    sides = [(passage.start, passage.end, 0) for passage in mine] + [(passage.start, passage.end, 1) for passage in theirs]
    for start, end, side in sorted(sides):
        if start < ends[1 - side]:
            return True
        ends[side] = max(ends[side], end)
    return False


@dataclass(eq=False)
class _Group:
    """Sets of twins by their first ids; the days each document tells, and whether one tells two; the days told by all they
    are bonded with; the bonds with other groups, counted."""

    heads: list[str]
    told: dict[str, frozenset[int]]
    twice: bool
    around: set[int]
    across: Counter[_Group]

    @property
    def size(self) -> int:
        return len(self.heads)

    def takes_in(self, other: _Group) -> None:
        self.heads += other.heads
        self.around |= other.around
        self.twice = _one_tells_two(other, self)
        for document, days in other.told.items():
            self.told[document] = self.told.get(document, frozenset()) | days
        for near, bonded in other.across.items():
            del near.across[other]
            if near is not self:
                self.across[near] += bonded
                near.across[self] += bonded


class _Groups:
    """Groups that join; each set of twins is in one of them."""

    def __init__(self, twins: Mapping[str, _Twins], between: Bonds) -> None:
        self.of = {
            head: _Group([head], dict.fromkeys(found.by_document, found.days), False, set(found.days), Counter())
            for head, found in twins.items()
        }
        for one, other in between:
            left, right = self.of[one], self.of[other]
            left.across[right] = right.across[left] = 1
            left.around |= twins[other].days
            right.around |= twins[one].days

    def all(self) -> Iterator[_Group]:
        return iter(dict.fromkeys(self.of.values()))

    def join(self, left: _Group, right: _Group, *, contested: bool) -> None:
        """Make them one where most pairs across are bonded, and no contested day is told of what happens again and again."""
        if left is right or left.across[right] <= _MOST * left.size * right.size:
            return
        fewer, more = sorted((left, right), key=lambda found: len(found.told) + len(found.across))
        if contested and _recurs(fewer, more):
            return
        more.takes_in(fewer)
        self.of.update(dict.fromkeys(fewer.heads, more))


def _recurs(fewer: _Group, more: _Group) -> bool:
    """Whether a thing happens again and again, rather than once on a day that is contested.

    It does when one document tells two days of it, or when its likes are told of more than two days.
    """
    return len(fewer.around | more.around) > 2 or _one_tells_two(fewer, more)


def _one_tells_two(fewer: _Group, more: _Group) -> bool:
    across = (len(days | more.told.get(document, days)) > 1 for document, days in fewer.told.items())
    return fewer.twice or more.twice or any(across)


def _day(imprint: Imprint) -> frozenset[int]:
    """The day of a mention that tells one."""
    fine = imprint.span is not None and is_fine(imprint.span)
    return frozenset([imprint.span.start // MINUTES_A_DAY]) if imprint.span and fine else frozenset()
