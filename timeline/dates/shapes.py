"""The shapes of single tokens: dates and times in digits, ordinals, eras, words and marks."""

from __future__ import annotations

import re
from typing import Final

TOKEN: Final = re.compile(
    r"""
      (?P<plain>(?!gmt|utc|(?-i:[IVX]+\b))[^\W\d_]{3,})
    | (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])|\d{4}/\d\d/\d\d(?![\d/]))
    | (?P<time_group>(?-i:\b\d{6}\s?[A-Z]\s?[A-Z]{3}\s?\d\d(?:\d\d)?\b))
    | (?P<iso_week>\d{4}-?w\d\d(?:-?[1-7])?\b)
    | (?P<slashed>\d{1,2}(?P<sep>[/.-])(?:\d{1,2}|(?-i:[IVX]{1,4}))(?P=sep)(?:\d{4}|\d\d)(?![\d/.-]*\d))
    | (?P<zone>\b(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?(?!\d))
    | (?P<roman>(?-i:\b[IVX]{1,6}\b))(?=[\s-]*century)
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}h\d\d\b)
    | (?P<decade>(?:\d{1,3}|['’]\d)0['’]?s\b)
    | (?P<quarter_code>\bq[1-4]\b)
    | (?P<half_code>\bh[12]\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<short_year>['’]\d\d(?!\d))
    | (?P<mixed>\d{1,2}[ -][1-9]/[2-9](?![\d/]))
    | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)
    | (?P<meridiem>[ap]\.\s?m\.|[ap]m\b)
    | (?P<era>[ABab]\.\s?[CcDd]\.(?:\s?[Ee]\.)?)
    | (?P<word>\b[a-z]-day\b|[^\W\d_]+)
    | (?P<possessive>['’]s\b)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split(words: str) -> tuple[str, ...]:
    """The tokens of some words in lower case, apostrophes straight: "Valentine’s Day" is `("valentine", "'s", "day")`."""
    return tuple(match.group().lower().replace("’", "'") for match in TOKEN.finditer(words))
