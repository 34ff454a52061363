"""What holds for every date of every text, whatever it says."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import dates_in
from timeline.model import Document, Known, Qualifier, ResolvedDate, Written
from timeline.spans import Grain, Span, exists, parse_iso

PHRASES = [
    "On 12 March 1998 ", "in October ", "three years later ", "the next day ", "on Friday ", "from 5 to 9 May 1982 ",
    "in 480 BC ", "the 470s BC ", "by the end of the month ", "in early 1943 ", "since 1989 ", "until last week ",
    "the night of 3–4 May ", "a week ago ", "at 18:00 UTC ", "Monday, 3 May ", "several weeks ", "daily ", "29 February ",
    "31 November 1942 ", "the 30th ", "in the 1860s ", "c. 480 BC ", "between 1914 and 1918 ", "1861-65 ", "the 19th century ",
    "before 9999 BC ", "after 9999 BC ",
    "the century before ", "10000 years ago ", "9000 years later ", "the previous century ", "AD 1 ", "1 BC ",
    "the second half of 1982 ", "over the past three weeks ", "winter 1942 ", "3/4/2014 ", "31/12/99 ", "that morning ",
    "9998 BC ", "he said. ", "they fought\n\n", "\n", ", ", "and ", "“", "é", "🕰️ ", "(", ") ", "had ", "will ",
    "May ", "0 ", "1942 ",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=5)), max_size=14).map("".join)
days = st.one_of(
    st.none(),
    st.dates().map(lambda day: Written(Span.of(day.year, day.month, day.day), Known.GIVEN)),
    st.sampled_from([Span.of(1), Span.of(9999, 12, 31), Span.of(-400, 2, 29), Span.of(2026, 3, 7, 6, 29)]).map(
        lambda span: Written(span, Known.GIVEN)
    ),
)


def read(text: str, written: Written | None) -> tuple[Document, list[ResolvedDate]]:
    document = Document("d", "d", "d", text, "en", written)
    return document, dates_in(document)


def singles(dates: list[ResolvedDate]) -> list[ResolvedDate]:
    """The dates with each range as its two ends."""
    return [end for date in dates for end in date.expression.slots.get("ends", (date,))]


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_offsets_quote_the_text_in_order_without_overlap(text: str, written: Written | None) -> None:
    document, dates = read(text, written)
    at = 0
    for date in dates:
        passage = date.expression.passage
        assert at <= passage.start < passage.end <= len(text)
        assert document.quote(passage) == date.why.phrase
        assert date.why.phrase.strip(" \n") == date.why.phrase
        at = passage.end
        if date.counted_from and date.counted_from.passage:
            assert document.quote(date.counted_from.passage)


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_value_edtf_and_span_agree(text: str, written: Written | None) -> None:
    for date in singles(read(text, written)[1]):
        assert bool(date.edtf) == (date.span is not None)
        if date.span is None:
            continue
        earliest, latest = date.span.earliest(), date.span.latest()
        assert earliest is None or latest is None or parse_iso(earliest).start <= parse_iso(latest).start
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", date.value) and date.expression.qualifier is None:
            assert date.span == parse_iso(date.value)
            assert date.edtf == date.value
        if re.fullmatch(r"BC\d{4}", date.value) and date.expression.qualifier in (None, Qualifier.APPROX):
            assert date.span == Span.of(1 - int(date.value[2:]))
        named = re.match(r"\d{4}-\d\d-\d\d", date.value)
        assert named is None or exists(*map(int, named[0].split("-")))


@settings(max_examples=200, deadline=None)
@given(texts, days, st.sampled_from(["The weather was fine.", "A man walked by.\nNothing was said."]))
def test_an_unrelated_paragraph_after_changes_nothing(text: str, written: Written | None, paragraph: str) -> None:
    assert facts(read(text, written)[1]) == facts(read(f"{text}\n\n{paragraph}", written)[1])


@settings(max_examples=200, deadline=None)
@given(texts, days)
def test_reading_twice_is_reading_once(text: str, written: Written | None) -> None:
    assert facts(read(text, written)[1]) == facts(read(text, written)[1])


def facts(dates: list[ResolvedDate]) -> list[Any]:
    return [(date.expression.passage, date.value, date.span, date.edtf, date.certainty, date.why) for date in dates]


def test_the_grain_of_a_range_is_the_finer_of_its_ends() -> None:
    (date,) = read("from March 2014 to 9 May 2014", None)[1]
    assert date.span is not None
    assert date.span.grain == Grain.DAY
    assert date.lasting
