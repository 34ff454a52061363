"""The events of a picture before they have a place: those in view, each with its shapes and its label, made when asked for.

Ten thousand events in view are counted, not drawn: for them neither shapes nor labels are ever worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from timeline.chronology.picked import Picked
from timeline.figure.encodings import Shapes, encode, shapes
from timeline.figure.lettering import balance, plain, shorten, width
from timeline.figure.picture import Encoding
from timeline.figure.sizes import Medium
from timeline.model import Certainty, Event
from timeline.spans import Moment


@dataclass
class Drawn:
    """An event in view; `pixel` is minutes a pixel, `view` the moments shown."""

    event: Event
    encoding: Encoding
    view: tuple[Moment, Moment]
    pixel: float
    medium: Medium

    @cached_property
    def shapes(self) -> Shapes:
        return shapes(self.event, self.encoding, self.view, self.pixel)

    def lettered(self, medium: Medium) -> Drawn:
        """The same with the labels of another medium; its shapes are worked out once for both."""
        other = Drawn(self.event, self.encoding, self.view, self.pixel, medium)
        other.shapes = self.shapes
        return other

    @property
    def faint(self) -> bool:
        """Whether it is one of several readings."""
        return self.event.when is not None and self.event.when.certainty is Certainty.GUESSED

    def lines(self, wide: float = 0.0) -> tuple[str, ...]:
        """The label as it is set; where there is more room than usual, as much as fits `wide` pixels."""
        if wide:
            return (shorten(plain(self.event.title), wide, self.medium.label_size),)
        return _label(self.event.title, *self.medium.lettering)[0]

    @property
    def label(self) -> float:
        """The label's width in pixels."""
        return _label(self.event.title, *self.medium.lettering)[1]

    @property
    def full(self) -> float:
        """The width of the whole title in one line, 0 where the label is the whole title already."""
        return _label(self.event.title, *self.medium.lettering)[2]


class InView(Mapping[str, Drawn]):
    """The dated events of some that touch a view, by id; `picked` are they, each made ready to draw when it is asked for."""

    def __init__(self, events: Picked, view: tuple[Moment, Moment], pixel: float, medium: Medium) -> None:
        times = events.times
        # Disputed events stand at each of their claims, the others at their best one; who is open on both sides nowhere.
        disputed = (times.disputed & (times.closed_count > 1))[times.rows]
        drawn = np.where(disputed, True, times.best) & ~(times.best & times.open_start & times.open_end)
        nowhere = times.any_of(times.best & times.open_start & times.open_end)
        touching = drawn & (times.starts < view[1]) & (times.ends > view[0]) & ~nowhere[times.rows]
        self.picked = events.at(times.any_of(touching))
        self._how = (view, pixel, medium)
        self._known: dict[str, Drawn] = {}

    def among(self, events: Picked) -> Picked:
        """Those of some events that are in view."""
        return events.where(self.picked.mask)

    def __getitem__(self, id: str) -> Drawn:
        if id not in self._known:
            event = self.picked.named(id)
            encoding = encode(event) if event else None
            if event is None or encoding is None:
                raise KeyError(id)
            self._known[id] = Drawn(event, encoding, *self._how)
        return self._known[id]

    def __iter__(self) -> Iterator[str]:
        return (event.id for event in self.picked)

    def __len__(self) -> int:
        return len(self.picked)


@lru_cache(maxsize=20_000)
def _label(title: str, room: float, size: float, most: int) -> tuple[tuple[str, ...], float, float]:
    """The lines of a label, their width, and that of the whole title where they are less."""
    title = plain(title) or "(no title)"
    if most == 1:
        lines: tuple[str, ...] = (shorten(title, room, size),)
        return lines, width(lines[0], size), width(title, size) if lines != (title,) else 0.0
    lines = balance(title, room, size)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = (*lines[: most - 1], shorten(rest, room, size))
    return lines, max(width(line, size) for line in lines), 0.0
