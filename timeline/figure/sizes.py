"""The measures of a picture, in pixels: one set for the page, one for files, which cannot be hovered and may be taller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

EDGE: Final = 20.0  # paper around everything in a file
AXIS: Final = 40.0
UPPER: Final = 28.0  # how far above the axis' foot the two rows of labels stand
LOWER: Final = 10.0
LANE_NAME: Final = 12.5
LANE_NOTE: Final = 11.0
LANE_PAD: Final = 8.0
LEAST_LANE: Final = 2 * LANE_PAD + LANE_NAME * 1.3 + LANE_NOTE * 1.35  # room for a name and a count
TITLE: Final = 20.0
PRINT: Final = 11.5
PILL: Final = 16.0


@dataclass(frozen=True, slots=True)
class Medium:
    """How a kind of picture treats text: `label_room` is a label's widest line, `label_lines` how many it may have.

    `crowd` is the height of the highest bar of a lane that only counts.
    """

    label_size: float
    label_room: float
    label_lines: int
    row: float
    most_rows: int
    insists: bool
    name_room: float
    most_height: float
    prints: bool
    crowd: float = 56.0

    @property
    def line(self) -> float:
        return round(self.label_size * 1.25, 1)

    @property
    def lettering(self) -> tuple[float, float, int]:
        """A label's widest line, its size, and how many lines it may have."""
        return self.label_room, self.label_size, self.label_lines


NARROW_LABEL: Final = 112.0
PAGE: Final = Medium(11.5, 180, 1, 24, 7, False, 128, 1_000_000, False)
FILE: Final = Medium(11.5, 230, 9, 24, 1000, True, 170, 4_000, True)
"""A file prints every label whole, in as many sub-rows as that takes."""
LONG_FILE: Final = Medium(11.0, 330, 6, 19, 1000, True, 170, 16_000, True)
"""Where that makes tall paper, labels are set wider, most of them in one line."""
DENSE_FILE: Final = Medium(11.0, 420, 9, 20, 40, True, 170, 1_000_000, True)
"""Where even that would be too tall to open anywhere, labels stand where they fit and crowds are counted."""
PAGES: Final = replace(LONG_FILE, most_height=120_000)
"""On paper of many sheets there is room for every label of some thousand events."""
SHEET: Final = Medium(11.5, 220, 1, 24, 80, False, 128, 6_000, False)
"""An offline page cannot ask for a closer look to be laid out, so it stands open: it scrolls rather than groups."""
MEDIA: Final = {"page": (PAGE,), "sheet": (SHEET, PAGE), "file": (FILE, LONG_FILE, DENSE_FILE), "pages": (PAGES, DENSE_FILE)}

AXIS_APART: Final = 900.0  # how far below an axis the next lane gets one of its own
