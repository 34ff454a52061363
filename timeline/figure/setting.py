"""What all lanes of a picture share: the frame on the paper, the time in it, and the events in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from timeline.chronology.chronology import Chronology
from timeline.figure.drawn import Drawn, InView
from timeline.figure.relative import Origin
from timeline.figure.sizes import NARROW_LABEL, Medium
from timeline.spans import Moment


@dataclass(frozen=True, slots=True)
class Setting:
    """The frame runs from `left` to `right` pixels and from `start` to `end` in time.

    `rest` are events in view that the filters leave out, where they are drawn; time may be counted from an `origin`.
    """

    chronology: Chronology
    left: float
    right: float
    start: Moment
    end: Moment
    medium: Medium
    selected: str | None
    drawn: InView
    rest: InView
    origin: Origin | None = None
    shortened: Mapping[str, Drawn] = field(default_factory=dict)

    def narrower(self, keys: Iterable[str]) -> Setting:
        """The same for some events, by id, with shorter labels."""
        medium = replace(self.medium, label_room=min(self.medium.label_room, NARROW_LABEL))
        drawn = {key: self.drawn[key].lettered(medium) for key in keys}
        return replace(self, medium=medium, shortened=drawn)

    def known(self, key: str) -> Drawn:
        """An event in view, by id, with its label as it is set here."""
        return self.shortened.get(key) or self.drawn[key]

    @property
    def frame(self) -> tuple[float, float]:
        return self.left, self.right

    @property
    def room(self) -> float:
        return self.right - self.left

    @property
    def pixel(self) -> float:
        """Minutes a pixel."""
        return (self.end - self.start) / self.room

    def x(self, at: float) -> float:
        """The pixels of a moment."""
        return self.left + (at - self.start) / self.pixel

    def at(self, x: float) -> float:
        """The moment at a place in pixels."""
        return self.start + (x - self.left) * self.pixel
