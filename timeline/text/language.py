"""Which language a text is in: by its script, else by its smallest words. It says `und` rather than guess."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from typing import Final

from timeline.resources import DATA

UNDETERMINED: Final = "und"

_SAMPLE: Final = 4_000
_WORDS: Final = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS: Final = 12
_SHARE: Final = 0.08


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, list[str]], dict[str, re.Pattern[str]]]:
    """(the languages of each small word, the letters of each script)"""
    data = tomllib.loads((DATA / "stopwords.toml").read_text("utf-8"))
    words: dict[str, list[str]] = {}
    for code, line in data["words"].items():
        for word in dict.fromkeys(line.split()):
            words.setdefault(word, []).append(code)
    scripts = {code: re.compile(f"[{chr(int(a, 16))}-{chr(int(b, 16))}]") for code, (a, b) in data["scripts"].items()}
    return words, scripts


def region_of(tag: str | None) -> str:
    """The country a language tag names: "GB" for "en-GB"; "" where it names none."""
    _, *parts = re.split("[-_]", (tag or "").strip())
    return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, or `und` when its words do not settle it.

    A text of a few words counts as English when its letters are plain ASCII and no other language is clearly ahead.
    """
    sample = text[:_SAMPLE]
    return (None if sample.isascii() else _by_script(sample)) or _by_words(sample)


def _by_script(sample: str) -> str | None:
    letters = len(re.findall(r"[^\W\d_]", sample))
    shares = {code: len(pattern.findall(sample)) for code, pattern in _tables()[1].items()}
    # Japanese is written with Chinese letters too: a fair share of kana settles it.
    if shares["ja"] * 10 > letters:
        return "ja"
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] * 2 > letters else None


def _by_words(sample: str) -> str:
    words = _WORDS.findall(sample.lower())
    small, hits = _tables()[0], Counter[str]()
    for word, count in Counter(words).items():
        for code in small.get(word, ()):
            hits[code] += count
    best = max(hits, key=lambda code: hits[code], default="en")
    if len(words) < _ENOUGH_WORDS and sample.isascii() and hits[best] - hits["en"] < 2:
        return "en"
    return best if hits[best] > 1 and hits[best] >= len(words) * _SHARE else UNDETERMINED
