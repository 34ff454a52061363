"""Dates made by hand, one builder for each kind: `on_day(1982, 5, 2)`, `in_spring(1982)`, `before_year(1972)`.

A When is a date before it has a passage; `When.at(passage)` is the ResolvedDate.
"""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass, replace

from timeline.model import TOLD_ORDER, Anchor, Certainty, DateType, Expression, Passage, Qualifier, ResolvedDate, Why
from timeline.spans import EARLIEST, LATEST, MINUTES_A_DAY, Grain, Span, iso_year, moment, shift

STATED, IMPLIED, GUESSED = Certainty.STATED, Certainty.IMPLIED, Certainty.GUESSED


def resolved(
    phrase: str,
    passage: Passage,
    span: Span | None,
    edtf: str,
    *,
    certainty: Certainty = STATED,
    lasting: bool = False,
    qualifier: Qualifier | None = None,
    type: DateType = DateType.DATE,
    steps: tuple[str, ...] = (),
    anchor: Anchor | None = None,
    meaning: str = "made",
) -> ResolvedDate:
    """A resolved date with a derivation that reads well; its TIMEX3 value is the EDTF where that is one."""
    expression = Expression(passage, meaning, type, {}, qualifier)
    why = Why(phrase, steps or ("said outright",), anchor, edtf)
    value = edtf.strip("~?[].").split("/")[0].split("..")[0] or "XXXX"
    return ResolvedDate(expression, span, value, edtf, certainty, why, lasting, anchor)


@dataclass(frozen=True)
class When:
    """A date before it has a passage: the words for it, its span and how it is known."""

    phrase: str
    span: Span | None
    edtf: str
    certainty: Certainty = STATED
    lasting: bool = False
    qualifier: Qualifier | None = None
    type: DateType = DateType.DATE
    steps: tuple[str, ...] = ()
    meaning: str = "made"

    def at(self, passage: Passage) -> ResolvedDate:
        return resolved(
            self.phrase,
            passage,
            self.span,
            self.edtf,
            certainty=self.certainty,
            lasting=self.lasting,
            qualifier=self.qualifier,
            type=self.type,
            steps=self.steps,
            meaning=self.meaning,
        )


def _iso_day(year: int, month: int, day: int) -> str:
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


_MONTHS = month_name[1:]


def _year_words(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def on_day(year: int, month: int, day: int, **known: object) -> When:
    phrase = f"On {day} {_MONTHS[month - 1]} {_year_words(year)}"
    return replace(When(phrase, Span.of(year, month, day), _iso_day(year, month, day)), **known)  # type: ignore[arg-type]


def from_to(start: tuple[int, int, int], end: tuple[int, int, int], **known: object) -> When:
    """From one day to another, both included; it lasts unless said otherwise."""
    span = Span(moment(*start), moment(*end) + MINUTES_A_DAY, Grain.DAY)
    phrase = f"From {start[2]} {_MONTHS[start[1] - 1]} to {end[2]} {_MONTHS[end[1] - 1]} {_year_words(end[0])}"
    when = When(phrase, span, f"{_iso_day(*start)}/{_iso_day(*end)}", lasting=True)
    return replace(when, **known)  # type: ignore[arg-type]


def _months(year: int, month: int, count: int, grain: Grain, phrase: str, edtf: str) -> When:
    start = moment(year, month)
    return When(phrase, Span(start, shift(start, count, Grain.MONTH), grain), edtf)


def in_month(year: int, month: int) -> When:
    return _months(year, month, 1, Grain.MONTH, f"In {_MONTHS[month - 1]} {_year_words(year)}", f"{iso_year(year)}-{month:02d}")


def in_spring(year: int) -> When:
    return _months(year, 3, 3, Grain.SEASON, f"In the spring of {_year_words(year)}", f"{iso_year(year)}-21")


def in_year(year: int) -> When:
    return _months(year, 1, 12, Grain.YEAR, f"In {_year_words(year)}", iso_year(year))


def in_decade(year: int) -> When:
    start = moment(year)
    return When(f"In the {year}s", Span(start, shift(start, 1, Grain.DECADE), Grain.DECADE), f"{iso_year(year)[:-1]}X")


def at_hour(year: int, month: int, day: int, hour: int, minute: int = 0) -> When:
    edtf = f"{_iso_day(year, month, day)}T{hour:02d}:{minute:02d}"
    phrase = f"At {hour:02d}:{minute:02d} on {day} {_MONTHS[month - 1]}"
    return When(phrase, Span.of(year, month, day, hour, minute), edtf, type=DateType.TIME)


def at_dawn(year: int, month: int, day: int) -> When:
    start = moment(year, month, day, 4)
    phrase = f"At dawn on {day} {_MONTHS[month - 1]}"
    return When(phrase, Span(start, start + 240, Grain.PART_OF_DAY), _iso_day(year, month, day), type=DateType.TIME)


def about_day(year: int, month: int, day: int) -> When:
    start = moment(year, month, day) - 3 * MINUTES_A_DAY
    phrase = f"Around {day} {_MONTHS[month - 1]} {_year_words(year)}"
    span = Span(start, start + 7 * MINUTES_A_DAY, Grain.DAY)
    return When(phrase, span, _iso_day(year, month, day) + "~", qualifier=Qualifier.APPROX)


def before_year(year: int) -> When:
    span = Span(EARLIEST, moment(year), Grain.YEAR)
    return When(f"Before {_year_words(year)}", span, f"[..{iso_year(year - 1)}]", qualifier=Qualifier.BEFORE)


def after_day(year: int, month: int, day: int) -> When:
    span = Span(moment(year, month, day + 1), LATEST, Grain.DAY)
    phrase = f"Some time after {day} {_MONTHS[month - 1]} {_year_words(year)}"
    return When(phrase, span, f"[{_iso_day(year, month, day + 1)}..]", qualifier=Qualifier.AFTER)


def between(start: tuple[int, int, int], end: tuple[int, int, int], phrase: str, *steps: str) -> When:
    """Somewhere between two days, both included, as order words imply."""
    edtf = f"[{_iso_day(*start)}..{_iso_day(*end)}]"
    return from_to(start, end, phrase=phrase, edtf=edtf, lasting=False, certainty=IMPLIED, steps=steps, meaning=TOLD_ORDER)
