"""The simple "key: value" lines some Markdown files begin with, between two lines of three dashes."""

from __future__ import annotations

import re
from typing import Final

_BLOCK: Final = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:[^\r\n]*\r?\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LINE: Final = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:\s*(?P<value>.*?)\s*")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """(what the front matter says, by key in small letters; the text after it). Nested values are passed over."""
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    lines = [line for line in block["lines"].splitlines() if line.strip()]
    pairs = [_LINE.fullmatch(line) for line in lines]
    if not any(pairs):
        return {}, text
    found = {pair["key"].lower(): _unquoted(pair["value"]) for pair in pairs if pair and pair["value"]}
    return found, text[block.end() :].lstrip("\r\n")


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
