"""What follows when a date moves: dates counted from it move along, and dates counted from those.

A date keeps its distance: three days after the 2nd becomes three days after the 3rd; "the following month" moves only when
the anchor changes its month; "12 October" after "in 1942" becomes that of 1943 with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology.corrections.kinds import AnchorMoved, Correction, Dated
from timeline.dates.values import edtf, timex
from timeline.model import Anchor, Mention, Passage, ResolvedDate
from timeline.spans import MINUTES_A_DAY, Grain, Moment, Span, civil, floor, shift
from timeline.wording import say_span


@dataclass(frozen=True, slots=True)
class _Move:
    """An anchor of a document: where it stands (nowhere in the text, if nowhere), what it was read as and what it is now."""

    document: str
    passages: frozenset[Passage]
    was: Span
    now: Span

    @classmethod
    def of(cls, mention: Mention, when: ResolvedDate, was: Span, now: Span) -> _Move:
        """That of a mention: others count from its date or from what it tells."""
        return cls(mention.document, frozenset({when.expression.passage, mention.passage}), was, now)

    def carries(self, mention: Mention) -> bool:
        anchor = mention.when.counted_from if mention.when else None
        if anchor is None or mention.document != self.document or mention.span is None:
            return False
        if not self.passages:
            return anchor.passage is None and anchor.span == self.was
        # What is told in the same words as the anchor itself is not counted from it.
        return anchor.passage in self.passages and mention.passage not in self.passages


def redated(
    mentions: Mapping[str, Mention], corrections: Sequence[Correction], told_with: Callable[[str], Iterable[str]]
) -> dict[str, Mention]:
    """The mentions whose dates move, by id, as they are then; of one mention the last move holds.

    `told_with` gives the mentions that tell one event with a mention.
    """
    found: dict[str, Mention] = {}
    for correction in corrections:
        seen: set[str] = set()
        waiting = list(_moves(correction, mentions, told_with))
        while waiting:
            move = waiting.pop()
            for mention in mentions.values():
                if mention.id not in seen and move.carries(mention) and mention.when and mention.span:
                    seen.add(mention.id)
                    found[mention.id] = replace(mention, when=_moved(mention.when, mention.span, move))
                    # What is counted from this one goes the same way.
                    span = found[mention.id].span
                    if span and span != mention.span:
                        waiting.append(_Move.of(mention, mention.when, mention.span, span))
    return found


def _moves(
    correction: Correction, mentions: Mapping[str, Mention], told_with: Callable[[str], Iterable[str]]
) -> Iterator[_Move]:
    if isinstance(correction, AnchorMoved):
        passages = frozenset({correction.passage} if correction.passage else ())
        yield _Move(correction.document, passages, correction.was, correction.now)
    elif isinstance(correction, Dated) and correction.follow:
        for mention in (mentions[id] for id in told_with(correction.mention)):
            if mention.when and mention.span:
                yield _Move.of(mention, mention.when, mention.span, correction.when.span)


def _moved(when: ResolvedDate, span: Span, move: _Move) -> ResolvedDate:
    there = _between(span, move) if when.by_order else _span(span, move)
    said = say_span(there, lasting=when.lasting)
    anchor = when.counted_from and Anchor(when.counted_from.name, move.now, when.counted_from.passage)
    return when._replace(
        span=there,
        value=timex(there),
        edtf=edtf(there, lasting=when.lasting, qualifier=when.expression.qualifier),
        why=when.why._replace(steps=(*when.why.steps, "moved with what it counts from"), anchor=anchor, result=said),
        counted_from=anchor,
    )


def _between(span: Span, move: _Move) -> Span:
    """What is only told to follow or to go before: the side that stood on the anchor moves, the other one stays."""
    start = move.now.start if span.start == move.was.start else span.start
    end = move.now.end if span.end == move.was.end else span.end
    return Span(start, end, span.grain) if start < end else span


def _span(span: Span, move: _Move) -> Span:
    """The span as far from where the anchor is now as it was from where it was; an open side stays open."""
    start = span.start if span.open_start else _shifted(span.start, span.grain, move)
    end = span.end if span.open_end else _shifted(span.end, span.grain, move)
    return Span(start, max(end, start + 1), span.grain)


def _shifted(at: Moment, grain: Grain, move: _Move) -> Moment:
    was, now = move.was.start, move.now.start
    unit = max(grain, move.was.grain)
    if unit >= Grain.MONTH:
        return shift(at, _months(floor(now, unit)) - _months(floor(was, unit)), Grain.MONTH)
    if unit >= Grain.DAY:
        unit = Grain.WEEK if unit == Grain.WEEK else Grain.DAY
        return at + (floor(now, unit) - floor(was, unit)) // MINUTES_A_DAY * MINUTES_A_DAY
    return at + now - was


def _months(at: Moment) -> int:
    year, month = civil(at)[:2]
    return year * 12 + month
