"""Who stands in which lane: by actor, kind, source or place.

An event with several actors stands in the lane of each of them, under one id, and what a ministry does stands in its
state's lane too, as the filters count it; the counts of lanes may therefore add up to more than there are events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from timeline.chronology.chronology import Chronology
from timeline.errors import TimelineError
from timeline.figure.parts import taking_part, wholes
from timeline.model import Event, Kind

By = Literal["actor", "kind", "source", "place"]
MOST: Final = 10
OTHERS: Final = "others"
NOBODY: Final = "none"

_NOBODY_WORDS: Final = {"actor": "No actor named", "place": "No place named", "kind": "Other", "source": "No source"}
_OTHER_WORDS: Final = {"actor": "Other actors", "place": "Other places", "kind": "Other kinds", "source": "Other sources"}


@dataclass(slots=True)
class Row:
    """A lane before it is drawn: its key, what it is called, its colour, and its events in the chronology's order."""

    key: str
    name: str
    colour: str | None = None
    events: list[Event] = field(default_factory=list)


def rows(chronology: Chronology, by: str, colours: Mapping[str, str], most: int = MOST) -> list[Row]:
    """The lanes of a selection: those asked for first, then by number of events, then the rest together, at most `most` + 2."""
    if by not in get_args(By):
        raise TimelineError(f"No lanes by {by!r}; lanes can be by {', '.join(get_args(By))}.")
    keys_of = _keys(chronology, by)
    standing = {event.id: keys_of(event) for event in chronology.events.values()}
    counts = Counter(key for keys in standing.values() for key in keys)
    chosen = _chosen(chronology, by, counts, most)
    lanes = {key: Row(key, _name(chronology, by, key), colours.get(key) if by == "actor" else None) for key in chosen}
    left = len(counts) - len(chosen)
    others, nobody = Row(OTHERS, f"{_OTHER_WORDS[by]} ({left})"), Row(NOBODY, _NOBODY_WORDS[by])
    for event in chronology.events.values():
        keys = standing[event.id]
        shown = [key for key in keys if key in lanes]
        for key in shown:
            lanes[key].events.append(event)
        if not shown:
            (others if keys else nobody).events.append(event)
    return [row for row in (*lanes.values(), others, nobody) if row.events]


def _keys(chronology: Chronology, by: str) -> Callable[[Event], tuple[str, ...]]:
    if by == "actor":
        chains = wholes(chronology.actors, chronology.query.organs)
        return lambda event: taking_part(event, chains)
    if by == "place":
        return lambda event: event.places
    if by == "kind":
        return lambda event: () if event.kind is Kind.OTHER else (event.kind.value,)
    documents = chronology.documents
    return lambda event: tuple(dict.fromkeys(documents[d].outlet for d in event.documents if d in documents))


def _chosen(chronology: Chronology, by: str, counts: Counter[str], most: int) -> list[str]:
    asked = [key for key in chronology.query.actors if key in counts] if by == "actor" else []
    ranked = sorted(counts, key=lambda key: (-counts[key], _name(chronology, by, key), key))
    return list(dict.fromkeys([*asked, *ranked]))[: max(most, len(asked))]


def _name(chronology: Chronology, by: str, key: str) -> str:
    if by in ("actor", "place"):
        return chronology.actors[key].name if key in chronology.actors else key
    return key.capitalize() if by == "kind" else key
