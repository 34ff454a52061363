"""The table of exporters, and the two ways to use it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from timeline.chronology.chronology import Chronology
from timeline.errors import ExportError
from timeline.export.ical import ics, not_in_calendar
from timeline.export.image import pdf, png, svg, webp
from timeline.export.markdown import md
from timeline.export.options import Options
from timeline.export.page import html
from timeline.export.parquet import parquet
from timeline.export.record import json, jsonl
from timeline.export.table import csv
from timeline.export.timelinejs import not_on_slides, timelinejs


class Exporter(NamedTuple):
    """A form to export to: what it is called, what sort of thing it is, its media type, how it is made.

    `left_out` says in a sentence which events the form cannot hold, "" when it holds all of them.
    """

    label: str
    sort: Literal["picture", "page", "data"]
    media_type: str
    make: Callable[[Chronology, Options], bytes]
    left_out: Callable[[Chronology], str] = lambda _: ""


EXPORTERS: Final[dict[str, Exporter]] = {
    ".png": Exporter("PNG", "picture", "image/png", png),
    ".svg": Exporter("SVG", "picture", "image/svg+xml", svg),
    ".pdf": Exporter("PDF", "picture", "application/pdf", pdf),
    ".webp": Exporter("WebP", "picture", "image/webp", webp),
    ".html": Exporter("HTML, one file, still interactive", "page", "text/html", html),
    ".md": Exporter("Markdown, with footnotes", "page", "text/markdown", md),
    ".csv": Exporter("CSV, for a spreadsheet", "data", "text/csv", csv),
    ".json": Exporter("JSON", "data", "application/json", json),
    ".jsonl": Exporter("JSON Lines", "data", "application/jsonl", jsonl),
    ".parquet": Exporter("Parquet", "data", "application/vnd.apache.parquet", parquet),
    ".ics": Exporter("iCalendar", "data", "text/calendar", ics, not_in_calendar),
    ".timelinejs.json": Exporter("TimelineJS 3 JSON", "data", "application/json", timelinejs, not_on_slides),
}


def suffix_of(path: Path | str) -> str:
    """The suffix that chooses the exporter of a file, the longest there is; ExportError when there is none."""
    name = Path(path).name.lower()
    found = max((suffix for suffix in EXPORTERS if name.endswith(suffix)), key=len, default=None)
    if found is None:
        raise ExportError(
            f"{path}: no exporter for {Path(path).suffix or 'no suffix'!r}; end it in one of {' '.join(EXPORTERS)}."
        )
    return found


def render(chronology: Chronology, suffix: str, **options: Any) -> bytes:
    """A selection as the content of a file with `suffix` (".png" or "png").

    `options` are those of `Options`: theme, width, size, pages, lanes, view, title, selected, colours. ExportError for a suffix
    without an exporter, an unknown theme or size, or an impossible width.
    """
    wanted = "." + suffix.lower().removeprefix(".")
    if wanted not in EXPORTERS:
        raise ExportError(f"No export as {suffix or 'a file without a suffix'!r}; choose one of {' '.join(EXPORTERS)}.")
    asked = Options(**options)
    if asked.size and EXPORTERS[wanted].sort != "picture":
        pictures = " ".join(key for key, exporter in EXPORTERS.items() if exporter.sort == "picture")
        raise ExportError(f"A {wanted} has no size; a size is for {pictures}.")
    if asked.pages and wanted != ".pdf":
        raise ExportError(f"A {wanted} has one page; several are for .pdf.")
    return EXPORTERS[wanted].make(chronology, asked)


def export(chronology: Chronology, path: Path | str, **options: Any) -> Path:
    """Write a selection to `path`, in the form its suffix names; the file is there whole or not at all.

    `options` as in `render`. ExportError also for a path that cannot be written.
    """
    path = Path(path)
    suffix = suffix_of(path)
    if not path.parent.is_dir():
        raise ExportError(f"{path}: there is no folder {path.parent}; make it first or choose another.")
    _write(path, render(chronology, suffix, **options))
    return path


def left_out(chronology: Chronology, suffix: str) -> str:
    """Which events a form cannot hold, in a sentence; "" when it holds all of them."""
    return EXPORTERS[suffix].left_out(chronology)


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise ExportError(f"{path}: cannot be written ({error.strerror}); choose another place.") from error
