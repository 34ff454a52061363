"""One finite verb group, as `predicates` finds it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.verbs import Verb


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb group from token `first` to `last`; `head` is the verb that carries the meaning.

    `negated` is whatever is not asserted, "would" too: `would` says that it is that alone, and may be a future reported.
    `auxiliary` are the words it shares with the verb before: "was seized and [was] freed".
    """

    first: int
    last: int
    head: int
    verb: Verb
    passive: bool = False
    perfect: bool = False
    future: bool = False
    present: bool = False
    negated: bool = False
    auxiliary: str = ""
    would: bool = False
