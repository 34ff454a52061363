"""An expression with the words beside it, as the questions about it need them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import word_after, word_before

_CAPITAL_BEFORE: Final = re.compile(r"\b[^\W\da-z_][\w’'-]*[ -]$")
_TITLE: Final = re.compile(r"(?:^|[ -])[^\W\da-z_][\w’']*$")


class Around:
    """An expression with the words beside it."""

    def __init__(self, found: Found, text: str, language: Language) -> None:
        self.found, self.text, self.language = found, text, language
        self.context = language.context
        self.nouns_capital = language.writing.nouns_capital  # whether its language writes all nouns with a capital letter

    @cached_property
    def before(self) -> str:
        """The word before, in lower case."""
        return word_before(self.text, self.found.start)

    @cached_property
    def after(self) -> str:
        """The word after, in lower case; "" before a mark."""
        return word_after(self.text, self.found.end)

    @cached_property
    def words(self) -> list[str]:
        """The words of the expression, in lower case."""
        return self.text[self.found.start : self.found.end].lower().split()

    def among(self, word: str, *names: str) -> bool:
        """Whether a word stands in one of the language's lists."""
        for name in names:  # noqa: SIM110 (twice as fast)
            if word in self.context[name]:
                return True
        return False

    @property
    def touching(self) -> str:
        """The character right after."""
        return self.text[self.found.end : self.found.end + 1]

    @property
    def named(self) -> bool:
        """Whether the word after begins with a capital letter, where that makes a name."""
        beside = self.text[self.found.end : self.found.end + 2]
        return not self.nouns_capital and beside[1:].isupper() and beside[0].isspace()

    @property
    def noun_after(self) -> bool:
        """Whether the word after is written as nouns are, where they are written with a capital letter."""
        return self.nouns_capital and self.text[self.found.end + 1 : self.found.end + 2].isupper()

    @property
    def named_before(self) -> bool:
        """Whether the word before does."""
        return (
            not self.nouns_capital
            and _CAPITAL_BEFORE.search(self.text, max(0, self.found.start - 30), self.found.start) is not None
        )

    @property
    def capital(self) -> bool:
        """Whether its own first word does."""
        return self.text[self.found.start].isupper()

    @property
    def title(self) -> bool:
        """Whether its own last word does."""
        return _TITLE.search(self.text, self.found.start, self.found.end) is not None
