"""A lane found too crowded beforehand is one that would have been counted anyway."""

from __future__ import annotations

import pytest

from tests.made import made_chronology
from timeline.figure import band, lay_out
from timeline.spans import Grain, Span, moment


@pytest.mark.parametrize("bc", [False, True])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("lanes", ["actor", "kind", "source"])
def test_a_crowd_is_counted_whether_it_is_foreseen_or_not(
    seed: int, lanes: str, bc: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made_chronology(700, seed, bc=bc)
    views = [None, Span(moment(1985), moment(1990), Grain.DAY), Span(moment(1992), moment(1993), Grain.DAY)]
    foreseen = [lay_out(whole, lanes=lanes, view=view) for view in views]
    monkeypatch.setattr(band, "crowded", lambda *asked: False)
    assert foreseen == [lay_out(whole, lanes=lanes, view=view) for view in views]
    assert any(picture.grouped for picture in foreseen)
