"""The shapes a dateline has: a whole segment of a line, or the lead of a report."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.text.stamps import any_of, stamp_pattern, words


def _stamp() -> str:
    return f"(?P<stamp>{stamp_pattern()})"


def _place() -> str:
    """A name before the date; whether it can be a place's is `is_proper`'s question."""
    return rf"(?P<place>(?!{any_of(words()['dates']['weekdays'])}\b)[^\W\d_](?:[^\d\n(/|:;!?]|/(?=\w)){{1,60}}?)"


def _agency(group: str) -> str:
    return rf"\s*[(/\[](?P<{group}>[^()/\[\]\n\d]{{2,40}})[)/\]]"


@lru_cache(maxsize=1)
def segment_pattern() -> re.Pattern[str]:
    """A segment that is a dateline: "Last Updated: Mar 07, 2026", "By Jane Roe, 4 May 1982", "Geneva, 12 May 2014".

    Of a "Reporting period: 3–9 June 2024" it is the last day.
    """
    labels = words()["labels"]
    reporter = rf"{any_of(labels['by'])}\s+(?:the\s+)?(?P<who>[^\d|]{{2,80}}?)"
    label = (
        rf"(?:(?P<published>{any_of(labels['published'])})|(?P<updated>{any_of(labels['updated'])}))\b"
        rf"(?:\s+{reporter})?[\s,:]*(?:\b{any_of(labels['before_date'])}\s+)*"
    )
    byline = rf"(?P<by>{reporter.replace('?P<who>', '?P<who_by>')})(?:[\s,:—–-]+|\s+on\s+)"
    period = rf"(?P<period>{any_of(labels['period'])})\b[\s:,]*[^|\n]{{1,30}}?\s?(?:[–—-]|{any_of(labels['to'])})\s?"
    return re.compile(rf"[\s*_(\[]*(?:{label}|{byline}|{period}|{_place()},\s*)?{_stamp()}[\s*_.)\]]*", re.IGNORECASE)


@lru_cache(maxsize=1)
def lead_pattern() -> re.Pattern[str]:
    """The words before a report's first: "LONDON, 4 May 1982 —", "Stanley, June 14 (Agency) -", "GENEVA (12 May 2014) –"."""
    return re.compile(
        rf"[\s*_]*(?:{_place()}(?:{_agency('agency_first')})?[,\s]\s*)?(?P<bracket>\()?{_stamp()}(?(bracket)\))"
        rf"(?:{_agency('agency')})?\s*(?P<dash>[—–:]|--|-|\.)?[*_]*(?:\s+(?=[^\s\d])|\s*\Z)",
        re.IGNORECASE,
    )


def is_proper(name: str, most: int = 6) -> bool:
    """Whether all of at most `most` words are capitalised, small words of names apart, and the first begins no sentence."""
    table = words()["places"]
    parts = re.findall(r"[^\W\d_][^\s,./]*", name)
    if not parts or len(parts) > most or parts[0].lower() in table["not_first"]:
        return False
    return all(not part[0].islower() or part in table["inside"] for part in parts)
