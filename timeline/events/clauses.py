"""A sentence as clauses: each finite verb that may tell a happening, with its subject before it and the rest after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from timeline.events.antecedents import antecedent
from timeline.events.commas import before_tellers, closes_relative
from timeline.events.participles import auxiliaries, goes_itself
from timeline.events.phrases import after_date, new_subject
from timeline.events.predicate import Predicate
from timeline.events.predicates import predicates
from timeline.events.reported import DENYING, past_hearer
from timeline.events.tokens import (
    ADVERBS,
    BREAKS,
    COORDINATORS,
    DETERMINERS,
    GRAMMAR,
    JOINS,
    OPENS_CLAUSE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Token,
)
from timeline.events.verbs import Lexicon
from timeline.model import Kind, ResolvedDate

if TYPE_CHECKING:
    from timeline.events.subjects import Subject

_COMMANDS: Final = GRAMMAR["commands"]
_AS_MANY: Final = GRAMMAR["as_many"]
_NO_SUBJECT: Final = ADVERBS | PREPOSITIONS
_PARTING: Final = BREAKS | OPENS_CLAUSE | COORDINATORS | {",", "then", "time"}
_WHO: Final = frozenset({"he", "she", "it", "they", "we", "i"})
_LONGEST_SUBJECT: Final = 16  # words between "and" and its verb, for "and" to join clauses rather than nouns


@dataclass(slots=True, eq=False)
class Clause:
    """Token indices: `start`..`end` half-open; `opener` is the word that introduces it ("after", "and", ""), before `start`.

    `skips` are stretches inside it that belong to a relative clause; `sharing` says that it has no subject of its own;
    `antecedent` are the tokens a relative clause is about; `subject`, `about`, `kind`, `dated` are noted when first asked for.
    """

    start: int
    end: int
    predicate: Predicate
    opener: str = ""
    skips: list[tuple[int, int]] = field(default_factory=list)
    sharing: bool = False
    antecedent: tuple[int, int] | None = None
    subject: tuple[int, int] | None = None
    about: Subject | None = None
    kind: tuple[Kind, str] | None = None
    dated: tuple[ResolvedDate | None] | None = None


def clauses(words: list[Token], verbs: Lexicon, chronicle: bool = False) -> list[Clause]:
    """The clauses of a sentence, in order; in a line of a `chronicle` any present tense counts."""
    verbs_found = predicates(words, verbs, chronicle)
    found: list[Clause] = []
    start, opener = 0, ""
    for at, predicate in enumerate(verbs_found):
        following = verbs_found[at + 1] if at + 1 < len(verbs_found) else None
        clause = Clause(start, len(words), predicate, opener)
        clause.sharing = opener in JOINS and not _has_noun(words, start, predicate.first)
        if at == 0:
            _open_first(words, clause, following is not None)
        next_start, next_opener = len(words), ""
        if following:
            leads_up = at == 0 and clause.opener in SUBORDINATORS
            found_at = _between(words, predicate, following, leads_up)
            if found_at[2] == "and" and following.verb.saying:
                found_at = before_tellers(words, predicate, following, found_at)
            if clause.start and found_at[2] != ",":
                found_at = closes_relative(words, clause.start, predicate, following, found_at)
            clause.end, next_start, next_opener = found_at
        if at and opener == "" and found[-1].opener not in RELATIVES and _describes_noun(words, predicate):
            shared = "were" if words[start - 1].lower.endswith("s") else "was"
            clause.predicate, clause.opener = replace(predicate, passive=True, auxiliary=shared), "which"
            clause.antecedent = antecedent(words, start, verbs.nouns, found[-1].predicate.last + 1)
        if opener == "that" and found and _reports(words, found[-1], start, predicate):
            clause.opener = "said"
        elif clause.opener in {"who", "whom", "which", "that"} and clause.antecedent is None:
            clause.antecedent = antecedent(words, clause.start - 1, verbs.nouns, found[-1].predicate.last + 1 if found else 0)
        found.append(clause)
        start, opener = next_start, next_opener
    _share_auxiliaries(words, found, verbs)
    _share_antecedents(words, found)
    return _around_relatives(words, found)


def _reports(words: list[Token], before: Clause, start: int, predicate: Predicate) -> bool:
    """ "said that A attacked and that B fell": what is said, not what is told of a noun."""
    goes_on = before.opener == "said" and words[start - 2].lower in COORDINATORS
    return (before.predicate.verb.saying or goes_on) and _has_noun(words, start, predicate.first)


def _describes_noun(words: list[Token], predicate: Predicate) -> bool:
    """ "the agreement signed in Juba", "the man accused of it": a participle right after its noun."""
    before = words[predicate.first - 1 : predicate.first]
    after = words[predicate.last + 1 : predicate.last + 2]
    return (
        predicate.first == predicate.head
        and not (predicate.passive or predicate.present or predicate.future or predicate.perfect)
        and not predicate.verb.undergone
        and bool(before and after)
        and before[0].text[0].isalpha()
        and (after[0].dated or after[0].lower in PREPOSITIONS)
    )


def _share_auxiliaries(words: list[Token], found: list[Clause], verbs: Lexicon) -> None:
    """ "was seized and freed": a participle joined to a passive is one too, unless an object follows it."""
    for before, clause in pairwise(found):
        lone = clause.predicate.first == clause.predicate.head and not clause.predicate.present
        if not (clause.sharing and lone and before.predicate.passive) or goes_itself(clause.predicate.verb):
            continue
        after = words[clause.predicate.last + 1 : clause.predicate.last + 2]
        then = words[clause.predicate.last + 2 : clause.predicate.last + 3]
        to_do = bool(after and then) and after[0].lower == "to" and then[0].plain and then[0].lower in verbs.forms
        if to_do and clause.predicate.verb.lemma not in _COMMANDS:
            continue  # "was elected and proposed to divide the land"
        if not after or after[0].dated or not (after[0].named or after[0].lower in DETERMINERS or after[0].text[0].isdigit()):
            shared = before.predicate.auxiliary or auxiliaries(words, before.predicate)
            clause.predicate = replace(clause.predicate, passive=True, auxiliary=shared)


def _share_antecedents(words: list[Token], found: list[Clause]) -> None:
    """ "the law, which parliament adopted and the president vetoed": what both did it to."""
    for before, clause in pairwise(found):
        own = before.antecedent and before.opener in {"which", "that"} and before.predicate.first > before.start
        after = words[clause.predicate.last + 1 : clause.end]
        bare = all(word.dated or not word.text[0].isalnum() or word.lower in {"on", "in", "at"} for word in after)
        if own and clause.opener == "and" and not clause.sharing and bare:
            clause.opener, clause.antecedent = before.opener, before.antecedent


def _open_first(words: list[Token], clause: Clause, more: bool) -> None:
    """The first clause may itself be introduced: "After Iraq invaded ..., ", or come after a relative's antecedent."""
    for at in range(clause.start, clause.predicate.first):
        word = words[at]
        if not word.plain:
            continue
        alone = word.lower in PREPOSITIONS and (not more or new_subject(words, at + 1, clause.predicate.first))
        if (
            at == clause.start
            and word.lower in SUBORDINATORS
            and not alone
            and not _comma_between(words, at, clause.predicate.first)
        ):
            clause.opener, clause.start = word.lower, at + 1
            return
        if at > clause.start and word.lower in SUBORDINATORS and words[at - 1].lower == ",":
            clause.opener, clause.start = word.lower, at + 1
            return
        if word.lower in {"who", "whom", "whose", "which", "where"} and at > clause.start:
            clause.opener, clause.start = word.lower, at + 1
            return


