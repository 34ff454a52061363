"""The dateline: where a text itself says when it was written.

Looked for only in the first and the last lines, and only where a dateline may stand: alone on its line or between bars, after
a label ("Last Updated:"), or before a report's first words ("LONDON, 4 May 1982 —"). A date inside a sentence is never one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from timeline.spans import MINUTES_A_DAY, Grain, Moment, civil, moment
from timeline.text.evidence import day_first, year_by_weekday, year_told
from timeline.text.lines import Line, head, segments, short_sentences
from timeline.text.shapes import is_proper, lead_pattern, segment_pattern
from timeline.text.stamps import Stamp, read_stamp

_DIGIT: Final = re.compile(r"\d")
_LONGEST_LINE: Final = 250
_LONGEST_LEAD: Final = 200
_LONGEST_PLACE: Final = 100
_LONGEST_PART: Final = 12  # words
_FIRST_LINES_ALONE: Final = 6
_CHRONICLE_LINES: Final = 200
_YEARS: Final = 6  # in which a year is looked for whose weekday fits


class _Kind(IntEnum):
    """Which of several datelines the text's words count from: the place where it was filed before the page's stamps."""

    LEAD = 0
    PUBLISHED = 1
    ALONE = 2
    UPDATED = 3
    COVERED = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: _Kind
    line: int
    match: re.Match[str]
    offset: int
    labelled: bool = False
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the stretch text[start:end] its dates stand in, the agency named beside it, and its reading.

    `stamp` is None when it was not asked for; `year_assumed` tells that no year stands in the text.
    """

    start: int
    end: int
    agency: str | None = None
    stamp: Stamp | None = None
    year_assumed: bool = False


def stamp_in(phrase: str, language: str = "en") -> Stamp | None:
    """The stamp a phrase consists of, with nothing else but a label: "Updated 7 March 2026, 06:29 IST"."""
    match = segment_pattern().fullmatch(phrase.strip())
    return read_stamp(match, language, None, True) if match else None


def is_stamp(line: str) -> bool:
    """Whether a line consists of a date, with or without a label, a place, a time."""
    return segment_pattern().fullmatch(line.strip()) is not None


def after_lead(line: Line) -> int:
    """Where in the text a line's own words begin: after "LONDON, 4 May 1982 (Agency) —" where it opens so."""
    lead = _in_lead(line)
    return line.start + lead[0].match.end() if lead else line.start


def find_dateline(
    text: str, lines: Sequence[Line], language: str, *, near: Moment | None = None, changed: Moment | None = None
) -> Dateline | None:
    """The dateline among the `edges` of a text, or None.

    A year that is not printed comes from `near` (a day known otherwise), from the text's own dates or copyright line, or at
    last from `changed`, the day of its file, and is then marked as assumed. A weekday that the report
    opens with decides between years.
    """
    candidates = _candidates(text, lines)
    if not candidates:
        return None
    style = day_first(text) if any(one.match["num_day"] for one in candidates) else None
    read = [(candidate, _read(candidate, language, None, style)) for candidate in candidates]
    dated = [stamp for _, stamp in read if stamp]
    anchor = near if near is not None else dated[0].span.start if dated else None
    assumed = False
    if anchor is None and (year := year_told(text, lines)):
        anchor = moment(year, 12, 31)
    elif anchor is None:
        anchor, assumed = changed, True
    for candidate, known in read:
        stamp = known or (None if anchor is None else _read_near(candidate, language, anchor, style))
        if stamp and known is None and near is None and not dated and candidate.kind is _Kind.LEAD:
            years = range(stamp.span.year, stamp.span.year - _YEARS, -1) if assumed else _years_from(stamp, changed)
            year = year_by_weekday(text, stamp.end, stamp.span, years)
            stamp = _read(candidate, language, year, style) if year else stamp
        if stamp:
            return _with_block(stamp, candidate, candidates, dated, assumed and known is None)
    return None


def _years_from(stamp: Stamp, changed: Moment | None) -> range:
    """The years from the last one told to that of the file."""
    first = stamp.span.year
    return range(first, (min(civil(changed)[0], first + _YEARS) if changed is not None else first + _YEARS) + 1)


def place_dateline(text: str, lines: Sequence[Line]) -> Dateline | None:
    """The dateline without its reading, for a text whose day is known already: it need not be read, only not be told."""
    candidates = _candidates(text, lines)
    return Dateline(*_block(candidates[0], candidates), _agency(candidates)) if candidates else None


def _candidates(text: str, lines: Sequence[Line]) -> list[_Candidate]:
    """All places where a dateline stands, the best kind first."""
    found: list[_Candidate] = []
    for line in lines:
        if _DIGIT.search(line.text, 0, _LONGEST_LINE):
            found += _in_segments(line) or (_in_lead(line) if line.number >= 0 else [])
    if all(one.labelled for one in found):
        return sorted(found, key=lambda one: one.kind)
    bare, placed = _entries(text)
    if bare > 1 or placed > 2:
        found = [one for one in found if one.labelled or (one.placed and placed < 3)]
    return sorted(found, key=lambda one: one.kind)


def _in_segments(line: Line) -> list[_Candidate]:
    if len(line.text) > _LONGEST_LINE or line.text.lstrip().startswith("#"):
        return []
    for parts in (segments(line), segments(line, dashes=True)):
        if any(len(part.split()) > _LONGEST_PART for _, part in parts):
            break
        if found := _among(line, parts):
            return found
    return [one for one in _among(line, short_sentences(line)) if one.labelled]


