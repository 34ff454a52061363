"""The selection as TimelineJS 3 JSON, as its documentation describes it: a title slide and a slide an event.

What is known to be somewhere in a month is given as the whole month, not as its first day, and every date carries its own
words, since TimelineJS has no uncertainty. Years before Christ are negative the way TimelineJS counts them: -480 is shown
as 480 BC, and there is no year 0. What is open at one end stands at its other. Undated events cannot be slides: the title
slide counts them.

Headlines and texts are html there, and so they are escaped. Dates and groups are stripped of markup first and put into
the page as html after, so they are escaped twice.
"""

from __future__ import annotations

import json as writer
from html import escape
from typing import Any, Final

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.export.said import decided, differ, exact, headline, tellings, what, when, who
from timeline.figure.lanes import rows
from timeline.figure.lettering import plain
from timeline.figure.printed import counts, filters, sources
from timeline.model import Event
from timeline.spans import Grain, Moment, civil

Slide = dict[str, Any]

_PARTS: Final = ("year", "month", "day", "hour", "minute")


def timelinejs(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, indented; a slide's group is the first lane its event stands in, and its unique_id the event's id."""
    groups: dict[str, str] = {}
    for row in rows(chronology, options.lanes, {}):
        groups |= {event.id: row.name for event in row.events if event.id not in groups}
    slides = [_slide(event, groups[event.id], chronology) for event in chronology.events.values() if _stretch(event)]
    made = {"scale": "human", "title": _title(chronology, options), "events": slides}
    return writer.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def not_on_slides(chronology: Chronology) -> str:
    """ "2 of 40 events have no date and no slide."; "" when all have."""
    without = sum(_stretch(event) is None for event in chronology.events.values())
    return f"{without:,} of {len(chronology.events):,} events have no date and no slide." if without else ""


def _title(chronology: Chronology, options: Options) -> Slide:
    told = sources(chronology)
    paragraphs = (*filters(chronology), counts(chronology), not_on_slides(chronology), told and f"Sources: {', '.join(told)}.")
    name = plain(chronology.title if options.title is None else options.title) or "Chronology"
    text = "".join(f"<p>{escape(said)}</p>" for said in paragraphs if said)
    return {"unique_id": "title", "autolink": False, "text": {"headline": escape(name), "text": text}}


def _slide(event: Event, group: str, chronology: Chronology) -> Slide:
    start, end = _stretch(event) or ({}, None)
    slide: Slide = {"unique_id": event.id, "start_date": start}
    if end:
        slide["end_date"] = end
    slide["display_date"] = _twice(when(event))
    slide["group"] = _twice(plain(group))
    slide["autolink"] = False
    slide["text"] = {"headline": escape(headline(event)), "text": "".join(_text(event, chronology))}
    return slide


def _text(event: Event, chronology: Chronology) -> list[str]:
    said = (who(event, chronology), what(event, chronology), exact(event), differ(event, chronology), decided(event))
    parts = [f"<p>{escape(line)}</p>" for line in said if line]
    for telling in tellings(event, chronology):
        parts.append(f"<blockquote>“{escape(telling.quote)}”</blockquote><p>— {escape(telling.origin)}</p>")
        parts.append(f"<p>Date read from {escape(telling.why)}</p>")
    return parts


def _stretch(event: Event) -> tuple[Slide, Slide | None] | None:
    """Start and end date of an event, no end where it is a moment; None for one without any date."""
    span = event.span
    if span is None or (span.open_start and span.open_end):
        return None
    fine = span.grain < Grain.DAY
    first = _date(span.end - 1 if span.open_start else span.start, fine)
    last = first if span.open_end else _date(span.end - 1, fine)
    return first, None if first == last else last


def _date(at: Moment, fine: bool) -> Slide:
    year, *rest = civil(at)
    return dict(zip(_PARTS, (year if year > 0 else year - 1, *(rest if fine else rest[:2])), strict=False))


def _twice(said: str) -> str:
    return escape(escape(said, quote=False), quote=False)
