"""The reader shows the text as it was written, whatever is underlined in it, and says why a date was read so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.kept import MARKUP, marked_up
from tests.app.parts import classed, links, text, walk
from tests.made import made_chronology
from timeline.app.address import Address
from timeline.app.reader import HERE, LISTED, is_wrapped, reader, spoken
from timeline.app.words import how_fine
from timeline.chronology import Chronology
from timeline.model import TOLD_ORDER, Certainty, Event, Known, Written
from timeline.spans import Span

WAR = made_chronology()
EVENTS = list(WAR.events.values())
HALCYON = next(event for event in EVENTS if event.disputed)


def article(whole: Chronology, address: Address) -> object:
    return classed(reader(whole, address), "text")[0]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.title)
def test_the_text_is_that_of_the_document_whatever_is_marked_in_it(event: Event) -> None:
    for told in event.mentions:
        shown = article(WAR, Address().selecting(told.id).asking(words="the of"))
        document = WAR.documents[told.document]
        assert "".join(text(shown).split()) == "".join(document.text.split())
        here = next(part for part in walk(shown) if getattr(part, "id", None) == HERE)
        assert text(here) == document.quote(told.passage)


def test_a_passage_across_paragraphs_is_highlighted_in_each() -> None:
    document = next(one for one in WAR.documents.values() if "\n\n" in one.text)
    shown = article(WAR, Address().reading(document.id, (0, len(document.text))))
    assert len(classed(shown, "here")) == document.text.strip().count("\n\n") + 1


def test_markup_is_a_child_string_and_nothing_else() -> None:
    whole = marked_up()
    shown = reader(whole, Address().selecting(next(iter(whole.events))))
    assert MARKUP in text(shown)
    assert not [part for part in walk(shown) if "dangerously" in str(getattr(part, "_prop_names", ""))]


def test_each_source_is_a_tab_and_the_difference_is_said() -> None:
    shown = reader(WAR, Address().selecting(HALCYON.id))
    tabs = links(classed(shown, "tabs"))
    assert set(tabs) == {"Northern Wire", "Harbour Post"}
    said = text(classed(shown, "claim"))
    assert "2 May 1982 (Northern Wire)" in said
    assert "3 May 1982 (Harbour Post)" in said


def test_why_is_said_with_what_it_was_read_from() -> None:
    event = next(event for event in EVENTS if any(told.when and told.when.why.phrase == "Yesterday" for told in event.mentions))
    told = next(told for told in event.mentions if told.when and told.when.why.phrase == "Yesterday")
    said = text(classed(reader(WAR, Address().selecting(told.id)), "why"))
    assert "“Yesterday” → 2 April 1982" in said
    assert "day before the article was written" in said.casefold()


def test_an_underlined_date_leads_to_its_event() -> None:
    document = next(iter(WAR.documents.values()))
    dates = links(classed(article(WAR, Address().reading(document.id)), "event"))
    for words, href in dates.items():
        address = Address.parse(href, WAR)
        event = WAR.event(address.selected or "")
        assert event is not None
        assert words in {told.when.why.phrase for told in event.mentions if told.when}


@pytest.mark.parametrize(
    ("written", "said", "warned"),
    [
        (Written(Span.of(1982, 5, 4), Known.DATELINE), "Written Tuesday 4 May 1982 · from its dateline", False),
        (Written(Span.of(1982, 5), Known.GIVEN), "Written May 1982 · as given", False),
        (Written(Span.of(1982, 5, 4), Known.ASSUMED), "⚠ Written Tuesday 4 May 1982 · assumed from the file’s date", True),
        (None, "⚠ Day of writing not known", True),
    ],
)
def test_the_day_written_is_said_with_how_it_is_known(written: Written | None, said: str, warned: bool) -> None:
    document = next(iter(WAR.documents.values()))
    whole = replace(WAR, documents=WAR.documents | {document.id: replace(document, written=written)})
    shown = reader(whole, Address().reading(document.id))
    assert said in text(classed(shown, "src"))
    assert bool(classed(shown, "assumed")) == warned


def test_with_nothing_chosen_the_texts_are_listed() -> None:
    shown = reader(WAR, Address())
    assert set(links(shown)) == {document.title for document in WAR.documents.values()}
    assert spoken(WAR, Address()) == ""


def test_of_many_texts_the_first_are_listed_and_the_rest_counted() -> None:
    document = next(iter(WAR.documents.values()))
    many = {f"d{n}": replace(document, id=f"d{n}", title=f"Report {n}") for n in range(300)}
    shown = reader(Chronology("Many", many, {}, {}), Address())
    assert len(links(shown)) == LISTED + 1
    assert links(shown)["All 300 texts, in a list"] == "?list=texts"


def test_only_what_the_order_of_telling_places_is_called_implied() -> None:
    day = next(told.when for told in HALCYON.mentions if told.when)
    counted = day._replace(certainty=Certainty.IMPLIED)
    ordered = counted._replace(expression=counted.expression._replace(meaning=TOLD_ORDER))
    assert how_fine(counted) == "to the day"
    assert how_fine(ordered) == how_fine(counted) + ", implied by the order of telling"


def test_a_selection_is_spoken_as_headline_and_date_alone() -> None:
    assert spoken(WAR, Address().selecting(HALCYON.id)) == f"{HALCYON.title}, 2 May 1982"


def test_of_a_very_long_text_the_part_around_the_passage_is_shown() -> None:
    document = next(iter(WAR.documents.values()))
    long = replace(document, text="\n\n".join(f"Paragraph {n} of a long history." for n in range(9000)))
    whole = Chronology("Long", {long.id: long}, {}, {})
    at = long.text.index("Paragraph 3000")
    shown = text(article(whole, Address().reading(long.id, (at, at + 14))))
    assert "Paragraph 3000 " in shown
    assert "Paragraph 0 " not in shown
    assert "A long text" in shown


def test_lines_broken_to_fit_a_page_are_told_from_lines_that_are_meant() -> None:
    assert is_wrapped("word " * 14 + "\n" + "word " * 14 + "\nend")
    assert not is_wrapped("Yours,\nA. Writer")
    assert not is_wrapped("one line alone " * 5)


def test_the_signs_of_a_heading_are_kept_and_dimmed() -> None:
    document = replace(next(iter(WAR.documents.values())), id="d1", text="## Landing\nThey came.\n\n#1 of three")
    shown = article(Chronology("One", {"d1": document}, {}, {}), Address().reading("d1"))
    assert [text(part) for part in classed(shown, "head")] == ["## Landing"]
    assert [text(part) for part in classed(shown, "sign")] == ["## "]
