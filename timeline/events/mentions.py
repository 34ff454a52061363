"""Mentions: one for each happening a text tells, with its date, title, kind, and who did what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.dating import date_of, of_writing, tells
from timeline.events.deeds import NOT_TOLD, deeds
from timeline.events.denials import denial_of, unproven, without_denials
from timeline.events.implied import Bound, Neighbour, apart, implied, near_enough, order_cue
from timeline.events.kinds import kind_of
from timeline.events.roles import LOST_TO, participants
from timeline.events.senses import DEATHS
from timeline.events.sentence import Sentence
from timeline.events.standing import Standing
from timeline.events.titles import title
from timeline.events.tokens import RELATIVES
from timeline.events.verbs import Lexicon, lexicon
from timeline.model import (
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

_LONGEST_SENTENCE: Final = 4000  # characters; what is longer is no sentence
# Where a clause stands to the one it belongs to, by the word that opens it.
_OTHER_TIME: Final = {"after": "before", "once": "before", "before": "after", "until": "after", "till": "after"}
_DATELINE: Final = re.compile(r"[A-Z][A-Z .'’-]{2,}\b[^\n–—]{0,60}?(?:\([^)\n]*\))?\s*(?:—|–|--| - )\s*")

Told = tuple[Clause, ResolvedDate]


@dataclass
class _Walk:
    """What the walk through a document carries from sentence to sentence."""

    document: Document
    dates: Sequence[ResolvedDate]
    starts: Sequence[int]
    verbs: Lexicon
    near: Neighbour | None = None
    standing: Standing = field(default_factory=Standing)
    chronicle: bool = False
    last: int = 0
    found: dict[Passage, Mention] = field(default_factory=dict)


def mentions(document: Document, dates: Sequence[ResolvedDate], actors: Sequence[ActorMention]) -> list[Mention]:
    """The mentions of a document in text order, dated, implied and undated."""
    told = [date for date in dates if not of_writing(document, date)]
    dated = [one.expression.passage.start for one in told]
    walk = _Walk(document, told, dated, lexicon())
    named = [one.passage.start for one in actors]
    for number, (start, end) in enumerate(sentences(document.text)):
        inside = actors[bisect_left(named, start) : bisect_left(named, end)]
        here = walk.dates[bisect_left(dated, start) : bisect_left(dated, end)]
        if end - start > _LONGEST_SENTENCE:
            continue
        if inside or here or (walk.near and number - walk.near.sentence < 3):
            start = _after_dateline(document, start, end)
            goes_on = walk.chronicle and "\n" not in document.text[walk.last : start]
            sentence = Sentence.read(document.text, start, end, inside, here, walk.verbs, goes_on)
            walk.chronicle, walk.last = sentence.chronicle, end
            _read(walk, number, sentence)
    return sorted(walk.found.values(), key=lambda mention: (mention.passage.start, mention.passage.end))


def _after_dateline(document: Document, start: int, end: int) -> int:
    """Past "LONDON, 5 April 1982 —" at the head of a sentence."""
    found = _DATELINE.match(document.text, start, min(end, start + 110))
    return found.end() if found else start


def _read(walk: _Walk, number: int, sentence: Sentence) -> None:
    told = _told(walk, number, sentence)
    dated = [clause for clause, _ in told]
    beside = without_denials(sentence, deeds(walk.standing, walk.verbs, sentence, dated), dated)
    if told:
        placed, before = [], walk.near
        for clause, date in told:
            near = _add(walk, number, sentence, clause, date, alone=len(told) + len(beside) == 1)
            near = near or _scene(walk, number, sentence, clause, date) or walk.near
            if near:
                placed.append((clause, near))
        for clause in beside:
            beside_it = _beside_which(placed, clause)
            if beside_it:
                when = _placed_beside(walk, sentence, clause, beside_it, before, dated)
                _add(walk, number, sentence, clause, when, alone=False)
    elif sentence.text[sentence.end - 1 : sentence.end] in {*".!?\"”’')"}:
        _undated(walk, number, sentence, beside)
    if not told:
        _set_scene(walk, number, sentence)
    walk.standing.remember(sentence)


def _beside_which(placed: Sequence[tuple[Clause, Neighbour]], clause: Clause) -> tuple[Clause, Neighbour] | None:
    """The dated happening of the same sentence that stands before a clause, else the first after it."""
    before = [one for one in placed if one[0].start < clause.start]
    return before[-1] if before else placed[0] if placed else None


def _placed_beside(
    walk: _Walk,
    sentence: Sentence,
    clause: Clause,
    beside: tuple[Clause, Neighbour],
    before: Neighbour | None,
    told: Sequence[Clause],
) -> ResolvedDate:
    """The time of a deed told in the sentence of a dated one: before it, after it, leading up to it, or with it."""
    dated, near = beside
    passage = sentence.passage(clause)
    order = _OTHER_TIME.get(clause.opener)
    if order is None and dated.opener in RELATIVES and dated.start > clause.start:
        # "welcomed the agreement signed in May": what is told of came first.
        return implied(walk.document, near, _date_after(walk, sentence.end), None, passage)
    if order is None:
        leads_up = not clause.opener or any(one.opener in _OTHER_TIME for one in told if one.start > clause.start)
        earlier = before and before.span.start < near.span.start and not before.span.within(near.span)
        if before and earlier and leads_up and dated.start > clause.start:
            return implied(walk.document, before, near.bound, None, passage)
        return implied(walk.document, near, near.bound, None, passage)
    opener = sentence.words[clause.start - 1]
    length = next((date for date in sentence.dates if 0 <= opener.start - date.expression.passage.end <= 1), None)
    if length and length.expression.type is DateType.DURATION and (counted := apart(near, length, order)):
        return counted
    following = None if order == "before" else _date_after(walk, sentence.end)
    return implied(walk.document, near, following, (order, opener.start, opener.end), passage)


def _set_scene(walk: _Walk, number: int, sentence: Sentence) -> None:
    """ "Yesterday was the worst.": a day told without a deed is the day of the deeds that follow."""
    for clause in sentence.clauses[:1]:
        date = date_of(sentence, clause)
        if date:
            _scene(walk, number, sentence, clause, date)


def _scene(walk: _Walk, number: int, sentence: Sentence, clause: Clause, date: ResolvedDate) -> Neighbour | None:
    """The day of a clause that tells nobody's deed ("on 14 May the battle ended"), for those that follow; None in an aside."""
    aside = clause.predicate.present or _looks_back(sentence, clause) or clause.opener in NOT_TOLD
    if aside or not date.span or date.by_order:
        return None
    passage = date.expression.passage
    walk.near = Neighbour(date.span, walk.document.quote(passage), passage, number, date.certainty)
    return walk.near


