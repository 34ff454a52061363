"""The first and the last lines of a text, where it says when and by whom it was written, and their segments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FIRST: Final = 12
LAST: Final = 5

_BARS: Final = re.compile(r"\s*[|·•;\t]+\s*|\s{3,}|\s+/\s+")
_DASHES: Final = re.compile(r"\s+(?:[—–-]|--)\s+")
_BARS_OR_DASHES: Final = re.compile(f"{_BARS.pattern}|{_DASHES.pattern}")
_SENTENCES: Final = re.compile(r"(?<=\w[.!])\s+(?=[^\W\d_])")
_BREAK: Final = re.compile(r"\r\n|[\n\r]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with ink on it; `number` counts such lines, from the end (-1 the last) for those at the end."""

    number: int
    start: int
    text: str


def edges(text: str) -> list[Line]:
    """The first and the last lines that hold anything, each once."""
    first = head(text, FIRST)
    covered = first[-1].start + len(first[-1].text) if first else 0
    last: list[Line] = []
    end = len(text)
    while end > covered and len(last) < LAST:
        start = max(text.rfind("\n", covered, end) + 1, covered)
        line = text[start:end].rstrip()
        if line.strip():
            last.append(Line(-len(last) - 1, start, line))
        end = start - 1
    return [*first, *reversed(last)]


def head(text: str, count: int) -> list[Line]:
    """The first `count` lines that hold anything."""
    lines: list[Line] = []
    for start, line in _each(text):
        if line.strip():
            lines.append(Line(len(lines), start, line.rstrip()))
        if len(lines) == count:
            break
    return lines


def _each(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _BREAK.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def segments(line: Line, dashes: bool = False) -> list[tuple[int, str]]:
    """The parts between bars (and between dashes that stand free), with their offsets in the text."""
    return _parted(line, _BARS_OR_DASHES if dashes else _BARS)


def short_sentences(line: Line) -> list[tuple[int, str]]:
    """The sentences of a line of a few, with their offsets in the text: "Compiled by the desk. Updated 14 March 2025." """
    return _parted(line, _SENTENCES)


def _parted(line: Line, between: re.Pattern[str]) -> list[tuple[int, str]]:
    parts: list[tuple[int, str]] = []
    at = 0
    for bar in between.finditer(line.text):
        parts.append((line.start + at, line.text[at : bar.start()]))
        at = bar.end()
    parts.append((line.start + at, line.text[at:]))
    return [(start, part) for start, part in parts if part.strip()]
