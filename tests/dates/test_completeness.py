"""Data and code agree: every pattern has a row, every meaning a function with an example, every function a pattern."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.dates.find import Found, find
from timeline.dates.language import choices, language
from timeline.dates.meanings import MEANINGS

CASES = Path(__file__).parents[1] / "cases" / "dates"
IN_REFINING = {"apart_event", "part_of_event"}  # meanings given to what was found as another
IN_RANGES = {"range", "night_of", "listed", "centuries"}  # meanings that resolve puts together itself


def parts(found: Found) -> Iterator[Found]:
    yield found
    for inside in (*found.slots.values(), *(found.ends or ())):
        if isinstance(inside, Found):
            yield from parts(inside)


@pytest.mark.parametrize("code", choices())
def test_every_pattern_has_a_row(code: str) -> None:
    rows = tomllib.loads((CASES / f"{code}.toml").read_text("utf-8"))["case"]
    spoken = language(code)
    used = {part.pattern for row in rows for found in find(row["text"], spoken) for part in parts(found)}
    unused = [f"{pattern.meaning}: {pattern.words}" for pattern in spoken.patterns if pattern.words not in used]
    assert not unused, "\n" + "\n".join(unused)


@pytest.mark.parametrize("code", choices())
def test_every_pattern_means_something(code: str) -> None:
    assert {pattern.meaning for pattern in language(code).patterns} - set(MEANINGS) <= IN_RANGES


def test_every_meaning_is_said_somehow() -> None:
    said = {pattern.meaning for code in choices() for pattern in language(code).patterns}
    assert set(MEANINGS) - said == IN_REFINING


@pytest.mark.parametrize("name", sorted(MEANINGS))
def test_every_meaning_shows_its_phrase(name: str) -> None:
    assert '"' in (MEANINGS[name].__doc__ or "")


@pytest.mark.parametrize("code", choices())
def test_every_class_and_expression_named_in_a_pattern_exists(code: str) -> None:
    spoken = language(code)
    classes = {name for values in spoken.words.values() for name in values}
    by_digits = {"iso", "slashed", "clock", "decade", "short_year", "number", "ordinal", "day_ordinal", "meridiem", "era"}
    by_digits |= {"day", "hour", "year", "two_digits", "one_digit", "military", "quarter_code", "half_code", "dotted"}
    by_digits |= {"iso_week", "time_group", "fiscal_code"}
    expressions = {f"<{name}" for pattern in spoken.patterns for name in (pattern.kind, pattern.meaning)}
    asked = {name for pattern in spoken.patterns for name in pattern.refers if not name.startswith("=")}
    assert asked - classes - by_digits - expressions == set()
