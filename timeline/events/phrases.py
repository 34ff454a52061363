"""Where a phrase that leads up to a subject ends and no comma parts it from that: one with a date, an hour, a "not"."""

from __future__ import annotations

from typing import Final

from timeline.events.tokens import DETERMINERS, Token

_CLOCKS: Final = frozenset({"local time", "moscow time", "gmt", "utc", "local"})
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


def clock_words(words: list[Token], at: int) -> int:
    """How many words tell the clock an hour is told by: "at 11:30 local time"."""
    if at + 1 < len(words) and words[at].named and words[at + 1].lower == "time":
        return 2  # "Baghdad time"
    said = [word.lower for word in words[at : at + 2] if word.plain]
    return 2 if " ".join(said) in _CLOCKS else int(said[:1] != [] and said[0] in _CLOCKS)


def past_not(words: list[Token], first: int, last: int) -> int:
    """Past the head of "Not long after this" and of "Not wanting to surrender, "; "not one ship" is a subject."""
    after = [word.lower for word in words[first + 1 : min(first + 3, last)]]
    if after[:1] == ["long"] and after[-1] in {"after", "before"}:
        return first + 2
    return _comma(words, first, last) if after and after[0].endswith("ing") else 0


def past_apposition(words: list[Token], comma: int, last: int) -> int:
    """ "Led by Kuhn, a healer, the rebels": the comma that closes what is said of a name, for the one before it."""
    apposed = comma + 2 < last and words[comma - 1].named and words[comma + 1].lower in {"a", "an"}
    closed = _comma(words, comma + 1, last - 1) if apposed else 0
    return closed or comma


def _comma(words: list[Token], first: int, last: int) -> int:
    return next((at for at in range(first, last) if words[at].lower == "," and words[at].plain), 0)
