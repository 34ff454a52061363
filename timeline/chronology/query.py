"""A filter, as a value: the page's URL, the shell's `--query`, and the caption printed into an exported picture."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from timeline.chronology.precision import Precision
from timeline.errors import QueryError
from timeline.model import Certainty, Kind, Review, Role
from timeline.spans import EARLIEST, LATEST, Moment, iso

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


class Match(StrEnum):
    """How an event must stand to since/until: one of its claims touches it, its drawn span lies in it, all its claims do."""

    OVERLAPS = "overlaps"
    WITHIN = "within"
    CERTAINLY_WITHIN = "certainly-within"


class Mode(StrEnum):
    """Whether any or all of the chosen actors must take part, or none of them may."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Query:
    """What to keep of a chronology; the empty query keeps all. `since` is included, `until` excluded, as in spans.

    `actors` and `places` are actor ids (or names, until `resolved`); `organs` counts what is part of an actor as that
    actor, `role` asks that the chosen actors act, or are acted on. `sources` are ids of outlets or documents (or outlets'
    names, until `resolved`). `words` is searched in titles and passages. `certainty` and `precision` keep only those named.
    `independent` is the least number of sources that tell it by themselves; `disputed` keeps those whose dates cannot agree,
    or only the others. `review` and `tags` keep what the user decided so, or tagged with any of these.

    Raises QueryError when `since` is not before `until`, or one of them lies outside 9999 BC to AD 9999.
    """

    since: Moment | None = None
    until: Moment | None = None
    match: Match = Match.OVERLAPS
    actors: tuple[str, ...] = ()
    mode: Mode = Mode.ANY
    role: Role | None = None
    organs: bool = True
    places: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    sources: tuple[str, ...] = ()
    words: str = ""
    certainty: tuple[Certainty, ...] = ()
    precision: tuple[Precision, ...] = ()
    independent: int = 1
    disputed: bool | None = None
    review: tuple[Review, ...] = ()
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        first = EARLIEST if self.since is None else self.since
        last = LATEST if self.until is None else self.until
        if not (EARLIEST <= first <= LATEST and EARLIEST <= last <= LATEST):
            raise QueryError("since and until must lie between 9999 BC and AD 9999; leave one out to keep that side open")
        if first >= last:
            raise QueryError(f"nothing lies between {iso(first)} and {iso(last)}; since must come before until")

    @classmethod
    def parse(cls, text: str, ignoring: Container[str] = ()) -> Query:
        """The query a text says: `since=1982-04-02&until=1982-06-14&actor=a1,Iran&kind=ASSAULT&q=words`.

        In the text `until` is the last day kept, as people say it. QueryError names what cannot be understood; parameters
        in `ignoring` belong to someone else and are passed over.
        """
        query, problems = cls.read(text, ignoring)
        if problems:
            raise QueryError("; ".join(problems))
        return query

    @classmethod
    def read(cls, text: str, ignoring: Container[str] = ()) -> tuple[Query, list[str]]:
        """As `parse`, but keeps what can be understood and says in sentences what cannot: for links from elsewhere."""
        from timeline.chronology.querytext import read

        return read(text, ignoring)

    def text(self, **changes: Any) -> str:
        """The text form, url-encoded; "" for the query that keeps all. `Query.parse(query.text()) == query`.

        With `changes`, that of the query with these fields changed, without making it.
        """
        from timeline.chronology.querytext import write

        return write(self, changes)

    def resolved(self, chronology: Chronology) -> Query:
        """The same query with names of actors, places and outlets turned into ids.

        QueryError when the chronology has no such one (with the closest names) or several of the name.
        """
        query, problems = self.fitted(chronology)
        if problems:
            raise QueryError("; ".join(problems))
        return query

    def fitted(self, chronology: Chronology) -> tuple[Query, list[str]]:
        """As `resolved`, but leaves out what the chronology does not have, and says so."""
        from timeline.chronology.names import fit

        return fit(self, chronology)

    def sentences(self, chronology: Chronology) -> list[tuple[str, str]]:
        """What is asked, for chips and captions: `[("actor", "Actor: Argentina or Iran"), ("dates", "Dates: May 1982")]`.

        The keys are those of `filters.FILTERS`; `without(key)` takes one off.
        """
        from timeline.chronology.filters import FILTERS

        return [(row.key, f"{row.label}: {row.sentence(self, chronology)}") for row in FILTERS if row.asked(self)]

    def without(self, key: str) -> Query:
        """The query with one filter taken off; the keys are those of `filters.FILTERS`."""
        from timeline.chronology.filters import FILTERS

        row = next((row for row in FILTERS if row.key == key), None)
        if row is None:
            raise QueryError(f"no filter {key!r}; the filters are {', '.join(row.key for row in FILTERS)}")
        kept: dict[str, Any] = {name: DEFAULTS[name] for name in row.fields}
        return replace(self, **kept)

    def asks(self, *names: str) -> bool:
        """Whether any of the fields named is not as in the empty query."""
        return any(getattr(self, name) != DEFAULTS[name] for name in names)

    def __bool__(self) -> bool:
        """Whether it asks anything at all."""
        return self != Query()


DEFAULTS = {field.name: field.default for field in fields(Query)}
