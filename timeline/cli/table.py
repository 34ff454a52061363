"""A chronology as a table in the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.chronology import Chronology
from timeline.model import Event
from timeline.wording import say_when

# Texts come from anywhere: a control character in one must not move the cursor or recolour the terminal.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

WIDTH_OF_A_PIPE = 160


def print_table(chronology: Chronology, *, undated: bool = False, ids: bool = False) -> None:
    """Print the dated events in the order of time, then the count; undated ones below and ids before, when asked for."""
    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_PIPE, highlight=False, soft_wrap=False)
    listed = (*chronology.dated, *(chronology.undated if undated else ()))
    console.print(_table(chronology, listed, ids))
    for _, sentence in chronology.sentences():
        console.print(_plain(sentence))
    console.print(
        f"{len(chronology.events)} of {chronology.total} events · {len(chronology.undated)} undated · "
        f"{len(chronology.disputed)} disputed" + (f" · {len(chronology.rejected)} rejected" if chronology.rejected else "")
    )


def _table(chronology: Chronology, events: Iterable[Event], ids: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    if ids:
        table.add_column("Id", no_wrap=True)
    table.add_column("When", no_wrap=True)
    table.add_column("What", ratio=3, min_width=30)
    table.add_column("Who", ratio=2, min_width=16)
    table.add_column("Kind", no_wrap=True)
    table.add_column("By", justify="right", no_wrap=True)
    table.add_column("Sources", ratio=1, min_width=12)
    for event in events:
        table.add_row(*(_plain(cell) for cell in ((event.id,) if ids else ()) + row(chronology, event)))
    return table


def row(chronology: Chronology, event: Event) -> tuple[str, str, str, str, str, str]:
    """When, what, who, kind, by how many independently and by whom an event is told, in words."""
    names = chronology.actor_names
    by, on = ([names.get(id, id) for id in ids] for ids in (event.initiators(), event.targets()))
    others = [names.get(part.actor, part.actor) for part in event.actors]
    who = ", ".join(by) + (" → " + ", ".join(on) if on else "") if by or on else ", ".join(others)
    when = " or ".join(dict.fromkeys(say_when(claim) for claim in event.claims)) or "undated"
    sources = dict.fromkeys(chronology.documents[id].outlet for id in event.documents if id in chronology.documents)
    return when, event.title, who, event.kind.lower(), str(event.sources), ", ".join(sources)


def _plain(words: str) -> Text:
    return Text(CONTROL.sub("\N{REPLACEMENT CHARACTER}", words))
