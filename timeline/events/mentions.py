"""Mentions: one for each happening a text tells, with its date, title, kind, and who did what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.dating import date_of, of_writing, tells
from timeline.events.deeds import NOT_TOLD, deeds
from timeline.events.denials import denial_of, unproven, without_denials
from timeline.events.implied import Neighbour
from timeline.events.kinds import kind_of
from timeline.events.placing import Placed, beside, beside_which, in_order, looks_back, since_then, when_it_began
from timeline.events.roles import LOST_TO, participants
from timeline.events.senses import DEATHS
from timeline.events.sentence import Sentence
from timeline.events.titles import title
from timeline.events.tokens import RELATIVES
from timeline.events.verbs import lexicon
from timeline.events.walk import Walk
from timeline.events.whom import thing_done_to, whom
from timeline.events.whose import whose
from timeline.model import (
    ActorMention,
    DateType,
    Document,
    Kind,
    Known,
    Mention,
    Participant,
    Passage,
    ResolvedDate,
    Role,
    content_id,
)
from timeline.spans import Grain
from timeline.text.sentences import sentences

_EMPTY: Final = frozenset({"say", "tell", "add", "note"})  # "Henry told reporters": what was said is told elsewhere
_LONGEST_SENTENCE: Final = 4000  # characters; what is longer is no sentence
_DATELINE: Final = re.compile(r"[A-Z][A-Z .'’-]{2,}\b[^\n–—]{0,60}?(?:\([^)\n]*\))?\s*(?:—|–|--| - )\s*")
_AFTER_DAY: Final = re.compile(r"[^\n–—]{0,60}?\s*(?:—|–|--| - )\s*")

Told = tuple[Clause, ResolvedDate]


def mentions(document: Document, dates: Sequence[ResolvedDate], actors: Sequence[ActorMention]) -> list[Mention]:
    """The mentions of a document in text order, dated, implied and undated."""
    told = [date for date in dates if not of_writing(document, date)]
    dated = [one.expression.passage.start for one in told]
    walk = Walk(document, told, dated, lexicon())
    named = [one.passage.start for one in actors]
    for number, (start, end) in enumerate(sentences(document.text)):
        inside = actors[bisect_left(named, start) : bisect_left(named, end)]
        here = walk.dates[bisect_left(dated, start) : bisect_left(dated, end)]
        if end - start > _LONGEST_SENTENCE:
            continue
        if inside or here or (walk.near and number - walk.near.sentence < 3):
            walk.begin(number, start)
            start = _after_dateline(document, start, end)
            goes_on = walk.chronicle and "\n" not in document.text[walk.last : start]
            sentence = Sentence.read(document.text, start, end, inside, here, walk.verbs, goes_on)
            walk.chronicle, walk.last = sentence.chronicle, end
            _read(walk, number, sentence)
    return sorted(walk.found.values(), key=lambda mention: (mention.passage.start, mention.passage.end))


def _after_dateline(document: Document, start: int, end: int) -> int:
    """Past "LONDON, 5 April 1982 —" and "Geneva, 6 June (agency) --" at the head of a sentence."""
    stamp = document.written.passage if document.written else None
    found = _DATELINE.match(document.text, start, min(end, start + 110))
    if found is None and stamp and start <= stamp.start and stamp.end < min(end, start + 110):
        found = _AFTER_DAY.match(document.text, stamp.end, end)
    return found.end() if found else start


def _read(walk: Walk, number: int, sentence: Sentence) -> None:
    walk.standing.genders.learn(sentence)
    told = _told(walk, number, sentence)
    dated = [clause for clause, _ in told]
    alongside = without_denials(sentence, deeds(walk.standing, walk.verbs, sentence, dated), dated)
    if told:
        placed: list[Placed] = []
        before = walk.near
        for clause, date in told:
            near = _add(walk, number, sentence, clause, date, alone=len(told) + len(alongside) == 1)
            if near is None and (at_once := _at_once(sentence, clause, date)):
                near = _add(walk, number, sentence, at_once, date, alone=False)
            near = near or _scene(walk, number, sentence, clause, date) or walk.near
            if near:
                placed.append((clause, near))
        for clause in alongside:
            beside_it = beside_which(placed, clause)
            if beside_it:
                when = beside(walk, sentence, clause, beside_it, before, dated)
                _add(walk, number, sentence, clause, when, alone=False)
    elif sentence.text[sentence.end - 1 : sentence.end] in {*".!?\"”’')"}:
        _undated(walk, number, sentence, alongside)
    if not told:
        _set_scene(walk, number, sentence)
    walk.standing.remember(sentence)


def _set_scene(walk: Walk, number: int, sentence: Sentence) -> None:
    """ "Yesterday was the worst.": a day told without a deed is the day of the deeds that follow."""
    heading = _heading(walk, number, sentence)
    if heading:
        walk.near = walk.entry = heading
    for clause in sentence.clauses[:1]:
        date = date_of(sentence, clause)
        if date:
            _scene(walk, number, sentence, clause, date)


def _heading(walk: Walk, number: int, sentence: Sentence) -> Neighbour | None:
    """ "14 January 1942.": a day that stands alone heads what follows."""
    if sentence.clauses or len(sentence.dates) != 1 or any(word.plain and word.text[0].isalnum() for word in sentence.words):
        return None
    date = sentence.dates[0]
    if not date.span or date.span.grain > Grain.DAY or date.by_order:
        return None
    passage = date.expression.passage
    return Neighbour(date.span, walk.document.quote(passage), passage, number, date.certainty)


def _scene(walk: Walk, number: int, sentence: Sentence, clause: Clause, date: ResolvedDate) -> Neighbour | None:
    """The day of a clause that tells nobody's deed ("on 14 May the battle ended"), for those that follow; None in an aside."""
    aside = clause.predicate.present or looks_back(sentence, clause) or clause.opener in NOT_TOLD
    if aside or not date.span or date.by_order:
        return None
    passage = date.expression.passage
    walk.tell(near := Neighbour(date.span, walk.document.quote(passage), passage, number, date.certainty))
    return near


