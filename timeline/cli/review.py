"""`timeline review`: how far a chronology is reviewed, what was decided, deciding and taking it back."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.cli.deciding import ACTIONS, Action, check_ids
from timeline.errors import StoreError
from timeline.model import Review
from timeline.spans import moment

if TYPE_CHECKING:
    from timeline.chronology import Chronology, Store
    from timeline.chronology.corrections import Entry


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", type=Path, help="a chronology made with `timeline add`")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--undo", action="store_true", help="take the last decision back")
    what.add_argument("--redo", action="store_true", help="decide again what was taken back last")
    what.add_argument("--from", dest="other", metavar="STORE", type=Path, help="take over what was decided in another one")
    for action in ACTIONS:
        many: dict[str, Any] = {"nargs": "+"} if action.many else {"nargs": len(action.takes)}
        what.add_argument(f"--{action.option}", metavar=action.takes, help=action.help, **many)
    parser.add_argument("--who", default="local", help="who decides (default: %(default)s)")


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
            _say(f"{'Taken back' if chosen.undo else 'Decided again'}: {entry.said(kept.load())}")
        elif decided := next((action for action in ACTIONS if getattr(chosen, action.option)), None):
            _decide(kept, decided, getattr(chosen, decided.option), chosen.who)
        else:
            _tell(kept.load(), kept.history())
    return 0


def _decide(kept: Store, action: Action, values: list[str], who: str) -> None:
    now = datetime.now()
    made = action.made(values, moment(now.year, now.month, now.day))
    check_ids(kept.load(), action.ids(values))
    step = kept.correct(*made, at=int(now.timestamp()), who=who)
    entry = next(entry for entry in kept.history() if entry.step == step)
    said = entry.said(kept.load())
    _say(said[:1].upper() + said[1:])


def _tell(chronology: Chronology, entries: tuple[Entry, ...]) -> None:
    """The history, the oldest first, and the progress."""
    for entry in entries:
        at = datetime.fromtimestamp(entry.at, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        state = "" if entry.state == "in force" else f" ({entry.state})"
        _say(f"{at}  {entry.who}  {entry.said(chronology)}{state}")
    states = Counter(event.review for event in chronology.events.values())
    confirmed, rejected, of = (
        states[Review.CONFIRMED],
        len(chronology.rejected),
        len(chronology.events) + len(chronology.rejected),
    )
    print(f"{confirmed + rejected} of {of} events reviewed: {confirmed} confirmed, {rejected} rejected")


def _say(words: str) -> None:
    """Print a line; what could move the cursor is made visible."""
    from timeline.cli.table import CONTROL

    print(CONTROL.sub("\N{REPLACEMENT CHARACTER}", words))
