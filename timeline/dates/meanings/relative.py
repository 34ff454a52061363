"""Dates counted from another: from the day written ("yesterday", "ten days ago") or the date told before ("the next day")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.meanings.calendar_dates import year
from timeline.dates.meanings.dayparts import part
from timeline.dates.meanings.lengths import length, units
from timeline.dates.meanings.parts import in_third
from timeline.dates.scene import WRITTEN, Reading, Scene, the, unread
from timeline.dates.surroundings import in_one_sentence
from timeline.dates.values import DAYPARTS, GRAINS, MULTIPLES, named, timex, whole
from timeline.model import Anchor, Certainty, DateType, Qualifier
from timeline.spans import Grain, Moment, Span, floor, shift

Slots = Mapping[str, Any]

_DAY: Final = 1440
_SENTENCE: Final = 300  # characters
_RECENT: Final = 6  # dates told last among which "the same quarter" looks for its like
_LONG_AGO: Final = 30  # years from which even a story counts back from the day it was written
_VAGUE: Final = {-1: "PAST_REF", 1: "FUTURE_REF"}


def day_word(slots: Slots, scene: Scene) -> Reading | None:
    """ "today", "yesterday", "tomorrow", "tonight"."""
    # A story's "today" is nobody's, that of an entry in a diary is its day.
    anchor = None if scene.narrative and scene.written and scene.written.name == WRITTEN else scene.written
    named = slots.get("dayword", 0)
    shift_by = named if isinstance(named, int) else 0
    if named in DAYPARTS:
        return part(Reading(anchor.span, "", (), anchor, Certainty.IMPLIED), named) if anchor else unread("XXXX-XX-XXTNI", "")
    if anchor is None:
        return unread(
            "PRESENT_REF" if shift_by == 0 else _VAGUE[1 if shift_by > 0 else -1], "the day it was written is not known"
        )
    span = Span.around(anchor.span.start + shift_by * _DAY, Grain.DAY)
    return Reading(span, timex(span), (), anchor, Certainty.IMPLIED)


def ago(slots: Slots, scene: Scene) -> Reading | None:
    """ "ten days ago", "a year ago", "several weeks ago"."""
    if "and_a_half" in slots:
        slots = {**slots["and_a_half"].slots, "number": slots["and_a_half"].slots.get("number", 1) + 0.5}
    number = slots.get("number", 1)
    if not number:
        return some_ago(slots, scene)
    grain = GRAINS[slots["unit"]]
    long_ago = grain > Grain.YEAR or (grain is Grain.YEAR and number >= _LONG_AGO)
    anchor = scene.told_before(grain) if scene.narrative and not long_ago else scene.written
    if anchor is None:
        return unread("PAST_REF", "the day it was written is not known")
    return _counted(anchor, -number, slots["unit"], slots.get("bound"))


def from_now(slots: Slots, scene: Scene) -> Reading | None:
    """ "ten days hence"."""
    anchor = scene.told_before(GRAINS[slots["unit"]]) if scene.narrative else scene.written
    if anchor is None:
        return unread("FUTURE_REF", "the day it was written is not known")
    return _counted(anchor, slots.get("number", 1), slots["unit"], slots.get("bound"))


def some_ago(slots: Slots, scene: Scene) -> Reading | None:
    """ "years ago"."""
    return unread("PAST_REF", "how long ago is not said")


def _counted(anchor: Anchor, number: float, unit: str, bound: str | None, *, exact: bool = False) -> Reading | None:
    """`number` units away from an anchor, known as finely as the coarser of the two; `exact`, as finely as the anchor."""
    if unit == "year" and number % 1:
        number, unit = number * 12, "month"
    grain = min(GRAINS[unit], Grain.YEAR)
    count = int(number * MULTIPLES.get(unit, 1))
    if abs(count) > 5000:
        return None
    coarse = Grain.DAY if grain is Grain.WEEK else grain
    at = anchor.span.start
    if anchor.span.grain > grain:
        # Three hours before a day known no finer count from its middle.
        at = (anchor.span.start + anchor.span.end) // 2
    span = Span.around(shift(at, count, grain), anchor.span.grain if exact else max(coarse, anchor.span.grain))
    steps = (f"{units(number, unit)} {'after' if count > 0 else 'before'} {the(anchor)}",)
    qualifier, kind = Qualifier(bound) if bound else None, DateType.TIME if span.grain < Grain.DAY else None
    return Reading(span, timex(span), steps, anchor, Certainty.IMPLIED, kind, qualifier, digression=count < 0)


def counted(slots: Slots, scene: Scene) -> Reading | None:
    """ "three days later", "two weeks earlier", "a year after"."""
    if "and_a_half" in slots:
        half = slots["and_a_half"].slots
        slots = {**half, "number": half.get("number", 1) + 0.5, "later": slots["later"]}
    later = slots.get("later", 1)
    anchor = (_compared(scene, slots["unit"]) if later < 0 else None) or scene.told_before(GRAINS[slots["unit"]])
    if anchor is None:
        return unread(_VAGUE[later], "nothing is told before to count from")
    number = later * slots.get("number", 1)
    return _counted(anchor, number, slots["unit"], slots.get("bound"), exact="exact" in slots)


def _compared(scene: Scene, unit: str) -> Anchor | None:
    """In news what a year is counted from in its own sentence: "32 planes in November, compared with 25 a year earlier"."""
    last = scene.told.last
    if scene.narrative or last is None or last.passage is None or GRAINS[unit] is not Grain.YEAR:
        return None
    return last if in_one_sentence(scene.text, last.passage.end, scene.start, _SENTENCE) else None


def apart(slots: Slots, scene: Scene) -> Reading | None:
    """ "two weeks before": a phrase that ends so counts from what is told; "two weeks before the invasion" is found apart."""
    return counted({"unit": slots["unit"], **slots, "later": slots["apart"]}, scene)


def apart_date(slots: Slots, scene: Scene) -> Reading | None:
    """ "two weeks before 9 May 1942", "the day after Christmas", "a week from Friday"."""
    day = next(each for name, each in slots.items() if name not in ("length", "apart"))
    if "length" in slots:
        ahead = day.meaning == "weekday" and not scene.narrative
        day = day._replace(slots={"ahead": True, **day.slots}) if ahead else day
        slots = {"apart": slots["length"], "date": day}
    away, inner = slots["apart"].slots, _day_meant(day, scene)
    if inner is None or inner.span is None:
        return None
    anchor = scene.anchor_at(slots["date"].start, slots["date"].end, inner.span)
    return _counted(anchor, away.get("apart", 1) * away.get("number", 1), away["unit"], away.get("bound"))


def _day_meant(found: Any, scene: Scene) -> Reading | None:
    """A date inside a phrase; "now" is the day written."""
    if found.meaning == "vague" and scene.written:
        return Reading(scene.written.span, "", anchor=scene.written)
    return scene.read(found)


def apart_event(slots: Slots, scene: Scene) -> Reading | None:
    """ "two weeks before the invasion", where the text tells when the invasion was; else only a length of time."""
    anchor = scene.told.when(slots["noun"], scene.start) if slots["noun"] else None
    if anchor is None:
        plain = None if scene.words[0] in scene.language.context["definite"] else length(slots, scene)
        return plain and plain._replace(certainty=Certainty.IMPLIED)
    reading = _counted(anchor, slots["apart"] * slots.get("number", 1), slots["unit"], slots.get("bound"))
    if reading is None:
        return None
    step = f"“{slots['noun']}” is told with {anchor.name}"
    return reading._replace(steps=(step, *reading.steps), certainty=Certainty.GUESSED, digression=True)


def turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "last year", "the following day", "that month", "the same day", "the week before"."""
    unit, direction = slots["unit"], slots.get("direction") or slots.get("beside") or 0
    grain, anchor = GRAINS[unit], _turns_on(GRAINS[unit], scene, twice=abs(direction) > 1)
    bare = "direction" not in slots and "beside" not in slots
    coarser = _told_coarser(scene, anchor) if grain is Grain.DAY else None
    if coarser:
        return unread(_open_value(grain, scene), f"{the(coarser)} is told last, and no day of it")
    if bare and grain > Grain.YEAR and anchor is scene.written:
        return None
    if anchor is None or anchor.span.grain > (max(grain, Grain.DAY) if grain >= Grain.DAY else grain):
        return None if bare else unread(_VAGUE.get(direction, "PRESENT_REF"), "nothing is told as finely before")
    span = whole(shift(whole(anchor.span.start, grain).start, direction, grain), grain)
    step = {-1: f"the {unit} before", 0: f"the same {unit} as", 1: f"the {unit} after"}.get(direction, f"two {unit}s away from")
    return Reading(span, timex(span), (f"{step} {the(anchor)}",), anchor, Certainty.IMPLIED, digression=direction < 0)


