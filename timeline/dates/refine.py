"""Refine: what was found is looked at in its surroundings; some is something else than it seemed, some is no date at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.dates.find import Found
from timeline.dates.language import Language
from timeline.dates.surroundings import noun_after, word_after, word_before
from timeline.dates.unlikely import stands


def refine(found: Iterable[Found], text: str, language: Language) -> list[Found]:
    """The expressions that stand up to their surroundings, in order."""
    sure = (_without_doubtful(each, text, language) for each in found)
    looked_at = (_as_length(_as_rate(_before_object(each, text, language), text), text, language) for each in sure)
    return [each for each in looked_at if stands(each, text, language)]


def _without_doubtful(found: Found, text: str, language: Language) -> Found:
    """ "a day after" where "the fall of the city" follows, which is no autumn."""
    if found.meaning == "apart_date" and not stands(found.slots["date"], text, language):
        return found.slots["apart"]  # type: ignore[no-any-return]
    return found


def _before_object(found: Found, text: str, language: Language) -> Found:
    """ "five years after its launch", "three days later than planned" and "the last month of the war" are lengths.

    What they count from is no date; where it is an event that the text names, it may have one.
    """
    after, context = word_after(text, found.end), language.context
    if found.meaning == "turned" and after in context["genitive"] and found.slots.get("direction"):
        return replace(found, kind="duration", meaning="length")
    if found.meaning == "turned_part" and after and ("apart" in found.slots or after in context["genitive"]):
        return _part_of_event(found, text, language)
    if found.meaning == "counted" and after in context["comparison"]:
        return _without_last_word(found, text, kind="duration", meaning="length")
    if found.meaning != "apart" or not after:
        return found
    noun = noun_after(text, found.end, language)
    if noun or text[found.start : found.end].split()[0].lower() in context["definite"]:
        return _without_last_word(found, text, kind="date", meaning="apart_event", noun=noun)
    return _without_last_word(found, text, kind="duration", meaning="length")


def _part_of_event(found: Found, text: str, language: Language) -> Found:
    """ "the evening of the victory", "the night before the assault"."""
    genitive = "apart" not in found.slots
    at = found.end + 1 + len(word_after(text, found.end)) if genitive else found.end
    noun = noun_after(text, at, language)
    if not genitive:
        return _without_last_word(found, text, kind="time", meaning="part_of_event", noun=noun) if noun else found
    return replace(found, meaning="part_of_event", slots={**found.slots, "noun": noun})


def _without_last_word(found: Found, text: str, *, kind: str, meaning: str, **slots: str) -> Found:
    body = text[found.start : found.end].rpartition(" ")[0].rstrip()
    return replace(found, end=found.start + len(body), kind=kind, meaning=meaning, slots={**found.slots, **slots})


def _as_rate(found: Found, text: str) -> Found:
    """ "960 a week" is a rate."""
    article = found.meaning == "length" and "number" not in found.slots and "bound" not in found.slots
    if article and text[max(0, found.start - 2) : found.start].strip().isdigit():
        return replace(found, kind="set", meaning="rate")
    return found


def _as_length(found: Found, text: str, language: Language) -> Found:
    """ "within the hour" is a length."""
    bare = found.meaning == "turned" and found.slots.keys() == {"unit"}
    within = bare and word_before(text, found.start) in language.context["within_length"]
    return replace(found, kind="duration", meaning="length") if within else found