def _comma_between(words: list[Token], start: int, end: int) -> bool:
    return any(word.lower == "," and word.plain for word in words[start:end])


def _between(words: list[Token], before: Predicate, following: Predicate, leads_up: bool) -> tuple[int, int, str]:
    """Between two verbs: where the first one's clause ends, where the second one's starts, and what introduces that.

    A clause that only `leads_up` to the second ends at its comma: "When talks failed, France and Italy withdrew".
    """
    found = _boundary(words, before.last + 1, following.first)
    if leads_up and found[2] in COORDINATORS and words[found[0] - 1].named:
        comma = next((at for at in range(before.last + 1, found[0]) if words[at].lower == "," and words[at].plain), None)
        found = found if comma is None else (comma, comma + 1, ",")
    if leads_up and not found[2]:
        found = after_date(words, before.last + 1, following.first)
    if found[2] or not before.verb.saying:
        return found
    if before.verb.lemma == "tell":
        said = past_hearer(words, before.last + 1, following.first)
        return (said, said, "") if said else found
    if not (before.verb.plain or words[before.last + 1].lower in _WHO or before.verb.lemma in DENYING):
        return found
    said = before.last + 1  # "said it had seized the port": what is said begins without a "that"
    while said < following.first and (words[said].dated or words[said].lower in {"on", "in", "at"}):
        said += 1
    return said, said, ""


def _boundary(words: list[Token], start: int, end: int) -> tuple[int, int, str]:
    """The word that parts two clauses most strongly, as `_between` tells it; ("", at the end) when there is none."""
    best: tuple[float, int, int, str] = (0, end, end, "")
    for at in range(start, end):
        ranked = _rank(words, at, end) if words[at].lower in _PARTING else None
        if ranked and ranked[0] >= best[0]:
            stop = at - 1 if at > start and words[at - 1].lower == "," and ranked[1] != "," else at
            best = (ranked[0], stop, at + 1, ranked[1])
    return best[1], best[2], best[3]


