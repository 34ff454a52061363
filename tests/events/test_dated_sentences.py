"""A text in a language whose sentences are not read: its dated sentences, without actors."""

from __future__ import annotations

from timeline.events import told_in
from timeline.events.telling import mentions_in
from timeline.model import Kind, Mention
from timeline.text import document

TEXT = """Der Feldzug 1940

Am 10. Mai 1940 begann der Angriff. Niemand wusste davon. Vier Tage später fiel Rotterdam nach einem schweren Angriff, der \
die ganze Innenstadt zerstörte und Tausende obdachlos machte. Drei Wochen lang wurde gekämpft."""


def mentions(text: str) -> list[Mention]:
    return told_in(document(text, name="t", language="de")).mentions


def test_each_dated_sentence_is_a_mention() -> None:
    first, second = mentions(TEXT)
    assert (first.title, first.kind, first.actors) == ("Am 10. Mai 1940 begann der Angriff.", Kind.OTHER, ())
    assert [mention.span.earliest() for mention in (first, second) if mention.span] == ["1940-05-10", "1940-05-14"]
    assert TEXT[first.passage.start : first.passage.end] == first.title


def test_a_long_title_is_cut_between_words() -> None:
    title = mentions(TEXT)[1].title
    assert len(title) <= 90
    assert title.endswith("…")
    assert TEXT.replace("\n", " ").find(title.removesuffix("…") + " ") > 0


def test_the_finest_date_of_a_sentence_counts() -> None:
    (only,) = mentions("Im Jahr 1940 fiel am 14. Mai die Stadt.")
    assert only.span
    assert only.span.earliest() == "1940-05-14"


def test_headings_and_lengths_are_none() -> None:
    assert mentions("Balkanfeldzug 1941\n\nDrei Wochen lang wurde gekämpft.") == []


def test_mentions_of_dates_already_read() -> None:
    read = document(TEXT, name="t", language="de")
    assert mentions_in(read, told_in(read).dates) == mentions(TEXT)
