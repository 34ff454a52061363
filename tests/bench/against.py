"""`timeline dates` beside chrono-node and dateparser on the same text, in one run, in processor seconds of whole processes.

    python tests/bench/against.py FILE.jsonl ... [--megabytes 6] [--rounds 3]    # records with "text" and "written"

Needs node and npm for chrono-node, which is installed into a folder of its own and thrown away. Each tool reads the records
on standard input and writes what it found, one process on one core; the text is told over until it is long enough, its years
moved each time so that nothing comes twice that would not in as much text of its own.
dateparser's search_dates is slow: it is given the first 100 kB. Rates are medians over the rounds, rounds taken in turn.
Nothing is asserted: a machine is not a promise.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

OURS = [sys.executable, "-m", "timeline", "dates"]
CHRONO = """
const chrono = require("chrono-node"), lines = require("readline").createInterface({input: process.stdin});
lines.on("line", line => {
  const record = JSON.parse(line), found = chrono.parse(record.text, new Date(record.written));
  console.log(JSON.stringify({id: record.id, dates: found.map(date => ({
    start: date.index, end: date.index + date.text.length, text: date.text, value: date.start.date().getTime()}))}));
});
"""
# As installed: Python keeps what it has compiled, even where this shell says otherwise.
_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_YEAR = re.compile(r"\b1[1-9]\d\d\b")
DATEPARSER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from datetime import datetime
from dateparser.search import search_dates
for line in sys.stdin:
    record = json.loads(line)
    told = {"RELATIVE_BASE": datetime.fromisoformat(record["written"][:10])}
    found = search_dates(record["text"], languages=["en"], settings=told) or []
    print(json.dumps({"id": record["id"], "dates": [{"text": words, "value": day.isoformat()} for words, day in found]}))
"""


def records(paths: Sequence[str], size: int) -> list[str]:
    """JSON lines, told over with other years until their texts hold `size` characters; the last is cut."""
    read = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    chosen: list[str] = []
    held = times = 0
    while held < size:
        times += 1
        for record in read:
            text = _YEAR.sub(lambda year: str(int(year[0]) - times), record["text"])[: size - held]  # noqa: B023
            if text:
                chosen.append(json.dumps({"id": str(len(chosen)), "text": text, "written": record["written"] or "2000-01-01"}))
                held += len(text)
    return chosen


def run(command: Sequence[str], lines: Sequence[str], folder: str | None = None) -> tuple[float, int]:
    """Processor seconds of the process, start-up included, and the number of dates that it found."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = "\n".join(lines) + "\n"
    answered = subprocess.run(command, input=told, cwd=folder, env=_INSTALLED, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = sum(len(json.loads(line)["dates"]) for line in answered.stdout.splitlines())
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("files", nargs="+")
    asked.add_argument("--megabytes", type=float, default=6.0)
    asked.add_argument("--rounds", type=int, default=3)
    chosen = asked.parse_args()
    size = int(chosen.megabytes * 1e6)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "install", "--silent", "--no-save", "--prefix", folder, "chrono-node"], check=True, capture_output=True
        )
        tools = [
            ("timeline", OURS, size, None),
            ("chrono-node", ["node", "-e", CHRONO], size, folder),
            ("dateparser", [sys.executable, "-c", DATEPARSER], 100_000, None),
        ]
        rates: dict[str, list[float]] = {}
        found: dict[str, float] = {}
        for _, command, _, where in tools:
            run(command, records(chosen.files, 1000), where)
        for _ in range(chosen.rounds):
            for name, command, length, where in tools:
                spent, dates = run(command, records(chosen.files, length), where)
                rates.setdefault(name, []).append(length / 1e3 / spent)
                found[name] = dates / (length / 1e6)
    ours = statistics.median(rates["timeline"])
    print("| tool | kB of text a CPU second | ours against it | dates found a MB |\n|---|---|---|---|")
    for name, measured in rates.items():
        middle = statistics.median(measured)
        spread = f"{min(measured):,.0f} to {max(measured):,.0f}"
        print(f"| {name} | {middle:,.0f} ({spread}) | {ours / middle:.2f} | {found[name]:,.0f} |")


if __name__ == "__main__":
    main()
