"""What phrases mean: one small function per meaning, shared by all languages, named in the language files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from timeline.dates.meanings import calendar_dates, clock, dayparts, feasts, lengths, parts, periods, relative, uncounted
from timeline.dates.scene import Reading, Scene

Meaning = Callable[[Mapping[str, Any], Scene], Reading | None]

MEANINGS: Final[Mapping[str, Meaning]] = {
    "calendar": calendar_dates.calendar,
    "written_date": calendar_dates.written_date,
    "year": calendar_dates.year,
    "short_year": calendar_dates.short_year,
    "decade": periods.decade,
    "century": periods.century,
    "season": periods.season,
    "quarter": periods.quarter,
    "half": periods.half,
    "half_of": parts.half_of,
    "unit_of": parts.unit_of,
    "approximate": calendar_dates.approximate,
    "of_year": parts.of_year,
    "holiday": feasts.holiday,
    "feast": feasts.feast,
    "fiscal_year": periods.fiscal_year,
    "part_of": parts.part_of,
    "weekday": relative.weekday_named,
    "weekend": relative.weekend,
    "day_word": relative.day_word,
    "ago": relative.ago,
    "counted": relative.counted,
    "apart": relative.apart,
    "apart_event": relative.apart_event,
    "apart_date": relative.apart_date,
    "some_counted": uncounted.some_counted,
    "turned": relative.turned,
    "within_turned": relative.within_turned,
    "same_unit": relative.turned,
    "same_of": relative.same_of,
    "of_turned": relative.of_turned,
    "day_of_told": relative.day_of_told,
    "same_time": relative.same_time,
    "vague": relative.vague,
    "clock": clock.clock,
    "clock_on": clock.clock_on,
    "clock_in_part": clock.clock_in_part,
    "part_of_day": dayparts.part_of_day,
    "early_hours": dayparts.early_hours,
    "turned_part": dayparts.turned_part,
    "daypart": dayparts.daypart,
    "part_of_event": dayparts.part_of_event,
    "length": lengths.length,
    "past_length": lengths.past_length,
    "some_length": lengths.some_length,
    "and_a_half": lengths.and_a_half,
    "single": lengths.single,
    "each_weekday": lengths.each_weekday,
    "times": lengths.times,
    "rate": lengths.rate,
}
