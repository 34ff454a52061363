"""The words beside an expression."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.dates.language import Language

_NEXT: Final = re.compile(r"[ \n\u00a0]([\w'’]+)")
_CLAUSE: Final = re.compile(r"[^\W\d_ '’-]*(?:[ '’-]+[^\W\d_ '’-]+)*")
_OPENING: Final = re.compile(r"(?:^|[.!?:\n][\"”’']?\s*)(?:[^\W\d_]+\s+){0,2}$")
_NUMBERS: Final = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?![\d/-])")


def word_before(text: str, at: int) -> str:
    """The word before an offset in lower case, without marks; a bracket or a line's start is a word of its own."""
    words = text[max(0, at - 30) : at].lower().replace("(", " ( ").replace("\n", " \n ").split(" ")
    words = [word for word in words if word]
    return words[-1].strip("\"“”‘’'[]") if words else "\n"


def word_after(text: str, at: int) -> str:
    """The word after an offset in lower case, where only a blank stands between; else ""."""
    match = _NEXT.match(text, at)
    return match[1].lower() if match else ""


def noun_after(text: str, at: int, language: Language) -> str:
    """The noun a phrase after an offset is about: "invasion" in "the second invasion of the island"; "" for none."""
    context, noun, named = language.context, "", False
    clause = _CLAUSE.match(text, at, at + 60)
    for word in clause[0].split() if clause else ():
        low = word.lower().removesuffix("'s").removesuffix("’s")
        if low in context["after_noun"]:
            break
        if low in context["determiners"]:
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
def order_of_numbers(text: str, *, day_first: bool) -> tuple[bool, str]:
    """Whether the day comes first in a text's dates in numbers, and what shows it: a date that can be read one way only.

    `day_first` is what its language does, where the text does not show it.
    """
    for match in _NUMBERS.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            return True, f"the day comes first, as in {match[0]}"
        if second > 12 >= first:
            return False, f"the month comes first, as in {match[0]}"
    return day_first, ""


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset, so that a capital letter there says nothing."""
    return start == 0 or text[max(0, start - 3) : start].strip(" \"'“”„‚»«").endswith((".", "!", "?", ":", "\n"))


def opens_sentence(text: str, start: int) -> bool:
    """Whether at most two words stand between the beginning of a sentence and an offset."""
    return _OPENING.search(text[max(0, start - 25) : start]) is not None
