"""The words beside an expression."""

from __future__ import annotations


def word_before(text: str, at: int) -> str:
    """The word before an offset in lower case, without marks; a bracket or a line's start is a word of its own."""
    words = text[max(0, at - 30) : at].lower().replace("(", " ( ").replace("\n", " \n ").split(" ")
    words = [word for word in words if word]
    return words[-1].strip("\"“”‘’'[]") if words else "\n"


def in_one_sentence(text: str, end: int, start: int, reach: int) -> bool:
    """Whether no sentence ends between two offsets, at most `reach` characters apart."""
    between = text[end:start]
    return len(between) <= reach and "\n" not in between and ". " not in between
