"""From what was done to the page (a brush, a click, a key) to the address it leads to. Pure: values in, an address out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from timeline.app import ids
from timeline.app.address import Address
from timeline.app.lists import in_list, page_of, part
from timeline.chronology import Chronology
from timeline.chronology.columns import REVIEWS
from timeline.errors import DateError, QueryError
from timeline.figure import Origin, minutes, origin_of
from timeline.figure.view import extent, opening
from timeline.model import Event, Review
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Moment, Span, floor, shift

YEAR: Final = 366 * MINUTES_A_DAY
LEAST_WINDOW: Final = 10


@dataclass(frozen=True)
class Place:
    """Where the page stands when something is done: its address, the whole chronology, and what the query keeps of it.

    `known` keeps what was worked out of the selection, for the next place with the same one.
    """

    address: Address
    whole: Chronology
    selection: Chronology
    known: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def chosen(self) -> Event | None:
        """The event that is selected, by its own id or by that of one of its tellings."""
        return self.whole.event(self.address.selected) if self.address.selected else None

    @property
    def reach(self) -> tuple[Moment, Moment]:
        """The stretch of time that shows all of the selection."""
        if "reach" not in self.known:
            self.known["reach"] = extent(self.selection.picked)
        found: tuple[Moment, Moment] = self.known["reach"]
        return found

    @property
    def opening(self) -> tuple[Moment, Moment]:
        """The stretch of time the lanes open with: the dates asked for, else where most of the selection is."""
        if "opening" not in self.known:
            self.known["opening"] = opening(self.selection)
        found: tuple[Moment, Moment] = self.known["opening"]
        return found

    @cached_property
    def origin(self) -> Origin | None:
        """What time is counted from, when that is asked for."""
        return origin_of(self.whole.event(self.address.align)) if self.address.align else None

    @property
    def keeps_dates(self) -> bool:
        """Whether what is brushed are the dates asked for, rather than a window on more than them."""
        query = self.address.query
        return self.address.since is None and (query.since is not None or query.until is not None)


def shown(place: Place) -> tuple[Moment, Moment] | None:
    """The stretch that stands out in the overview: the window or the dates asked for; None when that is all there is."""
    address, query = place.address, place.address.query
    if place.keeps_dates:
        seen = window(place)
        since = seen.start if query.since is None else query.since
        until = seen.end if query.until is None else query.until
        return (since, until) if since < until else None
    if address.since is None and place.opening == place.reach:
        return None
    seen = window(place)
    return seen.start, seen.end


def _stretch(value: Any) -> tuple[Moment, Moment] | None:
    """Two moments in order, from two days."""
    if not value:
        return None
    one, other = sorted(minutes(float(edge)) for edge in value)
    return max(EARLIEST, one), min(LATEST, other)


def brushed(place: Place, value: Any) -> Address:
    """A stretch of the overview was brushed, from one day to another: keep what touches it."""
    stretch = _stretch(value)
    if stretch is None:
        return place.address
    since, until = rounded(*stretch)
    try:
        return place.address.asking(since=since, until=until)
    except QueryError:
        return place.address


def edged(place: Place, value: Any) -> Address:
    """An edge of what stands out in the overview was moved; its days are those of both edges now."""
    if place.keeps_dates:
        return brushed(place, value)
    stretch = _stretch(value)
    return _looking(place.address, *stretch) if stretch else place.address


def rounded(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """A brushed stretch out to whole days, months or years, whichever its length asks for."""
    length = end - start
    grain = Grain.YEAR if length > 60 * YEAR else Grain.MONTH if length > 5 * YEAR else Grain.DAY
    if length < 2 * MINUTES_A_DAY:
        grain = Grain.HOUR
    last = floor(end, grain)
    return max(EARLIEST, floor(start, grain)), min(LATEST, last if last == end else shift(last, 1, grain))


def grouped(place: Place, stretch: Any) -> Address:
    """A group was clicked: look closer at its stretch, from moment to moment; one over all of the window begins outside."""
    if not stretch:
        return place.address
    start, end = (int(edge) for edge in stretch)
    room = max(LEAST_WINDOW, (end - start) // 10)
    seen = window(place)
    if end - start + 2 * room >= seen.end - seen.start:
        return zoomed(place, 2)
    return _looking(place.address, start - room, end + room)


def dragged(place: Place, stretch: Any) -> Address:
    """The lanes were dragged along: the window they now show, from one day to another."""
    shown = _stretch(stretch)
    return _looking(place.address, *shown) if shown else place.address


def window(place: Place) -> Span:
    """The stretch of time the lanes show: what was zoomed to, else the dates asked for, else all events."""
    address = place.address
    if address.since is not None and address.until is not None:
        return Span(address.since, address.until, Grain.MINUTE)
    return Span(*place.opening, Grain.MINUTE)


def zoomed(place: Place, factor: float) -> Address:
    """Closer in (factor below 1) or further out, about the selected event where it is in view, else about the middle."""
    shown = window(place)
    span = place.chosen.span if place.chosen else None
    middle = (shown.start + shown.end) // 2
    if span and not (span.open_start or span.open_end) and span.overlaps(shown):
        middle = (span.start + span.end) // 2
    half = max(LEAST_WINDOW, int((shown.end - shown.start) * factor / 2))
    return _looking(place.address, middle - half, middle + half)


def _looking(address: Address, start: Moment, end: Moment) -> Address:
    start, end = max(EARLIEST, start), min(LATEST, end)
    return address.going(since=start, until=end) if end - start >= LEAST_WINDOW else address


def fitted(place: Place) -> Address:
    """The lanes back to where most of the selection is; from there, to all of it."""
    if place.address.since is None and not place.keeps_dates and place.opening != place.reach:
        return place.address.going(since=place.reach[0], until=place.reach[1])
    return place.address.going(since=None, until=None)


def other_source(place: Place, by: int) -> Address:
    """The next telling of the selected event, around again after the last."""
    if place.chosen is None:
        return place.address
    tellings = [told.id for told in place.chosen.mentions]
    now = tellings.index(place.address.selected) if place.address.selected in tellings else 0
    return place.address.selecting(tellings[(now + by) % len(tellings)])


def unreviewed(place: Place) -> Address:
    """The next event of the selection that nobody has decided on, around again after the last."""
    columns = place.whole.columns
    left = place.selection.picked.where(columns.review == REVIEWS.index(Review.UNREVIEWED))
    if not left:
        return place.address
    row = columns.row_of(place.chosen.id) if place.chosen else None
    after = 0 if row is None else int(left.rows.searchsorted(row, "right"))
    return place.address.selecting(left[after % len(left)].id)


def stepped(place: Place, by: Any) -> Address:
    """Over the end of the part of a list that is open: to the first event of the next, or the last of the one before."""
    events, page = in_list(place.selection, place.address.listed), page_of(place.selection, place.address)
    to = {1: part(page).stop, -1: part(page).start - 1}.get(by, -1)
    return place.address.selecting(events[to].id) if 0 <= to < len(events) else place.address


def corrections_shown(place: Place) -> Address:
    """What can be corrected is opened, or put away."""
    return place.address.going(editing=not place.address.editing)


KEYS: Final[dict[str, Callable[[Place], Address]]] = {
    "Escape": lambda place: place.address.selecting(None),
    "[": lambda place: other_source(place, -1),
    "]": lambda place: other_source(place, 1),
    "+": lambda place: zoomed(place, 0.5),
    "=": lambda place: zoomed(place, 0.5),
    "-": lambda place: zoomed(place, 2),
    "0": fitted,
    "n": unreviewed,
    "e": corrections_shown,
}


def pressed(place: Place, key: Any) -> Address:
    """A key was pressed."""
    answer = KEYS.get(key)
    return answer(place) if answer else place.address


def searched(place: Place, words: Any) -> Address:
    """Words were typed into the search box."""
    return place.address.asking(words=" ".join((words or "").split()))


def since_typed(place: Place, typed: Any) -> Address:
    return _dated(place, "since", typed)


def until_typed(place: Place, typed: Any) -> Address:
    return _dated(place, "until", typed)


def _dated(place: Place, side: str, typed: Any) -> Address:
    """A date was typed into a box; one that cannot be read, or that leaves no time, changes nothing."""
    from timeline.app.typed import read_typed

    try:
        span = read_typed(typed or "")
        at = None if span is None else (span.start if side == "since" else span.end)
        return place.address if getattr(place.address.query, side) == at else place.address.asking(**{side: at})
    except (DateError, QueryError):
        return place.address


MOVES: Final[dict[str, Callable[[Place, Any], Address]]] = {
    f"{ids.SEARCH}.value": searched,
    f"{ids.SINCE}.value": since_typed,
    f"{ids.UNTIL}.value": until_typed,
    "brush": brushed,
    "edges": edged,
    "group": grouped,
    "drag": dragged,
    "key": pressed,
    "step": stepped,
}
"""What can be done to the page, by the name the script gives it."""
