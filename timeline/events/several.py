"""One verb, several days: "took Masisi on 4 January and Minova on 21 January" is told as two happenings.

A clause is parted where a date is followed by "and", a comma, or both, and then by a phrase that ends in a date of its own:

    took [Masisi on 4 January] and [Minova on 21 January]                       a noun phrase for a noun phrase
    was beaten [at Wadi on the 13th], again [at Hanna on the 21st]              where, for where
    landed [on 3 May], [taking the town on 5 May]                               a participle

Not "attacked on 3 May, two days before the vote on 5 May", nor "on 3 May and on 5 May". Where the phrase stands in for the
subject ("Estonia declared independence on 24 February, Latvia on 18 November") the clause ends at its first date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.events.clauses import Clause
from timeline.events.tokens import COORDINATORS, DETERMINERS, GRAMMAR, JOINS, NOT_NOUNS, PREPOSITIONS, RELATIVES, Token
from timeline.model import DateType, ResolvedDate

_WITH_DATE: Final = frozenset({"on", "in", "at", "by", "over", "during", "between", "from"})
_WHERE: Final = GRAMMAR["where"] | {"at"}
_AGAIN: Final = frozenset({"again", "then", "finally", "later", "next", "also"})
_TELLS_TIME: Final = frozenset({"before", "after", "until", "till", "since", "to", "of"})

Skips = list[tuple[int, int]]


class _Day(NamedTuple):
    """The tokens of a date, with the preposition before it."""

    first: int
    last: int


def by_days(words: list[Token], dates: Sequence[ResolvedDate], clause: Clause) -> list[Clause]:
    """The clause itself, or one clause for each of its days, in order."""
    days = _days(words, dates, clause)
    found: list[Clause] = []
    skips: Skips = []
    begin = clause.predicate.last + 1
    for day, following in pairwise(days):
        content = _content(words, day, following)
        if content is None:
            break
        if not found:
            found.append(_copy(clause, day.last, skips))
        if words[content].lower.endswith("ing"):
            skips = [*skips, (_participle_before(words, begin, day), day.last)]
        else:
            start = _parallel(words, begin, day.first, words[content])
            if start is None:
                break
            skips = [*(one for one in skips if one[1] <= start), (start, content)]
        found.append(_copy(clause, following.last, skips))
        begin = content
    else:
        if found:
            found[-1].end = clause.end
    return found or [clause]


def _participle_before(words: list[Token], begin: int, day: _Day) -> int:
    """Where the participle begins that a day belongs to, with its comma: "[, besieging Malta] in June, taking Berbera"."""
    opens = (at for at in range(day.first - 1, begin, -1) if words[at].plain and words[at].lower.endswith("ing"))
    at = next((at for at in opens if words[at - 1].lower in JOINS), None)
    if at is None:
        return begin if words[begin].lower.endswith("ing") else day.first
    return at - 1


def _copy(clause: Clause, end: int, skips: Skips) -> Clause:
    return replace(clause, end=end, skips=[*clause.skips, *skips], subject=None, about=None, kind=None, dated=None)


def _days(words: list[Token], dates: Sequence[ResolvedDate], clause: Clause) -> list[_Day]:
    """The dates after the verb of a clause that say when, not how long or how often."""
    told = [
        date.expression.passage
        for date in dates
        if date.expression.type in (DateType.DATE, DateType.TIME) and date.span is not None
    ]
    found = []
    for passage in told:
        inside = [at for at in range(clause.predicate.last + 1, clause.end) if passage.start <= words[at].start < passage.end]
        if inside and not any(a <= inside[0] < b for a, b in clause.skips):
            first = inside[0] - (words[inside[0] - 1].lower in _WITH_DATE)
            found.append(_Day(first, inside[-1] + 1))
    return found


def _content(words: list[Token], day: _Day, following: _Day) -> int | None:
    """Where the phrase that ends in the following date begins; None where that date only goes on with this one's."""
    at = day.last
    if at >= following.first or words[at].lower not in JOINS:
        return None
    joined = False
    while at < following.first and (words[at].lower in JOINS or words[at].lower in _AGAIN):
        joined = joined or words[at].lower in COORDINATORS or words[at].lower in _AGAIN
        at += 1
    phrase = words[at : following.first]
    if not phrase or any(word.dated or word.lower in _TELLS_TIME | RELATIVES | {","} for word in phrase[:1] + phrase[-1:]):
        return None
    if any(word.plain and word.lower in _TELLS_TIME - {"of", "to"} for word in phrase):
        return None
    participle = phrase[0].plain and phrase[0].lower.endswith("ing")
    where = phrase[0].plain and phrase[0].lower in _WHERE
    return at if _names(phrase) and (joined or participle or where or phrase[0].named) else None


def _names(phrase: list[Token]) -> bool:
    return any(word.named or (word.plain and word.text.isalpha() and word.lower not in NOT_NOUNS) for word in phrase)


def _parallel(words: list[Token], begin: int, end: int, lead: Token) -> int | None:
    """Where the phrase before a date begins that the next one stands in for: another "at ...", or the last noun phrase."""
    if lead.plain and lead.lower in _WHERE:
        places = (at for at in range(end - 1, begin - 1, -1) if words[at].plain and words[at].lower in _WHERE)
        return next(places, None)
    at = end
    while at > begin and _in_noun_phrase(words[at - 1]):
        at -= 1
    # "Estonia declared independence on 24 February, Latvia on 18 November": a name stands in for a name.
    like = not lead.named or any(word.named for word in words[at:end])
    return at if at < end and like else None


def _in_noun_phrase(word: Token) -> bool:
    plain = word.text[0].isalnum() and not word.lower.endswith("ing") and word.lower not in PREPOSITIONS | COORDINATORS
    return word.named or word.lower in DETERMINERS or (plain and not word.dated)
