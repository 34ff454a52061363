"""A sentence as clauses: each finite verb that may tell a happening, with its subject before it and the rest after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.events.verbs import Lexicon, Verb
from timeline.model import Kind

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
BE: Final = frozenset("was were is are been be being got".split())
HAVE: Final = frozenset("has have had having".split())
FUTURE: Final = frozenset("will shall".split())
_MODAL: Final = frozenset("could should would might may can must cannot can't couldn't wouldn't shouldn't".split())
_NOT: Final = frozenset(
    "not never neither nor hardly n't barely scarcely didn't hadn't wasn't weren't hasn't haven't won't doesn't don't isn't".split()
)
_DO: Final = frozenset("did do does didn't don't doesn't".split())
_ADVERB: Final = frozenset(
    "also then later once again jointly now still since first finally formally officially reportedly allegedly recently already just immediately briefly "
    "soon twice further simultaneously together publicly quickly eventually repeatedly all both subsequently again only even almost nearly finally ever".split()
)
_DETERMINERS: Final = frozenset(
    "the a an this that these those its his her their our my your some any no every each several many few more most all both".split()
)
PREPOSITIONS: Final = frozenset(
    "in on at of by from to for with against into onto upon over under during through throughout across near off between among amid around about towards toward "
    "behind beyond within without inside outside above below along aboard via despite per as like unlike including alongside beside besides after before since until till".split()
)
SUBORDINATORS: Final = frozenset(
    "after before when while as because since until although though whereas if once unless whether lest till".split()
)
RELATIVES: Final = frozenset("who which whose whom where that how why what".split())
COORDINATORS: Final = frozenset("and but or so yet nor".split())
_BREAKS: Final = frozenset(";:—–")
_SUBJECT_PRONOUNS: Final = frozenset(
    "he she it they we i you who which one everyone nobody others some many several most neither both".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; `whole` is the number of an actor or date span that covers it, or -1."""

    text: str
    lower: str
    start: int
    end: int
    named: bool = False
    dated: bool = False


@dataclass(slots=True)
class Predicate:
    """A finite verb group: `first` to `last` token indices, `head` the verb that carries the meaning."""

    first: int
    last: int
    head: int
    verb: Verb
    passive: bool = False
    perfect: bool = False
    future: bool = False
    present: bool = False
    negated: bool = False
    participle_only: bool = False


@dataclass(slots=True)
class Clause:
    """Token indices: `start`..`end` half-open; `opener` is the word that introduces it ("after", "and", ""), before `start`.

    `skips` are stretches inside it that belong to a relative clause; `sharing` says that it has no subject of its own.
    """

    start: int
    end: int
    predicate: Predicate
    opener: str = ""
    skips: list[tuple[int, int]] = field(default_factory=list)
    sharing: bool = False


def tokens(text: str, start: int, end: int, named: Sequence[tuple[int, int]], dated: Sequence[tuple[int, int]]) -> list[Token]:
    """The words and marks of text[start:end], each knowing whether it stands in a name or a date."""
    found = []
    names, dates = list(named), list(dated)
    for match in _TOKEN.finditer(text, start, end):
        at, to = match.span()
        while names and names[0][1] <= at:
            names.pop(0)
        while dates and dates[0][1] <= at:
            dates.pop(0)
        in_name = bool(names) and names[0][0] <= at
        in_date = bool(dates) and dates[0][0] <= at
        found.append(Token(match[0], match[0].lower(), at, to, in_name, in_date))
    return found


def clauses(words: list[Token], verbs: Lexicon) -> list[Clause]:
    """The clauses of a sentence, in order."""
    predicates = _main_verbs(words, _predicates(words, verbs))
    found: list[Clause] = []
    start, opener = 0, ""
    for at, predicate in enumerate(predicates):
        following = predicates[at + 1] if at + 1 < len(predicates) else None
        end, next_start, next_opener = (
            _boundary(words, predicate.last + 1, following.first) if following else (len(words), len(words), "")
        )
        clause = Clause(start, end, predicate, opener)
        clause.sharing = opener in COORDINATORS and not _has_noun(words, start, predicate.first)
        found.append(clause)
        start, opener = next_start, next_opener
    return _around_relatives(words, found)


def _predicates(words: list[Token], verbs: Lexicon) -> list[Predicate]:
    found: list[Predicate] = []
    at = 0
    while at < len(words):
        word = words[at]
        predicate = None
        if not word.named and not word.dated:
            if word.lower in BE | HAVE | FUTURE | _MODAL | _DO:
                predicate = _group(words, at, verbs)
            elif word.lower in verbs.forms or word.lower in verbs.phrasal or _looks_past(word):
                predicate = _single(words, at, verbs)
        if predicate:
            found.append(predicate)
            at = predicate.last + 1
        else:
            at += 1
    return found


