"""What is no date after all: "1942 men", "May" the name, "the 18th Wing", "A1942". One small question per meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Final

from timeline.dates.around import Around
from timeline.dates.bounds import bound_before
from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.old_years import beside_verb
from timeline.dates.surroundings import begins_sentence
from timeline.dates.tense import is_past

_DEED: Final = 60  # characters in which it is told who did something
_FREE_BEFORE, _FREE_AFTER = frozenset(" \n("), frozenset(" \n,.;)")  # what stands beside nearly every date
_DIGIT_MARK: Final = re.compile(r"\d[-–./:]$")
_MARK_DIGIT: Final = re.compile(r"[-–/:]\d")


def stands(found: Found, text: str, language: Language) -> bool:
    """Whether an expression is a date where it stands."""
    if _glued(text, found):
        return False
    check = _CHECKS.get(found.meaning)
    return check is None or check(Around(found, text, language))


def is_name(found: Found, text: str, language: Language) -> bool:
    """Whether a month standing alone is somebody's name: "June Smith"."""
    return found.meaning == "calendar" and found.slots.keys() == {"month"} and _in_name(Around(found, text, language))


def _glued(text: str, found: Found) -> bool:
    """Part of a longer word or number: "A320", "$1942", "1942%", "555-1942"."""
    start, end = found.start, found.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _FREE_BEFORE and after in _FREE_AFTER:
        return False
    if before.isalnum() or (before and before in "$£€#_@") or after.isalnum() or (after and after in "%_@"):
        return True
    return _DIGIT_MARK.search(text, max(0, start - 2), start) is not None or _MARK_DIGIT.match(text, end) is not None


def _is_year(around: Around) -> bool:
    """Not "1942 men" nor "Resolution 1483"; a bare number far from our time needs a word before it."""
    if around.found.slots.get("year", 1000) < 1000 and "era" not in around.found.slots and len(around.words) == 1:
        return _is_old_year(around)
    if "year" not in around.found.slots or "era" in around.found.slots or len(around.words) > 1:
        return True
    counted = around.among(around.before, "number_before")
    if counted and bound_before(around.text, around.found.start, around.language):
        return True  # "no later than 2009"
    if counted or around.among(around.after, "measures"):
        return False
    year = around.found.slots["year"]
    if year % 1000 == 0 and around.named_before and not around.among(around.before, "before"):
        return False  # "Windows 2000"
    counts = around.among(around.after, "plurals") or _ends(around.after, around.context["plural_endings"])
    if counts and not around.among(around.before, "in_year"):
        return False
    if counts and year % 100 == 0 and around.among(around.before, "before_round_numbers"):
        return False
    if around.noun_after and year % 100 == 0 and around.among(around.before, "before_round_numbers"):
        return False
    first, last = around.language.years
    return first <= year <= last or around.among(around.before, "before")


def _is_old_year(around: Around) -> bool:
    """ "in 486," and "in 486 Darius died", not "in 300 ships"."""
    if beside_verb(around.text, around.found.start, around.found.end, around.language):
        return True
    if not around.among(around.before, "before_old_years"):
        return False
    ends = not around.after or around.among(around.after, "after_ordinal", "after_noun", "before")
    return ends or (around.named and around.among(around.before, "before_names"))


def _is_about_year(around: Around) -> bool:
    """ "in about 449,", not "in about 40 ships"."""
    year = around.found.slots["year"]
    if year.meaning != "year" or "era" in year.slots or year.slots.get("year", 1000) >= 1000:
        return True
    return not around.after or around.among(around.after, "after_ordinal", "after_noun", "before")


def _ends(word: str, endings: frozenset[str]) -> bool:
    return word.isalpha() and any(word.endswith(ending) for ending in endings)


def _is_short_year(around: Around) -> bool:
    """ "since '82", not "the quotation '82"."""
    return around.among(around.before, "before", "definite")


