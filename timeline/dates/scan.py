"""Where in a text a date may stand: one linear pass of RE2 over its bytes, giving the runs worth reading closely.

A run is a row of words the language knows, with at least one in it that starts a date (a month, a unit, a year in
digits); everything else is passed over at the speed of RE2, whatever it holds. A text that names an era somewhere may go on
with years of two or three digits after a preposition ("in 486").
"""

from __future__ import annotations

import codecs
from collections.abc import Container, Iterator
from functools import cache
from typing import Any, Final

from timeline.dates.compounds import shapes_of_compounds, shapes_of_numbers
from timeline.dates.language import Language
from timeline.dates.shapes import STOP

_TRIGGERS: Final = (
    "month", "weekday", "weekdays", "unit", "units", "season", "daypart", "now", "dayword", "rate", "holiday", "era",
    "fiscal", "decade_name", "clock", "feast", "lasting", "lunar", "foreign_month", "style", "sometime", "overnight",
)  # fmt: skip
_FISCAL: Final = r"fy ?[0-9]{2}(?:[0-9]{2})?(?:[/-][0-9]{2})?"
_WEEK: Final = r"[0-9]{4}-?w[0-9]{2}(?:-?[1-7])?"
_TIME_GROUP: Final = r"[0-9]{6} ?[a-z] ?[a-z]{3} ?[0-9]{2}(?:[0-9]{2})?"
_STAMP: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_DATED: Final = (
    _STAMP,
    _TIME_GROUP,
    _WEEK,
    _FISCAL,
    r"[0-9]{4}(?:hrs?|h|z)",
    r"[0-9]{1,2}h[0-9]{2}",
    r"[0-9]{1,2}[.][ivx]+[.][0-9]{4}",
    r"0[0-9][0-5][0-9]",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
    r"[0-9]{1,2}[.][0-9]{2} ?[ap][.]?m",
    r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}",
    r"q[1-4]",
)
_OFFSET: Final = r"(?:gmt|utc) ?[+-] ?[0-9]{1,2}(?::?[0-9]{2})?"
_ROMAN: Final = r"(?-i:[IVX]+)"
_TEENS, _TENS = range(11, 21), range(10, 100)  # "nineteen forty" is a year
_DOTTED: Final = r"(?:[ap]\. ?m\.|[ab]\. ?[cd]\.(?: ?e\.)?)"
_UNBOUNDED: Final = r"['’][0-9]{2}s?\b|\b[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:[ap]\. ?m\.|[ap]m\b)"
_GAP: Final = r"(?:[ \t\xa0]*(?:\r?\n)?[ \t]*(?:[,/'’().–—-][ \t\n]?)*)"
_ENCODING: Final = "cp1252"  # one byte for a character, so that offsets stay; it has the marks that dates are written with

_SCANNED: Final = "timeline-scanned"


def scanned(text: str) -> bytes:
    """A text as it is scanned, a byte for a character.

    RE2 knows the ends of words beside ASCII letters only, so all others are underscores.
    """
    return text.encode("ascii", _SCANNED)


def _beyond_ascii(error: UnicodeError) -> tuple[bytes, int]:
    """The bytes for a row of characters that ASCII has not, and where the text goes on."""
    assert isinstance(error, UnicodeEncodeError)
    marks = "".join("_" if mark.isalpha() else mark for mark in error.object[error.start : error.end])
    return marks.encode(_ENCODING, "replace"), error.end


codecs.register_error(_SCANNED, _beyond_ascii)


def _compiled(pattern: str, *, any_case: bool) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = not any_case
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(scanned(pattern), options)


@cache
def _eras(language: Language) -> Any:
    """Eras in a text: single words in capitals ("BC"), those of several words in any case ("v. Chr.")."""
    words = language.classed("era")
    single = _alternatives({word.upper() for word in words if " " not in word})
    phrases = _alternatives({word for word in words if " " in word})
    either = "|".join([*([single] if single else []), *([f"(?i:{phrases})"] if phrases else [])])
    return _compiled(rf"\b(?:{either})(?:\W|\z)", any_case=False) if either else None


def names_era(raw: bytes, language: Language) -> bool:
    """Whether a text, as it is scanned, has an era in it ("BC", "AD"), so that a short number may be a year."""
    eras = _eras(language)
    return eras is not None and eras.search(raw) is not None


