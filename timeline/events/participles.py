"""Verbs that tell, and participles that only describe a noun: "a missile fired from the shore killed thirteen"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline.events.lookup import lookup
from timeline.events.predicate import Predicate
from timeline.events.tokens import (
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    GRAMMAR,
    PARTS_CLAUSES,
    PREPOSITIONS,
    SUBORDINATORS,
    Token,
    is_adverb,
)
from timeline.events.verbs import Lexicon, Verb

_INTRANSITIVE: Final = GRAMMAR["intransitive"]
_DOES_ITSELF: Final = GRAMMAR["does_itself"]
_WHITHER: Final = GRAMMAR["whither"]
_LIKE_PARTICIPLE: Final = PREPOSITIONS | _WHITHER | {",", ".", ")", "", "to"}
# "a man named Callias went": what is named is not told.
_NAMING: Final = frozenset({"name", "call", "dub", "know"})
_TWO_OBJECTS: Final = frozenset({"give", "offer", "grant", "hand", "name", "call", "elect", "appoint", "deny", "ask", "tell"})
_HAS_DONE: Final = frozenset({"order", "find", "want", "declare", "command"})
_STANDING: Final = frozenset({"be", "have"})


def main_verbs(words: list[Token], found: list[Predicate], verbs: Lexicon) -> list[Predicate]:
    """Without participles that only describe a noun: in "a missile fired from the shore killed thirteen", "fired"."""
    kept: list[Predicate] = []
    for at, predicate in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        lone = predicate.first == predicate.head and not predicate.present and predicate.verb.lemma not in _STANDING
        if lone and kept and _ordered(words, kept[-1], predicate):
            continue
        if kept and _noun_after(words, kept[-1], predicate):
            continue
        if (
            lone
            and not _goes_on_passive(words, predicate, found[at + 1 :], kept)
            and not _opens_with_name(words, predicate.first)
            and _only_describes(words, predicate, following, bool(kept), verbs)
        ):
            continue
        kept.append(predicate)
    return kept


def _ordered(words: list[Token], before: Predicate, predicate: Predicate) -> bool:
    """ "ordered Navalny jailed", "found the captain hanged": what is done to the object, and no verb of its own."""
    if before.verb.lemma not in _HAS_DONE or before.passive:
        return False
    between = words[before.last + 1 : predicate.first]
    joined = any(word.plain and (word.lower in PARTS_CLAUSES or word.lower in PREPOSITIONS) for word in between)
    return bool(between) and not joined


def _noun_after(words: list[Token], before: Predicate, predicate: Predicate) -> bool:
    """ "led a public relations drive for the party": what looks like the present, with nothing to part it from a past."""
    if not predicate.present or predicate.first != predicate.head or before.present or before.verb.saying:
        return False
    between = words[before.last + 1 : predicate.first]
    whole = all(word.plain and word.text[0].isalpha() and word.lower not in PARTS_CLAUSES | PREPOSITIONS for word in between)
    return bool(between) and whole and between[0].lower in DETERMINERS


def _opens_with_name(words: list[Token], at: int) -> bool:
    """ "When Nicholas died on 2 March he was succeeded": a name right after "when" does what follows it."""
    back = at
    while back > 0 and words[back - 1].named and not words[back - 1].adjective:
        back -= 1
    return 0 < back < at and words[back - 1].plain and words[back - 1].lower in SUBORDINATORS - PREPOSITIONS


def auxiliaries(words: list[Token], predicate: Predicate) -> str:
    """The words before a verb that a second may share: "had been" of "had been hit and abandoned"."""
    return " ".join(word.lower for word in words[predicate.first : predicate.head] if not is_adverb(word))


def goes_itself(verb: Verb) -> bool:
    """ "was expelled and fled": what nobody can do to another."""
    words = verb.lemma.split(" ")
    return verb.undergone or words[0] in _INTRANSITIVE or len(words) > 2  # "imposed a curfew" has its object


def joined_participle(words: list[Token], at: int, before: list[Predicate], verbs: Lexicon) -> Predicate | None:
    """ "was wounded and taken prisoner", "had gone home and given up": a participle that shares the auxiliary before it."""
    if not before or at < 1 or words[at - 1].lower != "and" or not (before[0].passive or before[0].perfect):
        return None
    found = lookup(words, at, verbs)
    if found is None or "participle" not in found[1] or "past" in found[1]:
        return None
    verb, _, last = found
    auxiliary = before[0].auxiliary or auxiliaries(words, before[0])
    return replace(before[0], first=at, head=at, last=last, verb=verb, auxiliary=auxiliary)


def _goes_on_passive(words: list[Token], predicate: Predicate, rest: list[Predicate], kept: list[Predicate]) -> bool:
    """ "was convicted in 1985, pardoned by the president in 1990 and arrested again": a list of what befell one subject."""
    before = words[predicate.first - 1].lower
    listed = before == "," and any(words[one.first - 1].lower == "and" and one.first == one.head for one in rest[:2])
    return bool(kept) and kept[-1].passive and (before == "and" or listed)


def _only_describes(
    words: list[Token], predicate: Predicate, following: Predicate | None, any_before: bool, verbs: Lexicon
) -> bool:
    by = predicate.last + 1
    after = words[by].lower if by < len(words) else ""
    if by + 1 < len(words) and is_adverb(words[by]) and words[by + 1].lower == "by":
        by, after = by + 1, "by"  # "joined only by the men of Plataea"
    if after == "by" and not any(word.dated for word in words[by + 1 : by + 2]):
        return not any(word.lower.endswith("ing") for word in words[by + 1 : by + 2])
    before = words[predicate.first - 1]
    if following is not None and _apposed(words, predicate.first, following.first):
        return True
    several = following is not None and not words[following.first].lower.endswith("s")
    if following is not None and following.present and after_participle(words, following.first - 1, verbs, several):
        return True
    if before.lower == "," and (_governs(words, predicate) or _goes_on(words, predicate, following, any_before)):
        return False
    if before.lower == "," and (following is not None or any_before) and not _closes_aside(words, predicate.first - 1):
        return True
    named = predicate.last + 1 + (after == "the")
    naming = predicate.verb.lemma in _NAMING and named < len(words) and words[named].named
    if naming and following is not None:
        return True
    like_participle = after in _LIKE_PARTICIPLE and after not in {"into"}
    return (
        like_participle
        and following is not None
        and not predicate.verb.saying
        and not (after == "to" and predicate.verb.lemma in _DOES_ITSELF)
        and not _marked(words, predicate.last + 1, following.first)
    )


def _apposed(words: list[Token], at: int, verb: int) -> bool:
    """ "Zelaya, a rancher elected in 2005, fired": in what is said of a name between commas."""
    closed = words[verb - 1].lower == "," and words[verb - 1].plain
    opened = next((back for back in range(at - 1, max(at - 6, 0), -1) if words[back].lower == "," and words[back].plain), 0)
    return closed and opened > 0 and words[opened - 1].named and words[opened + 1].lower in {"a", "an"} and opened + 1 < at - 1


def _goes_on(words: list[Token], predicate: Predicate, following: Predicate | None, any_before: bool) -> bool:
    """ "resigned in May, returned to Riga and put down the revolt": in a list of deeds, what nobody does to another."""
    return any_before and following is not None and words[following.first - 1].lower == "and" and goes_itself(predicate.verb)


def _governs(words: list[Token], predicate: Predicate) -> bool:
    """ "landed, besieged the town, and won": who governs an object is no participle, but for "given the order"."""
    after = words[predicate.last + 1 : predicate.last + 2]
    has_object = (
        bool(after) and not after[0].dated and (after[0].lower in DETERMINERS or (after[0].named and not after[0].adjective))
    )
    return has_object and predicate.verb.lemma not in _TWO_OBJECTS


def _closes_aside(words: list[Token], comma: int) -> bool:
    """Whether the comma before a verb closes an apposition, so that its subject stands before the aside."""
    marks = (at for at in range(comma - 1, -1, -1) if words[at].plain and (words[at].lower == "," or words[at].lower in BREAKS))
    opened = next(marks, None)
    return (
        opened is not None
        and words[opened].lower == ","
        and not any(words[at].lower in COORDINATORS for at in range(opened, comma))
    )


def _marked(words: list[Token], start: int, end: int) -> bool:
    return any(word.plain and word.lower in PARTS_CLAUSES for word in words[start:end])


def after_participle(words: list[Token], at: int, verbs: Lexicon, several: bool) -> bool:
    """Whether a date closes a participle: "conscripts landed in April write home", "footage posted on Monday shows a blast"."""
    while at > 1 and (words[at].dated or words[at].lower in PREPOSITIONS or words[at].text[0].isupper()):
        at -= 1
    form = verbs.forms.get(words[at].lower)
    return words[at].plain and form is not None and "participle" in form.names and words[at - 1].lower.endswith("s") is several
