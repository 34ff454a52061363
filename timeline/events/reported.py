"""What somebody said: where it begins, and whether it was denied."""

from __future__ import annotations

from typing import Final

from timeline.events.tokens import DETERMINERS, GRAMMAR, PRONOUNS, Token

DENYING: Final = GRAMMAR["denying"]
_BEGINS: Final = DETERMINERS | PRONOUNS
_HEARER: Final = 5  # words


def past_hearer(words: list[Token], first: int, end: int) -> int:
    """Where what was told begins after who was told: "told reporters [the two sides would meet]"; 0 where that is not plain."""
    at = first
    if at < end and words[at].named:
        while at < end and words[at].named:
            at += 1
    else:
        at += at < end and words[at].lower in DETERMINERS
        while at < min(end, first + _HEARER) and not (words[at].named or words[at].lower in _BEGINS):
            if not (words[at].plain and words[at].text.isalpha()):
                return 0
            at += 1
    return at if first < at < end and (words[at].named or words[at].lower in _BEGINS) else 0