def _told(walk: Walk, number: int, sentence: Sentence) -> list[Told]:
    """The clauses told with a date. A date beside a mere state dates what happened "when" it held."""
    told = []
    for clause in sentence.clauses:
        date = date_of(sentence, clause)
        if date is None:
            continue
        following = sentence.after(clause)
        if date.span is None and walk.near:
            continue
        if tells(sentence, clause, date, walk.verbs) or _to_come(walk, clause, date):
            date = since_then(walk, number, sentence, clause, date)
            explained = following is not None and _explains(walk, sentence, clause, following)
            told.append((following if explained and following else clause, date))
        elif following and not date_of(sentence, following) and _stage_for(sentence, clause, following):
            told.append((following, when_it_began(date)))
    return told


def _to_come(walk: Walk, clause: Clause, date: ResolvedDate) -> bool:
    """ "Bolsonaro takes office on January 1": told in the present of a day after that of writing."""
    written, predicate = walk.document.written, clause.predicate
    if not (predicate.present and not predicate.negated and written and written.known is not Known.ASSUMED and date.span):
        return False
    plain = not (predicate.verb.state or predicate.verb.saying or predicate.passive)
    return plain and date.span.grain <= Grain.DAY and date.span.start >= written.span.end


def _at_once(sentence: Sentence, clause: Clause, date: ResolvedDate) -> Clause | None:
    """ "The strike ended on 18 September, when Lonmin granted rises": the deed of the day that stands right before "when"."""
    following = sentence.after(clause)
    if following is None or following.opener != "when" or following.predicate.perfect or following.predicate.verb.state:
        return None
    between = sentence.text[date.expression.passage.end : sentence.words[following.start - 1].start]
    return following if not between.strip(" ,") and date_of(sentence, following) is None else None


