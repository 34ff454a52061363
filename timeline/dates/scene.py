"""What a meaning may look at besides its own words: the day written, the date told before, and the sentence around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from timeline.model import Anchor, Certainty, DateType, Qualifier
from timeline.spans import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meaning makes of an expression: its span and value, and how it came about.

    `tells` says whether what follows may be counted from it. `type` None leaves that of the pattern's kind.
    """

    span: Span | None
    value: str
    steps: tuple[str, ...] = ()
    anchor: Anchor | None = None
    certainty: Certainty = Certainty.STATED
    type: DateType | None = None
    qualifier: Qualifier | None = None
    lasting: bool = False
    others: tuple[tuple[str, str], ...] = ()
    offset: int | None = None
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """The surroundings of one expression.

    `tense` gives -1 for past, 1 for future, 0 when the sentence does not say. `read` reads an expression inside this one.
    `before` and `after` are the words around, in lower case.
    """

    text: str
    start: int
    end: int
    written: Anchor | None
    told: Anchor | None
    narrative: bool
    tense: Callable[[], int]
    read: Callable[[Any], Reading | None]
    before: Callable[[], str] = field(default=lambda: "")
    after: Callable[[], str] = field(default=lambda: "")

    @property
    def base(self) -> Anchor | None:
        """What a phrase that does not say counts from: the told date in a narrative, else the day written."""
        return (self.told or None) if self.narrative else (self.written or self.told)

    @property
    def told_or_written(self) -> Anchor | None:
        """What "later" and "the following day" count from."""
        return self.told or (None if self.narrative else self.written)
