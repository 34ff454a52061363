"""The verb that begins at a word of a sentence, phrasal ones with their particles."""

from __future__ import annotations

from timeline.events.tokens import Token
from timeline.events.verbs import Lexicon, Verb
from timeline.model import Kind


def lookup(words: list[Token], at: int, verbs: Lexicon) -> tuple[Verb, frozenset[str], int] | None:
    """The verb at a token, its forms and its last token: a phrasal verb when its particle follows."""
    if at >= len(words) or not words[at].plain:
        return None
    word = words[at].lower
    after = words[at + 1].lower if at + 1 < len(words) else ""
    for rest, form in verbs.phrasal.get(word, ()):
        if rest[0] == after and rest == tuple([token.lower for token in words[at + 1 : at + 1 + len(rest)]]):
            return form.verb, form.names, at + len(rest)
    single = verbs.forms.get(word)
    if single:
        return single.verb, single.names, at
    if looks_past(words[at]):
        return Verb(word, Kind.OTHER), frozenset({"past", "participle"}), at
    return None


def looks_past(word: Token) -> bool:
    return word.lower.endswith("ed") and len(word.text) > 4 and word.text.isalpha() and word.text[0].islower()
