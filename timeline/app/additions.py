"""Texts on their way into the chronology while the page is open: what becomes of each, one after the other.

The work is done in a thread of its own, so the page goes on answering; what it has come to is asked for by polling.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath
from queue import SimpleQueue
from typing import Final

from timeline.app.words import day_written, plural
from timeline.chronology import Store
from timeline.errors import ReadError, TimelineError
from timeline.model import Document, Known, ResolvedDate, Written

KEPT: Final = 200
TABS: Final = 64


class State(StrEnum):
    WAITING = "waiting"
    ASKING = "asking"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Addition:
    """One text or file of texts: its number, its name, how far it has come, and that in words.

    `documents` are there while their day is asked for, and some words of them that count from that day.
    """

    number: int
    name: str
    state: State
    said: str
    documents: tuple[Document, ...] = ()
    counting: tuple[str, ...] = ()


class Additions:
    """The texts one tab of a browser adds, in order. `version` grows with every change."""

    def __init__(self, store: Path) -> None:
        self.version = 0
        self._store = store
        self._listed: dict[int, Addition] = {}
        self._numbers = 0
        self._lock = threading.Lock()
        self._queue: SimpleQueue[tuple[int, str, Callable[[], Addition | str]]] = SimpleQueue()
        self._working = False

    def listed(self) -> list[Addition]:
        with self._lock:
            return list(self._listed.values())

    @property
    def busy(self) -> bool:
        """Whether a text is still waiting or being read."""
        return any(one.state is State.WAITING for one in self.listed())

    def drop(self, name: str, data: bytes, modified: float | None) -> None:
        """A file was dropped; `modified` is its own time in seconds since 1970, where the browser tells it."""
        name = PurePath(name.replace("\\", "/")).name or "text"
        self._start(name, lambda: read_dropped(name, data, modified))

    def paste(self, text: str, title: str) -> None:
        """A text was pasted."""
        from timeline.text import document

        name = title.strip() or "pasted text"
        self._start(name, lambda: [document(text, name=name, title=title.strip() or None, source="pasted")])

    def answer(self, number: int, written: Written | None) -> None:
        """The day texts were written, as their reader was asked; None: it stays as it is."""
        with self._lock:
            asked = self._listed.get(number)
            if asked is None or asked.state is not State.ASKING:
                return
        documents = [replace(one, written=written) if written else one for one in asked.documents]
        self._put(replace(asked, state=State.WAITING, said="Reading …", documents=()))
        self._queued(number, asked.name, lambda: self._keep_all(documents))

    def _start(self, name: str, read: Callable[[], Sequence[Document]]) -> None:
        number = self._new(name)
        self._queued(number, name, lambda: self._take(number, name, read()))

    def _queued(self, number: int, name: str, work: Callable[[], Addition | str]) -> None:
        self._queue.put((number, name, work))
        with self._lock:
            if not self._working:
                self._working = True
                # A daemon: stopping the server must not wait for what is still in the queue; the store keeps whole texts.
                threading.Thread(target=self._work, name="adding", daemon=True).start()

    def _new(self, name: str) -> int:
        with self._lock:
            self._numbers += 1
            number = self._numbers
        self._put(Addition(number, name, State.WAITING, "Reading …"))
        return number

    def _put(self, addition: Addition) -> None:
        with self._lock:
            self._listed[addition.number] = addition
            while len(self._listed) > KEPT:
                del self._listed[next(iter(self._listed))]
            self.version += 1

    def _work(self) -> None:
        while True:
            self._finish(*self._queue.get())

    def _finish(self, number: int, name: str, work: Callable[[], Addition | str]) -> None:
        """Do the work for one text; whatever goes wrong with it is said of it, and the next one goes on."""
        try:
            done = work()
        except TimelineError as error:
            done = Addition(number, name, State.FAILED, str(error).removeprefix(name).lstrip(" :"))
        except Exception as error:
            done = Addition(
                number, name, State.FAILED, f"This text could not be read ({type(error).__name__}); the others go on."
            )
        self._put(done if isinstance(done, Addition) else Addition(number, name, State.DONE, done))

    def _take(self, number: int, name: str, documents: Sequence[Document]) -> Addition | str:
        """Keep what was read; of texts whose day is not known, and whose dates count from it, ask first, once for a file."""
        counting = {one.id: counting_from_day(one) for one in documents}
        asked = tuple(one for one in documents if counting[one.id] and not self._holds(one))
        if not asked:
            return self._keep_all(documents)
        words = tuple(dict.fromkeys(word for one in asked for word in counting[one.id]))
        said, _ = day_written(asked[0].written)
        if len(documents) > 1:
            others = [one for one in documents if one not in asked]
            kept = self._keep_all(others) + " " if others else ""
            said = f"{kept}{len(asked)} of its {len(documents)} texts do not say when they were written."
        return Addition(number, name, State.ASKING, said, asked, words)

    def _keep_all(self, documents: Sequence[Document]) -> str:
        kept = [self._keep(document) for document in documents]
        return kept[0] if len(kept) == 1 else f"{plural(len(kept), 'text')}: " + " ".join(dict.fromkeys(kept))

    def _holds(self, document: Document) -> bool:
        with Store.open(self._store) as store:
            return store.holds(document.id)

    def _keep(self, document: Document) -> str:
        from timeline.events import told_in

        with Store.open(self._store) as store:
            decided = store.as_decided(document)
        told = told_in(decided)
        with Store.open(self._store) as store:
            if not store.add(document, told):
                return "Already in the chronology."
        return (
            f"Added: {plural(len(told.mentions), 'event')} told." if told.mentions else "Added; no dated event was found in it."
        )


class Desks:
    """Where each tab of a browser adds its texts: what becomes of them is told there and nowhere else."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._of: dict[str, Additions] = {}

    def of(self, tab: str | None) -> Additions:
        """That of a tab; one left long ago gives way to new ones."""
        with self._lock:
            name = tab or ""
            found = self._of.pop(name) if name in self._of else Additions(self._store)
            self._of[name] = found
            while len(self._of) > TABS:
                del self._of[next(iter(self._of))]
            return found


def read_dropped(name: str, data: bytes, modified: float | None) -> list[Document]:
    """The documents in a file's bytes, read as the shell would read the file; ReadError when it is not a text."""
    from timeline.text import read

    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        if modified:
            # The file's own day is what an undated text falls back on, marked as assumed; not the day it was dropped.
            os.utime(path, (modified, modified))
        try:
            documents = read(path)
        except ReadError as error:
            raise ReadError(str(error).replace(str(path), name)) from error
    if not modified:
        documents = [replace(one, written=None) if is_assumed(one) else one for one in documents]
    return [replace(one, source=one.source.replace(str(path), name)) for one in documents]


def is_assumed(document: Document) -> bool:
    return document.written is not None and document.written.known is Known.ASSUMED


def counting_from_day(document: Document) -> tuple[str, ...]:
    """The words of a text that count from its day, where that is not known for sure; none where nothing does."""
    if document.written is not None and not is_assumed(document):
        return ()
    from timeline.dates import dates_in

    found = (document.quote(date.expression.passage) for date in dates_in(document) if counts_from_day(date))
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))


def counts_from_day(date: ResolvedDate) -> bool:
    """Whether a date counts from the day of writing, or would if that were known."""
    anchor = date.counted_from or date.why.anchor
    return date.span is None or (anchor is not None and anchor.passage is None)
