"""What Plotly is told in: days as numbers, lines of text without markup."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any, Final

from timeline.figure.lettering import wrap
from timeline.spans import MINUTES_A_DAY

Trace = dict[str, Any]

_ROOM: Final = 330.0
_SIZE: Final = 12.0


def days(moment: float) -> float:
    """A moment as the axis counts: days since 1970-01-01."""
    return round(moment / MINUTES_A_DAY, 6)


def minutes(days: float) -> int:
    """A place on the axis as a moment, for the ranges Plotly reports back."""
    return round(days * MINUTES_A_DAY)


def markup(lines: Iterable[str]) -> str:
    """Lines of text as Plotly shows them: nothing in them is read as html."""
    return "<br>".join(escape(line, quote=False) for line in lines)


@lru_cache(maxsize=10_000)
def hover_text(lines: tuple[str, ...]) -> str:
    """The lines of a hover box wrapped to a third of a page, the first of them bold."""
    first, *rest = (wrap(line, _ROOM, _SIZE, bold=place == 0) for place, line in enumerate(lines or ("",)))
    return "<br>".join([f"<b>{markup(first)}</b>", *map(markup, rest)])


def marker_size(gap: float) -> float:
    """The size of an unseen marker whose text stands `gap` pixels from its middle (plotly.js: radius / 0.8 + 1)."""
    return round(max(0.0, 1.6 * (gap - 1)), 1)
