"""What can be decided from a shell: each a row of ACTIONS, an option of `timeline review`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.errors import StoreError
from timeline.model import Kind, Review
from timeline.spans import Moment

if TYPE_CHECKING:
    from timeline.chronology import Chronology
    from timeline.chronology.corrections import Correction


class Action(NamedTuple):
    """An option: what it takes, as argparse says it, how many of that are ids, and the corrections it stands for."""

    option: str
    takes: tuple[str, ...] | str
    many: bool
    help: str
    made: Callable[[Sequence[str], Moment], list[Correction]]

    def ids(self, values: Sequence[str]) -> Sequence[str]:
        return values if self.many else values[:1]


def _reviewed(state: Review) -> Callable[[Sequence[str], Moment], list[Correction]]:
    def made(ids: Sequence[str], today: Moment) -> list[Correction]:
        from timeline.chronology.corrections import Reviewed

        return [Reviewed(id, state) for id in ids]

    return made


def _dated(values: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Dated, given

    return [Dated(values[0], given(values[1], today))]


def _titled(values: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Titled

    return [Titled(*values)]


def _of_kind(values: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import OfKind

    if values[1].upper() not in list(Kind):
        near = get_close_matches(values[1].upper(), list(Kind), 1)
        said = f" did you mean {near[0]}?" if near else ""
        raise StoreError(f"--kind {values[1]} is not known;{said} it is one of {', '.join(Kind)}")
    return [OfKind(values[0], Kind(values[1].upper()))]


def _noted(values: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Noted

    return [Noted(*values)]


def _tagged(values: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Tagged

    return [Tagged(values[0], tuple(tag.strip() for tag in values[1].split(",") if tag.strip()))]


def _joined(ids: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Joined

    return [Joined(tuple(ids))]


def _parted(ids: Sequence[str], today: Moment) -> list[Correction]:
    from timeline.chronology.corrections import Parted

    return [Parted(tuple(ids))]


ACTIONS: Final = (
    Action("confirm", "ID", True, "these events are right", _reviewed(Review.CONFIRMED)),
    Action("reject", "ID", True, "these events are wrong, and leave the chronology", _reviewed(Review.REJECTED)),
    Action("reopen", "ID", True, "these events are to be looked at again", _reviewed(Review.UNREVIEWED)),
    Action("date", ("ID", "DATE"), False, 'EDTF or words: 1982-05, "between 5 and 9 May 1982", "c. 480 BC"', _dated),
    Action("title", ("ID", "TITLE"), False, "what the event is called", _titled),
    Action("kind", ("ID", "KIND"), False, "its PLOVER category", _of_kind),
    Action("note", ("ID", "NOTE"), False, 'a note on it; "" takes it away', _noted),
    Action("tag", ("ID", "TAGS"), False, 'its tags, with commas; "" takes them away', _tagged),
    Action("merge", "ID", True, "these events are one", _joined),
    Action("split", "ID", True, "these tellings (`mentions` in the JSON export) are an event of their own", _parted),
)


def check_ids(chronology: Chronology, ids: Sequence[str]) -> None:
    """StoreError when an id is none of an event or mention here."""
    for id in ids:
        if chronology.event(id) is None and chronology.rejected_event(id) is None:
            known = [*chronology.events, *chronology.rejected]
            near = get_close_matches(id, known, 1, 0.8)
            said = f"did you mean {near[0]}?" if near else "`timeline show --ids` lists them"
            raise StoreError(f"no event {id!r} here; {said}")
