"""The date being told, as the walk through a text carries it along.

A story has a line, and asides from it: "General X, who had fought in 1936", "until 2011", "the worst since 1987". An aside
answers for its own sentence; the line goes on after it. A new paragraph or a second date beside the aside moves the line,
and so does a date at the head of a sentence that lies a little ahead; a mere year in mid-sentence does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.dates.surroundings import in_one_sentence, opens_sentence
from timeline.model import Anchor, Passage
from timeline.spans import Grain, civil

_PARAGRAPH: Final = 2000  # characters looked back for the start of a paragraph
_NEAR: Final = 400  # characters beyond which two dates do not share a sentence
_EVENT: Final = 20_000  # characters looked back for an event that a phrase counts from
_NAMINGS: Final = 4  # namings of it looked at, the last first
_OLD: Final = 1000
_MONTHS_ON: Final = 24  # how far a story may jump ahead in mid-paragraph and still be on its line


@dataclass
class Told:
    """`last` is the date told last, `day` the last one known to the day, `all` but digressions are in order,
    `named` is the last of them that names its own year and at least its month.

    `line` is where the story has come to, `aside` the digression from it that was told last; up to the offset `unplaced` stands
    a phrase that moved the story to a day nobody knows. `section` is the year a heading names, `stated` whether the line names
    its year itself. `old` is the last date before the year 1000, and `ahead` gives all
    days, months and years of the text that name their year, for events that are dated after they are spoken of.
    `aside_only` says that the last date is one of what is only spoken of ("since 1936"), `goes_on` that its
    sentence stays with it ("until 404, when").
    """

    text: str
    last: Anchor | None = None
    day: Anchor | None = None
    line: Anchor | None = None
    aside: Anchor | None = None
    named: Anchor | None = None
    old: Anchor | None = None
    section: Anchor | None = None
    stated: bool = True
    ahead: Callable[[], Sequence[Anchor]] = tuple
    aside_only: bool = False
    goes_on: bool = False
    unplaced: int = 0
    all: list[Anchor] = field(default_factory=list)
    dated: Sequence[Anchor] | None = None

    def tell(
        self, anchor: Anchor, *, digression: bool = False, named: bool = True, back: bool = False, aside: bool = False
    ) -> None:
        """Takes note of a date read in the text.

        `digression` says that the words around it make it one, `named` that it names its own year, `back` that it
        counts back from the day told ("the night before"), which stays the day told, `aside` that it is the
        date of what is only spoken of.
        """
        assert anchor.passage
        self.last, self.aside_only, grain = anchor, aside, anchor.span.grain
        if anchor.span.year < _OLD:
            self.old = anchor
        if not digression:
            self.all.append(anchor)
            if named and grain <= Grain.MONTH:
                self.named = anchor
        if grain <= Grain.DAY and not (back and self.day):
            self.day = anchor
        if grain is Grain.YEAR and self._heads(anchor.passage):
            self.section = anchor
        if self._on_the_line(anchor, digression):
            self.line, self.aside, self.stated = anchor, None, named
        elif named:
            self.aside = anchor

    def when(self, noun: str, start: int) -> Anchor | None:
        """The date in one sentence with a naming of an event: the last before an offset, else the first after it that the text
        dates outright; None where there is none.
        """
        before, after = max(0, start - _EVENT), start + _EVENT
        places = _namings(self.text.rfind, noun, before, start)
        told = next((anchor for at in places if (anchor := self._beside(at, self._around(at)))), None)
        if told is not None:
            return told
        own = self.text.find(noun, start, after)  # the naming in the phrase itself tells nothing
        places = _namings(self.text.find, noun, own + len(noun) if own >= 0 else after, after)
        return next((anchor for at in places if (anchor := self._beside(at, self._from(at)))), None)

    def _beside(self, at: int, anchors: Iterable[Anchor]) -> Anchor | None:
        """The first of some dates, the nearest first, that stands in one sentence with an offset."""
        for anchor in anchors:
            if anchor.passage is None or abs(anchor.passage.end - at) > _EVENT:
                return None
            first, last = sorted((at, anchor.passage.start))
            if anchor.span.grain <= Grain.MONTH and in_one_sentence(self.text, first, last, _NEAR):
                return anchor
        return None

    def _around(self, at: int) -> Iterator[Anchor]:
        """The dates told so near an offset that they may be in one sentence with it, the last first."""
        first = bisect_left(self.all, at - _NEAR, key=_start)
        last = bisect_left(self.all, at + _NEAR + 1, first, key=_start)
        return reversed(self.all[first:last])

    def _from(self, at: int) -> Iterator[Anchor]:
        """The dates of the text that name their year, from a little before an offset on."""
        ahead = self._dated()
        first = bisect_left(ahead, at - _NEAR, key=_start)
        yield from ahead[first : first + _NAMINGS]

    def _dated(self) -> Sequence[Anchor]:
        """What `ahead` gives, looked for when it is first asked for."""
        if self.dated is None:
            self.dated = self.ahead()
        return self.dated

    def background(self, start: int) -> Anchor | None:
        """The day or month with its year told last, where it stands in the paragraph of an offset and is no digression."""
        told = self.named
        if told is None or told.passage is None or "\n" in self.text[told.passage.end : start]:
            return None
        return told if start - told.passage.end < _NEAR else None

    def apposed(self, start: int) -> Anchor | None:
        """The year or other long time told just before, that a date at an offset says more closely: "two years later, on 16
        November".
        """
        last = self.last
        if last is None or last.passage is None or self.aside_only or not Grain.MONTH < last.span.grain <= Grain.YEAR:
            return None
        return last if _APPOSED.fullmatch(self.text, last.passage.end, start) else None

    def for_year(self, start: int) -> Anchor | None:
        """What a date without a year at an offset belongs to.

        Under a heading that names the year a new paragraph begins in that year again, wherever the last one had come to.
        """
        if self.aside and self._answers(self.aside, start):
            return self.aside
        line = self.line
        if self.section and not self.stated and line and line.passage and "\n" in self.text[line.passage.end : start]:
            return self.section
        return line or self.aside

    def just_before(self, start: int) -> Anchor | None:
        """The date off the line that was told in the sentence of an offset or the one before, unless it was a digression."""
        aside = self.aside
        if aside is None or aside.passage is None or not self.all or self.all[-1] is not aside:
            return None
        return aside if self.near(aside, start) else None

    def just_ahead(self, start: int) -> Anchor | None:
        """The date told last, where it lies ahead of the line and stands near: "by mid-September … the following month"."""
        last, line = self.last, self.line
        ahead = last and (line is None or last.span.start > line.span.start)
        return last if last and ahead and self.near(last, start) else None

    def near(self, anchor: Anchor, start: int) -> bool:
        """Whether a date stands in the sentence of an offset or the one before."""
        if anchor.passage is None or start - anchor.passage.end > _NEAR:
            return False
        between = self.text[anchor.passage.end : start]
        return "\n" not in between and len(_STOP.findall(between)) < 2

    def _answers(self, aside: Anchor, start: int) -> bool:
        """Whether a digression still holds at an offset: it ends with its sentence, one in mid-sentence with its clause.

        "The general, who had fought in 1936, was killed in November."
        """
        if aside.passage is None or not in_one_sentence(self.text, aside.passage.end, start, _NEAR):
            return False
        return self.goes_on or "," not in self.text[aside.passage.end : start] or opens_sentence(self.text, aside.passage.start)

    def _on_the_line(self, anchor: Anchor, digression: bool) -> bool:
        if self.line is None or anchor.passage is None or self.line.passage is None:
            return True
        if digression:
            return False
        if self._opens_paragraph(anchor.passage.start, self.line.passage.end):
            return True
        if self.aside and abs(_months(anchor) - _months(self.aside)) <= 12:
            return True
        if anchor.span.grain >= Grain.YEAR and not opens_sentence(self.text, anchor.passage.start):
            return anchor.span.year == self.line.span.year
        ahead = _months(anchor) - _months(self.line)
        if anchor.span.within(self.line.span):
            return True  # "since the nineties … on 6 April 1994"
        if ahead <= _MONTHS_ON:
            return ahead >= 0 or anchor.span.year == self.line.span.year
        leaps = anchor.span.grain <= Grain.DAY or opens_sentence(self.text, anchor.passage.start)
        return leaps and not self._comes_back(anchor.passage.end, anchor)

    def _comes_back(self, end: int, anchor: Anchor) -> bool:
        """Whether the next date of the text that names its year lies between the line and one that leapt far ahead of it."""
        assert self.line
        ahead = self._dated()
        after = bisect_left(ahead, end, key=_start)
        later = (each.span.start for each in ahead[after : after + _NAMINGS] if each.span.start >= self.line.span.start)
        return next(later, anchor.span.start) < anchor.span.start

    def _heads(self, passage: Passage) -> bool:
        """Whether a date is a heading: a line of its own."""
        start, end = passage.start, passage.end
        return self.text[max(0, start - 1) : start] in ("", "\n") and self.text[end : end + 1] in ("", "\n")

    def _opens_paragraph(self, start: int, before: int) -> bool:
        return self.text.rfind("\n", max(0, start - _PARAGRAPH), start) >= before


def _namings(search: Callable[[str, int, int], int], noun: str, first: int, last: int) -> Iterator[int]:
    """The places of a word between two offsets in the order of a search (`text.find` or `text.rfind`), a few at most."""
    for _ in range(_NAMINGS):
        at = search(noun, first, last)
        if at < 0:
            return
        yield at
        first, last = (at + 1, last) if search.__name__ == "find" else (first, at)


def _start(anchor: Anchor) -> int:
    return anchor.passage.start if anchor.passage else 0


_APPOSED: Final = re.compile(r",(?: [^\W\d_]{1,4}){1,2} ")  # a comma and small words: ", on the ", ", in "
_STOP: Final = re.compile(r"[.!?][\"”’']?\s")


def _months(anchor: Anchor) -> int:
    year, month = civil(anchor.span.start)[:2]
    return year * 12 + month
