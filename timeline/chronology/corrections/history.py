"""Who changed what when: the log of corrections, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.chronology.corrections.kinds import Correction, Titled, mention_id

if TYPE_CHECKING:
    from timeline.chronology.chronology import Chronology


class State(StrEnum):
    """Whether a step holds, was undone and can be done again, or was undone for good by what was decided after."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: corrections made together, undone together. `at` is seconds since 1970 UTC, `who` a user's name."""

    step: int
    at: int
    who: str
    corrections: tuple[Correction, ...]
    state: State = State.IN_FORCE

    def said(self, chronology: Chronology) -> str:
        """What was done, in words: "confirmed “Cruiser sunk”"; "…, and 11 more" for a step of many."""
        # What was given a title is known by the one it had.
        told = isinstance(self.corrections[0], Titled)
        first = self.corrections[0].said(lambda id: _quoted(chronology, id, as_told=told))
        more = len(self.corrections) - 1
        return f"{first}, and {more} more" if more else first


def _quoted(chronology: Chronology, id: str, *, as_told: bool = False) -> str:
    """The title of an event (or, `as_told`, of its telling) or document, shortened; the id when it has gone."""
    whole = chronology.whole
    event = whole.event(mention_id(id)) or whole.rejected_event(mention_id(id))
    title = event.title if event else whole.documents[id].title if id in whole.documents else id
    if event and (as_told or "tellings" in event.corrected):
        # Of what was joined or split off, each has its own.
        title = next(mention.title for mention in event.mentions if mention.id[1:] == id[1:])
    return f"“{title if len(title) <= 60 else title[:59].rstrip() + '…'}”"