def _looks_past(word: Token) -> bool:
    return word.lower.endswith("ed") and len(word.text) > 4 and word.text[0].islower()


def _lookup(words: list[Token], at: int, verbs: Lexicon) -> tuple[Verb, frozenset[str], int] | None:
    """The verb at a token, its forms and its last token: a phrasal verb when its particle follows."""
    if at >= len(words):
        return None
    word = words[at].lower
    for rest, form in verbs.phrasal.get(word, ()):
        if [token.lower for token in words[at + 1 : at + 1 + len(rest)]] == list(rest):
            return form.verb, form.names, at + len(rest)
    single = verbs.forms.get(word)
    if single:
        return single.verb, single.names, at
    if _looks_past(words[at]):
        return Verb(word, Kind.OTHER), frozenset({"past", "participle"}), at
    return None


def _group(words: list[Token], at: int, verbs: Lexicon) -> Predicate | None:
    """An auxiliary and what follows it: "was killed", "has been seized", "will meet", "did not attend", "was on ..."."""
    first, auxiliaries, negated = at, [words[at].lower], words[at].lower in _NOT
    at += 1
    while at < len(words) and at < first + 7:
        lower = words[at].lower
        if lower in BE | HAVE | _DO | FUTURE:
            auxiliaries.append(lower)
        elif lower in _NOT:
            negated = True
        elif not (lower in _ADVERB or (lower.endswith("ly") and not words[at].named)):
            break
        at += 1
    modal = auxiliaries[0] in _MODAL
    future = auxiliaries[0] in FUTURE
    found = _lookup(words, at, verbs) if at < len(words) and not words[at].named and not words[at].dated else None
    negated = negated or modal
    present = auxiliaries[0] in {"is", "are", "do", "does"}
    if found and words[at - 1].lower not in _DETERMINERS:
        verb, names, last = found
        be = auxiliaries[-1] in BE
        if be and "participle" in names:
            return Predicate(first, last, at, verb, True, auxiliaries[0] in HAVE, future, present, negated)
        if be and "ing" in names:
            return Predicate(first, last, at, verb, False, False, future, present, negated)
        if auxiliaries[-1] in HAVE and "participle" in names:
            return Predicate(first, last, at, verb, False, True, future, False, negated)
        if auxiliaries[-1] in FUTURE | _MODAL | _DO and "base" in names:
            return Predicate(first, last, at, verb, False, False, future, present, negated)
    if auxiliaries[-1] in BE | HAVE and not modal:
        state = Verb("be" if auxiliaries[-1] in BE else "have", Kind.OTHER, state=True)
        return Predicate(
            first, at - 1, at - 1, state, False, False, future, present or auxiliaries[-1] in {"has", "have"}, negated
        )
    return None


def _single(words: list[Token], at: int, verbs: Lexicon) -> Predicate | None:
    """A verb without an auxiliary: past or present tense, when what stands before it can be a subject."""
    found = _lookup(words, at, verbs)
    if not found or not words[at].text[0].islower():
        return None
    verb, names, last = found
    if "past" not in names and not names & {"base", "s"}:
        return None
    before = words[at - 1] if at else None
    back = at - 1
    while back >= 0 and not words[back].named and (words[back].lower in _ADVERB or words[back].lower.endswith("ly")):
        back -= 1
    subject = words[back] if back >= 0 else None
    if before is None or subject is None:
        return None
    if (
        not subject.named
        and not subject.dated
        and subject.lower in _DETERMINERS | PREPOSITIONS - {"since"} | {"to"} | BE | HAVE
    ):
        return None
    if "past" in names:
        if not subject.named and not subject.dated and subject.text[0].isalpha() and _adjective_before_noun(words, at, verbs):
            return None
        return Predicate(at, last, at, verb, participle_only=_bare_participle(words, last))
    plural_or_person = subject.named or subject.lower in _SUBJECT_PRONOUNS or subject.lower.endswith("s")
    if ("s" in names and (subject.named or subject.lower in _SUBJECT_PRONOUNS)) or (
        "base" in names and plural_or_person and at >= 1
    ):
        return Predicate(at, last, at, verb, present=True)
    return None


def _adjective_before_noun(words: list[Token], at: int, verbs: Lexicon) -> bool:
    """ "several wounded soldiers": the word before is no noun but an adjective or number, and a noun follows at once."""
    before = words[at - 1]
    if not (before.lower in _DETERMINERS or before.lower.endswith(("al", "ic", "ous", "ive")) or before.lower.isdigit()):
        return False
    return at + 1 < len(words) and words[at + 1].lower.endswith("s") and words[at + 1].lower not in PREPOSITIONS | _DETERMINERS