def _rank(words: list[Token], at: int, end: int) -> tuple[float, str] | None:
    """How strongly a word parts two clauses, and what it introduces the second with."""
    word = words[at]
    lower = word.lower
    if not word.plain:
        return None
    if lower in BREAKS:
        return 4, ";"
    if lower == "as" and at and (words[at - 1].lower in _AS_MANY or words[min(at + 1, end - 1)].lower in _AS_MANY):
        return None
    if lower in OPENS_CLAUSE and not (lower in PREPOSITIONS and _with_noun_only(words, at, end)):
        return 3, lower
    if lower == "time" and at > 1 and words[at - 1].lower == "the" and words[at - 2].lower == "by":
        return 3, "when"  # "made by the time he left"
    if lower == "then" and at and words[at - 1].lower == ",":
        return 2, "and"
    after_comma = at > 0 and words[at - 1].lower == "," and words[at - 1].plain
    if lower in COORDINATORS and end - at <= _LONGEST_SUBJECT * (2 if after_comma else 1):
        joins_names = 0 < at < end - 1 and words[at - 1].named and words[at + 1].named
        return (1.5 if joins_names else 2), lower
    return (1, ",") if lower == "," else None


def _with_noun_only(words: list[Token], at: int, end: int) -> bool:
    """ "after the battle, the army withdrew", "after the battle and asked": a preposition with its noun, and no clause."""
    if words[end - 1].lower == "," and words[end - 1].plain and words[at].lower not in {"after", "before", "since"}:
        return False  # the comma closes an aside, so that the verb's subject stands before it
    return _comma_between(words, at, end) or words[end - 1].lower in COORDINATORS


def _has_noun(words: list[Token], start: int, end: int) -> bool:
    return any(
        word.named
        or (word.text.isdigit() and word.plain)
        or (word.text[0].isalpha() and not word.dated and word.lower not in _NO_SUBJECT and not word.lower.endswith("ly"))
        for word in words[start:end]
    )


def _around_relatives(words: list[Token], found: list[Clause]) -> list[Clause]:
    """Give a main verb after relative clauses the subject that stands before them: "The ships, which fled, were sunk"."""
    for at in range(1, len(found)):
        clause, first = found[at], at
        if clause.opener not in {",", ""}:
            continue
        while first > 0 and (found[first - 1].opener in _INSIDE or (first == 1 and found[0].opener in SUBORDINATORS)):
            first -= 1
        if first == at == 2 and found[0].opener in SUBORDINATORS and found[1].sharing and clause.opener == ",":
            first = 0  # "In 1732, after Tahmasp lost and signed away Georgia, Nader deposed him"
        if first == at > 1 and found[at - 1].opener in SUBORDINATORS and found[at - 2].opener in _INSIDE:
            first = at - 2  # "Henry, who took power after Moise was killed, has asked"
        host = _host(words, found, first) if first and first < at else found[first - 1].end if first else 0
        opened = found[first].start - 1 if first < at else 0
        if opened - host < 1 or any(words[index].lower in BREAKS for index in range(host, opened)):
            continue
        _join(words, clause, found[first:at], host)
    return found


def _host(words: list[Token], found: list[Clause], first: int) -> int:
    """Where the subject before a relative clause begins: after ", and" when the clause before took it for its own."""
    before = found[first - 1]
    stop = found[first].start - 1
    if before.opener in SUBORDINATORS:  # "After Carranza took control, Villa and others who opposed him met"
        commas = (at for at in range(before.predicate.last + 1, stop) if words[at].lower == "," and words[at].plain)
        before.end = next(commas, before.end)
        return before.end
    for at in range(before.predicate.last + 1, min(before.end, stop) - 1):
        if words[at].lower == "," and words[at].plain and words[at + 1].lower in COORDINATORS:
            before.end = at
            return at
    return before.end


_INSIDE: Final = frozenset({"who", "whom", "which", "where", "whose", "that"})


def _join(words: list[Token], clause: Clause, relatives: list[Clause], host: int) -> None:
    """Stretches a clause back to where its subject begins, over the relative clauses in between."""
    opened = relatives[0].start - 1
    begin = host
    while begin < opened and words[begin].lower in JOINS:
        begin += 1
    last = relatives[-1]
    if clause.opener == "" and clause.start == clause.predicate.first:
        last.end = min(last.end, clause.predicate.first)
    for relative in relatives:
        opened = relative.start - 1
        opened -= words[opened - 1].lower in PREPOSITIONS and relative.opener in {"which", "whom"}  # "the process by which"
        comma = opened > 0 and words[opened - 1].lower == ","
        after = range(relative.predicate.last + 1, relative.end)
        end = clause.start if relative is last else next((at for at in after if words[at].lower == ","), relative.end)
        clause.skips.append((opened - comma, end))
    clause.start, clause.sharing, clause.opener = begin, False, ""
