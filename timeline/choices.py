"""The closed choices of the vocabulary: how a day is known, how sure a date is, what an actor is and does, kinds of event."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TypeVar

Members = TypeVar("Members", bound=type[Enum])


def quick(choices: Members) -> Members:
    """The members as plain attributes of their class: Python 3.11 looks each of them up by a call, later ones do not."""
    for member in choices:
        type.__setattr__(choices, member.name, member)
    return choices


@quick
class Known(StrEnum):
    """How the day a document was written is known."""

    METADATA = "metadata"
    DATELINE = "dateline"
    GIVEN = "given"
    ASSUMED = "assumed"


@quick
class Certainty(StrEnum):
    """STATED: in the words. IMPLIED: follows from words and an anchor by a rule. GUESSED: one reading of several."""

    STATED = "stated"
    IMPLIED = "implied"
    GUESSED = "guessed"


@quick
class DateType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@quick
class Qualifier(StrEnum):
    """The TIMEX3 `mod` values."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ARMED_GROUP = "armed group"
    PLACE = "place"


class Role(StrEnum):
    """What an actor does in a mention: acts, is acted on, or is only named."""

    INITIATOR = "initiator"
    TARGET = "target"
    MENTIONED = "mentioned"


class Kind(StrEnum):
    """The sixteen PLOVER event categories, and OTHER where no rule decides."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Review(StrEnum):
    """What the user has decided of an event so far."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
