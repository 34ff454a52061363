"""What an unknown name is by the votes of its places in the document, and by the company it keeps in lists."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from timeline.events.around import word_before
from timeline.events.naming import Naming, folded
from timeline.model import ActorKind

# Histories name those their readers know by surname alone.
_LONG_AGO: Final = re.compile(r"1(?<!\w.)(?:[0-8]\d\d|9[0-6]\d)\b|B(?<!\w.)C\b")
_BETWEEN: Final = re.compile(r",? (?:and|or) (?:(?:in|at|near|to|from|by) )?(?:the )?|, (?:the )?|/")
_WHERE: Final = frozenset({"in", "at", "near", "around", "between"})
_CLAUSES: Final = (", and ", ", the ", ", or ")  # "X, and Y became", "In X, the Y said" are no lists
_WIDEST: Final = 16
_VOTERS: Final = ("place:", "person:", "body:")
_PREFIX: Final = {ActorKind.PERSON: "person:", ActorKind.PLACE: "place:"}
_SURE: Final = 10  # what a sure naming weighs, against an unsure one of which the surroundings tell, and its company
_TOLD: Final = 3
_WHOLE: Final = 3  # people by their whole names, from which on a text is taken to give whole names to all
_LISTED: Final = 2
_ACTS: Final = 1


def same_word_same_kind(text: str, namings: list[Naming]) -> list[Naming]:
    """An unknown name is of the kind most of its places in the document suggest, else of that of what it is listed with."""
    if all(naming.sure for naming in namings):
        return namings
    votes: defaultdict[str, Counter[ActorKind]] = defaultdict(Counter)
    asked = {naming.name for naming in namings if not naming.sure}
    for naming in namings:
        if naming.name in asked and naming.key.startswith(_VOTERS) and (weight := _weight(naming)):
            votes[folded(naming.name)][naming.kind] += weight
    doer = ActorKind.PERSON
    acting = [naming for naming in namings if naming.key.startswith("acts:")]
    if acting and not _LONG_AGO.search(text):
        doer = _doer(namings)
    for naming in acting:
        votes[folded(naming.name)][doer] += _ACTS
    company = _company(text, namings)
    for at, kind in company.items():
        votes[folded(namings[at].name)][kind] += _LISTED
    settled: list[Naming] = []
    for at, naming in enumerate(namings):
        if naming.key.startswith("maybe:"):
            if at not in company:
                continue
            naming = _of_kind(naming, company[at])
        elif not naming.sure and naming.key.startswith((*_VOTERS, "acts:", "unknown:")):
            counted = votes.get(folded(naming.name))
            naming = _of_kind(naming, max(counted, key=counted.__getitem__) if counted else naming.kind)
        settled.append(naming)
    return settled


def _doer(namings: Sequence[Naming]) -> ActorKind:
    """What single names nobody knows are that do something: where people are told of by whole names, bodies."""
    whole = {folded(one.name) for one in namings if one.kind is ActorKind.PERSON and one.sure and " " in one.name}
    surnames = {word for name in whole for word in name.split()}
    alone = {folded(one.name) for one in namings if one.key.startswith("acts:")} - surnames
    if len(whole) >= _WHOLE and len(whole) >= 2 * len(alone):
        return ActorKind.ORGANISATION
    return ActorKind.PERSON


def _weight(naming: Naming) -> int:
    """Two unknown words of which nothing tells are somebody's name for want of better: that counts for nothing."""
    if naming.sure:
        return _SURE
    return 0 if naming.kind is ActorKind.PERSON and " " in naming.name else _TOLD


def _of_kind(naming: Naming, kind: ActorKind) -> Naming:
    # Written out: _replace costs twice as much.
    key = _PREFIX.get(kind, "body:") + folded(naming.name)
    return Naming(naming.start, naming.end, kind, key, naming.name, naming.parent, naming.office, naming.sure)


def _company(text: str, namings: Sequence[Naming]) -> dict[int, ActorKind]:
    """The unsure namings that stand in a list, with the kind of those of the list that are sure, where they are of one kind."""
    found: dict[int, ActorKind] = {}
    for begin, end in _lists(text, namings):
        kinds = {_kind(one) for one in namings[begin:end] if one.sure and one.kind is not ActorKind.STATE}
        kinds = kinds or {_kind(one) for one in namings[begin:end] if one.key.startswith(_VOTERS) and _weight(one)}
        if _are_where(text, namings[begin], namings[end - 1]):
            kinds = {ActorKind.PLACE}
        if len(kinds) != 1:
            continue
        kind = kinds.pop()
        armed = kind is ActorKind.ORGANISATION and all(
            one.kind is ActorKind.ARMED_GROUP for one in namings[begin:end] if one.sure
        )
        kind = ActorKind.ARMED_GROUP if armed and any(one.sure for one in namings[begin:end]) else kind
        found |= {at: kind for at in range(begin, end) if not namings[at].sure}
    return found


def _are_where(text: str, first: Naming, last: Naming) -> bool:
    """ "in Ndele, Birao and Sam Ouandja": a list after a preposition of place that is nobody's subject."""
    if first.kind is not ActorKind.PLACE or word_before(text, first.start) not in _WHERE:
        return False
    return text[last.end : last.end + 1] != " " or not text[last.end + 1 : last.end + 12].partition(" ")[0].endswith("ed")


def _kind(naming: Naming) -> ActorKind:
    return ActorKind.ORGANISATION if naming.kind is ActorKind.ARMED_GROUP else naming.kind


def _lists(text: str, namings: Sequence[Naming]) -> Iterator[tuple[int, int]]:
    """Where namings stand side by side with nothing but commas and "and" between them."""
    begin = 0
    for at in range(1, len(namings) + 1):
        if at < len(namings):
            gap = namings[at].start - namings[at - 1].end
            if 0 < gap <= _WIDEST and _BETWEEN.fullmatch(text, namings[at - 1].end, namings[at].start):
                continue
        if at - begin > 2 or (at - begin == 2 and not text.startswith(_CLAUSES, namings[begin].end)):
            yield begin, at
        begin = at
