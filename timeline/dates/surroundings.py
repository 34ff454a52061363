"""The words beside an expression."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from timeline.dates.language import Language

_NEXT: Final = re.compile(r"[ \n\u00a0]([\w'’]+)")
_CLAUSE: Final = re.compile(r"[^\W\d_ '’-]*(?:[ '’-]+[^\W\d_ '’-]+)*")
_OPENING: Final = re.compile(r"(?:^|[.!?:\n][\"”’']?\s*)(?:[^\W\d_]+\s+){0,2}$")
_NUMBERS: Final = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?![\d/-])")


def word_before(text: str, at: int) -> str:
    """The word before an offset in lower case, without marks; a bracket or a line's start is a word of its own."""
    words = text[max(0, at - 30) : at].lower().replace("(", " ( ").replace("\n", " \n ").rstrip(" ")
    return words.rpartition(" ")[2].strip("\"“”‘’'[]") if words else "\n"


def word_after(text: str, at: int) -> str:
    """The word after an offset in lower case, where only a blank stands between; else ""."""
    match = _NEXT.match(text, at)
    return match[1].lower() if match else ""


def noun_after(text: str, at: int, language: Language) -> str:
    """The noun a phrase after an offset is about: "invasion" in "the second invasion of the island"; "" for none.

    Nor is there one in "after an invasion", which may be any.
    """
    context, noun, named = language.context, "", False
    clause = _CLAUSE.match(text, at, at + 60)
    for word in clause[0].split() if clause else ():
        low = word.lower().removesuffix("'s").removesuffix("’s")
        if low in context["after_noun"]:
            break
        if low in context["indefinite"] and not noun:
            return ""
        if noun and (low in language.tense["past"] or low.endswith(language.tense["past_endings"])):
            return ""  # "three days after Argentina seized the islands"
        if low in context["determiners"]:
            if noun:
                break
            named = True
        elif not noun and not named and (low in context["pronouns"] or low.endswith(tuple(context["verb_endings"]))):
            return ""
        elif word[0].isupper() and language.writing.nouns_capital:
            return word
        else:
            noun = word.removesuffix("'s").removesuffix("’s")
    return "" if language.writing.nouns_capital else noun


def in_one_sentence(text: str, end: int, start: int, reach: int) -> bool:
    """Whether no sentence ends between two offsets, at most `reach` characters apart."""
    between = text[end:start]
    return len(between) <= reach and "\n" not in between and ". " not in between


@lru_cache(maxsize=4)
def order_of_numbers(text: str, language: Language, region: str) -> tuple[bool, str]:
    """Whether the day comes first in a text's dates in numbers, and what shows it ("" for the custom of its language).

    A date that can be read one way only shows it best, then dates with the month in words, then the country of the text ("GB"),
    which pages often have from a template.
    """
    for match in _NUMBERS.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            return True, f"the day comes first, as in {match[0]}"
        if second > 12 >= first:
            return False, f"the month comes first, as in {match[0]}"
    day, month = (_in_words(language, day_first=day_first).findall(text) for day_first in (True, False))
    if len(day) > len(month):
        return True, f"the day comes first, as in “{day[0]}”"
    if len(month) > len(day):
        return False, f"the month comes first, as in “{month[0]}”"
    if region:
        month_first = region.lower() in language.context["month_first_in"]
        return not month_first, f"the {'month' if month_first else 'day'} comes first in {region.upper()}"
    return language.writing.day_first, ""


@cache
def _in_words(language: Language, *, day_first: bool) -> re.Pattern[str]:
    """A day with its month in words, in one order."""
    months = "|".join(re.escape(word) for word in sorted(language.classed("month"), key=len, reverse=True))
    day, month = r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?", rf"\b(?i:{months})\b\.?"
    return re.compile(rf"{day} {month}" if day_first else rf"{month} {day}(?!\d)")


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset, so that a capital letter there says nothing."""
    return start == 0 or text[max(0, start - 3) : start].strip(" \"'“”„‚»«").endswith((".", "!", "?", ":", "\n"))


def opens_sentence(text: str, start: int) -> bool:
    """Whether at most two words stand between the beginning of a sentence and an offset."""
    return _OPENING.search(text[max(0, start - 25) : start]) is not None
