"""The words printed around the lanes of a file: title, filters in force and counts above; legend and sources below.

A picture leaves the page it was made on; whoever meets it later must be able to tell what was left out and who said it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.figure.drawn import Drawn
from timeline.figure.lettering import plain, width, wrap
from timeline.figure.picture import LegendEntry, Words
from timeline.figure.relative import Origin
from timeline.figure.sizes import EDGE, PRINT, TITLE
from timeline.figure.view import beyond, say_beyond
from timeline.spans import Moment

_LINE: Final = 17.0
_GLYPH: Final = 32.0
_APART: Final = 22.0
_NAMED: Final = 20  # sources; a picture of very many is no list of them


@dataclass(frozen=True, slots=True)
class Block:
    """Printed lines with their places, and how much height they take."""

    height: float
    words: tuple[Words, ...] = ()
    legend: tuple[LegendEntry, ...] = ()

    def lowered(self, by: float) -> Block:
        """The same further down the paper."""
        words = tuple(replace(line, y=line.y + by) for line in self.words)
        return Block(self.height, words, tuple(replace(entry, y=entry.y + by) for entry in self.legend))


def nothing() -> Block:
    return Block(0.0)


def counts(chronology: Chronology) -> str:
    """ "16 of 43 events · 4 undated · 1 disputed"."""
    shown = len(chronology.events)
    total = max(chronology.total, shown)
    of = f"{shown:,} of {total:,}" if shown < total else f"{shown:,}"
    parts = [f"{of} event{'s' if total != 1 else ''}"]
    undated = len(chronology.undated)
    disputed = len(chronology.disputed)
    return " · ".join(
        [*parts, *([f"{undated:,} undated"] if undated else []), *([f"{disputed:,} disputed"] if disputed else [])]
    )


def filters(chronology: Chronology) -> tuple[str, ...]:
    """The filters in force, each as a few words."""
    return tuple(plain(said) for _, said in chronology.sentences())


def sources(chronology: Chronology) -> tuple[str, ...]:
    """The outlets that tell of the events shown, each once, in the order of their names."""
    return tuple(sorted(_told_by(chronology), key=str.casefold))


def say_sources(chronology: Chronology) -> str:
    """ "Sources: Arven Herald, Harbour Post.": of many those that tell most, and the number of the others; "" for none."""
    told_by = _told_by(chronology)
    most = sorted(told_by, key=lambda name: (-told_by[name], name.casefold()))[:_NAMED]
    others = len(told_by) - len(most)
    named = ", ".join(sorted(most, key=str.casefold)) + (f" and {others:,} more" if others else "")
    return f"Source{'s' if len(told_by) > 1 else ''}: {named}." if told_by else ""


def _told_by(chronology: Chronology) -> Counter[str]:
    """How often each outlet tells of the events shown."""
    told_by: Counter[str] = Counter()
    told = chronology.whole.columns.told_by.counts(chronology.picked.mask)
    for name, count in zip(chronology.whole.outlets.values(), told.tolist(), strict=True):
        told_by.update({plain(name): count} if count else {})
    return told_by


def head(
    chronology: Chronology,
    title: str,
    in_view: int,
    frame: tuple[float, float],
    origin: Origin | None = None,
    clock: str = "",
) -> Block:
    """Title, filters and counts, from the top of the paper, and what its time is counted from."""
    room = frame[1] - frame[0]
    words: list[Words] = []
    y = EDGE
    for line in wrap(title, room, TITLE, bold=True) if title else ():
        y += TITLE * 1.25
        words.append(Words(line, frame[0], y - 5, TITLE, "ink", bold=True, serif=True))
    dated = len(chronology.dated)
    summary = counts(chronology) + (f" · {in_view:,} in view" if in_view < dated else "")
    y += 4
    counted = f"Counted from: {origin.title}, {origin.date}" if origin else ""
    for text, tone in ((counted, "ink"), (clock, "ink"), (" · ".join(filters(chronology)), "ink"), (summary, "soft")):
        for line in wrap(text, room, PRINT + 0.5) if text else ():
            y += _LINE
            words.append(Words(line, frame[0], y - 4, PRINT + 0.5, tone))  # type: ignore[arg-type]
    return Block(y + 14, tuple(words))


def foot(
    chronology: Chronology,
    legend: tuple[LegendEntry, ...],
    drawn: Mapping[str, Drawn],
    view: tuple[Moment, Moment],
    grouped: int,
    untitled: int,
    frame: tuple[float, float],
    top: float,
) -> Block:
    """Legend, what is grouped or goes without its title, and the sources, from `top` to the end of the paper."""
    placed, y = _flow(legend, frame, top + 26)
    y += 14
    words: list[Words] = []
    for text in _remarks(chronology, drawn, view, grouped, untitled):
        for line in wrap(text, frame[1] - frame[0], PRINT):
            y += _LINE
            words.append(Words(line, frame[0], y - 4, PRINT, "soft"))
    return Block(y + EDGE - top, tuple(words), placed)


def _remarks(
    chronology: Chronology, drawn: Mapping[str, Drawn], view: tuple[Moment, Moment], grouped: int, untitled: int
) -> list[str]:
    remarks = []
    sides = zip(beyond(chronology.picked, view), ("earlier", "later"), strict=True)
    outside = [say_beyond(events, side) for events, side in sides if events]
    if outside:
        remarks.append(f"Not in this view: {'; '.join(outside)}.")
    if not drawn:
        remarks.append("No dated event in this view.")
    if grouped:
        remarks.append(
            f"{grouped:,} events stand too close to be drawn one by one here: they are counted in bars or under “+n”; "
            "an event weighs in every bar it may fall in, the pale part is not sure."
        )
    if untitled:
        remarks.append(f"{untitled:,} event{'s' if untitled > 1 else ''} drawn without a title, for want of room.")
    if any(one.faint for one in drawn.values()):
        remarks.append("Paler marks: one of several readings of the date.")
    if told := say_sources(chronology):
        remarks.append(told)
    return remarks


def _flow(legend: tuple[LegendEntry, ...], frame: tuple[float, float], y: float) -> tuple[tuple[LegendEntry, ...], float]:
    """The entries side by side, onto a new line where the paper ends."""
    x = frame[0]
    placed = []
    for entry in legend:
        wide = _GLYPH + width(entry.text, PRINT)
        if x > frame[0] and x + wide > frame[1]:
            x, y = frame[0], y + _LINE + 2
        placed.append(replace(entry, x=x, y=y))
        x += wide + _APART
    return tuple(placed), y
