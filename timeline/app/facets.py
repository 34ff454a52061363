"""The left column: what can be chosen, how many events each choice would show, and what is chosen. Every row is a link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from timeline.app import html
from timeline.app.address import Address
from timeline.app.aria import aria, current
from timeline.chronology import Chronology, Count, Match, Mode, Precision
from timeline.model import Certainty, Kind, Review, Role

SHOWN: Final = 8
TITLES: Final = (
    ("actor", "Actors", "actors"),
    ("kind", "Kind", "kinds"),
    ("precision", "Dated to", "precision"),
    ("certainty", "Certainty", "certainty"),
    ("place", "Place", "places"),
    ("source", "Source", "sources"),
    ("review", "Review", "review"),
    ("tag", "Tags", "tags"),
)
ROLES: Final = ((None, "any"), (Role.INITIATOR, "acting"), (Role.TARGET, "acted on"))
MODES: Final = ((Mode.ANY, "any"), (Mode.ALL, "all"), (Mode.NONE, "none"))
ALONE: Final = {Mode.ANY: "with", Mode.NONE: "without"}
ORGANS: Final = ((True, "with organs"), (False, "alone"))
MATCHES: Final = ((Match.OVERLAPS, "touching"), (Match.WITHIN, "within"), (Match.CERTAINLY_WITHIN, "surely"))

# Of these one value is chosen or none, not several: how a key is read, and what stands for none.
_SINGLE: Final[dict[str, tuple[Callable[[str], Any], Any]]] = {
    "independent": (int, 1),
    "disputed": (lambda key: key == "yes", None),
}
_VALUES: Final[dict[str, Callable[[str], Any]]] = {
    "kinds": Kind,
    "certainty": Certainty,
    "precision": Precision,
    "review": Review,
}

Children = list[Any]


def facets(whole: Chronology, address: Address, colours: Mapping[str, str]) -> Children:
    """The facets with their counts under the other filters; one with a single value chooses nothing and is left out."""
    counted = whole.facets(address.query)
    sections = []
    for key, title, field in TITLES:
        counts = counted[key]
        if len(counts) > 1 or any(count.chosen for count in counts):
            below = _parts(whole, address) if key == "actor" else []
            swatches = colours if key == "actor" else None
            listed = [html.H2(title), *_values(counts, field, address, swatches), *below]
            sections.append(html.Section(listed, id=f"facet-{key}", className=_without(key, address)))
    return [*sections, *_told(counted, address, len(whole.events))]


def _told(counted: Mapping[str, tuple[Count, ...]], address: Address, height: int) -> Children:
    """By how many sources, and whether they differ: what neither all of the events nor none of them would pass."""
    offered = [(field, one) for field in _SINGLE for one in counted[field] if one.chosen or 0 < one.count < height]
    most = max((one.count for _, one in offered), default=1) or 1
    rows = [_row(one, field, address, most, None) for field, one in offered]
    return [html.Section([html.H2("Told by"), html.Ul(rows)], id="facet-told")] if rows else []


def _without(key: str, address: Address) -> str | None:
    """How it shows that what is chosen is what is left out."""
    return "without" if key == "actor" and address.query.mode is Mode.NONE else None


def _values(counts: tuple[Count, ...], field: str, address: Address, colours: Mapping[str, str] | None) -> Children:
    """The first values as a list; the rest, when there are many, folded away below it. What is chosen is never folded."""
    most = max((count.count for count in counts), default=1) or 1
    first = [count for place, count in enumerate(counts) if place < SHOWN or count.chosen]
    rest = [count for place, count in enumerate(counts) if place >= SHOWN and not count.chosen]
    listed: Children = [html.Ul([_row(count, field, address, most, colours) for count in first])]
    if rest:
        folded = html.Ul([_row(count, field, address, most, colours) for count in rest[:200]])
        listed.append(html.Details([html.Summary(f"{len(rest)} more"), folded]))
    return listed


def _row(count: Count, field: str, address: Address, most: int, colours: Mapping[str, str] | None) -> html.Li:
    colour = colours.get(count.key) if colours else None
    # Black is drawn as ink, which turns light on dark paper.
    swatch = {"--swatch": "var(--ink)" if colour == "#000000" else colour} if colour else {}
    # Swatch and bar are drawn by the style sheet: what is a component here is asked after every answer of the server.
    cells = [html.Span(count.label, className="name", dir="auto"), html.Span(f"{count.count:,}", className="n")]
    return html.Li(
        html.A(
            cells,
            href=address.link_asking(**_toggle(address, field, count.key)),
            className="facet" if count.count or count.chosen else "facet off",
            style={"--share": f"{100 * count.count / most:.0f}%", **swatch},
            **current(count.chosen),
        )
    )


def toggled(address: Address, field: str, key: str) -> Address:
    """The address with a value of a facet chosen, or no longer chosen."""
    return address.asking(**_toggle(address, field, key))


def _toggle(address: Address, field: str, key: str) -> dict[str, Any]:
    if field in _SINGLE:
        read, none = _SINGLE[field]
        return {field: none if getattr(address.query, field) == read(key) else read(key)}
    value = _VALUES.get(field, str)(key)
    chosen = getattr(address.query, field)
    return {field: tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)}


def _parts(whole: Chronology, address: Address) -> Children:
    """Any, all or none of the chosen actors, in which part, with their organs or without; each once it makes a difference."""
    query = address.query
    if not query.actors:
        return []
    choices = [("In which part", [_choice(label, address.asking(role=role), query.role is role) for role, label in ROLES])]
    several = len(query.actors) > 1
    modes = [(mode, label) for mode, label in MODES if several or mode is not Mode.ALL]
    shown = [_choice(label if several else ALONE[mode], address.asking(mode=mode), query.mode is mode) for mode, label in modes]
    choices.insert(0, ("Any, all or none of them" if several else "With or without", shown))
    if any(actor.part_of in query.actors for actor in whole.actors.values()):
        organs = [_choice(label, address.asking(organs=on), query.organs is on) for on, label in ORGANS]
        choices.append(("With what is part of them", organs))
    return [html.Span(links, className="segments", role="group", **aria(label=label)) for label, links in choices]


def matching(address: Address) -> Children:
    """How an event must stand to the dates asked for, once some are."""
    query = address.query
    if query.since is None and query.until is None:
        return []
    choices = [_choice(label, address.asking(match=match), query.match is match) for match, label in MATCHES]
    return [html.Span(choices, className="segments", role="group", **aria(label="How an event must stand to these dates"))]


def _choice(label: str, to: Address, on: bool) -> html.A:
    return html.A(label, href=to.href, **current(on))
