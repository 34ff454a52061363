"""How long a chronology takes: CPU time of columns, selections, facets, words; of adding to and loading from a file.

    python -m tests.bench.chronology [EVENTS] [--store]

The events are made by `tests.made`, whose few words meet far more often than those of real texts do: adding costs more here.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from tests.chronology.test_store import tellings
from tests.made import made_chronology
from timeline.chronology import Chronology, Query, Store


def measure(label: str, act: Callable[[], object], times: int = 1) -> None:
    began = process_time()
    for _ in range(times):
        act()
    print(f"{label:<28}{(process_time() - began) / times * 1000:>10.1f} ms")


def in_memory(made: Chronology) -> None:
    query = Query.parse("since=1990&until=1999&actor=Arvenia&kind=ASSAULT,AID").resolved(made)
    measure("columns", lambda: made.columns)
    measure("select, the first time", lambda: made.select(query))
    measure("select", lambda: made.select(query), 20)
    measure("select all", lambda: made.select(Query()), 5)
    measure("facets, the first time", lambda: made.facets(query))
    measure("facets", lambda: made.facets(query), 20)
    measure("words, the first time", lambda: made.select(Query(words="levy")))
    measure("words", lambda: made.select(Query(words="levy")), 5)
    measure("to_frame", made.to_frame)


def in_a_file(made: Chronology, path: Path) -> None:
    told = tellings(made)
    with Store.open(path, create=True) as store:
        measure("add all", lambda: [store.add(document, telling) for document, telling in told])
        measure("load", store.load)
        measure("revision", store.revision, 50)
        loaded = store.load()
    measure("words from the file", lambda: loaded.select(Query(words="levy")), 5)
    print(f"{path.stat().st_size / 1e6:.1f} MB, {len(loaded.events)} events of {len(made.events)} told")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=10_000)
    parser.add_argument("--store", action="store_true", help="also add them to a file and load it")
    chosen = parser.parse_args()
    made = made_chronology(chosen.events)
    in_memory(made)
    if chosen.store:
        with tempfile.TemporaryDirectory() as folder:
            in_a_file(made, Path(folder) / "made.chronology")


if __name__ == "__main__":
    main()
