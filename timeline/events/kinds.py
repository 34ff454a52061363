"""Which kind of happening a clause tells, and by which words."""

from __future__ import annotations

from typing import Final

from timeline.events.clauses import Clause
from timeline.events.gazetteer import gazetteer
from timeline.events.senses import sense
from timeline.events.sentence import Sentence
from timeline.events.tokens import DETERMINERS, GRAMMAR, NOT_NOUNS, PREPOSITIONS, Token
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, Kind

_CONFLICT: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE, Kind.PROTEST, Kind.SANCTION})
_OTHER_TIME: Final = frozenset({"until", "till", "after", "before", "since", "despite", "amid"})
_WHO_IS: Final = frozenset({"he", "she", "they"})
_NEEDS_SOMEBODY: Final = frozenset({"receive", "host", "greet", "release", "free"})
_SEALS: Final = frozenset({"sign", "initial", "reach", "conclude", "seal", "broker"})
_WHO: Final = frozenset({"who", "which", "that", "where"})
_JOINT: Final = frozenset({Kind.CONSULT, Kind.COOPERATE, Kind.AGREE, Kind.AID})
_WON: Final = frozenset({"victory", "victories", "defeat"})
_DECLARES: Final = frozenset({"announce", "declare"})
_GOES_ON: Final = frozenset(
    {"collapse", "fail", "break down", "resume", "continue", "end", "follow", "take place", "occur", "happen", "erupt", "start"}
)
_HANDS_OVER: Final = frozenset({"launch", "send", "drop", "release", "plant"})
_COUNTS: Final = frozenset({"percent", "cent", "points", "low", "high", "record"})
_TAKES_TIME: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.PROTEST, Kind.CONSULT, Kind.RETREAT})


def kind_of(sentence: Sentence, clause: Clause, verbs: Lexicon) -> tuple[Kind, str]:
    """The PLOVER category by the verb, or by the noun a light verb governs or has as its subject; and those words."""
    if clause.kind is None:
        clause.kind = _kind_of(sentence, clause, verbs)
    return clause.kind


def _kind_of(sentence: Sentence, clause: Clause, verbs: Lexicon) -> tuple[Kind, str]:
    predicate = clause.predicate
    verb = sentence.quote(predicate.head, predicate.last + 1)
    after_verb = sentence.words[predicate.last + 1 : predicate.last + 2]
    if predicate.verb.lemma == "take" and after_verb and after_verb[0].dated:
        return Kind.OTHER, ""
    if predicate.verb.lemma in verbs.counted and _only_counts(sentence, clause):
        return Kind.OTHER, ""
    if predicate.verb.lemma in _NEEDS_SOMEBODY and not _somebody_in(sentence, clause, verbs):
        return Kind.OTHER, ""
    if predicate.verb.light or predicate.verb.state or predicate.verb.ceasing:
        after = noun_in(sentence, predicate.last + 1, _object_end(sentence, clause, verbs), verbs)
        first, stop = _subject(sentence, clause)
        comma = next((at for at in range(first, stop) if sentence.words[at].lower == "," and sentence.words[at].plain), stop)
        before = noun_in(sentence, first, comma, verbs)
        found = after or before
        if predicate.passive or predicate.verb.state or predicate.verb.lemma in _GOES_ON:
            found = before or after
        if found and predicate.verb.ceasing:
            gives_way = found[1] in _CONFLICT and (predicate.passive or _anybody(sentence, clause, verbs))
            return (Kind.RETREAT, f"{verb} … {found[0]}") if gives_way else _ceased(found[1], predicate.verb.kind, verb)
        if not found and predicate.verb.lemma in _HANDS_OVER:
            words = sentence.words[predicate.last + 1 : clause.end]
            found = next(((word.lower, verbs.objects[word.lower]) for word in words if word.lower in verbs.objects), None)
            found = found or next(((word.lower, Kind.ASSAULT) for word in words if word.lower in _weapons()), None)
        if found and found[0] == "summit" and predicate.verb.lemma == "hold" and _armed(sentence, first, comma, verbs):
            return Kind.OTHER, ""  # a hill
        if found and found[0] in _WON and any(word.lower in verbs.words["contest"] for word in sentence.words):
            return Kind.OTHER, ""
        if found and found[0] == "war" and predicate.verb.lemma == "declare":
            return Kind.THREATEN, f"{verb} … {found[0]}"
        if found and found[1] is Kind.ASSAULT and predicate.verb.lemma in _DECLARES and not predicate.passive:
            return Kind.OTHER, ""
        if found and found[1] is Kind.CONCEDE and predicate.verb.lemma in _SEALS:
            return Kind.AGREE, f"{verb} … {found[0]}"
        if found and found[0] in {"strike", "strikes"} and any(word.lower in verbs.words["labour"] for word in sentence.words):
            found = found[0], Kind.PROTEST
        if found:
            return found[1], f"{verb} … {found[0]}" if not predicate.verb.state else found[0]
    if predicate.verb.kind is Kind.OTHER and not predicate.verb.light and not predicate.verb.saying:
        first, stop = sentence.subject(clause)
        deed = noun_in(sentence, first, min(stop, first + 4), verbs)
        if deed and (deed[1] in _TAKES_TIME or deed[0] == "declaration of war"):
            return deed[1], deed[0]
    kind = sense(sentence, clause, verbs, predicate.verb.kind)
    if kind is Kind.OTHER and not predicate.verb.saying:
        result = _by_result(sentence, clause, verbs)
        return result if result else (kind, "")
    return kind, verb if kind is not Kind.OTHER else ""