def _is_turned(around: Around) -> bool:
    """Not "the day of the battle", "the year-ago quarter", "2001, the year it began"; "im Laufe des Jahres", not "der Mann des
    Jahres".
    """
    if around.touching == "-":
        return False
    bare = around.found.slots.keys() == {"unit"}
    if bare and around.context["before_turned"] and not around.among(around.before, "before_turned"):
        return False
    plain = bare and len(around.words) == 2 and around.among(around.words[0], "definite")
    if plain and around.among(around.after, "opens_clause") and not around.among(around.before, "before"):
        return False
    return not (bare and around.among(around.after, "genitive"))


def _is_named(around: Around) -> bool:
    """Whether "May", "Sun", "the fall" stands where a date does, and is part of no name ("Black Monday", "Frau März")."""
    weekday = around.found.meaning == "weekday"
    if weekday and around.among(around.before, "names_weekday"):
        return False
    if weekday and around.among(around.before, "any_weekday"):
        # "On a Friday" is any, "in a Friday speech" is one.
        return bool(around.after) and not around.among(around.after, "after_ordinal", "after_noun", "before")
    if len(around.found.slots) == 1 and around.among(around.before, "titles"):
        return False
    if _in_name(around):
        return False
    if len(around.found.slots) > 1 or not around.among(around.words[-1], "doubtful"):
        return True
    return around.among(around.before, "before") and not around.among(around.after, "genitive")


def _in_name(around: Around) -> bool:
    """ "June Smith", "the Sunday Times", "Friday prayers", "the Prague Spring"."""
    if len(around.found.slots) > 1 or not around.capital:
        return False
    if around.among(around.before, "names_month", "titles"):
        return True
    match around.found.meaning:
        case "season":
            return around.named_before and not around.named and not around.among(around.before, "before")
        case "weekday":
            paper = around.named and around.among(around.before, "definite")
            return paper or (not around.touching.strip() and around.among(around.after, "after_weekday"))
    return around.named and not around.among(around.before, "before")


def _is_rate(around: Around) -> bool:
    """Not "the Daily Mail"."""
    return not (around.capital and around.named)


def _is_day_word(around: Around) -> bool:
    """Not "the Today programme"; "Morgen wird gewählt", not "ein frischer Morgen"."""
    if around.capital and around.nouns_capital:
        return begins_sentence(around.text, around.found.start)
    return not (around.capital and around.among(around.before, "definite"))


def _is_century(around: Around) -> bool:
    """Not "21st Century Fox"."""
    return not (around.named and around.title)


def _is_decade(around: Around) -> bool:
    """ "the 60s", "the 1980s and 90s", "'68", not "in his 20s" nor "the low 60s"."""
    decade = around.found.slots.get("date", around.found)
    digits = decade.slots.get("decade", "") if isinstance(decade, Found) else ""
    if not digits[:2].isdigit() or len(digits.rstrip("s’'")) > 2:
        return True
    if around.among(around.before, "possessives"):
        return False
    return (
        around.among(around.words[0], "definite") or around.among(around.before, "to", "definite") or decade is not around.found
    )


def _is_written(around: Around) -> bool:
    """Not "version 2.10.2014"."""
    return not around.among(around.before, "number_before")


def _is_daypart(around: Around) -> bool:
    """ "at night", "before dawn", "nachts", not any night."""
    if around.among(around.words[-1], "daypart_alone"):
        return True
    if around.among(around.words[-1], "once_a_day") and around.among(around.before, "before"):
        return True
    return around.among(around.before, "daypart_before", "daypart_by")


def _is_turned_part(around: Around) -> bool:
    """Not "overnight trains"."""
    return "overnight" not in around.found.slots or not around.after or around.among(around.after, "after_ordinal", "before")


def _is_vague(around: Around) -> bool:
    """ "at the time", not "the time he left"."""
    if not around.among(around.words[-1], "after_at"):
        return True
    return around.among(around.before, "at_time") or around.among(around.words[0], "at_time")


def _is_day_of_month(around: Around) -> bool:
    """ "on the 13th,", not "the 18th Tactical Wing"; "am 10. fielen", not "am 2. Spieltag"."""
    ends = not around.after or around.among(around.after, "after_ordinal") or (around.nouns_capital and not around.noun_after)
    return (ends or _deed_follows(around)) and around.among(around.before, "before")


