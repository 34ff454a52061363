"""How often each certainty is right on annotated texts: what is called STATED should be right 97 times in 100.

    python tests/bench/certainty.py GOLD.jsonl ...    # {"id","text","written","timexes":[{"start","end","value"}]} a line

Counted are the dates found that overlap an annotated one: right is the same TIMEX3 value. Dates of the second half of the
documents (every other one) are shown apart. Nothing is asserted: the gold has slips of its own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from timeline.dates.lines import answer

CERTAINTIES = ("stated", "implied", "guessed")


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each date found with the annotated one it overlaps most, each of those used once."""
    ranked = sorted(
        (
            (min(g["end"], f["end"]) - max(g["start"], f["start"]), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    used: dict[int, int] = {}
    for overlap, i, j in ranked:
        if overlap > 0 and i not in used and j not in used.values():
            used[i] = j
    return [(gold[i], found[j]) for i, j in used.items()]


def counts(path: Path) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """How many dates of each certainty and half there are, and how many of them are right."""
    total: Counter[tuple[str, int]] = Counter()
    right: Counter[tuple[str, int]] = Counter()
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        document = json.loads(line)
        dates = answer({**document, "written": document["written"] or None})["dates"]
        for gold, date in pairs(document["timexes"], dates):
            total[date["certainty"], number % 2] += 1
            right[date["certainty"], number % 2] += gold["value"] == date["value"]
    return total, right


def share(right: int, total: int) -> str:
    return f"{right:5}/{total:<5}{100 * right / total:6.1f} %" if total else f"{'-':>19}"


def main() -> None:
    for path in map(Path, sys.argv[1:]):
        total, right = counts(path)
        print(f"{path.stem:20}{'all':>19}{'even documents':>22}{'odd documents':>22}")
        for name in CERTAINTIES:
            halves = [share(right[name, half], total[name, half]) for half in (0, 1)]
            both = share(right[name, 0] + right[name, 1], total[name, 0] + total[name, 1])
            print(f"  {name:18}{both:>19}{halves[0]:>22}{halves[1]:>22}")


if __name__ == "__main__":
    main()
