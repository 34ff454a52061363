"""Who with whom: a small matrix of the actors of a selection, who acts on whom and who acts together, in links that filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

from timeline.app import html
from timeline.app.address import Address
from timeline.app.aria import aria, current
from timeline.app.words import plural
from timeline.chronology import Chronology, Mode
from timeline.figure import wholes
from timeline.model import Event

MOST: Final = 10

Children = list[Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many events: `acts[a, b]` in which a acts on b, `together[a, b]` (and b, a) in which both act, by actor ids.

    `actors` are the ids in them, by the number of their events; `left` is how many more there are than are shown.
    """

    actors: tuple[str, ...]
    left: int
    acts: Counter[tuple[str, str]] = field(default_factory=Counter)
    together: Counter[tuple[str, str]] = field(default_factory=Counter)


def pairs(selection: Chronology, most: int = MOST) -> Pairs:
    """The pairs of a selection; what an organ does counts for its state too, as in the filters."""
    chains = wholes(selection.actors, selection.query.organs)
    acts: Counter[tuple[str, str]] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    events: Counter[str] = Counter()
    for event in selection.events.values():
        on, both = _of_event(event, chains)
        acts.update(on)
        together.update(both)
        events.update({actor for pair in on | both for actor in pair})
    ranked = sorted(events, key=lambda id: (id not in selection.query.actors, -events[id], selection.actors[id].name))
    return Pairs(tuple(ranked[:most]), max(0, len(ranked) - most), acts, together)


def _of_event(event: Event, chains: Mapping[str, tuple[str, ...]]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(who acts on whom, who act together) in one event, each pair once; nobody is paired with a part of itself."""
    initiators, targets = (
        {id for actor in actors for id in chains.get(actor, ())} for actors in (event.initiators(), event.targets())
    )
    on = {(a, b) for a, b in product(initiators, targets - initiators) if _apart(a, b, chains)}
    both = {(a, b) for a, b in product(initiators, initiators) if _apart(a, b, chains)}
    return on, both


def _apart(a: str, b: str, chains: Mapping[str, tuple[str, ...]]) -> bool:
    return a not in chains.get(b, ()) and b not in chains.get(a, ())


def matrix(selection: Chronology, address: Address) -> Children:
    """The matrix as a table: rows act on columns; a cell is a link to the events of its pair."""
    found = pairs(selection)
    if not found.actors:
        return [html.P("In this selection nobody acts on anybody.", className="soft")]
    names = {id: selection.actors[id].name for id in found.actors}
    most = max([*found.acts.values(), *found.together.values()])
    head = html.Tr([html.Th("acts on →", scope="col", className="corner")] + [_column(names[id]) for id in found.actors])
    body = [
        html.Tr([_row(names[a], a, address)] + [_cell(found, a, b, names, most, address) for b in found.actors])
        for a in found.actors
    ]
    left = f" {plural(found.left, 'more actor')} with fewer events." if found.left else ""
    said = f"Events in which the actor of the row acts on that of the column; with &, in which both act.{left}"
    table = html.Table([html.Thead(head), html.Tbody(body)], className="pairs")
    return [html.P(said, className="soft"), html.Div(table, className="wide")]


def _column(name: str) -> html.Th:
    return html.Th(html.Span(name, dir="auto"), scope="col", title=name)


def _row(name: str, id: str, address: Address) -> html.Th:
    only = address.asking(actors=(id,), mode=Mode.ANY)
    return html.Th(html.A(name, href=only.href, dir="auto"), scope="row")


def _cell(found: Pairs, a: str, b: str, names: dict[str, str], most: int, address: Address) -> html.Td:
    acts, together = found.acts[a, b], found.together[a, b]
    if not acts and not together:
        return html.Td("", className="none")
    said = [f"{names[a]} acting on {names[b]}: {plural(acts, 'event')}"] if acts else []
    said += [f"{names[a]} and {names[b]} acting together: {plural(together, 'event')}"] if together else []
    shown: Children = [html.B(f"{acts:,}")] if acts else []
    if together:
        shown.append(html.Span(f"& {together:,}"))
    to = address.asking(actors=(a, b), mode=Mode.ALL, role=None)
    on = address.query.actors == (a, b) and address.query.mode is Mode.ALL
    link = html.A(shown, href=to.href, title="; ".join(said), **aria(label="; ".join(said)), **current(on))
    return html.Td(link, style={"--share": f"{round(100 * acts / most)}%"})
