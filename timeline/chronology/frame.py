"""A chronology as a pandas DataFrame, one row an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.chronology.tellings import Telling, first_told
from timeline.events.acled import acled
from timeline.model import Event

if TYPE_CHECKING:
    import pandas as pd

    from timeline.chronology.chronology import Chronology


class Column(NamedTuple):
    """A column: its name, what stands in it, and how it is read off an event."""

    name: str
    holds: str
    read: Callable[[Chronology, Event], Any]


def _span(side: str) -> Callable[[Chronology, Event], str | None]:
    return lambda _, event: getattr(event.span, side)() if event.span else None


def _acled(_: Chronology, event: Event) -> str | None:
    found = acled(event)
    return f"{found.type}: {found.sub_type}" if found else None


def _why(_: Chronology, event: Event) -> str:
    """How the date was read; of an undated event, what its passages say of time and why that gives no date."""
    dates = [event.when] if event.when else [mention.when for mention in event.mentions if mention.when]
    return " ".join(dict.fromkeys(date.why.read_aloud() for date in dates)) or "the text gives it no date"


def _roles(chronology: Chronology, event: Event) -> list[str]:
    return [part.role.value for part in event.actors]


def _names(chronology: Chronology, ids: tuple[str, ...]) -> list[str]:
    return [chronology.actor_names.get(id, id) for id in ids]


def _sources(chronology: Chronology, event: Event) -> list[str]:
    return list(dict.fromkeys(chronology.documents[id].outlet for id in event.documents))


def _quotes(chronology: Chronology, event: Event) -> list[str]:
    return [chronology.documents[mention.document].quote(mention.passage) for mention in event.mentions]


def _first(read: Callable[[Telling], Any]) -> Callable[[Chronology, Event], Any]:
    def of(chronology: Chronology, event: Event) -> Any:
        first = first_told(chronology, event)
        return read(first) if first else None

    return of


_first_source = _first(lambda telling: telling.document.outlet)
_first_day = _first(lambda telling: telling.written.earliest() if telling.written else None)
_lag = _first(lambda telling: telling.lag)


COLUMNS: Final = (
    Column("earliest", "the first moment it may fall on, ISO 8601 with astronomical years; None when open or undated",
           _span("earliest")),
    Column("latest", "the last moment it may fall on, included; None when open or undated", _span("latest")),
    Column("grain", "how finely the ends are known: minute, day … century", lambda _, e: e.span.grain.word if e.span else None),
    Column("edtf", "the date in ISO 8601-2 (EDTF)", lambda _, event: event.when.edtf if event.when else None),
    Column("certainty", "stated, implied or guessed", lambda _, event: event.when.certainty.value if event.when else None),
    Column("title", "a short title", lambda _, event: event.title),
    Column("kind", "the PLOVER category", lambda _, event: event.kind.value),
    Column("acled", "the ACLED event type and sub-type; None for what ACLED does not record", _acled),
    Column("actors", "names of those who take part", lambda c, event: _names(c, tuple(part.actor for part in event.actors))),
    Column("roles", "the role of each of the actors, in the same order", _roles),
    Column("places", "names of places", lambda chronology, event: _names(chronology, event.places)),
    Column("sources", "the outlets that tell of it", _sources),
    Column("independent", "how many sources tell of it that are not copies of one another", lambda _, event: event.sources),
    Column("first_source", "the outlet that told of it first, by the days the texts were written", _first_source),
    Column("first_told", "the day that was, ISO 8601", _first_day),
    Column("lag_days", "days from the last day it may have fallen on to that day; negative when foretold", _lag),
    Column("quote", "the passages that tell of it, word for word", _quotes),
    Column("why", "how the date was read, in plain words; for an undated event, why it has none", _why),
    Column("disputed", "whether its tellings give dates that cannot agree", lambda _, event: event.disputed),
    Column("claims", "the dates those tellings give, EDTF, the one drawn first; none when they agree",
           lambda _, event: [claim.edtf for claim in event.claims] if event.disputed else []),
    Column("review", "what the user decided: unreviewed, confirmed", lambda _, event: event.review.value),
    Column("corrected", "what the user changed: date, title, kind, actors, tellings, added", lambda _, e: list(e.corrected)),
    Column("tags", "the user's tags", lambda _, event: list(event.tags)),
    Column("note", "the user's note", lambda _, event: event.note or None),
    Column("ids", "the ids of its mentions", lambda _, event: [mention.id for mention in event.mentions]),
)  # fmt: skip


def to_frame(chronology: Chronology) -> pd.DataFrame:
    """One row an event in the order of time, indexed by event id; lists where an event has several."""
    import pandas as pd

    events = list(chronology.events.values())
    columns = {column.name: [column.read(chronology, event) for event in events] for column in COLUMNS}
    return pd.DataFrame(columns, index=pd.Index([event.id for event in events], name="id"), dtype=object)
