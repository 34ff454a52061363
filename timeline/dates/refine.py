"""Refine: what was found is looked at in its surroundings; some is something else than it seemed, some is no date at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Final

from timeline.dates.bracketed import with_years
from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import noun_after, word_after, word_before
from timeline.dates.unlikely import is_name, stands


def refine(found: Iterable[Found], text: str, language: Language) -> list[Found]:
    """The expressions that stand up to their surroundings, in order."""
    standing = []
    for single in found:
        for each in _apart(single, text, language) if single.ends else (single,):
            looked_at = _looked_at(each, text, language) if each.meaning in _LOOKS else each
            if stands(looked_at, text, language):
                standing.append(looked_at)
    return with_years(_in_series(standing, text, language), text)


def _in_series(found: list[Found], text: str, language: Language) -> list[Found]:
    """The expressions, with "Thursday" as one that comes again in "every Tuesday and Thursday"."""
    for at, (first, second) in enumerate(pairwise(found), 1):
        if second.slots.keys() == {"weekday"} and second.meaning == "weekday" and found[at - 1].meaning == "each_weekday":
            words = text[first.end : second.start].replace(",", " ").split()
            if len(words) <= 1 and language.context["side_by_side"].issuperset(words):
                found[at] = second._replace(kind="set", meaning="each_weekday")
    return found


def _looked_at(found: Found, text: str, language: Language) -> Found:
    for look in _LOOKS[found.meaning]:
        found = look(found, text, language)
    return found


def _apart(found: Found, text: str, language: Language) -> tuple[Found, ...]:
    """ "the year to June" is no range from a year, but a length and a date; "Mr March and June Smith" are none at all."""
    assert found.ends
    names = [is_name(end, text, language) for end in found.ends]
    if any(names):
        return tuple(end for end, name in zip(found.ends, names, strict=True) if not name)
    if found.ends[0].meaning != "turned" or found.ends[0].slots.keys() != {"unit"}:
        return (found,)
    return found.ends[0]._replace(kind="duration", meaning="length"), found.ends[1]


def _without_doubtful(found: Found, text: str, language: Language) -> Found:
    """ "a day after" where "the fall of the city" follows, which is no autumn; "Friday" where "at two hospitals" does."""
    if found.meaning == "apart_date" and "apart" in found.slots and not stands(found.slots["date"], text, language):
        return found.slots["apart"]  # type: ignore[no-any-return]
    if found.meaning == "clock_at" and not stands(found, text, language):
        return found.slots["day"]  # type: ignore[no-any-return]
    return found


def _before_object(found: Found, text: str, language: Language) -> Found:
    """ "five years after its launch", "three days later than planned" and "the last month of the war" are lengths; "fifty years
    on," is none.

    What they count from is no date; where it is an event that the text names, it may have one.
    """
    after, context = word_after(text, found.end), language.context
    if found.meaning == "turned" and after in context["genitive"] and found.slots.get("direction"):
        return found._replace(kind="duration", meaning="length")
    if (
        found.meaning == "turned_part"
        and "daypart" in found.slots
        and after
        and ("apart" in found.slots or after in context["genitive"])
    ):
        return _part_of_event(found, text, language)
    if found.meaning == "length" and after in context["on"] and text.startswith(",", found.end + 1 + len(after)):
        return found._replace(end=found.end + 1 + len(after), kind="date", meaning="counted")
    if found.meaning == "counted" and after in context["comparison"]:
        return _without_last_word(found, text, kind="duration", meaning="length")
    if found.meaning != "apart" or not after:
        return found
    noun = noun_after(text, found.end, language)
    if noun or text[found.start : found.end].split()[0].lower() in context["definite"]:
        return _without_last_word(found, text, kind="date", meaning="apart_event", noun=noun)
    return _without_last_word(found, text, kind="duration", meaning="length")


def _part_of_event(found: Found, text: str, language: Language) -> Found:
    """ "the evening of the victory", "the night before the assault"."""
    genitive = "apart" not in found.slots
    at = found.end + 1 + len(word_after(text, found.end)) if genitive else found.end
    noun = noun_after(text, at, language)
    if not genitive:
        return _without_last_word(found, text, kind="time", meaning="part_of_event", noun=noun) if noun else found
    return found._replace(meaning="part_of_event", slots={**found.slots, "noun": noun})


def _without_last_word(found: Found, text: str, *, kind: str, meaning: str, **slots: str) -> Found:
    body = text[found.start : found.end].rpartition(" ")[0].rstrip()
    return found._replace(end=found.start + len(body), kind=kind, meaning=meaning, slots={**found.slots, **slots})


def _of_event(found: Found, text: str, language: Language) -> Found:
    """ "the second day of the battle", with the noun; "during the first year of the war" is a length."""
    if found.meaning != "nth" or word_after(text, found.end) not in language.context["belongs"]:
        return found
    if "possessive" not in found.slots and text[found.start : found.end].split()[0].lower() not in language.context["definite"]:
        return found
    noun = noun_after(text, found.end + 1 + len(word_after(text, found.end)), language)
    if word_before(text, found.start) in language.context["lasting"]:
        return found._replace(kind="duration", meaning="length", slots={"unit": found.slots["unit"]})
    return found._replace(slots={**found.slots, "noun": noun})


def _as_clock(found: Found, text: str, language: Language) -> Found:
    """ "at 1530 the Guards attacked" is an hour, "in 1530" a year."""
    digits = text[found.start : found.end]
    if (
        found.meaning != "year"
        or not digits.isdigit()
        or word_before(text, found.start) not in language.context["daypart_before"]
    ):
        return found
    if len(digits) != 4 or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return found
    clock = found._replace(kind="time", meaning="clock", slots={"military": digits})
    return clock if stands(clock, text, language) else found


def _as_rate(found: Found, text: str, language: Language) -> Found:
    """ "960 a week", "25 million barrels a day", "one meal a day" are rates."""
    article = found.meaning == "length" and "number" not in found.slots and "bound" not in found.slots
    rate = article and _counts_before(text[max(0, found.start - _REACH) : found.start].split(), language)
    return found._replace(kind="set", meaning="rate") if rate else found


def _counts_before(words: list[str], language: Language) -> bool:
    """Whether the last words count something: a number, and what it counts in the plural."""
    context = language.context
    plural = tuple(context["plural_endings"])
    for back in range(1, min(len(words), _COUNTED) + 1):
        word, between = words[-back], [word.lower() for word in words[len(words) - back + 1 :]]
        if back == 2 and "number" in language.words.get(word.lower(), ()):
            return True
        if _COUNT.fullmatch(word) and (between or not _YEAR.fullmatch(word)):
            return all(each in context["counted"] or each in context["plurals"] or each.endswith(plural) for each in between)
    return False


_REACH: Final = 40  # characters before a length in which a number stands that makes it a rate
_COUNTED: Final = 3  # words back
_COUNT: Final = re.compile(r"[$£€]?\d[\d,]*(?:\.\d+)?%?")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")


def _as_length(found: Found, text: str, language: Language) -> Found:
    """ "within the hour", "for the next year" and "the year ended 31 March" are lengths."""
    if found.meaning != "turned":
        return found
    before = word_before(text, found.start)
    if found.slots.get("direction") == 1 and before in language.context["over_length"]:
        return found._replace(kind="duration", meaning="past_length")
    if found.slots.keys() != {"unit"}:
        return found
    within = before in language.context["within_length"]
    after = word_after(text, found.end)
    tied = after in language.context["that_ends"] or after in language.context["length_begins"]
    return found._replace(kind="duration", meaning="length") if within or tied else found


_Look = Callable[[Found, str, Language], Found]
# The meanings that surroundings may make others of.
_LOOKS: Final[Mapping[str, tuple[_Look, ...]]] = {"year": (_as_clock,)} | dict.fromkeys(
    ("apart_date", "clock_at", "turned", "turned_part", "length", "counted", "apart", "nth"),
    (_without_doubtful, _before_object, _as_rate, _as_length, _of_event),
)
