"""What hovering over a mark says: title, date in words, actors, how many sources. Plain lines, not yet anyone's markup."""

from __future__ import annotations

from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.lettering import plain
from timeline.figure.relative import Origin, since_span
from timeline.model import Event
from timeline.wording import say_when

_MOST_ACTORS: Final = 5
DIFFER: Final = " (sources differ)"


def dates_of(event: Event) -> str:
    """The date in words; every claim when the sources differ."""
    if event.when is None:
        return "undated"
    if event.disputed:
        said = dict.fromkeys(say_when(claim) for claim in event.claims)
        return " or ".join(said) + DIFFER
    return say_when(event.when)


def hover(event: Event, chronology: Chronology, origin: Origin | None = None) -> tuple[str, ...]:
    """What is shown beside the pointer: the title first, then a line each, not yet wrapped."""
    names = [chronology.actors[part.actor].name for part in event.actors if part.actor in chronology.actors]
    names = list(dict.fromkeys(names))
    actors = ", ".join(names[:_MOST_ACTORS]) + (f" and {len(names) - _MOST_ACTORS} more" if len(names) > _MOST_ACTORS else "")
    sources = len({document.outlet for key in event.documents if (document := chronology.documents.get(key))})
    told = f"{sources} source{'s' if sources != 1 else ''}"
    counted = since_span(origin, event.span) if origin and event.span and not event.span.open_start else ""
    return tuple(text for text in (plain(event.title), dates_of(event), counted, plain(actors), told) if text)
