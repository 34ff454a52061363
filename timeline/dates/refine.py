"""Refine: what was found is looked at in its surroundings; what is not a date after all is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import noun_after, word_before

_DIGIT_MARK: Final = re.compile(r"\d[-–./:]$")
_MARK_DIGIT: Final = re.compile(r"[-–/:]\d")
_FOLLOWING: Final = re.compile(r"\s([a-z]+)")
_PLURAL: Final = re.compile(r"[^aius]s$")


def refine(found: Iterable[Found], text: str, language: Language) -> list[Found]:
    """The expressions that stand up to their surroundings, in order."""
    looked_at = (_as_rate(_before_object(each, text, language), text) for each in found)
    return [each for each in looked_at if _stands(each, text, language)]


def _before_object(found: Found, text: str, language: Language) -> Found:
    """ "five years after its launch", "the last month of the war" are lengths here: what they count from is not a date."""
    if found.meaning == "turned" and text[found.end : found.end + 4] == " of " and found.slots.get("direction"):
        return replace(found, kind="duration", meaning="length")
    if found.meaning not in ("counted", "apart"):
        return found
    body, _, last = text[found.start : found.end].rpartition(" ")
    if text[found.end : found.end + 6] == " than ":
        return replace(found, end=found.start + len(body.rstrip()), kind="duration", meaning="length")
    if last.lower() not in language.context["takes_object"] or not text[found.end : found.end + 2].strip(" ,.;:)\n"):
        return found
    end = found.start + len(body.rstrip())
    noun = noun_after(text, found.end, language) if found.meaning == "apart" else ""
    definite = text[found.start : found.end].split()[0].lower() in language.context["definite"]
    if noun or (definite and found.meaning == "apart"):
        return replace(found, end=end, meaning="apart_event", slots={**found.slots, "noun": noun})
    return replace(found, end=end, kind="duration", meaning="length")


def _as_rate(found: Found, text: str) -> Found:
    """ "960 a week" is a rate."""
    article = found.meaning == "length" and "number" not in found.slots and "bound" not in found.slots
    if article and word_before(text, found.start).replace(",", "").isdigit():
        return replace(found, kind="set", meaning="rate")
    return found


def _stands(found: Found, text: str, language: Language) -> bool:
    if _glued(text, found):
        return False
    before = word_before(text, found.start)
    if found.meaning == "year" and "era" not in found.slots:
        return _is_year(found, text, before, language)
    if found.meaning == "turned" and text[found.end : found.end + 4] == " of " and found.slots.keys() == {"unit"}:
        return False
    if found.meaning == "short_year":
        return before in language.context["before"] or before == "the"
    if found.slots.get("unit") == "quarter" and found.kind == "duration" and "filler" not in found.slots:
        return text[found.end : found.end + 3] != " of" and "-" not in text[found.start : found.end]
    if found.meaning == "weekday" and before in language.context["names_weekday"]:
        return False
    if found.meaning == "daypart":
        return before in language.context["daypart_before"]
    if found.meaning in ("vague", "same_time") and text[found.start : found.end].lower().endswith("time"):
        return before in language.context["at_time"] or text[found.start].lower() == "a"
    if found.meaning == "day_of_told":
        return before in language.context["before"] and _ends_phrase(text, found.end, language)
    if found.meaning in ("calendar", "season", "weekday") and len(found.slots) == 1:
        return _is_no_word(found, text, before, language)
    return True


def _ends_phrase(text: str, end: int, language: Language) -> bool:
    """Whether no noun follows: "the 13th," but not "the 18th Tactical Wing"."""
    after = text[end : end + 20]
    return not after.strip() or after[0] in ",.;:)" or after.split()[0].lower() in language.context["after_ordinal"]


def _glued(text: str, found: Found) -> bool:
    """Part of a longer word or number: "A320", "$1942", "1942%"."""
    before = text[found.start - 1] if found.start else " "
    after = text[found.end] if found.end < len(text) else " "
    if before.isalnum() or before in "$£€#_@" or after.isalnum() or after in "%_@":
        return True
    return _DIGIT_MARK.search(text[max(0, found.start - 2) : found.start]) is not None or (
        _MARK_DIGIT.match(text[found.end : found.end + 2]) is not None
    )


def _is_year(found: Found, text: str, before: str, language: Language) -> bool:
    context = language.context
    if before in context["number_before"]:
        return False
    year, following = found.slots["year"], _FOLLOWING.match(text, found.end)
    counts = following and (following[1] in context["plurals"] or _PLURAL.search(following[1]))
    if counts and (before not in context["in_year"] or (year % 100 == 0 and before in ("the", "from", "a", "and"))):
        return False
    first, last = sorted(context["years"])
    return first <= year <= last or before in context["before"]


def _is_no_word(found: Found, text: str, before: str, language: Language) -> bool:
    """Whether "May", "Sun", "the fall" stands where a date does."""
    word = text[found.start : found.end].lower().split()[-1]
    if word not in language.context["doubtful"]:
        return True
    return before in language.context["before"] and text[found.end : found.end + 4].lower() != " of "
