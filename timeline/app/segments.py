"""Cutting a text where marks begin and end, so that marks that overlap become runs that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is to look different, half-open; `kind` says how, `link` where it leads."""

    start: int
    end: int
    kind: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text under the same marks, the shortest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    def mark(self, kind: str) -> Mark | None:
        """The shortest mark of a kind that covers the segment."""
        return next((mark for mark in self.marks if mark.kind == kind), None)


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text from `start` to `end` cut at every edge of a mark: side by side, in order, nothing left out."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    inside.sort(key=lambda mark: (mark.end - mark.start, mark.start))
    cuts = {start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)}
    edges = sorted(cut for cut in cuts if start <= cut <= end)
    for left, right in pairwise(edges):
        yield Segment(left, right, tuple(mark for mark in inside if mark.start <= left and right <= mark.end))


_HEADING: Final = re.compile(r"#{1,6}[ \t]+(?=\S)")


def heading_sign(text: str, at: int) -> int:
    """Where the signs end that make a line a heading of Markdown ("## "), for a line that begins at `at`; 0 for another."""
    found = _HEADING.match(text, at)
    return found.end() if found else 0


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of the blocks of a text that blank lines keep apart, without those lines; a heading is one by itself."""
    start: int | None = None
    end = 0
    at = 0
    for line in text.splitlines(keepends=True):
        if heading_sign(line, 0):
            if start is not None:
                yield start, end
            yield at, at + len(line.rstrip())
            start = None
        elif line.strip():
            start = at if start is None else start
            end = at + len(line.rstrip())
        elif start is not None:
            yield start, end
            start = None
        at += len(line)
    if start is not None:
        yield start, end
