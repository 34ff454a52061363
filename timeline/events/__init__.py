"""Resolved dates to mentions: who did what, to whom, and where the text says so.

    runs -> units -> names -> people = actors_in          clauses -> kinds, roles, titles, implied = mentions

Rules, gazetteers and the document's own evidence, no model: nothing is downloaded, every decision can be read. The data in
`data/actors` and `data/events` are words; what they mean is here.
"""

from typing import TYPE_CHECKING, Any

from timeline.events.actors import actors_in

if TYPE_CHECKING:
    from timeline.events.telling import Telling, mentions_in, told_in

__all__ = ["Telling", "actors_in", "mentions_in", "told_in"]


def __getattr__(name: str) -> Any:
    """Dates and clauses are read in only when asked for: who only wants the actors starts without them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline.events import telling

    return getattr(telling, name)
