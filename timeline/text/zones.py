"""What a printed zone means in minutes east of UTC."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any, Final

from timeline.resources import DATA
from timeline.spans import Moment, civil

_OFFSET: Final = re.compile(r"(?:UTC|GMT)?\s*([+\-−])(\d{1,2})(?::?(\d\d))?")


@lru_cache(maxsize=1)
def _tables() -> Any:
    return tomllib.loads((DATA / "zones.toml").read_text("utf-8"))


def zone_names() -> tuple[str, ...]:
    """The abbreviations known, longest first."""
    return tuple(sorted(_tables()["zones"], key=len, reverse=True))


def zone_offset(zone: str, at: Moment) -> int | None:
    """Minutes east of UTC of a zone as printed ("IST", "+05:30", "UTC+3") at a moment of its own clock; None if unknown."""
    zone = zone.strip()
    meaning = _tables()["zones"].get(zone.upper(), zone)
    offset = _OFFSET.fullmatch(meaning)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return minutes if offset[1] == "+" else -minutes
    return _by_season(meaning, at) if "/" in meaning else None


def month_first(zone: str | None) -> bool:
    """Whether 3/7/2026 is the seventh of March where this zone is printed."""
    return zone is not None and zone.upper() in _tables()["order"]["month_first"]


def _by_season(place: str, at: Moment) -> int | None:
    """The offset of an IANA zone, which changes over the year; None on a machine without the zone tables."""
    from datetime import datetime
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        offset = datetime(*civil(at), tzinfo=ZoneInfo(place)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return None if offset is None else int(offset.total_seconds()) // 60
