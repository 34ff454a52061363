"""Names in a query turned into the ids of a chronology: actors and places by name or alias, sources by outlet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from timeline.chronology.query import Query

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology

Problems = list[str]


def fit(query: Query, chronology: Chronology) -> tuple[Query, Problems]:
    """The query in ids of the chronology; what it does not have is left out and told of."""
    problems: Problems = []
    if not query.asks("actors", "places", "sources"):
        return query, problems
    actors = _ids(query.actors, chronology.actors, lambda: _actor_names(chronology), "actor", problems)
    places = _ids(query.places, chronology.actors, lambda: _actor_names(chronology), "place", problems)
    known = {**chronology.documents, **chronology.outlets}
    sources = _ids(query.sources, known, lambda: _source_names(chronology), "source", problems)
    return replace(query, actors=actors, places=places, sources=sources), problems


def _ids(
    asked: Iterable[str],
    known: Mapping[str, object],
    names: Callable[[], list[tuple[str, str]]],
    what: str,
    problems: Problems,
) -> tuple[str, ...]:
    """The ids asked for, each once; `names` gives (name, id) pairs, the best names first."""
    found: dict[str, None] = {}
    named: list[tuple[str, str]] | None = None
    waiting = list(asked)
    while waiting:
        said = waiting.pop(0)
        if said in known:
            found[said] = None
            continue
        named = names() if named is None else named
        matching = _called(said, named)
        if not matching and "," in said:
            # Some programs encode the commas between the names of a link, too.
            waiting[:0] = [part.strip() for part in said.split(",") if part.strip()]
            continue
        if len(matching) == 1:
            found[matching[0]] = None
        elif matching:
            problems.append(f"{len(matching)} {what}s are called {said!r}; choose one by its id: {', '.join(matching)}")
        else:
            problems.append(_unknown(said, named, what))
    return tuple(found)


def _called(said: str, named: list[tuple[str, str]]) -> list[str]:
    """The ids of those called so: a name of their own goes before an alias."""
    folded = _folded(said)
    matching = [(rank, id) for rank, (name, id) in _ranked(named) if _folded(name) == folded]
    best = min((rank for rank, _ in matching), default=0)
    return list(dict.fromkeys(id for rank, id in matching if rank == best))


def _ranked(named: list[tuple[str, str]]) -> Iterable[tuple[int, tuple[str, str]]]:
    """The first name of an id has rank 0, its aliases rank 1."""
    seen: set[str] = set()
    for name, id in named:
        yield int(id in seen), (name, id)
        seen.add(id)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _unknown(said: str, named: list[tuple[str, str]], what: str) -> str:
    own_names = {id: name for name, id in reversed(named)}
    by_folded = {_folded(name): own_names[id] for name, id in reversed(named)}
    close = list(dict.fromkeys(by_folded[name] for name in get_close_matches(_folded(said), by_folded, 5, 0.6)))
    if close:
        return f"no {what} {said!r} here; did you mean {' or '.join(close[:3])}?"
    some = ", ".join(list(dict.fromkeys(name for name, _ in named))[:5])
    return f"no {what} {said!r} here; among those here: {some}" if some else f"no {what} {said!r} here; there are none"


def _actor_names(chronology: Chronology) -> list[tuple[str, str]]:
    return [(name, actor.id) for actor in chronology.actors.values() for name in (actor.name, *actor.aliases)]


def _source_names(chronology: Chronology) -> list[tuple[str, str]]:
    titles = [(document.title, document.id) for document in chronology.documents.values()]
    return [(name, id) for id, name in chronology.outlets.items()] + titles
