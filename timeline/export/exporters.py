"""The table of exporters, and the two ways to use it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from timeline.chronology.chronology import Chronology
from timeline.errors import ExportError
from timeline.export.image import pdf, png, svg, webp
from timeline.export.options import Options
from timeline.export.page import html
from timeline.export.record import json
from timeline.export.table import csv

EXPORTERS: Final[dict[str, Callable[[Chronology, Options], bytes]]] = {
    ".png": png,
    ".svg": svg,
    ".pdf": pdf,
    ".webp": webp,
    ".html": html,
    ".csv": csv,
    ".json": json,
}


def render(chronology: Chronology, suffix: str, **options: Any) -> bytes:
    """A selection as the content of a file with `suffix` (".png" or "png").

    `options` are those of `Options`: theme, width, lanes, view, title, selected, colours. ExportError for a suffix without
    an exporter, an unknown theme or an impossible width.
    """
    wanted = "." + suffix.lower().removeprefix(".")
    if wanted not in EXPORTERS:
        raise ExportError(f"No export as {suffix or 'a file without a suffix'!r}; choose one of {' '.join(EXPORTERS)}.")
    return EXPORTERS[wanted](chronology, Options(**options))


def export(chronology: Chronology, path: Path | str, **options: Any) -> Path:
    """Write a selection to `path`, in the form its suffix names; the file is there whole or not at all.

    `options` as in `render`. ExportError also for a path that cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in EXPORTERS:
        raise ExportError(f"{path}: no exporter for {path.suffix or 'no suffix'!r}; end it in one of {' '.join(EXPORTERS)}.")
    if not path.parent.is_dir():
        raise ExportError(f"{path}: there is no folder {path.parent}; make it first or choose another.")
    _write(path, render(chronology, path.suffix, **options))
    return path


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise ExportError(f"{path}: cannot be written ({error.strerror}); choose another place.") from error
