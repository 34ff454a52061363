"""The JSON-lines filter: one record in, one record out, as `timeline dates` reads and writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.dates import dates_in
from timeline.errors import DateError
from timeline.model import Document, Known, ResolvedDate, Written
from timeline.spans import parse_iso

_ISO: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d)?)?)?")
_NUMBERS: Final = re.compile(r"(\d\d?)[-./](\d\d?)[-./](\d{4})")


def answer(record: Mapping[str, Any]) -> dict[str, Any]:
    """`{"id","text","written"?,"language"?}` to `{"id","dates":[…]}`; other fields are passed over.

    The ends of a range are two entries, as TIMEX3 tags them: `value` is each end's own, while `edtf`, `earliest` and `latest`
    are those of the whole interval. A date that may be read in other ways has them in `others`, each with the reason.
    Raises LanguageError for a language without a file, DateError for a day written that cannot be read.
    """
    text, name = str(record.get("text") or ""), str(record.get("id", ""))
    language, day = record.get("language") or "en", written(record.get("written"))
    if day is None:
        # A dateline in the text may say; reading it costs an import that those who give the day need not wait for.
        from timeline.text import document

        read = document(text, name=name, language=language)
    else:
        read = Document(Document.make_id(text, name), name, name, text, language, day)
    return {"id": record.get("id"), **answer_for(read)}


def answer_for(document: Document) -> dict[str, Any]:
    """The dates of a document, as `answer` gives them."""
    return {"dates": [row for date in dates_in(document) for row in _rows(date)]}


def written(given: str | None) -> Written | None:
    """The day written as given: ISO 8601, or the day first ("03-02-2009"); None when nothing is given.

    Raises DateError for a day that cannot be read.
    """
    if not given:
        return None
    matched, numbers = _ISO.match(given.strip()), _NUMBERS.fullmatch(given.strip())
    try:
        if numbers:
            day, month, year = map(int, numbers.groups())
            day, month = (day, month) if month <= 12 else (month, day)
            return Written(parse_iso(f"{year:04d}-{month:02d}-{day:02d}"), Known.GIVEN)
        return Written(parse_iso(matched.group() if matched else given), Known.GIVEN)
    except ValueError as error:
        raise DateError(f'"written" is {given!r}; write it like 1982-05-04 or 1982-05-04T18:30, or leave it out') from error


def _rows(date: ResolvedDate) -> list[dict[str, Any]]:
    ends = date.expression.slots.get("ends")
    return [_row(end, date) for end in ends] if ends else [_row(date, date)]


def _row(date: ResolvedDate, whole: ResolvedDate) -> dict[str, Any]:
    """A date, placed in time as the whole it is an end of."""
    expression, span = date.expression, whole.span
    row = {
        "start": expression.passage.start,
        "end": expression.passage.end,
        "text": date.why.phrase,
        "type": str(expression.type),
        "value": date.value,
        "mod": str(expression.qualifier) if expression.qualifier else None,
        "edtf": whole.edtf or None,
        "earliest": span.earliest() if span else None,
        "latest": span.latest() if span else None,
        "grain": span.grain.word if span else None,
        "certainty": str(whole.certainty),
        "why": whole.why.read_aloud(),
    }
    if date.why.others:
        row["others"] = [{"value": value, "why": why} for value, why in date.why.others]
    return row
