"""Where a deed told without a date of its own stands beside a dated one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.dates.bounds import SINCE_THEN
from timeline.dates.values import edtf, said
from timeline.events.clauses import Clause
from timeline.events.implied import Cue, Neighbour, apart, implied, near_enough, order_cue
from timeline.events.sentence import Sentence
from timeline.events.tokens import COORDINATORS, RELATIVES
from timeline.events.walk import Walk
from timeline.model import DateType, Qualifier, ResolvedDate
from timeline.spans import Span

# Where a clause stands to the one it belongs to, by the word that opens it.
_OTHER_TIME: Final = {"after": "before", "once": "before", "before": "after", "until": "after", "till": "after"}
_LED_BY: Final = {"after": "after", "following": "after", "before": "before"}

_LONGEST_ENTRY: Final = 12  # sentences of a diary under one day

Placed = tuple[Clause, Neighbour]


def beside_which(placed: Sequence[Placed], clause: Clause) -> Placed | None:
    """The dated happening of the same sentence that stands before a clause, else the first after it."""
    before = [one for one in placed if one[0].start < clause.start]
    return before[-1] if before else placed[0] if placed else None


def beside(
    walk: Walk, sentence: Sentence, clause: Clause, dated: Placed, before: Neighbour | None, told: Sequence[Clause]
) -> ResolvedDate:
    """The time of a deed told in the sentence of a dated one: before it, after it, leading up to it, or with it."""
    host, near = dated
    passage = sentence.passage(clause)
    if host.sharing and host.opener == "and" and host.start >= clause.end and sentence.host(host) is clause:
        return implied(walk.document, near, near.bound, None, passage)  # "conceded and congratulated him on Monday"
    if host.opener == "when" and host.start > clause.start and not host.predicate.perfect:
        return implied(walk.document, near, near.bound, None, passage)  # "was killed when his helicopter crashed on 1 August"
    led = _led_with(sentence, clause)
    led = led if led and led.start > host.predicate.last else clause
    order = _OTHER_TIME.get(led.opener)
    if order is not None:
        return _before_or_after(walk, sentence, led, near, order)
    aside = host.opener in RELATIVES and any(a <= host.start < b for a, b in clause.skips)
    if before and aside and near.span.start <= before.span.start:
        # "Halsey's fleet, which had been lured away the day before, arrived too late": the story goes on.
        return implied(walk.document, before, walk.date_after(sentence.end), None, passage)
    leads_up = not clause.opener or any(one.opener in _OTHER_TIME for one in told if one.start > clause.start)
    if host.opener in RELATIVES and host.start > clause.start:
        # "welcomed the agreement signed in May": what is told of came first.
        return implied(walk.document, near, walk.date_after(sentence.end), None, passage)
    earlier = had_been(sentence, clause)
    if earlier:
        return implied(walk.document, near, None, earlier, passage)
    follows_on = before and before.span.start < near.span.start and not before.span.within(near.span)
    if before and follows_on and leads_up and host.start > clause.start:
        return implied(walk.document, before, near.bound, None, passage)
    return implied(walk.document, near, near.bound, None, passage)


def _led_with(sentence: Sentence, clause: Clause) -> Clause | None:
    """ "a day after he declared martial law and ordered arrests", "and two people died": the clause whose "after" holds on."""
    if clause.opener not in COORDINATORS:
        return None
    if clause.sharing:
        return sentence.host(clause)
    comma = sentence.words[clause.start - 2].lower == ","
    before = sentence.clauses[sentence.clauses.index(clause) - 1]
    return before if before.opener in _OTHER_TIME and before.end == clause.start - 1 and not comma else None


def _before_or_after(walk: Walk, sentence: Sentence, clause: Clause, near: Neighbour, order: str) -> ResolvedDate:
    """ "two days after B withdrew", "hours before B fell", "once B had fallen"."""
    opener = sentence.words[clause.start - 1]
    length = next((date for date in sentence.dates if 0 <= opener.start - date.expression.passage.end <= 1), None)
    if length and length.expression.type is not DateType.DURATION:
        length = None
    if length and (counted := apart(near, length, order)):
        return counted
    following = None if order == "before" else walk.date_after(sentence.end)
    cue = (order, opener.start, opener.end)
    at_once = order == "before" and not clause.predicate.perfect
    return implied(walk.document, near, following, cue, sentence.passage(clause), length, at_once)


def in_order(walk: Walk, number: int, sentence: Sentence, clause: Clause) -> ResolvedDate | None:
    """The time of a deed in a sentence without dates, by its order words, its tense, or the discourse; None: unknown."""
    cue = order_cue(sentence.text, sentence.start, sentence.end, walk.verbs)
    entry = walk.entry
    if entry and cue is None and not clause.predicate.perfect and _in_entry(walk, entry, number):
        passage = entry.passage
        return implied(walk.document, entry, None, ("during", passage.start, passage.end), (sentence.start, sentence.end))
    if walk.near is None or _present_perfect(sentence, clause) or not near_enough(walk.near, number, cue is not None):
        return None
    cue = cue or had_been(sentence, clause)
    following = walk.near.bound if sentence.chronicle and not cue else walk.date_after(sentence.end)
    return implied(walk.document, walk.near, following, cue, (sentence.start, sentence.end))


def _in_entry(walk: Walk, entry: Neighbour, number: int) -> bool:
    """Whether a sentence still tells of the day that heads it."""
    return walk.near is not None and walk.near.span == entry.span and number - entry.sentence <= _LONGEST_ENTRY


def since_then(walk: Walk, number: int, sentence: Sentence, clause: Clause, date: ResolvedDate) -> ResolvedDate:
    """ "After the fall of Adrianople in March 1913, Bulgaria ...": the day is that of the fall; what is told follows."""
    opener = sentence.words[clause.start]
    order = _LED_BY.get(opener.lower)
    passage = date.expression.passage
    first, _ = sentence.subject(clause)
    led = order and opener.plain and opener.start < passage.start < sentence.words[min(first, len(sentence.words) - 1)].start
    if not led or date.span is None or sentence.words[clause.start + 1].dated:
        return date
    named = walk.document.text[opener.end : passage.end].strip()
    near = Neighbour(date.span, named, passage, number, date.certainty)
    cue = (str(order), opener.start, opener.end)
    return implied(walk.document, near, walk.date_after(sentence.end), cue, sentence.passage(clause))


def when_it_began(date: ResolvedDate) -> ResolvedDate:
    """ "the worst since July, when forty were killed": July itself, not all the time since."""
    if date.span is None or date.expression.qualifier is not Qualifier.ON_OR_AFTER:
        return date
    span = Span.around(date.span.start, date.span.grain)
    expression = date.expression._replace(qualifier=None)
    steps = tuple(step for step in date.why.steps if step != SINCE_THEN)
    why = date.why._replace(steps=steps, result=said(span))
    return date._replace(expression=expression, span=span, edtf=edtf(span), lasting=False, why=why)


def looks_back(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause steps out of the story's order: "had fallen", "which fell in May"; not "said it had fallen"."""
    return (clause.predicate.perfect and not _reported(sentence, clause)) or clause.opener in RELATIVES


def had_been(sentence: Sentence, clause: Clause) -> Cue | None:
    """The words that say a deed came before the one told of: "had refused"."""
    first, last = sentence.words[clause.predicate.first], sentence.words[clause.predicate.last]
    if not clause.predicate.perfect or first.lower != "had" or _reported(sentence, clause):
        return None
    return "before", first.start, last.end


def _reported(sentence: Sentence, clause: Clause) -> bool:
    at = sentence.clauses.index(clause)
    return at > 0 and sentence.clauses[at - 1].predicate.verb.saying and clause.opener in {"", "said"}


def _present_perfect(sentence: Sentence, clause: Clause) -> bool:
    """ "have been killed": told of any time up to now, not of the time the story has reached."""
    return clause.predicate.perfect and sentence.words[clause.predicate.first].lower in {"has", "have"}
