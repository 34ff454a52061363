"""The rows of tests/cases/dates: what the reader makes of a language, phrase by phrase."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.dates.lines import answer

CASES = Path(__file__).parents[1] / "cases" / "dates"


def rows() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['text'][:50]}")
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@pytest.mark.parametrize(("language", "case"), rows())
def test_reads_as_the_row_says(language: str, case: dict[str, Any]) -> None:
    record = {"id": "case", "text": case["text"], "written": case.get("written"), "language": language}
    found = answer(record)["dates"]
    derivation = "\n".join(f"  {date['text']!r} {date['value']}: {date['why']}" for date in found)
    assert [[date["text"], date["value"]] for date in found] == case["dates"], f"\n{case['text']}\n{derivation}"
