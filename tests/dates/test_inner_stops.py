"""The stops of German ordinals and abbreviations end no sentence; offsets stay."""

import pytest

from timeline.dates.inner_stops import without_inner_stops
from timeline.dates.language import language

GERMAN = language("de").writing


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Am 5. Mai kam er. Dann ging er.", "Am 5· Mai kam er. Dann ging er."),
        ("Vom 3. bis zum 27./28. Juli.", "Vom 3· bis zum 27·/28· Juli."),
        ("Es waren 20. Dann kam er.", "Es waren 20. Dann kam er."),
        ("Im Jahr 1942. Im Mai.", "Im Jahr 1942. Im Mai."),
        ("44 v. Chr. wurde er ermordet.", "44 v· Chr· wurde er ermordet."),
        ("Er starb 27 v. Chr. Danach kam ein anderer.", "Er starb 27 v· Chr. Danach kam ein anderer."),
    ],
)
def test_stops_inside_sentences(text: str, plain: str) -> None:
    assert without_inner_stops(text, GERMAN) == plain
    assert len(plain) == len(text)


def test_english_ordinals_have_no_stop() -> None:
    text = "It began on May 5. Then 3. it ended."
    assert without_inner_stops(text, language("en").writing) is text
