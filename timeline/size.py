"""How long one text may be.

Twenty million bytes are a shelf of books: read in a minute or two, and still a page that a browser can show. A longer one
is nearly always a dump of many texts, better told apart before it is read.
"""

from __future__ import annotations

from typing import Final

from timeline.errors import ReadError

LONGEST: Final = 20_000_000


def check_size(size: int, name: str) -> None:
    """ReadError when one text of so many bytes (or letters) is too long; `name` is what a reader calls it."""
    if size > LONGEST:
        much = f"more than {LONGEST // 1_000_000} MB" if size == LONGEST + 1 else f"{size / 1_000_000:.1f} MB"
        raise ReadError(
            f"{name} is one text of {much}; {LONGEST // 1_000_000} MB is the most: split it into several files, "
            "or write one text a line into a .jsonl file"
        )


def one_too_many() -> int:
    """The bytes of a stream after which it is known to be too long."""
    return LONGEST + 1
