"""Whole reports of several outlets, read and merged: what they tell together becomes one event, and hardly anything else."""

from __future__ import annotations

from collections import Counter

from tests.bench.merging import Score, score, sets


def test_tellings_of_several_outlets_are_put_together() -> None:
    found = {row["name"]: score(row) for row in sets()}
    whole = Counter[str]()
    for one in found.values():
        whole.update(right=one.right, put=one.put, wanted=one.wanted)
    assert Score(**whole).precision >= 0.95, [error for one in found.values() for error in one.errors if "wrong" in error]
    assert Score(**whole).recall >= 0.5, {name: str(one) for name, one in found.items()}
