"""In a diary or a chronicle, deictic words count from the day at the head of their entry."""

from timeline.dates import dates_in
from timeline.model import Certainty, Known, ResolvedDate, Written
from timeline.spans import Span
from timeline.text import document


def dates(text: str, written: Written | None = None) -> dict[str, ResolvedDate]:
    return {date.why.phrase: date for date in dates_in(document(text, name="t", written=written, language="en"))}


LATER = Written(Span.of(2026, 11, 23), Known.ASSUMED)


def test_words_under_a_date_of_its_own_line_count_from_it() -> None:
    text = (
        "Diary of a nurse\n\n3 May 1915\nThe ships left this morning. I slept at noon.\n\nQuiet since yesterday.\n\n"
        "4 May\nTwo boats came last night.\n"
    )
    found = dates(text, LATER)
    assert found["this morning"].value == "1915-05-03TMO"
    assert found["yesterday"].value == "1915-05-02"
    assert found["4 May"].value == "1915-05-04"
    assert found["last night"].value == "1915-05-03TNI"
    assert found["this morning"].certainty is Certainty.IMPLIED
    assert "entry of Mon 3 May 1915" in found["this morning"].why.read_aloud()


def test_an_entry_that_follows_its_date_ends_with_its_paragraph() -> None:
    text = "- 10 August: shelling all of yesterday.\n- 12 August: none.\n\nThe agency resumes work tomorrow."
    found = dates(text, Written(Span.of(2024, 8, 20), Known.GIVEN))
    assert found["yesterday"].value == "2024-08-09"
    assert found["tomorrow"].value == "2024-08-21"


def test_one_date_at_the_head_of_a_line_is_no_chronicle() -> None:
    text = "4 May 1982\nThe fleet sailed.\n\nThe minister said yesterday that it would return."
    found = dates(text, Written(Span.of(2024, 8, 20), Known.GIVEN))
    assert found["yesterday"].value == "2024-08-19"


def test_a_date_inside_a_sentence_opens_no_entry() -> None:
    text = "On 10 August 2023 they met.\n\nIn May they parted.\n\n11 August 2023 was a Friday; today all is calm."
    found = dates(text, Written(Span.of(2024, 8, 20), Known.GIVEN))
    assert found["today"].value == "2024-08-20"
