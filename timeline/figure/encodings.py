"""From an event's date to the shapes that say how well it is known.

A month is never a dot on its first day: only what is known to the day or finer gets a point, everything else is drawn over
the whole stretch it may lie in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline.figure.picture import Bar, Encoding, Join, Point, Sign
from timeline.model import Event, Qualifier, ResolvedDate
from timeline.spans import MINUTES_A_DAY, Grain, Span, shift

BAR: Final = 10.0
SPINE: Final = 4.0
WHISKER: Final = 2.0
RADIUS: Final = 5.5
_APART: Final = 9.0  # pixels between the claims of a disputed event, so that there are two to see
LEAST: Final = 9.0  # pixels: what is shorter could not show its hatching or its ends


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of one event at one scale, and the moments its ink runs from and to."""

    encoding: Encoding
    start: float
    end: float
    at: float
    bars: tuple[Bar, ...] = ()
    joins: tuple[Join, ...] = ()
    points: tuple[Point, ...] = ()


def encode(event: Event) -> Encoding | None:
    """How an event is drawn; None when it is undated, or open on both sides."""
    when = event.when
    if when is None or when.span is None or (when.span.open_start and when.span.open_end):
        return None
    if event.disputed and len(placed(event)) > 1:
        return Encoding.DISPUTED
    return _one_claim(when, when.span)


def placed(event: Event) -> list[Span]:
    """The spans its claims give, best first, those open on a side left out."""
    spans = (claim.span for claim in event.claims)
    return [span for span in spans if span and not span.open_start and not span.open_end]


def _one_claim(when: ResolvedDate, span: Span) -> Encoding:
    if span.open_start:
        return Encoding.BEFORE
    if span.open_end:
        return Encoding.AFTER
    if when.expression.qualifier is Qualifier.APPROX:
        return Encoding.ABOUT
    exact = _exact(span) and not when.lasting
    if when.by_order:
        return Encoding.IMPLIED_DAY if exact else Encoding.IMPLIED
    if exact:
        return Encoding.DAY
    if not when.lasting:
        return Encoding.WITHIN
    return Encoding.LASTING if span.grain <= Grain.DAY else Encoding.LOOSE


def _exact(span: Span) -> bool:
    return span.grain <= Grain.DAY and span.end - span.start <= MINUTES_A_DAY


def shapes(event: Event, encoding: Encoding, view: tuple[float, float], pixel: float) -> Shapes:
    """The shapes of an event whose encoding is known; `pixel` is minutes a pixel, `view` where open sides run to."""
    if encoding is Encoding.DISPUTED:
        return _disputed(placed(event), pixel)
    assert event.span is not None
    span = event.span
    if encoding in (Encoding.BEFORE, Encoding.AFTER):
        return _open(span, encoding, view, pixel)
    if encoding in (Encoding.DAY, Encoding.IMPLIED_DAY):
        return _day(span, encoding, pixel)
    if encoding is Encoding.LASTING and (span.end - span.start) < LEAST * pixel:
        return _point(encoding, (span.start + span.end) / 2, "diamond", pixel)
    start, end = _stretched(span, pixel * (2 if encoding is Encoding.ABOUT else 1))
    middle = (start + end) / 2
    if encoding is Encoding.LASTING:
        return Shapes(encoding, start, end, middle, (Bar(start, end, "solid", BAR),))
    if encoding is Encoding.LOOSE:
        return Shapes(encoding, start, end, middle, (Bar(start, end, "hatched", BAR), _core(span, start, end)))
    if encoding is Encoding.IMPLIED:
        return Shapes(encoding, start, end, middle, (Bar(start, end, "dashed", BAR),))
    points = (Point(middle, "hollow"),) if encoding is Encoding.ABOUT else ()
    return Shapes(encoding, start, end, middle, (Bar(start, end, "hatched", BAR),), points=points)


def _stretched(span: Span, pixel: float) -> tuple[float, float]:
    """A span, widened about its middle to the least width that can be seen and hit."""
    lacking = max(0.0, LEAST * pixel - (span.end - span.start)) / 2
    return span.start - lacking, span.end + lacking


def _core(span: Span, start: float, end: float) -> Bar:
    """The part of a lasting interval that is certain ("from May to July" holds all of June), or a spine where none is."""
    sure_start, sure_end = shift(span.start, 1, span.grain), shift(span.end, -1, span.grain)
    if sure_start < sure_end:
        return Bar(sure_start, sure_end, "solid", BAR)
    return Bar(start, end, "solid", SPINE)


def _point(encoding: Encoding, at: float, sign: Sign, pixel: float) -> Shapes:
    reach = RADIUS * pixel
    return Shapes(encoding, at - reach, at + reach, at, points=(Point(at, sign),))


def _day(span: Span, encoding: Encoding, pixel: float) -> Shapes:
    """A diamond in the middle of its day or hour, with a whisker over the whole of it where that is wider than the diamond."""
    at = (span.start + span.end) / 2
    sign: Sign = "diamond" if encoding is Encoding.DAY else "dotted"
    if span.end - span.start <= 4 * RADIUS * pixel:
        return _point(encoding, at, sign, pixel)
    return Shapes(
        encoding, span.start, span.end, at, (Bar(span.start, span.end, "whisker", WHISKER),), points=(Point(at, sign),)
    )


def _open(span: Span, encoding: Encoding, view: tuple[float, float], pixel: float) -> Shapes:
    """Hatched from the known side to the edge of the view, with an arrow beyond which nothing is known."""
    if encoding is Encoding.BEFORE:
        start, end = min(view[0], span.end - 2 * LEAST * pixel), float(span.end)
        bar, arrow, known = Bar(start + LEAST * pixel, end, "hatched", BAR), Point(start + RADIUS * pixel, "left"), end
    else:
        start, end = float(span.start), max(view[1], span.start + 2 * LEAST * pixel)
        bar, arrow, known = Bar(start, end - LEAST * pixel, "hatched", BAR), Point(end - RADIUS * pixel, "right"), start
    return Shapes(encoding, start, end, known, (bar,), points=(arrow,))


def _disputed(spans: list[Span], pixel: float) -> Shapes:
    """One hollow diamond for each claim, joined; a claim coarser than a day is hatched over its stretch."""
    middles = _apart([(span.start + span.end) / 2 for span in spans], _APART * pixel)
    bars = tuple(Bar(*_stretched(span, pixel), "hatched", BAR) for span in spans if not _exact(span))
    reach = RADIUS * pixel
    first, last = min(middles), max(middles)
    start = min([first - reach, *(bar.start for bar in bars)])
    end = max([last + reach, *(bar.end for bar in bars)])
    points = tuple(Point(middle, "hollow") for middle in middles)
    at = (first + last) / 2 if last - first < 3 * reach else middles[0]
    return Shapes(Encoding.DISPUTED, start, end, at, bars, (Join(first, last),), points)


def _apart(middles: list[float], least: float) -> list[float]:
    """Claims that would cover each other, moved to both sides of where they stand: here they differ by less than a sign."""
    middle = sum(middles) / len(middles)
    if max(middles) - min(middles) >= least:
        return middles
    first_is_earlier = middles[0] <= middles[-1]
    sides = [middle - least / 2, middle + least / 2]
    return sides if first_is_earlier else sides[::-1]
