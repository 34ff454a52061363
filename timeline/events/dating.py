"""Which date a clause is told with, and whether it tells a happening at all."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from timeline.events.attached import in_subject, leads_up, of_another, of_description, owns
from timeline.events.clauses import Clause
from timeline.events.kinds import noun_in
from timeline.events.phrases import past_apposition
from timeline.events.planned import SUPPOSES, inverted, supposing
from timeline.events.sentence import Sentence
from timeline.events.tokens import GRAMMAR, RELATIVES
from timeline.events.verbs import Lexicon, lexicon
from timeline.model import DateType, Document, Kind, ResolvedDate
from timeline.spans import Grain

VAGUE: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_NAME: Final = (
    r"(?:Act|Convention|Treaty|Agreement|Accords?|Protocol|Constitution|Declaration|Resolution|Olympics|World Cup|War|Plan|"
    r"Charter|Pact|Revolution|"
    r"treaty|agreement|accords?|constitution|convention|crisis|election|war|law|budget|protocol|pact|revolution|season|edition)"
)
_NAMES_AFTER: Final = re.compile(rf"[ -](?:[A-Z]\w+ )*{_NAME}\b")
_NAMES_BEFORE: Final = re.compile(rf"\b{_NAME} of (?:the )?$")
_BY_ITS_TERMS: Final = re.compile(r"(?:By|In|Under|At) (?:the|a) (?:[\w-]+ ){1,4}of $")
_DEADLINES: Final = frozenset({"by", "until", "till", "before", "from"})
_PUTS_OFF: Final = GRAMMAR["puts_off"]
_HOLDS_ON: Final = GRAMMAR["holds_on"]
_LAYS_DOWN: Final = frozenset({Kind.AGREE, Kind.THREATEN, Kind.REQUEST, Kind.CONCEDE})
_SUPPOSED: Final = SUPPOSES | {"whether", "what", "how", "why"}
_MEANT: Final = re.compile(r"\b(?:the|its|their|his|her|a|under|of)\s+$", re.IGNORECASE)


def of_writing(document: Document, date: ResolvedDate) -> bool:
    """Whether a date only says when the text was written."""
    return date.expression.meaning == "dateline" or bool(
        document.written and date.expression.passage == document.written.passage
    )


def date_of(sentence: Sentence, clause: Clause, *, named_too: bool = False) -> ResolvedDate | None:
    """The date a clause is told with: the finest that is no length of time, the first of equals; a placed one before others."""
    if not sentence.dates:
        return None
    if not named_too:
        if clause.dated is None:
            clause.dated = (_date_of(sentence, clause, named_too=False),)
        return clause.dated[0]
    return _date_of(sentence, clause, named_too=True)


def _date_of(sentence: Sentence, clause: Clause, *, named_too: bool) -> ResolvedDate | None:
    found = []
    aside = _of_participle(sentence, clause)
    for date in sentence.dates:
        expression = date.expression
        if expression.type in (DateType.DURATION, DateType.SET) or date.value in VAGUE:
            continue
        if (
            not sentence.within(clause, expression.passage.start)
            or expression.passage.start < aside
            or _of_what_was_said(sentence, clause, expression.passage.start)
            or _of_deadline(sentence, clause, expression.passage.start)
            or of_another(sentence, clause, date)
            or of_description(sentence, clause, date)
            or (not named_too and only_names(sentence, date))
        ):
            continue
        found.append(date)
    placed = [date for date in found if date.span and not in_subject(sentence, clause, date)]
    placed = [date for date in placed if not leads_up(sentence, clause, date)] or placed
    outside = [date for date in placed if not owns(sentence, date)] or placed
    return min(outside or found, key=lambda date: date.span.grain if date.span else Grain.MILLENNIUM, default=None)


def _of_participle(sentence: Sentence, clause: Clause) -> int:
    """Where "Born in Izmir in 1923," or "Elected in May," ends: its dates are not those of the clause it leads to; else 0."""
    words = sentence.words
    first = next((at for at in range(clause.start, clause.predicate.first) if words[at].text[0].isalnum()), clause.start)
    form = lexicon().forms.get(words[first].lower)
    if form and form.verb.lemma in {"ask", "question"}:
        return 0  # "Asked on Monday about the raid, he said": then he said it
    sure = words[first].lower in {"having", "born"}
    if not (words[first].plain and (sure or (form and "participle" in form.names and "base" not in form.names))):
        return 0
    commas = (at for at in range(first, clause.predicate.first) if words[at].lower == "," and words[at].plain)
    comma = next(commas, None)
    return words[clause.start if comma is None else past_apposition(words, comma, clause.predicate.first)].start


def _of_what_was_said(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a date stands in what somebody said, asked or proposed: "proposed that it be run until the end of the year"."""
    if not clause.predicate.verb.saying and clause.predicate.verb.kind not in (Kind.REQUEST, Kind.ACCUSE):
        return False
    words = sentence.words[clause.predicate.last + 1 : clause.end]
    if clause.predicate.verb.kind is Kind.ACCUSE and any(
        one.lower == "of" and two.plain and two.lower.endswith("ing") and two.end < at for one, two in pairwise(words)
    ):
        return True  # "accused the army of shelling the town on Monday"
    return any(word.lower == "that" and word.start < at for word in words)


