"""How well tellings are put together: `python -m tests.bench.merging [--errors] [--blind]`.

The reports of tests/cases/chronology/reports.toml are read and merged, set by set; of the pairs of tellings put together, how
many belong together (precision), and of the pairs that belong together and were both found, how many were put together
(recall). A set marked blind is only counted with --blind, and its errors are not printed: nothing is to be fitted to it.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline.chronology import Store
from timeline.events import told_in
from timeline.model import Document, Known, Mention, Written
from timeline.spans import parse_iso
from timeline.text import document, sentences

CASES = Path(__file__).resolve().parents[1] / "cases" / "chronology" / "reports.toml"


@dataclass
class Score:
    right: int = 0
    put: int = 0
    wanted: int = 0
    tellings: int = 0
    found: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.put if self.put else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        both = self.precision + self.recall
        f1 = 2 * self.precision * self.recall / both if both else 0.0
        return (
            f"precision {self.precision:.2f} recall {self.recall:.2f} F1 {f1:.2f} ({self.right} of {self.put} pairs put "
            f"together, {self.wanted} wanted; {self.found} of {self.tellings} tellings found)"
        )


def sets() -> list[dict[str, Any]]:
    return list(tomllib.loads(CASES.read_text(encoding="utf-8"))["set"])


def read(row: dict[str, Any]) -> Document:
    written = Written(parse_iso(row["written"]), Known.GIVEN)
    return document(row["text"].strip(), name=row["outlet"], written=written, language="en", publisher=row["outlet"])


def happening(row: dict[str, Any], told: Document, mention: Mention) -> str | None:
    """The telling a mention is of, as "happening/words": in its own words, or in its sentence's; None when it is of none.

    Of several in one sentence, the one that the mention's title shares most words with.
    """
    start = mention.passage.start
    sentence = next((told.text[first:last] for first, last in sentences(told.text) if first <= start < last), "")
    titled = set(mention.title.split())
    for words in (told.quote(mention.passage), sentence):
        found = [(one["name"], telling) for one in row["happening"] for telling in one["told"] if _is(telling, told, words)]
        if found:
            name, telling = max(found, key=lambda pair: len(titled & set(pair[1].split())))
            return f"{name}/{telling}"
    return None


def _is(telling: str, told: Document, words: str) -> bool:
    outlet, _, said = telling.partition(": ")
    return outlet == told.publisher and said in words


def score(row: dict[str, Any]) -> Score:
    """The pairs of one set. What no happening lists belongs with nothing; a sentence that tells one twice counts once."""
    documents = [read(report) for report in row["report"]]
    with Store.open() as store:
        for one in documents:
            store.add(one, told_in(one))
        events = store.load().events.values()
    by_id = {one.id: one for one in documents}
    told = {
        mention.id: happening(row, by_id[mention.document], mention) or f"{mention.id}/{mention.title}"
        for event in events
        for mention in event.mentions
    }
    total = Score(tellings=sum(len(one["told"]) for one in row["happening"]))
    named = {told[id] for id in told}
    total.found = sum(1 for one in row["happening"] for words in one["told"] if f"{one['name']}/{words}" in named)
    groups = [{told[mention.id] for mention in event.mentions} for event in events]
    put = {pair for group in groups for pair in combinations(sorted(group), 2)}
    wanted = {pair for pair in combinations(sorted(named), 2) if _one(*pair)}
    total.put, total.wanted, total.right = len(put), len(wanted), len(put & wanted)
    total.errors = [f"wrong: {one}  +  {other}" for one, other in sorted(put - wanted)]
    total.errors += [f"missed: {one}  +  {other}" for one, other in sorted(wanted - put)]
    return total


def _one(one: str, other: str) -> bool:
    return one.partition("/")[0] == other.partition("/")[0]


def main() -> None:
    whole = Counter[str]()
    for row in sets():
        blind = row.get("blind", False)
        if blind and "--blind" not in sys.argv:
            continue
        found = score(row)
        print(f"{row['name']}: {found}")
        if "--errors" in sys.argv and not blind:
            print(*found.errors, sep="\n")
        whole.update(right=found.right, put=found.put, wanted=found.wanted, tellings=found.tellings, found=found.found)
    print(f"all: {Score(**whole)}")


if __name__ == "__main__":
    main()