def _bare_participle(words: list[Token], last: int) -> bool:
    """Whether a past form is followed as a participle would be: "fired from", "led by"."""
    return last + 1 < len(words) and words[last + 1].lower in PREPOSITIONS | {",", ".", ")"}


def _main_verbs(words: list[Token], found: list[Predicate]) -> list[Predicate]:
    """Without participles that only describe a noun: in "a missile fired from the shore killed thirteen", "fired"."""
    kept: list[Predicate] = []
    for at, predicate in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        bare = predicate.first == predicate.head and not predicate.present
        before = words[predicate.first - 1] if predicate.first else None
        after = words[predicate.last + 1].lower if predicate.last + 1 < len(words) else ""
        if bare and after == "by" and not predicate.passive:
            continue
        if bare and before is not None and before.lower == "," and not _subject_since(words, predicate.first):
            if not (following is None and kept == []):
                continue
        if (
            bare
            and predicate.participle_only
            and following
            and not predicate.verb.saying
            and not _marked(words, predicate.last + 1, following.first)
        ):
            continue
        kept.append(predicate)
    return kept


def _subject_since(words: list[Token], at: int) -> bool:
    """Whether the comma before a verb closes an apposition or list, so that the verb has a subject before the comma."""
    commas = [index for index in range(at - 1) if words[index].lower == ","]
    return bool(commas) or any(word.lower in {"(", ")"} for word in words[:at])


def _marked(words: list[Token], start: int, end: int) -> bool:
    return any(
        word.lower in SUBORDINATORS | RELATIVES | COORDINATORS | _BREAKS | {","} and not word.named and not word.dated
        for word in words[start:end]
    )


def _boundary(words: list[Token], start: int, end: int) -> tuple[int, int, str]:
    """Between two verbs: where the first one's clause ends, where the second one's starts, and what introduces that."""
    best = (0, end, end, "")
    depth_rank = {"break": 4, "sub": 3, "and": 2, "comma": 1}
    for at in range(start, end):
        word = words[at]
        if word.named or word.dated:
            continue
        lower = word.lower
        if lower in _BREAKS:
            rank, after, opener = depth_rank["break"], at + 1, ";"
        elif lower in SUBORDINATORS | RELATIVES and not (lower in PREPOSITIONS and _noun_phrase_only(words, at + 1, end)):
            rank, after, opener = depth_rank["sub"], at + 1, lower
        elif lower in COORDINATORS and _clause_follows(words, at + 1, end):
            rank, after, opener = depth_rank["and"], at + 1, lower
        elif lower == ",":
            rank, after, opener = depth_rank["comma"], at + 1, ","
        else:
            continue
        if rank >= best[0]:
            stop = at - 1 if at > start and words[at - 1].lower == "," else at
            best = (rank, stop, after, opener)
    return best[1], best[2], best[3]


def _noun_phrase_only(words: list[Token], start: int, end: int) -> bool:
    """ "after the attack, ..." : a preposition with its noun, not a subordinate clause (a comma stands before the verb)."""
    return any(word.lower == "," for word in words[start:end])


def _clause_follows(words: list[Token], start: int, end: int) -> bool:
    """Whether "and" joins clauses rather than nouns: nothing but a subject or adverbs stand between it and the verb."""
    return end - start <= 14


def _has_noun(words: list[Token], start: int, end: int) -> bool:
    return any(
        word.named
        or (
            word.text[0].isalpha()
            and not word.dated
            and word.lower not in _ADVERB | PREPOSITIONS
            and not word.lower.endswith("ly")
        )
        for word in words[start:end]
    )


def _around_relatives(words: list[Token], found: list[Clause]) -> list[Clause]:
    """Give a main verb after a relative clause the subject that stands before it: "The ships, which fled, were sunk"."""
    for at in range(1, len(found)):
        clause, before = found[at], found[at - 1]
        if (
            before.opener not in RELATIVES
            or clause.opener not in {",", ""}
            or clause.opener == ""
            and clause.start != clause.predicate.first
        ):
            continue
        opened = before.start - 1
        host = found[at - 2] if at >= 2 else None
        begins = host.end if host else 0
        if host is None or host.end < opened - 1:
            begin = host.end + 1 if host else begins
            clause.skips.append((opened - (words[opened - 1].lower == "," if opened else 0), clause.start))
            clause.start = begin
            clause.sharing = False
    return found
