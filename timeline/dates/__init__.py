"""Dates: the temporal expressions of a text, each resolved to its place in time, with how it was read. Usable alone.

    find -> refine -> resolve

*Find* reads words and word orders from data/languages/xx.toml and says what stands where; *refine* drops what is no date in
its surroundings; *resolve* walks the text with the date told so far in hand. Finding and resolving are two passes because one
reference date is not enough: "three days later" counts from what was told, "yesterday" from the day written. What a phrase
means is a small function in `meanings`, shared by all languages.

A new phrase is a pattern in the language file and a row in tests/cases/dates; a new meaning is a function besides.
"""

from __future__ import annotations

from timeline.dates.find import find
from timeline.dates.genre import is_narrative
from timeline.dates.language import language
from timeline.dates.refine import refine
from timeline.dates.resolve import resolve
from timeline.model import Document, ResolvedDate

__all__ = ["dates_in"]


def dates_in(document: Document) -> list[ResolvedDate]:
    """The dates of a document in text order, none overlapping; `span` is None for vague and unanchored ones.

    A range ("from 5 to 9 May") is one lasting date, its two ends in `expression.slots["ends"]`. The line that says when the
    text was written has the meaning "dateline". Raises LanguageError when there is no language file for the document.
    """
    spoken = language(document.language)
    found = refine(find(document.text, spoken), document.text, spoken)
    return resolve(found, document, spoken, narrative=is_narrative(found, document))