def _armed(sentence: Sentence, first: int, stop: int, verbs: Lexicon) -> bool:
    return any(word.lower in verbs.words["armed"] for word in sentence.words[first:stop])


def _object_end(sentence: Sentence, clause: Clause, verbs: Lexicon) -> int:
    """Where what a verb governs ends: with the clause, at a participle, and of a passive at its first preposition."""
    end = _before_aside(sentence, clause)
    words = sentence.words
    stops = PREPOSITIONS if clause.predicate.passive else _OTHER_TIME
    for at in range(clause.predicate.last + 1, end):
        if words[at].plain and (words[at].lower in stops or (words[at].lower == "to" and _to_do(words, at, verbs))):
            return at
    return end


def _to_do(words: list[Token], at: int, verbs: Lexicon) -> bool:
    """ "sent the Guard to keep the peace": what it is to do is not what was done."""
    form = verbs.forms.get(words[at + 1].lower) if at + 1 < len(words) and words[at + 1].plain else None
    return form is not None and "base" in form.names and words[at + 1].lower not in verbs.nouns


def _before_aside(sentence: Sentence, clause: Clause) -> int:
    """Where a clause ends or goes on in a participle: ", demanding a withdrawal"."""
    words = sentence.words
    for at in range(clause.predicate.last + 1, clause.end - 1):
        if words[at].lower == "," and words[at].plain and words[at + 1].lower.endswith("ing") and words[at + 1].plain:
            return at
    return clause.end


def _by_result(sentence: Sentence, clause: Clause, verbs: Lexicon) -> tuple[Kind, str] | None:
    """ "broke through the fence, killing hundreds": what came of it tells what it was."""
    at = _before_aside(sentence, clause)
    if at == clause.end:
        return None
    form = verbs.forms.get(sentence.words[at + 1].lower)
    first, stop = sentence.subject(clause)
    nature = any(word.plain and word.lower in verbs.words["nature"] for word in sentence.words[first:stop])
    nature = nature and not _armed(sentence, first, stop, verbs)
    if form is None or nature or form.verb.kind not in (Kind.ASSAULT, Kind.COERCE):
        return None
    return form.verb.kind, f"… {sentence.words[at + 1].lower}"


