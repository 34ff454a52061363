"""Searching for words: one full-text index over titles and passages, and where the words stand in a text.

What a user types is words, "exact phrases" and beginnings (`sink*`); every one must be there. Whatever else it holds is
read as a word, never as the index's own syntax.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Final

# Stemming joins "attack", "attacked", "attacks"; accents do not keep apart what people type without them.
TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
_PARTS: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_OPEN, _CLOSE = "\ue000", "\ue001"


def expression(words: str, *, every: bool = True) -> str:
    """The words as an FTS5 expression, each quoted; "" when nothing can be searched for."""
    terms = []
    for phrase, word in _PARTS.findall(words.replace("\0", " ")):
        beginning = word.endswith("*")
        said = (phrase or word).rstrip("*")
        if any(letter.isalnum() for letter in said):
            terms.append(f'"{said}"' + (" *" if beginning else ""))
    return (" AND " if every else " OR ").join(terms)


def marks(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as half-open offsets; any of them, for the reader to see."""
    asked = expression(words, every=False)
    if not asked or _OPEN in text or _CLOSE in text:
        return []
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE one USING fts5(text, tokenize = '{TOKENIZER}')")
        # The index ends a text at NUL; a space keeps the offsets.
        index.execute("INSERT INTO one VALUES (?)", (printable(text).replace("\0", " "),))
        found = index.execute("SELECT highlight(one, 0, ?, ?) FROM one WHERE one MATCH ?", (_OPEN, _CLOSE, asked)).fetchone()
    return _offsets(found[0]) if found else []


def printable(text: str) -> str:
    """A text that can be stored as UTF-8: lone surrogates, which no reader can see, become question marks."""
    return text.encode("utf-8", "replace").decode()


def _offsets(marked: str) -> list[tuple[int, int]]:
    found, at, start = [], 0, 0
    for letter in marked:
        if letter == _OPEN:
            start = at
        elif letter == _CLOSE:
            found.append((start, at))
        else:
            at += 1
    return found