def _among(line: Line, parts: Sequence[tuple[int, str]]) -> list[_Candidate]:
    matches = [(start, segment_pattern().fullmatch(part)) for start, part in parts]
    return [one for start, match in matches if match and (one := _segment(line, start, match))]


def _segment(line: Line, start: int, match: re.Match[str]) -> _Candidate | None:
    who = match["who"] or match["who_by"]
    if who and not is_proper(who, most=8):
        return None
    if match["published"] or match["updated"] or match["by"]:
        kind = _Kind.UPDATED if match["updated"] else _Kind.PUBLISHED
        return _Candidate(kind, line.number, match, start, labelled=True)
    if match["period"]:
        return _Candidate(_Kind.COVERED, line.number, match, start, labelled=True)
    if match["place"] and (not is_proper(match["place"]) or " of " in match["place"]):
        return None
    if line.number >= _FIRST_LINES_ALONE or not _has_year(match):
        return None
    return _Candidate(_Kind.ALONE, line.number, match, start, placed=bool(match["place"]))


def _in_lead(line: Line) -> list[_Candidate]:
    if not _DIGIT.search(line.text, 0, _LONGEST_PLACE):
        return []
    match = lead_pattern().match(line.text[:_LONGEST_LEAD])
    # What follows a dateline is the first word of a report.
    if not match or line.text.lstrip().startswith("#") or line.text[match.end() : match.end() + 1].islower():
        return []
    place, dash = match["place"], match["dash"]
    agency = match["agency"] or match["agency_first"]
    if place and not is_proper(place):
        return []
    dashed = dash in ("—", "–", "--", "-")
    # "NEW DELHI, March 7: The" is a lead; "Waterloo, 18 June 1815: two armies" need not be.
    set_off = dashed or (dash is not None and place is not None and place.isupper() and len(place) > 3)
    if (set_off and (place or agency or _has_year(match))) or (agency and place):
        return [_Candidate(_Kind.LEAD, line.number, match, line.start, placed=bool(place or agency))]
    return []


def _has_year(match: re.Match[str]) -> bool:
    return any(value for name, value in match.groupdict().items() if name.endswith("_year"))


def _entries(text: str) -> tuple[int, int]:
    """How many days lines begin with: (bare, with a place or an agency). More than a report has makes it a chronicle, whose
    first date is an entry and not a dateline."""
    bare: set[str] = set()
    placed: set[str] = set()
    for line in head(text, _CHRONICLE_LINES):
        if not _DIGIT.search(line.text, 0, _LONGEST_PLACE):
            continue
        parts = [part.strip("# *") for _, part in segments(line) if len(part) < 60]
        for match in (*map(segment_pattern().fullmatch, parts), lead_pattern().match(line.text[:_LONGEST_LEAD])):
            if match and not any(match.groupdict().get(label) for label in ("published", "updated", "by")):
                if match["place"] and not is_proper(match["place"]):
                    continue
                named = match["place"] or match.groupdict().get("agency")
                (placed if named else bare).add(match["stamp"].strip())
    return len(bare), len(placed)


def _read(candidate: _Candidate, language: str, year: int | None, style: bool | None) -> Stamp | None:
    stamp = read_stamp(candidate.match, language, year, style)
    if stamp is None:
        return None
    shift = candidate.offset
    return Stamp(stamp.start + shift, stamp.end + shift, stamp.span, stamp.zone, stamp.offset)


def _read_near(candidate: _Candidate, language: str, anchor: Moment, style: bool | None) -> Stamp | None:
    """The stamp in the last year in which it is not later than the anchor; a day or two later is a matter of clocks."""
    year = civil(anchor)[0]
    stamp = _read(candidate, language, year, style)
    if stamp and stamp.span.start > anchor + 2 * MINUTES_A_DAY:
        return _read(candidate, language, year - 1, style)
    return stamp


def _with_block(
    stamp: Stamp, chosen: _Candidate, candidates: Sequence[_Candidate], dated: Sequence[Stamp], assumed: bool
) -> Dateline:
    """The dateline with what stands around it: a time printed beside the same day, and the other stamps of its block."""
    finer = next((one for one in dated if one.span.grain < stamp.span.grain and one.span.within(stamp.span)), None)
    if finer and stamp.span.grain >= Grain.DAY:
        stamp = Stamp(stamp.start, stamp.end, finer.span, finer.zone, finer.offset)
    return Dateline(*_block(chosen, candidates), _agency(candidates), stamp, assumed)


def _block(chosen: _Candidate, candidates: Sequence[_Candidate]) -> tuple[int, int]:
    """From the first to the last date on the dateline's own line and the lines next to it."""
    beside = [one for one in candidates if abs(one.line - chosen.line) <= 1 and (one.line < 0) == (chosen.line < 0)]
    starts, ends = zip(
        *((one.match.start("stamp") + one.offset, one.match.end("stamp") + one.offset) for one in beside), strict=True
    )
    return min(starts), max(ends)


def _agency(candidates: Sequence[_Candidate]) -> str | None:
    """The agency named beside the date: "June 14 (Agencia del Plata) -"."""
    for one in candidates:
        groups = one.match.groupdict()
        name = groups.get("agency") or groups.get("agency_first")
        if name:
            return str(name).strip()
    return None
