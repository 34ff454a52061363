"""A Document from a text: what is not given is looked for in the text itself, and how it is known is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Document, Known, Passage, Written
from timeline.spans import Grain
from timeline.text.dateline import Dateline, find_dateline, place_dateline
from timeline.text.language import UNDETERMINED, language_of, region_of
from timeline.text.lines import Line, edges
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
    region: str = "",
    source: str | None = None,
    otherwise: Written | None = None,
) -> Document:
    """The document a text is, under a name (a file's name, an id). The text is kept as it is.

    `written` is the day that metadata or a record gives; without it a dateline is looked for, and then `otherwise` is taken:
    a day given for texts that do not say, or a file's own. Without any of them the day stays unknown: it is never today.
    `region` is the country ("GB") where it is known; a language tag ("en-GB") says it, too.
    """
    region = region or region_of(language)
    language = re.split("[-_]", language.strip().lower())[0] if language else language_of(text)
    lines = edges(text)
    dateline = _dateline(text, lines, "en" if language == UNDETERMINED else language, written, otherwise)
    identity = Document.make_id(text, name)
    return Document(
        id=identity,
        source=source or name,
        title=" ".join((title or "").split()) or title_of(text, lines, name),
        text=text,
        language=language,
        written=_written(identity, written, dateline, otherwise),
        publisher=publisher or publisher_in(lines, dateline),
        region=region,
    )


def _dateline(
    text: str, lines: Sequence[Line], language: str, stated: Written | None, otherwise: Written | None
) -> Dateline | None:
    """The dateline, read only where its reading could tell more than is known."""
    if stated and not _could_be_finer(stated):
        return place_dateline(text, lines)
    near, changed = (one.span.end - 1 if one else None for one in (stated, otherwise))
    return find_dateline(text, lines, language, near=near, changed=changed)


def _could_be_finer(stated: Written) -> bool:
    """Metadata often gives the day alone; a dateline that names the minute of that very day says the same, only better."""
    return stated.known is Known.METADATA and stated.span.grain >= Grain.DAY


def _written(identity: str, stated: Written | None, dateline: Dateline | None, otherwise: Written | None) -> Written | None:
    """The day stated outside the text, else the dateline's, else the one to fall back on; the dateline's place is kept."""
    if dateline is None:
        return stated or otherwise
    passage = Passage(identity, dateline.start, dateline.end)
    stamp = dateline.stamp
    if stated and (stamp is None or stamp.span == stated.span or not stamp.span.within(stated.span)):
        return replace(stated, passage=stated.passage or passage)
    if stamp is None:
        return otherwise
    # A dateline without a year is known no better than what its year was taken from.
    known = otherwise.known if dateline.year_assumed and otherwise else Known.DATELINE
    return Written(stamp.span, known, stamp.zone, stamp.offset, passage)
