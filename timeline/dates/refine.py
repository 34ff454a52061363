"""Refine: what was found is looked at in its surroundings; what is not a date after all is dropped."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.dates.find import Found
from timeline.dates.language import Language


def refine(found: Iterable[Found], text: str, language: Language) -> list[Found]:
    """The expressions that stand up to their surroundings, in order."""
    return [each for each in found if _stands(each, text, language)]


def _stands(found: Found, text: str, language: Language) -> bool:
    if _glued(text, found):
        return False
    if found.meaning == "year" and "era" not in found.slots:
        return _is_year(found, text, language)
    if found.meaning == "calendar" and set(found.slots) == {"month"}:
        return _is_month(found, text, language)
    return True


def _glued(text: str, found: Found) -> bool:
    """Part of a longer word or number: "A320", "$1942", "1942%"."""
    before = text[found.start - 1] if found.start else " "
    after = text[found.end] if found.end < len(text) else " "
    return before.isalnum() or before in "$£€#_@" or after.isalnum() or after in "%_@"


def _word_before(text: str, at: int) -> str:
    words = text[max(0, at - 30) : at].lower().replace("(", " ( ").split()
    return words[-1].strip('"“”‘’') if words else ""


def _is_year(found: Found, text: str, language: Language) -> bool:
    return _word_before(text, found.start) not in language.context.get("number_before", ())


def _is_month(found: Found, text: str, language: Language) -> bool:
    word = text[found.start : found.end].lower()
    if word not in language.context.get("ambiguous_months", ()):
        return True
    return _word_before(text, found.start) in language.context.get("before", ())
