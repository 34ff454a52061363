"""Spans and dates as people write them: "28–29 May 1982", "spring 1982", "480 BC", "between 6 and 21 May 1982".

For the reader's eyes only: nothing parses these. The exact forms are `spans.iso`, TIMEX3 and EDTF.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.model import Certainty, Qualifier, ResolvedDate
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, civil, floor, moment, shift, unit_of, weekday

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
)  # fmt: skip
_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ORDINALS: Final = ("first", "second", "third", "fourth")
# The hours of the early hours, morning, afternoon, evening and night.
_PARTS: Final = ((0, 6), (6, 12), (12, 18), (18, 24), (20, 28))
_LONGEST_PART: Final = 8 * 60


def say_when(when: ResolvedDate, *, short: bool = False) -> str:
    """A resolved date for people: "c. 480 BC", "perhaps 9 April 1982"; the words of the text when it has no span."""
    if when.span is None:
        return when.why.phrase
    said = say_span(when.span, lasting=when.lasting, short=short)
    if when.by_order and when.counted_from and not when.expression.slots.get("bounded", True):
        # How far it may lie is only a convention: what is known is what it was told after.
        said = f"{when.expression.slots['order']} {say_span(when.counted_from.span, short=short)}"
    if when.expression.qualifier == Qualifier.APPROX and not (when.span.open_start or when.span.open_end):
        said = "c. " + (said if not said.startswith("between ") else _middle(when.span, short))
    return f"perhaps {said}" if when.certainty == Certainty.GUESSED else said


@lru_cache(maxsize=20_000)
def say_span(span: Span, *, lasting: bool = False, short: bool = False) -> str:
    """A span for people; one of several units is "5–9 May 1982" when it lasts, else "between 5 and 9 May 1982".

    `short` cuts the months to three letters.
    """
    if span.open_start and span.open_end:
        return "at an unknown time"
    if span.open_start:
        return f"up to {_ending(span.end, span, short)}" if lasting else f"before {_beginning(span.end, span, short)}"
    if span.open_end:
        return f"from {_beginning(span.start, span, short)} on" if lasting else f"after {_ending(span.start, span, short)}"
    return _named(span, short, lasting) or _range(span, lasting, short)


def say_year(year: int) -> str:
    """An astronomical year as people count: 1942, "AD 79", "480 BC" for -479."""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def say_day(at: Moment, *, short: bool = False) -> str:
    """The day a moment lies in: "2 May 1982"."""
    return _say_unit(at, Grain.DAY, short)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _month(month: int, short: bool) -> str:
    return MONTHS[month - 1][:3] if short else MONTHS[month - 1]


def _step(span: Span) -> Grain:
    """The unit the ends of a span are told in: the coarsest of year, month, day, minute that both its ends stand on."""
    ends = [end for end, is_open in ((span.start, span.open_start), (span.end, span.open_end)) if not is_open]
    for grain in (Grain.YEAR, Grain.MONTH, Grain.DAY):
        # A range given to the day stays one ("between 1 January and 31 December"), whatever its ends happen to be.
        known = span.grain >= grain or (grain == Grain.DAY and span.grain > Grain.HOUR)
        if known and all(floor(end, grain) == end for end in ends):
            return grain
    return Grain.MINUTE


def _say_unit(at: Moment, grain: Grain, short: bool) -> str:
    """The year, month, day or minute that begins at a moment."""
    year, month, day, hour, minute = civil(at)
    if grain == Grain.YEAR:
        return say_year(year)
    if grain == Grain.MONTH:
        return f"{_month(month, short)} {say_year(year)}"
    date = f"{day} {_month(month, short)} {say_year(year)}"
    return f"{date}, {hour:02d}:{minute:02d}" if grain < Grain.DAY else date


def _beginning(at: Moment, span: Span, short: bool) -> str:
    """The unit that begins at an edge of a span: "the night of 4–5 May 1982", "5 May 1982"."""
    return _edge(at, span.grain, short, ends=False) or _say_unit(at, _step(span), short)


def _ending(at: Moment, span: Span, short: bool) -> str:
    """The unit that ends at an edge of a span."""
    step = _step(span)
    if step == Grain.MINUTE and span.grain > Grain.MINUTE:
        return _edge(at, span.grain, short, ends=True) or _say_unit(at, step, short)
    return _edge(at, span.grain, short, ends=True) or _say_unit(shift(at, -1, step), step, short)


def _edge(at: Moment, grain: Grain, short: bool, *, ends: bool) -> str | None:
    """The unit of a grain that has a name of its own, beginning or ending at a moment; None where there is none."""
    if grain == Grain.PART_OF_DAY:
        days = (floor(at, Grain.DAY) - MINUTES_A_DAY, floor(at, Grain.DAY))
        parts = [Span(day + first * 60, day + last * 60, grain) for day in days for first, last in _PARTS]
        found = next((part for part in parts if at == (part.end if ends else part.start)), None)
        return f"the {_named_hours(found, short, False)}" if found else None
    if grain != Grain.SEASON and grain < Grain.DECADE:
        return None
    unit = Span(shift(at, -1, grain), at, grain) if ends else Span(at, shift(at, 1, grain), grain)
    named = _named(unit, short, False)
    return named if named is None or grain == Grain.SEASON else f"the {named}"


def _middle(span: Span, short: bool) -> str:
    """The day, month or year in the middle of a span widened around it by "about"."""
    step = _step(span)
    return _say_unit((span.start + span.end) // 2, Grain.DAY if step < Grain.DAY else step, short)


def _named(span: Span, short: bool, lasting: bool) -> str | None:
    """The name of a span that is one unit of the calendar, or None."""
    if span.grain < Grain.DAY:
        return _named_hours(span, short, lasting)
    if unit := unit_of(span):
        return _say_unit(span.start, unit, short)
    if span.grain == Grain.WEEK and span.end - span.start == 7 * MINUTES_A_DAY:
        return f"week of {_say_unit(span.start, Grain.DAY, short)}"
    if not lasting and _is_weekend(span):
        return f"weekend of {_range(span, True, short)}"
    if span.grain in (Grain.QUARTER, Grain.SEASON, Grain.HALF):
        return _named_months(span)
    return _named_years(span) if span.grain > Grain.YEAR else None


def _is_weekend(span: Span) -> bool:
    """Whether a span is a Saturday and Sunday; before the twentieth century hardly anyone had one."""
    return span.end - span.start == 2 * MINUTES_A_DAY and weekday(span.start) == 5 and span.year >= 1900


def _named_hours(span: Span, short: bool, lasting: bool) -> str | None:
    """ "2 May 1982, 06:29", "morning of 2 May 1982", "night of 2–3 May 1982"; None for longer than a day."""
    day = floor(span.start, Grain.DAY)
    if span.end - span.start == 1:
        return _say_unit(span.start, Grain.MINUTE, short)
    if span.end - day <= MINUTES_A_DAY:
        said = _say_unit(day, Grain.DAY, short)
        if span.grain == Grain.PART_OF_DAY and span.end - span.start <= _LONGEST_PART:
            return f"{_part_of_day(span)} of {said}"
        return said + _clocks(span, lasting)
    if span.grain == Grain.PART_OF_DAY and span.end - day <= 2 * MINUTES_A_DAY:
        return f"night of {_range(Span(day, day + 2 * MINUTES_A_DAY, Grain.DAY), True, short)}"
    return None


def _clocks(span: Span, lasting: bool) -> str:
    """ ", 06:00–07:00", ", before 06:30", ", after 21:00" in one day; "" for the whole of it."""
    begins, ends = span.start % MINUTES_A_DAY == 0, span.end % MINUTES_A_DAY == 0
    if span.grain == Grain.MINUTE and not lasting and (begins or ends):
        # After midnight is from its first minute on.
        if ends:
            return "" if span.end - span.start >= MINUTES_A_DAY - 1 else f", after {_clock(span.start - 1)}"
        return f", before {_clock(span.end)}"
    return f", {_clock(span.start)}–{_clock(_last(span), ends=True)}"


def _last(span: Span) -> Moment:
    """Where a stretch told by the clock ends: at the full hour, or with the minute named last."""
    return span.end - 1 if span.grain == Grain.MINUTE and span.end % MINUTES_A_DAY else span.end


def _clock(at: Moment, *, ends: bool = False) -> str:
    """An hour of the day; a stretch that runs to midnight ends at 24:00 and the next begins at 00:00."""
    hour, minute = divmod(at % MINUTES_A_DAY, 60)
    return "24:00" if ends and not hour and not minute else f"{hour:02d}:{minute:02d}"


def _part_of_day(span: Span) -> str:
    middle = (span.start + span.end) // 2 % MINUTES_A_DAY / 60
    for until, name in ((6, "early hours"), (12, "morning"), (14, "midday"), (18, "afternoon"), (21.5, "evening")):
        if middle < until:
            return name
    return "night"


def _named_months(span: Span) -> str | None:
    year, month, day = civil(span.start)[:3]
    months = 6 if span.grain == Grain.HALF else 3
    if day != 1 or span.end != shift(span.start, months, Grain.MONTH):
        return None
    if span.grain == Grain.SEASON:
        if month not in _SEASONS:
            return None
        return f"{_SEASONS[month]} {_years(year, year + 1) if month == 12 else say_year(year)}"
    if (month - 1) % months:
        return None
    return f"{_ORDINALS[(month - 1) // months]} {span.grain.word} of {say_year(year)}"


def _named_years(span: Span) -> str | None:
    """ "1980s", "490s BC", "19th century", "5th century BC", "2nd millennium BC"."""
    first, last = civil(span.start)[0], civil(span.end - 1)[0]
    size = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}[span.grain]
    if span.start != moment(first) or span.end != moment(first + size):
        return None
    era = "" if first > 0 or last > 0 else " BC"
    # Centuries may be counted from 1800 or from 1801; before Christ they end in a year that divides.
    nearest, furthest = (first, last) if not era else (1 - last, 1 - first)
    if span.grain == Grain.DECADE:
        return f"{nearest}s{era}" if nearest % 10 == 0 else None
    if nearest % size not in ((0, 1) if not era else (1,)) or (not era and first < 0):
        return None
    return f"{ordinal(furthest // size + (not era and nearest % size == 0))} {span.grain.word}{era}"


def _range(span: Span, lasting: bool, short: bool) -> str:
    """Several units: "5–9 May 1982" when it lasts; else "between 5 and 9 May 1982", or "28 or 29 May 1982" for two."""
    step = _step(span)
    if step == Grain.MINUTE:
        return _clock_range(span, lasting, short)
    last = shift(span.end, -1, step)
    if last <= span.start:
        return _say_unit(span.start, step, short)
    left, right = _say_unit(span.start, step, short), _say_unit(last, step, short)
    left, dash = _shortened(span.start, last, step, left, short)
    if lasting:
        return f"{left}{dash}{right}"
    if shift(span.start, 1, step) == last:
        return f"{left} or {right}"
    return f"between {left} and {right}"


def _clock_range(span: Span, lasting: bool, short: bool) -> str:
    """ "4 May 1982, 18:00 – 5 May 1982, 03:00", "between the evening of 4 May 1982 and the night of 7–8 May 1982"."""
    left, right = _edge(span.start, span.grain, short, ends=False), _edge(span.end, span.grain, short, ends=True)
    if not left or not right:
        left, right = (_say_unit(at, Grain.MINUTE, short) for at in (span.start, _last(span)))
    if lasting:
        return f"{left.removeprefix('the ')} – {right.removeprefix('the ')}"
    return f"between {left} and {right}"


def _shortened(start: Moment, last: Moment, step: Grain, left: str, short: bool) -> tuple[str, str]:
    """The left end without what the right end repeats, and the dash that goes with it."""
    (year, month, day), (last_year, last_month, _) = civil(start)[:3], civil(last)[:3]
    if step == Grain.YEAR:
        return _shortened_year(year, last_year, left)
    if year != last_year:
        return left, " – "
    if step == Grain.MONTH:
        return _month(month, short), "–"
    return (str(day), "–") if month == last_month else (f"{day} {_month(month, short)}", " – ")


def _shortened_year(first: int, last: int, left: str) -> tuple[str, str]:
    if first <= 0 and last <= 0:
        return str(1 - first), "–"
    return (left, "–") if first > 0 else (left, " – ")


def _years(first: int, last: int) -> str:
    """ "1982–83", "480–479 BC"."""
    if first > 0:
        return f"{say_year(first)}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"
    return f"{1 - first}–{1 - last} BC" if last <= 0 else f"{say_year(first)} – {say_year(last)}"
