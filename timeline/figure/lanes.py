"""Who stands in which lane: by actor, place, kind, source or certainty.

An event with several actors stands in the lane of each of them, under one id, and what a ministry does stands in its
state's lane too, as the filters count it; the counts of lanes may therefore add up to more than there are events. To
compare is to keep the lanes of what was asked for and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from timeline.chronology.chronology import Chronology
from timeline.errors import TimelineError
from timeline.figure.parts import taking_part, wholes
from timeline.model import Certainty, Event, Kind

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

    `rest` are events of the lane that the filters leave out, `shared` how many stand in every lane compared.
    """

    key: str
    name: str
    colour: str | None = None
    events: list[Event] = field(default_factory=list)
    rest: list[Event] = field(default_factory=list)
    shared: int = 0


def rows(
    chronology: Chronology,
    by: str,
    colours: Mapping[str, str],
    most: int = MOST,
    *,
    compare: bool = False,
    rest: Iterable[Event] = (),
) -> list[Row]:
    """The lanes of a selection: those asked for first, then by number of events, then the others together, `most` + 2 at most.

    To `compare` is to keep those asked for alone, where there are several; `rest` are events left out, to stand behind.
    """
    if by not in get_args(By):
        raise TimelineError(f"No lanes by {by!r}; lanes can be by {', '.join(get_args(By))}.")
    keys_of = _keys(chronology, by)
    standing = {event.id: keys_of(event) for event in chronology.events.values()}
    counts = Counter(key for keys in standing.values() for key in keys)
    behind = {event.id: (event, keys_of(event)) for event in rest if event.span}
    counts.update({key: 0 for _, keys in behind.values() for key in keys})
    asked = [key for key in asked_for(chronology, by) if key in counts]
    compared = compare and len(asked) > 1
    chosen = asked if compared else _chosen(chronology, by, asked, counts, most)
    lanes = {key: Row(key, _name(chronology, by, key), colours.get(key) if by == "actor" else None) for key in chosen}
    left = len(counts) - len(chosen)
    others = Row(OTHERS, f"{_OTHER_WORDS[by]} ({left})" if left else _OTHER_WORDS[by])
    nobody = Row(NOBODY, _NOBODY_WORDS[by])
    for event in chronology.events.values():
        keys = standing[event.id]
        shown = [key for key in keys if key in lanes]
        for key in shown:
            lanes[key].events.append(event)
        if not shown:
            (others if keys else nobody).events.append(event)
    for event, keys in behind.values():
        for row in [lanes[key] for key in keys if key in lanes] or [others if keys else nobody]:
            row.rest.append(event)
    if compared:
        shared = sum(all(key in keys for key in chosen) for keys in standing.values())
        return [replace(row, shared=shared) for row in lanes.values()]
    return [row for row in (*lanes.values(), others, nobody) if row.events or row.rest]


def _keys(chronology: Chronology, by: str) -> Callable[[Event], tuple[str, ...]]:
    if by == "actor":
        chains = wholes(chronology.actors, chronology.query.organs)
        return lambda event: taking_part(event, chains)
    if by == "place":
        return lambda event: event.places
    if by == "kind":
        return lambda event: () if event.kind is Kind.OTHER else (event.kind.value,)
    if by == "certainty":
        return lambda event: (event.when.certainty.value,) if event.when else ()
    documents = chronology.documents
    return lambda event: tuple(dict.fromkeys(documents[d].outlet for d in event.documents if d in documents))


def asked_for(chronology: Chronology, by: str) -> list[str]:
    """The keys of the lanes that the query of a selection names, in its order."""
    query = chronology.query
    if by == "source":
        outlets = (
            chronology.documents[id].outlet if id in chronology.documents else chronology.source_name(id)
            for id in query.sources
        )
        return list(dict.fromkeys(outlets))
    return {"actor": list(query.actors), "place": list(query.places), "kind": [kind.value for kind in query.kinds]}.get(
        by, [certainty.value for certainty in query.certainty]
    )


def _chosen(chronology: Chronology, by: str, asked: list[str], counts: Counter[str], most: int) -> list[str]:
    if by == "certainty":
        return [certainty.value for certainty in Certainty if certainty.value in counts]
    ranked = sorted(counts, key=lambda key: (-counts[key], _name(chronology, by, key), key))
    return list(dict.fromkeys([*asked, *ranked]))[: max(most, len(asked))]


def _name(chronology: Chronology, by: str, key: str) -> str:
    if by in ("actor", "place"):
        return chronology.actors[key].name if key in chronology.actors else key
    return key.capitalize() if by in ("kind", "certainty") else key