def _stage_for(sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """ "She was on watch yesterday when two aircraft struck", "it was on 21 August that they came": the day is the deed's."""
    if not clause.predicate.verb.state:
        return False
    subject = sentence.quote(*sentence.subject(clause)).lower()
    return following.opener == "when" or (following.opener == "that" and subject == "it")


def _explains(walk: Walk, sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """ "Today her minister paid for it: Lord Carrington resigned": the deed stands after the colon."""
    colon = sentence.words[following.start - 1].text == ":" if following.start else False
    vague = kind_of(sentence, clause, walk.verbs)[0] is Kind.OTHER
    return (
        colon
        and vague
        and date_of(sentence, following) is None
        and kind_of(sentence, following, walk.verbs)[0] is not Kind.OTHER
    )


def _undated(walk: Walk, number: int, sentence: Sentence, deeds: Sequence[Clause]) -> None:
    """Places the deeds of a sentence without dates by its order words, or by the discourse; else they stay undated."""
    for clause in deeds:
        when = in_order(walk, number, sentence, clause)
        _add(walk, number, sentence, clause, when, alone=len(deeds) == 1)


def _add(
    walk: Walk, number: int, sentence: Sentence, clause: Clause, when: ResolvedDate | None, *, alone: bool
) -> Neighbour | None:
    """Keeps the mention of a clause when somebody plain does something in it, and says where it stands in time."""
    kind, why = kind_of(sentence, clause, walk.verbs)
    subject, stands = walk.standing.stand_in(sentence, clause)
    if not subject:
        thing = thing_done_to(walk.standing, sentence, clause)
        subject, stands = thing.words, [Participant(one.id, Role.TARGET) for one in thing.actors]
    him = whom(walk.standing, sentence, clause)
    owner = whose(walk.standing, sentence, clause, subject)
    denial = denial_of(sentence, clause)
    called = title(sentence, clause, subject, him.words, _said_before(walk, sentence, clause), owner)
    if denial:
        called = title(sentence, denial, walk.standing.stand_in(sentence, denial)[0])
    done_to = Role.INITIATOR if clause.predicate.verb.lemma in LOST_TO else Role.TARGET
    stands = [*stands, *(Participant(one.id, done_to) for one in him.actors)]
    if len(called.split()) < 2 or (not subject and when is not None and when.expression.meaning == "told_order"):
        return None
    start, end = (sentence.start, sentence.end) if alone else sentence.passage(clause)
    parts, places = participants(sentence, clause, kind, walk.verbs, stands)
    if subject.split(" ")[0] in RELATIVES:  # and not the WHO
        return None
    if len(subject.split()) > 1 and subject.split()[-1].lower() in {"it", "he", "she", "they", "we", "i"}:
        return None
    nobody = not parts and not subject
    vague = kind is Kind.OTHER and len(called.split()) < 3 and clause.predicate.verb.lemma not in DEATHS  # "Canada followed"
    vague = vague or (clause.predicate.verb.lemma in _EMPTY and called.removeprefix(subject).count(" ") < 3)
    if (
        nobody
        or vague
        or not subject
        or (kind is Kind.OTHER and not parts and not places and not _on_a_day(walk, clause, when))
    ):
        return None
    placed = when if when is not None and when.span is not None else None
    passage = Passage(walk.document.id, start, end)
    parts = unproven(parts) if denial else parts
    identity = content_id("m", walk.document.id, start, end)
    walk.found.setdefault(passage, Mention(identity, passage, called, kind, placed, parts, places, why))
    if not placed or not placed.span or placed.expression.meaning == "told_order":
        return None
    near = Neighbour(placed.span, called, passage, number, placed.certainty)
    to_come = clause.predicate.future and walk.near is not None
    if not (to_come or looks_back(sentence, clause) or placed.expression.type is DateType.DURATION):
        walk.tell(near)
    return near


def _on_a_day(walk: Walk, clause: Clause, when: ResolvedDate | None) -> bool:
    """Whether a deed of nobody by name is told with its day: "the bodies were found on Wednesday"."""
    verb = clause.predicate.verb
    if verb.lemma.split(" ")[0] not in walk.verbs.forms or verb.ceasing or (verb.saying and not clause.predicate.passive):
        return False
    if when is None or when.span is None or when.span.grain > Grain.DAY:
        return False
    return not when.by_order or ((clause.sharing or verb.lemma in DEATHS) and when.span.grain is Grain.DAY)


def _said_before(walk: Walk, sentence: Sentence, clause: Clause) -> str:
    """The title of the clause before "..., the ministry said on Sunday"."""
    at = sentence.clauses.index(clause)
    if at == 0 or clause.opener not in {",", ""} or not clause.predicate.verb.plain:
        return ""
    before = sentence.clauses[at - 1]
    if not walk.standing.stand_in(sentence, before)[0]:
        return ""
    return title(sentence, before, walk.standing.stand_in(sentence, before)[0])
