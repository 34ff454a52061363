"""What holds for every date of every text, whatever it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import dates_in
from timeline.dates.language import choices, language
from timeline.model import DateType, Document, Known, Qualifier, ResolvedDate, Written
from timeline.spans import MINUTES_A_DAY, Grain, Span, civil, exists, floor, moment, parse_iso, shift
from timeline.wording import MONTHS

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
CASES = Path(__file__).parents[1] / "cases" / "dates"


def told(code: str) -> st.SearchStrategy[tuple[str, str]]:
    """Texts of phrases, of clauses from the rows of a language, and of anything else, each with that language."""
    rows = tomllib.loads((CASES / f"{code}.toml").read_text("utf-8"))["case"]
    clauses = sorted({clause for row in rows for clause in re.findall(r"[^.,;:]+[.,;:]? ?", row["text"])})
    parts = st.one_of(st.sampled_from(PHRASES), st.sampled_from(clauses), st.text(max_size=5))
    return st.lists(parts, max_size=14).map(lambda words: (code, "".join(words)))


texts = st.one_of(*map(told, choices()))
days = st.one_of(
    st.none(),
    st.dates().map(lambda day: Written(Span.of(day.year, day.month, day.day), Known.GIVEN)),
    st.sampled_from([Span.of(1), Span.of(9999, 12, 31), Span.of(-400, 2, 29), Span.of(2026, 3, 7, 6, 29)]).map(
        lambda span: Written(span, Known.GIVEN)
    ),
)


def read(text: tuple[str, str], written: Written | None) -> tuple[Document, list[ResolvedDate]]:
    """A document of a language and a text, with its dates."""
    document = Document("d", "d", "d", text[1], text[0], written)
    return document, dates_in(document)


def singles(dates: list[ResolvedDate]) -> list[ResolvedDate]:
    """The dates with each range as its two ends."""
    return [end for date in dates for end in date.expression.slots.get("ends", (date,))]


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_offsets_quote_the_text_in_order_without_overlap(text: tuple[str, str], written: Written | None) -> None:
    document, dates = read(text, written)
    at = 0
    for date in dates:
        passage = date.expression.passage
        assert at <= passage.start < passage.end <= len(document.text)
        assert document.quote(passage) == date.why.phrase
        assert date.why.phrase.strip(" \n") == date.why.phrase
        at = passage.end
        if date.counted_from and date.counted_from.passage:
            assert document.quote(date.counted_from.passage)


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_value_edtf_and_span_agree(text: tuple[str, str], written: Written | None) -> None:
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


SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {"MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 24), "NI": (20, 28)}


def meant(value: str) -> Span | None:
    """The span a TIMEX3 value names after the guidelines; None for X, references, lengths, weekends and the like."""
    matched = re.fullmatch(
        r"(BC)?(\d{4})(?:-(\w\w)(?:-(\d\d))?)?(?:T(MO|MI|AF|EV|NI|\d\d)(?::(\d\d))?)?(?:Z|[+-][\d:]+)?", value
    )
    if value == "00":  # the year 0 is 1 BC
        return Span(moment(1), moment(100), Grain.CENTURY)
    if matched is None:
        short = re.fullmatch(r"\d{2,3}", value)
        return Span.around(moment(int(value.ljust(4, "0"))), {2: Grain.CENTURY, 3: Grain.DECADE}[len(value)]) if short else None
    year = 1 - int(matched[2]) if matched[1] else int(matched[2])
    part, day, hour, minute = matched[3], matched[4], matched[5], matched[6]
    if part in SEASONS:
        return Span.around(moment(year, SEASONS[part]), Grain.SEASON)
    if part and part[0] in "QH":
        size = 3 if part[0] == "Q" else 6
        return Span.around(moment(year, (int(part[1]) - 1) * size + 1), Grain.QUARTER if size == 3 else Grain.HALF)
    if part and not part.isdigit():
        return None
    whole = Span.of(year, part and int(part), day and int(day))
    if hour in PARTS:
        first, last = PARTS[hour]
        return Span(whole.start + first * 60, whole.start + last * 60, Grain.PART_OF_DAY)
    if hour is None:
        return whole
    at = whole.start + int(hour) * 60 + int(minute or 0)
    return Span(at, at + (1 if minute else 60), Grain.MINUTE if minute else Grain.HOUR)


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_the_value_names_the_span(text: str, written: Written | None) -> None:
    for date in singles(read(text, written)[1]):
        narrowed = date.expression.qualifier not in (None, Qualifier.APPROX) or date.expression.meaning in ("lunar", "foreign")
        if date.span is None or narrowed or date.expression.type not in (DateType.DATE, DateType.TIME):
            continue
        named = meant(date.value)
        assert named is None or date.span == named, date.why.read_aloud()


def edges(edtf: str) -> tuple[int | None, int | None]:
    """The first moment and the end that an EDTF string names."""
    words = edtf.strip("[]").removesuffix("~")
    for mark in ("/", ".."):
        first, found, last = words.partition(mark)
        if found:
            return (edges(first)[0] if first.strip(".") else None), (edges(last)[1] if last.strip(".") else None)
    matched = re.fullmatch(r"(-?\d{4})-(2[1-4]|3[3-6]|4[01])", words)
    if matched:
        code = int(matched[2])
        month, months = (
            (code - 20) * 3 if code < 25 else (code - 33) * 3 + 1 if code < 40 else (code - 40) * 6 + 1,
            6 if code > 39 else 3,
        )
        start = moment(int(matched[1]), month)
        return start, shift(start, months, Grain.MONTH)
    if words.endswith("X"):
        start = moment(int(words.replace("X", "0")))
        return start, shift(start, 10 if words.count("X") == 1 else 100, Grain.YEAR)
    clock = re.fullmatch(r"(.+T\d\d:\d\d):00(?:Z|[+-][\d:]+)?", words)
    span = parse_iso(clock[1] if clock else words)
    return span.start, span.end


@settings(max_examples=300, deadline=None)
@given(texts, days)
def test_edtf_names_the_span(text: str, written: Written | None) -> None:
    for date in read(text, written)[1]:
        if date.span is None or date.span.grain in (Grain.PART_OF_DAY, Grain.HOUR):
            continue
        first, last = edges(date.edtf)
        assert first == (None if date.span.open_start else floor(date.span.start, min(date.span.grain, Grain.DAY))), date.why
        if not date.span.open_end and date.span.end % MINUTES_A_DAY == 0:
            assert last == date.span.end, date.why


@settings(max_examples=200, deadline=None)
@given(texts, days, st.sampled_from(["The weather was fine.", "A man walked by.\nNothing was said."]))
def test_an_unrelated_paragraph_after_changes_nothing(text: tuple[str, str], written: Written | None, paragraph: str) -> None:
    assert facts(read(text, written)[1]) == facts(read((text[0], f"{text[1]}\n\n{paragraph}"), written)[1])


def jumbled(code: str) -> st.SearchStrategy[tuple[str, str]]:
    """The words a language knows, and numbers and marks, in any order."""
    words = [
        *language(code).words,
        *language(code).literals,
        *["1", "2", "31", "1942", "'82", "0530", "1.5", "1447", "q3", "h1", "(", ")", "[", "]", "-", "–", "/", ",", ".", "'s"],
    ]
    return st.lists(st.sampled_from(words), max_size=25).map(lambda words: (code, " ".join(words)))


@settings(max_examples=400, deadline=None)
@given(st.one_of(*map(jumbled, choices())), days)
def test_known_words_in_any_order_are_read_without_a_fault(text: tuple[str, str], written: Written | None) -> None:
    document, dates = read(text, written)
    assert all(date.why.phrase in document.text and date.value for date in dates)


@settings(max_examples=200, deadline=None)
@given(texts, days)
def test_reading_twice_is_reading_once(text: tuple[str, str], written: Written | None) -> None:
    assert facts(read(text, written)[1]) == facts(read(text, written)[1])


@settings(max_examples=300, deadline=None)
@given(st.integers(-500, 2400), st.integers(0, 365), st.integers(1, 400), st.sampled_from(["days", "weeks"]))
def test_counting_there_and_back_comes_back(year: int, day: int, count: int, unit: str) -> None:
    """Across 1582, leap days, and the year 0 that texts do not have."""
    _, month, number, *_ = civil(shift(moment(year), day, Grain.DAY))
    said = f"{1 - year} BC" if year < 1 else f"{year} AD"
    begun = f"{number} {MONTHS[month - 1]} {said}"
    _, dates = read(
        ("en", f"It began on {begun}. {count} {unit} later it was over, {count} {unit} earlier nobody had thought so."), None
    )
    first, later, back = dates
    assert first.span is not None
    assert later.span == Span.around(first.span.start + count * (7 if unit == "weeks" else 1) * MINUTES_A_DAY, Grain.DAY)
    assert (back.span, back.value, back.edtf) == (first.span, first.value, first.edtf)


def facts(dates: list[ResolvedDate]) -> list[Any]:
    return [(date.expression.passage, date.value, date.span, date.edtf, date.certainty, date.why) for date in dates]


def test_the_grain_of_a_range_is_the_finer_of_its_ends() -> None:
    (date,) = read(("en", "from March 2014 to 9 May 2014"), None)[1]
    assert date.span is not None
    assert date.span.grain == Grain.DAY
    assert date.lasting
