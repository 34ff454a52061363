"""Mentions: one for each happening a text tells, with its date, title, kind, and who did what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.events.clauses import COORDINATORS, RELATIVES, SUBORDINATORS, Clause
from timeline.events.implied import Neighbour, implied, near_enough, order_cue
from timeline.events.kinds import kind_of, noun_in
from timeline.events.roles import participants
from timeline.events.sentence import Sentence
from timeline.events.titles import title
from timeline.events.verbs import Lexicon, lexicon
from timeline.model import (
    Actor,
    ActorKind,
    ActorMention,
    DateType,
    Document,
    Kind,
    Mention,
    Participant,
    Passage,
    ResolvedDate,
    Role,
    content_id,
)
from timeline.text import sentences

_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_REFERS: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
# What happens, as against what is said or stands: only these are placed by the order of the telling alone.
_DEEDS: Final = frozenset(
    {
        Kind.ASSAULT,
        Kind.COERCE,
        Kind.RETREAT,
        Kind.MOBILIZE,
        Kind.PROTEST,
        Kind.SANCTION,
        Kind.AID,
        Kind.AGREE,
        Kind.CONSULT,
        Kind.REJECT,
    }
)
_CHRONICLE: Final = re.compile(r"\s*[:–—-]")


@dataclass
class _Walk:
    """What the walk through a document carries from sentence to sentence."""

    document: Document
    dates: Sequence[ResolvedDate]
    verbs: Lexicon
    near: Neighbour | None = None
    person: Actor | None = None
    body: Actor | None = None
    found: list[Mention] = field(default_factory=list)


def mentions(document: Document, dates: Sequence[ResolvedDate], actors: Sequence[ActorMention]) -> list[Mention]:
    """The mentions of a document in text order, dated, implied and undated."""
    walk = _Walk(document, [date for date in dates if not _of_writing(document, date)], lexicon())
    actor_starts = [one.passage.start for one in actors]
    date_starts = [one.expression.passage.start for one in walk.dates]
    for number, (start, end) in enumerate(sentences(document.text)):
        inside = actors[bisect_left(actor_starts, start) : bisect_left(actor_starts, end)]
        dated = walk.dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
        if inside or dated:
            _sentence(
                walk,
                number,
                Sentence.read(document.text, _after_dateline(document, start, end), end, inside, dated, walk.verbs),
            )
    return walk.found


def _of_writing(document: Document, date: ResolvedDate) -> bool:
    return date.expression.meaning == "dateline" or bool(
        document.written and date.expression.passage == document.written.passage
    )


_DATELINE: Final = re.compile(r"[A-Z][A-Z .'’-]{2,}\b[^\n–—]{0,60}?(?:\([^)\n]*\))?\s*(?:—|–|--| - )\s*")


def _after_dateline(document: Document, start: int, end: int) -> int:
    """Past "LONDON, 5 April 1982 —" at the head of a sentence."""
    found = _DATELINE.match(document.text, start, min(end, start + 110))
    return found.end() if found else start


def _sentence(walk: _Walk, number: int, sentence: Sentence) -> None:
    told = []
    for at, clause in enumerate(sentence.clauses):
        date = _date_of(sentence, clause)
        if date and _tells(sentence, clause, date, walk.verbs):
            told.append((at, clause, date))
    following = _dates_after(walk, sentence.end)
    if told:
        for at, clause, date in told:
            _add(walk, number, sentence, clause, date, alone=len(told) == 1 and not _undated_deeds(sentence, told, walk))
        for at, clause in _undated_deeds(sentence, told, walk):
            if walk.near and clause.opener not in {"before", "until", "if", "unless", "after"}:
                when = implied(walk.document, walk.near, [walk.near.span], None, sentence.passage(clause))
                _add(walk, number, sentence, clause, when, alone=False)
    else:
        _undated(walk, number, sentence, following)
    _remember(walk, sentence)


def _dates_after(walk: _Walk, at: int) -> list:
    return [
        date.span
        for date in walk.dates
        if date.expression.passage.start >= at and date.span and date.expression.type is DateType.DATE
    ][:3]


def _undated_deeds(sentence: Sentence, told: list, walk: _Walk) -> Iterator[tuple[int, Clause]]:
    """Clauses beside a dated one with a deed and an actor of their own and no date."""
    return ((at, clause) for at, clause in _deeds(sentence, walk) if all(clause is not other for _, other, _ in told))


def _deeds(sentence: Sentence, walk: _Walk) -> Iterator[tuple[int, Clause]]:
    for at, clause in enumerate(sentence.clauses):
        predicate = clause.predicate
        if predicate.negated or predicate.present or predicate.future or predicate.verb.state or clause.sharing:
            continue
        if clause.opener in RELATIVES or clause.opener in {"if", "unless", "because", "although", "though", "since"}:
            continue
        kind, _ = kind_of(sentence, clause, walk.verbs)
        first, stop = sentence.subject(clause)
        named = any(
            sentence.within(clause, one.passage.start) and one.actor.kind is not ActorKind.PLACE for one in sentence.actors
        )
        if kind in _DEEDS and first < stop and named and _date_of(sentence, clause, any_date=True) is None:
            yield at, clause


def _undated(walk: _Walk, number: int, sentence: Sentence, following: Sequence) -> None:
    """Places the deeds of a sentence without dates by its order words, or by the discourse; nothing else is told."""
    if sentence.text[sentence.end - 1 : sentence.end] not in set(".!?\"”’')"):
        return
    cue = order_cue(sentence.text, sentence.start, sentence.end, walk.verbs)
    deeds = list(_deeds(sentence, walk))
    for _, clause in deeds:
        if walk.near and near_enough(walk.near, number, 0, cue is not None):
            when = implied(walk.document, walk.near, following, cue, (sentence.start, sentence.end))
        else:
            when = None
        _add(walk, number, sentence, clause, when, alone=len(deeds) == 1)


def _date_of(sentence: Sentence, clause: Clause, any_date: bool = False) -> ResolvedDate | None:
    """The date a clause is told with: the finest that is no length of time, the first of equals."""
    best = None
    for date in sentence.dates:
        expression = date.expression
        if not sentence.within(clause, expression.passage.start) or expression.type in (DateType.DURATION, DateType.SET):
            continue
        if date.value in _REFS or (not any_date and _only_names(sentence, date)):
            continue
        if best is None or (date.span and best.span and date.span.grain < best.span.grain) or (best.span is None and date.span):
            best = date
    return best


_REFS: Final = _REFERS
_NAMES_AFTER: Final = re.compile(
    r"[ -](?:[A-Z]\w+ )?(?:Act|Convention|Treaty|Agreement|Accords?|Protocol|Constitution|Declaration|Resolution|Olympics|World Cup|War|Plan|Charter|Pact|"
    r"treaty|agreement|accords?|constitution|convention|ceasefire|crisis|election|war|law|budget)\b"
)
_NAMES_BEFORE: Final = re.compile(
    r"(?:Act|Convention|Treaty|Agreement|Accords?|Protocol|Constitution|Resolution|crisis|agreement|treaty|war|accords?|convention|revolution|since the \w+) of (?:the )?$"
)


def _only_names(sentence: Sentence, date: ResolvedDate) -> bool:
    """ "the 1949 Convention", "the Suez crisis of 1956", "(1920-1982)": a date that only tells which one is meant."""
    passage = date.expression.passage
    text = sentence.text
    before = text[max(0, passage.start - 40) : passage.start]
    if _NAMES_BEFORE.search(before) or before.endswith("("):
        return True
    return bool(_NAMES_AFTER.match(text, passage.end)) and bool(
        re.search(r"\b(?:the|its|their|his|a|under)\s+$", before, re.IGNORECASE)
    )


def _tells(sentence: Sentence, clause: Clause, date: ResolvedDate, verbs: Lexicon) -> bool:
    """Whether a dated clause tells a happening: past or future, not denied, no mere state."""
    predicate = clause.predicate
    if predicate.negated:
        return False
    if predicate.verb.state:
        first, stop = sentence.subject(clause)
        return not predicate.present and predicate.verb.lemma == "be" and noun_in(sentence, first, stop, verbs) is not None
    if predicate.present and not predicate.future:
        return date.expression.passage.start <= sentence.start + 1 and bool(
            _CHRONICLE.match(sentence.text, date.expression.passage.end)
        )
    return clause.opener != "if"


def _add(walk: _Walk, number: int, sentence: Sentence, clause: Clause, when: ResolvedDate | None, *, alone: bool) -> None:
    kind, why = kind_of(sentence, clause, walk.verbs)
    subject, extra = _stand_in(walk, sentence, clause)
    called = title(sentence, clause, subject)
    if len(called.split()) < 2:
        return
    start, end = (sentence.start, sentence.end) if alone else sentence.passage(clause)
    parts, places = participants(sentence, clause, kind, walk.verbs, extra)
    if when is not None and when.span is None:
        when = None
    passage = Passage(walk.document.id, start, end)
    if any(other.passage == passage for other in walk.found):
        return
    mention = Mention(content_id("m", walk.document.id, start, end), passage, called, kind, when, parts, places, why)
    walk.found.append(mention)
    if when is not None and when.span is not None and when.expression.meaning != "told_order" and not clause.predicate.perfect:
        walk.near = Neighbour(when.span, called, passage, number)


def _stand_in(walk: _Walk, sentence: Sentence, clause: Clause) -> tuple[str | None, list[Participant]]:
    """The name for a pronoun or a shared subject, and its part; None where the clause has a subject of its own."""
    first, stop = sentence.subject(clause)
    words = [word.lower for word in sentence.words[first:stop] if word.text[0].isalnum()]
    acts = Role.TARGET if clause.predicate.passive else Role.INITIATOR
    if clause.sharing or not words:
        before = next((other for other in reversed(sentence.clauses) if other.start < clause.start and not other.sharing), None)
        if before is not None and clause.opener in COORDINATORS | {","}:
            shared = _subject_actor(sentence, before)
            text = title_subject(sentence, before)
            return text, [Participant(one.id, acts) for one in shared]
        return None, []
    if len(words) == 1 and words[0] in _PRONOUNS:
        actor = walk.person if words[0] in {"he", "she"} else walk.body
        if actor:
            return actor.name, [Participant(actor.id, acts)]
    return None, []


def title_subject(sentence: Sentence, clause: Clause) -> str:
    first, stop = sentence.subject(clause)
    return sentence.quote(first, stop)


def _subject_actor(sentence: Sentence, clause: Clause) -> list[Actor]:
    first, stop = sentence.subject(clause)
    if first >= stop:
        return []
    begin, end = sentence.words[first].start, sentence.words[stop - 1].end
    return [one.actor for one in sentence.actors if begin <= one.passage.start < end and one.actor.kind is not ActorKind.PLACE][
        :2
    ]


def _remember(walk: _Walk, sentence: Sentence) -> None:
    """Who a pronoun in the next sentence may stand for: the subject of this one, else the only one named."""
    for clause in sentence.clauses[:1]:
        for actor in _subject_actor(sentence, clause):
            if actor.kind is ActorKind.PERSON:
                walk.person = actor
            else:
                walk.body = actor
    people = {one.actor.id: one.actor for one in sentence.actors if one.actor.kind is ActorKind.PERSON}
    if len(people) == 1:
        walk.person = next(iter(people.values()))


__all__ = ["mentions", "SUBORDINATORS"]
