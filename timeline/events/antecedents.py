"""What a relative pronoun is about: the noun phrase right before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline.events.tokens import COORDINATORS, DETERMINERS, GRAMMAR, PREPOSITIONS, SUBORDINATORS, Token
from timeline.model import Kind

_ENDS_ANTECEDENT: Final = (PREPOSITIONS - {"of", "for"}) | COORDINATORS | SUBORDINATORS
_JOINS_SIDES: Final = frozenset({"and", "the", ","})
_ABOUT: Final = frozenset({"on", "about", "against", "concerning"})
_PAPERS: Final = GRAMMAR["papers"]
_JOINS_TALKS: Final = frozenset({"between", "with", "on", "against", "over"})


def antecedent(words: list[Token], relative: int, nouns: Mapping[str, Kind], after: int) -> tuple[int, int] | None:
    """The noun phrase right before a relative pronoun."""
    last = relative
    while last > after and words[last - 1].lower == ",":
        last -= 1
    first = last
    while first > after and words[first - 1].text[0].isalnum() and not words[first - 1].dated and last - first < 8:
        before = words[first - 1]
        if before.lower in {"of", "for"} and words[last - 1].named and (first < 2 or words[first - 2].lower not in nouns):
            break
        infinitive = before.plain and first > after + 1 and words[first - 2].lower == "to" and before.lower not in DETERMINERS
        if infinitive or (before.plain and before.lower in _ENDS_ANTECEDENT):
            break
        first -= 1
        if before.plain and before.lower in {"a", "an", "the", "its", "his", "her", "their"}:
            break
    if last - first > 1 and words[first].lower in {"a", "an"} and first > after + 1 and words[first - 1].lower == ",":
        named = first - 1  # "Rudolf Abel, a KGB colonel who": the name that the noun explains
        while named > after and words[named - 1].named:
            named -= 1
        if named < first - 1:
            return named, first - 1
    side = first
    while side > after + 2 and (words[side - 1].named or words[side - 1].lower in _JOINS_SIDES):
        side -= 1
    talks = side > after + 1 and words[side - 1].lower in _JOINS_TALKS and words[side - 2].lower in nouns
    if first > after + 2 and words[first - 1].lower in _ABOUT and words[first - 2].lower in _PAPERS:
        at = first - 3
        return (at if at >= after and words[at].lower in DETERMINERS else at + 1), last
    if talks and words[relative - 1].lower == ",":
        first = side - 2
    return (first, last) if first < last else None