def _subject(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """The tokens of the subject; of a relative clause what "which" stands for."""
    first, stop = sentence.subject(clause)
    return clause.antecedent if clause.antecedent and first >= stop else (first, stop)


def _ceased(noun: Kind, usual: Kind, verb: str) -> tuple[Kind, str]:
    if noun in _CONFLICT:
        return Kind.OTHER, ""
    return (Kind.SANCTION if usual is Kind.OTHER and noun in _JOINT else usual), verb


def _weapons() -> frozenset[str]:
    """Weapons by their names: "Exocets"."""
    return gazetteer().words["equipment.never"]


def _anybody(sentence: Sentence, clause: Clause, verbs: Lexicon) -> bool:
    """Whether somebody is a clause's subject: rain that delays an attack gives nothing up."""
    first, stop = sentence.subject(clause)
    words = sentence.words[first:stop]
    some = verbs.people | verbs.members | verbs.words["institutions"]
    return any(word.named or word.lower in some for word in words)


def _somebody_in(sentence: Sentence, clause: Clause, verbs: Lexicon) -> bool:
    """Whether somebody is freed or received: a person or state named, people, "him"; else it is a report or a prize."""
    if clause.predicate.passive and clause.sharing:
        return True  # said of whom the clause before was about
    first, last = sentence.subject(clause) if clause.predicate.passive else (clause.predicate.last + 1, clause.end)
    words = sentence.words[first:last]
    if not words:
        return False
    people = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ARMED_GROUP}  # ships, too, are let go
    named = any(words[0].start <= one.passage.start < words[-1].end and one.actor.kind in people for one in sentence.actors)
    known = verbs.people | verbs.objects.keys() | _WHO_IS
    return named or any(word.plain and word.lower in known for word in words)


def _only_counts(sentence: Sentence, clause: Clause) -> bool:
    """ "sales fell", "the stock rose to a high": nobody named is in it, or it is told in percent or money."""
    words = sentence.words[clause.predicate.last + 1 : clause.end][:6]
    return any(word.text in {"%", "$", "€", "£"} or word.lower in _COUNTS for word in words)


def noun_in(sentence: Sentence, first: int, last: int, verbs: Lexicon) -> tuple[str, Kind] | None:
    """The first noun of happening between two tokens; several words before one."""
    words = sentence.words
    for at in range(first, last):
        if words[at].lower in _WHO and not words[at].named:
            break
        if words[at].lower not in verbs.noun_starts or not words[at].plain or is_verbal(words, at):
            continue
        for length in range(min(3, last - at), 0, -1):
            text = " ".join([word.lower for word in words[at : at + length]]) if length > 1 else words[at].lower
            if text in verbs.nouns and not _only_qualifies(words, at + length, last, verbs):
                return text, verbs.nouns[text]
    return None


def is_verbal(words: list[Token], at: int) -> bool:
    """ ", killing hundreds", "while fighting his brother": a participle with its object, and no noun."""
    if not words[at].lower.endswith("ing") or not 0 < at < len(words) - 1:
        return False
    after = words[at + 1]
    governs = after.named or after.lower in DETERMINERS or after.lower in GRAMMAR["numbers"] or after.text[0].isdigit()
    return governs and words[at - 1].lower in GRAMMAR["before_participle"]


def _only_qualifies(words: list[Token], after: int, last: int, verbs: Lexicon) -> bool:
    """Whether a noun only says which one the name or noun after it is: "flight MH17", "peace talks", "concentration camps"."""
    if after >= last or words[after].dated:
        return False
    word = words[after]
    if word.text[0].isupper() or word.text[0].isdigit():
        return words[after - 1].text[0].islower()
    plural = word.lower.endswith("s") and not word.lower.endswith("ss") and word.lower not in verbs.forms
    return word.plain and word.text.isalpha() and (word.lower in verbs.heads or (plural and word.lower not in NOT_NOUNS))
