"""The page beside vis-timeline: the same events in the same Chromium, in one run.

    python -m tests.bench.against_vis [EVENTS ...]       # by default 1000 5000 10000

Installs vis-timeline with npm into a folder that is removed again. Both are measured alike: milliseconds from opening to the
last thing drawn, and from a step of zooming (half of the time shown, and back) to the last thing drawn. vis-timeline draws the
dated events, one group an actor, stacked or, as its fastest setting, not; the page is served and asked over HTTP.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.bench.page import READY, served
from tests.bench.watching import answer, first_view, share, watched
from tests.made_store import made_store
from timeline.chronology import Chronology, Store
from timeline.spans import iso

TIMES = 8
SCRIPT = "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
STYLE = "node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css"
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="%(style)s"><body><div id="chart"></div>
<script src="%(script)s"></script><script>
const { items, groups } = %(data)s;
window.chart = new vis.Timeline(document.getElementById("chart"), new vis.DataSet(items), new vis.DataSet(groups),
  { stack: %(stack)s, height: "860px", verticalScroll: true });
</script>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said: Any) -> None:
        pass


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """The address of a folder that is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def told(chronology: Chronology) -> dict[str, Any]:
    """The dated events as vis-timeline takes them: ranges, points where a date is a day, a group for the first actor."""
    items = []
    for event in chronology.dated:
        span = event.span
        if span is None or span.open_start or span.open_end:
            continue
        item = {"id": event.id, "content": event.title, "start": iso(span.start, with_time=True)}
        if span.end - span.start > 1440:
            item["end"] = iso(span.end, with_time=True)
        items.append({**item, "group": event.actors[0].actor if event.actors else "none"})
    groups = [{"id": actor.id, "content": actor.name} for actor in chronology.actors.values()]
    return {"items": items, "groups": [*groups, {"id": "none", "content": "Nobody"}]}


def vis(page: Page, address: str) -> tuple[float, list[float]]:
    first = first_view(page, address, ".vis-item, .vis-time-axis")

    def step(how: str) -> float:
        begin = "window.answers.armed = false; window.answers.began = performance.now();"
        return answer(page, lambda: page.evaluate(f"() => {{ {begin} window.chart.{how}(0.5, {{ animation: false }}); }}"))

    return first, [step("zoomIn") for _ in range(TIMES // 2)] + [step("zoomOut") for _ in range(TIMES // 2)]


def ours(page: Page, address: str) -> tuple[float, list[float]]:
    first = first_view(page, address, READY)
    keys = ["+"] * (TIMES // 2) + ["-"] * (TIMES // 2)
    return first, [answer(page, lambda key=key: page.keyboard.press(key)) for key in keys]  # type: ignore[misc]


def compared(events: int, folder: Path) -> None:
    store = made_store(events, folder / f"{events}.chronology")
    data = json.dumps(told(Store.open(store).load()))
    rows: list[tuple[str, float, list[float]]] = []
    with served(store, 0) as (address, _, _), watched() as page:
        # Once before, so that both have their scripts in the browser's cache.
        first_view(page, address, READY)
        rows.append(("timeline", *ours(page, address)))
    with files(folder) as address:
        for stack in ("true", "false"):
            text = PAGE % {"style": STYLE, "script": SCRIPT, "data": data.replace("<", "\\u003c"), "stack": stack}
            (folder / "chart.html").write_text(text, encoding="utf-8")
            with watched() as page:
                first_view(page, address + STYLE, "body")
                rows.append((f"vis-timeline, stack {stack}", *vis(page, address + "chart.html")))
    for name, first, steps in rows:
        middle, most = share(steps, 0.5), share(steps, 0.95)
        print(f"{events:>7,}  {name:<26}{first:>9.0f} ms first {middle:>9.0f} ms a zoom step {most:>9.0f} ms p95")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--no-audit", "vis-timeline@8.5.4"], cwd=folder, check=True)
        for events in map(int, sys.argv[1:] or ("1000", "5000", "10000")):
            compared(events, Path(folder))


if __name__ == "__main__":
    main()
