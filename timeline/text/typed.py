"""What people type into a date box: ISO 8601, "480 BC", "spring 1982", "12/3/2014", "last March".

Years, eras, decades, centuries and seasons are read here, because dateparser knows no year before 1 and answers "the 1990s"
with today; the names of months and days, in any language, and counting from today are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from timeline.errors import DateError
from timeline.spans import EARLIEST, LATEST, Grain, Moment, Span, civil, exists, floor, moment, parse_iso, shift, third

_ERA: Final = r"(?P<era>b\.?\s?c\.?(?:\s?e\.?)?|a\.?\s?d\.?|c\.?\s?e\.?)"
_ROUGHLY: Final = re.compile(r"(?:(?:circa|ca?\.|about|around|the|in|on)\s+)*", re.I)
_ERA_FIRST: Final = re.compile(rf"{_ERA}\s+(?P<rest>\d.*)", re.I)
_ERA_LAST: Final = re.compile(rf"(?P<rest>.*\d(?:s|\w\w\s+century)?)\s*{_ERA}", re.I)
_ERA_INSIDE: Final = re.compile(rf"(?P<head>.*[\s,]){_ERA}\s+(?P<rest>\d{{1,4}})", re.I)
_DECADE: Final = re.compile(r"(\d{1,3}0)['’]?s", re.I)
_CENTURY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\s+century", re.I)
_SEASON: Final = re.compile(r"(?P<name>spring|summer|autumn|fall|winter)(?:\s+of)?[\s,]+(?P<year>\d{1,4})", re.I)
_SEASON_MONTH: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_WITH_YEAR: Final = re.compile(r"(?P<rest>.*[^\d\s./-])[\s,]*?(?P<year>\d{3,4})|(?P<alone>\d{1,4})", re.I)
_WITH_OLD_YEAR: Final = re.compile(r"(?P<rest>.*[^\d\s./-])[\s,]*?(?P<year>\d{1,4})|(?P<alone>\d{1,4})", re.I)
_PART: Final = re.compile(
    r"(?:the\s+)?(?P<part>early|beginning|start|mid(?:dle)?|late|end)(?:\s*-\s*|\s+(?:of\s+)?(?:in\s+)?)(?P<rest>\S.*)", re.I
)
_PARTS: Final = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_TURN: Final = re.compile(r"(?P<turn>last|this|next|past|coming)\s+(?P<name>[^\W\d]+)", re.I)
_CLOCK: Final = re.compile(r"\d[:.h]\d\d|\d\s*[ap]\.?m", re.I)
# "January 32" is not January 1932, nor "99" surely 1999.
_SHORT_YEAR: Final = re.compile(r"(?:[^\W\d]+\.?\s+)?\d{1,2}")
_LEAP_YEAR: Final = 2000
_EXAMPLES: Final = (
    "write it as 1982-05-21, May 1982, spring 1982, 480 BC, 12/3/2014 (day first), 1980s, last March or two weeks ago"
)


def typed_date(words: str, today: Moment, language: str = "en") -> Span:
    """The span that words typed by a user mean, at the grain they name; 12/3/2014 is the twelfth of March.

    `today` is what relative words count from. Raises DateError, with examples, when the words name no date.
    """
    plain = " ".join(words.split())
    for read in (_iso, _part, _explicit, _turned, _counted):
        span = read(plain, today, language)
        if span:
            if span.start >= EARLIEST and span.end <= LATEST:
                return span
            break
    raise DateError(f"{words!r} is no date that can be read: {_EXAMPLES}")


def _iso(words: str, today: Moment, language: str) -> Span | None:
    try:
        return parse_iso(words)
    except ValueError:
        return None


def _part(words: str, today: Moment, language: str) -> Span | None:
    """ "mid May 1982", "late 1942": a third of a date coarser than a day."""
    match = _PART.fullmatch(words)
    if not match:
        return None
    whole = typed_date(match["rest"], today, language)
    return third(whole, _PARTS[match["part"].lower()]) if whole.grain > Grain.DAY else None


def _explicit(words: str, today: Moment, language: str) -> Span | None:
    """A phrase that names its year, decade or century, with or without an era."""
    rest, era = _era(_ROUGHLY.sub("", words, count=1))
    if decade := _DECADE.fullmatch(rest):
        return _years(int(decade[1]), 10, era, Grain.DECADE)
    if century := _CENTURY.fullmatch(rest):
        # The fifth century BC is 500 to 401 BC, but the nineteenth AD is drawn as the 1800s, as `spans.floor` has it.
        hundreds = (int(century[1]) - 1) * 100
        return _years(hundreds + (era == "bc"), 100, era, Grain.CENTURY) if hundreds >= 0 else None
    if season := _SEASON.fullmatch(rest):
        year = _astronomical(int(season["year"]), era)
        start = None if year is None else moment(year, _SEASON_MONTH[season["name"].lower()])
        return None if start is None else Span(start, shift(start, 1, Grain.SEASON), Grain.SEASON)
    return _with_year(rest, era, language)


def _era(words: str) -> tuple[str, str | None]:
    """(the words without an era, "bc", "ad" or None)"""
    match = _ERA_FIRST.fullmatch(words) or _ERA_LAST.fullmatch(words) or _ERA_INSIDE.fullmatch(words)
    if not match:
        return words, None
    return (match.groupdict().get("head") or "") + match["rest"].strip(), "bc" if match["era"].lower().startswith("b") else "ad"


def _years(first: int, count: int, era: str | None, grain: Grain) -> Span:
    """`count` years from a numeral: the 480s BC are 489 to 480 BC. There is no year 0, so AD 1 begins the first ones."""
    if era != "bc":
        return Span(moment(max(first, 1)), moment(first + count), grain)
    return Span(moment(2 - first - count), moment(2 - first), grain)


def _astronomical(year: int, era: str | None) -> int | None:
    """The astronomical year of a numeral; None for the year 0, which no era has."""
    if year == 0:
        return None
    return 1 - year if era == "bc" else year


def _with_year(words: str, era: str | None, language: str) -> Span | None:
    """A year, or a month or day with its year: the year is read here, the rest by dateparser in a leap year's stead."""
    match = (_WITH_OLD_YEAR if era else _WITH_YEAR).fullmatch(words)
    if not match:
        return None
    number = match["alone"] or match["year"]
    year = _astronomical(int(number), era)
    if year is None or (era is None and len(number) < 3):
        return None
    if match["alone"]:
        return Span.of(year)
    found = _dateparser(f"{match['rest']} {_LEAP_YEAR}", moment(_LEAP_YEAR), language)
    if found is None or found.date_obj.year != _LEAP_YEAR or found.period not in ("day", "month"):
        return None
    month, day = found.date_obj.month, found.date_obj.day if found.period == "day" else None
    return Span.of(year, month, day) if exists(year, month, day or 1) else None


