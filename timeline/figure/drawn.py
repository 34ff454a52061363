"""The events of a picture before they have a place: those in view, each with its shapes and its label, made when asked for.

Ten thousand events in view are counted, not drawn: for them neither shapes nor labels are ever worked out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

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

    @property
    def faint(self) -> bool:
        """Whether it is one of several readings."""
        return self.event.when is not None and self.event.when.certainty is Certainty.GUESSED

    def lines(self, wide: float = 0.0) -> tuple[str, ...]:
        """The label as it is set; where there is more room than usual, as much as fits `wide` pixels."""
        if wide:
            return (shorten(plain(self.event.title), wide, self.medium.label_size),)
        return _label(self.event.title, self.medium)[0]

    @property
    def label(self) -> float:
        """The label's width in pixels."""
        return _label(self.event.title, self.medium)[1]

    @property
    def full(self) -> float:
        """The width of the whole title in one line, 0 where the label is the whole title already."""
        return _label(self.event.title, self.medium)[2]


def in_view(events: Iterable[Event], view: tuple[Moment, Moment], pixel: float, medium: Medium) -> dict[str, Drawn]:
    """The dated events that touch the view, by id."""
    found: dict[str, Drawn] = {}
    for event in events:
        encoding = encode(event)
        if encoding and _touches(event, encoding, view):
            found[event.id] = Drawn(event, encoding, view, pixel, medium)
    return found


def _touches(event: Event, encoding: Encoding, view: tuple[Moment, Moment]) -> bool:
    claims = event.claims if encoding is Encoding.DISPUTED else event.claims[:1]
    return any(claim.span and claim.span.start < view[1] and claim.span.end > view[0] for claim in claims)


@lru_cache(maxsize=20_000)
def _label(title: str, medium: Medium) -> tuple[tuple[str, ...], float, float]:
    """The lines of a label, their width, and that of the whole title where they are less."""
    title = plain(title) or "(no title)"
    room, size = medium.label_room, medium.label_size
    if medium.label_lines == 1:
        lines: tuple[str, ...] = (shorten(title, room, size),)
        return lines, width(lines[0], size), width(title, size) if lines != (title,) else 0.0
    lines = balance(title, room, size)
    if len(lines) > medium.label_lines:
        rest = " ".join(lines[medium.label_lines - 1 :])
        lines = (*lines[: medium.label_lines - 1], shorten(rest, room, size))
    return lines, max(width(line, size) for line in lines), 0.0
