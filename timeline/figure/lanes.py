"""Who stands in which lane: by actor, place, kind, source or certainty.

An event with several actors stands in the lane of each of them, under one id, and what a ministry does stands in its
state's lane too, as the filters count it; the counts of lanes may therefore add up to more than there are events. To
compare is to keep the lanes of what was asked for and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

import numpy as np

from timeline.chronology.chronology import Chronology
from timeline.chronology.columns import CERTAINTIES, KINDS, NONE, Links, Mask
from timeline.chronology.picked import Picked
from timeline.chronology.query import Mode
from timeline.errors import TimelineError
from timeline.model import Certainty, Kind

By = Literal["actor", "place", "kind", "source", "certainty"]
MOST: Final = 10
OTHERS: Final = "others"
NOBODY: Final = "none"

_NOBODY_WORDS: Final = {
    "actor": "No actor named",
    "place": "No place named",
    "kind": "Other",
    "source": "No source",
    "certainty": "No date",
}
_OTHER_WORDS: Final = {
    "actor": "Other actors",
    "place": "Other places",
    "kind": "Other kinds",
    "source": "Other sources",
    "certainty": "Other",
}


@dataclass(slots=True)
class Row:
    """A lane before it is drawn: its key, what it is called, its colour, and its events in the chronology's order.

    `rest` are events of the lane that the filters leave out, `shared` how many stand in every lane compared, `extra` the
    sub-rows it may have beyond those of all lanes.
    """

    key: str
    name: str
    colour: str | None
    events: Picked
    rest: Picked
    shared: int = 0
    extra: int = 0


def rows(
    chronology: Chronology,
    by: str,
    colours: Mapping[str, str],
    most: int = MOST,
    *,
    compare: bool = False,
    rest: Picked | None = None,
) -> list[Row]:
    """The lanes of a selection: those asked for first, then by number of events, then the others together, `most` + 2 at most.

    To `compare` is to keep those asked for alone, where there are several; `rest` are events left out, to stand behind.
    """
    if by not in get_args(By):
        raise TimelineError(f"No lanes by {by!r}; lanes can be by {', '.join(get_args(By))}.")
    links, keys = _links(chronology, by)
    place = {key: number for number, key in enumerate(keys)}
    here, behind = chronology.picked.mask, _left_out(chronology, rest)
    counted, known = links.counts(here).tolist(), links.counts(here | behind).tolist()
    counts = {key: count for key, count, any_here in zip(keys, counted, known, strict=True) if any_here}
    asked = [key for key in asked_for(chronology, by) if key in counts]
    compared = compare and len(asked) > 1
    chosen = asked if compared else _chosen(chronology, by, asked, counts, most)
    masks = [links.having([place[key]], len(here)) for key in chosen]
    lanes = [_row(chronology, by, key, colours, (mask & here, mask & behind)) for key, mask in zip(chosen, masks, strict=True)]
    if compared:
        shared = int((np.logical_and.reduce(masks) & here).sum())
        return [replace(row, shared=shared) for row in lanes]
    left = len(counts) - len(chosen)
    shown, keyed = np.logical_or.reduce([*masks, np.zeros(len(here), bool)]), links.having(range(len(keys)), len(here))
    more = (
        (OTHERS, f"{_OTHER_WORDS[by]} ({left})" if left else _OTHER_WORDS[by], keyed & ~shown),
        (NOBODY, _NOBODY_WORDS[by], ~keyed & ~shown),
    )
    lanes += [
        Row(key, name, None, _those(chronology, mask & here), _those(chronology, mask & behind)) for key, name, mask in more
    ]
    return [row for row in lanes if row.events or row.rest]


def left_out_of(chronology: Chronology) -> Picked:
    """What the filters of a selection leave out."""
    return chronology.whole.picked.where(~chronology.picked.mask)


def _row(chronology: Chronology, by: str, key: str, colours: Mapping[str, str], masks: tuple[Mask, Mask]) -> Row:
    colour = colours.get(key) if by == "actor" else None
    events, rest = (_those(chronology, mask) for mask in masks)
    return Row(key, _name(chronology, by, key), colour, events, rest)


def _left_out(chronology: Chronology, rest: Picked | None) -> Mask:
    columns = chronology.whole.columns
    return rest.mask & columns.dated if rest else np.zeros(columns.height, bool)


def _those(chronology: Chronology, kept: Mask) -> Picked:
    return Picked(chronology.whole, np.flatnonzero(kept))


def _links(chronology: Chronology, by: str) -> tuple[Links, list[str]]:
    """Which events of the whole stand in which lanes, and the keys of these."""
    columns = chronology.whole.columns
    if by == "actor":
        return columns.takes_part(None, chronology.query.organs), list(columns.actors)
    if by == "place":
        return columns.places, list(columns.actors)
    if by == "kind":
        named = np.where(columns.kind == KINDS.index(Kind.OTHER), NONE, columns.kind)
        return columns.sorted_into(named, len(KINDS)), [kind.value for kind in KINDS]
    if by == "certainty":
        return columns.sorted_into(columns.certainty, len(CERTAINTIES)), [certainty.value for certainty in CERTAINTIES]
    return columns.told_by, list(chronology.whole.outlets.values())


def asked_for(chronology: Chronology, by: str) -> list[str]:
    """The keys of the lanes that the query of a selection names, in its order."""
    query = chronology.query
    if by == "actor" and query.mode is Mode.NONE:
        return []
    if by == "source":
        outlets = (
            chronology.documents[id].outlet if id in chronology.documents else chronology.source_name(id)
            for id in query.sources
        )
        return list(dict.fromkeys(outlets))
    return {"actor": list(query.actors), "place": list(query.places), "kind": [kind.value for kind in query.kinds]}.get(
        by, [certainty.value for certainty in query.certainty]
    )


def _chosen(chronology: Chronology, by: str, asked: list[str], counts: Mapping[str, int], most: int) -> list[str]:
    if by == "certainty":
        return [certainty.value for certainty in Certainty if certainty.value in counts]
    ranked = sorted(counts, key=lambda key: (-counts[key], _name(chronology, by, key), key))
    return list(dict.fromkeys([*asked, *ranked]))[: max(most, len(asked))]


def _name(chronology: Chronology, by: str, key: str) -> str:
    if by in ("actor", "place"):
        return chronology.actors[key].name if key in chronology.actors else key
    return key.capitalize() if by in ("kind", "certainty") else key