def _turned(words: str, today: Moment, language: str) -> Span | None:
    """ "last March", "next spring": the nearest one wholly before or after today; "this March" is this year's."""
    match = _TURN.fullmatch(words)
    if not match:
        return None
    name, turn, year = match["name"].lower(), match["turn"].lower(), civil(today)[0]
    if name in _SEASON_MONTH:
        month, grain = _SEASON_MONTH[name], Grain.SEASON
    elif name in ("day", "week", "month", "year", "decade", "century"):
        grain = Grain[name.upper()]
        start = shift(floor(today, grain), {"this": 0, "next": 1, "coming": 1}.get(turn, -1), grain)
        return Span.around(start, grain)
    else:
        found = _dateparser(f"{name} {_LEAP_YEAR}", today, language)
        if found is None or found.period != "month":
            return None
        month, grain = found.date_obj.month, Grain.MONTH
    spans = [Span.around(moment(one, month), grain) for one in (year - 1, year, year + 1)]
    choose: dict[str, Callable[[], Span]] = {
        "this": lambda: spans[1],
        "next": lambda: next(span for span in spans if span.start > today),
    }
    choose["coming"] = choose["next"]
    return choose.get(turn, lambda: next(span for span in reversed(spans) if span.end <= today))()


def _counted(words: str, today: Moment, language: str) -> Span | None:
    """Everything else, as dateparser reads it: "yesterday", "two weeks ago", "12/3/2014", "12 May", "last Friday"."""
    found = _dateparser(words, today, language)
    if found is None:
        return None
    at = found.date_obj
    timed = found.period == "time"
    if timed and not _CLOCK.search(words):
        return None
    if found.period in ("month", "year") and _SHORT_YEAR.fullmatch(words):
        return None
    grain = {"week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR, "time": Grain.MINUTE}.get(found.period, Grain.DAY)
    return Span.around(moment(at.year, at.month, at.day, *((at.hour, at.minute) if timed else ())), grain)


def _dateparser(words: str, today: Moment, language: str) -> Any:
    """dateparser's reading with its period and the parts it was given; None when it has none."""
    from datetime import datetime

    from dateparser.date import DateDataParser

    year, month, day, hour, minute = civil(today)
    settings = {
        "RELATIVE_BASE": datetime(min(max(year, 1), 9999), month, day, hour, minute),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY",
        "RETURN_TIME_AS_PERIOD": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    languages = list(dict.fromkeys((language, "en")))
    try:
        found = DateDataParser(languages=languages, settings=settings).get_date_data(words)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError):
        # dateparser raises many things at odd input; all of them mean that it cannot read it.
        return None
    return found if found.date_obj else None
