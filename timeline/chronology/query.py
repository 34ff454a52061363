"""A filter, as a value: the page's URL, the shell's `--query`, and the caption printed into an exported picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Certainty, Kind, Role
from timeline.spans import Grain, Moment


class Match(StrEnum):
    """How an event's span must stand to since/until: touch it, lie in it by its drawn span, or in all its claims."""

    OVERLAPS = "overlaps"
    WITHIN = "within"
    CERTAINLY_WITHIN = "certainly-within"


class Mode(StrEnum):
    """Whether any or all of the chosen actors must take part."""

    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Query:
    """What to keep of a chronology; the empty query keeps all. `since` is included, `until` excluded, as in spans.

    `actors` are actor ids; `role` narrows them to those who act, or are acted on. `sources` are outlets' document ids or
    outlet names. `words` is searched in titles and passages. `precision` and `certainty` keep only those named.
    """

    since: Moment | None = None
    until: Moment | None = None
    match: Match = Match.OVERLAPS
    actors: tuple[str, ...] = ()
    mode: Mode = Mode.ANY
    role: Role | None = None
    kinds: tuple[Kind, ...] = ()
    sources: tuple[str, ...] = ()
    words: str = ""
    certainty: tuple[Certainty, ...] = ()
    precision: tuple[Grain, ...] = ()