def _since_then(walk: _Walk, number: int, sentence: Sentence, clause: Clause, date: ResolvedDate) -> ResolvedDate:
    """ "After the fall of Adrianople in March 1913, Bulgaria ...": the day is that of the fall; what is told follows."""
    opener = sentence.words[clause.start]
    order = {"after": "after", "following": "after", "before": "before"}.get(opener.lower)
    passage = date.expression.passage
    first, _ = sentence.subject(clause)
    led = order and opener.plain and opener.start < passage.start < sentence.words[min(first, len(sentence.words) - 1)].start
    if not led or date.span is None or sentence.words[clause.start + 1].dated:
        return date
    named = walk.document.text[opener.end : passage.end].strip()
    near = Neighbour(date.span, named, passage, number, date.certainty)
    cue = (str(order), opener.start, opener.end)
    return implied(walk.document, near, _date_after(walk, sentence.end), cue, sentence.passage(clause))


def _told(walk: _Walk, number: int, sentence: Sentence) -> list[Told]:
    """The clauses told with a date. A date beside a mere state dates what happened "when" it held."""
    told = []
    for at, clause in enumerate(sentence.clauses):
        date = date_of(sentence, clause)
        if date is None:
            continue
        following = sentence.clauses[at + 1] if at + 1 < len(sentence.clauses) else None
        if date.span is None and walk.near:
            continue
        if tells(sentence, clause, date, walk.verbs):
            date = _since_then(walk, number, sentence, clause, date)
            explained = following is not None and _explains(walk, sentence, clause, following)
            told.append((following if explained and following else clause, date))
        elif following and not date_of(sentence, following) and _stage_for(sentence, clause, following):
            told.append((following, date))
    return told


