"""A clause with what its verb governs and what governs it, as the rules for a verb's senses ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.events.clauses import Clause
from timeline.events.sentence import Sentence
from timeline.events.tokens import GRAMMAR, PREPOSITIONS, Token
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, ActorMention, Kind


@dataclass(frozen=True)
class Told:
    """A clause with what the verb governs and what governs it."""

    sentence: Sentence
    clause: Clause
    verbs: Lexicon
    kind: Kind

    @property
    def lemma(self) -> str:
        return self.clause.predicate.verb.lemma

    def subject(self) -> list[Token]:
        """Its words; those of the clause whose subject it shares; what "which" stands for."""
        clause = self.clause
        if clause.sharing:
            clause = self.sentence.host(clause) or clause
        first, stop = self.sentence.subject(clause)
        if first >= stop and clause.antecedent:
            first, stop = clause.antecedent
        return self.sentence.words[first:stop]

    def object(self) -> list[Token]:
        """What the verb governs: up to a preposition other than "of", or a comma; of a passive its subject."""
        if self.clause.predicate.passive:
            return self.subject()
        found: list[Token] = []
        for word in self.sentence.words[self.clause.predicate.last + 1 : self.clause.end]:
            if word.plain and (word.lower == "," or (word.lower in PREPOSITIONS and word.lower != "of")):
                break
            if word.dated:
                break
            found.append(word)
        return found

    def rest(self) -> list[Token]:
        return self.sentence.words[self.clause.predicate.last + 1 : self.clause.end]

    def named(self, words: list[Token], *kinds: ActorKind) -> list[ActorMention]:
        """The actors named in some words, of some kinds or of any."""
        if not words:
            return []
        start, end = words[0].start, words[-1].end
        inside = [one for one in self.sentence.actors if start <= one.passage.start < end]
        return [one for one in inside if not kinds or one.actor.kind in kinds]

    def has(self, words: Iterable[Token], *lists: str) -> bool:
        common = [word.lower for word in words if word.plain or (word.named and word.text.islower())]
        return any(word in self.verbs.words[name] for name in lists for word in common)

    def under_arms(self, words: list[Token]) -> bool:
        """Whether some words are about soldiers or ships, by noun or by name."""
        return self.has(words, "armed", "ships") or bool(self.named(words, ActorKind.ARMED_GROUP))

    def by_nature(self) -> bool:
        """Whether a storm or a fire does it; artillery fire is no fire."""
        return self.has(self.subject(), "nature") and not self.under_arms(self.subject())

    def by_number(self, words: list[Token]) -> bool:
        """ "Thousands", "some 8,000": people by their number alone."""
        counts = GRAMMAR["numbers"] | GRAMMAR["about"] | {"of", "than", "least", "tens"}
        return bool(words) and all(word.plain and (word.lower in counts or word.text[0].isdigit()) for word in words)
