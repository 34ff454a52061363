"""Times of day: "9:34 p.m., March 19 EST", "nine o'clock on Monday night"; the parts of a day are in `dayparts`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates.bounds import bound_before
from timeline.dates.find import Found
from timeline.dates.meanings.calendar_dates import full_year
from timeline.dates.scene import Reading, Scene
from timeline.dates.surroundings import in_one_sentence
from timeline.dates.values import DAYPARTS, said, timex, timex_day, zone_said
from timeline.model import Anchor, Certainty, DateType, Qualifier
from timeline.spans import MINUTES_A_DAY, Grain, Span, exists, floor

Slots = Mapping[str, Any]

_AFTER_NOON: Final = {"AF", "EV", "NI"}
_WEEK: Final = 7  # days from the day written beyond which a day is that of its sentence only
_SENTENCE: Final = 400  # characters
_NOON: Final = 12 * 60  # minutes of the day
_SOON: Final = 3 * 60  # minutes from an hour to one that goes on from it
_EVENING: Final = 18 * 60  # minutes of the day
_SMALL_HOURS: Final = 5  # three at night is in the morning, nine at night is not


def clock(slots: Slots, scene: Scene) -> Reading | None:
    """ "16:15 UTC", "5:34 AM", "halb acht": on the day told near it, else the day written."""
    if isinstance(slots.get("number"), float):
        return None
    anchor = _its_day(scene)
    if anchor is None or anchor.span.grain > Grain.DAY:
        hour, minute = _hour_minute(slots)
        value = f"XXXX-XX-XXT{hour:02d}:{minute:02d}"
        return Reading(None, value, ("no day is told",), certainty=Certainty.GUESSED)
    if _begins(scene, anchor, slots):
        slots = {**slots, "clock": "00:00"}
    read = _on(anchor.span, slots, anchor, _certainty(slots, scene.language.writing.hours))
    if read is None:
        return None
    if read.span and _in_the_evening(scene, slots, read.span, anchor):
        span = Span(read.span.start + _NOON, read.span.end + _NOON, Grain.MINUTE)
        return read._replace(span=span, value=timex(span), steps=(f"in the half of the day of {anchor.name}",))
    if _past_midnight(read.span, anchor.span):
        assert read.span
        day = Span(read.span.start + MINUTES_A_DAY, read.span.end + MINUTES_A_DAY, read.span.grain)
        return read._replace(
            span=day, value=timex(day) + zone_said(read.offset), steps=(f"after midnight, told after {anchor.name}",)
        )
    others = ((_half_a_day_away(read.value), "the other half of the day"),) if read.certainty is Certainty.GUESSED else ()
    return read._replace(steps=(f"on {said(Span.around(anchor.span.start, Grain.DAY))}",), others=others)


def _its_day(scene: Scene) -> Anchor | None:
    """The day told; in news only where it stands near, else the day written."""
    told = scene.told.day
    if told and scene.written and not scene.narrative:
        days = (told.span.start - scene.written.span.start) // MINUTES_A_DAY
        near = told.passage is not None and in_one_sentence(scene.text, told.passage.end, scene.start, _SENTENCE)
        elsewhere = not near and (abs(days) > _WEEK or (days < 0 and scene.tense() == 0))
        if elsewhere or (days * scene.tense() < 0 and not scene.points_ahead):
            return scene.written  # "he leaves tomorrow, he said at 9 a.m.", "they met on Friday and will speak at 9 p.m."
    if scene.narrative or scene.written is None or (told and scene.told.near(told, scene.start)):
        return scene.told_before(Grain.DAY)
    return scene.written


def _begins(scene: Scene, day: Anchor, slots: Slots) -> bool:
    """Whether the midnight is the one that a day begins with: "shortly after midnight on Sunday", "it ended at midnight"."""
    if slots.get("clock") == "24:00" and day is scene.written and not scene.narrative and scene.tense() < 0:
        return True
    follows = day.passage is not None and day.passage.start > scene.start
    return (
        slots.get("clock") == "24:00" and follows and bound_before(scene.text, scene.start, scene.language) is Qualifier.AFTER
    )


def _in_the_evening(scene: Scene, slots: Slots, read: Span, told: Anchor) -> bool:
    """Whether an hour goes on from one after noon: "at 9:20 p.m.; at 9:25"."""
    if slots.keys() != {"clock"} or scene.language.writing.hours > 12 or told.passage is None:
        return False
    named = re.match(r"\d+", scene.document.text[told.passage.start : told.passage.end])
    twelve = named is not None and int(named[0]) <= 12 and told.span.start % MINUTES_A_DAY >= _NOON
    beside = in_one_sentence(scene.text, told.passage.end, scene.start, _SENTENCE)
    return twelve and beside and 0 <= read.start + _NOON - told.span.start <= _SOON


def _past_midnight(read: Span | None, told: Span) -> bool:
    """Whether an hour of the night stands after one of the evening: "at 11 p.m. … at 00:13"."""
    if read is None or not read.grain is told.grain is Grain.MINUTE:
        return False
    return told.start % MINUTES_A_DAY >= _EVENING and read.start % MINUTES_A_DAY < _SMALL_HOURS * 60


def _half_a_day_away(value: str) -> str:
    """ "2014-09-12T19:00" for "2014-09-12T07:00"."""
    day, _, time = value.partition("T")
    return f"{day}T{(int(time[:2]) + 12) % 24:02d}{time[2:]}"


def time_group(slots: Slots, scene: Scene) -> Reading | None:
    """ "031200ZSEP14": the day, hour and zone of a military signal, then month and year."""
    text = "".join(slots["time_group"].split())
    day, hour, minute, year = int(text[:2]), int(text[2:4]), int(text[4:6]), int(text[10:])
    month = scene.language.words.get(text[7:10].lower(), {}).get("month")
    year = full_year(year, scene) if year < 100 else year
    if month is None or not exists(year, month, day) or hour > 23 or minute > 59:
        return None
    offset = _zone_letter(text[6])
    span = Span.of(year, month, day, hour, minute)
    return Reading(span, timex(span) + zone_said(offset), type=DateType.TIME, offset=offset)


def _zone_letter(letter: str) -> int | None:
    """Minutes east of UTC: Z is 0, A to M go east, N to Y west, J is local time."""
    east, west = "ABCDEFGHIKLM".find(letter), "NOPQRSTUVWXY".find(letter)
    return None if letter == "J" else (east + 1) * 60 if east >= 0 else -(west + 1) * 60


def clock_on(slots: Slots, scene: Scene) -> Reading | None:
    """ "9:34 p.m., March 19 EST"."""
    inner = scene.read(slots["calendar"])
    if slots["calendar"].slots.get("dayword") in DAYPARTS:
        return clock_in_part({"clock": slots["clock"], "turned_part": slots["calendar"]}, scene)
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return inner
    time = slots["clock"].slots
    zone = {"zone": slots["zone"]} if "zone" in slots else {}
    read = _on(inner.span, {**time, **zone}, inner.anchor, inner.certainty)
    return read and read._replace(steps=inner.steps + read.steps)


def _hour_minute(slots: Slots) -> tuple[int, int]:
    if "military" in slots:
        return divmod(int(slots["military"]), 100)
    if "half_to" in slots:
        return slots["half_to"] - 1, 30
    minutes = slots.get("minutes") or slots.get("minutes_to") or "00"
    text = str(slots.get("clock") or f"{slots.get('hour', slots.get('number'))}:{minutes}")
    hour, minute = (int(part) for part in re.split("[:.hH]", text)[:2])
    hour -= "minutes_to" in slots
    if "meridiem" in slots and hour <= 12:
        hour = hour % 12 + slots["meridiem"]
    return hour, minute


def _on(day: Span, slots: Slots, anchor: Anchor | None, certainty: Certainty) -> Reading | None:
    hour, minute = _hour_minute(slots)
    if hour * 60 + minute > MINUTES_A_DAY or minute > 59:
        return None
    start = floor(day.start, Grain.DAY) + hour * 60 + minute
    span = Span(start, start + 1, Grain.MINUTE)
    offset = slots.get("zone")
    value = f"{timex_day(day.start)}T{hour:02d}:{minute:02d}"
    return Reading(span, value + zone_said(offset), (), anchor, certainty, DateType.TIME, offset=offset)


def clock_in_part(slots: Slots, scene: Scene) -> Reading | None:
    """ "nine o'clock on Monday night", "four in the afternoon of Monday, 3 May", "half past six that evening"."""
    day = scene.read(next(slots[name] for name in ("date", "weekday", "part_of_day", "turned_part") if name in slots))
    if day is None or day.span is None or day.span.grain > Grain.DAY:
        return None
    name = _daypart(next(slots[name] for name in ("daypart", "turned_part", "part_of_day") if name in slots))
    hour, minute = _hour_minute(slots["clock"].slots if isinstance(slots.get("clock"), Found) else slots)
    if hour < 12 and name in _AFTER_NOON and not (name == "NI" and hour <= _SMALL_HOURS):
        hour += 12
    elif name == "NI" and hour in (12, *range(_SMALL_HOURS + 1)):
        hour = hour % 12 + 24
    at = {"number": hour % 24, "minutes": f"{minute:02d}"}
    read = _on(Span.around(day.span.start + hour // 24 * MINUTES_A_DAY, Grain.DAY), at, day.anchor, day.certainty)
    return read and read._replace(steps=day.steps)


def _daypart(found: Any) -> str:
    if isinstance(found, str):
        return found
    return _daypart(next(found.slots[name] for name in ("daypart", "overnight", "dayword") if name in found.slots))


def clock_at(slots: Slots, scene: Scene) -> Reading | None:
    """ "tonight at nine", "at six tomorrow morning", "Sunday at eight": without a part of the day, either half of it."""
    day = slots["day"]
    number = {"number": slots["spoken_hour"]}
    if day.meaning in ("turned_part", "part_of_day") or day.slots.get("dayword") in DAYPARTS:
        return clock_in_part({**number, "turned_part": day}, scene)
    inner = scene.read(day)
    if inner is None or inner.span is None or inner.span.grain is not Grain.DAY:
        return inner
    read = _on(inner.span, number, inner.anchor, Certainty.GUESSED)
    others = ((_half_a_day_away(read.value), "the other half of the day"),) if read else ()
    return read and read._replace(steps=inner.steps, others=others)


def _certainty(slots: Slots, hours: int) -> Certainty:
    """ "At seven o'clock" may be in the morning or in the evening, where a day has twelve hours twice."""
    if hours > 12:
        return Certainty.IMPLIED
    by_name = "clock" in slots or "meridiem" in slots or "military" in slots
    either = "clock" not in slots and ("number" in slots or not by_name)
    return Certainty.GUESSED if either else Certainty.IMPLIED
