"""What a decision would be read as and what would follow from it, said before it is made."""

from __future__ import annotations

from typing import Any, Final

from timeline.app.address import event_of
from timeline.app.review.decisions import Values, Wrong, chosen, date_given, decision
from timeline.app.words import WEEKDAYS
from timeline.chronology import Chronology
from timeline.chronology.corrections import AnchorMoved, Change, Correction, Dated, WrittenOn, follows
from timeline.model import Passage
from timeline.spans import Grain, Moment, Span, weekday
from timeline.wording import say_span, say_when

SHOWN: Final = 8
NOWHERE: Final = Passage("", 0, 1)


def preview(what: str, whole: Chronology, values: Values, today: Moment) -> dict[str, Any]:
    """{"said": how the date is read, "follows": lines on what else changes}, or {"wrong": field, "said": why not}."""
    try:
        if what == "found":
            return {"said": _reading(values, today), "follows": []}
        correction = decision(what, whole, values, today)
        return {"said": _said(correction, values, today), "follows": _following(whole, correction, values)}
    except Wrong as wrong:
        return {"wrong": wrong.field, "said": str(wrong)}


def _said(correction: Correction, values: Values, today: Moment) -> str:
    match correction:
        case WrittenOn(_, written) if written:
            return f"Read as {_day(written.span)}"
        case AnchorMoved(_, _, was, now):
            return f"Read as {_day(now)}, not {say_span(was)}"
        case _:
            return _reading(values, today)


def _reading(values: Values, today: Moment) -> str:
    when = date_given(values, today).resolved(NOWHERE)
    return f"Read as {say_when(when)} · {when.edtf}"


def _day(span: Span) -> str:
    return f"{WEEKDAYS[weekday(span.start)]}, {say_span(span)}" if span.grain <= Grain.DAY else say_span(span)


def _following(whole: Chronology, correction: Correction, values: Values) -> list[str]:
    """What else gets another date, a line each; the event itself is no news."""
    own = chosen(whole, values)[0].id if isinstance(correction, Dated) else None
    changes = [change for change in follows(whole, correction) if change.event is None or change.event != own]
    if not changes:
        return ["No other date changes."]
    more = len(changes) - SHOWN
    return [*(_line(whole, change) for change in changes[:SHOWN]), *([f"and {more} more"] if more > 0 else [])]


def _line(whole: Chronology, change: Change) -> str:
    before, after = (say_when(date, short=True) if date else "no date" for date in (change.before, change.after))
    event = event_of(whole, change.event or change.mention)
    return f"{event.title if event else change.title}: {before} → {after}"
