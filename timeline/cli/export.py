"""`timeline export`: a selection as a picture, a page or data; or one picture for each of its actors, kinds, sources."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus

from timeline.cli.chronologies import asked, opened, query_arguments
from timeline.errors import ExportError, QueryError

if TYPE_CHECKING:
    from timeline.app.moves import Place
    from timeline.chronology import Chronology

EACH: Final = {"actor": "actors", "kind": "kinds", "source": "sources", "place": "places"}
_LONGEST: Final = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    query_arguments(parser)
    parser.add_argument("out", type=Path, help="the file to write; its suffix chooses the form")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="(default: %(default)s)")
    measures = parser.add_mutually_exclusive_group()
    measures.add_argument("--size", help="of a picture: slide, a4, a4-portrait, wide, or pixels as 1920x1080")
    measures.add_argument(
        "--width", type=int, default=1400, help="of a picture as tall as it needs, in pixels (default: %(default)s)"
    )
    parser.add_argument("--pages", action="store_true", help="with --size, a .pdf of as many pages as every title takes")
    parser.add_argument("--lanes", help="actor, place, kind, source or certainty (default: as in the query, else actor)")
    parser.add_argument("--title", help="the title printed on it, instead of the chronology's")
    parser.add_argument("--whole", action="store_true", help="all of the selection's time, not the view the query asks for")
    parser.add_argument("--each", choices=EACH, help="a file for each of them: out-argentina.png, out-united-kingdom.png …")


def run(chosen: argparse.Namespace) -> int:
    from timeline.export import export, left_out, suffix_of

    suffix = suffix_of(chosen.out)
    place = _place(chosen)
    if not place.selection.events:
        raise ExportError(f"{chosen.out}: {_nothing(place)}; nothing was written")
    for path, one in _each(place, chosen, suffix) if chosen.each else [(chosen.out, place)]:
        export(one.selection, path, **_options(one, chosen, suffix))
        said = left_out(one.selection, suffix)
        print(
            f"{path}: {len(one.selection.events)} of {place.whole.total} events" + (f". {said}" if said else ""),
            file=sys.stderr,
        )
    return 0


def _place(chosen: argparse.Namespace) -> Place:
    """Where the query leads, as in the page (its whole address will do); QueryError for what it asks in vain."""
    from timeline.app.address import Address
    from timeline.app.moves import Place

    whole = opened(chosen)
    text = "&".join(asked(chosen))
    if re.match(r"https?://", text):
        text = text.partition("?")[2]
    address = Address.parse(text, whole)
    if address.unheard:
        raise QueryError("; ".join(address.unheard))
    if chosen.lanes:
        address = replace(address, lane=chosen.lanes)
    return Place(address, whole, whole.select(address.query))


def _options(place: Place, chosen: argparse.Namespace, suffix: str) -> dict[str, Any]:
    from timeline.app.taken import look

    named = {name: getattr(chosen, name) for name in ("theme", "size", "pages", "width", "title")}
    return {**look(place, suffix, whole=chosen.whole), **named}


def _nothing(place: Place) -> str:
    """Why there is nothing to export, and which filter to take off."""
    whole, query = place.whole, place.address.query
    if not whole.events:
        return "the chronology holds no events"
    ways = [(len(whole.select(query.without(key)).events), said) for key, said in query.sentences(whole)]
    best, said = max(ways)
    return "no event matches the query" + (f", without “{said}” {best} would" if best else "")


def _each(place: Place, chosen: argparse.Namespace, suffix: str) -> Iterator[tuple[Path, Place]]:
    """A path and a place for each part of the selection; what no part holds is told on standard error."""
    stem, written, held = chosen.out.name[: -len(suffix)], set[str](), set[str]()
    for name, selection in _parts(place, chosen.each):
        slug = free_name(file_part(name), written)
        written.add(slug)
        held.update(selection.events)
        part = replace(place, address=replace(place.address, query=selection.query), selection=selection)
        yield chosen.out.with_name(f"{stem}-{slug}{chosen.out.name[-len(suffix) :]}"), part
    if missing := len(place.selection.events.keys() - held):
        print(
            f"{missing} of {len(place.selection.events)} events have no {chosen.each} and are in none of them", file=sys.stderr
        )


def _parts(place: Place, by: str) -> Iterator[tuple[str, Chronology]]:
    """The selection for each actor, kind, source or place the query names, or, where it names none, for each there is."""
    from timeline.chronology.query import Mode, Query

    query, field = place.selection.query, EACH[by]
    if by == "actor" and query.mode is Mode.ALL and len(query.actors) > 1:
        raise QueryError("--each actor parts what mode=all keeps together; leave one of them out")
    if by == "actor" and query.mode is Mode.NONE and query.actors:
        raise QueryError("--each actor is for actors to draw, mode=none for those to leave out; leave one of them out")
    found = place.whole.facets(query)[by]
    named = any(one.chosen for one in found)
    for one in found:
        if one.count and (one.chosen or not named):
            value = getattr(Query.parse(f"{by}={quote_plus(one.key)}"), field)
            yield one.label, place.whole.select(replace(query, **{field: value}))


def file_part(name: str) -> str:
    """A name as part of a file's: letters and digits of any script in lower case, joined by hyphens."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:_LONGEST].strip("-") or "unnamed"


def free_name(wanted: str, taken: set[str]) -> str:
    """A name nobody has: the one wanted, else with a number."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
