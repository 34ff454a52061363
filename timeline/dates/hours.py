"""The order in which expressions are read: an hour after the day that is told behind it, which it is an hour of."""

from __future__ import annotations

import re
from typing import Final

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import in_one_sentence, word_after

_SENTENCE: Final = re.compile(r"\s+[^\W\d_a-z]")
_BESIDE: Final = 30  # characters between an hour and its day


def days_first(found: list[Found], text: str, language: Language) -> list[Found]:
    """The expressions in the order to read them: the day before the hour in "at 5:34 AM local time on 20 March"."""
    for at in range(len(found) - 2, -1, -1):
        time, day = found[at], found[at + 1]
        if not _is_hours(time):
            continue
        outside = text.count("(", time.end, day.start) > text.count(")", time.end, day.start)  # "00:49 (21:49 GMT on Sunday)"
        names_day = not outside and (day.meaning in ("weekday", "day_word") or "day" in day.slots)
        # "At 6 p.m. They left on Monday", not "at 6 p.m. Eastern time on Monday".
        stops = text[time.end - 1] == "." and _SENTENCE.match(text, time.end, day.start) is not None
        stops = stops and word_after(text, time.end) not in language.context["after_clock"]
        if names_day and not stops and in_one_sentence(text, time.end, day.start, _BESIDE):
            found[at], found[at + 1] = day, time
    return found


def _is_hours(found: Found) -> bool:
    """ "5:34 AM", "from 0700 to 0930 hrs"."""
    if found.ends:
        return found.ends[1].meaning == "clock" or not found.ends[1].slots.keys().isdisjoint(("military", "meridiem"))
    return found.meaning == "clock"
