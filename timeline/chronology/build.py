"""The walk from sources to a chronology: read, told, kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.chronology.chronology import Chronology
from timeline.chronology.store import Store
from timeline.errors import LanguageError, TimelineError
from timeline.model import Written

if TYPE_CHECKING:
    from timeline.events.helpers import Helpers

OnFailure = Callable[[str, TimelineError], None]
Progress = Callable[[int, int | None, str], None]
Sources = Iterable[str | Path]


def add_all(
    store: Store,
    sources: Sources,
    *,
    title: str | None = None,
    written: Written | None = None,
    helpers: Helpers | None = None,
    progress: Progress | None = None,
    on_failure: OnFailure | None = None,
) -> int:
    """Add files, folders or "-" to a store; how many documents were new.

    `helpers` are the user's own actors and pipeline. `progress(done, of, name)` hears of each document as it is read (`of` is
    None while nobody knows). A source that cannot be read, or in a language without a file, goes to `on_failure` while the rest
    goes on; without it, the first one raises ReadError or LanguageError.
    """
    from timeline.events import told_in
    from timeline.text import read_all

    added, failed, titles = 0, on_failure or _raise, []
    sources = list(sources)
    for done, document in enumerate(read_all(sources, written=written, on_failure=failed), 1):
        titles.append(document.title)
        if progress:
            progress(done, None, document.title)
        if store.holds(document.id):
            continue
        try:
            added += store.add(document, told_in(store.as_decided(document), helpers))
        except LanguageError as error:
            # Not kept without its dates: adding it again must read it once its language is known.
            failed(document.source, LanguageError(f"{document.source}: {error}"))
    if title or not store.title:
        store.retitle(title or _called(sources, titles))
    return added


def _called(sources: Sequence[str | Path], titles: Sequence[str]) -> str:
    """What a chronology is called when nobody says: after its one text, or its one folder."""
    if len(titles) == 1:
        return titles[0]
    folder = Path(sources[0]) if len(sources) == 1 and str(sources[0]) != "-" else None
    return re.sub(r"[-_]+", " ", folder.resolve().stem).strip().capitalize() if folder else ""


def build(
    sources: Sources,
    *,
    title: str | None = None,
    store: Path | str | None = None,
    written: Written | None = None,
    helpers: Helpers | None = None,
    progress: Progress | None = None,
    on_failure: OnFailure | None = None,
) -> Chronology:
    """The chronology of some sources, kept in the file `store` (made when it is not there) or in memory alone."""
    with Store.open(store or ":memory:", create=True) as kept:
        add_all(kept, sources, title=title, written=written, helpers=helpers, progress=progress, on_failure=on_failure)
        return kept.load()


def _raise(source: str, error: TimelineError) -> None:
    raise error
