"""A text and its dates as TimeML 1.2.1, which other tools read: each date marked where it stands, the text otherwise as it was.

The day written is `DCT`, as the TempEval corpora have it. A range is its two ends and an empty TIMEX3 after them, the length
with `beginPoint` and `endPoint`; a length in its place points to what places it. Characters that XML cannot hold are blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from timeline.dates.scene import WRITTEN
from timeline.dates.values import timex
from timeline.model import DateType, Document, ResolvedDate
from timeline.spans import Grain, Span, civil

_SCHEMA: Final = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"'
)
_DCT: Final = "t0"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EVERY: Final = {"each_weekday", "rate"}


def timeml(document: Document, dates: Sequence[ResolvedDate]) -> str:
    """The document as one XML text; `dates` are those of `dates_in`, in order."""
    marks = list(_marks(dates))
    ids = {mark.expression.passage.start: f"t{number}" for number, mark in enumerate(marks, 1)}
    body, at, extra = [], 0, len(marks)
    ranges = {date.expression.passage.end: date for date in dates if "ends" in date.expression.slots}
    for number, mark in enumerate(marks, 1):
        passage = mark.expression.passage
        body += [_text(document.text[at : passage.start]), _tag(f"t{number}", mark, ids, document.quote(passage))]
        at = passage.end
        if at in ranges:
            extra += 1
            body.append(_between(f"t{extra}", ranges[at], ids))
    body.append(_text(document.text[at:]))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML {_SCHEMA}>\n'
        f"<DOCID>{_text(document.source)}</DOCID>\n{_written(document)}<TITLE>{_text(document.title)}</TITLE>\n"
        f"<TEXT>{''.join(body)}</TEXT>\n</TimeML>\n"
    )


def _marks(dates: Sequence[ResolvedDate]) -> Iterator[ResolvedDate]:
    """The dates with each range as its two ends."""
    for date in dates:
        yield from date.expression.slots.get("ends", (date,))


def _text(words: str) -> str:
    # Line ends would be read as \n alone.
    return escape(_NOT_XML.sub(" ", words), {"\r": "&#13;"})


def _written(document: Document) -> str:
    if document.written is None:
        return ""
    value = timex(document.written.span)
    attributes = {"type": str(_kind(document.written.span)), "value": value, "functionInDocument": "CREATION_TIME"}
    return f"<DCT>{_element(_DCT, attributes, value)}</DCT>\n"


def _kind(span: Span) -> DateType:
    return DateType.TIME if span.grain < Grain.DAY else DateType.DATE


def _tag(tid: str, date: ResolvedDate, ids: Mapping[int, str], words: str) -> str:
    expression, anchor = date.expression, _anchor(date, ids)
    attributes = {
        "type": str(expression.type),
        "value": date.value,
        "mod": str(expression.qualifier or ""),
        "temporalFunction": "true" if date.counted_from else "",
    }
    if expression.type is DateType.SET:
        attributes["quant"] = "EVERY" if expression.meaning in _EVERY else ""
        attributes["freq"] = (
            f"{expression.slots['number']}X" if expression.meaning == "times" and "number" in expression.slots else ""
        )
    elif expression.type is DateType.DURATION and date.span and date.counted_from:
        begins = date.counted_from.span.start <= date.span.start
        attributes["beginPoint" if begins else "endPoint"] = anchor
    else:
        attributes["anchorTimeID"] = anchor
    return _element(tid, attributes, words)


def _anchor(date: ResolvedDate, ids: Mapping[int, str]) -> str:
    """The id of what a date was counted from; "" where that is not marked itself."""
    anchor = date.counted_from
    if anchor is None:
        return ""
    if anchor.name == WRITTEN:
        return _DCT
    return ids.get(anchor.passage.start, "") if anchor.passage else ""


def _between(tid: str, date: ResolvedDate, ids: Mapping[int, str]) -> str:
    """The length from one end of a range to the other, which no words of its own name."""
    first, last = (ids[end.expression.passage.start] for end in date.expression.slots["ends"])
    return _element(tid, {"type": "DURATION", "value": _length(date), "beginPoint": first, "endPoint": last}, "")


def _length(date: ResolvedDate) -> str:
    """The whole years, months, days or minutes that a range lasts."""
    assert date.span is not None
    start, end, grain = date.span.start, date.span.end, date.span.grain
    if grain < Grain.DAY:
        return f"PT{end - start}M"
    (year, month, *_), (last_year, last_month, *_) = civil(start), civil(end)
    if grain >= Grain.YEAR:
        return f"P{last_year - year}Y"
    if grain >= Grain.MONTH:
        return f"P{(last_year - year) * 12 + last_month - month}M"
    return f"P{(end - start) // (24 * 60)}D"


def _element(tid: str, attributes: Mapping[str, str], words: str) -> str:
    named = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
    return f'<TIMEX3 tid="{tid}"{named}>{_text(words)}</TIMEX3>'
