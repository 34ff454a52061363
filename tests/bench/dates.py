"""How fast dates are read: start-up, speed on prose, and time against length on texts made to be hard.

    python tests/bench/dates.py [FILE.jsonl ...]    # records with "text"; without any, the shipped samples

Prints one table. Nothing is asserted: a machine is not a promise.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from timeline.dates.lines import answer

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
HARD = ["1 ", "May may May ", "1942-", "the day of the ", "in in in May ", "word ", "12 May 1942, "]


def texts(paths: list[str]) -> list[str]:
    if not paths:
        return [path.read_text("utf-8") for path in sorted(SAMPLES.rglob("*.txt"))]
    return [json.loads(line)["text"] for path in paths for line in Path(path).read_text("utf-8").splitlines()]


def seconds(text: str) -> tuple[float, int]:
    """Processor seconds for one text, and the number of dates in it."""
    start = time.process_time()
    found = answer({"id": "1", "text": text, "written": "2026-03-07"})["dates"]
    return time.process_time() - start, len(found)


def start_up() -> float:
    """Wall seconds until the first answer of a fresh interpreter."""
    start = time.perf_counter()
    once = "from timeline.dates.lines import answer; answer({'id': '1', 'text': 'May 1942', 'written': '2026-03-07'})"
    subprocess.run([sys.executable, "-c", once], check=True)
    return time.perf_counter() - start


def main() -> None:
    print(f"start-up             {start_up():8.2f} s")
    seconds("May 1942")
    prose = texts(sys.argv[1:])
    size = sum(map(len, prose)) / 1e6
    times = max(1, round(2 / size))
    spent, dates = map(sum, zip(*(seconds(text) for text in prose * times), strict=True))
    print(f"prose                {size * times / spent:8.2f} MB/s  ({size * times:.1f} MB, {dates} dates)")
    for words in HARD:
        short, _ = seconds(words * (250_000 // len(words)))
        long, _ = seconds(words * (1_000_000 // len(words)))
        print(f"{words!r:20} {long:8.2f} s a MB  ({long / max(short, 1e-9):.1f} times the time of a quarter)")


if __name__ == "__main__":
    main()
