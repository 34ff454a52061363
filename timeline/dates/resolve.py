"""Resolve: expressions become dates, walking the text with the date told so far in hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.meanings import MEANINGS
from timeline.dates.scene import Reading, Scene
from timeline.dates.surroundings import in_one_sentence
from timeline.dates.told import Told
from timeline.dates.values import edtf, said
from timeline.model import (
    Anchor,
    Certainty,
    DateType,
    Document,
    Expression,
    Passage,
    ResolvedDate,
    Why,
)
from timeline.spans import Grain, Span

_BESIDE: Final = 30  # characters between an hour and its day
_TYPES: Final = {"date": DateType.DATE, "time": DateType.TIME, "duration": DateType.DURATION, "set": DateType.SET}


def resolve(found: Iterable[Found], document: Document, language: Language, *, narrative: bool) -> list[ResolvedDate]:
    """The dates of a document in text order; expressions that mean nothing here are left out."""
    walk = _Walk(document, language, narrative)
    dates: list[ResolvedDate] = []
    for expression in _days_first(list(found), document.text):
        dates += walk.dates(expression)
    return sorted(dates, key=lambda date: date.expression.passage.start)


def _days_first(found: list[Found], text: str) -> list[Found]:
    """The expressions in the order to read them: the day before the hour in "at 5:34 AM local time on 20 March"."""
    for at in range(len(found) - 1):
        time, day = found[at], found[at + 1]
        names_day = day.meaning == "weekday" or "day" in day.slots
        if time.meaning == "clock" and names_day and in_one_sentence(text, time.end, day.start, _BESIDE):
            found[at], found[at + 1] = day, time
    return found


@dataclass
class _Walk:
    """The state of the walk: the date told last."""

    document: Document
    language: Language
    narrative: bool

    def __post_init__(self) -> None:
        self.told = Told(self.document.text)
        self.digressions = tuple(f" {phrase}" for phrase in self.language.context["digression"])
        self.ahead = tuple(f" {phrase}" for phrase in self.language.context["ahead"])
        written = self.document.written
        self.written = Anchor("day written", written.span, written.passage) if written else None

    def scene(self, found: Found) -> Scene:
        text = self.document.text
        return Scene(
            text,
            found.start,
            found.end,
            self.language,
            self.written,
            self.told,
            self.narrative,
            self.read,
        )

    def read(self, found: Any) -> Reading | None:
        return MEANINGS[found.meaning](found.slots, self.scene(found))

    def date(self, found: Found) -> ResolvedDate | None:
        """One expression resolved, its date taken as told from here on."""
        reading = self.read(found)
        if reading is None:
            return None
        date = self._resolved(found, reading)
        if reading.span is not None:
            passage = date.expression.passage
            before = self.document.text[max(0, passage.start - 20) : passage.start].lower().rstrip(" (")
            ahead = reading.certainty is not Certainty.STATED and before.endswith(self.ahead)
            digression = reading.digression or ahead or before.endswith(self.digressions)
            named = reading.certainty is Certainty.STATED
            self.told.tell(Anchor(said(reading.span), reading.span, passage), digression=digression, named=named)
        return date

    def dates(self, found: Found) -> list[ResolvedDate]:
        """What an expression gives: mostly one date, none where it means nothing, two where "and" joins two."""
        if found.ends is None:
            date = self.date(found)
            return [date] if date else []
        return [date for date in self.range(found, found.ends) if date]

    def range(self, found: Found, ends: tuple[Found, Found]) -> tuple[ResolvedDate | None, ...]:
        """The two ends of a range as one interval; two dates side by side where the words join rather than span."""
        left, right = _completed(*ends)
        first, last = self.date(left), self.date(right)
        if first is None or last is None:
            return first, last
        if first.span is None or last.span is None or last.span.end <= first.span.start or _joins(self.document.text, found):
            return first, last
        span = Span(first.span.start, last.span.end, min(first.span.grain, last.span.grain))
        value = f"{first.value}/{last.value}"
        passage = Passage(self.document.id, found.start, found.end)
        slots = {"ends": (first, last)}
        expression = Expression(passage, "range", DateType.DATE, slots)
        why = Why(self.document.quote(passage), ("from the first to the second",), first.counted_from, said(span))
        certainty = max(first.certainty, last.certainty, key=list(Certainty).index)
        return (ResolvedDate(expression, span, value, edtf(span, lasting=True), certainty, why, True, first.counted_from),)

    def _resolved(self, found: Found, reading: Reading) -> ResolvedDate:
        passage = Passage(self.document.id, found.start, found.end)
        kind = reading.type or _TYPES[found.kind]
        meaning = found.meaning
        written = self.document.written
        if written and written.passage and passage.start < written.passage.end and written.passage.start < passage.end:
            meaning = "dateline"
        expression = Expression(passage, meaning, kind, found.slots, reading.qualifier)
        steps = tuple(step for step in reading.steps if step)
        if reading.anchor and reading.anchor is self.written:
            steps = (*steps, f"article written {said(Span.around(reading.anchor.span.start, Grain.DAY))}")
        result = said(reading.span) if reading.span else reading.value
        why = Why(self.document.quote(passage), steps, reading.anchor, result, reading.others)
        code = edtf(reading.span, lasting=reading.lasting, qualifier=reading.qualifier) if reading.span else ""
        return ResolvedDate(
            expression,
            reading.span,
            reading.value,
            code,
            reading.certainty,
            why,
            reading.lasting,
            reading.anchor,
            reading.offset,
        )


def _joins(text: str, found: Found) -> bool:
    assert found.ends
    between = text[found.ends[0].end : found.ends[1].start].lower().split()
    return bool({"and", "or"} & set(between)) and not text[found.start : found.end].lower().startswith("between")


def _completed(left: Found, right: Found) -> tuple[Found, Found]:
    """Each end with what the other says and it leaves out: "5 to 9 May 1982", "April 6-7", "1861-65"."""
    if "unit" in right.slots and "number" in left.slots and left.meaning == "calendar":
        slots = {"unit": right.slots["unit"]}
        ends = [replace(end, kind="duration", meaning="length", slots={**end.slots, **slots}) for end in (left, right)]
        return ends[0], ends[1]
    if left.meaning != "calendar" or right.meaning != "calendar":
        if left.meaning == "calendar" and "month" in left.slots and "year" not in left.slots and "year" in right.slots:
            left = replace(left, slots={**left.slots, "year": right.slots["year"]})
        return left, right
    a, b = dict(left.slots), dict(right.slots)
    for name in ("month", "year", "era"):
        if name in b and name not in a:
            a[name] = b[name]
    if "month" in a and "month" not in b and "day" in b:
        b["month"] = a["month"]
        b.update({"year": a["year"]} if "year" in a and "year" not in b else {})
    if "year" in a and isinstance(b.get("year"), int) and b["year"] < 100 <= a["year"] and "era" not in b:
        b["year"] += a["year"] // 100 * 100
    if "month" in a and "year" in a and a["year"] == b.get("year") and a["month"] > b["month"] and "year" not in left.slots:
        a["year"] -= 1
    return _kind(left, a), _kind(right, b)


def _kind(end: Found, slots: dict[str, Any]) -> Found:
    return replace(end, slots=slots, meaning="calendar" if "month" in slots else "year")
