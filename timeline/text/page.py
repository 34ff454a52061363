"""An html page: trafilatura takes the text out of its furniture, htmldate finds the day its metadata names.

Both are given the page as it lies on disk; neither fetches anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from timeline.errors import DateError, ReadError
from timeline.model import Known, Written
from timeline.text.decode import decode
from timeline.text.draft import Draft
from timeline.text.language import region_of
from timeline.text.written import written_on

# The parser under trafilatura holds no text node of more than this.
_LARGEST: Final = 10_000_000
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.I)
_TIMESTAMP: Final = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?(?![\w:])")
_BLOCKS: Final = ("head", "p", "item", "quote", "row", "code", "list", "table", "figure", "div")
_PROSE: Final = ("title", "h1", "h2", "h3", "h4", "p", "li", "blockquote", "td", "figure", "img")
_DATED: Final = re.compile(r"date|time|publi|byline|stamp", re.I)
_EDGES: Final = {**dict.fromkeys(_BLOCKS, "\n\n"), "lb": "\n", "cell": " "}


def read_page(data: bytes, name: str) -> Draft:
    """The text of a page with its title, day and site name; ReadError when it holds no text or is over 10 MB."""
    if len(data) > _LARGEST:
        size, limit = len(data) // 1_000_000, _LARGEST // 1_000_000
        raise ReadError(f"{name} is {size} MB of html, more than {limit}: save its text as .txt instead")
    declared = _CHARSET.search(data[:4096])
    page = decode(data, name, declared[1].decode("ascii") if declared else None)
    draft = _read(page)
    if draft is None:
        raise ReadError(f"{name} holds no text that could be told from its furniture: save its text as .txt instead")
    return draft


def _read(page: str) -> Draft | None:
    """The page is parsed once, here: given a string, one of the two libraries would download what looks like an address, and
    both cut the head off a page that stands on one line."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring
    from trafilatura import bare_extraction, baseline

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
    written, region = _written(tree, page), region_of(tree.get("lang"))
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False)
    text = _text(found.body) if found is not None else ""
    # A page of a sentence or two is too short for it to tell text from furniture: then all of it is text.
    text = text or _text(baseline(tree)[0])
    if not text:
        return None
    if found is None:
        return Draft(text, written=written, region=region)
    return Draft(text, title=found.title or None, written=written, publisher=found.sitename or None, region=region)


def _text(body: Any) -> str:
    """The page's blocks, a blank line between any two."""
    blocks = re.split(r"\n\s*\n", "".join(_pieces(body)))
    lines = ("\n".join(" ".join(line.split()) for line in block.split("\n")) for block in blocks)
    return "\n\n".join(block.strip() for block in lines if block.strip())


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element and all in it, with line breaks around blocks."""
    edge = _EDGES.get(element.tag, "")
    yield edge if element.tag != "lb" else ""
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge


def _written(tree: Any, page: str) -> Written | None:
    """The day the page's metadata names, and its minute where a timestamp of that day stands in the page."""
    from htmldate import find_date

    # The earliest and the latest day are fixed: old texts are read here, and nothing may depend on today.
    day = find_date(
        _without_prose(tree), extensive_search=False, original_date=True, min_date="1500-01-01", max_date="2999-12-31"
    )
    if not day:
        return None
    stamps = [match[0] for match in _TIMESTAMP.finditer(page[:200_000]) if match[0].startswith(day)]
    try:
        return written_on(stamps[0] if stamps else day, Known.METADATA)
    except DateError:
        return None


def _without_prose(tree: Any) -> Any:
    """A copy without titles, paragraphs and pictures: a date told in them is not the day the page was written."""
    bare = deepcopy(tree)
    for element in list(bare.iter(*_PROSE)):
        if not _DATED.search(f"{element.get('class', '')} {element.get('id', '')}") and element.getparent() is not None:
            element.drop_tree()
    for element in bare.xpath(
        "//meta[contains(@property, 'image') or contains(@name, 'image') or contains(@name, 'description')]"
    ):
        element.drop_tree()
    return bare
