"""What a meaning may look at besides its own words: the day written, the date told before, and the sentence around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from timeline.dates.told import Told
from timeline.model import Anchor, Certainty, DateType, Qualifier
from timeline.spans import Grain, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meaning makes of an expression: its span and value, and how it came about.

    A `digression` does not move the story on ("the year before"). `type` None leaves that of the pattern's kind.
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
    digression: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The surroundings of one expression.

    `tense` gives -1 for past, 1 for future, 0 when the sentence does not say. `read` reads an expression inside this one.
    """

    text: str
    start: int
    end: int
    written: Anchor | None
    told: Told
    narrative: bool
    tense: Callable[[], int]
    read: Callable[[Any], Reading | None]

    @property
    def words(self) -> list[str]:
        """The words of the expression, in lower case."""
        return self.text[self.start : self.end].lower().split()

    @property
    def year_base(self) -> Anchor | None:
        """What a date without a year counts from: the line of the story, or the day the news was written."""
        return self.told.for_year(self.start) if self.narrative else (self.written or self.told.for_year(self.start))

    def told_before(self, grain: Grain) -> Anchor | None:
        """What "later" and "the following day" count from: the date told last, known as finely as asked where there is one."""
        found = self.told.day if grain <= Grain.DAY and self.told.day else self.told.last
        return found or self.written
