"""When told against when happened: by source, how many days after an event a text of it was written."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

from timeline.app import html
from timeline.app.address import Address
from timeline.app.facets import toggled
from timeline.app.words import plural
from timeline.chronology import Chronology
from timeline.chronology.tellings import lag_of

# Days from which each column counts, and its head.
_COLUMNS: Final = (
    (-(10**9), "before it"),
    (0, "same day"),
    (1, "next day"),
    (2, "2–7 days"),
    (8, "8–30 days"),
    (31, "months"),
    (366, "1–10 years"),
    (3653, "longer"),
)
_STARTS: Final = tuple(start for start, _ in _COLUMNS)

Children = list[Any]


@dataclass(slots=True)
class Source:
    """An outlet and the days between each event of the selection and its telling; `unknown` could not be counted."""

    id: str
    name: str
    lags: list[int] = field(default_factory=list)
    unknown: int = 0

    @property
    def spread(self) -> list[int]:
        """How many of the lags fall in each column."""
        counts = [0] * len(_STARTS)
        for lag in self.lags:
            counts[bisect_right(_STARTS, lag) - 1] += 1
        return counts


def sources(selection: Chronology) -> list[Source]:
    """The outlets that tell of a selection, the quickest first, those of unknown days last."""
    found: dict[str, Source] = {}
    for event in selection.events.values():
        for id in event.documents:
            outlet = selection.outlet_of(id)
            source = found.setdefault(outlet, Source(outlet, selection.documents[id].outlet))
            lag = lag_of(event, selection.documents[id])
            if lag is None:
                source.unknown += 1
            else:
                source.lags.append(lag)
    return sorted(found.values(), key=lambda one: (not one.lags, median(one.lags) if one.lags else 0, one.name))


def lags(selection: Chronology, address: Address) -> Children:
    """A table: a row a source, a column a stretch of days, in each cell how many events it told of then."""
    listed = sources(selection)
    if not listed:
        return [html.P("No source tells of this selection.", className="soft")]
    most = max((count for source in listed for count in source.spread), default=0) or 1
    heads = ["Source", "Median", *(said for _, said in _COLUMNS), "not known"]
    head = html.Tr([html.Th(said, scope="col") for said in heads])
    rows = [_row(source, most, address) for source in listed]
    said = "How long after an event each source wrote of it, counted from the last day the event may have fallen on."
    disputed = len(selection.disputed)
    differ: Children = []
    if disputed:
        link = html.A(plural(disputed, "disputed date"), href=address.going(listed="disputed").href)
        differ = [" Where sources give other dates: ", link, "."]
    table = html.Table([html.Thead(head), html.Tbody(rows)], className="lags")
    return [html.P([said, *differ], className="soft"), html.Div(table, className="wide")]


def _row(source: Source, most: int, address: Address) -> html.Tr:
    name = html.A(source.name, href=toggled(address, "sources", source.id).href, dir="auto")
    middle = say_days(median(source.lags)) if source.lags else "–"
    cells = [
        html.Td(f"{count:,}" if count else "", style={"--share": f"{round(100 * count / most)}%"}) for count in source.spread
    ]
    return html.Tr(
        [html.Th(name, scope="row"), html.Td(middle), *cells, html.Td(f"{source.unknown:,}" if source.unknown else "")]
    )


def say_days(days: float) -> str:
    """ "same day", "1 day", "2 months", "−3 days" for what was told before it happened."""
    size = abs(days)
    if size <= 0.5:
        return "same day"
    for length, unit in ((365.25, "year"), (30.44, "month")):
        if size >= 2 * length:
            said = plural(round(size / length), unit)
            break
    else:
        said = plural(round(size), "day")
    return f"−{said}" if days < 0 else said
