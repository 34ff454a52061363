"""The shapes of single tokens: dates and times in digits, ordinals, eras, words and marks.

Languages write some otherwise: ordinals ("5th", "5."), decades ("1920s", "1920er"), marks in numbers ("1,500.5", "1.500,5").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

STOP: Final = "."
_NONE: Final = r"(?!)"


@dataclass(frozen=True, eq=False)
class Writing:
    """The [writing] of a language file: how an ordinal and a decade in digits end, and the marks inside numbers.

    `nouns_capital` says that all nouns begin with a capital letter, `day_first` how 3/4/2014 begins, `hours` whether a day has
    twelve of them twice. The stop of `abbreviations` ends no sentence, that of `may_end` where no capital letter follows;
    `century` and `months` are the words that an ordinal with a stop may stand before.
    """

    century: tuple[str, ...]
    months: tuple[str, ...]
    ordinal: tuple[str, ...] = ()
    decade: tuple[str, ...] = ()
    thousands: str = ","
    decimal: str = "."
    nouns_capital: bool = False
    day_first: bool = False
    hours: int = 12
    abbreviations: tuple[str, ...] = ()
    may_end: tuple[str, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether a stop makes an ordinal."""
        return STOP in self.ordinal


def writing_of(data: Mapping[str, Any]) -> Writing:
    """How a language is written, from its file."""
    lists: dict[str, Any] = {
        name: tuple(entry) if isinstance(entry, list) else entry for name, entry in data.get("writing", {}).items()
    }
    units, months = data["words"].get("unit", {}), data["words"].get("month", {})
    return Writing(**lists, century=tuple(word for word, unit in units.items() if unit == "century"), months=tuple(months))


_TOKEN: Final = r"""
      (?P<plain>(?!gmt|utc|(?-i:[IVX]+\b))[^\W\d_]{{3,}})
    | (?P<digits>\d{{1,4}}(?![\w./:'’–-]|{thousands}\d|{decimal}\d|\ \d))
    | [^\w\s'’]
    | (?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])|\d{{4}}/\d\d/\d\d(?![\d/]))
    | (?P<time_group>(?-i:\b\d{{6}}\s?[A-Z]\s?[A-Z]{{3}}\s?\d\d(?:\d\d)?\b))
    | (?P<iso_week>\d{{4}}-?w\d\d(?:-?[1-7])?\b)
    | (?P<slashed>\d{{1,2}}(?P<sep>{separator})(?:\d{{1,2}}|(?-i:[IVX]{{1,4}}|[ivx]{{1,4}}))(?P=sep)\d\d(?:\d\d)?(?![\d/.-]*\d))
    | (?P<zone>\b(?:gmt|utc)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?(?!\d))
    | (?P<roman>(?-i:\b[IVX]{{1,6}}\b){stop})(?=[\s-]*(?:{century}))
    | (?P<military>(?:[01]\d|2[0-3])[0-5]\d(?=(?:z|hrs?|h)\b))
    | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?![\d:])|\d{{1,2}}h\d\d\b)
    | (?P<decade>(?:\d{{1,3}}|['’]\d)0(?:{decade})\b)
    | (?P<quarter_code>\bq[1-4]\b)
    | (?P<fiscal_code>\bfy\s?(?:\d{{4}}|\d\d)(?:[/–-]\d\d)?\b)
    | (?P<half_code>\bh[12]\b)
    | (?P<ordinal>(?<!\d[/–-])\d{{1,2}}(?:{ordinal}))
    | (?P<short_year>['’]\d\d(?!\d))
    | (?P<mixed>\d{{1,2}}[ -][1-9]/[2-9](?![\d/]))
    | (?P<number>\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+(?:{decimal}\d+)?)
    | (?P<meridiem>[ap]\.\s?m\.)
    | (?P<era>[ABab]\.\s?[CcDd]\.(?:\s?[Ee]\.)?)
    | (?P<word>\b[a-z]-day\b|[^\W\d_]+)
    | (?P<possessive>['’]s\b)
    | [^\w\s]
    """


@cache
def token_shape(writing: Writing) -> re.Pattern[str]:
    """The pattern of one token; its groups say what kind it is of, none of them where it is a mark.

    The commonest stand first: words, numbers that nothing goes on with, marks that begin nothing.
    """
    shape = _TOKEN.format(
        separator=r"[/-]|\.\ ?" if writing.stopped else "[/.-]",
        stop=r"\.?" if writing.stopped else "",
        century=any_of(writing.century),
        decade=any_of(writing.decade),
        ordinal="|".join(r"\.(?!\d)" if ending == STOP else rf"{re.escape(ending)}\b" for ending in writing.ordinal) or _NONE,
        thousands=re.escape(writing.thousands),
        decimal=re.escape(writing.decimal),
    )
    return re.compile(shape, re.VERBOSE | re.IGNORECASE)


@cache
def split(words: str, writing: Writing) -> tuple[str, ...]:
    """The tokens of some words in lower case, apostrophes straight: "Valentine’s Day" is `("valentine", "'s", "day")`."""
    return tuple(match.group().lower().replace("’", "'") for match in token_shape(writing).finditer(words))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; for none of them one that never matches."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or _NONE
