"""What the page says in a few words: counts, who did what to whom, how a day is known, where sources differ."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.chronology import Chronology
from timeline.figure import has_zone, say_offset
from timeline.model import Certainty, Event, Known, Qualifier, ResolvedDate, Written
from timeline.spans import Grain, weekday
from timeline.wording import say_span, say_when

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

KNOWN: Final = {
    Known.METADATA: "from its metadata",
    Known.DATELINE: "from its dateline",
    Known.GIVEN: "as given",
    Known.ASSUMED: "assumed from the file’s date",
}


def plural(count: int, noun: str) -> str:
    """ "1 event", "12,400 events"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


@lru_cache(maxsize=1024)
def day_written(written: Written | None) -> tuple[str, bool]:
    """When a text was written and how that is known, and whether that is sure."""
    if written is None:
        return "Day of writing not known", False
    span = written.span
    day = f"{WEEKDAYS[weekday(span.start)]} {say_span(span)}" if span.grain <= Grain.DAY else say_span(span)
    zone = f" {written.zone}" if written.zone and span.grain < Grain.DAY else ""
    return f"Written {day}{zone} · {KNOWN[written.known]}", written.known is not Known.ASSUMED


def how_fine(date: ResolvedDate) -> str:
    """How well a date is known: "to the day", "somewhere in it, implied by the order of telling"."""
    if date.span is None:
        return "no reading"
    if date.expression.qualifier is Qualifier.APPROX:
        fine = "about then"
    elif date.span.open_start or date.span.open_end:
        fine = "open on one side"
    elif date.lasting:
        fine = "all through it"
    elif date.span.grain <= Grain.DAY and date.span.end - date.span.start <= 1440:
        fine = f"to the {date.span.grain.word}"
    else:
        fine = "somewhere in it"
    if date.certainty is Certainty.GUESSED:
        return fine + ", one reading of several"
    return fine + (", implied by the order of telling" if date.by_order else "")


def actors_line(whole: Chronology, event: Event) -> str:
    """ "United Kingdom → Argentina"; who is only named where nobody acts."""
    names = {part.actor: whole.actors[part.actor].name for part in event.actors if part.actor in whole.actors}
    by, on = ([names[id] for id in ids if id in names] for ids in (event.initiators(), event.targets()))
    if not by and not on:
        return ", ".join(dict.fromkeys(names.values()))
    return " ".join(part for part in (", ".join(by), "→ " + ", ".join(on) if on else "") if part)


def when_line(event: Event) -> str:
    """An event's date, or its competing ones: "2 May 1982 or 3 May 1982"; "undated"."""
    said = dict.fromkeys(map(say_time, event.claims if event.disputed else event.claims[:1]))
    return " or ".join(said) or "undated"


def say_time(date: ResolvedDate, *, short: bool = True) -> str:
    """A date in words; a time with its zone, where the text names one."""
    zone = f" {say_offset(date.offset)}" if date.offset is not None and has_zone(date) else ""
    return say_when(date, short=short) + zone


def differing(whole: Chronology, event: Event) -> str:
    """Which source gives which date, where they cannot all be right."""
    outlets: dict[str, list[str]] = {}
    for told in event.mentions:
        if told.when and told.when.span:
            sources = outlets.setdefault(say_when(told.when), [])
            outlet = whole.documents[told.document].outlet
            if outlet not in sources:
                sources.append(outlet)
    said = [f"{date} ({', '.join(sources)})" for date, sources in outlets.items()]
    count = len({outlet for sources in outlets.values() for outlet in sources})
    number = {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))
    who = f"{number} sources differ" if count > 1 else "The source differs from itself"
    return f"{who}: {', '.join(said[:-1])} and {said[-1]}." if len(said) > 1 else ""
