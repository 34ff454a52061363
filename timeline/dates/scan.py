"""Where in a text a date may stand: one linear pass of RE2 over its bytes, giving the runs worth reading closely.

A run is a row of words the language knows, with at least one in it that starts a date (a month, a unit, a year in
digits); everything else is passed over at the speed of RE2, whatever it holds. A text that names an era somewhere may go on
with years of two or three digits after a preposition ("in 486").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import Any, Final

from timeline.dates.language import Language

_TRIGGERS: Final = (
    "month", "weekday", "weekdays", "unit", "units", "season", "daypart", "now", "dayword", "rate", "holiday", "era",
    "fiscal", "decade_name", "clock", "feast", "lunar", "foreign_month", "style", "sometime", "overnight",
)  # fmt: skip
_WEEK: Final = r"[0-9]{4}-?w[0-9]{2}(?:-?[1-7])?"
_TIME_GROUP: Final = r"[0-9]{6} ?[a-z] ?[a-z]{3} ?[0-9]{2}(?:[0-9]{2})?"
_NUMBER: Final = r"[0-9]+(?:[.,:/-][0-9]+)*(?:st|nd|rd|th|['’]?s)?"
_STAMP: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_DATED: Final = "|".join((
    _STAMP,
    _TIME_GROUP,
    _WEEK,
    r"[0-9]{4}(?:hrs?|h|z)",
    r"[0-9]{1,2}h[0-9]{2}",
    r"[0-9]{1,2}[.][ivx]+[.][0-9]{4}",
    r"0[0-9][0-5][0-9]",
    r"[0-2][0-9]{3}(?:[-/][0-9]+)*(?:['’]?s)?",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
    r"[0-9]{1,2}[.][0-9]{2} ?[ap][.]?m",
    r"[0-9]{1,2}(?:st|nd|rd|th)",
    r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}",
    r"[0-9]{0,3}0s",
    r"q[1-4]",
))  # fmt: skip
_OFFSET: Final = r"(?:gmt|utc) ?[+-] ?[0-9]{1,2}(?::?[0-9]{2})?"
_ROMAN: Final = r"(?-i:[IVX]+)"
_TEENS, _TENS = range(11, 21), range(10, 100)  # "nineteen forty" is a year
_DOTTED: Final = r"(?:[ap]\. ?m\.|[ab]\. ?[cd]\.(?: ?e\.)?)"
_UNBOUNDED: Final = r"['’][0-9]{2}s?\b|\b[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:[ap]\. ?m\.|[ap]m\b)"
_GAP: Final = r"(?:[ \t\xc2\xa0]*(?:\r?\n)?[ \t]*(?:[,/'’().–—-][ \t\n]?)*)"


@cache
def _eras(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word.upper()) for word in language.classed('era'))})(?!\w)")


def names_era(text: str, language: Language) -> bool:
    """Whether a text has an era in it ("BC", "AD"), so that a short number may be a year."""
    return _eras(language).search(text) is not None


@cache
def _runs(language: Language, old_years: bool) -> Any:
    import re2

    triggers = {
        word for word, classes in language.words.items() if not classes.keys().isdisjoint(_TRIGGERS) and "." not in word
    }
    triggers |= {"time", "past", "clock", "weekend"}
    literals = {word.removeprefix("'") for word in language.literals}
    known = {word for word in language.words if word[-1].isalnum()} | {word for word in literals if word[:1].isalpha()}
    dated = _DATED
    if old_years:
        dated += f"|(?:{_alternatives(set(language.context['before_old_years']))}) [0-9]{{2,3}}|[0-9]{{3}} ?[-–] ?[0-9]{{2,3}}"
    first = f"(?:\\b(?:{_alternatives(triggers)}|{dated})\\b|{_UNBOUNDED}|\\b{_DOTTED})"
    thousands = f"(?:{_numbers((2,), language)}) (?:{_numbers((1000,), language)})"
    first = f"(?:{first}|\\b(?:{_numbers(_TEENS, language)})[ -](?:{_numbers(_TENS, language)})\\b|\\b{thousands}\\b)"
    dotted = "|".join([_DOTTED, *(_alternatives({word}) for word in language.words if not word[-1].isalnum())])
    any_word = (
        f"(?:{dotted}|(?:{_STAMP}|{_WEEK}|{_TIME_GROUP}|{_OFFSET}|{_ROMAN}|{_alternatives(known)}|[qh][1-4]|{_NUMBER})\\b)"
    )
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(rf"(?:\b{any_word}{_GAP})*{first}(?:{_GAP}\b{any_word})*[)]?".encode(), options)


def _numbers(size: Container[int], language: Language) -> str:
    """The words for numbers of some sizes, as alternatives."""
    return _alternatives({word for word in language.classed("number") if language.words[word]["number"] in size})


def _alternatives(words: set[str]) -> str:
    import re2

    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re2.escape(word).replace("\\ ", "\\s+").replace("\\'", "['’]") for word in longest_first)


def runs(text: str, language: Language, *, old_years: bool = False) -> Iterator[tuple[int, int]]:
    """The half-open character offsets of the runs, in order. Linear in the length of the text."""
    found = _runs(language, old_years).finditer(text.encode("utf-8", "surrogatepass"))
    if text.isascii():
        yield from (match.span() for match in found)
        return
    raw = text.encode("utf-8", "surrogatepass")
    at = character = 0
    for match in found:
        start, end = match.span()
        character += len(raw[at:start].decode("utf-8", "surrogatepass"))
        length = len(raw[start:end].decode("utf-8", "surrogatepass"))
        yield character, character + length
        at, character = end, character + length
