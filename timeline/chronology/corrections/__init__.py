"""What the user knows better: decisions kept beside what was read, never in its place.

    a log of corrections (in the store) + events as they merged -> apply -> the events a reader sees

Why a log of small values: each says one thing about one event, so it can be undone, told of ("who changed what when"), and
laid over whatever the texts give the next time they are read. Why by mentions: an event is regrouped whenever a document
comes in, while the id of a mention is made of its document and offsets and stays; a correction goes with the event its
mention stands in. What cannot be laid over, the day a document was written, is read again (`store.retelling`). What is
rejected leaves the chronology and stands in its `rejected`, so that it can be looked at and taken back.
"""

from timeline.chronology.corrections.apply import Applied, apply
from timeline.chronology.corrections.given import Given, given
from timeline.chronology.corrections.history import Entry, State
from timeline.chronology.corrections.kinds import (
    AnchorMoved,
    Cast,
    Correction,
    Dated,
    Found,
    Joined,
    Noted,
    OfKind,
    Parted,
    Reviewed,
    Tagged,
    Titled,
    WrittenOn,
)
from timeline.chronology.corrections.preview import Change, follows

__all__ = [
    "AnchorMoved",
    "Applied",
    "Cast",
    "Change",
    "Correction",
    "Dated",
    "Entry",
    "Found",
    "Given",
    "Joined",
    "Noted",
    "OfKind",
    "Parted",
    "Reviewed",
    "State",
    "Tagged",
    "Titled",
    "WrittenOn",
    "apply",
    "follows",
    "given",
]
