"""The legend: what the marks that occur mean, in words, and each one's glyph as a small svg for the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.figure.picture import Encoding, LegendEntry
from timeline.figure.theme import Theme
from timeline.spans import Grain

_WORDS: Final = {
    Encoding.DAY: "Day",
    Encoding.IMPLIED_DAY: "Day, implied",
    Encoding.LASTING: "Interval",
    Encoding.LOOSE: "Interval, ends not exact",
    Encoding.WITHIN: "Somewhere in the period",
    Encoding.IMPLIED: "Period, implied",
    Encoding.ABOUT: "About this date",
    Encoding.BEFORE: "Before",
    Encoding.AFTER: "After",
    Encoding.DISPUTED: "Sources differ",
    Encoding.LEFT_OUT: "Left out by the filters",
}
_HEIGHT: Final = 12


def entries(occurring: Iterable[tuple[Encoding, Grain | None]]) -> tuple[LegendEntry, ...]:
    """One entry for each encoding that occurs, in the order from well known to poorly known.

    "Somewhere in the month" when all such marks are months, else "in the period".
    """
    grains: dict[Encoding, set[Grain | None]] = {}
    for encoding, grain in occurring:
        grains.setdefault(encoding, set()).add(grain)
    return tuple(LegendEntry(encoding, _words(encoding, grains[encoding])) for encoding in Encoding if encoding in grains)


def _words(encoding: Encoding, grains: set[Grain | None]) -> str:
    if encoding is Encoding.WITHIN and len(grains) == 1 and (grain := next(iter(grains))) and grain > Grain.DAY:
        return f"Somewhere in the {grain.word}"
    if encoding is Encoding.DAY and any(grain and grain < Grain.DAY for grain in grains):
        return "Day or time" if Grain.DAY in grains else "Time of day"
    return _WORDS[encoding]


def glyph(encoding: Encoding, theme: Theme) -> str:
    """A mark as a 24 by 12 pixel svg in the theme's soft colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="{_HEIGHT}" viewBox="0 0 24 {_HEIGHT}" aria-hidden="true">'
        f"{_drawn(encoding, theme.soft, theme.paper)}</svg>"
    )


def _drawn(encoding: Encoding, ink: str, paper: str) -> str:
    if encoding is Encoding.DAY:
        return _diamond(12, ink, ink)
    if encoding is Encoding.LEFT_OUT:
        return "".join(f'<path d="M{x} 3L{x + 3} 6L{x} 9L{x - 3} 6Z" fill="{ink}" opacity=".5"/>' for x in (5, 12, 19))
    if encoding is Encoding.IMPLIED_DAY:
        return _diamond(12, paper, ink) + f'<circle cx="12" cy="6" r="1.5" fill="{ink}"/>'
    if encoding is Encoding.LASTING:
        return f'<rect x="1" y="2" width="22" height="8" rx="1" fill="{ink}"/>'
    if encoding is Encoding.IMPLIED:
        outline = f'fill="none" stroke="{ink}" stroke-width="1.4" stroke-dasharray="3 2"'
        return f'<rect x="1.5" y="2" width="21" height="8" rx="1" {outline}/>'
    if encoding is Encoding.DISPUTED:
        return f'<path d="M6 6H18" stroke="{ink}"/>' + _diamond(6, paper, ink) + _diamond(18, paper, ink)
    extra = {
        Encoding.LOOSE: f'<rect x="7" y="2" width="10" height="8" fill="{ink}"/>',
        Encoding.ABOUT: _diamond(12, paper, ink),
        Encoding.BEFORE: f'<path d="M0 6L6 1V11Z" fill="{ink}"/>',
        Encoding.AFTER: f'<path d="M24 6L18 1V11Z" fill="{ink}"/>',
    }
    left, right = (8 if encoding is Encoding.BEFORE else 1), (16 if encoding is Encoding.AFTER else 23)
    return _hatched(ink, left, right) + extra.get(encoding, "")


def _hatched(ink: str, left: int, right: int) -> str:
    lines = "".join(f"M{x} 10L{x + 6} 2" for x in range(left, right - 5, 4))
    wash = f'<rect x="{left}" y="2" width="{right - left}" height="8" fill="{ink}" opacity=".25"/>'
    return f'{wash}<path d="{lines}" stroke="{ink}" stroke-width="1.5"/>'


def _diamond(x: float, fill: str, line: str) -> str:
    return f'<path d="M{x} 1L{x + 5} 6L{x} 11L{x - 5} 6Z" fill="{fill}" stroke="{line}" stroke-width="1.5"/>'
