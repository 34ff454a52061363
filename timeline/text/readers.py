"""The readers, by suffix: each turns the bytes of a file into drafts, one for each text in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from timeline.errors import DateError, ReadError
from timeline.model import Known, Written
from timeline.size import check_size
from timeline.text.decode import decode
from timeline.text.draft import Draft
from timeline.text.front_matter import split_front_matter
from timeline.text.page import read_page
from timeline.text.written import written_on

_SHAPE: Final = 'each line is an object such as {"id": "1", "text": "On 4 May …", "written": "1982-05-06"}'

Result = Draft | ReadError


def _plain(data: bytes, name: str) -> Iterator[Result]:
    yield Draft(decode(data, name))


def _markdown(data: bytes, name: str) -> Iterator[Result]:
    """The text after its front matter, which says title, written or date, source or publisher, language."""
    said, text = split_front_matter(decode(data, name))
    yield Draft(
        text,
        title=said.get("title"),
        written=_stated(said.get("written") or said.get("date"), f"{name}: its front matter"),
        publisher=said.get("publisher") or said.get("source"),
        language=said.get("language") or said.get("lang"),
    )


def _html(data: bytes, name: str) -> Iterator[Result]:
    yield read_page(data, name)


def _json_lines(data: bytes, name: str) -> Iterator[Result]:
    """One text a line; a line that cannot be read is yielded as its error, and the rest goes on."""
    for number, line in enumerate(decode(data, name).split("\n"), 1):
        if line.strip():
            try:
                yield _record(line, f"{name}, line {number}", f"{name}#{number}")
            except ReadError as error:
                yield error


def _record(line: str, where: str, name: str) -> Draft:
    check_size(len(line), where)
    try:
        record: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(f"{where} is not JSON ({error.msg} at column {error.colno}): {_SHAPE}") from None
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where} is not JSON that can be read ({error}): {_SHAPE}") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or not record["text"].strip():
        raise ReadError(f"{where} has no text: {_SHAPE}")
    fields = {key: str(value) for key, value in record.items() if isinstance(value, str | int) and str(value).strip()}
    _check_letters("".join(fields.values()), where)
    source = fields.get("source")
    address = fields.get("url") or (source if source and "://" in source else None)
    return Draft(
        record["text"],
        name=fields.get("id", name),
        source=address,
        title=fields.get("title"),
        written=_stated(fields.get("written"), where),
        publisher=fields.get("publisher") or (source if source != address else None),
        language=fields.get("language"),
    )


def _check_letters(text: str, where: str) -> None:
    """JSON can hold halves of letters ("\\ud83d" alone), which no file and no store can."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadError(f"{where} holds half a letter (\\u{ord(text[error.start]):04x}): write it as UTF-8") from None


def _stated(words: str | None, where: str) -> Written | None:
    if not words:
        return None
    try:
        return written_on(words, Known.METADATA)
    except DateError as error:
        raise ReadError(f"{where}: {error}") from None


# The suffixes of files that hold many texts.
COLLECTIONS: Final = frozenset({".jsonl"})
READERS: Final[Mapping[str, Callable[[bytes, str], Iterator[Result]]]] = MappingProxyType(
    {
        ".txt": _plain,
        ".md": _markdown,
        ".html": _html,
        ".htm": _html,
        ".jsonl": _json_lines,
    }
)
