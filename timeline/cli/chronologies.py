"""`timeline add` and `show`: a chronology in a file, filled and printed; and what `export` shares with them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from timeline.cli.filters import helper_arguments
from timeline.errors import DateError, StoreError, TimelineError
from timeline.model import Known, Written
from timeline.spans import parse_iso

if TYPE_CHECKING:
    from timeline.chronology import Chronology
    from timeline.events.helpers import Helpers

_NAMED: Final = 5  # texts named in a notice; the rest is counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", type=Path, help="the chronology; made when it is not there yet")
    parser.add_argument("sources", nargs="+", help="files (.txt .md .html .jsonl), folders, or - for standard input")
    parser.add_argument("--written", metavar="DATE", help="the day the texts were written (ISO 8601), where they do not say")
    parser.add_argument("--title", help="what the chronology is called")
    helper_arguments(parser)


def add(chosen: argparse.Namespace) -> int:
    from timeline.events.helpers import helpers

    own = helpers(chosen.actors, chosen.ner)
    failures = add_sources(chosen.store, chosen.sources, written=chosen.written, title=chosen.title, own=own)
    return 1 if failures else 0


def add_sources(
    store: Path, sources: Sequence[str], *, written: str | None = None, title: str | None = None, own: Helpers | None = None
) -> int:
    """Read sources into a store, with progress on a terminal; how many could not be read, each named on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from timeline.chronology import Store, add_all

    failures, fresh, stopped = 0, not store.exists(), False
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with Store.open(store, create=True) as kept, bar:
        before, assumed = kept.counts(), set(kept.assumed())
        task = bar.add_task("Reading", total=None)

        def failed(source: str, error: TimelineError) -> None:
            nonlocal failures
            failures += 1
            console.print(f"timeline add: {error}", markup=False, highlight=False, soft_wrap=True)

        def told(done: int, of: int | None, name: str) -> None:
            bar.update(task, completed=done, total=of, description=name[:40])

        try:
            add_all(kept, sources, title=title, written=_given(written), helpers=own, progress=told, on_failure=failed)
        except KeyboardInterrupt:
            stopped = True
        after = kept.counts()
        assumed = set(kept.assumed()) - assumed
    if fresh and not after.documents:
        # A store that nothing could be read into would only be in the way of the next attempt.
        _remove(store)
        if stopped:
            raise KeyboardInterrupt
        return failures
    print(
        f"{store}: {after.documents} documents ({after.documents - before.documents} new), "
        f"{after.events} events ({after.undated} undated, {after.disputed} disputed)"
        + (f"; {failures} could not be read" if failures else "")
    )
    if assumed:
        print(_about_assumed(sorted(assumed)), file=sys.stderr)
    if stopped:
        raise KeyboardInterrupt("what was read is kept; add the same again to go on")
    return failures


def _remove(store: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)


def _about_assumed(sources: Sequence[str]) -> str:
    """Which texts do not say when they were written, and the way out."""
    named = ", ".join(Path(source).name for source in sources[:_NAMED])
    more = f" and {len(sources) - _NAMED} more" if len(sources) > _NAMED else ""
    do, their = ("do", "their files'") if len(sources) > 1 else ("does", "its file's")
    return f"{named}{more}: {do} not say when written; {their} own date is assumed. --written DAY gives it"


def _given(written: str | None) -> Written | None:
    if written is None:
        return None
    try:
        return Written(parse_iso(written), Known.GIVEN)
    except ValueError as error:
        raise DateError(
            f"--written {written!r} is not an ISO 8601 date; write it like 1982-05-04 or 1982-05-04T18:30"
        ) from error


def show_arguments(parser: argparse.ArgumentParser) -> None:
    query_arguments(parser)
    parser.add_argument("--undated", action="store_true", help="list what the texts give no date at all, too")
    parser.add_argument("--ids", action="store_true", help="print the id of each, by which `timeline review` knows it")


def show(chosen: argparse.Namespace) -> int:
    from timeline.cli.table import print_table

    print_table(_selection(chosen), undated=chosen.undated, ids=chosen.ids)
    return 0


def query_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", type=Path, help="a chronology made with `timeline add`")
    parser.add_argument(
        "--query",
        default="",
        metavar="QUERY",
        help="what to keep, as in the page's address: since=1982-05&actor=Argentina&kind=ASSAULT&q=cruiser",
    )
    parser.add_argument("--actor", action="append", metavar="NAME", help="only what it takes part in; may be given again")
    parser.add_argument(
        "--kind", action="append", metavar="KIND", help="only events of this PLOVER category; may be given again"
    )
    parser.add_argument("--sources", metavar="N", help="only what at least N sources tell independently of one another")
    parser.add_argument("--disputed", action="store_true", help="only what sources date differently")


def _selection(chosen: argparse.Namespace) -> Chronology:
    from timeline.chronology import Query

    return opened(chosen).select(Query.parse("&".join(asked(chosen))))


def opened(chosen: argparse.Namespace) -> Chronology:
    """The whole chronology of a store; StoreError when there is none."""
    from timeline.chronology import Store

    if not chosen.store.exists():
        raise StoreError(f"{chosen.store}: no such chronology; make one with `timeline add {chosen.store} TEXTS`")
    with Store.open(chosen.store) as kept:
        return kept.load()


def asked(chosen: argparse.Namespace) -> Iterator[str]:
    """The query and the options that stand for parts of one, as one text form."""
    if chosen.query:
        yield chosen.query
    for name, values in (("actor", chosen.actor), ("kind", chosen.kind)):
        yield from (f"{name}={quote_plus(value)}" for value in values or ())
    if chosen.sources is not None:
        yield f"sources>={quote_plus(chosen.sources)}"
    if chosen.disputed:
        yield "disputed=yes"