def _told_coarser(scene: Scene, day: Anchor | None) -> Anchor | None:
    """The month told after the last day, in the sentence or the one before: "in February 2013, and went the same day"."""
    last = scene.told.last
    if last is None or day is None or last.span.grain is not Grain.MONTH or not scene.told.near(last, scene.start):
        return None
    after = last.passage and (day.passage is None or day is scene.written or last.passage.start > day.passage.start)
    return last if after and not last.span.overlaps(day.span) else None


def _turns_on(grain: Grain, scene: Scene, *, twice: bool) -> Anchor | None:
    """ "Last year" counts from the day written, in news "this week" too; "that week" and "the next day" from the date told."""
    told = not scene.language.context["from_told"].isdisjoint(scene.words)
    if scene.written and (twice or scene.words[0] in scene.language.context["deictic_past"]):
        return scene.written
    last = scene.told.just_ahead(scene.start)
    if told and last and last.span.grain <= grain >= Grain.MONTH:
        return last
    just_told = scene.told.just_before(scene.start)
    if just_told and just_told.span.grain <= grain >= Grain.MONTH and (told or scene.narrative):
        return just_told
    return scene.written if scene.written and not (told or scene.narrative or grain <= Grain.DAY) else scene.told_before(grain)


def within_turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "later that month", "earlier this year", "late last year"."""
    inner = turned(slots, scene)
    return inner and (in_third(inner, Qualifier(slots["stage"])) if "stage" in slots else inner)


def this_time(slots: Slots, scene: Scene) -> Reading | None:
    """ "this time last year", "the same time next week": about as long from the day written."""
    inner, anchor = slots["turned"], scene.written
    direction, unit = inner.slots.get("direction"), inner.slots.get("unit")
    if anchor is None or not direction or unit not in ("week", "month", "year") or anchor.span.grain > Grain.DAY:
        return scene.read(inner)
    at = shift(anchor.span.start, direction, GRAINS[unit])
    span = Span.around(at, Grain.MONTH if unit == "year" else Grain.DAY)
    step = f"{units(abs(direction), unit)} {'after' if direction > 0 else 'before'} {the(anchor)}"
    return Reading(span, timex(span), (step,), anchor, Certainty.IMPLIED, qualifier=Qualifier.APPROX, digression=True)


def same_of(slots: Slots, scene: Scene) -> Reading | None:
    """ "the same month a year ago", "the same period last year": what was told last, as far back as the second part says."""
    ago_part = slots["ago"]
    anchor, back = scene.told.last, ago_part.slots.get("direction", -1) * ago_part.slots.get("number", 1)
    if ago_part.slots.get("unit") != "year":
        return scene.read(ago_part)
    if "same_unit" in slots:
        grain = GRAINS[slots["same_unit"].slots["unit"]]
        anchor = next((told for told in reversed(scene.told.all[-_RECENT:]) if told.span.grain is grain), None)
    if anchor is None:
        return scene.read(ago_part)
    span = Span.around(shift(anchor.span.start, back, Grain.YEAR), anchor.span.grain)
    return Reading(span, timex(span), (f"a year before {the(anchor)}",), anchor, Certainty.IMPLIED, digression=True)


def nth(slots: Slots, scene: Scene) -> Reading | None:
    """ "the second day of the battle", where the text dates the battle; "his first year in office": of a time nobody tells."""
    grain, number = GRAINS[slots["unit"]], slots["ordinal"]
    anchor = scene.told.when(slots["noun"], scene.start) if slots.get("noun") and "possessive" not in slots else None
    if anchor is None or anchor.span.grain > grain or number < 1:
        return unread(_open_value(grain, scene), "the text does not say when that began")
    span = Span.around(shift(anchor.span.start, number - 1, grain), max(grain, anchor.span.grain))
    steps = (f"“{slots['noun']}” is told with {anchor.name}", f"the {slots['unit']} numbered {number}")
    return Reading(span, timex(span), steps, anchor, Certainty.GUESSED, digression=True)


def _open_value(grain: Grain, scene: Scene) -> str:
    """A value with X for what is not known: a day that cannot be told is of the month told last."""
    last = scene.told_before(Grain.MONTH)
    if grain is Grain.DAY and last and last is not scene.written and last.span.grain <= Grain.MONTH:
        return f"{timex(Span.around(last.span.start, Grain.MONTH))}-XX"
    return {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX"}.get(grain, "XXXX")


def of_turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "the end of the month", "year's end", "year-end 2008"."""
    inner = year(slots, scene) if "year" in slots else turned({"unit": slots["unit"]}, scene)
    return inner and in_third(inner, Qualifier(slots.get("part", "END")))


