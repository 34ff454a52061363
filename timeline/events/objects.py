"""What a clause tells was done to: for the "it" of the next one."""

from __future__ import annotations

from typing import Final

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.subjects import Subject
from timeline.events.tokens import PREPOSITIONS
from timeline.model import ActorKind

_ARTICLES: Final = frozenset({"the", "a", "an"})
_LONGEST: Final = 4  # words of a thing


def object_of(sentence: Sentence, clause: Clause) -> Subject:
    """One thing right after the verb: "the treaty", or a place or state by name; empty for others, and for several."""
    if clause.predicate.passive:
        return Subject()
    first = clause.predicate.last + 1
    words = sentence.words[first : clause.end]
    if words and words[0].named:
        named = next((one for one in sentence.actors if one.passage.start == words[0].start), None)
        place = named and named.actor.kind in (ActorKind.PLACE, ActorKind.STATE) and not words[0].adjective
        return Subject(named.actor.name, [named.actor]) if named and place else Subject()
    ends = (at for at, word in enumerate(words) if not word.plain or not word.text.isalpha() or word.lower in PREPOSITIONS)
    thing = words[: next(ends, len(words))]
    plain = 2 <= len(thing) <= _LONGEST and thing[0].lower in _ARTICLES and thing[-1].text.islower()
    if not plain or thing[-1].lower.endswith("s"):
        return Subject()
    return Subject(sentence.quote(first, first + len(thing)))
