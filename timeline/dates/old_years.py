"""Years of two or three digits, in a text that names an era: "in 486", "June 479", "the summer of 493", "from 483 to 479";
in German "415 fuhr die Flotte".
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.language import Language
from timeline.dates.surroundings import word_after, word_before
from timeline.dates.tense import is_past
from timeline.dates.tokens import Token


def with_old_years(row: Sequence[Token], text: str, offset: int, language: Language) -> list[Token]:
    """The tokens of a run at an offset with the name "year" given to every short number that stands where a year does."""
    found: list[Token] = []
    for at, token in enumerate(row):
        if _is_short(token) and (
            _after_year_word(found, token, language)
            or _in_brackets(row, at, text, offset, language)
            or beside_verb(text, offset + token.start, offset + token.end, language)
        ):
            values = {**token.values, "year": token.values["number"]}
            token = token._replace(names=token.names | {"year"}, values=values)
        found.append(token)
    return found


def _is_short(token: Token) -> bool:
    return token.text.isdigit() and 2 <= len(token.text) <= 3 and token.values.get("number", 0) > 0


def _after_year_word(before: list[Token], token: Token, language: Language) -> bool:
    """Whether what stands before a number makes it a year: a preposition, a month, or where a range began."""
    if not before:
        return False
    if before[-1].text == "." and len(before) > 1 and "approx" in before[-2].names:
        before = before[:-1]
    word, earlier = before[-1], before[-2] if len(before) > 1 else None
    preposition = earlier if earlier and "approx" in word.names else word
    if preposition.text.lower() in language.context["before_old_years"] or word.text.lower() in language.context["circa"]:
        return True
    if "month" in word.names:
        return "day" not in token.names
    if earlier is None:
        return False
    if word.text.lower() in language.context["genitive"]:
        return not earlier.names.isdisjoint({"season", "month"})
    return "year" in earlier.names and word.text.lower() in language.context["to"]


def beside_verb(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a number counts nothing, where nouns are written with a capital letter: "415 fuhr die Flotte", "er starb 429"."""
    if not language.writing.nouns_capital or end - start < 3:
        return False
    after = word_after(text, end)
    return text[end + 1].islower() and is_past(after, language) if after else is_past(word_before(text, start), language)


def _in_brackets(row: Sequence[Token], at: int, text: str, offset: int, language: Language) -> bool:
    """The first year of "(431–404)"."""
    if at + 2 >= len(row) or not text.startswith("(", offset + row[at].start - 1):
        return False
    return row[at + 1].text in language.context["to"] and _is_short(row[at + 2])