def day_of_told(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 13th": a day of the month being told, or of one near it where the verb says that it is past or to come."""
    last = scene.told.last
    anchor = (
        last
        if last and last.span.grain <= Grain.MONTH and scene.told.near(last, scene.start)
        else scene.told_before(Grain.MONTH)
    )
    if anchor is None or anchor.span.grain > Grain.MONTH:
        return None
    at = floor((anchor.span.start + anchor.span.end - 1) // 2, Grain.MONTH) + (slots["day"] - 1) * _DAY
    step = f"in the month of {the(anchor)}"
    if not scene.narrative and (turned_to := _by_tense(scene, at, slots["day"])) != at:
        at, step = turned_to, f"counted from {the(anchor)}, in the nearest month that the verb allows"
    span = Span.around(at, Grain.DAY)
    return Reading(span, timex(span), (step,), anchor, Certainty.IMPLIED)


def _by_tense(scene: Scene, at: Moment, day: int) -> Moment:
    """A day of some month, a month or two on or back where that puts it on the side of the day written that the verb is on."""
    if scene.written is None:
        return at
    today, tense = floor(scene.written.span.start, Grain.DAY), scene.tense()
    for months in range(3):
        moved = shift(floor(at, Grain.MONTH), months * tense, Grain.MONTH)
        found = moved + (day - 1) * _DAY
        if (found - today) * tense >= 0 and floor(found, Grain.MONTH) == moved:
            return found
    return at


def day_of_turned(slots: Slots, scene: Scene) -> Reading | None:
    """ "the 12th of this month", "the first of the month"."""
    inner = scene.read(slots["turned"])
    day = slots["day_of_told"].slots["day"] if "day_of_told" in slots else slots["ordinal"]
    if inner is None or inner.span is None or inner.span.grain is not Grain.MONTH:
        return inner
    at = inner.span.start + (day - 1) * _DAY if day > 0 else inner.span.end - _DAY
    if not inner.span.start <= at < inner.span.end:
        return None
    span = Span.around(at, Grain.DAY)
    return inner._replace(span=span, value=timex(span))


def same_time(slots: Slots, scene: Scene) -> Reading | None:
    """ "at the same time", "by that time": the date told last, however finely."""
    anchor = scene.told.last
    if anchor is None:
        return unread("PRESENT_REF", "nothing is told before")
    span, step = named(anchor.span), f"the time of {the(anchor)}"
    return Reading(span, timex(span), (step,), anchor, Certainty.GUESSED, digression=True)


def vague(slots: Slots, scene: Scene) -> Reading | None:
    """ "now", "recently", "in the future": never placed."""
    if not scene.narrative and scene.words[0] in scene.language.context["in_stories"]:
        return None
    value = slots.get("now") or slots.get("sometime", "PRESENT_REF")
    return Reading(None, value, ("too vague to be placed",), certainty=Certainty.IMPLIED)
