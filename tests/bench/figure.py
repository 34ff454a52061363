"""How long pictures take: CPU time of laying out, of the page's figure, of the overview, and of each file.

    python -m tests.bench.figure [EVENTS ...]       # by default 500 and 10000

Prints one table; each line is the median of five runs (one for files). Nothing is asserted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from tests.made import made_chronology
from timeline.export import EXPORTERS, render
from timeline.figure import LIGHT, PAPERS, lay_out, overview, spots, to_plotly, to_svg


def measure(label: str, act: Callable[[], object], times: int = 5) -> None:
    taken = []
    for _ in range(times):
        began = process_time()
        act()
        taken.append(process_time() - began)
    print(f"{label:<36}{median(taken) * 1000:>10.1f} ms")


def main() -> None:
    for events in map(int, sys.argv[1:] or ("500", "10000")):
        made = made_chronology(events)
        picture = lay_out(made)
        print(f"{events:,} events: {len(picture.marks)} marks, {picture.grouped} grouped")
        measure("lay_out", lambda made=made: lay_out(made))  # type: ignore[misc]
        measure("to_svg", lambda picture=picture: (to_svg(picture, LIGHT), spots(picture)))  # type: ignore[misc]
        drawn = to_svg(picture, LIGHT), spots(picture)
        measure("to json", lambda drawn=drawn: json.dumps(drawn))  # type: ignore[misc]
        measure("to_plotly", lambda picture=picture: to_plotly(picture, LIGHT))  # type: ignore[misc]
        measure("overview", lambda made=made: overview(made))  # type: ignore[misc]
        for suffix in EXPORTERS:
            measure(f"export {suffix}", lambda made=made, suffix=suffix: render(made, suffix), 1)  # type: ignore[misc]
        for size in PAPERS:
            measure(f"export .png, {size}", lambda made=made, size=size: render(made, "png", size=size), 1)  # type: ignore[misc]


if __name__ == "__main__":
    main()
