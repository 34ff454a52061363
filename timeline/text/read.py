"""Sources into documents: files by suffix, folders with all that is in them, "-" for standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from timeline.errors import ReadError
from timeline.model import Document, Written
from timeline.size import check_size, one_too_many
from timeline.text.document import document
from timeline.text.draft import Draft
from timeline.text.readers import COLLECTIONS, READERS, Result
from timeline.text.written import assumed_from

STDIN: Final = "-"

_CHOICES: Final = ", ".join(READERS)
Failure = Callable[[str, ReadError], None]


def read(source: Path | str, *, written: Written | None = None, language: str | None = None) -> list[Document]:
    """The documents in a file, a folder or standard input ("-"); one for each text.

    `written` is the day of those that do not say it themselves, `language` that of all. Raises ReadError at the first thing
    that cannot be read; `read_all` reports it and goes on.
    """

    def stop(_: str, error: ReadError) -> None:
        raise error

    return list(read_all([source], written=written, language=language, on_failure=stop))


def read_all(
    sources: Iterable[Path | str], *, written: Written | None = None, language: str | None = None, on_failure: Failure
) -> Iterator[Document]:
    """The documents of many sources, in order. What cannot be read is given to `on_failure` by name, and the rest goes on."""
    for source in sources:
        try:
            files = _files(source)
        except ReadError as error:
            on_failure(str(source), error)
            continue
        for file in files:
            yield from _read_file(file, written, language, on_failure)


def _files(source: Path | str) -> list[Path | str]:
    """The files a source stands for; ReadError for a folder without any that can be read."""
    if source == STDIN:
        return [STDIN]
    path = Path(source)
    if not path.is_dir():
        return [path]
    try:
        inside = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file.relative_to(path)))
    except OSError as error:
        raise ReadError(f"{path} cannot be listed: {error.strerror}") from None
    readable: list[Path | str] = [file for file in inside if file.suffix.lower() in READERS]
    if readable:
        return readable
    passed = [file.name for file in inside]
    others = f"; {len(passed)} passed over ({', '.join(passed[:3])}{', …' if len(passed) > 3 else ''})" if passed else ""
    raise ReadError(f"{path} holds no texts{others}: put {_CHOICES} files in it")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _read_file(file: Path | str, written: Written | None, language: str | None, on_failure: Failure) -> Iterator[Document]:
    try:
        for result in _drafts(file):
            if isinstance(result, ReadError):
                on_failure(str(file), result)
            else:
                yield _finish(result, file, written, language)
    except ReadError as error:
        on_failure(str(file), error)


def _drafts(file: Path | str) -> Iterator[Result]:
    """The texts in a file, or standard input, as its reader gives them."""
    if not isinstance(file, Path):
        data = sys.stdin.buffer.read(one_too_many())
        check_size(len(data), "standard input")
        yield from READERS[".txt"](data, "standard input")
        return
    reader = READERS.get(file.suffix.lower())
    if reader is None and file.exists():
        raise ReadError(f"{file} has the suffix {file.suffix or '(none)'}, which has no reader: give one of {_CHOICES}")
    data = _bytes(file)
    if not data.strip():
        raise ReadError(f"{file} is empty")
    if reader:
        yield from reader(data, str(file))


def _bytes(file: Path) -> bytes:
    try:
        if file.suffix.lower() not in COLLECTIONS:
            check_size(file.stat().st_size, str(file))
        return file.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{file} does not exist") from None
    except PermissionError:
        raise ReadError(f"{file} may not be read: its permissions forbid it") from None
    except OSError as error:
        raise ReadError(f"{file} cannot be read: {error.strerror}") from None


def _finish(draft: Draft, file: Path | str, written: Written | None, language: str | None) -> Document:
    """The document of a draft. A record of a collection is not given the collection's own day."""
    if not draft.text.strip():
        raise ReadError(f"{draft.name or file} holds no text")
    path = file if isinstance(file, Path) else None
    return document(
        draft.text,
        name=draft.name or (path.name if path else "standard input"),
        title=draft.title,
        written=draft.written,
        language=language or draft.language,
        publisher=draft.publisher,
        region=draft.region,
        source=draft.source or (str(path) if path else "standard input"),
        otherwise=written or (assumed_from(path) if path and draft.name is None else None),
    )
