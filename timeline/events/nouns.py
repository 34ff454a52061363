"""What might be a verb in the present tense and is a noun: "the plant in Flint", "rebels had", "the Sevastopol docks"."""

from __future__ import annotations

from typing import Final

from timeline.events.lookup import lookup
from timeline.events.tokens import GRAMMAR, NOT_NOUNS, PARTS_CLAUSES, PREPOSITIONS, Token
from timeline.events.verbs import Lexicon

_WHERE: Final = frozenset({"in", "at", "near", "outside"})
_NO_NOUN: Final = NOT_NOUNS | GRAMMAR["numbers"]


def verb_follows(words: list[Token], last: int, verbs: Lexicon) -> bool:
    """ "the plant heckled the president": what a past tense follows at once is a noun."""
    after = words[last + 1].lower if last + 1 < len(words) else ""
    if after not in verbs.starts and after[-2:] != "ed":
        return False
    found = lookup(words, last + 1, verbs)
    return found is not None and "past" in found[1] and "base" not in found[1] and words[last].lower not in {"who", "which"}


def noun_before_verb(words: list[Token], last: int, names: frozenset[str], verbs: Lexicon) -> bool:
    """ "the Fisher Body plant in Flint sat down", "the Sevastopol docks in February": a noun with where it is."""
    after = words[last + 1 : last + 2]
    if not after or after[0].lower not in _WHERE:
        return False
    back = last - 1
    while back > 0 and words[back].named:
        back -= 1
    if "s" in names and back > 0 and words[back].lower == "the" and words[back - 1].lower in PREPOSITIONS:
        return True
    for word in words[last + 2 : last + 8]:
        if word.plain and word.lower in PARTS_CLAUSES:
            return False
        form = verbs.forms.get(word.lower) if word.plain else None
        if form and "past" in form.names and "base" not in form.names:
            return True
    return False


def joined(words: list[Token], back: int) -> bool:
    """Whether a name ends a list, or is that of several: "Iran and Iraq sign", "Houthi fighters in Aden seize"."""
    before = words[max(0, back - 6) : back]
    return any(word.plain and (word.lower == "and" or word.lower.endswith("s")) for word in before)


def is_noun(word: str, verbs: Lexicon) -> bool:
    """ "said that rebels had ...": a noun of happening, or of those who act, rather than a verb in the present."""
    return word in verbs.nouns or word in verbs.words["armed"] or word in verbs.words["people"]


def noun_follows(words: list[Token], last: int) -> bool:
    """ "Israeli occupied land", not "Israelis occupied the land"."""
    return (
        last + 1 < len(words)
        and words[last + 1].plain
        and words[last + 1].lower not in _NO_NOUN
        and words[last + 1].text[0].isalpha()
    )
