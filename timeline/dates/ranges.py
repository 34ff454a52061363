"""Ranges: what each end leaves out and the other says, and the two ends as one interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.values import edtf, said, timex, zone_said
from timeline.model import Certainty, Document, Expression, Passage, ResolvedDate, Why
from timeline.spans import MINUTES_A_DAY, Span, civil

Ends = tuple[Found, Found]


def completed(left: Found, right: Found) -> Ends:
    """Each end with what it borrows from the other: "5 to 9 May 1982", "April 6-7", "1861-65", "three or four days"."""
    if "ordinal" in left.slots and right.slots.keys() - {"era"} == {"ordinal"}:
        return left._replace(meaning="century", slots={**right.slots, **left.slots}), right._replace(meaning="century")
    if "season" in left.slots and "season" in right.slots:
        return left._replace(meaning="season", slots={**right.slots, **left.slots}), right._replace(meaning="season")
    if "military" in right.slots:
        return _hours(left, right)
    if "unit" in right.slots and "number" in left.slots:
        return _lengths(left, right)
    if "hour" in left.slots and "hour" in right.slots and left.meaning == "calendar":
        return _hours(left, right)
    if {left.meaning, right.meaning} != {"calendar"}:
        year = _year_of(right)
        return (_in_year(left, year) if year and not _year_of(left) else left), right
    first, second = dict(left.slots), dict(right.slots)
    first.update({name: second[name] for name in ("month", "year", "era") if name in second and name not in first})
    if "month" in first and "month" not in second and "day" in second:
        second.update({name: first[name] for name in ("month", "year") if name in first and name not in second})
    if "era" not in second and second.get("year", 100) < 100 <= first.get("year", 0):
        size = 100 if second["year"] > 9 else 10
        second["year"] += first["year"] // size * size
    if "year" not in left.slots and "year" in first and first.get("month", 0) > second.get("month", 12):
        first["year"] -= 1
    return _end(left, first), _end(right, second)


def _year_of(end: Found) -> dict[str, Any]:
    """The year an end names, and its era: 1914 in "the beginning of August 1914"."""
    named = {name: end.slots[name] for name in ("year", "era") if not isinstance(end.slots.get(name, end), Found)}
    inner = end.slots.get("date", end.slots.get("year"))
    return named or (_year_of(inner) if isinstance(inner, Found) else {})


def _in_year(end: Found, year: Mapping[str, Any]) -> Found:
    """An end with a month but no year, in a year: "the end of June"."""
    inner = end.slots.get("date")
    if isinstance(inner, Found):
        return end._replace(slots={**end.slots, "date": _in_year(inner, year)})
    return end if end.slots.keys().isdisjoint(("month", "season")) else end._replace(slots={**end.slots, **year})


def following(right: Found, first: ResolvedDate) -> Found:
    """The right end in the year of the left one, or the next, where neither names a year: "since January 7-9"."""
    month, span = right.slots.get("month"), first.span
    if right.meaning != "calendar" or month is None or "year" in right.slots or span is None or span.year < 1:
        return right
    return right._replace(slots={**right.slots, "year": span.year + (month < civil(span.start)[1])})


def later_weekday(right: Found, first: ResolvedDate, last: ResolvedDate) -> ResolvedDate:
    """The right end a week on, where it is a weekday that was read as before the left end: "from Thursday to Sunday"."""
    if right.meaning != "weekday" or first.span is None or last.span is None or last.span.start > first.span.start:
        return last
    span = Span(last.span.start + 7 * MINUTES_A_DAY, last.span.end + 7 * MINUTES_A_DAY, last.span.grain)
    if span.start <= first.span.start:
        return last
    why = last.why._replace(result=said(span), steps=(f"the next after {said(first.span)}",))
    return last._replace(span=span, value=timex(span), edtf=edtf(span), why=why)


def night(found: Found) -> Found:
    """ "the night of 12–13 May", "the night of 31 October–1 November" as a range of which the first end is that night."""
    part, ends = found.slots["daypart"], found.ends or found.slots["range"].ends
    left, right = completed(*ends)
    first = Found(found.start, left.end, "time", "part_of_day", {"daypart": part, "date": left}, found.pattern)
    return found._replace(slots={}, ends=(first, right))


def listed(found: Found, text: str) -> tuple[Found, Found]:
    """ "14, 15 and 16 June", "March, April and May 1997": the first with the month and year of the last, and the rest."""
    last = rest = found.slots["range"]
    while last.meaning == "listed":
        last = last.slots["range"]
    ends = completed(*last.ends)
    slots = {name: ends[0].slots[name] for name in ("month", "year") if name in ends[0].slots}
    day = found.slots.get("calendar", found.slots.get("day"))
    own = day.slots if isinstance(day, Found) else found.slots
    if isinstance(day, Found) and "month" in own and len(own) > 1:
        return day, rest  # "on 5 May 1990, from June to July 1991"
    named = {name: own[name] for name in ("day", "month") if name in own}
    first = Found(found.start, found.start, "date", "calendar", {**slots, **named}, found.pattern)
    return first._replace(end=text.index(",", found.start)), rest


def _lengths(left: Found, right: Found) -> Ends:
    ends = (end._replace(kind="duration", meaning="length") for end in (left, right))
    first, second = (end._replace(slots={**end.slots, "unit": right.slots["unit"]}) for end in ends)
    return first, second


def _hours(left: Found, right: Found) -> Ends:
    """ "between 9 and 11 a.m.", "from 2200 to 0500 GMT"."""
    first, second = (end._replace(kind="time", meaning="clock") for end in (left, right))
    return first._replace(slots={**right.slots, **left.slots}), second


def _end(end: Found, slots: Mapping[str, Any]) -> Found:
    return end._replace(slots=slots, meaning="calendar" if "month" in slots else "year")


def joined(
    found: Found, first: ResolvedDate, last: ResolvedDate, document: Document, language: Language
) -> ResolvedDate | None:
    """The interval from one end to the other, the ends in its slots; None where they are two dates side by side.

    "between 5 and 9 May" falls somewhere within, "from 5 to 9 May" lasts.
    """
    passage = Passage(document.id, found.start, found.end)
    words = document.quote(passage).lower().split()
    within = words[0] in language.context["within"]
    last = _next_day(first, last)
    if first.span is None or last.span is None or last.span.end <= first.span.start:
        return None
    if not within and not language.context["side_by_side"].isdisjoint(words):
        return None
    one_night = found.meaning == "night_of" and last.span.start <= first.span.end
    span = first.span if one_night else Span(first.span.start, last.span.end, min(first.span.grain, last.span.grain))
    why = Why(
        document.quote(passage),
        tuple(dict.fromkeys((*first.why.steps, *(() if _counts_within(last, passage) else last.why.steps)))),
        first.counted_from or last.counted_from,
        said(span) if one_night else _from_to(first.span, last.span, within),
        first.why.others + last.why.others,
    )
    expression = Expression(passage, "range", first.expression.type, {"ends": (first, last)})
    certainty = max(first.certainty, last.certainty, key=list(Certainty).index)
    value, code = f"{first.value}/{last.value}", edtf(span, lasting=not within)
    return ResolvedDate(expression, span, value, code, certainty, why, not within, first.counted_from or last.counted_from)


def _next_day(first: ResolvedDate, last: ResolvedDate) -> ResolvedDate:
    """The right end on the day after, where it is an earlier hour than the left: "from 10 p.m. to 5 a.m."."""
    hours = first.expression.meaning == last.expression.meaning == "clock"
    if not hours or first.span is None or last.span is None or last.span.start >= first.span.start:
        return last
    span = Span(last.span.start + MINUTES_A_DAY, last.span.end + MINUTES_A_DAY, last.span.grain)
    value = timex(span) + zone_said(last.offset)
    return last._replace(span=span, value=value, edtf=edtf(span, offset=last.offset), why=last.why._replace(result=said(span)))


def _from_to(first: Span, last: Span, within: bool) -> str:
    return f"between {said(first)} and {said(last)}" if within else f"from {said(first)} to {said(last)}"


def _counts_within(last: ResolvedDate, passage: Passage) -> bool:
    """Whether the right end counts from the left one."""
    told = last.counted_from and last.counted_from.passage
    return bool(told and passage.start <= told.start)
