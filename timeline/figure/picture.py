"""A picture as plain data: what stands where, before anything draws it.

Time runs along x in moments (minutes, see `timeline.spans`), so that the page can zoom; everything else is in pixels from
the picture's top left corner, y downwards. `Picture.x` turns a moment into pixels. All values are frozen and hold no
theme: a colour is an actor's hex, or None for a mark that stands for no actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from timeline.figure.paper import Paper
from timeline.figure.sizes import AXIS
from timeline.spans import Moment

_LONG: Final = 20  # pixels, beyond which a bar does not fit into a ring
_OUTLINE: Final = 3


class Encoding(StrEnum):
    """How a mark says how well its date is known."""

    DAY = "day"
    IMPLIED_DAY = "implied day"
    LASTING = "lasting"
    LOOSE = "lasting, loose ends"
    WITHIN = "within"
    IMPLIED = "implied"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"
    DISPUTED = "disputed"
    LEFT_OUT = "left out"


Fill = Literal["solid", "hatched", "dashed", "whisker"]
Sign = Literal["diamond", "small", "hollow", "dotted", "left", "right"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, `height` pixels high around its mark's middle."""

    start: float
    end: float
    fill: Fill
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    """A sign of fixed size at a moment."""

    at: float
    sign: Sign


@dataclass(frozen=True, slots=True)
class Join:
    """A thin line between the claims of a disputed event."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in one lane: the id it answers to, how it is encoded, and the shapes that say so, back to front.

    An event the filters leave out has no place of its own: its encoding is LEFT_OUT, and it is drawn in passing, faint.
    `y` is the middle in pixels. `at` is the moment that is ringed when selected. `hover` holds the lines shown on hovering.
    """

    event: str
    lane: str
    encoding: Encoding
    colour: str | None
    faint: bool
    at: float
    y: float
    bars: tuple[Bar, ...] = ()
    joins: tuple[Join, ...] = ()
    points: tuple[Point, ...] = ()
    hover: tuple[str, ...] = ()
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The title beside a mark: lines that begin (to the left of it: end) `gap` pixels from moment `x`; `y` is their middle."""

    event: str
    lines: tuple[str, ...]
    x: float
    gap: float
    y: float
    side: Literal["right", "left"]
    size: float
    selected: bool = False

    @property
    def placed(self) -> Iterator[tuple[str, float]]:
        """Each line with its middle."""
        step = self.size * 1.25
        top = self.y - step * (len(self.lines) - 1) / 2
        return ((line, top + place * step) for place, line in enumerate(self.lines))


@dataclass(frozen=True, slots=True)
class Group:
    """Events too close to draw one by one: a bar of `height` pixels with its foot at `foot`, saying how many it stands for.

    `unsure` is the share of the height that is pale: events that may lie outside of `start` to `end`. `text` is printed on it.
    """

    lane: str
    start: float
    end: float
    foot: float
    height: float
    count: float
    unsure: float
    colour: str | None
    text: str
    hover: tuple[str, ...]

    @property
    def pill(self) -> bool:
        """Whether it stands among marks for the rest of them, with its text on it; others carry theirs above."""
        return self.text.startswith("+")

    @property
    def text_at(self) -> float:
        """The middle of its text."""
        return self.foot - (self.height / 2 if self.pill else self.height + 7)

    @property
    def leads(self) -> str:
        """What it answers to, as a mark does to its event's id: `zoom:START:END` in moments."""
        return f"zoom:{round(self.start)}:{round(self.end)}"


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the picture: its wrapped name, the line of counts under it, its top and bottom in pixels.

    `events` is the number of different events in it, `shown` those in view, `grouped` those of them not drawn one by one.
    """

    key: str
    name: tuple[str, ...]
    note: tuple[str, ...]
    colour: str | None
    top: float
    bottom: float
    events: int
    shown: int
    grouped: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis; `label` may be empty. `strong` begins a larger unit, `upper` stands in the upper row of labels.

    A `pinned` one has no line: it names the unit the view begins in. `full` is the label of an upper one with nothing left
    out, for a view that begins there.
    """

    at: Moment
    label: str
    strong: bool = False
    upper: bool = False
    pinned: bool = False
    full: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of print outside the lanes (title, filters, sources): left edge `x`, baseline `y`, in pixels."""

    text: str
    x: float
    y: float
    size: float
    tone: Literal["ink", "soft"]
    bold: bool = False
    serif: bool = False


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """An encoding that occurs, in words; `x` and `y` the left middle of its glyph where it is printed into the picture."""

    encoding: Encoding
    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a renderer needs. `start` and `end` are the moments at `left` and `right` pixels.

    `axes` are the y at whose foot the axis' labels stand, the first above all lanes, more of them in a tall picture;
    `floor` is the y where the lanes end; from there to `height` there may be `words`.
    `events` counts the different events in view, `grouped` those of them that are only counted. With a `paper` the picture
    is shrunk or enlarged onto it.
    """

    title: str
    width: float
    height: float
    left: float
    right: float
    axes: tuple[float, ...]
    floor: float
    start: Moment
    end: Moment
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    groups: tuple[Group, ...]
    ticks: tuple[Tick, ...]
    legend: tuple[LegendEntry, ...]
    words: tuple[Words, ...]
    events: int
    grouped: int
    summary: str
    paper: Paper | None = None

    def x(self, at: float) -> float:
        """The pixels of a moment."""
        return self.left + (at - self.start) * (self.right - self.left) / (self.end - self.start)

    @property
    def scale(self) -> float:
        """Pixels of paper a pixel of the picture."""
        return min(self.paper.width / self.width, self.paper.height / self.height) if self.paper else 1.0

    @property
    def top(self) -> float:
        """The y where the first axis begins."""
        return self.axes[0] - AXIS

    def edges(self, mark: Mark) -> tuple[float, float] | None:
        """The moments just outside of a mark that is a bar too long for a ring; None for one a ring goes around."""
        bars = [bar for bar in mark.bars if bar.fill != "whisker"]
        if not bars or mark.points:
            return None
        room = _OUTLINE * self.minutes_a_pixel
        start, end = min(bar.start for bar in bars) - room, max(bar.end for bar in bars) + room
        return (start, end) if end - start > _LONG * self.minutes_a_pixel else None

    @property
    def minutes_a_pixel(self) -> float:
        return (self.end - self.start) / (self.right - self.left)
