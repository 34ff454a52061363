"""What befell somebody before the main clause tells of him: "Arrested in March 1943, she was deported" is two happenings."""

from __future__ import annotations

from typing import Final

from timeline.events.clauses import Clause
from timeline.events.lookup import lookup
from timeline.events.participles import goes_itself
from timeline.events.predicate import Predicate
from timeline.events.tokens import JOINS, PREPOSITIONS, Token
from timeline.events.verbs import Lexicon

_ASKED: Final = frozenset(
    {
        "ask",
        "question",
        "base",
        "name",
        "call",
        "know",
        "take",
        "give",
        "date",
        "fear",
        "believe",
        "use",
        "hold",
        "lead",
        "head",
        "command",
    }
)
_MANY: Final = frozenset({"they", "we", "both", "many"})


def led_by_participle(words: list[Token], clause: Clause, subject: tuple[int, int], verbs: Lexicon) -> Clause | None:
    """The clause of a dated participle that opens another, which then begins after it; None where there is none."""
    at = clause.start
    while at < clause.predicate.first and words[at].lower in JOINS:
        at += 1
    first, stop = subject
    if not (at < first < stop) or not words[at].plain:
        return None
    found = lookup(words, at, verbs)
    if found is None or "participle" not in found[1] or "base" in found[1] or words[at].lower not in verbs.forms:
        return None
    verb, _, last = found
    comma = next((index for index in range(last + 1, first) if words[index].lower == "," and words[index].plain), None)
    if comma is None or goes_itself(verb) or verb.lemma in _ASKED or not any(word.dated for word in words[last + 1 : first]):
        return None
    # The last comma before the subject closes it: "Arrested in Lyon, France, in March 1943, she".
    comma = max(index for index in range(comma, first) if words[index].lower == "," and words[index].plain)
    several = words[stop - 1].lower.endswith("s") or words[first].lower in _MANY
    predicate = Predicate(
        at, last, at, verb, passive=True, auxiliary="were" if several and not words[stop - 1].named else "was"
    )
    led = Clause(at, comma, predicate, "which", antecedent=subject)
    clause.start, clause.subject = comma + 1, None
    return led


def told_aside(words: list[Token], clause: Clause, subject: tuple[int, int], verbs: Lexicon) -> Clause | None:
    """The clause of a dated participle in what is said of a name: "Ana, a teacher arrested in March 2009, fled"."""
    first, stop = subject
    opened = next((at for at in range(first, stop) if words[at].lower == "," and words[at].plain), stop)
    closed = next((at for at in range(opened + 1, stop) if words[at].lower == "," and words[at].plain), stop)
    if not (first < opened and opened + 2 < closed < stop and words[opened - 1].named):
        return None
    if words[opened + 1].lower not in {"a", "an", "the"} or not any(word.dated for word in words[opened:closed]):
        return None
    for at in range(opened + 3, closed):
        found = lookup(words, at, verbs) if words[at].plain and words[at].lower not in verbs.nouns else None
        if found is None or "participle" not in found[1] or "base" in found[1]:
            continue
        verb, _, last = found
        after = words[last + 1]
        if goes_itself(verb) or verb.lemma in _ASKED or not (after.dated or after.lower in PREPOSITIONS):
            return None
        predicate = Predicate(at, last, at, verb, passive=True, auxiliary="was")
        clause.skips.append((opened, closed + 1))
        clause.subject = None
        return Clause(at, closed, predicate, "which", antecedent=(first, opened))
    return None
