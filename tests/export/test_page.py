"""The offline page: complete, quiet, and text is text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.export import render
from timeline.export.page import embedded

NASTY = "</script><script>alert(1)</script><b>&amp; \"'<!-- {x} $title ${y}"


class _Reader(HTMLParser):
    """The page as elements, and the text outside of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.words.append(data)


def read(chosen: Chronology, **options: Any) -> _Reader:
    reader = _Reader()
    reader.feed(render(chosen, "html", **options).decode("utf-8"))
    return reader


def figures(page: _Reader) -> dict[str, Any]:
    made = json.loads(page.scripts[0])
    assert isinstance(made, dict)
    return made


def test_every_event_is_listed_and_told_with_its_passages_and_reasons() -> None:
    whole = made_chronology()
    page = read(whole)
    said = " ".join(" ".join(page.words).split())
    articles = [attributes["id"] for tag, attributes in page.elements if tag == "article"]
    assert articles == list(whole.events)
    assert [attributes["data-event"] for tag, attributes in page.elements if "data-event" in attributes] == articles
    assert "On 2 May 1982 the Costal cruiser Halcyon was sunk off Sable Ridge with 212 dead." in said.replace(
        " the Costal", " the Costal"
    )
    assert "“Yesterday”, the day before the article was written → 1982-04-02" in said
    assert "Sources differ: 2 May 1982 (Northern Wire); 3 May 1982 (Harbour Post)." in said


def test_it_is_interactive_in_both_themes() -> None:
    made = figures(read(made_chronology(), theme="dark"))
    assert set(made["levels"][0]["figures"]) == {"light", "dark"}
    assert made["config"]["showSendToCloud"] is False
    assert owners(made["levels"][0]) == {event.id for event in made_chronology().events.values() if event.claims}


def owners(level: dict[str, Any]) -> set[str]:
    return {key for trace in level["figures"]["light"]["data"] for key in trace.get("customdata", ())}


def test_what_is_grouped_at_first_stands_apart_on_looking_closer() -> None:
    whole = made_chronology(500)
    levels = figures(read(whole))["levels"]
    drawn = [len(owners(level) & set(whole.events)) for level in levels]
    assert drawn == sorted(drawn)
    assert drawn[0] < drawn[-1] == sum(bool(event.claims) for event in whole.events.values())
    rooms = [level["room"] for level in levels]
    assert rooms == [pytest.approx(rooms[0] * 3**n) for n in range(len(levels))]


def test_the_axis_can_be_read_at_every_level() -> None:
    for level in figures(read(made_chronology(bc=True)))["levels"]:
        labels = [label for _, label, *_ in level["ticks"]]
        assert any("BC" in label for label in labels)
        assert not any("-0" in label for label in labels)


def test_it_asks_no_server_for_anything() -> None:
    page = read(made_chronology())
    for tag, attributes in page.elements:
        for name in ("src", "href", "action", "srcset", "data"):
            assert (attributes.get(name) or "#").startswith("#"), (tag, attributes)
    [policy] = [a["content"] for tag, a in page.elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_what_sources_wrote_is_never_markup() -> None:
    one = event(NASTY, days(0, 1), actors=(NASTY,))
    made = chronology([one], title=NASTY, names=[NASTY])
    document = replace(made.documents["d1"], text=NASTY * 3, title=NASTY, publisher=NASTY)
    made = replace(made, documents={"d1": document})
    page, plain = read(made), read(made_chronology())
    assert len(page.scripts) == len(plain.scripts)
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements}
    assert not any("alert(1)" in script for script in page.scripts[1:])
    assert any("<script>alert(1)</script>" in words for words in page.words)
    assert figures(page)["levels"][0]["figures"]["light"]["data"]


def test_embedded_json_cannot_end_its_element() -> None:
    written = embedded({"text": "</script><!--\u2028&"})
    assert not re.search(r"[<>&]", written)
    assert json.loads(written) == {"text": "</script><!--\u2028&"}


def test_it_says_what_it_shows() -> None:
    said = " ".join(read(made_chronology(), title="Four months").words)
    assert "Four months" in said
    assert "19 events · 2 undated · 1 disputed" in said
    assert "Sources: A Short History of the Strait, Arven Herald, Harbour Post, Northern Wire." in said
