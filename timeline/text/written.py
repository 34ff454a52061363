"""The day a text was written, from words that say so outright: metadata, front matter, a JSON field, an option."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from timeline.errors import DateError
from timeline.model import Known, Written
from timeline.spans import Grain, Span, moment, parse_iso
from timeline.text.dateline import stamp_in
from timeline.text.zones import zone_offset

_ISO: Final = re.compile(
    r"\s*(?P<date>[+-]?\d{4}(?:-\d\d(?:-\d\d)?)?)"
    r"(?:[T ]\s*(?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?\s*"
)


def written_on(words: str, known: Known = Known.GIVEN, language: str = "en") -> Written:
    """The day (month, year or minute) named by ISO 8601 ("2026-03-07T06:29+05:30") or in words ("7 March 2026").

    Raises DateError when the words name no date.
    """
    iso = _ISO.fullmatch(words)
    if iso:
        return _from_iso(iso, words, known)
    compact = re.fullmatch(r"\s*(\d{4})(\d\d)(\d\d)\s*", words)
    if compact:
        return Written(_span("-".join(compact.groups()), words), known)
    stamp = stamp_in(words, language)
    if stamp is None:
        raise DateError(f"{words!r} names no date: write it as 2026-03-07, 2026-03-07T06:29+05:30 or 7 March 2026")
    return Written(stamp.span, known, stamp.zone, stamp.offset)


def _from_iso(iso: re.Match[str], words: str, known: Known) -> Written:
    if not iso["time"]:
        return Written(_span(iso["date"], words), known)
    span = _span(f"{iso['date']}T{iso['time']}", words)
    zone = "UTC" if iso["zone"] == "Z" else iso["zone"]
    return Written(span, known, zone, zone_offset(zone, span.start) if zone else None)


def _span(iso: str, words: str) -> Span:
    try:
        return parse_iso(iso)
    except ValueError:
        raise DateError(f"{words!r} is no day of the calendar: write it as 2026-03-07") from None


def assumed_from(path: Path) -> Written:
    """The day a file was last changed, for want of anything better, and marked as such."""
    from datetime import datetime

    changed = datetime.fromtimestamp(path.stat().st_mtime)
    return Written(Span.around(moment(changed.year, changed.month, changed.day), Grain.DAY), Known.ASSUMED)
