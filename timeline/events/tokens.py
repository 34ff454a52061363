"""The words of a sentence, and the small words that hold it together."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.resources import DATA

# Tags left in a text are no words: "<b>", "<script>…</script>".
MARKUP: Final = re.compile(r"<(script|style)\b[^<>\n]{0,200}>[^<]{0,2000}</\1>|</?[a-zA-Z][^<>\n]{0,300}>")
_TOKEN: Final = re.compile(rf"\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*|{MARKUP.pattern}|[^\w\s]")

GRAMMAR: Final = {
    name: frozenset(words.split())
    for name, words in tomllib.loads((DATA / "events" / "grammar.toml").read_text(encoding="utf-8")).items()
}
BE: Final = GRAMMAR["be"]
HAVE: Final = GRAMMAR["have"]
FUTURE: Final = GRAMMAR["future"]
MODAL: Final = GRAMMAR["modal"]
DO: Final = GRAMMAR["do"]
NOT: Final = GRAMMAR["not"]
ADVERBS: Final = GRAMMAR["adverbs"]
_NO_ADVERBS: Final = GRAMMAR["no_adverbs"]
DETERMINERS: Final = GRAMMAR["determiners"]
PREPOSITIONS: Final = GRAMMAR["prepositions"]
SUBORDINATORS: Final = GRAMMAR["subordinators"]
RELATIVES: Final = GRAMMAR["relatives"]
COORDINATORS: Final = GRAMMAR["coordinators"]
PRONOUNS: Final = GRAMMAR["pronouns"]
BREAKS: Final = frozenset(";:—–")

# Sets asked for at every word, joined once.
OPENS_CLAUSE: Final = SUBORDINATORS | RELATIVES
PARTS_CLAUSES: Final = OPENS_CLAUSE | COORDINATORS | BREAKS | {","}
LEADS_PHRASE: Final = PREPOSITIONS | SUBORDINATORS
NOT_NOUNS: Final = DETERMINERS | PREPOSITIONS
JOINS: Final = COORDINATORS | {","}


@dataclass(slots=True)
class Token:
    """A word or mark with its offsets; `named` and `dated` say that it is in an actor's name or a date, `plain` in neither."""

    text: str
    lower: str
    start: int
    end: int
    named: bool
    dated: bool
    plain: bool
    adjective: bool

    @property
    def possessive(self) -> bool:
        return self.lower.endswith(("'s", "’s", "s'", "s’"))


def tokens(
    text: str, start: int, end: int, named: Sequence[tuple[int, int, bool]], dated: Sequence[tuple[int, int]]
) -> list[Token]:
    """The words and marks of text[start:end]; `named` are spans in order, each with whether it is an adjective ("Russian")."""
    if not named and not dated:
        return [
            Token(word, word.lower(), *match.span(), False, False, True, False)
            for match in _TOKEN.finditer(text, start, end)
            if (word := match[0])[0] != "<" or len(word) == 1
        ]
    found: list[Token] = []
    add = found.append
    names, dates = 0, 0
    named_count, dated_count = len(named), len(dated)
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if text[at] == "<" and stop - at > 1:
            continue
        while names < named_count and named[names][1] <= at:
            names += 1
        while dates < dated_count and dated[dates][1] <= at:
            dates += 1
        in_name = names < named_count and named[names][0] <= at
        in_date = dates < dated_count and dated[dates][0] <= at
        word = match[0]
        add(Token(word, word.lower(), at, stop, in_name, in_date, not (in_name or in_date), in_name and named[names][2]))
    return found


def is_adverb(word: Token) -> bool:
    return word.plain and (word.lower in ADVERBS or (word.lower.endswith("ly") and word.lower not in _NO_ADVERBS))


def without_markup(words: str) -> str:
    return MARKUP.sub("", words) if "<" in words else words