def _of_deadline(sentence: Sentence, clause: Clause, at: int) -> bool:
    """ "promised to withdraw by May", "extended the mandate until May": until when, and not when that was laid down."""
    words = [word for word in sentence.words[clause.predicate.last + 1 : clause.end] if word.start < at]
    if not any(word.lower in _DEADLINES for word in words[-2:]):
        return False
    verb = clause.predicate.verb
    return verb.lemma in _PUTS_OFF or (
        verb.kind in _LAYS_DOWN and any(word.lower == "to" and word.plain for word in words[:-1])
    )


def only_names(sentence: Sentence, date: ResolvedDate) -> bool:
    """ "the 1949 Convention", "the Suez crisis of 1956", "(1920-1982)": a date that only tells which one is meant."""
    passage = date.expression.passage
    before = sentence.text[max(0, passage.start - 40) : passage.start]
    if before.endswith("("):
        return True
    if _NAMES_BEFORE.search(before):
        # "By the treaty of 1648 Spain recognised ...": it names the treaty, and dates what it did.
        return len(sentence.dates) > 1 or not _BY_ITS_TERMS.match(sentence.text, sentence.start, passage.start)
    return bool(_NAMES_AFTER.match(sentence.text, passage.end)) and bool(_MEANT.search(before))


def tells(sentence: Sentence, clause: Clause, date: ResolvedDate, verbs: Lexicon) -> bool:
    """Whether a dated clause tells a happening: past or future, not denied, no mere state."""
    predicate = clause.predicate
    if predicate.passive and predicate.verb.lemma == "go":
        return False  # "were gone"
    if _holds_on(sentence, clause, date) or (predicate.verb.lemma == "be born" and clause.opener in RELATIVES):
        return False
    if (predicate.negated and not _announced(sentence, clause, date)) or supposed(sentence, clause) or denied(sentence, clause):
        return False
    if predicate.verb.state:
        return not predicate.present and predicate.verb.lemma == "be" and _deed_as_subject(sentence, clause, verbs)
    if predicate.present and not predicate.future:
        return sentence.chronicle
    return True


def _holds_on(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """ "had been held by the Knights since 1530": a state that goes on from a day."""
    if not clause.predicate.perfect or clause.predicate.verb.lemma not in _HOLDS_ON:
        return False
    passage = date.expression.passage
    told = sentence.text[passage.start : passage.end].lower()
    return told.startswith("since ") or sentence.text[sentence.start : passage.start].lower().endswith("since ")


def _announced(sentence: Sentence, clause: Clause, date: ResolvedDate) -> bool:
    """ "said the two sides would meet again next Tuesday": somebody names the day or week of what is to come."""
    at = sentence.clauses.index(clause)
    reported = clause.opener in {"", "said"} and any(one.predicate.verb.saying for one in sentence.clauses[max(0, at - 1) : at])
    return clause.predicate.would and reported and date.span is not None and date.span.grain <= Grain.WEEK


def supposed(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is in a condition, asks, or is to follow only if a condition is met: nothing is asserted there."""
    if clause.opener in _SUPPOSED or supposing(sentence.words, clause.start, clause.predicate.first):
        return True
    if inverted(sentence.words):
        return True
    if not (clause.predicate.future or clause.predicate.would):
        return False
    return any(one.opener in SUPPOSES for one in sentence.clauses) or supposing(sentence.words, 0, len(sentence.words))


def denied(sentence: Sentence, clause: Clause) -> bool:
    """ "No British serviceman was killed", "neither accepted", "sent no column"."""
    first, stop = sentence.subject(clause)
    after = clause.predicate.last + 1
    asked = [*sentence.words[first : min(stop, first + 2)], *sentence.words[after : after + 1]]
    return any(word.lower in {"no", "nobody", "none", "neither", "nothing"} for word in asked)


def _deed_as_subject(sentence: Sentence, clause: Clause, verbs: Lexicon) -> bool:
    """ "The attack was on 3 May"."""
    first, stop = sentence.subject(clause)
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 4]
    begins = bool(after) and (after[0].dated or (after[0].lower in {"on", "in", "at"} and any(one.dated for one in after)))
    return begins and noun_in(sentence, first, stop, verbs) is not None
