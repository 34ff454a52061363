"""What a meaning may look at besides its own words: the day written, the date told before, and the sentence around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from timeline.dates.language import Language
from timeline.dates.surroundings import order_of_numbers, word_before
from timeline.dates.tense import already, happened, tense
from timeline.dates.told import Told
from timeline.dates.values import said
from timeline.model import Anchor, Certainty, DateType, Document, Passage, Qualifier
from timeline.spans import Grain, Span


class Reading(NamedTuple):
    """What a meaning makes of an expression: its span and value, and how it came about.

    A `digression` does not move the story on ("the year before"), and what does not even `move` is not counted from: its place
    is too rough. `type` None leaves that of the pattern's kind.
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
    moves: bool = True


def unread(value: str, step: str) -> Reading:
    """A reading without a place in time, and why it has none."""
    return Reading(None, value, (step,), certainty=Certainty.GUESSED)


_BACKGROUND: Final = 1  # years from the day written beyond which news tells of the past as a story does
WRITTEN: Final = "day written"


def the(anchor: Anchor) -> str:
    """An anchor as a step of a derivation names it: "Sat 7 Mar 2026", "the day written", "the night of 3–4 May"."""
    return f"the {anchor.name}" if anchor.name == WRITTEN or " of " in anchor.name else anchor.name


class Scene(NamedTuple):
    """The surroundings of one expression.

    `text` is that of the document without the stops inside sentences; `read` reads an expression inside this one;
    `follows` says that it is the head of an entry after others in the order of time.
    """

    document: Document
    text: str
    start: int
    end: int
    language: Language
    written: Anchor | None
    told: Told
    narrative: bool
    read: Callable[[Any], Reading | None]
    follows: bool = False

    @property
    def words(self) -> list[str]:
        """The words of the expression, in lower case."""
        return self.text[self.start : self.end].lower().split()

    def tense(self) -> int:
        """-1 for past, 1 for future, 0 when the sentence does not say."""
        return -1 if self.points_back else tense(self.text, self.start, self.end, self.language)

    @property
    def points_ahead(self) -> bool:
        """Whether the word before ("by", "until") looks ahead of what is told."""
        return word_before(self.text, self.start) in self.language.context["ahead"]

    @property
    def points_back(self) -> bool:
        """Whether the word before ("since") says that it is past."""
        return word_before(self.text, self.start) in self.language.tense["points_back"]

    @property
    def happened(self) -> bool:
        """Whether the verb close before ("became minister") tells of what is past."""
        return happened(self.text, self.start, self.language)

    @property
    def already(self) -> bool:
        """Whether the verb before ("had already hanged") tells of what came before the day told."""
        return already(self.text, self.start, self.language)

    @property
    def year_base(self) -> Anchor | None:
        """What a date without a year counts from: the line of the story, or the day the news was written.

        News has its stories too: "The war began on 2 April 1982. On 25 May a ship was hit."
        """
        if apposed := self.told.apposed(self.start):
            return apposed
        if self.narrative or self.written is None:
            return self.told.for_year(self.start)
        background = self.told.background(self.start)
        far = background and abs(background.span.year - self.written.span.year) > _BACKGROUND
        return background if far and self.tense() < 0 else self.written

    def anchor_at(self, start: int, end: int, span: Span) -> Anchor:
        """A date inside the expression as the anchor of the whole."""
        return Anchor(said(span), span, Passage(self.document.id, start, end))

    def told_before(self, grain: Grain) -> Anchor | None:
        """What "later" and "the following day" count from: the last day told, or for longer units the line of the story."""
        if grain <= Grain.DAY and self.told.day:
            return self.told.day
        return self.told.just_before(self.start) or self.told.for_year(self.start) or self.written

    @property
    def day_first(self) -> tuple[bool, str]:
        """Whether 3/4/2014 begins with the day, by the text's other dates or country, and what shows it ("" for a guess)."""
        region = self.document.region or self.document.language.replace("_", "-").partition("-")[2]
        return order_of_numbers(self.document.text, self.language, region if len(region) == 2 else "")
