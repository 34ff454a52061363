"""What one more document costs: CPU time to add it, to settle it and to load, in chronologies of more and more mentions.

    python -m tests.bench.adding [MENTIONS ...] [--profile]

The texts are invented: sentences of a few thousand words, some of them told by several reports, over ten years. Adding costs
what the document's own mentions cost when the figures stay the same from one size to the next.
"""

from __future__ import annotations

import argparse
import cProfile
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from tests.made import ACTORS
from tests.made_dates import on_day
from timeline.chronology import Store
from timeline.model import Document, Kind, Mention, Participant, Passage, Role, content_id
from timeline.spans import MINUTES_A_DAY, civil, moment

EACH = 20
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "sha", "tre", "pli")
FIRST = moment(1982)
DAYS = 3650


class Reports:
    """Reports without end, each of EACH sentences; one sentence in four retells a recent one in other words."""

    def __init__(self) -> None:
        self.chance = random.Random(5)
        self.words = ["".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(5000)]
        self.recent: list[tuple[int, list[str]]] = []
        self.number = 0

    def __iter__(self) -> Iterator[tuple[Document, Telling]]:
        while True:
            yield self.report()

    def sentence(self) -> tuple[int, str]:
        """A day and the sentence told of it."""
        if self.recent and self.chance.random() < 0.25:
            day, told = self.chance.choice(self.recent)
            told = self.chance.sample(told, 6) + self.chance.sample(self.words, 3)
        else:
            day, told = self.chance.randrange(DAYS), self.chance.sample(self.words, 9)
            self.recent = [*self.recent[-200:], (day, told)]
        return day, " ".join(told).capitalize() + "."

    def report(self) -> tuple[Document, Telling]:
        self.number += 1
        told = [self.sentence() for _ in range(EACH)]
        text = " ".join(sentence for _, sentence in told)
        name = f"report-{self.number}.txt"
        id, at, mentions = Document.make_id(text, name), 0, []
        for day, sentence in told:
            passage = Passage(id, at, at + len(sentence))
            when = on_day(*civil(FIRST + day * MINUTES_A_DAY)[:3]).at(passage)
            parts = (Participant(self.chance.choice(list(ACTORS.values())).id, Role.INITIATOR),)
            mention = content_id("m", id, passage.start, passage.end)
            mentions.append(Mention(mention, passage, sentence[:60], self.chance.choice(list(Kind)), when, parts))
            at = passage.end + 1
        actors = {actor.id: actor for actor in ACTORS.values()}
        return Document(id, name, name, text, publisher=f"Outlet {self.number % 40}"), Telling(mentions, actors)


class Telling:
    """What was read from a report."""

    def __init__(self, mentions: list[Mention], actors: dict[str, object]) -> None:
        self.mentions, self.actors = mentions, actors
        self.dates = [mention.when for mention in mentions if mention.when]


def cost(action: Callable[[], object]) -> float:
    start = process_time()
    action()
    return (process_time() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mentions", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--profile", action="store_true", help="where the time of the last additions goes")
    chosen = parser.parse_args()
    reports, kept = Reports(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.chronology"
        for size in chosen.mentions:
            with Store.open(path, create=True) as store:
                filled = cost(lambda store=store, more=size - kept: [store.add(*reports.report()) for _ in range(more // EACH)])
            settled, kept = 0.0, size
            opened = [one_more(path, reports) for _ in range(15)]
            kept += 15 * EACH
            added, settled = (median(times) for times in zip(*opened, strict=True))
            print(
                f"{size:>9,} mentions: add {added:7.1f} ms, settle and close {settled:7.1f} ms; filled in {filled / 1000:.1f} s"
            )
        if chosen.profile:
            cProfile.runctx("for _ in range(10): one_more(path, reports)", globals(), locals(), sort="cumtime")


def one_more(path: Path, reports: Reports) -> tuple[float, float]:
    """CPU milliseconds to add one report of EACH mentions to a file, and to settle and close it."""
    report, store = reports.report(), Store.open(path)
    return cost(lambda: store.add(*report)), cost(store.close)


if __name__ == "__main__":
    main()
