"""The walk from sources to a chronology: read, told, kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from timeline.chronology.chronology import Chronology
from timeline.chronology.store import Store
from timeline.errors import ReadError
from timeline.model import Written

OnFailure = Callable[[str, ReadError], None]
Progress = Callable[[int, int | None, str], None]
Sources = Iterable[str | Path]


def add_all(
    store: Store,
    sources: Sources,
    *,
    title: str | None = None,
    written: Written | None = None,
    progress: Progress | None = None,
    on_failure: OnFailure | None = None,
) -> int:
    """Add files, folders or "-" to a store; how many documents were new.

    `progress(done, of, name)` hears of each document as it is read (`of` is None while nobody knows). A source that cannot be
    read goes to `on_failure` while the rest goes on; without it, the first one raises ReadError.
    """
    from timeline.events import told_in
    from timeline.text import read_all

    added = 0
    for done, document in enumerate(read_all(sources, written=written, on_failure=on_failure or _raise), 1):
        if progress:
            progress(done, None, document.title)
        if not store.holds(document.id):
            added += store.add(document, told_in(document))
    if title:
        store.retitle(title)
    return added


def build(
    sources: Sources,
    *,
    title: str | None = None,
    store: Path | str | None = None,
    written: Written | None = None,
    progress: Progress | None = None,
    on_failure: OnFailure | None = None,
) -> Chronology:
    """The chronology of some sources, kept in the file `store` (made when it is not there) or in memory alone."""
    with Store.open(store or ":memory:", create=True) as kept:
        add_all(kept, sources, title=title, written=written, progress=progress, on_failure=on_failure)
        return kept.load()


def _raise(source: str, error: ReadError) -> None:
    raise error
