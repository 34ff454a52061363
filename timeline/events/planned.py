"""What is to happen, not what did: "was to take effect", "is due to meet", "plans to resume"; and what is only supposed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline.events.lookup import lookup
from timeline.events.predicate import Predicate
from timeline.events.tokens import GRAMMAR, Token
from timeline.events.verbs import Lexicon

_PLANS: Final = GRAMMAR["plans"]
_DUE: Final = GRAMMAR["due"]
_AIMS: Final = GRAMMAR["aims"]
_CASES: Final = frozenset({"event", "case"})
SUPPOSES: Final = GRAMMAR["supposes"]
# "Should Russia attack", "Were it to": a condition by its first word alone.
_INVERTED: Final = frozenset({"should", "were", "had"})


def planned(words: list[Token], predicate: Predicate, verbs: Lexicon) -> Predicate:
    """The predicate carried on to the verb whose doing is laid down: that one is told, as yet to come."""
    at = predicate.last + 1
    stands = predicate.verb.lemma == "be"
    if stands and at < len(words) and words[at].plain and words[at].lower in _DUE:
        at += 1
    elif _named_aim(words, predicate) if stands else predicate.verb.lemma not in _PLANS:
        return predicate
    if not (at < len(words) and words[at].lower == "to" and words[at].plain):
        return predicate
    found = lookup(words, at + 1, verbs)
    if found and "base" in found[1] and found[0].lemma not in {"be", "have"}:
        return replace(predicate, last=found[2], head=at + 1, verb=found[0], passive=False, future=True)
    if words[at + 1 : at + 2] and words[at + 1].lower == "be":
        done = lookup(words, at + 2, verbs)
        if done and "participle" in done[1]:
            return replace(predicate, last=done[2], head=at + 2, verb=done[0], passive=True, future=True)
    return predicate


def _named_aim(words: list[Token], predicate: Predicate) -> bool:
    """ "The aim was to destroy the fleet": what somebody wanted, and no appointment."""
    return any(word.plain and word.lower in _AIMS for word in words[max(0, predicate.first - 8) : predicate.first])


def supposing(words: list[Token], first: int, at: int) -> bool:
    """Whether a condition is opened between two tokens: "if Russia attacks", "in the event of an attack", not "as if"."""
    for index in range(first, at):
        word, before = words[index], words[index - 1].lower if index else ""
        if not word.plain:
            continue
        if (word.lower in SUPPOSES and before != "as") or (word.lower in _CASES and before in {"in", "the"} and index < 4):
            return index + 1 < len(words) and (word.lower in SUPPOSES or words[index + 1].lower in {"of", "that"})
    return False


def inverted(words: list[Token]) -> bool:
    """ "Should Russia attack Poland, ...", "Had he attacked, ...": a sentence that opens with a condition."""
    return len(words) > 1 and words[0].lower in _INVERTED and words[0].text[0].isupper() and not words[1].dated


def condition(words: list[Token], at: int, last: int, verbs: Lexicon) -> Predicate | None:
    """ "if Russia attacks Poland": after "if" what else might be a noun is a verb."""
    form = verbs.forms.get(words[at].lower)
    if form is None or not form.names & {"s", "base"} or not supposing(words, max(0, at - 8), at):
        return None
    return Predicate(at, last, at, form.verb, present=True)
