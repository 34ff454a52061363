"""What a text is called: its heading, its short first line, its file's name made readable, or its opening words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from timeline.text.dateline import after_lead, is_stamp
from timeline.text.lines import Line
from timeline.text.sentences import sentences
from timeline.text.stamps import any_of, words

_LONGEST: Final = 160
_OPENING: Final = 60
_HEADING: Final = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_LETTER: Final = re.compile(r"[^\W\d_]")
_FILE: Final = re.compile(r"(.+?)(?:\.[a-z]{1,5})?", re.I)


def title_of(text: str, edges: Sequence[Line], name: str) -> str:
    """The title of a text read under `name`; never empty."""
    lines = [line for line in edges[:4] if line.number >= 0]
    return _repeated(lines) or _heading(lines) or _first_line(text, lines) or _readable(name) or _opening(text, lines) or name


def _repeated(lines: list[Line]) -> str | None:
    """A line repeated at the end of the line before it, where a page's breadcrumbs were glued to it, is the title."""
    for line, following in pairwise(lines):
        tail = following.text.strip()
        if len(tail) >= 12 and len(tail) <= 2 * _LONGEST and line.text.rstrip().endswith(tail):
            return _plain(tail)
    return None


def _heading(lines: list[Line]) -> str | None:
    for line in lines:
        match = _HEADING.fullmatch(line.text.strip())
        if match:
            return _plain(match[1])
    return None


def _first_line(text: str, lines: list[Line]) -> str | None:
    """The first line that is no dateline or byline, when it is short, ends in no full stop and more follows.

    A line broken at the edge of the page is taken with the rest of its sentence.
    """
    for line, _ in pairwise(lines):
        if _is_furniture(_plain(line.text)):
            continue
        end = line.start + len(line.text)
        window = text[line.start : line.start + 4 * _LONGEST]
        title = _plain(
            text[line.start : next((line.start + stop for _, stop in sentences(window) if line.start + stop >= end), end)]
        )
        ends = title.endswith((".", ":", ";", ",")) and not re.search(r"\b(?:[A-Z]\.)+$|\.\.\.$", title)
        return None if ends or len(title) > _LONGEST else title
    return None


def _is_furniture(line: str) -> bool:
    """Whether a line is a dateline, a byline, a labelled source, or holds no word."""
    return is_stamp(line) or _labelled().match(line) is not None or not _LETTER.search(line)


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    labels = words()["labels"]
    known = any_of([*labels["published"], *labels["updated"], *labels["source"]])
    return re.compile(rf"\|?\s*{known}\s*:|(?-i:(?:By|BY|Von|Par|Por)\s+[A-Z])", re.I)


def _plain(line: str) -> str:
    """The line without markup characters around it, on one line."""
    return " ".join(line.strip().strip("*_#|").split())


def _readable(name: str) -> str | None:
    """A file's name as words ("4-cruiser-sunk.txt" is "Cruiser sunk"); None for ids, numbers and what is no file's name."""
    if not re.search(r"[-_.]", name):
        return None
    match = _FILE.fullmatch(name)
    words_in = re.sub(r"[-_.+\s]+", " ", match[1] if match else name).strip()
    words_in = re.sub(r"^\d{1,3}\s+(?=\D)", "", words_in)
    wordy = [word for word in words_in.split() if word.isalpha() and len(word) > 2]
    if not wordy or "#" in name or re.fullmatch(r"[0-9a-f ]{8,}", words_in, re.I):
        return None
    return words_in[0].upper() + words_in[1:]


def _opening(text: str, lines: list[Line]) -> str | None:
    """The first words, after a dateline they open with, with an ellipsis when more follow."""
    begin = after_lead(lines[0]) if lines else 0
    start = " ".join(text[begin : begin + 4 * _OPENING].split())
    if len(start) <= _OPENING:
        return start or None
    return start[:_OPENING].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
