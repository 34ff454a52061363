"""Sentences as offsets: one pass over the places where a sentence may end, one small question at each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from timeline.resources import DATA

_BREAKS: Final = r"\n\r\f\x85\u2028\u2029"
_STOPS: Final = ".!?…"
_FULL_STOPS: Final = "。！？｡؟۔।॥։።។"
_BREAK: Final = rf"(?:\r\n|[{_BREAKS}])"
_BLANK: Final = rf"[^\S{_BREAKS}]*+"
_CLOSERS: Final = r"\"'”’»›)\]}」』）*_"

# It begins with one set of characters, so the scan leaps from one to the next. Only the first of a run of stops may begin a
# match, and runs are taken whole, so that no text makes this quadratic.
_BOUNDARY: Final = re.compile(
    rf"[{_BREAKS}{_STOPS}{_FULL_STOPS}](?:"
    rf"(?<=[{_BREAKS}])(?:(?<=\r)\n)?+(?P<line>)(?P<gap>(?:{_BLANK}{_BREAK})++)?+"
    rf"|(?<=[{_STOPS}])(?<![{_STOPS}]{{2}})(?P<stop>[{_STOPS}]*+)(?P<closers>[{_CLOSERS}]*+)(?:\[\d{{1,3}}\])*+(?=\s|\Z)"
    rf"|(?<=[{_FULL_STOPS}])[{_FULL_STOPS}]*+[{_CLOSERS}]*+)"
)
_GAP: Final = re.compile(rf"{_BREAK}{_BLANK}{_BREAK}")
_INK: Final = re.compile(r"\S")
_LAST_WORD: Final = re.compile(r"[^\s(\[“\"‘'«—–-]+\Z")
_NEXT_WORD: Final = re.compile(r"[\s\"'“‘«(\[*_]*([^\W_]+(?:['’][^\W_]+)?)")
_BULLET: Final = re.compile(r"[-*+•‣◦–—#>|]|\(?(?:\d{1,3}|[a-zA-Z])[.)](?:\s|\Z)")
_INDENT: Final = re.compile(r"[ \t]{0,40}")
_WORD: Final = re.compile(r"\S{1,40}")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_UNSTOPPED: Final = re.compile(r"[^\s.!?:;…\"”]\s?\n(?=([^\W\d_]))")
_NUMBER: Final = re.compile(r"(?:\d{1,2}\.?[/–-])?(\d+)")
_SAMPLE: Final = 200_000
_LONGEST_WRAPPED_LINE: Final = 120
_LONGEST_WORD: Final = 40


@dataclass(frozen=True)
class _Abbreviations:
    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    before_ordinal: frozenset[str]
    after_ordinal: frozenset[str]
    other_months: frozenset[str]
    never_first: frozenset[str]


@lru_cache(maxsize=1)
def _abbreviations() -> _Abbreviations:
    tables = tomllib.loads((DATA / "abbreviations.toml").read_text("utf-8"))
    return _Abbreviations(**{name: frozenset(words) for name, words in tables.items()})


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, in order, as half-open offsets without the white space around them.

    They do not overlap and every character that is not white space lies in one. Headings, bullets and blocks between
    blank lines stand apart; a line break inside a wrapped paragraph does not end a sentence.
    """
    spans: list[tuple[int, int]] = []
    begin, wrapped = 0, _is_wrapped(text)
    line_start = 0
    for match in _BOUNDARY.finditer(text):
        at_break = match["line"] is not None
        if match["gap"]:
            ends = True
        elif at_break:
            ends = not (_continues(text, match) or (wrapped and _runs_on(text, line_start, match.start(), match.end())))
        else:
            ends = match["stop"] is None or _stops(text, begin, match)
        if at_break:
            line_start = match.end()
        if ends:
            _append(spans, text, begin, match.start() if at_break else match.end())
            begin = match.end()
    _append(spans, text, begin, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Keep the stretch without the white space at its ends, if anything is left."""
    ink = _INK.search(text, start, end)
    if not ink:
        return
    while text[end - 1].isspace():
        end -= 1
    spans.append((ink.start(), end))


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken in mid-sentence: most line breaks that end no sentence go on with a small letter."""
    on = off = 0
    for match in _UNSTOPPED.finditer(text, 0, _SAMPLE):
        if match[1].islower():
            on += 1
        else:
            off += 1
    return on > 0 and on * 2 >= off


def _continues(text: str, match: re.Match[str]) -> bool:
    """A line that begins with a small letter goes on with the line before, unless that was ended by a stop."""
    if match.start() == 0 or text[match.start() - 1] in ".!?:;…":
        return False
    start = _INDENT.match(text, match.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
    return text[start : start + 1].islower() and not _BULLET.match(text, start)


def _runs_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether the line text[start:end] was broken because its next word no longer fitted."""
    if not 0 < end - start <= _LONGEST_WRAPPED_LINE or _BULLET.match(text, following):
        return False
    width = _widest_line(text, start, following)
    word = _WORD.match(text, following)
    return word is not None and width <= _LONGEST_WRAPPED_LINE and end - start + 1 + len(word[0]) > width


def _widest_line(text: str, start: int, following: int) -> int:
    """The length of the longest of the lines around, as far as the page was wide."""
    before = text[max(0, start - 400) : start].split("\n")[1:-1]
    after = text[following : following + 400].split("\n")[:-1]
    return max((len(line) for line in (*before, text[start:following].rstrip("\r\n"), *after)), default=0)


def _stops(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a run of . ! ? … followed by white space ends the sentence begun at `begin`."""
    following = _NEXT_WORD.match(text, match.end(), match.end() + 80)
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return _GAP.search(text, match.end(), following.start(1)) is not None
    if text[match.start()] != "." or match["stop"] or match["closers"].strip("*_"):
        return True
    return not _abbreviates(text, begin, match.start(), word)


def _abbreviates(text: str, begin: int, stop: int, following: str) -> bool:
    """Whether the word before a single full stop is an abbreviation that goes on with `following`."""
    last = _LAST_WORD.search(text, max(begin, stop - _LONGEST_WORD), stop)
    if not last:
        return False
    word, known = last[0], _abbreviations()
    if word in known.before_name or following in known.never_first:
        return True
    if word in known.before_number:
        return following[0].isdigit()
    if number := _NUMBER.fullmatch(word):
        return _is_ordinal(text, begin, last.start(), number[1], following)
    if word in known.may_end or (word.isupper() and _INITIALS.fullmatch(word)):
        return following not in known.starters
    return False


def _is_ordinal(text: str, begin: int, start: int, number: str, following: str) -> bool:
    """'am 3. Mai', '(27./28. Juli' and '1. The first point': a number whose stop belongs to it."""
    if len(number) > 3:
        return False
    if _INK.search(text, begin, start) is None:
        return True
    before, known = _LAST_WORD.search(text, max(begin, start - _LONGEST_WORD), start - 1), _abbreviations()
    word = before[0].lower() if before else ""
    if len(number) < 3 and following.lower() in known.after_ordinal and word not in known.after_ordinal | known.other_months:
        return True
    return len(number) < 3 and word in known.before_ordinal
