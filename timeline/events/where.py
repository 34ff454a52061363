"""Whether a place or a state in a clause is only where it happened, or takes part: a town that is shelled does."""

from __future__ import annotations

from typing import Final

from timeline.events.around import next_word
from timeline.events.clauses import Clause
from timeline.events.gazetteer import gazetteer
from timeline.events.sentence import Sentence
from timeline.events.tokens import GRAMMAR, PREPOSITIONS
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, ActorMention, Kind, Role

_FOUGHT_AT: Final = GRAMMAR["fought_at"]
_LAND: Final = GRAMMAR["land"]
_AIMS: Final = frozenset({"fire", "shoot", "strike", "aim", "launch", "direct", "throw", "charge at"})
_DONE_TO_TOWNS: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.RETREAT, Kind.SANCTION, Kind.THREATEN})


def is_land(sentence: Sentence, mention: ActorMention) -> bool:
    """ "the Malian border": a state by its land."""
    return mention.actor.kind is ActorKind.STATE and next_word(sentence.text, mention.passage.end) in _LAND


def suffers(sentence: Sentence, mention: ActorMention, role: Role, kind: Kind) -> bool:
    """Whether a place takes part: a town, that is its people, when it is shelled or taken; a ridge or a region never."""
    if role is not Role.TARGET or kind not in _DONE_TO_TOWNS:
        return False
    known = gazetteer()
    entry = known.phrases.get(mention.actor.name)
    named = entry is None or bool(entry.state) or entry.name in known.lived
    heads = known.words["heads.features"]
    feature = any(word in heads for word in mention.actor.name.lower().split())
    start = mention.passage.start
    return named and not feature and sentence.text[max(0, start - 4) : start].lower() != "the "


def is_where(verbs: Lexicon, clause: Clause, mention: ActorMention, governor: str, noun: str, deed: bool) -> bool:
    """Whether a place or a state after the verb is only where it happened, or where somebody went."""
    if mention.actor.kind not in (ActorKind.PLACE, ActorKind.STATE):
        return False
    verb = clause.predicate.verb.lemma
    if governor == "" and verb.rpartition(" ")[2] in PREPOSITIONS and verb in verbs.words["goes_to"]:
        return True
    if governor in {"at", "in", "near", "outside"} and (clause.predicate.passive or verb in verbs.words["goes_to"]):
        return True
    if governor in {"to", "into", "toward", "towards"} and verb in verbs.words["goes_to"]:
        return True
    over = governor == "over" and (mention.actor.kind is ActorKind.PLACE or clause.predicate.passive)
    fought = noun in _FOUGHT_AT and governor == "at"
    return fought or ((governor == "at" or over) and not deed and verb not in _AIMS)
