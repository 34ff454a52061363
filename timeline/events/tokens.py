"""The words of a sentence, and the small words that hold it together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")

BE: Final = frozenset("was were is are been be being got".split())
HAVE: Final = frozenset("has have had having".split())
FUTURE: Final = frozenset("will shall".split())
MODAL: Final = frozenset("could should would might may can must cannot can't couldn't wouldn't shouldn't".split())
DO: Final = frozenset("did do does didn't don't doesn't".split())
NOT: Final = frozenset(
    "not never neither nor hardly n't barely scarcely no didn't hadn't wasn't weren't hasn't haven't won't doesn't don't isn't".split()
)
ADVERBS: Final = frozenset(
    "also then later once again jointly now still since first finally formally officially reportedly allegedly recently already just "
    "immediately briefly soon twice further simultaneously together publicly quickly eventually repeatedly all both subsequently only "
    "even almost nearly ever thereby thus nevertheless meanwhile".split()
)
DETERMINERS: Final = frozenset(
    "the a an this that these those its his her their our my your some any no every each several many few more most all both".split()
)
PREPOSITIONS: Final = frozenset(
    "in on at of by from to for with against into onto upon over under during through throughout across near off between among amid "
    "around about towards toward behind beyond within without inside outside above below along aboard via despite per as like unlike "
    "including alongside beside besides after before since until till".split()
)
SUBORDINATORS: Final = frozenset(
    "after before when while as because since until although though whereas if once unless whether lest till".split()
)
RELATIVES: Final = frozenset("who which whose whom where that how why what".split())
COORDINATORS: Final = frozenset("and but or so yet nor".split())
BREAKS: Final = frozenset(";:—–")
PRONOUNS: Final = frozenset(
    "he she it they we i you who which that one everyone nobody others some many several most neither both".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its offsets; `named` and `dated` say that it stands in an actor's name or a date."""

    text: str
    lower: str
    start: int
    end: int
    named: bool = False
    dated: bool = False
    adjective: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is neither part of a name nor of a date."""
        return not (self.named or self.dated)

    @property
    def possessive(self) -> bool:
        return self.lower.endswith(("'s", "’s", "s'", "s’"))


def tokens(
    text: str, start: int, end: int, named: Sequence[tuple[int, int, bool]], dated: Sequence[tuple[int, int]]
) -> list[Token]:
    """The words and marks of text[start:end]; `named` are spans in order, each with whether it is an adjective ("Russian")."""
    found = []
    names, dates = 0, 0
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        while names < len(named) and named[names][1] <= at:
            names += 1
        while dates < len(dated) and dated[dates][1] <= at:
            dates += 1
        in_name = names < len(named) and named[names][0] <= at
        in_date = dates < len(dated) and dated[dates][0] <= at
        word = match[0]
        found.append(Token(word, word.lower(), at, match.end(), in_name, in_date, in_name and named[names][2]))
    return found


def is_adverb(word: Token) -> bool:
    return word.plain and (word.lower in ADVERBS or word.lower.endswith("ly"))
