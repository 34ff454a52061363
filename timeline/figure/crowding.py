"""Whether a lane is too crowded to be drawn, found out before any of its events is made ready for it.

Most lanes of a long chronology end as bars. To shape and letter some hundred events first, only to count them, took most of
the time a picture takes.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from timeline.chronology.picked import Picked
from timeline.figure.encodings import LEAST, RADIUS
from timeline.figure.setting import Setting
from timeline.figure.stacking import CLOSE
from timeline.spans import Grain

_SURE: Final = 1.25  # times the share: nearer to it, only drawing tells


def crowded(here: Picked, setting: Setting, most: int, share: float) -> bool:
    """Whether clearly more than a share of the events finds no sub-row, though each takes as little room as it can."""
    if len(here) <= most:
        return False
    return _left_over(_ink(here, setting), most) > _SURE * share * len(here)


def _ink(here: Picked, setting: Setting) -> list[tuple[float, float]]:
    """From where to where each event reaches at least, in pixels, in the order in which they begin."""
    times = here.times
    begin, end, grains = (column[times.best] for column in (times.starts, times.ends, times.grains))
    starts = np.clip(setting.left + (begin - setting.start) / setting.pixel, setting.left, setting.right)
    ends = np.clip(setting.left + (end - setting.start) / setting.pixel, setting.left, setting.right)
    lengths = ends - starts
    day = (grains <= Grain.DAY) & ~times.lasting
    half = np.where(day & (lengths <= 4 * RADIUS), RADIUS, np.maximum(lengths, LEAST) / 2)
    middles = (starts + ends) / 2
    return sorted(zip((middles - half).tolist(), (middles + half).tolist(), strict=True))


def _left_over(ink: list[tuple[float, float]], most: int) -> int:
    """How many find no room, first come first served."""
    rows: list[float] = []
    missing = 0
    for start, end in ink:
        row = next((row for row, taken in enumerate(rows) if start >= taken + CLOSE), None)
        if row is not None:
            rows[row] = end
        elif len(rows) < most:
            rows.append(end)
        else:
            missing += 1
    return missing
