"""`timeline review`: how far a chronology is reviewed, what was decided, and taking it back."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.model import Review

if TYPE_CHECKING:
    from timeline.chronology import Chronology
    from timeline.chronology.corrections import Entry


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", type=Path, help="a chronology made with `timeline add`")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--undo", action="store_true", help="take the last decision back")
    what.add_argument("--redo", action="store_true", help="decide again what was taken back last")
    what.add_argument("--from", dest="other", metavar="STORE", type=Path, help="take over what was decided in another one")


def run(chosen: argparse.Namespace) -> int:
    from timeline.chronology import Store

    with Store.open(chosen.store) as kept:
        if chosen.other:
            if chosen.other.resolve() == chosen.store.resolve():
                raise StoreError(f"{chosen.other} is this chronology itself; name another one")
            with Store.open(chosen.other) as other:
                print(f"{kept.take_over(other)} decisions taken over from {chosen.other}")
        elif chosen.undo or chosen.redo:
            entry = kept.undo() if chosen.undo else kept.redo()
            if entry is None:
                raise StoreError(f"{chosen.store}: there is nothing to {'take back' if chosen.undo else 'decide again'}")
            print(f"{'Taken back' if chosen.undo else 'Decided again'}: {entry.said(kept.load())}")
        else:
            _tell(kept.load(), kept.history())
    return 0


def _tell(chronology: Chronology, entries: tuple[Entry, ...]) -> None:
    """The history, the oldest first, and the progress."""
    from timeline.cli.table import CONTROL

    for entry in entries:
        at = datetime.fromtimestamp(entry.at, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        state = "" if entry.state == "in force" else f" ({entry.state})"
        print(CONTROL.sub("\N{REPLACEMENT CHARACTER}", f"{at}  {entry.who}  {entry.said(chronology)}{state}"))
    states = Counter(event.review for event in chronology.events.values())
    confirmed, rejected, of = (
        states[Review.CONFIRMED],
        len(chronology.rejected),
        len(chronology.events) + len(chronology.rejected),
    )
    print(f"{confirmed + rejected} of {of} events reviewed: {confirmed} confirmed, {rejected} rejected")
