"""A Document from a text: what is not given is looked for in the text itself, and how it is known is kept."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Document, Known, Passage, Written
from timeline.text.dateline import Dateline, find_dateline
from timeline.text.language import UNDETERMINED, language_of
from timeline.text.publisher import publisher_in
from timeline.text.title import title_of


def document(
    text: str,
    *,
    name: str,
    title: str | None = None,
    written: Written | None = None,
    language: str | None = None,
    publisher: str | None = None,
    source: str | None = None,
    assumed: Written | None = None,
) -> Document:
    """The document a text is, under a name (a file's name, an id). The text is kept as it is.

    `written` is the day given or in metadata; without it a dateline is looked for, and then `assumed` (a file's own day) is
    taken, marked as such. Without any of them the day stays unknown: it is never today.
    """
    language = language or language_of(text)
    reading = "en" if language == UNDETERMINED else language
    near, changed = (one.span.start if one else None for one in (written, assumed))
    dateline = find_dateline(text, reading, near, changed)
    identity = Document.make_id(text, name)
    return Document(
        id=identity,
        source=source or name,
        title=title or title_of(text, name),
        text=text,
        language=language,
        written=_written(identity, written, dateline, assumed),
        publisher=publisher or publisher_in(text, dateline),
    )


def _written(identity: str, stated: Written | None, dateline: Dateline | None, assumed: Written | None) -> Written | None:
    """The day stated outside the text, else the dateline's, else the assumed one; the dateline's place is always kept."""
    if dateline is None:
        return stated or assumed
    passage = Passage(identity, dateline.start, dateline.end)
    stamp = dateline.stamp
    # A dateline that names the minute of the very day the metadata gives says the same, only better.
    if stated and not (
        stated.known is Known.METADATA and stamp.span.grain < stated.span.grain and stamp.span.within(stated.span)
    ):
        return replace(stated, passage=stated.passage or passage)
    known = Known.ASSUMED if dateline.year_assumed else Known.DATELINE
    return Written(stamp.span, known, stamp.zone, stamp.offset, passage)
