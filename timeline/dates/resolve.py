"""Resolve: expressions become dates, walking the text with the date told so far in hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

from timeline.dates.bounds import bound_after, bound_before, bounded, is_close
from timeline.dates.entries import entries
from timeline.dates.filed import filed
from timeline.dates.find import Found
from timeline.dates.hours import days_first
from timeline.dates.inner_stops import without_inner_stops
from timeline.dates.language import Language
from timeline.dates.meanings import MEANINGS
from timeline.dates.ranges import completed, following, joined, later_weekday, listed, night
from timeline.dates.scene import WRITTEN, Reading, Scene
from timeline.dates.surroundings import opens_sentence
from timeline.dates.tense import lead, looks_back, stands_aside
from timeline.dates.tied import tied
from timeline.dates.told import Told
from timeline.dates.values import edtf, said, said_length
from timeline.model import (
    Anchor,
    Certainty,
    DateType,
    Document,
    Expression,
    Known,
    Passage,
    Qualifier,
    ResolvedDate,
    Why,
)
from timeline.spans import EARLIEST, LATEST, Grain, Span, exists

_LONG_YEAR: Final = 1000  # a shorter one may be one before Christ
_BESIDE: Final = 30  # characters between an hour and its day
_UNPLACED: Final = {"some_counted", "apart_event"}  # they move a story on, or back, to a day that is not known
_COUNTING: Final = {"turned", "counted", "apart", "turned_part"}
_TYPES: Final = {"date": DateType.DATE, "time": DateType.TIME, "duration": DateType.DURATION, "set": DateType.SET}


def resolve(found: Iterable[Found], document: Document, language: Language, *, narrative: bool) -> list[ResolvedDate]:
    """The dates of a document in text order; expressions that mean nothing here are left out."""
    expressions = list(found)
    dateline = document.written.passage if document.written else None
    heads, report = entries(expressions, document.text, dateline), filed(expressions, document)
    heads = heads if report is None or heads else {report: len(document.text)}
    walk = _Walk(document, language, narrative, heads, report)
    walk.told.ahead = partial(_dated, tuple(expressions), document)
    dates: list[ResolvedDate] = []
    for expression in days_first(expressions, walk.text, language):
        dates += walk.dates(expression)
    return tied(sorted(dates, key=lambda date: date.expression.passage.start), document, language)


def _dated(found: Iterable[Found], document: Document) -> Sequence[Anchor]:
    """The days, months and years that name their year, which need nothing told before to be read."""
    dated = []
    for each in found:
        year, month = each.slots.get("year"), each.slots.get("month")
        if (
            not isinstance(year, int)
            or year < _LONG_YEAR
            or not (each.meaning == "year" or (each.meaning == "calendar" and month))
        ):
            continue
        day = each.slots.get("day")
        if exists(year, month or 1, day or 1):
            span = Span.of(year, month, day)
            dated.append(Anchor(said(span), span, Passage(document.id, each.start, each.end)))
    return dated


@cache
def _beside(language: Language) -> tuple[tuple[str, ...], ...]:
    """What stands after a date that its sentence stays with, and before one that is an aside or ahead of what is told."""
    context = language.context
    goes_on = tuple(f", {word} " for word in context["goes_on"])
    return goes_on, *(tuple(f" {phrase}" for phrase in context[name]) for name in ("digression", "ahead"))


@dataclass
class _Walk:
    """The state of the walk: the date told last, and the day its words count from: that of the entry, or the day written.

    `text` is the document's for questions about its sentences; `entries` has the end of each entry by the offset of its date.
    """

    document: Document
    language: Language
    narrative: bool
    entries: Mapping[int, int]
    filed: int | None = None

    def __post_init__(self) -> None:
        self.text = without_inner_stops(self.document.text, self.language.writing)
        self.told = Told(self.text)
        self.guessed: set[Passage] = set()
        self.goes_on, self.digressions, self.ahead = _beside(self.language)
        written = self.document.written
        self.written = Anchor(WRITTEN, written.span, written.passage) if written else None
        self.assumed = bool(written and written.known is Known.ASSUMED)
        self.dateline = written.passage if written else None
        self.entry: Anchor | None = None
        self.entry_end = 0
        self.onward = False

    def scene(self, found: Found) -> Scene:
        # The dates of entries follow one another, however near one of them is to the day the whole was written.
        head = found.start in self.entries
        today = self.entry if found.start < self.entry_end and not head else self.written
        narrative = self.narrative or (head and self.told.line is not None)
        return Scene(
            self.document,
            self.text,
            found.start,
            found.end,
            self.language,
            today,
            self.told,
            narrative,
            self.read,
            head and self.onward,
        )

    def read(self, found: Any) -> Reading | None:
        return MEANINGS[found.meaning](found.slots, self.scene(found))

    def date(self, found: Found, *, alone: bool = True) -> ResolvedDate | None:
        """One expression resolved, its date taken as told from here on; `alone` when it is not the end of a range."""
        reading = self.read(found)
        if reading is None or not _in_calendar(reading.span):
            return None
        reading = self._settled(found, reading)
        bound = self._bound(found) if alone and reading.span else None
        date = self._resolved(found, self._bounded(found, reading, bound) if bound else reading)
        if date.certainty is Certainty.GUESSED:
            self.guessed.add(date.expression.passage)
        if reading.span is not None and reading.moves and not self._says_again(found, reading.span):
            anchor = Anchor(said(reading.span), reading.span, date.expression.passage)
            self._tell(anchor, reading, has_year="year" in found.slots)
            if found.meaning == "counted" and not reading.digression and self.told.line is not anchor:
                self.told.aside = anchor  # "two years later in a battle that began on 17 April"
            if found.start in self.entries:
                self.onward = self.entry is not None and self.entry.span.start <= anchor.span.start
                self.entry, self.entry_end = anchor, self.entries[found.start]
        return date

    def _says_again(self, found: Found, span: Span) -> bool:
        """Whether an hour in brackets after another is that hour on another clock: "at 10:15 a.m. (2:45 a.m. EDT)"."""
        told = self.told.day
        beside = told is not None and told.span.grain is span.grain is Grain.MINUTE and self.text[found.start - 1] == "("
        return beside and told is not None and told.passage is not None and found.start - told.passage.end <= _BESIDE

    def _bounded(self, found: Found, reading: Reading, bound: Qualifier) -> Reading:
        close = is_close(self.document.text, found.start, self.language)
        return bounded(reading, bound, self._today(), close=close)

    def _today(self) -> Span | None:
        """The day written, where that is when the text speaks of: a story's "since 1936" ends in the story."""
        written = self.document.written
        return None if self.narrative or written is None or self.assumed else written.span

    def _bound(self, found: Found) -> Qualifier | None:
        text = self.document.text
        return bound_before(text, found.start, self.language) or bound_after(text, found.end, self.language)

    def _settled(self, found: Found, reading: Reading) -> Reading:
        """A reading counted over the head of a date that could not be placed is a guess: "weeks later … the next day"."""
        anchor = reading.anchor
        if found.meaning in _UNPLACED and (reading.span is None or not reading.moves):
            opens = found.meaning != "apart_event" or opens_sentence(self.text, found.start)
            if opens and not (anchor and reading.span == anchor.span):
                self.told.unplaced = found.end
        if anchor is None or found.meaning not in _COUNTING or reading.certainty is not Certainty.IMPLIED:
            return reading
        told = anchor.passage is not None and anchor not in (self.written, self.entry)
        first = self.document.text[found.start : found.end].split()[0].lower()
        if not told and first not in self.language.context["definite"]:
            return reading
        if self.told.unplaced <= (anchor.passage.end if anchor.passage else 0):
            return reading
        steps = ("what is told in between could not be placed", *reading.steps)
        return reading._replace(certainty=Certainty.GUESSED, steps=steps)

    def _tell(self, anchor: Anchor, reading: Reading, *, has_year: bool) -> None:
        """Takes note of a date for those that follow; what the words before it make a digression does not move the story."""
        assert anchor.passage
        text, start, named = self.text, anchor.passage.start, has_year or reading.certainty is Certainty.STATED
        before = lead(text, start)
        word = before.rstrip(" (")
        self.told.goes_on = goes_on = text.startswith(self.goes_on, anchor.passage.end)
        aside = (word.endswith(self.digressions) and not goes_on) or (not named and word.endswith(self.ahead))
        aside = aside or (named and stands_aside(before, self.language))
        digression = reading.digression or aside or looks_back(before, self.language)
        back = reading.digression and reading.anchor not in (self.written, self.entry)
        self.told.tell(anchor, digression=digression, named=named, back=back, aside=aside)

    def dates(self, found: Found) -> list[ResolvedDate]:
        """What an expression gives: mostly one date, none where it means nothing, two where "and" joins two."""
        if found.meaning == "night_of":
            return self.night(night(found))
        if found.meaning == "listed" and found.slots["range"].meaning == "night_of":
            return self.dates(found.slots["range"])
        if found.meaning == "listed":
            first, rest = listed(found, self.document.text)
            return self.dates(first) + self.dates(rest)
        if found.ends is None:
            date = self.date(found)
            return [date] if date else []
        return [date for date in self.range(found, found.ends) if date]

    def night(self, found: Found) -> list[ResolvedDate]:
        """ "The night of 12–13 May": what comes after it counts from the day on which it began."""
        assert found.ends
        dates = [date for date in self.range(found, found.ends) if date]
        first = dates[0].expression.slots["ends"][0] if dates and "ends" in dates[0].expression.slots else None
        if first:
            anchor = Anchor(said(first.span), first.span, first.expression.passage)
            self.told.tell(anchor, named=first.certainty is Certainty.STATED)
        return dates

    def range(self, found: Found, ends: tuple[Found, Found]) -> tuple[ResolvedDate | None, ...]:
        """The two ends of a range as one interval; two dates side by side where the words join rather than span."""
        left, right = completed(*ends)
        first = self.date(left, alone=False)
        last = self.date(following(right, first) if first else right, alone=False)
        if first and last and last.certainty is Certainty.STATED and first.certainty is not Certainty.STATED:
            last = last._replace(certainty=first.certainty, why=last.why._replace(steps=first.why.steps))
        if first is None or last is None:
            return first, last
        last = later_weekday(right, first, last)
        interval = joined(found, first, last, self.document, self.language)
        return (interval,) if interval else (first, last)

    def _resolved(self, found: Found, reading: Reading) -> ResolvedDate:
        passage = Passage(self.document.id, found.start, found.end)
        line, anchor, span, lasting = self.dateline, reading.anchor, reading.span, reading.lasting
        in_dateline = line and passage.start < line.end and line.start < passage.end
        kind, offset = reading.type or _TYPES[found.kind], reading.offset
        return ResolvedDate(
            Expression(passage, "dateline" if in_dateline else found.meaning, kind, found.slots, reading.qualifier),
            span,
            reading.value,
            edtf(span, lasting=lasting, qualifier=reading.qualifier, offset=offset) if span else "",
            Certainty.GUESSED if anchor and self._from_a_guess(reading, anchor) else reading.certainty,
            Why(
                self.document.text[found.start : found.end],
                self._steps(found, reading, anchor) if anchor else tuple(filter(None, reading.steps)),
                anchor,
                _result(reading, span),
                reading.others,
            ),
            lasting,
            anchor,
            offset,
        )

    def _from_a_guess(self, reading: Reading, anchor: Anchor) -> bool:
        """What is counted from a guess is no surer than it."""
        told = anchor.passage in self.guessed and reading.certainty is not Certainty.STATED
        return told or (self.assumed and anchor is self.written)

    def _steps(self, found: Found, reading: Reading, anchor: Anchor) -> tuple[str, ...]:
        """The steps of a reading, with what it was counted from."""
        steps = tuple(filter(None, reading.steps))
        if anchor is self.written:
            day = said(Span.around(anchor.span.start, Grain.DAY))
            return (*steps, f"article written {day}" + " (assumed from the file's date)" * self.assumed)
        if anchor is self.entry and self.filed is not None:
            return (*steps, f"report filed {anchor.name}")
        if anchor is self.entry and not steps:
            return (f"entry of {anchor.name}",)
        return (*steps, "told before") if anchor.passage and anchor.passage.end <= found.start else steps


def _result(reading: Reading, span: Span | None) -> str:
    """What a reading comes to, as its derivation says it."""
    if span is None:
        return said_length(reading.value, rate=reading.type is DateType.SET)
    return f"about {said(span)}" if reading.qualifier is Qualifier.APPROX else said(span)


def _in_calendar(span: Span | None) -> bool:
    """Whether a span lies between the ends of the calendar, which stand for "open" and are no dates themselves."""
    return span is None or (span.start > EARLIEST and span.end < LATEST)
