"""What a mark, a bar or a count is filled with, the same whichever renderer draws it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.figure.picture import Fill, Group, Mark
from timeline.figure.theme import Theme

_FAINT: Final = 0.45
_SURE: Final = 0.75
_PALE: Final = 0.35
_PILL: Final = 0.22
_UNDER: Final = {"whisker": 0.45, "hatched": 0.22}


def shade(mark: Mark, theme: Theme) -> str:
    """The colour of a mark's lines and signs."""
    return theme.tint(mark.colour, _FAINT) if mark.faint else theme.shade(mark.colour)


def filled(mark: Mark, fill: Fill, theme: Theme) -> str:
    """What a bar is filled with; under hatching, the paler ground. A dashed one is paper, to cover lines of the axis."""
    if fill == "dashed":
        return theme.paper
    if fill == "solid":
        return shade(mark, theme)
    return theme.tint(mark.colour, _UNDER[fill] / 2 if mark.faint else _UNDER[fill])


def parts(group: Group, theme: Theme) -> Iterator[tuple[float, float, str]]:
    """(height, middle, colour) of what a count is drawn with: the sure part, and above it the pale one."""
    pale = group.height * group.unsure
    for height, foot, strength in (
        (group.height - pale, group.foot, _PILL if group.pill else _SURE),
        (pale, group.foot - group.height + pale, _PALE),
    ):
        if height > 0:
            yield height, foot - height / 2, theme.tint(group.colour, strength)
