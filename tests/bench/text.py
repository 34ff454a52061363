"""How fast texts are read: `python tests/bench/text.py [FOLDER]`. MB of text per CPU second, the best of three; not a test."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from timeline.model import Document
from timeline.resources import DATA
from timeline.text import document, read, sentences


def measure(label: str, work: Callable[[], object], size: int) -> None:
    best = min(_seconds(work) for _ in range(3))
    print(f"{label:44} {size / 1e6 / best:8.1f} MB/s {best * 1000:9.1f} ms")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(folder: str) -> None:
    texts = [one.text for one in read(folder)] * 50
    size, long = sum(map(len, texts)), "\n\n".join(texts)
    known: list[Document] = [document(text, name="x") for text in texts[:1]]
    measure("sentences, reports", lambda: [sentences(text) for text in texts], size)
    measure("sentences, one long text", lambda: sentences(long), len(long))
    measure("documents, day looked for", lambda: [document(text, name="x") for text in texts], size)
    measure("documents, day given", lambda: [document(text, name="x", written=known[0].written) for text in texts], size)
    for name, unit in {"stops": "a. ", "numbers": "1 ", "breaks": "abc\n", "one word": "x", "months": "May "}.items():
        hard = unit * (2_000_000 // len(unit))
        measure(f"sentences, 2 MB of {name}", lambda hard=hard: sentences(hard), len(hard))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(DATA / "samples/south-atlantic-1982"))