@cache
def _runs(language: Language, old_years: bool) -> Any:
    words = {word for word in language.words if word[-1] != "-"}
    stopped = {word for word in words if not word[-1].isalnum()}
    triggers = {word for word in words if not language.words[word].keys().isdisjoint(_TRIGGERS) and "." not in word}
    triggers |= language.starts
    literals = {word.removeprefix("'") for word in language.literals}
    known = (words - stopped) | {word for word in literals if word[:1].isalpha()}
    made = shapes_of_compounds(language)
    dotted = rf"\b(?:{'|'.join([_DOTTED, *([_alternatives(stopped)] if stopped else [])])})"
    number = rf"[0-9]+(?:[.,:/-][0-9]+)*(?:{_endings(language)})?"
    dating = _whole(triggers, [_dated(language, old_years), *made, *_numbers_together(language)])
    first = f"(?:{dotted}|{dating}|{_unbounded(language)})"
    shapes = [_STAMP, _WEEK, _TIME_GROUP, _OFFSET, _ROMAN, *made, *shapes_of_numbers(language), "[qh][1-4]", _FISCAL, number]
    any_word = f"(?:{dotted}|{_whole(known, shapes)})"
    run = rf"(?:{any_word}{_GAP})*{first}(?:{_GAP}{any_word})*[)]?"
    return _compiled(run, any_case=True)


def _dated(language: Language, old_years: bool) -> str:
    """What dates in digits: years, decades, ordinals, hours; short years in a text that names an era."""
    decade = "|".join(language.writing.decade)
    shapes = [*_DATED, rf"[0-2][0-9]{{3}}(?:[-/][0-9]+)*(?:{decade})?"]
    shapes += [rf"[0-9]{{0,3}}0(?:{decade})"] if decade else []
    shapes += [rf"[0-9]{{1,2}}{ending}" for ending in language.writing.ordinal if ending != STOP]
    if old_years:
        before = _alternatives(set(language.context["before_old_years"]))
        about, circa = _alternatives(set(language.classed("approx"))), _alternatives(set(language.context["circa"]))
        shapes += [rf"(?:{before}) (?:(?:{about})[.]? )?[0-9]{{2,3}}", r"[0-9]{3} ?[-–] ?[0-9]{2,3}"]
        shapes += [r"[1-9][0-9]{2}"] if language.writing.nouns_capital else []
        shapes += [rf"(?:{circa})[.]? ?[0-9]{{2,3}}"] if circa else []
    return "|".join(shapes)


def _unbounded(language: Language) -> str:
    """What dates and may end in a mark."""
    stopped = r"|\b[0-9]{1,2}[.]" if language.writing.stopped else ""
    return _UNBOUNDED + stopped


def _endings(language: Language) -> str:
    return "|".join(ending for ending in (*language.writing.ordinal, *language.writing.decade) if ending != STOP)


def _numbers_together(language: Language) -> list[str]:
    """Words for numbers that may make a year: "nineteen forty", "two thousand", "neunzehnhundertvierzehn"."""
    pairs = [(_numbers(_TEENS, language), "[ -]", _numbers(_TENS, language))]
    pairs.append((_numbers((2,), language), " ", _numbers((1000,), language)))
    for rest in shapes_of_numbers(language):
        pairs.append((_numbers(_TEENS, language), "", f"(?:{_numbers((100,), language)})(?:{rest})?"))
    return [f"(?:{first}){between}(?:{last})" for first, between, last in pairs if first and last]


def _numbers(size: Container[int], language: Language) -> str:
    """The words for numbers of some sizes, as alternatives."""
    return _alternatives({word for word in language.classed("number") if language.words[word]["number"] in size})


def _whole(words: set[str], shapes: list[str]) -> str:
    """Any of some words or shapes, whole."""
    return rf"\b(?:{'|'.join([*shapes, _alternatives(words)])})\b"


def _alternatives(words: set[str]) -> str:
    import re2

    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re2.escape(word).replace("\\ ", "\\s+").replace("\\'", "['’]") for word in longest_first)


def runs(raw: bytes, language: Language, *, old_years: bool = False) -> Iterator[tuple[int, int]]:
    """The half-open offsets of the runs in a text as it is scanned, in order. Linear in the length of the text."""
    return (match.span() for match in _runs(language, old_years).finditer(raw))
