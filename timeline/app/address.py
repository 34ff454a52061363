"""The page's address: a query and a way of looking at what it keeps, as the text after the `?`.

The address is the whole state of the page. A control is a link to another address, so Back, Forward, a reload and a
bookmark need no code of their own. It holds ids and numbers, never words of the sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from timeline.chronology import Chronology, Query
from timeline.figure import origin_of, say_offset
from timeline.model import Event
from timeline.spans import Moment, iso, parse_iso

LANES: Final = ("actor", "place", "kind", "source", "certainty")
TEXTS: Final = "texts"
PAIRS: Final = "pairs"
LAGS: Final = "lags"
REJECTED: Final = "rejected"
HISTORY: Final = "history"
LISTS: Final = ("dated", "undated", "disputed", TEXTS, PAIRS, LAGS, REJECTED, HISTORY)
OWN: Final = ("lanes", "lane", "list", "from", "to", "sel", "doc", "at", "align", "compare", "rest", "tz", "edit", "page")


def event_of(whole: Chronology, id: str) -> Event | None:
    """The event of an id, one that the user rejected too; None if there is none."""
    return whole.event(id) or whole.rejected_event(id)


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked for and how it is looked at.

    `lane` is what a lane stands for, `listed` which of the lists is open; `since` and `until` are the window the lanes show
    (None: all of the selection); `selected` is the id of an event or of one of its mentions; `document` the id of the
    document being read, and `at` the offsets of a passage in it. `align` is the id of the event time is counted from; to
    `compare` is to keep the lanes asked for alone; with the `rest`, what the filters leave out stays in view; `zone` is the
    clock of times whose zone is known, in minutes east of UTC (None: as told); when `editing`, what can be corrected is
    open. `page` is the part of a long list that is open (None: the one with what is selected). `unheard` are sentences about
    what an old or broken link asked for in vain.
    """

    query: Query = field(default_factory=Query)
    lane: str = LANES[0]
    listed: str = LISTS[0]
    since: Moment | None = None
    until: Moment | None = None
    selected: str | None = None
    document: str | None = None
    at: tuple[int, int] | None = None
    align: str | None = None
    compare: bool = False
    rest: bool = False
    zone: int | None = None
    editing: bool = False
    page: int | None = None
    unheard: tuple[str, ...] = ()

    @classmethod
    def parse(cls, search: str, whole: Chronology) -> Address:
        """The address a link asks for, as far as this chronology can honour it; never raises."""
        query, unheard = Query.read(search, ignoring=(*OWN, "theme"))
        query, missing = query.fitted(whole)
        unheard += missing
        own = {key: value for key, value in parse_qsl(search[1:] if search[:1] == "?" else search) if key in OWN}
        lane = _one_of(LANES, own.get("lanes", own.get("lane")), unheard)
        listed = _one_of(LISTS, own.get("list"), unheard)
        since, until = _moment(own.get("from"), unheard), _moment(own.get("to"), unheard)
        if since is None or until is None or until <= since:
            since = until = None
        document = own.get("doc")
        if document is not None and document not in whole.documents:
            unheard.append("The text the link points at is not in this chronology.")
            document = None
        at = _offsets(own.get("at"), whole.documents[document].text) if document else None
        selected = own.get("sel")
        if selected is not None and event_of(whole, selected) is None:
            unheard.append("The event the link points at is not in this chronology.")
            selected = None
        align = own.get("align")
        if align is not None and origin_of(whole.event(align)) is None:
            unheard.append("The event the link counts from has no date in this chronology.")
            align = None
        compare, rest = own.get("compare") == "yes", own.get("rest") == "faint"
        zone, editing = _zone(own.get("tz"), unheard), own.get("edit") == "yes"
        page = int(own["page"]) if re.fullmatch(r"[1-9]\d{0,8}", own.get("page", "")) else None
        own_fields = (lane, listed, since, until, selected, document, at, align, compare, rest, zone, editing, page)
        return cls(query, *own_fields, tuple(unheard))

    def text(self) -> str:
        """The address as it stands after the `?`; nothing for the page as it opens."""
        return _joined(self.query.text(), _own(*_LOOKED(self)))

    @property
    def href(self) -> str:
        return "?" + self.text()

    def link_asking(self, **changes: Any) -> str:
        """The `href` of `asking(**changes)` where no date is changed, without making that address: a page has hundreds."""
        return "?" + _joined(self.query.text(**changes), _own(*_LOOKED(self)[:-1], None))

    def link_reading(self, document: str) -> str:
        """The `href` of `reading(document)`, in the same way."""
        looked = zip(_LOOKS, _LOOKED(self), strict=True)
        changes = {"selected": None, "document": document, "at": None, "page": None}
        return "?" + _joined(self.query.text(), _own(*(changes.get(name, value) for name, value in looked)))

    def going(self, **changes: Any) -> Address:
        """This address with some of its fields changed; another list, or another choice, opens where that is."""
        turned = {"page": None} if {"query", "listed", "selected", "document"} & changes.keys() else {}
        return replace(self, unheard=(), **(turned | changes))

    def asking(self, **changes: Any) -> Address:
        """This address with its query changed; a new range of dates is also the window looked at."""
        moved = {"since": None, "until": None} if {"since", "until"} & changes.keys() else {}
        return self.going(query=replace(self.query, **changes), **moved)

    def selecting(self, chosen: str | None) -> Address:
        """This address with an event or mention selected, or nothing."""
        return self.going(selected=chosen, document=None, at=None)

    def reading(self, document: str, at: tuple[int, int] | None = None) -> Address:
        """This address with a document open, at a passage of it."""
        return self.going(selected=None, document=document, at=at)


