"""The slides of TimelineJS 3, as its documentation of the JSON format describes them."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pytest

from tests.export.nasty import LINES, NASTY, nasty
from tests.figure.drawn import chronology, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.export import render
from timeline.figure.lettering import plain
from timeline.spans import EARLIEST, LATEST, Grain, Span, moment

PARTS = ("year", "month", "day", "hour", "minute")
SLIDE = {"unique_id", "start_date", "end_date", "display_date", "group", "autolink", "text"}


def read(chosen: Chronology, **options: Any) -> dict[str, Any]:
    made = json.loads(render(chosen, "timelinejs.json", **options))
    assert isinstance(made, dict)
    return made


def slide(chosen: Chronology, headline: str) -> dict[str, Any]:
    [found] = [one for one in read(chosen)["events"] if one["text"]["headline"] == headline]
    return found


def test_the_form_is_the_documented_one() -> None:
    for chosen in (made_chronology(), made_chronology(bc=True), made_chronology(200)):
        made = read(chosen)
        assert set(made) == {"scale", "title", "events"}
        assert set(made["title"]) == {"unique_id", "autolink", "text"}
        assert len({one["unique_id"] for one in made["events"]} | {"title"}) == len(made["events"]) + 1
        for one in made["events"]:
            assert set(one) <= SLIDE
            assert set(one["text"]) == {"headline", "text"}
            for date in (one["start_date"], one.get("end_date", one["start_date"])):
                assert list(date) == list(PARTS[: len(date)])
                assert all(isinstance(part, int) for part in date.values())
                assert date["year"] != 0


@pytest.mark.parametrize(
    ("headline", "start", "end", "said"),
    [
        ("Costal marines land at Port Hallam", (1982, 4, 2), None, "2 April 1982"),
        ("Arvenia moves two brigades to the strait", (1982, 5, 1), (1982, 5, 31), "May 1982"),
        ("Arvenian Foreign Ministry asks the League Council to act", (1982, 4, 3, 11, 30), None, "3 April 1982, 11:30"),
        ("Crews share the fishing banks", (1971, 12, 31), None, "before 1972"),
        ("Wreck of the Halcyon found", (1982, 6, 21), None, "after 20 June 1982"),
        ("Cruiser Halcyon sunk", (1982, 5, 2), None, "2 May 1982 or 3 May 1982"),
    ],
)
def test_no_date_is_finer_than_it_is_known(
    headline: str, start: tuple[int, ...], end: tuple[int, ...] | None, said: str
) -> None:
    found = slide(made_chronology(), headline)
    assert tuple(found["start_date"].values()) == start
    assert found.get("end_date") == (None if end is None else dict(zip(PARTS, end, strict=False)))
    assert found["display_date"] == said


def test_there_is_no_year_0() -> None:
    spans = (Span.of(0, 3), Span.of(1, 3), Span(moment(-1), moment(3), Grain.YEAR))
    told = [event(f"In {place}", span) for place, span in enumerate(spans)]
    years = [(one["start_date"]["year"], one["end_date"]["year"]) for one in read(chronology(told))["events"]]
    assert sorted(years) == [(-2, 2), (-1, -1), (1, 1)]


def test_the_undated_are_counted_on_the_title_slide() -> None:
    made = read(made_chronology())
    assert len(made["events"]) == 17
    assert "<p>2 of 19 events have no date and no slide.</p>" in made["title"]["text"]["text"]
    assert read(chronology([event("Whenever", Span(EARLIEST, LATEST, Grain.YEAR))]))["events"] == []


def test_a_slide_tells_passage_source_certainty_and_claims() -> None:
    text = unescape(slide(made_chronology(), "Cruiser Halcyon sunk")["text"]["text"])
    assert "stated; EDTF 1982-05-02; 1982-05-02" in text
    assert "Sources differ: 2 May 1982 (Northern Wire); 3 May 1982 (Harbour Post)." in text
    assert "“On 2 May 1982 the Costal cruiser Halcyon was sunk off Sable Ridge with 212 dead.”" in text
    assert "— Northern Wire" in text


def test_groups_are_lanes() -> None:
    assert {one["group"] for one in read(made_chronology(), lanes="source")["events"]} >= {"Northern Wire", "Harbour Post"}


def test_words_of_a_source_are_never_markup() -> None:
    made = read(nasty())
    html = [made["title"]["text"]["headline"], *(part for one in made["events"] for part in one["text"].values())]
    assert not any("<script" in part or "<img" in part or "<b>" in part for part in html)
    assert plain(NASTY) in map(unescape, html)
    assert any(plain(LINES) in unescape(part) for part in html)
    assert all(one["autolink"] is False for one in [made["title"], *made["events"]])
    # TimelineJS reads a group's markup once for its text, and that text again as html.
    assert {unescape(unescape(one["group"])) for one in made["events"]} == {plain(NASTY)}
    assert not any("<" in unescape(one["group"]) for one in made["events"])
