"""How the page feels: milliseconds from a click, a key or the end of a drag to the last thing drawn, in headless Chromium.

    python -m tests.bench.page [EVENTS] [--times 12] [--store FILE]

Makes a chronology of so many events (kept in FILE, where one is named, for the next time), serves it as `timeline serve` does
in a process of its own, and prints p50 and p95 of each thing a reader does, the first view, and the memory of the server.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.watching import answer, first_view, share, watched
from tests.made_store import made_store

READY = "#lanes .drawing"
Act = Callable[[], object]


@contextmanager
def served(store: Path, port: int) -> Iterator[tuple[str, int, float]]:
    """The address of the page, the process that serves it, and the seconds it took to answer."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "timeline", "serve", str(store), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        found = re.search(r"http://\S+", said)
        if not found:
            raise SystemExit(f"the page is not served: {said}")
        yield found[0] + "/", process.pid, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def memory(process: int) -> tuple[int, int]:
    """MB a process takes now, and took at most; zeros where the system does not tell."""
    told = Path(f"/proc/{process}/status")
    text = told.read_text() if told.exists() else ""
    found = [re.search(rf"{name}:\s+(\d+)", text) for name in ("VmRSS", "VmHWM")]
    now, most = (int(one[1]) // 1024 if one else 0 for one in found)
    return now, most


def acts(page: Page) -> dict[str, list[Act]]:
    """What a reader does, each a round of steps that ends where it began."""

    def facet(which: str, place: int) -> Act:
        return lambda: page.locator(f"#facet-{which} a.facet").nth(place).click()

    def key(name: str) -> Act:
        return lambda: page.keyboard.press(name)

    def lead(address: str) -> Act:
        return lambda: page.evaluate(
            "(to) => { window.answers.armed = false; window.answers.began = performance.now(); window.timelinePage.go(to); }",
            address,
        )

    return {
        "filter by kind": [facet("kind", 0), facet("kind", 0), facet("kind", 3), facet("kind", 3)],
        "filter by actor": [facet("actor", 1), facet("actor", 2), facet("actor", 1), facet("actor", 2)],
        "words": [lead("?q=levy"), lead("?")],
        "zoom in": [key("+")] * 6,
        "zoom out": [key("-")] * 6,
        "back to all": [lead("?from=1990-01-01&to=1991-01-01"), lead("?")],
        "brush": [lambda: brush(page, 0.3, 0.6), lambda: brush(page, 0.4, 0.43), lambda: brush(page, 0.2, 0.8)],
        "dates": [lead("?since=1990&until=1994"), lead("?")],
        "lanes by source": [lead("?lanes=source"), lead("?")],
        "choose an event": [lambda: page.locator(".ag-row").nth(1).click(), key("ArrowDown"), key("Escape")],
    }


def brush(page: Page, start: float, end: float) -> None:
    """Draw a stretch over the overview, from one share of its time to another."""
    box = page.locator("#brush").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y, steps=3)
    page.mouse.move(box["x"] + end * box["width"], y)
    page.mouse.up()


def measured(address: str, times: int) -> dict[str, list[float]]:
    """All that was measured, in milliseconds."""
    with watched() as page:
        taken: dict[str, list[float]] = {"first view": [first_view(page, address, READY)]}
        # The scripts are kept by the browser after the first visit.
        taken["first view again"] = [first_view(page, address, READY) for _ in range(3)]
        for name, steps in acts(page).items():
            for _ in range(max(1, times // len(steps))):
                for step in steps:
                    taken.setdefault(name, []).append(answer(page, step))
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="?", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=12, help="how often each thing is done (default: %(default)s)")
    parser.add_argument("--store", type=Path, help="where the chronology is kept for the next time")
    parser.add_argument("--port", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = made_store(chosen.events, chosen.store or Path(folder) / "made.chronology")
        with served(store, chosen.port) as (address, process, seconds):
            taken = measured(address, chosen.times)
            now, most = memory(process)
    print(f"{chosen.events:,} events; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"server up after {seconds:.2f} s; memory {now} MB, at most {most} MB")
    for name, found in taken.items():
        print(f"{name:<20}{share(found, 0.5):>8.0f} ms p50 {share(found, 0.95):>8.0f} ms p95  ({len(found)})")


if __name__ == "__main__":
    main()
