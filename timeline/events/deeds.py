"""The clauses without a date that tell a deed of somebody: only these are placed by the order of the telling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.dating import date_of, denied, supposed
from timeline.events.gazetteer import gazetteer
from timeline.events.kinds import kind_of
from timeline.events.senses import DEATHS
from timeline.events.sentence import Sentence
from timeline.events.standing import Standing
from timeline.events.tokens import BREAKS, DETERMINERS, GRAMMAR, RELATIVES
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, Kind

# What happens, as against what is said or stands: only these are placed by the order of the telling alone.
_DEEDS: Final = frozenset(
    {Kind.ASSAULT, Kind.COERCE, Kind.RETREAT, Kind.MOBILIZE, Kind.PROTEST, Kind.SANCTION, Kind.AID, Kind.AGREE, Kind.REJECT}
)
# What is said or agreed between two: placed so when both are named.
_DEALINGS: Final = frozenset(
    {Kind.REQUEST, Kind.ACCUSE, Kind.THREATEN, Kind.CONSULT, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE}
)
_BEFALLS: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.SANCTION})
NOT_TOLD: Final = RELATIVES | {"if", "unless", "because", "although", "though", "since", "whether"}


def deeds(standing: Standing, verbs: Lexicon, sentence: Sentence, told: Sequence[Clause]) -> list[Clause]:
    """The clauses without a date that tell a deed of somebody named: not denied, not supposed, with a subject."""
    found = []
    for clause in sentence.clauses:
        predicate = clause.predicate
        if clause in told or (clause.opener in NOT_TOLD and not _goes_on(sentence, clause)) or _placed(sentence, clause):
            continue
        if (
            predicate.negated
            or (predicate.present and not sentence.chronicle)
            or predicate.future
            or predicate.verb.state
            or predicate.verb.lemma == "fail"
            or _counts_dead(sentence, clause)
            or supposed(sentence, clause)
            or denied(sentence, clause)
        ):
            continue
        first, stop = sentence.subject(clause)
        kind, _ = kind_of(sentence, clause, verbs)
        if (first == stop and not clause.sharing and not (clause.antecedent and _goes_on(sentence, clause))) or _rests_on_noun(
            sentence, first, stop
        ):
            continue
        deed = (
            kind in _DEEDS
            or clause.predicate.verb.lemma in DEATHS | {"protest"}
            or (kind is Kind.SUPPORT and predicate.passive)
        )
        told_too = (clause.sharing and sentence.host(clause) in told) or _led_on_to(sentence, clause, told)
        told_too = told_too or (clause.sharing and kind is not Kind.OTHER and sentence.host(clause) in found)
        if (kind is not Kind.OTHER and (told_too or (told and _goes_on(sentence, clause)))) or (
            (told_too or sentence.chronicle) and _does(verbs, sentence, clause)
        ):
            found.append(clause)  # "met in Singapore on Tuesday and signed a statement"
        elif (deed and _somebody(standing, verbs, sentence, clause, kind)) or (
            kind in _DEALINGS and _both_sides(standing, verbs, sentence, clause)
        ):
            found.append(clause)
    return found


def _led_on_to(sentence: Sentence, clause: Clause, told: Sequence[Clause]) -> bool:
    """ "conceded defeat and congratulated him on Monday": the day stands with the last of what one subject does."""
    return any(one.sharing and one.opener == "and" and one.start >= clause.end and sentence.host(one) is clause for one in told)


def _counts_dead(sentence: Sentence, clause: Clause) -> bool:
    """ "At least 19 people have died": how many up to now, and no happening."""
    predicate = clause.predicate
    return predicate.verb.lemma in DEATHS and sentence.words[predicate.first].lower in {"has", "have"}


def _does(verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """ "broke off the action and turned north", "burst its banks and swept away a bridge": a deed of no kind, with its goal."""
    verb = clause.predicate.verb
    after = sentence.words[clause.predicate.last + 1 : clause.end][:1]
    governs = bool(after) and (after[0].named or after[0].text[0].isdigit() or after[0].lower in DETERMINERS)
    known = (verb.lemma.split(" ")[0] in verbs.forms or governs) and not (verb.saying or verb.light)
    return known and (clause.predicate.passive or (bool(after) and after[0].text[0].isalnum() and after[0].lower != "to"))


def _goes_on(sentence: Sentence, clause: Clause) -> bool:
    """ "a plan, which both sides accepted", "ships, which blockaded Mytilene.": a relative clause that takes the story on."""
    comma = clause.start > 1 and sentence.words[clause.start - 2].lower == ","
    if (
        comma
        and clause.opener in {"who", "which"}
        and clause.predicate.verb.kind in _DEEDS
        and clause.predicate.first == clause.start
    ):
        closes = clause.end >= len(sentence.words) - 1 or sentence.words[clause.end].lower in BREAKS
        before = sentence.clauses[: sentence.clauses.index(clause)]
        return closes and bool(before) and not (clause.predicate.perfect or clause.predicate.passive)
    return (
        clause.opener in {"which", "where"} and comma and clause.predicate.first > clause.start and not clause.predicate.perfect
    )


def _rests_on_noun(sentence: Sentence, first: int, stop: int) -> bool:
    """ "an allegation Beijing denied": a noun with what is said of it, and no clause of its own."""
    words = sentence.words[first:stop]
    if len(words) < 3 or words[0].lower not in {"a", "an"} or not words[-1].named or words[-1].adjective:
        return False
    lead = [word for word in words if not word.named]
    return words[1].plain and words[1].text.islower() and len(lead) == 2


def _both_sides(standing: Standing, verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """Whether somebody named deals with somebody else named: "Iran urged Turkey to withdraw"; or with a deed."""
    verb = sentence.words[clause.predicate.first].start
    sides = [
        one.passage.start < verb
        for one in sentence.actors
        if sentence.within(clause, one.passage.start) and one.actor.kind is not ActorKind.PLACE
    ]
    named = True in sides and clause.predicate.verb.kind in (Kind.ACCUSE, Kind.SUPPORT, Kind.THREATEN, Kind.REQUEST)
    if named and clause.predicate.verb.kind is Kind.THREATEN:
        return True
    after = sentence.words[clause.predicate.last + 1 : clause.end]
    if named and any(word.plain and word.text.isalpha() and word.lower not in DETERMINERS for word in after):
        return True
    if False in sides and True not in sides and _people(verbs, sentence, clause):
        return True
    return False in sides and (True in sides or bool(standing.stand_in(sentence, clause)[1]))


def _placed(sentence: Sentence, clause: Clause) -> bool:
    date = date_of(sentence, clause)
    return date is not None and date.span is not None


def _somebody(standing: Standing, verbs: Lexicon, sentence: Sentence, clause: Clause, kind: Kind) -> bool:
    """Whether anybody named takes part; a place alone will do where something is done to it."""
    place = kind in (Kind.ASSAULT, Kind.COERCE) or clause.predicate.verb.lemma in DEATHS
    if clause.predicate.passive and kind in _BEFALLS and sentence.subject(clause)[0] < sentence.subject(clause)[1]:
        return True  # "the constitution was suspended"
    if _those_fighting(verbs, sentence, clause) or (place and _a_crowd(verbs, sentence, clause)):
        return True
    named = any(
        sentence.within(clause, one.passage.start) and (place or one.actor.kind is not ActorKind.PLACE)
        for one in sentence.actors
    )
    return (
        named or bool(standing.stand_in(sentence, clause)[1]) or (place and _people_counted(standing, verbs, sentence, clause))
    )


def _those_fighting(verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """ "The attackers burned vehicles", "ground troops entered": fighters, though of nobody by name."""
    first, stop = sentence.subject(clause)
    words = sentence.words[first:stop]
    fighters = verbs.words["armed"] | verbs.words["enemy"]
    if (
        words
        and words[0].lower in {"the", "a", "an", *words[-1:][0].lower.split()}
        and words[-1].lower in verbs.words["institutions"]
    ):
        return True  # "the interim government imposed a curfew"
    return bool(words) and words[-1].plain and words[-1].lower in fighters and words[-1].lower.endswith(("s", "men"))


def _a_crowd(verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """ "Protesters stormed the ministry", "a crowd had occupied the palace"."""
    first, stop = sentence.subject(clause)
    words = sentence.words[first:stop]
    return bool(words) and words[-1].plain and words[-1].lower in verbs.words["civil"] | {"mob", "mobs", "rioters"}


def _people(verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """ "Prosecutors accused Castillo", "lawmakers swore in Boluarte": people by what they are."""
    first, stop = sentence.subject(clause)
    words = [word.lower for word in sentence.words[first:stop] if word.plain]
    known = gazetteer().words["around.person_before"] | verbs.people | verbs.words["civil"] | verbs.members
    return bool(words) and (words[-1] in known or words[-1].removesuffix("s") in known)


def _people_counted(standing: Standing, verbs: Lexicon, sentence: Sentence, clause: Clause) -> bool:
    """Whether numbered people, nobody by name, are who it befell: "at least seven civilians were killed"."""
    first, stop = sentence.subject(clause)
    words = (
        sentence.words[first:stop] if sentence.undergoes(clause) else sentence.words[clause.predicate.last + 1 : clause.end][:5]
    )
    counted = any(word.plain and (word.text[0].isdigit() or word.lower in GRAMMAR["numbers"]) for word in words)
    return counted and any(word.lower in verbs.words[name] for word in words for name in ("people", "civil", "armed", "held"))
