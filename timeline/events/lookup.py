"""The verb that begins at a word of a sentence, phrasal ones with their particles."""

from __future__ import annotations

from typing import Final

from timeline.events.tokens import COORDINATORS, GRAMMAR, PREPOSITIONS, Token
from timeline.events.verbs import Lexicon, Verb
from timeline.model import Kind

_SIDES: Final = GRAMMAR["sides"]


def lookup(words: list[Token], at: int, verbs: Lexicon) -> tuple[Verb, frozenset[str], int] | None:
    """The verb at a token, its forms and its last token: a phrasal verb when its particle follows."""
    if at >= len(words) or not words[at].plain:
        return None
    word = words[at].lower
    if word == "left" and words[at + 1 : at + 2] and words[at + 1].lower in _SIDES:
        return None  # "the right and left flanks"
    after = words[at + 1].lower if at + 1 < len(words) else ""
    for rest, form in verbs.phrasal.get(word, ()):
        if rest[-1] == "for" and _for_a_day(words, at + len(rest) + 1):
            continue
        if rest[0] == after and rest == tuple([token.lower for token in words[at + 1 : at + 1 + len(rest)]]):
            return form.verb, form.names, at + len(rest)
    single = verbs.forms.get(word)
    if single:
        return single.verb, single.names, at
    if looks_past(words[at]):
        return Verb(word, Kind.OTHER), frozenset({"past", "participle"}), at
    return None


def _for_a_day(words: list[Token], at: int) -> bool:
    """ "A strike was called for 17 December": for a day, and no call for anything."""
    while at < len(words) and words[at].dated:
        at += 1
        if at == len(words) or not words[at].text[0].isalnum() or words[at].lower in PREPOSITIONS | COORDINATORS:
            return True
    return False


def looks_past(word: Token) -> bool:
    return word.lower.endswith("ed") and len(word.text) > 4 and word.text.isalpha() and word.text[0].islower()