_LOOKS: Final = tuple(one.name for one in fields(Address) if one.name not in ("query", "unheard"))
_LOOKED: Final = attrgetter(*_LOOKS)


def _joined(*parts: str) -> str:
    return "&".join(part for part in parts if part)


@lru_cache(maxsize=256)
def _own(*looked: Any) -> str:
    """What an address says beside its query: the same for all links that change only that."""
    lane, listed, since, until, selected, document, at, align, compare, rest, zone, editing, page = looked
    own = {
        "lanes": lane if lane != LANES[0] else None,
        "list": listed if listed != LISTS[0] else None,
        "from": _written(since),
        "to": _written(until),
        "sel": selected,
        "doc": document,
        "at": "-".join(map(str, at)) if at else None,
        "align": align,
        "compare": "yes" if compare else None,
        "rest": "faint" if rest else None,
        "tz": None if zone is None else say_offset(zone).removeprefix("UTC").replace("−", "-") or "UTC",
        "edit": "yes" if editing else None,
        "page": None if page is None else str(page),
    }
    return urlencode({key: value for key, value in own.items() if value is not None})


def _one_of(choices: tuple[str, ...], asked: str | None, unheard: list[str]) -> str:
    if asked is None or asked in choices:
        return asked or choices[0]
    unheard.append(f"“{asked}” in the link is none of {', '.join(choices)}.")
    return choices[0]


def _moment(text: str | None, unheard: list[str]) -> Moment | None:
    if text is None:
        return None
    try:
        return parse_iso(text).start
    except ValueError:
        unheard.append(f"“{text}” in the link is not a date.")
        return None


def _zone(text: str | None, unheard: list[str]) -> int | None:
    if text is None or text == "UTC":
        return None if text is None else 0
    # Some programs turn the plus of a link into a blank.
    found = re.fullmatch(r"([ +-])(\d\d):(\d\d)", text)
    if found is None or int(found[2]) > 14 or int(found[3]) > 59:
        unheard.append(f"“{text}” in the link is no time zone; write UTC or +05:30.")
        return None
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def _written(at: Moment | None) -> str | None:
    return None if at is None else iso(at, with_time=at % 1440 != 0)


def _offsets(text: str | None, read: str) -> tuple[int, int] | None:
    start, dash, end = (text or "").partition("-")
    if not dash or not start.isdecimal() or not end.isdecimal():
        return None
    return (int(start), int(end)) if int(start) < int(end) <= len(read) else None