def _stage_for(sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """ "She was on watch yesterday when two aircraft struck", "it was on 21 August that they came": the day is the deed's."""
    if not clause.predicate.verb.state:
        return False
    subject = sentence.quote(*sentence.subject(clause)).lower()
    return following.opener == "when" or (following.opener == "that" and subject == "it")


def _explains(walk: _Walk, sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """ "Today her minister paid for it: Lord Carrington resigned": the deed stands after the colon."""
    colon = sentence.words[following.start - 1].text == ":" if following.start else False
    vague = kind_of(sentence, clause, walk.verbs)[0] is Kind.OTHER
    return (
        colon
        and vague
        and date_of(sentence, following) is None
        and kind_of(sentence, following, walk.verbs)[0] is not Kind.OTHER
    )


def _undated(walk: _Walk, number: int, sentence: Sentence, deeds: Sequence[Clause]) -> None:
    """Places the deeds of a sentence without dates by its order words, or by the discourse; else they stay undated."""
    if not deeds:
        return
    cue = order_cue(sentence.text, sentence.start, sentence.end, walk.verbs)
    following = _date_after(walk, sentence.end)
    for clause in deeds:
        when = None
        if walk.near and not _present_perfect(sentence, clause) and near_enough(walk.near, number, cue is not None):
            nearest = walk.near.bound if sentence.chronicle and not cue else following
            when = implied(walk.document, walk.near, nearest, cue, (sentence.start, sentence.end))
        _add(walk, number, sentence, clause, when, alone=len(deeds) == 1)


def _present_perfect(sentence: Sentence, clause: Clause) -> bool:
    """ "have been killed": told of any time up to now, not of the time the story has reached."""
    return clause.predicate.perfect and sentence.words[clause.predicate.first].lower in {"has", "have"}


def _date_after(walk: _Walk, at: int) -> Bound | None:
    for date in islice(walk.dates, bisect_left(walk.starts, at), None):
        if date.span and date.expression.type in (DateType.DATE, DateType.TIME):
            return date.span, date.certainty
    return None


def _add(
    walk: _Walk, number: int, sentence: Sentence, clause: Clause, when: ResolvedDate | None, *, alone: bool
) -> Neighbour | None:
    """Keeps the mention of a clause when somebody plain does something in it, and says where it stands in time."""
    kind, why = kind_of(sentence, clause, walk.verbs)
    subject, stands = walk.standing.stand_in(sentence, clause)
    him = walk.standing.him(sentence, clause)
    whose = walk.standing.whose(sentence, clause, subject)
    denial = denial_of(sentence, clause)
    called = title(sentence, clause, subject, him.words, _said_before(walk, sentence, clause), whose)
    if denial:
        called = title(sentence, denial, walk.standing.stand_in(sentence, denial)[0])
    done_to = Role.INITIATOR if clause.predicate.verb.lemma in LOST_TO else Role.TARGET
    stands = [*stands, *(Participant(one.id, done_to) for one in him.actors)]
    if len(called.split()) < 2 or (not subject and when is not None and when.expression.meaning == "told_order"):
        return None
    start, end = (sentence.start, sentence.end) if alone else sentence.passage(clause)
    parts, places = participants(sentence, clause, kind, walk.verbs, stands)
    if subject.split(" ")[0].lower() in RELATIVES:
        return None
    if len(subject.split()) > 1 and subject.split()[-1].lower() in {"it", "he", "she", "they", "we", "i"}:
        return None
    nobody = not parts and not subject
    vague = kind is Kind.OTHER and len(called.split()) < 3 and clause.predicate.verb.lemma not in DEATHS  # "Canada followed"
    if nobody or vague or not subject or (kind is Kind.OTHER and not parts and not places):
        return None
    placed = when if when is not None and when.span is not None else None
    passage = Passage(walk.document.id, start, end)
    parts = unproven(parts) if denial else parts
    identity = content_id("m", walk.document.id, start, end)
    walk.found.setdefault(passage, Mention(identity, passage, called, kind, placed, parts, places, why))
    if not placed or not placed.span or placed.expression.meaning == "told_order":
        return None
    near = Neighbour(placed.span, called, passage, number, placed.certainty)
    if not _looks_back(sentence, clause) and placed.expression.type is not DateType.DURATION:
        walk.near = near
    return near


def _said_before(walk: _Walk, sentence: Sentence, clause: Clause) -> str:
    """The title of the clause before "..., the ministry said on Sunday"."""
    at = sentence.clauses.index(clause)
    if at == 0 or clause.opener not in {",", ""} or not clause.predicate.verb.plain:
        return ""
    before = sentence.clauses[at - 1]
    if not walk.standing.stand_in(sentence, before)[0]:
        return ""
    return title(sentence, before, walk.standing.stand_in(sentence, before)[0])


def _looks_back(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause steps out of the story's order: "had fallen", "which fell in May"; not "said it had fallen"."""
    at = sentence.clauses.index(clause)
    reported = at > 0 and sentence.clauses[at - 1].predicate.verb.saying and clause.opener in {"", "said"}
    return (clause.predicate.perfect and not reported) or clause.opener in RELATIVES
