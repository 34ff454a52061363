"""An expression with the words beside it, as the questions about it need them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import word_after, word_before

_CAPITAL_BEFORE: Final = re.compile(r"\b[^\W\da-z_][\w’'-]*[ -]$")
_TITLE: Final = re.compile(r"(?:^|[ -])[^\W\da-z_][\w’']*$")


@dataclass(frozen=True, slots=True)
class Around:
    """An expression with the words beside it, in lower case: `before`, `after` ("" before a mark), and its own `words`.

    `nouns_capital` says that its language writes all nouns with a capital letter.
    """

    found: Found
    text: str
    before: str
    after: str
    words: list[str]
    nouns_capital: bool
    context: Mapping[str, frozenset[str]]

    def among(self, word: str, *names: str) -> bool:
        """Whether a word stands in one of the language's lists."""
        return any(word in self.context[name] for name in names)

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


def look_around(found: Found, text: str, language: Language) -> Around:
    """The expression where it stands in a text."""
    before, after = word_before(text, found.start), word_after(text, found.end)
    words = text[found.start : found.end].lower().split()
    return Around(found, text, before, after, words, language.writing.nouns_capital, language.context)
