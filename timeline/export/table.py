"""The selection as a table: a row an event, in the order of time, undated ones last.

The columns are those of `Chronology.to_frame`, and the event's id at the end. Where an event has several actors, roles,
places, sources or ids they are joined with "; " (roles in the order of the actors), several passages with " | ". Dates
are ISO 8601 with astronomical years (`-0479-09` is September 480 BC); an open side is left empty.

Spreadsheets run a cell that begins with = + - @ as a formula, and titles and passages come from strangers: in columns of
text such a cell begins with an apostrophe instead. The points of a list ("- **12 August**", "- 18 August: a convoy") can be
no formula and are left as they are, and columns of dates and codes are left exact, minus signs and all.
"""

from __future__ import annotations

import csv as writer
import re
from io import StringIO
from typing import Any, Final

from timeline.chronology.chronology import Chronology
from timeline.chronology.frame import COLUMNS
from timeline.export.options import Options

_EXACT: Final = frozenset(
    {
        "earliest",
        "latest",
        "grain",
        "edtf",
        "certainty",
        "kind",
        "disputed",
        "claims",
        "roles",
        "ids",
        "first_told",
        "independent",
        "lag_days",
    }
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
# After the sign, what no operand begins with; or a number and a word without anything that computes, calls or refers.
_POINT: Final = re.compile(r"""[+-]\s+(?:[^\w\s"'({\[#$.@=+-].*|\d+(?:st|nd|rd|th)?\s+[^\W\d_]{2,}[^|!(=\[*/^&<>]*)""", re.S)


def csv(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, comma-separated, with a header."""
    kept = StringIO()
    rows = writer.writer(kept, lineterminator="\n")
    rows.writerow([*(column.name for column in COLUMNS), "id"])
    for event in chronology.events.values():
        rows.writerow([*(_cell(column.name, column.read(chronology, event)) for column in COLUMNS), event.id])
    return kept.getvalue().encode("utf-8", "replace")


def _cell(column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    joined = (" | " if column == "quote" else "; ").join(value) if isinstance(value, list) else str(value)
    return joined if column in _EXACT else guarded(" ".join(joined.split()))


def guarded(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    return "'" + text if text.startswith(_FORMULA) and not _POINT.fullmatch(text) else text
