"""Cutting a text where marks begin and end, so that marks that overlap become runs that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


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


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of the blocks of a text that blank lines keep apart, without those lines."""
    start: int | None = None
    end = 0
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            start = at if start is None else start
            end = at + len(line.rstrip())
        elif start is not None:
            yield start, end
            start = None
        at += len(line)
    if start is not None:
        yield start, end
