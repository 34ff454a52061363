"""What a user may add to the shipped gazetteer: a roster of actors, and a pipeline that finds names its own way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.events.naming import Naming, folded
from timeline.model import ActorKind

if TYPE_CHECKING:
    from timeline.events.roster import Roster
    from timeline.events.tagger import Tagger


@dataclass(frozen=True)
class Helpers:
    """Either may be missing."""

    roster: Roster | None = None
    tagger: Tagger | None = None

    def join(self, text: str, namings: list[Naming]) -> list[Naming]:
        """Our namings with those of the pipeline and of the roster, in text order and without overlaps."""
        if self.tagger:
            namings = _with_tagged(namings, self.tagger.tagged(text))
        if self.roster:
            namings = _with_listed(namings, self.roster.namings(text))
        return namings


def helpers(actors: Path | str | None = None, ner: str | None = None) -> Helpers | None:
    """The helpers of a file of actors and of a pipeline ("spacy:NAME"), None for neither; ActorsError when one is of no use."""
    if actors is None and ner is None:
        return None
    from timeline.events.roster import read_roster  # who gives none starts without them
    from timeline.events.tagger import Tagger

    return Helpers(read_roster(actors) if actors else None, Tagger.named(ner) if ner is not None else None)


def _with_listed(namings: list[Naming], listed: Iterable[Naming]) -> list[Naming]:
    """What the user lists goes before what we found, but for a longer name of ours that it only ends or begins."""
    settled = list(namings)
    for own in listed:
        over = [one for one in settled if one.start < own.end and own.start < one.end]
        longer = next((one for one in over if one.end - one.start > own.end - own.start), None)
        if longer and longer.kind is ActorKind.PERSON is own.kind and longer.end == own.end:
            own = own.moved(longer.start, longer.end)
        elif longer or (own.kind is ActorKind.STATE and any(one.sure and one.key.startswith(_KNOWN_PLACES) for one in over)):
            continue  # whether a capital acts or is a place is told by the clause
        settled = [one for one in settled if one not in over]
        settled.append(own)
    return sorted(settled, key=lambda one: one.start)


_KNOWN_PLACES: Final = ("state:", "place:")
_PREFIX: Final = {ActorKind.PERSON: "person:", ActorKind.PLACE: "place:"}


def _with_tagged(namings: list[Naming], tagged: Iterable[tuple[int, int, str, ActorKind]]) -> list[Naming]:
    """The pipeline's names where we have none, or only guess; what we are sure of stays."""
    settled = list(namings)
    for start, end, name, kind in tagged:
        over = [one for one in settled if one.start < end and start < one.end]
        if any(one.sure or one.end - one.start > end - start for one in over):
            continue
        settled = [one for one in settled if one not in over]
        settled.append(Naming(start, end, kind, _PREFIX.get(kind, "body:") + folded(name), name))
    return sorted(settled, key=lambda one: one.start)
