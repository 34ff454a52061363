"""The finite verbs of a sentence: "struck", "was killed", "has pulled back", "will meet", "went on to bomb"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline.events.headlines import PEOPLE, is_headline, nothing_follows, object_follows
from timeline.events.lookup import looks_past, lookup
from timeline.events.nouns import is_noun, joined, noun_before_verb, noun_follows, verb_follows
from timeline.events.paired import paired
from timeline.events.participles import after_participle, joined_participle, main_verbs
from timeline.events.planned import condition, planned
from timeline.events.predicate import Predicate
from timeline.events.tokens import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    FUTURE,
    GRAMMAR,
    HAVE,
    MODAL,
    NOT,
    NOT_NOUNS,
    PARTS_CLAUSES,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
)
from timeline.events.verbs import Lexicon, Verb
from timeline.model import Kind

_AUXILIARIES: Final = BE | HAVE | FUTURE | MODAL | DO
_NON_FINITE: Final = frozenset({"be", "been", "being", "having"})
_PARTICLES: Final = GRAMMAR["particles"]
_TAKES_BASE: Final = DO | FUTURE | MODAL
_STANDING_FORMS: Final = BE | HAVE
_NO_SUBJECT: Final = (DETERMINERS - PRONOUNS) | (PREPOSITIONS - _PARTICLES) | BE | HAVE
# Verbs that lead on to the one that tells: "went on to bomb", "began shelling", "was forced to withdraw".
_ENDS_VERB: Final = frozenset({"out", "off", "down", "back", "up", "over", "away"})
_PARTS: Final = (PREPOSITIONS - _ENDS_VERB - {"of"}) | COORDINATORS | {",", ";", ".", ":"}
# "Union leader Ana Prates arrested": without an object, somebody did it to her.
_NEEDS_OBJECT: Final = GRAMMAR["needs_object"]
_LEADING: Final = frozenset(
    {
        "go on",
        "begin",
        "start",
        "continue",
        "proceed",
        "come",
        "manage",
        "help",
        "move",
        "force",
        "oblige",
        "compel",
        "resume",
        "keep",
        "go",
        "cease",
        "stop",
        "try",
        "attempt",
        "vote",
        "decide",
    }
)
_QUOTES: Final = frozenset('"“”')
_BORN: Final = Verb("be born", Kind.OTHER, undergone=True)
_ANSWERS: Final = frozenset({"respond", "retaliate", "reply", "react", "answer"})  # "responded by firing missiles"


def predicates(words: list[Token], verbs: Lexicon, chronicle: bool = False) -> list[Predicate]:
    """The finite verbs in order, without the participles that only describe a noun."""
    found: list[Predicate] = []
    at, count, starts = 0, len(words), verbs.starts
    while at < count:
        lower = words[at].lower
        if lower not in starts and lower[-2:] != "ed" and lower not in _AUXILIARIES:
            at += 1
            continue
        predicate = _predicate(words, at, verbs, chronicle) or joined_participle(words, at, found[-1:], verbs)
        if predicate and not _within_object(words, found[-1:], predicate):
            predicate = _parted(words, _led_on(words, planned(words, predicate, verbs), verbs), verbs)
            found.append(predicate)
            at = predicate.last + 1
        else:
            at += 1
    return paired(words, main_verbs(words, found, verbs))


def _within_object(words: list[Token], before: list[Predicate], found: Predicate) -> bool:
    """ "launches its first air strikes", "cuts the town's supply lines": a noun of what the verb before is done to."""
    if not (before and before[0].present and found.present) or before[0].verb.saying:
        return False
    between = words[before[0].last + 1 : found.first]
    led = bool(between) and between[0].lower in DETERMINERS
    return led and not any(not word.text[0].isalnum() or word.lower in PARTS_CLAUSES for word in between)


def _predicate(words: list[Token], at: int, verbs: Lexicon, chronicle: bool) -> Predicate | None:
    word = words[at]
    if not word.plain:
        return None
    if word.lower in _AUXILIARIES:
        return _group(words, at, verbs) if word.lower not in _NON_FINITE and not _after_to(words, at) else None
    if word.lower in verbs.forms or word.lower in verbs.phrasal or (word.lower.endswith("ed") and looks_past(word)):
        return _single(words, at, verbs, chronicle)
    return None


def _after_to(words: list[Token], at: int) -> bool:
    return at > 0 and words[at - 1].lower == "to"


def _group(words: list[Token], at: int, verbs: Lexicon) -> Predicate | None:
    """An auxiliary and what follows it: "was killed", "has been seized", "will meet", "did not attend", "was on ..."."""
    first, auxiliaries, negated = at, [words[at].lower], words[at].lower in NOT
    at += 1
    while at < len(words) and at < first + 7:
        lower = words[at].lower
        if words[at].plain and lower in _AUXILIARIES:
            auxiliaries.append(lower)
        elif words[at].plain and lower in NOT:
            negated = True
        elif not is_adverb(words[at]):
            break
        at += 1
    modal, future = auxiliaries[0] in MODAL, auxiliaries[0] in FUTURE
    present = auxiliaries[0] in {"is", "are", "do", "does"}
    found = lookup(words, at, verbs)
    if not found and at < len(words) and words[at].lower == "born" and auxiliaries[-1] in BE:
        return Predicate(first, at, at, _BORN, False, auxiliaries[0] in HAVE, False, present, negated)
    negated = negated or modal
    if found:
        verb, names, last = found
        form = _form_after(auxiliaries[-1], names)
        if form:
            perfect = auxiliaries[0] in HAVE
            would = auxiliaries[0] == "would" and "have" not in auxiliaries
            return Predicate(first, last, at, verb, form == "passive", perfect, future, present, negated, would=would)
    if not found and at < len(words) and words[at].plain and words[at].text.isalpha() and auxiliaries[-1] in _TAKES_BASE:
        return Predicate(first, at, at, Verb(words[at].lower, Kind.OTHER), False, False, future, present, negated)
    if auxiliaries[-1] in _STANDING_FORMS and not modal:
        lemma = "be" if auxiliaries[-1] in BE else "have"
        present = present or auxiliaries[-1] in {"has", "have"}
        return Predicate(first, at - 1, at - 1, Verb(lemma, Kind.OTHER, state=True), False, False, future, present, negated)
    return None


def _form_after(auxiliary: str, names: frozenset[str]) -> str:
    """What an auxiliary makes of the verb after it, "" when they do not go together."""
    if auxiliary in BE:
        return "passive" if "participle" in names else "active" if "ing" in names else ""
    if auxiliary in HAVE:
        return "active" if "participle" in names else ""
    return "active" if "base" in names else ""


def _single(words: list[Token], at: int, verbs: Lexicon, chronicle: bool) -> Predicate | None:
    """A verb without an auxiliary, when what stands before it can be a subject."""
    found = lookup(words, at, verbs)
    back = at - 1
    while back >= 0 and (words[back].text in _QUOTES or is_adverb(words[back])):
        back -= 1
    if not found or back < 0 or not words[at].text[0].islower():
        return None
    verb, names, last = found
    subject = words[back]
    if subject.text in {"(", "["} or (subject.lower == "aside" and noun_follows(words, last)):
        return None  # "the basmachi (armed bands)", "brushing aside isolated units"
    if subject.plain and subject.lower in _NO_SUBJECT and (subject.lower != "her" or not _after_her(words, last, names)):
        return None
    if (subject.possessive and not subject.lower.endswith(("ss'",))) or (
        subject.adjective and "past" in names and not is_adverb(words[at - 1]) and noun_follows(words, last)
    ):
        return None
    if subject.plain and subject.lower.endswith("ing") and subject.lower in verbs.forms and subject.lower not in verbs.nouns:
        return None
    if "past" in names:
        undergone = chronicle and "participle" in names and verb.lemma in _NEEDS_OBJECT and nothing_follows(words, last)
        never = subject.plain and subject.lower in NOT  # "Poland never surrendered"
        told = Predicate(at, last, at, verb, passive=undergone, negated=never)
        return None if subject.plain and _describes(words, at) else told
    if verb_follows(words, last, verbs) or (subject.named and noun_before_verb(words, last, names, verbs)):
        return None
    reports = (
        verb.saying and "s" in names and not (subject.plain and subject.lower in verbs.starts)
    )  # not "rejected claims that"
    if reports and last + 1 < len(words) and words[last + 1].lower == "that":
        return Predicate(at, last, at, verb, present=True)
    if chronicle and is_headline(words, at, last, subject, names):
        return Predicate(at, last, at, verb, present=True)
    plural = "base" in names
    if (
        subject.dated
        and names & {"base", "s"}
        and words[at].lower not in verbs.nouns
        and after_participle(words, back, verbs, plural)
    ):
        return Predicate(at, last, at, verb, present=True)
    one = subject.named and "s" not in names and not subject.lower.endswith("s") and not (chronicle or joined(words, back))
    person = subject.lower in PRONOUNS or (subject.named and not subject.adjective and not one)
    several = (
        subject.plain
        and subject.lower.endswith("s")
        and not subject.possessive
        and "base" in names
        and object_follows(words, last)
    )
    leads = names & {"s", "base"} and words[at].lower not in _PARTICLES  # "shot it down"
    if (person or several) and leads and not is_noun(words[at].lower, verbs):
        return Predicate(at, last, at, verb, present=True)
    return condition(words, at, last, verbs) if object_follows(words, last) else None


def _after_her(words: list[Token], last: int, names: frozenset[str]) -> bool:
    """ "The squadron sent to retake her turned back": "her" is no owner where no noun follows."""
    return "past" in names and nothing_follows(words, last)


def _describes(words: list[Token], at: int) -> bool:
    """ "several wounded soldiers": no noun before it but an adjective or a number, and a noun follows at once."""
    before = words[at - 1]
    if _absolute(words, at):
        return True
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if after in PEOPLE and before.text[0].islower() and not before.lower.endswith("s") and before.lower not in PEOPLE:
        return True  # "unknown armed men"
    counts = before.lower.isdigit() or before.lower in GRAMMAR["numbers"]
    if before.lower == "that":
        return False  # "an attack that killed dozens"
    if not (before.lower in DETERMINERS or before.lower.endswith(("al", "ic", "ous", "ive")) or counts):
        return False
    return at + 1 < len(words) and words[at + 1].lower.endswith("s") and words[at + 1].lower not in NOT_NOUNS


def _parted(words: list[Token], predicate: Predicate, verbs: Lexicon) -> Predicate:
    """ "drove the invaders out", "called the strike off": the verb its parted particle makes."""
    if predicate.last != predicate.head or predicate.passive:
        return predicate
    phrases = {rest[0]: form for rest, form in verbs.phrasal.get(words[predicate.head].lower, ()) if len(rest) == 1}
    if not phrases:
        return predicate
    for at in range(predicate.last + 1, min(predicate.last + 7, len(words))):
        word = words[at]
        form = phrases.get(word.lower) if word.plain and at > predicate.last + 1 else None
        if form and word.lower in _ENDS_VERB and (at + 1 == len(words) or _closes(words[at + 1])):
            return replace(predicate, verb=form.verb)
        if word.plain and (word.lower in _PARTS or (word.lower in verbs.starts and word.lower not in verbs.nouns)):
            break
    return predicate


def _closes(word: Token) -> bool:
    return word.dated or word.lower in PREPOSITIONS or word.lower in COORDINATORS or not word.text[0].isalnum()


def _absolute(words: list[Token], at: int) -> bool:
    """ "with 95 soldiers killed": a participle without a subject of its own."""
    for back in range(at - 1, max(at - 7, -1), -1):
        if words[back].plain and words[back].lower == "with":
            after = words[at + 1 : at + 2]
            return not (after and (after[0].named or after[0].lower in DETERMINERS or after[0].text[0].isdigit()))
        if words[back].plain and (words[back].lower in _PARTS or words[back].lower == "to"):
            break
    return False


def _led_on(words: list[Token], predicate: Predicate, verbs: Lexicon) -> Predicate:
    """The predicate carried on to the verb it leads to."""
    if predicate.verb.lemma not in _LEADING | _ANSWERS:
        return predicate
    at = predicate.last + 1
    infinitive = at < len(words) and words[at].lower == "to"
    if predicate.verb.lemma in _ANSWERS:
        at = next((by + 1 for by in range(at, min(at + 6, len(words))) if words[by].lower == "by" and words[by].plain), at)
    found = lookup(words, at + infinitive, verbs)
    if (
        not found
        or ("base" if infinitive else "ing") not in found[1]
        or (not infinitive and words[at].lower in verbs.nouns and predicate.verb.lemma == "go")
    ):
        return predicate
    verb, _, last = found
    return replace(predicate, last=last, head=at + infinitive, verb=verb)
