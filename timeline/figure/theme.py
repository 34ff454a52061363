"""The colours and letters of every picture and of the page: paper, ink, hairlines, one accent, and the actors' colours.

Colour means an actor and nothing else. Actors wear the Okabe-Ito colours, which stay apart for colour-blind readers, the
darker ones first because marks are thin; from the eighth actor on they share a grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from timeline.chronology.chronology import Chronology

OKABE_ITO: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
GREY: Final = "#8A857B"

SANS: Final = 'system-ui, "Segoe UI", "Noto Sans", sans-serif'
SERIF: Final = 'ui-serif, Georgia, "Noto Serif", serif'


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of a page or picture, as hex."""

    name: str
    paper: str
    raised: str
    ink: str
    soft: str
    line: str
    wash: str
    accent: str
    mark: str

    def shade(self, colour: str | None) -> str:
        """The colour a mark is drawn in: an actor's own (black as ink on dark paper), or soft where lanes are not actors."""
        if colour is None:
            return self.soft
        return self.ink if colour == "#000000" else colour

    def tint(self, colour: str | None, strength: float) -> str:
        """A mark's colour mixed into the paper, opaque, so that gridlines do not show through."""
        return mix(self.shade(colour), self.paper, strength)


LIGHT: Final = Theme("light", "#fcfbf8", "#ffffff", "#1c1b19", "#6b675f", "#e5e1d8", "#f4f1ea", "#17508a", "#fff1c2")
DARK: Final = Theme("dark", "#161615", "#1d1d1b", "#ece9e2", "#a19c92", "#33312d", "#22211f", "#8fbdf0", "#4a3c0a")
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def colours(whole: Chronology) -> dict[str, str]:
    """Actor id -> hex for every actor with a part in an event, by rank in the whole chronology.

    Give it the whole chronology, not a selection: an actor keeps its colour whatever is filtered.
    """
    parts, everyone = whole.whole.columns.takes_part(None, organs=True), list(whole.actors)
    counted = parts.counts(whole.picked.mask).tolist()
    counts = {actor: count for actor, count in zip(everyone, counted, strict=True) if count}
    ranked = sorted(counts, key=lambda actor: (-counts[actor], actor))
    return {actor: OKABE_ITO[rank] if rank < len(OKABE_ITO) else GREY for rank, actor in enumerate(ranked)}


@lru_cache(maxsize=1024)
def mix(colour: str, into: str, strength: float) -> str:
    """`colour` laid over `into` at `strength` 0 to 1, as an opaque hex."""
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(over * strength + under * (1 - strength)):02x}" for over, under in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
