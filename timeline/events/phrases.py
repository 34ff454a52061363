"""Where a phrase with a date ends and the subject begins that no comma parts from it."""

from __future__ import annotations

from typing import Final

from timeline.events.tokens import DETERMINERS, Token

_WHO: Final = frozenset({"he", "she", "it", "they", "we", "i"})


def new_subject(words: list[Token], first: int, end: int) -> bool:
    """ "After the shelling on 26 November the Soviet Union denounced": a phrase, after whose date the subject begins."""
    return after_date(words, first, end)[0] < end


def after_date(words: list[Token], first: int, end: int) -> tuple[int, int, str]:
    """ "When he died on 2 March 1855 his son became king": the next subject begins right after the date."""
    begins = (at for at in range(first + 1, end) if words[at - 1].dated and not words[at].dated and opens_subject(words[at]))
    at = next(begins, end)
    return at, at, ""


def opens_subject(word: Token) -> bool:
    return word.named or word.lower in _WHO or word.lower in DETERMINERS
