"""A date as a user gives it: EDTF or plain words, "1982-05-05/1982-05-09", "between 5 and 9 May 1982", "c. 480 BC"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from timeline.dates.values import edtf, timex
from timeline.errors import DateError
from timeline.model import Certainty, DateType, Expression, Passage, Qualifier, ResolvedDate, Why
from timeline.spans import EARLIEST, LATEST, Grain, Moment, Span, moment, parse_iso, shift
from timeline.text.typed import typed_date
from timeline.wording import say_span

BY_HAND: Final = "given"
"""The meaning of an expression that a user dated."""


@dataclass(frozen=True, slots=True)
class Given:
    """The words typed and the span they were read as, at the time: "yesterday" stays the day it was."""

    words: str
    span: Span
    lasting: bool = False
    approx: bool = False

    def resolved(self, passage: Passage) -> ResolvedDate:
        """The date of what a passage tells."""
        qualifier = self._qualifier()
        kind = DateType.TIME if self.span.grain < Grain.DAY else DateType.DATE
        written = edtf(self.span, lasting=self.lasting, qualifier=qualifier)
        said = say_span(self.span, lasting=self.lasting)
        why = Why(self.words, ("set by hand",), result=f"c. {said}" if self.approx else said)
        found = Expression(passage, BY_HAND, kind, qualifier=qualifier)
        return ResolvedDate(found, self.span, timex(self.span), written, Certainty.STATED, why, self.lasting)

    def _qualifier(self) -> Qualifier | None:
        if self.approx:
            return Qualifier.APPROX
        if self.span.open_start:
            return Qualifier.ON_OR_BEFORE if self.lasting else Qualifier.BEFORE
        if self.span.open_end:
            return Qualifier.ON_OR_AFTER if self.lasting else Qualifier.AFTER
        return None


def given(words: str, today: Moment) -> Given:
    """The date that words typed by a user mean; relative ones count from `today`.

    Raises DateError, with examples, for words that name no date.
    """
    plain = " ".join(words.split())
    about = _ABOUT.fullmatch(plain)
    said, approx = (about["rest"] or about["marked"], True) if about else (plain, False)
    span, lasting = _edtf(said) or _range(said, today) or (typed_date(said, today), False)
    if span.start < EARLIEST or span.end > LATEST:
        raise DateError(f"{words!r} lies outside 9999 BC to AD 9999")
    return Given(plain, span, lasting, approx)


_ABOUT: Final = re.compile(r"(?:circa|ca?\.|about|around|approximately)\s*(?P<rest>\S.*)|(?P<marked>[\d-]*[\dX])[~%?]", re.I)
_INTERVAL: Final = re.compile(r"(?P<first>[\dX:T-]*|\.\.)/(?P<last>[\dX:T-]*|\.\.)")
_SET: Final = re.compile(r"\[(?P<first>[\dX:T-]*)\.\.(?P<last>[\dX:T-]*)\]")
_LOOSE: Final = re.compile(r"(\d\d)XX|(\d\d\d)X")
_SUB_YEAR: Final = re.compile(r"(-?\d{4})-(2[1-4]|3[3-6]|4[01])")
_SUB_YEARS: Final = {
    **{f"{21 + part}": (3 + 3 * part, Grain.SEASON) for part in range(4)},
    **{f"{33 + part}": (1 + 3 * part, Grain.QUARTER) for part in range(4)},
    **{f"{40 + part}": (1 + 6 * part, Grain.HALF) for part in range(2)},
}


def _edtf(said: str) -> tuple[Span, bool] | None:
    """(span, whether it lasts) of EDTF level 1, or None when it is not that."""
    for pattern, lasting in ((_INTERVAL, True), (_SET, False)):
        if found := pattern.fullmatch(said):
            first, last = (None if part in ("", "..") else _one(part) for part in (found["first"], found["last"]))
            if first or last:
                return _between(first, last, said), lasting
    try:
        return _one(said), False
    except DateError:
        return None


def _one(said: str) -> Span:
    """The span of one EDTF date; DateError when it is none."""
    if loose := _LOOSE.fullmatch(said):
        years, grain = (100, Grain.CENTURY) if loose[1] else (10, Grain.DECADE)
        first = int(loose[1] or loose[2]) * years
        return Span(moment(first), moment(first + years), grain)
    if (part := _SUB_YEAR.fullmatch(said)) and part[2] in _SUB_YEARS:
        month, grain = _SUB_YEARS[part[2]]
        start = moment(int(part[1]), month)
        return Span(start, shift(start, 1, grain), grain)
    try:
        return parse_iso(said)
    except ValueError as error:
        raise DateError(f"{error}; write it like 1982-05-02, 1982-05 or 1982-05-02/1982-05-09") from None


_BEFORE: Final = re.compile(r"before\s+(?P<one>.+)", re.I)
_AFTER: Final = re.compile(r"after\s+(?P<one>.+)", re.I)
_UNTIL: Final = re.compile(r"(?:until|till|up to|by)\s+(?P<one>.+)", re.I)
_SINCE: Final = re.compile(r"(?:since|from)\s+(?P<one>.+?)(?:\s+on(?:wards?)?)?", re.I)
_BETWEEN: Final = re.compile(r"between\s+(?P<one>.+?)\s+and\s+(?P<two>.+)", re.I)
_FROM_TO: Final = re.compile(
    r"(?:from\s+)?(?P<one>.+?)\s*(?:\bto\b|\buntil\b|–|—|\s-\s|(?<=\d)-(?=\d{1,2}\s+[^\W\d]))\s*(?P<two>.+)", re.I
)


def _range(said: str, today: Moment) -> tuple[Span, bool] | None:
    """(span, whether it lasts) of words that name an open side or two ends, or None."""
    for pattern, make, lasting in _RANGES:
        if found := pattern.fullmatch(said):
            parts = found.groupdict()
            if "two" not in parts:
                return make(typed_date(parts["one"], today), None, said), lasting
            last = typed_date(parts["two"], today)
            return _between(_first(parts["one"], parts["two"], today), last, said), lasting
    return None


def _first(one: str, two: str, today: Moment) -> Span:
    """The left end of a range, which often leaves out what the right one says: "5 and 9 May 1982"."""
    rest = two.split()
    for kept in range(len(rest) - len(one.split()), 0, -1):
        try:
            return typed_date(" ".join([one, *rest[-kept:]]), today)
        except DateError:
            continue
    return typed_date(one, today)


def _between(first: Span | None, last: Span | None, said: str) -> Span:
    grain = min(span.grain for span in (first, last) if span)
    start, end = first.start if first else EARLIEST, last.end if last else LATEST
    if end <= start:
        raise DateError(f"{said!r} ends before it begins; write the earlier date first")
    return Span(start, end, grain)


def _strictly_before(one: Span, _: None, said: str) -> Span:
    return Span(EARLIEST, one.start, one.grain)


def _strictly_after(one: Span, _: None, said: str) -> Span:
    return Span(one.end, LATEST, one.grain)


_RANGES: Final[tuple[tuple[re.Pattern[str], Callable[..., Span], bool], ...]] = (
    (_BEFORE, _strictly_before, False),
    (_AFTER, _strictly_after, False),
    (_BETWEEN, _between, False),
    (_UNTIL, lambda one, _, said: _between(None, one, said), True),
    (_FROM_TO, _between, True),
    (_SINCE, lambda one, _, said: _between(one, None, said), True),
)
