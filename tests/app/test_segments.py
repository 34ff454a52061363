"""Marks that overlap become segments that do not: nothing is lost, nothing stands twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.app.segments import Mark, paragraphs, segments

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).filter(lambda span: span[0] < span[1])
marks = st.lists(st.builds(lambda span, kind: Mark(span[0], span[1], kind), spans, st.sampled_from("abc")), max_size=8)


@given(spans, marks)
def test_segments_stand_side_by_side_and_cover_all(span: list[int], found: list[Mark]) -> None:
    cut = list(segments(span[0], span[1], found))
    assert [place for one in cut for place in range(one.start, one.end)] == list(range(*span))


@given(spans, marks)
def test_every_place_stands_under_the_marks_that_cover_it(span: list[int], found: list[Mark]) -> None:
    for segment in segments(span[0], span[1], found):
        for place in range(segment.start, segment.end):
            assert set(segment.marks) == {mark for mark in found if mark.start <= place < mark.end}


@given(spans, marks)
def test_the_shortest_mark_of_a_kind_wins(span: list[int], found: list[Mark]) -> None:
    for segment in segments(span[0], span[1], found):
        lengths = [mark.end - mark.start for mark in segment.marks if mark.kind == "a"]
        chosen = segment.mark("a")
        assert (chosen.end - chosen.start if chosen else None) == min(lengths, default=None)


@given(st.text(alphabet="ab# \n\r\t", max_size=60))
def test_paragraphs_leave_out_only_white_space(text: str) -> None:
    blocks = list(paragraphs(text))
    kept = "".join(text[start:end] for start, end in blocks)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end].strip() for start, end in blocks)
    assert all(first[1] <= second[0] for first, second in pairwise(blocks))


def test_blank_lines_keep_paragraphs_apart_and_line_ends_do_not() -> None:
    text = "One\ntwo.\n\n \nThree.\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One\ntwo.", "Three."]


def test_a_heading_stands_by_itself() -> None:
    text = "Before\n## A head\nAfter\n#hashtag\n####### seven"
    assert [text[start:end] for start, end in paragraphs(text)] == ["Before", "## A head", "After\n#hashtag\n####### seven"]
