"""The filters: JSON lines in, JSON lines out, for pipes and other programs; a text by its file's name is read as a text.

One object a line. A line that cannot be answered is named on standard error with its number, the rest goes on, and the
exit status is 1 at the end. Fields that a filter does not know are passed over.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline.errors import ReadError, TimelineError
from timeline.size import check_size

if TYPE_CHECKING:
    from timeline.model import Document

Record = dict[str, Any]
Answer = Callable[[Record], Record]
_LINES: Final = frozenset({".jsonl", ".ndjson", ".json", ""})  # and what pipes are called: /dev/stdin


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        help="a file of JSON lines, a text (.txt, .md, .html) or a folder of texts; standard input when left out",
    )


def date_arguments(parser: argparse.ArgumentParser) -> None:
    """Those of the filter that finds dates, which may write marked text besides."""
    arguments(parser)
    parser.add_argument(
        "--format",
        choices=("json", "timeml"),
        default="json",
        help="timeml: the text itself as TimeML 1.2.1, its dates marked; FILE is then a text (.txt, .md, .html, .jsonl)",
    )
    parser.add_argument(
        "--written", metavar="DATE", help="with timeml: the day FILE was written (ISO 8601), where it does not say"
    )
    parser.add_argument("--output", metavar="FOLDER", help="with timeml: a file for each text, in this folder")


def actor_arguments(parser: argparse.ArgumentParser) -> None:
    """Those of a filter that names actors."""
    arguments(parser)
    helper_arguments(parser)


def helper_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be added to the shipped actors."""
    parser.add_argument(
        "--actors", metavar="FILE", help="actors of your own: .toml, .csv, or a CAMEO/PETRARCH actor dictionary"
    )
    parser.add_argument("--ner", metavar="spacy:NAME", help="an installed spaCy pipeline whose names are added to ours")


def dates(chosen: argparse.Namespace) -> int:
    if chosen.format == "timeml":
        from timeline.cli.timeml import write

        return write(chosen)
    from timeline.dates.lines import answer, answer_for

    # No record leaves a cycle of objects behind, and looking for them takes a twentieth of the time.
    gc.disable()
    try:
        return _pipe(answer, answer_for, "dates", chosen.file)
    finally:
        gc.enable()


def actors(chosen: argparse.Namespace) -> int:
    from timeline.events.helpers import helpers
    from timeline.events.lines import actors_answer, actors_for

    known = helpers(chosen.actors, chosen.ner)
    return _pipe(partial(actors_answer, helpers=known), partial(actors_for, helpers=known), "actors", chosen.file)


def events(chosen: argparse.Namespace) -> int:
    from timeline.events.helpers import helpers
    from timeline.events.lines import events_answer, events_for

    known = helpers(chosen.actors, chosen.ner)
    return _pipe(partial(events_answer, helpers=known), partial(events_for, helpers=known), "events", chosen.file)


def _pipe(answer: Answer, answer_for: Callable[[Document], Record], verb: str, file: str | None) -> int:
    """An answer for each line, or for each text where the file is one; the exit status."""
    if file and (Path(file).is_dir() or Path(file).suffix.lower() not in _LINES):
        return _read(answer_for, verb, file)
    status = 0
    try:
        source = open(file, "rb") if file else sys.stdin.buffer  # noqa: SIM115, PTH123 (closed with the process)
    except OSError as error:
        raise TimelineError(f"{file}: {error.strerror}; give a file of JSON lines, or pipe them in") from error
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            found = answer(_record(line))
        except (TimelineError, ValueError) as error:
            print(f"timeline {verb}: line {number}: {error}", file=sys.stderr)
            status = 1
            continue
        _write(found)
    return status


def _read(answer_for: Callable[[Document], Record], verb: str, file: str) -> int:
    """An answer for each text in a file or a folder, under the name of its source."""
    from timeline.text import read_all

    failed = []

    def report(source: str, error: ReadError) -> None:
        failed.append(source)
        print(f"timeline {verb}: {error}", file=sys.stderr)

    for document in read_all([file], on_failure=report):
        _write({"id": document.source, **answer_for(document)})
    return 1 if failed else 0


def _write(found: Record) -> None:
    out = sys.stdout.buffer
    out.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    out.flush()


def _record(line: bytes) -> Record:
    """The object on a line; ValueError or ReadError says what is wrong with it."""
    check_size(len(line), "the line")
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: nested too deep") from error
    if not isinstance(record, dict):
        raise ValueError('not a JSON object; expected {"id": ..., "text": ...}')
    if not isinstance(record.get("text"), str):
        raise ValueError('no "text" that is a string; expected {"id": ..., "text": ...}')
    return record
