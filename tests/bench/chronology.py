"""How long a chronology takes: CPU time of columns, selections, facets, words; of adding to and loading from a file.

    python -m tests.bench.chronology [EVENTS] [--store] [--crowded]

The events are made by `tests.made`, whose few words meet far more often than those of real texts do: adding costs more here.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from tests.chronology.test_store import tellings
from tests.made import made_chronology
from timeline.chronology import Chronology, Query, Store
from timeline.events import told_in
from timeline.text import document


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


words_of = str.split

NOUNS = words_of(
    "bridge harbour school market convoy depot ferry tower mill station airfield barracks cathedral dam tunnel refinery "
    "warehouse hospital quay lighthouse trench outpost ridge canal orchard foundry library prison chapel granary"
)
TOWNS = words_of("Arlen Borvik Castane Dorrum Elsend Farrow Gretz Holmar Istra Jorvan Kestle Lomax Morven Nantel Ostrel Pelham")
STATES = words_of("Argentina Britain France Russia Ukraine Israel Iran Germany Poland Spain")
VERBS = words_of("attacked bombed shelled seized captured destroyed raided occupied burned besieged stormed evacuated")
SYLLABLES = words_of("ba be di do fa ga ka ke ki la le li ma me mi na ne no pa pe ra re ri sa se si ta te ti va ve zo")


def anything(chance: random.Random, number: int) -> str:
    """A sentence of one day, of the few words that all the others are of."""
    state, verb, noun, town, other = (chance.choice(words) for words in (STATES, VERBS, NOUNS, TOWNS, NOUNS))
    return f"On 4 May 1982 {state} {verb} the {noun} near {town} with {other} number {number}."


def retold(happenings: int, reports: int, each: int) -> list[str]:
    """Reports of one day, each telling some of its happenings in some of the words they are told in."""
    chance = random.Random(3)

    def made() -> str:
        return "".join(chance.choices(SYLLABLES, k=3))

    heads = [(f"On 4 May 1982 {chance.choice(STATES)} {chance.choice(VERBS)}", made().title()) for _ in range(happenings)]
    words = [[made() for _ in range(12)] for _ in range(happenings)]
    padding = [made() for _ in range(400)]

    def sentence(number: int) -> str:
        (head, town), told, said = heads[number], chance.sample(words[number], 4), chance.sample(padding, 3)
        return f"{head} the {' '.join(told)} near {town} with {' '.join(said)}."

    return [" ".join(map(sentence, chance.sample(range(happenings), each))) for _ in range(reports)]


def crowded() -> None:
    chance = random.Random(1)
    mixed = [[anything(chance, n) for n in range(start, start + 20)] for start in range(0, 10_000, 20)]
    crowd("1 text, 1 sentence 1000 times", ["\n".join(["On 4 May 1982 the ship sank."] * 1000)])
    crowd("1 text, 1000 sentences", [" ".join(anything(chance, number) for number in range(1000))])
    crowd("200 texts, 4000 sentences", list(map(" ".join, mixed[:200])))
    crowd("500 texts, 10000 sentences", list(map(" ".join, mixed)))
    crowd("200 reports of 20 happenings", retold(20, 200, 20))
    crowd("500 reports of 50 happenings", retold(50, 500, 20))


def crowd(label: str, texts: list[str]) -> None:
    documents = [document(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    told = [(one, told_in(one)) for one in documents]
    print(f"-- {label}")
    with Store.open() as store:
        measure("add", lambda: [store.add(one, telling) for one, telling in told])
        measure("settle and load", store.load)
        loaded = store.load()
    measure("facets", loaded.facets)
    print(f"{len(loaded.events)} events of {sum(len(telling.mentions) for _, telling in told)} mentions")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=10_000)
    parser.add_argument("--store", action="store_true", help="also add them to a file and load it")
    parser.add_argument("--crowded", action="store_true", help="only days that hundreds of sentences tell of")
    chosen = parser.parse_args()
    if chosen.crowded:
        crowded()
        return
    made = made_chronology(chosen.events)
    in_memory(made)
    if chosen.store:
        with tempfile.TemporaryDirectory() as folder:
            in_a_file(made, Path(folder) / "made.chronology")


if __name__ == "__main__":
    main()