def _deed_follows(around: Around) -> bool:
    """ "On the 25th Britain declared", "on the 3rd troops crossed", not "on the 25th Division fell"."""
    if not around.among(around.before, "on_day"):
        return False
    words = [word.rstrip(",") for word in around.text[around.found.end + 1 : around.found.end + _DEED].split()]
    names = list(takewhile(lambda word: word[:1].isupper() or around.among(word, "side_by_side"), words))
    plural = (
        words[:1]
        if not names and words and _ends(words[0], around.context["plural_endings"] | around.context["plurals"])
        else []
    )
    told = names or plural
    if not told or len(words) < len(told) + 2 or any(around.among(word.lower(), "numbered") for word in told):
        return False
    return is_past(words[len(told)], around.language)


def _is_length(around: Around) -> bool:
    """Quarters of a year, not "three quarters of the city"; not "the June Days"."""
    if around.text[max(0, around.found.start - 1) : around.found.start] == "-":
        return False  # "after-hours trading"
    name = around.capital and len(around.words) == 1 and not around.nouns_capital
    if name and around.found.meaning == "some_length" and not begins_sentence(around.text, around.found.start):
        return False
    if around.found.slots.get("unit") != "quarter" or "filler" in around.found.slots:
        return True
    return not around.among(around.after, "genitive") and "-" not in around.words[0]


def _is_feast(around: Around) -> bool:
    """Not "the Easter Rising", "the Good Friday Agreement", "the 9/11 hotline"."""
    if len(around.found.slots) > 1:
        return True
    if around.words[0][0].isdigit():
        return not around.after or around.among(around.after, "after_numbers", "after_noun", "after_ordinal")
    return not around.named or around.among(around.before, "before")


def _is_nth(around: Around) -> bool:
    """ "on the second day,", not "second day passes"."""
    if "possessive" in around.found.slots:
        return "noun" in around.found.slots
    ends = not around.after or around.among(around.after, "after_ordinal")
    return around.among(around.words[0], "definite") and ("noun" in around.found.slots or ends)


def _is_clock(around: Around) -> bool:
    """ "at 0530", "0530 hours", not the number 0530 nor "1500 hours of training"."""
    if around.found.slots.keys() != {"military"}:
        return True
    if len(around.words) > 1:
        padded = around.words[0][0] == "0"
        return padded or (around.among(around.before, "before_clock") and not around.among(around.after, "genitive"))
    return around.among(around.before, "before_clock") and (
        not around.after or around.among(around.after, "after_ordinal", "after_clock")
    )


def _is_clock_at(around: Around) -> bool:
    """ "tonight at nine", "at 9 tonight", not "on Friday at nine hospitals" nor "at 9 yesterday"."""
    slots = around.found.slots
    if not 1 <= slots["spoken_hour"] <= 12:
        return False
    if around.words[0].isdigit() and isinstance(slots["day"].slots.get("dayword"), int):
        return False
    return not around.after or around.among(around.after, "after_ordinal", "after_clock", "before")


_CHECKS: Final[Mapping[str, Callable[[Around], bool]]] = {
    "year": _is_year,
    "short_year": _is_short_year,
    "approximate": _is_about_year,
    "turned": _is_turned,
    "calendar": _is_named,
    "rate": _is_rate,
    "day_word": _is_day_word,
    "century": _is_century,
    "decade": _is_decade,
    "part_of": _is_decade,
    "written_date": _is_written,
    "season": _is_named,
    "feast": _is_feast,
    "holiday": _is_feast,
    "lunar": _is_feast,
    "nth": _is_nth,
    "clock": _is_clock,
    "clock_at": _is_clock_at,
    "weekday": _is_named,
    "daypart": _is_daypart,
    "turned_part": _is_turned_part,
    "vague": _is_vague,
    "same_time": _is_vague,
    "now_of": _is_vague,
    "day_of_told": _is_day_of_month,
    "length": _is_length,
    "some_length": _is_length,
}
