"""The chronology behind the page: read once, and again when the file has changed."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from timeline.app.address import LISTS, Address
from timeline.app.listing import Row, rows
from timeline.app.lists import part
from timeline.app.moves import Place
from timeline.app.overview import Asked, histogram
from timeline.app.stage import picture, rows_of
from timeline.chronology import Chronology, Query, Store
from timeline.chronology.corrections import Entry
from timeline.figure import Bins, Picture, colours, lanes

KEPT: Final = 24
MOST_PICKED: Final = 1_500_000
MOST_ROWS: Final = 20_000


class Workspace:
    """What the callbacks ask: the whole chronology as it is now, and selections of it, kept for a while.

    `revision` is cheap and changes with the file; `load` is dear. Both may be called from several threads.
    """

    def __init__(self, load: Callable[[], Chronology], revision: Callable[[], int], store: Path | None = None) -> None:
        self.store = store
        self._load = load
        self._revision = revision
        self._lock = threading.RLock()
        self._seen: int | None = None
        self._whole: Chronology | None = None
        self._colours: dict[str, str] = {}
        self._selections: dict[Query, Chronology] = {}
        self._rows: dict[str, Row] = {}
        self._known: dict[Query, dict[str, Any]] = {}
        self._histograms: dict[Asked, Bins] = {}
        self._pictures: dict[tuple[Address, int], Picture] = {}
        self._lanes: dict[tuple[Query, str, bool, bool], list[lanes.Row]] = {}
        self._corrected: tuple[int, bool] | None = None

    @classmethod
    def of(cls, store: Path) -> Workspace:
        """That of a chronology's file; StoreError when there is none."""
        kept = Store.open(store)
        return cls(kept.load, kept.revision, store)

    def revision(self) -> int:
        """A number that changes when the chronology does."""
        return self._revision()

    def history(self) -> tuple[Entry, ...]:
        """What was decided, the first decision first; nothing for a chronology in no file."""
        if self.store is None:
            return ()
        with Store.open(self.store) as store:
            return store.history()

    def corrected(self) -> bool:
        """Whether anything was ever decided; asked again only when the chronology has changed."""
        now = self._revision()
        if self._corrected is None or self._corrected[0] != now:
            self._corrected = now, bool(self.history())
        return self._corrected[1]

    def whole(self) -> Chronology:
        """The chronology as it is now."""
        with self._lock:
            now = self._revision()
            if self._whole is None or now != self._seen:
                self._whole, self._seen = self._load(), now
                # What stays is looked through no more for what may go: that would take as long as an answer, every few answers.
                gc.unfreeze()
                gc.collect()
                gc.freeze()
                self._colours = colours(self._whole)
                # What every question needs is worked out before the first one comes.
                self._whole.facets()
                self._selections = {}
                self._rows = {}
                self._known = {}
                self._histograms = {}
                self._pictures = {}
                self._lanes = {}
            return self._whole

    def colours(self) -> dict[str, str]:
        """The hex colour of each actor, the same whatever is selected."""
        self.whole()
        return self._colours

    def rows(self, selection: Chronology, which: str, page: int) -> list[Row]:
        """A part of a list of a selection; a row is the same whatever is selected, and is made once."""
        self.whole()
        if len(self._rows) > MOST_ROWS:
            self._rows = {}
        return rows(selection, which, part(page), self._rows)

    def histogram(self, place: Place, width: int) -> Bins:
        """The overview of a place; the same for the same filters, so that looking closer does not count again."""
        with self._lock:
            if len(self._histograms) > KEPT:
                self._histograms = {}
            return histogram(place, self.selection(place.address.query.without("dates")), width, self._histograms)

    def picture(self, place: Place, width: int) -> Picture:
        """The lanes of a place; going back to where one was, they are as they were."""
        drawn = place.address.selecting(place.chosen.id if place.chosen else None).going(listed=LISTS[0], editing=False)
        with self._lock:
            asked = drawn, width
            found = self._pictures.pop(asked, None) or picture(place, self.colours(), width, self._lanes_of(place))
            self._pictures[asked] = found
            if len(self._pictures) > KEPT:
                del self._pictures[next(iter(self._pictures))]
            return found

    def _lanes_of(self, place: Place) -> list[lanes.Row] | None:
        """The rows of the lanes, kept until others are asked for; None on another clock, where every event is another."""
        address = place.address
        if address.zone is not None:
            return None
        asked = address.query, address.lane, address.compare, address.rest
        if asked not in self._lanes:
            self._lanes = {asked: rows_of(place, self.colours())}
        return self._lanes[asked]

    def selection(self, query: Query) -> Chronology:
        """What a query keeps; asked again, the same answer."""
        with self._lock:
            whole = self.whole()
            found = self._selections.pop(query, None) or whole.select(query)
            self._selections[query] = found
            while len(self._selections) > KEPT or self._too_many():
                oldest = next(iter(self._selections))
                del self._selections[oldest]
                self._known.pop(oldest, None)
            return found

    def _too_many(self) -> bool:
        """Whether the selections that are kept take more memory than asking again takes time."""
        return len(self._selections) > 2 and sum(len(one.events) for one in self._selections.values()) > MOST_PICKED

    def place(self, search: str | None) -> Place:
        """Where an address leads in the chronology as it is now."""
        whole = self.whole()
        return self.at(Address.parse(search or "", whole))

    def at(self, address: Address) -> Place:
        """The place of an address."""
        selection = self.selection(address.query)
        with self._lock:
            return Place(address, self.whole(), selection, self._known.setdefault(address.query, {}))
