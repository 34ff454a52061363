"""`timeline serve`: the page, on this machine only unless asked otherwise."""

from __future__ import annotations

import argparse
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from timeline.errors import ServeError
from timeline.resources import DATA

SAMPLES = DATA / "samples"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", nargs="?", type=Path, help="a chronology made with `timeline add`")
    parser.add_argument("--sample", metavar="NAME", help=f"a sample instead: {', '.join(samples())}")
    parser.add_argument("--host", default="127.0.0.1", help="the address to bind to (default: %(default)s, this machine only)")
    parser.add_argument("--port", default=8050, type=int, help="the port (default: %(default)s)")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")


def run(chosen: argparse.Namespace) -> int:
    from timeline.app.serve import serve

    if chosen.store is not None and chosen.sample:
        raise ServeError("a store and --sample are both named; name one")
    if chosen.store is None and not chosen.sample:
        raise ServeError(f"no chronology named; give a store made with `timeline add`, or --sample {' | '.join(samples())}")
    if chosen.store is not None:
        serve(chosen.store, host=chosen.host, port=chosen.port, open_browser=chosen.open)
        return 0
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        store = build_sample(chosen.sample, Path(folder))
        print("A sample, built for this visit; what you change in it is gone when you stop.", flush=True)
        serve(store, host=chosen.host, port=chosen.port, open_browser=chosen.open)
    return 0


def samples() -> dict[str, dict[str, Any]]:
    """The sample chronologies by name, as data/samples/samples.toml lists them: a title and its sources."""
    rows = tomllib.loads((SAMPLES / "samples.toml").read_text(encoding="utf-8"))["chronology"]
    return {row["name"]: row for row in rows}


def build_sample(name: str, folder: Path) -> Path:
    """Build a sample chronology into `folder`; ServeError names the samples there are."""
    from timeline.cli.chronologies import add_sources

    if name not in samples():
        raise ServeError(f"no sample called {name!r}; there are {', '.join(samples())}")
    sample, store = samples()[name], folder / f"{name}.chronology"
    add_sources(store, [str(SAMPLES / source) for source in sample["sources"]], title=sample["title"])
    return store
