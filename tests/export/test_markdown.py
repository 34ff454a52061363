"""The Markdown chronology, read by a Markdown parser."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.export.nasty import LINES, NASTY, nasty
from tests.made import made_chronology
from timeline.chronology.query import Query
from timeline.export import render
from timeline.export.markdown import escaped
from timeline.figure.lettering import plain

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def read(line: str) -> tuple[str, set[str]]:
    """What a line of Markdown says, and the kinds of markup in it."""
    [inline] = [token for token in READER.parse(line) if token.type == "inline"]
    said = "".join(token.content for token in inline.children or () if token.type in ("text", "text_special"))
    return said, {token.type for token in inline.children or ()} - {"text", "text_special"}


def lines(made: bytes, beginning: str) -> list[str]:
    return [line for line in made.decode().splitlines() if line.startswith(beginning)]


def test_a_heading_a_year_a_line_an_event_a_footnote_a_passage() -> None:
    whole = made_chronology()
    made = render(whole, "md")
    assert lines(made, "## ") == ["## 1970", "## 1971", "## 1981", "## 1982", "## Undated"]
    assert len(lines(made, "- ")) == len(whole.events)
    notes = re.findall(r"^\[\^(\d+)\]: ", made.decode(), re.M)
    assert notes == re.findall(r"\[\^(\d+)\](?!:)", made.decode())
    assert len(notes) == sum(len(event.mentions) for event in whole.events.values())


def test_a_line_says_when_who_where_and_how_it_is_known() -> None:
    [line] = [line for line in lines(render(made_chronology(), "md"), "- ") if "Halcyon sunk" in line]
    assert line.startswith(
        "- **2 May 1982 or 3 May 1982** — Cruiser Halcyon sunk. Arvenia → Costal Navy. Assault at Sable Ridge."
    )
    assert "Sources differ: 2 May 1982 (Northern Wire); 3 May 1982 (Harbour Post)." in line
    assert "*(stated; EDTF 1982-05-02; 1982-05-02)*" in line
    note = lines(render(made_chronology(), "md"), f"[^{line.split('[^')[1].split(']')[0]}]: ")[0]
    assert "“On 2 May 1982 the Costal cruiser Halcyon was sunk off Sable Ridge with 212 dead.” — Northern Wire" in note
    assert note.endswith("Date read from “On 2 May 1982”, said outright → 1982-05-02.")


def test_the_question_and_the_years_before_christ_are_said() -> None:
    made = render(made_chronology(bc=True).select(Query.parse("kind=ASSAULT")), "md").decode()
    assert "Kind: assault" in made
    assert "## 480 BC" in made


def test_words_of_a_source_are_never_markup() -> None:
    made = render(nasty(), "md")
    assert len(lines(made, "# ")) == 1
    assert len(lines(made, "- ")) == 2
    title, kinds = read(lines(made, "# ")[0])
    assert (title, kinds) == (plain(NASTY), set())
    said, kinds = read(lines(made, "- ")[0])
    assert plain(NASTY) in said
    assert kinds == {"strong_open", "strong_close", "em_open", "em_close"}
    [*_, note] = lines(made, "[^")
    said, kinds = read(note.partition(": ")[2])
    assert plain(LINES) in said
    assert kinds == set()


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_words_read_as_they_were_written(words: str) -> None:
    said, kinds = read(f"x {escaped(words)} x")
    assert " ".join(said.split()) == " ".join(f"x {plain(words)} x".split())
    assert kinds == set()
