"""How a selection is to be exported; data files need none of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from timeline.errors import ExportError
from timeline.figure import PAPERS, THEMES, Paper, Theme
from timeline.spans import Span

NARROWEST: Final = 400
WIDEST: Final = 6000
LEAST_HEIGHT: Final = 300


@dataclass(frozen=True, slots=True)
class Options:
    """`width` is in pixels, for a picture as tall as its content asks; `size` makes it a sheet instead: slide, a4,
    a4-portrait, wide, or pixels as "1920x1080", and `pages` as many of them as it takes. `colours` maps actor ids to hex,
    by default those of the whole chronology.
    """

    theme: str = "light"
    width: int = 1400
    size: str | None = None
    pages: bool = False
    lanes: str = "actor"
    view: Span | None = None
    title: str | None = None
    selected: str | None = None
    colours: Mapping[str, str] | None = None
    align: str | None = None
    compare: bool = False
    rest: bool = False
    zone: int | None = None

    @property
    def look(self) -> dict[str, Any]:
        """What of this is `lay_out`'s to heed, whatever is drawn; see there."""
        names = ("lanes", "view", "title", "colours", "align", "compare", "rest", "zone")
        return {name: getattr(self, name) for name in names}

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            raise ExportError(f"No theme {self.theme!r}; choose {' or '.join(THEMES)}.")
        if not NARROWEST <= self.width <= WIDEST:
            raise ExportError(f"A picture cannot be {self.width} pixels wide; choose {NARROWEST} to {WIDEST}.")
        if self.size is not None and self.paper is None:
            raise ExportError(
                f"No size {self.size!r}; choose {', '.join(PAPERS)}, or pixels as 1920x1080, "
                f"{LEAST_HEIGHT} to {WIDEST} each and at least {NARROWEST} wide."
            )
        if self.pages and self.size is None:
            raise ExportError(f"Pages have a size; choose {', '.join(PAPERS)}, or pixels as 1920x1080.")

    @property
    def paper(self) -> Paper | None:
        """The sheet itself; None where the content decides, or where `size` names none."""
        if self.size is None or self.size in PAPERS:
            return PAPERS.get(self.size or "")
        width, _, height = self.size.lower().partition("x")
        if not (width.isdecimal() and height.isdecimal() and len(width + height) < 9):
            return None
        fits = NARROWEST <= int(width) <= WIDEST and LEAST_HEIGHT <= int(height) <= WIDEST
        return Paper(int(width), int(height)) if fits else None

    @property
    def paints(self) -> Theme:
        """The theme itself."""
        return THEMES[self.theme]
