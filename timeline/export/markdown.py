"""The selection as a Markdown chronology: a heading a year, a line an event, and the passages it rests on as footnotes.

Footnotes are those of GitHub, Pandoc and Obsidian (`[^1]`). What a source wrote is escaped: it reads as it was written and
is never emphasis, a link or html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, groupby
from typing import Final

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.export.said import decided, differ, exact, headline, tellings, what, when, who
from timeline.figure.lettering import plain
from timeline.figure.printed import counts, filters, sources
from timeline.model import Event
from timeline.spans import civil
from timeline.wording import say_year

# What means something within a line; the colon of an address and the point after www would make a link of it.
_SIGNS: Final = re.compile(r"[\\`*_\[\]{}<>&~|^$#@!]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def md(chronology: Chronology, options: Options) -> bytes:
    """UTF-8, in the order of time, undated events last."""
    notes: list[str] = []
    numbers = count(1)
    lines = list(_head(chronology, options))
    for heading, events in groupby(chronology.events.values(), _heading):
        lines += ["", f"## {heading}", ""]
        for event in events:
            marks = []
            for telling in tellings(event, chronology):
                number = next(numbers)
                marks.append(f"[^{number}]")
                origin, why = escaped(telling.origin), escaped(telling.why)
                notes.append(f"[^{number}]: “{escaped(telling.quote)}” — {origin}. Date read from {why}.")
            lines.append(_line(event, chronology) + " ".join(marks))
    return "\n".join([*lines, "", *notes, ""]).encode("utf-8", "replace")


def escaped(words: str) -> str:
    """Words on one line that Markdown shows as they are."""
    return _SIGNS.sub(r"\\\g<0>", plain(words))


def _head(chronology: Chronology, options: Options) -> Iterator[str]:
    yield f"# {escaped(chronology.title if options.title is None else options.title) or 'Chronology'}"
    yield ""
    yield " · ".join(escaped(said) for said in (counts(chronology), *filters(chronology)))
    if told := sources(chronology):
        yield ""
        yield f"Sources: {escaped(', '.join(told))}."


def _heading(event: Event) -> str:
    span = event.span
    if span is None or (span.open_start and span.open_end):
        return "Undated"
    return say_year(civil(span.end - 1)[0]) if span.open_start else say_year(span.year)


def _line(event: Event, chronology: Chronology) -> str:
    """ "- **2 May 1982** — Cruiser sunk. Arvenia → Costal Navy. Assault at Sable Ridge. *(stated; EDTF 1982-05-02)* "."""
    said = (who(event, chronology), what(event, chronology), differ(event, chronology).rstrip("."), decided(event).rstrip("."))
    told = "".join(f" {escaped(part)}." for part in said if part)
    known = f" *({escaped(exact(event))})*" if event.when else ""
    return f"- **{escaped(when(event))}** — {escaped(headline(event))}.{told}{known} "
