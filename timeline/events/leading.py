"""What befell somebody before the main clause tells of him: "Arrested in March 1943, she was deported" is two happenings."""

from __future__ import annotations

from typing import Final

from timeline.events.clauses import Clause
from timeline.events.lookup import lookup
from timeline.events.participles import goes_itself
from timeline.events.predicate import Predicate
from timeline.events.tokens import JOINS, Token
from timeline.events.verbs import Lexicon

_ASKED: Final = frozenset(
    {"ask", "question", "base", "name", "call", "know", "take", "give", "date", "fear", "believe", "use", "hold"}
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
