"""The whole walk by its stages: `python tests/bench/walk.py [TEXTS]`. MB of text per CPU second, the best of three; not a test.

TEXTS is a folder of texts, or a file of JSON lines with "text" in each; without it, the shipped samples, thirty times over
under different names.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline.chronology import Store
from timeline.dates import dates_in
from timeline.events import Telling, actors_in, told_in
from timeline.events.mentions import mentions
from timeline.model import Document
from timeline.resources import DATA
from timeline.text import document, read, sentences


def texts(source: str | None) -> list[Document]:
    if source and Path(source).is_file():
        rows = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
        return [document(row["text"], name=str(row.get("id", number)), language="en") for number, row in enumerate(rows)]
    known = list(read(source or str(DATA / "samples")))
    return (
        known
        if source
        else [document(one.text, name=f"{one.title}{n}", written=one.written) for one in known for n in range(30)]
    )


def measure(label: str, work: Callable[[], object], size: int) -> float:
    best = min(_seconds(work) for _ in range(3))
    print(f"{label:24} {size / 1e6 / best:7.2f} MB/s {best * 1000:9.1f} ms")
    return best


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _keep(documents: list[Document], tellings: list[Telling]) -> None:
    with Store.open(":memory:", create=True) as kept:
        for one, telling in zip(documents, tellings, strict=True):
            kept.add(one, telling)
        kept.load()


def main(source: str | None) -> None:
    documents = texts(source)
    size = sum(len(one.text) for one in documents)
    tellings = [told_in(one) for one in documents]
    found = [(one, telling.dates, actors_in(one)) for one, telling in zip(documents, tellings, strict=True)]
    print(f"{len(documents)} documents, {size / 1e6:.2f} MB, {sum(len(telling.mentions) for telling in tellings)} mentions")
    stages = [
        measure("documents", lambda: [document(one.text, name=one.source, language="en") for one in documents], size),
        measure("sentences", lambda: [sentences(one.text) for one in documents], size),
        measure("dates", lambda: [dates_in(one) for one in documents], size),
        measure("actors", lambda: [actors_in(one) for one in documents], size),
        measure("mentions", lambda: [mentions(*one) for one in found], size),
        measure("stored and loaded", lambda: _keep(documents, tellings), size),
    ]
    whole = sum(stages) - stages[1]  # the sentences are part of the dates and of the mentions
    print(f"{'the whole walk':24} {size / 1e6 / whole:7.2f} MB/s {whole * 1000:9.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
