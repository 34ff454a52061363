"""Whether two mentions may tell of the same happening, and how strongly: a bond.

Several ways lead to one; each asks for more likeness the less the dates and the ones who act say, and some hold only between
documents that tell one story. They were set by reading what they merge: a wrong merge costs the reader more than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from timeline.chronology.merge.casts import named, once_a_day, same_toll
from timeline.chronology.merge.imprint import ONCE, Imprint
from timeline.model import Kind
from timeline.spans import MINUTES_A_DAY, Grain, Span


class Tie(IntEnum):
    """How the dates of a bond stand to each other; the lower joins first.

    Twins are copies in two documents. Bonds of STORY and CONTESTED_STORY hold only between documents that tell one story:
    whether they do is seen when all that hangs together is grouped, since copies stand in several.
    """

    TWIN = 0
    SAME_DAY = 1
    WITHIN = 2
    CONTESTED = 3
    STORY = 4
    CONTESTED_STORY = 5

    @property
    def in_a_story(self) -> bool:
        return self >= Tie.STORY

    @property
    def contested(self) -> bool:
        return self in (Tie.CONTESTED, Tie.CONTESTED_STORY)


@dataclass(frozen=True, slots=True)
class Bond:
    """`strength` is the likeness of the wording, 0 to 1, less where the kinds differ: the strongest join first."""

    tie: Tie
    strength: float


COPY: Final = 0.9
CONTESTED_DAYS: Final = 4
_OTHER_KIND: Final = 0.7
OTHER_TARGETS: Final = 0.15


class Asked(NamedTuple):
    """How alike two mentions are or must be: the wording, and how many of the telling words they share besides."""

    wording: float
    telling: int


SAME_CAST: Final = Asked(0.2, 1)
OTHER_KIND: Final = Asked(0.45, 2)
SAME_TARGET: Final = Asked(0.25, 1)
SAME_DEED: Final = Asked(0.35, 1)
SAME_ACTORS: Final = Asked(0.25, 2)
SAME_DAY: Final = Asked(0.3, 2)
IN_A_STORY: Final = Asked(0.3, 1)
MET_IN_A_STORY: Final = Asked(0.25, 0)
WITHIN_IN_A_STORY: Final = Asked(0.45, 3)
ONCE_A_DAY: Final = Asked(0.2, 0)
SAME_TOLL: Final = Asked(0.2, 2)
SAME_DENIAL: Final = Asked(0.25, 1)
ONCE_IN_A_STORY: Final = Asked(0.4, 1)
SAME_WORDS: Final = Asked(0.7, 0)
ONE_DOCUMENT: Final = Asked(0.5, 2)
WITHIN: Final = Asked(0.65, 3)
# A date is contested only where nothing else could be meant.
CONTESTED: Final = Asked(0.36, 4)
CONTESTED_IN_A_STORY: Final = Asked(0.5, 3)
# The least that the heaviest words alone must share before two mentions are compared at all; more when one is wide.
_LIKELY: Final = 0.12
_LIKELY_WIDE: Final = 0.25
FINE: Final = 2 * MINUTES_A_DAY
_MONTH: Final = 31 * MINUTES_A_DAY


def bond(one: Imprint, other: Imprint) -> Bond | None:
    """The bond of two mentions, None when they tell of different things; the same whichever comes first."""
    if one.mention == other.mention or _told_apart(one, other):
        return None
    tie = _tie(one, other)
    if tie is None or _turned_round(one, other):
        return None
    wording = one.wording(other)
    if wording >= COPY and tie != Tie.CONTESTED:
        return Bond(tie, wording)
    how = Asked(wording, len(one.telling & other.telling))
    if _apart(one.places, other.places) or not _one_kind(one, other, tie, how):
        return None
    if not _enough(how, _asked(one, other, tie)):
        if not _enough(how, _asked_in_a_story(one, other, tie)):
            return None
        tie = Tie.CONTESTED_STORY if tie == Tie.CONTESTED else Tie.STORY
    return Bond(tie, wording if one.kind == other.kind else wording * _OTHER_KIND)


def _enough(how: Asked, ways: Iterable[Asked]) -> bool:
    return any(how.wording >= asked.wording and how.telling >= asked.telling for asked in ways)


def _asked_in_a_story(one: Imprint, other: Imprint, tie: Tie) -> Iterator[Asked]:
    """The ways two mentions may be one happening if their documents tell one story."""
    if one.document == other.document or _apart(one.targets, other.targets):
        return
    known = one.kind == other.kind != Kind.OTHER
    if tie == Tie.SAME_DAY:
        yield IN_A_STORY
        if known and one.kind in _MET and one.initiators & other.initiators:
            yield MET_IN_A_STORY
    elif tie == Tie.WITHIN and not _is_wide(one.span, _MONTH) and not _is_wide(other.span, _MONTH):
        if known:
            yield WITHIN_IN_A_STORY
        if once_a_day(one, other):
            yield ONCE_IN_A_STORY
    elif tie == Tie.CONTESTED and (_done_once(one, other) or one.people & other.people & one.targets & other.targets):
        yield CONTESTED_IN_A_STORY


def likely(one: Imprint, other: Imprint) -> bool:
    """Whether two mentions share enough of their heaviest words to be compared."""
    theirs = other.keys
    shared = [stem for stem in one.keys if stem in theirs]
    least = _LIKELY_WIDE if _is_wide(one.span) or _is_wide(other.span) else _LIKELY
    # Sorted, so that the sum is the same to the last digit whichever comes first.
    return sum([one.weights[stem] * other.weights[stem] for stem in sorted(shared)]) >= least


def _is_wide(span: Span | None, than: int = FINE) -> bool:
    return span is not None and span.end - span.start > than


def _asked(one: Imprint, other: Imprint, tie: Tie) -> list[Asked]:
    """The ways two mentions may be alike enough; one of them will do."""
    if tie == Tie.CONTESTED:
        ways = [CONTESTED]
    elif tie == Tie.WITHIN:
        ways = [WITHIN]
    elif one.document == other.document:
        # A text that tells two things of one day and the same people is the rule; that it says one thing twice, the exception.
        ways = [ONE_DOCUMENT] if one.kind == other.kind else []
    else:
        known = one.kind == other.kind != Kind.OTHER
        ways = [SAME_DAY]
        ways += [SAME_CAST] if one.kind == other.kind and _same_cast(one, other) else []
        ways += [SAME_TARGET] if known and named(one.targets & other.targets) else []
        ways += [SAME_WORDS] if known and one.initiators & other.initiators else []
        ways += [SAME_DEED] if known and one.actors & other.actors else []
        ways += [ONCE_A_DAY] if once_a_day(one, other) else []
        ways += [SAME_TOLL] if same_toll(one, other) else []
        ways += [SAME_DENIAL] if one.kind == other.kind == Kind.REJECT and one.initiators & other.initiators else []
        ways += [SAME_ACTORS] if known and one.kind in _SAID and one.initiators & other.initiators else []
    more = OTHER_TARGETS if _apart(one.targets, other.targets) else 0.0
    return [Asked(asked.wording + more, asked.telling) for asked in ways]


def _one_kind(one: Imprint, other: Imprint, tie: Tie, how: Asked) -> bool:
    """Whether it can be one kind of deed; on contested days it must be one deed altogether.

    Where the same ones act, in much the same words, one deed was read as two kinds.
    """
    if tie == Tie.CONTESTED:
        return _one_deed(one, other)
    if _kinds_agree(one.kind, other.kind, tie):
        return True
    return tie == Tie.SAME_DAY and named(one.initiators & other.initiators) and _enough(how, [OTHER_KIND])


def _done_once(one: Imprint, other: Imprint) -> bool:
    return any(stem.startswith(ONCE) for stem in one.telling & other.telling)


def _same_cast(one: Imprint, other: Imprint) -> bool:
    """A person they share, or both who acts and who is acted on: a state alone does many things a day."""
    if one.people & other.people:
        return True
    return bool(one.initiators & other.initiators and one.targets & other.targets)


def _one_deed(one: Imprint, other: Imprint) -> bool:
    """Whether it is the same kind of deed, and a known one, of and on the same ones where they are named."""
    if one.kind != other.kind or one.kind == Kind.OTHER:
        return False
    return not _apart(one.initiators, other.initiators) and not _apart(one.targets, other.targets)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _tie(one: Imprint, other: Imprint) -> Tie | None:
    if one.span is None or other.span is None:
        # Without dates only a copy can be known for the same.
        return Tie.WITHIN if one.span is other.span and one.wording(other) >= COPY else None
    if one.span.overlaps(other.span):
        return Tie.SAME_DAY if is_fine(one.span) and is_fine(other.span) else Tie.WITHIN
    apart = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
    close = apart < CONTESTED_DAYS * MINUTES_A_DAY
    fine = is_fine(one.span) and is_fine(other.span)
    return Tie.CONTESTED if fine and close and one.document != other.document else None


def is_fine(span: Span) -> bool:
    """Whether a span says which day it was, give or take one."""
    return span.grain <= Grain.DAY and span.end - span.start <= FINE


def _told_apart(one: Imprint, other: Imprint) -> bool:
    """Two mentions read out of the same words, or as two kinds of deed in one text, were told apart when they were read."""
    if one.document != other.document:
        return False
    if one.kind != other.kind and Kind.OTHER not in (one.kind, other.kind):
        return True
    return one.passage.start < other.passage.end and other.passage.start < one.passage.end


def _turned_round(one: Imprint, other: Imprint) -> bool:
    """Who acts in the one is acted on in the other, and not also the other way, in deeds that are known."""
    if Kind.OTHER in (one.kind, other.kind):
        return False
    crossed = (one.initiators & other.targets) | (one.targets & other.initiators)
    straight = (one.initiators & other.initiators) | (one.targets & other.targets)
    return bool(crossed) and not straight


_MET: Final = {Kind.AGREE, Kind.CONSULT}
_SAID: Final = {
    Kind.AGREE,
    Kind.CONSULT,
    Kind.SUPPORT,
    Kind.CONCEDE,
    Kind.REQUEST,
    Kind.ACCUSE,
    Kind.REJECT,
    Kind.THREATEN,
}
# One deed seen from two sides: who takes a town and who gives it up; who moves and who strikes; who meets and who agrees.
_SIDES: Final = (
    {Kind.ASSAULT, Kind.COERCE},
    {Kind.ASSAULT, Kind.MOBILIZE},
    {Kind.COERCE, Kind.RETREAT},
    {Kind.MOBILIZE, Kind.CONSULT},
    {Kind.AGREE, Kind.CONSULT},
    {Kind.AGREE, Kind.SANCTION},
    {Kind.AGREE, Kind.SUPPORT},
)


def _kinds_agree(one: Kind, other: Kind, tie: Tie) -> bool:
    if one == other or Kind.OTHER in (one, other):
        return True
    return tie == Tie.SAME_DAY and {one, other} in _SIDES
