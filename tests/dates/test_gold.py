"""How right the reader is on texts that others annotated: a floor under the figures, where the gold is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.dates.lines import answer

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dates"


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each gold expression with one found that overlaps it, equal ones first, then by how much; each found one used once."""
    ranked = sorted(
        ((g["start"], g["end"]) != (f["start"], f["end"]), -min(g["end"], f["end"]) + max(g["start"], f["start"]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g["start"] < f["end"] and f["start"] < g["end"]
    )
    matched: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in matched and j not in matched.values():
            matched[i] = j
    return [(gold[i], found[j]) for i, j in matched.items()]


@pytest.mark.parametrize(
    ("name", "value", "strict"), [("wikiwars-dev", 0.90, 0.905), ("meantime-dev", 0.86, 0.91), ("wikiwars-de-dev", 0.90, 0.89)]
)
def test_no_worse_than_it_was(name: str, value: float, strict: float) -> None:
    path = GOLD / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"the gold {name} is not beside the project")
    right = exact = total = 0
    for document in map(json.loads, path.read_text("utf-8").splitlines()):
        found = answer({**document, "written": document["written"] or None})["dates"]
        matched = pairs(document["timexes"], found)
        right += sum(g["value"] == f["value"] for g, f in matched)
        exact += sum((g["start"], g["end"]) == (f["start"], f["end"]) for g, f in matched)
        total += len(document["timexes"]) + len(found)
    assert 2 * right / total >= value
    assert 2 * exact / total >= strict


@pytest.mark.parametrize("name", ["wikiwars-dev", "meantime-dev"])
def test_what_is_called_stated_is_right(name: str) -> None:
    path = GOLD / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"the gold {name} is not beside the project")
    right = total = 0
    for document in map(json.loads, path.read_text("utf-8").splitlines()):
        found = answer({**document, "written": document["written"] or None})["dates"]
        for gold, date in pairs(document["timexes"], found):
            total += date["certainty"] == "stated"
            right += date["certainty"] == "stated" and gold["value"] == date["value"]
    assert right / total >= 0.97
