"""The outlet that printed a text, as the text names it near its top or its end; None rather than a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from timeline.text.dateline import Dateline
from timeline.text.lines import Line, segments
from timeline.text.stamps import any_of, words

_MARKUP: Final = " \t*_()[]|"
_OWNED: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*([^\d,.|©]{3,50}?)\s*(?:[,.|\d©]|$)", re.I
)
_AGENCY_LEAD: Final = re.compile(r"[\s*_]*[^\W\d_][^\d\n(/|:;!?]{1,50}?\s*[(/](?P<name>[^()/\n\d]{2,40})[)/]\s*(?:[—–-]|--)\s")
_LONGEST: Final = 250


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    labels = words()["labels"]
    source = re.compile(rf"{any_of(labels['source'])}\s*:\s*(?P<name>.+)", re.I)
    by = re.compile(rf"{any_of(labels['by'])}\s+(?P<who>[^,|]{{3,50}}),\s*(?P<name>[^,|]{{2,50}})(?:,.*)?", re.I)
    return source, by


def publisher_in(edges: Sequence[Line], dateline: Dateline | None) -> str | None:
    """The outlet: after "Source:", beside the dateline, after a reporter's name, as agency, or in the copyright line."""
    lines = [line for line in edges if len(line.text) <= _LONGEST]
    return (
        _after_label(lines)
        or _beside(lines, dateline)
        or _in_byline(lines)
        or (dateline.agency if dateline else None)
        or _in_lead(edges)
        or _owner(lines)
    )


def _after_label(lines: Sequence[Line]) -> str | None:
    for line in lines:
        for _, part in segments(line):
            match = _labels()[0].fullmatch(part.strip(_MARKUP))
            if match and len(match["name"].split()) <= 6 and "://" not in match["name"]:
                return match["name"].strip(_MARKUP + ".")
    return None


def _beside(lines: Sequence[Line], dateline: Dateline | None) -> str | None:
    """The part before the date on the dateline's own line: "The Channel Post | 16 June 1982"."""
    for line in lines:
        if not dateline or not line.start <= dateline.start <= line.start + len(line.text):
            continue
        for start, part in segments(line, dashes=True):
            name = part.strip(_MARKUP)
            if start < dateline.start and len(name.split()) > 1 and _is_name(name):
                return name
    return None


def _in_byline(lines: Sequence[Line]) -> str | None:
    for line in lines:
        for _, part in segments(line):
            match = _labels()[1].fullmatch(part.strip(_MARKUP))
            if match and _is_name(match["name"]):
                return match["name"].strip()
    return None


def _in_lead(lines: Sequence[Line]) -> str | None:
    """ "WASHINGTON (Agency) — The": an agency in a report's lead that bears no date."""
    for line in lines:
        match = _AGENCY_LEAD.match(line.text[:150])
        if match and _is_name(match["name"]) and _is_name(match[0].split("(")[0].split("/")[0].strip(_MARKUP)):
            return match["name"].strip()
    return None


def _owner(lines: Sequence[Line]) -> str | None:
    for line in lines:
        match = _OWNED.search(line.text)
        if match and _is_name(match[1].strip()):
            return match[1].strip()
    return None


def _is_name(name: str) -> bool:
    """Up to six words, all capitalised but the small ones, none of them a reporter's job or a label."""
    parts = name.split()
    table = words()
    if not 1 <= len(parts) <= 6 or parts[0].lower() in (*table["places"]["not_first"][:10], *table["labels"]["by"]):
        return False
    if (
        any(part.lower().strip(",.") in table["bylines"]["jobs"] for part in parts[:-1])
        or parts[-1].lower() in table["bylines"]["jobs"][:6]
    ):
        return False
    return all(part[0].isupper() or part.lower() in table["places"]["inside"] for part in parts) and name[0].isupper()
