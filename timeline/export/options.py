"""How a selection is to be exported; data files need none of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from timeline.errors import ExportError
from timeline.figure import THEMES, Theme
from timeline.spans import Span

NARROWEST: Final = 400
WIDEST: Final = 6000


@dataclass(frozen=True, slots=True)
class Options:
    """`width` is in pixels; `colours` maps actor ids to hex, by default those of the whole chronology."""

    theme: str = "light"
    width: int = 1400
    lanes: str = "actor"
    view: Span | None = None
    title: str | None = None
    selected: str | None = None
    colours: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            raise ExportError(f"No theme {self.theme!r}; choose {' or '.join(THEMES)}.")
        if not NARROWEST <= self.width <= WIDEST:
            raise ExportError(f"A picture cannot be {self.width} pixels wide; choose {NARROWEST} to {WIDEST}.")

    @property
    def paints(self) -> Theme:
        """The theme itself."""
        return THEMES[self.theme]
