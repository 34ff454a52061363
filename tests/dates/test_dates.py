"""What the other rooms rely on: ranges, bounds, datelines, anchors with their passages, and derivations people can read."""

from __future__ import annotations

import pytest

from timeline.dates import dates_in
from timeline.errors import LanguageError
from timeline.model import Certainty, DateType, Document, Known, Passage, Qualifier, ResolvedDate, Written
from timeline.spans import Grain, Span, moment

SATURDAY = Span.of(2026, 3, 7)


def read(text: str, written: Written | None = None, language: str = "en") -> list[ResolvedDate]:
    return dates_in(Document("d", "d", "d", text, language, written))


def only(text: str, written: Written | None = None) -> ResolvedDate:
    (date,) = read(text, written)
    return date


def test_the_derivation_reads_aloud() -> None:
    date = only("He held talks on Friday.", Written(SATURDAY, Known.GIVEN))
    assert date.why.read_aloud() == "“Friday”, past tense, article written Sat 7 Mar 2026 → Fri 6 Mar 2026"
    assert date.certainty is Certainty.IMPLIED


def test_the_anchor_leads_back_to_the_dateline() -> None:
    text = "7 March 2026\n\nHe held talks on Friday."
    line = Passage("d", 0, 12)
    first, friday = read(text, Written(SATURDAY, Known.DATELINE, passage=line))
    assert first.expression.meaning == "dateline"
    assert friday.counted_from is not None
    assert (friday.counted_from.name, friday.counted_from.passage) == ("day written", line)


def test_the_anchor_leads_back_to_the_date_told() -> None:
    text = "On 12 March 1998 the talks failed. Three years later the war began."
    _, later = read(text)
    assert later.counted_from is not None
    assert later.counted_from.passage is not None
    assert text[later.counted_from.passage.start : later.counted_from.passage.end] == "12 March 1998"
    assert later.why.read_aloud() == "“Three years later”, 3 years after Thu 12 Mar 1998, told before → 2001"


def test_an_assumed_day_makes_guesses() -> None:
    date = only("He held talks on Friday.", Written(SATURDAY, Known.ASSUMED))
    assert date.certainty is Certainty.GUESSED
    assert "assumed" in date.why.read_aloud()
    assert only("On 3 May 1999 it began.", Written(SATURDAY, Known.ASSUMED)).certainty is Certainty.STATED


@pytest.mark.parametrize(
    ("text", "edtf", "lasting"),
    [
        ("From 5 to 9 May 1982 it rained.", "1982-05-05/1982-05-09", True),
        ("It fell between 5 and 9 May 1982.", "[1982-05-05..1982-05-09]", False),
        ("From March to June 2014 it rained.", "2014-03/2014-06", True),
        ("The war of 1914–18.", "1914/1918", True),
        ("The revolt (499-493 BC).", "-0498/-0492", True),
    ],
)
def test_a_range_is_one_date_with_two_ends(text: str, edtf: str, lasting: bool) -> None:
    date = only(text)
    assert (date.edtf, date.lasting) == (edtf, lasting)
    first, last = date.expression.slots["ends"]
    assert date.span is not None
    assert (date.span.start, date.span.end) == (first.span.start, last.span.end)


@pytest.mark.parametrize(
    ("words", "edtf", "bound"),
    [
        ("before 1942", "[..1941]", Qualifier.BEFORE),
        ("after 9 May 1982", "[1982-05-10..]", Qualifier.AFTER),
        ("since 1989", "1989/..", Qualifier.ON_OR_AFTER),
        ("until 9 May 1982", "../1982-05-09", Qualifier.ON_OR_BEFORE),
    ],
)
def test_the_word_before_opens_a_side(words: str, edtf: str, bound: Qualifier) -> None:
    date = only(f"They were there {words}.")
    assert (date.edtf, date.expression.qualifier) == (edtf, bound)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("shortly before 10 p.m.", Span(moment(2026, 3, 7, 21), moment(2026, 3, 7, 22), Grain.MINUTE)),
        ("just after 10 p.m.", Span(moment(2026, 3, 7, 22, 1), moment(2026, 3, 7, 23), Grain.MINUTE)),
        ("before 10 p.m.", Span(moment(2026, 3, 7), moment(2026, 3, 7, 22), Grain.MINUTE)),
    ],
)
def test_shortly_before_an_hour_is_within_one(words: str, span: Span) -> None:
    assert only(f"It fell {words}", Written(SATURDAY, Known.GIVEN)).span == span


def test_what_has_lasted_since_is_known_to_the_day_written() -> None:
    written = Written(SATURDAY, Known.GIVEN)
    date = only("They have been there since 5 May 2024.", written)
    assert (date.edtf, date.lasting) == ("2024-05-05/2026-03-07", True)
    assert only("They will stay there, and not before 9 May 2026.", written).edtf == "2026-05-09/.."


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the 1940s", "194X"),
        ("the 19th century", "18XX"),
        ("spring 1941", "1941-21"),
        ("the third quarter of 2009", "2009-35"),
        ("the second half of 1982", "1982-41"),
        ("c. 480 BC", "-0479~"),
        ("early 1943", "[1943-01..1943-04]"),
        ("the fifth century BC", "[-0499..-0400]"),
        ("18:00 UTC, 5 June 1999", "1999-06-05"),
        ("12 October 1942", "1942-10-12"),
    ],
)
def test_edtf(words: str, edtf: str) -> None:
    assert read(f"It was in {words}.")[-1].edtf == edtf


def test_a_night_runs_into_the_next_day() -> None:
    date = only("On the night of 13 February 1904 they came.")
    assert date.expression.type is DateType.TIME
    assert date.span == Span(moment(1904, 2, 13, 20), moment(1904, 2, 14, 4), Grain.PART_OF_DAY)


def test_zones_are_kept() -> None:
    _, time = read("On 3 May 1999, at 06:29 AM IST.")
    assert (time.offset, time.edtf) == (330, "1999-05-03T06:29:00+05:30")


def test_the_other_order_of_day_and_month_is_kept() -> None:
    date = only("Filed 3/4/2014.")
    assert date.certainty is Certainty.GUESSED
    assert date.why.others == (("2014-04-03", "the other order of day and month"),)


def test_a_weekday_that_does_not_fit_is_said() -> None:
    date = only("On Monday, 12 October 1943 it rained.")
    assert (date.value, date.certainty) == ("1943-10-12", Certainty.GUESSED)
    assert "another weekday" in date.why.read_aloud()


def test_an_unknown_language_names_the_choices() -> None:
    with pytest.raises(LanguageError, match=r"'xx'.*there are .*en"):
        read("x", language="xx")


def test_news_and_story_are_told_apart() -> None:
    written = Written(SATURDAY, Known.GIVEN)
    news = read("He met them on Friday. In October they had met too.", written)
    story = read("In 1941 the war came. In 1942 the town fell. In October it was retaken.", written)
    assert [date.value for date in news] == ["2026-03-06", "2025-10"]
    assert [date.value for date in story] == ["1941", "1942", "1942-10"]


def test_a_files_own_day_does_not_outweigh_a_year_the_text_names() -> None:
    text = "Workers walked out on 10 August 2012. He flew to Rustenburg on 17 August."
    document = Document("d", "d", "", text, written=Written(SATURDAY, Known.ASSUMED))
    assert [date.value for date in dates_in(document)] == ["2012-08-10", "2012-08-17"]
