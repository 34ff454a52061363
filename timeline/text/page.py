"""An html page: trafilatura takes the text out of its furniture, htmldate finds the day its metadata names.

Both are given the page as it lies on disk; neither fetches anything.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any, Final

from timeline.errors import DateError, ReadError
from timeline.model import Known, Written
from timeline.text.decode import decode
from timeline.text.draft import Draft
from timeline.text.written import written_on

_LARGEST: Final = 20_000_000
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.I)
_TIMESTAMP: Final = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?(?![\w:])")
_BLOCKS: Final = ("head", "p", "item", "quote", "row", "code", "list", "table", "figure", "div")
_EDGES: Final = {**dict.fromkeys(_BLOCKS, "\n\n"), "lb": "\n", "cell": " "}


def read_page(data: bytes, name: str) -> Draft:
    """The text of a page with its title, day and site name; ReadError when it holds no text or is over 20 MB."""
    if len(data) > _LARGEST:
        raise ReadError(
            f"{name} is {len(data) // 1_000_000} MB of html, more than {_LARGEST // 1_000_000}: save its text as .txt instead"
        )
    declared = _CHARSET.search(data[:4096])
    page = decode(data, name, declared[1].decode("ascii") if declared else None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _extract(page)
        text = _text(found.body) if found is not None else ""
        written = _written(page)
    if not text:
        raise ReadError(f"{name} holds no text that could be told from its furniture: save its text as .txt instead")
    return Draft(text, title=found.title or None, written=written, publisher=_site(found))


def _extract(page: str) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(page, with_metadata=True, include_comments=False)


def _site(found: Any) -> str | None:
    """The site's name, unless trafilatura only had a host name to give."""
    name = (found.sitename or "").strip()
    return name if name and (" " in name or "." not in name) else None


def _text(body: Any) -> str:
    """The page's blocks, a blank line between any two."""
    blocks = re.split(r"\n\s*\n", "".join(_pieces(body)))
    lines = ("\n".join(" ".join(line.split()) for line in block.split("\n")) for block in blocks)
    return "\n\n".join(block.strip() for block in lines if block.strip())


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element and all in it, with line breaks around blocks."""
    edge = _EDGES.get(element.tag, "")
    yield edge
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge


def _written(page: str) -> Written | None:
    """The day the page's metadata names, and its minute where a timestamp of that day stands in the page's head."""
    from htmldate import find_date

    # The earliest and the latest day are fixed: old texts are read here, and nothing may depend on today.
    day = find_date(page, extensive_search=False, original_date=True, min_date="1500-01-01", max_date="2999-12-31")
    if not day:
        return None
    stamps = [match[0] for match in _TIMESTAMP.finditer(page[:200_000]) if match[0].startswith(day)]
    try:
        return written_on(stamps[0] if stamps else day, Known.METADATA)
    except DateError:
        return None
