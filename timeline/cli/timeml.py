"""`timeline dates --format timeml`: one text with its dates marked, as XML; several into a folder, a file each."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from timeline.errors import ReadError, TimelineError


def write(chosen: argparse.Namespace) -> int:
    """The exit status: 1 when a source could not be read, or there is none.

    Raises TimelineError for several texts without a folder to write them to, DateError for a day written that is none.
    """
    from timeline.dates import dates_in
    from timeline.dates.timeml import timeml
    from timeline.text import read_all, written_on

    failed = []

    def report(source: str, error: ReadError) -> None:
        failed.append(source)
        print(f"timeline dates: {source}: {error}", file=sys.stderr)

    source = chosen.file or "-"
    written = written_on(chosen.written) if chosen.written else None
    documents = list(read_all([source], written=written, on_failure=report))
    if len(documents) > 1 and chosen.output is None:
        raise TimelineError(
            f"TimeML is one text a file, and {source} holds {len(documents)}; give one, or --output FOLDER for a file each"
        )
    for document in documents:
        xml = timeml(document, dates_in(document)).encode("utf-8", "replace")
        if chosen.output is None:
            sys.stdout.buffer.write(xml)
        else:
            _into(Path(chosen.output), document.source, document.id, xml)
    return 1 if failed else 0


def _into(folder: Path, source: str, identity: str, xml: bytes) -> None:
    """One file in a folder, named after its source and unlike any other."""
    name = re.sub(r"\W+", "-", Path(source).stem).strip("-")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}-{identity}.tml").write_bytes(xml)
    except OSError as error:
        raise TimelineError(f"{folder} cannot be written: {error.strerror}; give another --output") from error
