"""The one text form of a Query, both ways: `since=1982-04-02&until=1982-06-14&actor=a1,a7&role=initiator`.

A list is joined by commas (a comma inside a name is encoded). Each parameter is a row of PARAMETERS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar
from urllib.parse import quote_plus, unquote_plus

from timeline.chronology.precision import Precision
from timeline.chronology.query import DEFAULTS, Match, Mode, Query
from timeline.errors import QueryError
from timeline.model import Certainty, Kind, Review, Role
from timeline.spans import MINUTES_A_DAY, Moment, Span, exists, iso, parse_iso

Choice = TypeVar("Choice", bound=StrEnum)
Problems = list[str]


class Parameter(NamedTuple):
    """A parameter of the text form: its name there, the Query's field, and how its value is read and written."""

    name: str
    field: str
    read: Callable[[str, str, Problems], Any]
    write: Callable[[Any], str]


def _read_since(name: str, value: str, problems: Problems) -> Moment | None:
    span = _span(name, value, problems)
    return span.start if span else None


def _read_until(name: str, value: str, problems: Problems) -> Moment | None:
    span = _span(name, value, problems)
    return span.end if span else None


_BEFORE_CHRIST: Final = re.compile(r"(\d{1,4}) ?bce?", re.IGNORECASE)


def _span(name: str, value: str, problems: Problems) -> Span | None:
    said = unquote_plus(value).strip()
    before = _BEFORE_CHRIST.fullmatch(said)
    try:
        return Span.of(1 - _real_year(int(before[1]))) if before else parse_iso(said)
    except ValueError as error:
        how = "write it like 1982, 1982-04, 1982-04-02, 1982-04-02T06:30, -0479 or 480 BC"
        problems.append(f"{name}={said}: {error}; {how}")
        return None


def _real_year(before_christ: int) -> int:
    if not exists(1 - before_christ, 1, 1) or before_christ == 0:
        raise ValueError(f"no such year: {before_christ} BC")
    return before_christ


def _write_since(since: Moment) -> str:
    return iso(since, with_time=bool(since % MINUTES_A_DAY))


def _write_until(until: Moment) -> str:
    return iso(until - 1, with_time=bool(until % MINUTES_A_DAY))


def _one_of(choices: type[Choice]) -> Callable[[str, str, Problems], Choice | None]:
    by_text = {choice.value.casefold(): choice for choice in choices}

    def read(name: str, value: str, problems: Problems) -> Choice | None:
        said = unquote_plus(value).strip()
        if said.casefold() not in by_text:
            known = [choice.value for choice in choices]
            problems.append(f"{name}={said} is not known;{_nearest(said, known)} it is one of {', '.join(known)}")
        return by_text.get(said.casefold())

    return read


def _some_of(choices: type[Choice]) -> Callable[[str, str, Problems], tuple[Choice, ...]]:
    one = _one_of(choices)

    def read(name: str, value: str, problems: Problems) -> tuple[Choice, ...]:
        # Some programs encode the commas of a link too; no choice has one in its name.
        parts = unquote_plus(value).split(",")
        return tuple(found for part in parts if part.strip() and (found := one(name, quote_plus(part), problems)))

    return read


def _read_list(name: str, value: str, problems: Problems) -> tuple[str, ...]:
    return tuple(unquote_plus(part) for part in value.split(",") if part)


def _write_list(values: Iterable[str]) -> str:
    return ",".join(quote_plus(value) for value in values)


def _read_words(name: str, value: str, problems: Problems) -> str:
    return unquote_plus(value)


_YES_NO: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def _read_flag(name: str, value: str, problems: Problems) -> bool | None:
    said = unquote_plus(value).strip().casefold()
    if said not in _YES_NO:
        problems.append(f"{name}={said} is not known; it is yes or no")
    return _YES_NO.get(said)


def _write_flag(flag: bool) -> str:
    return "yes" if flag else "no"


def _read_number(name: str, value: str, problems: Problems) -> int | None:
    said = unquote_plus(value).strip()
    if not re.fullmatch(r"[1-9]\d{0,5}", said):
        problems.append(f"{name}={said} is no number to count by; write it like {name}=2")
        return None
    return int(said)


PARAMETERS: Final = (
    Parameter("since", "since", _read_since, _write_since),
    Parameter("until", "until", _read_until, _write_until),
    Parameter("match", "match", _one_of(Match), str),
    Parameter("actor", "actors", _read_list, _write_list),
    Parameter("mode", "mode", _one_of(Mode), str),
    Parameter("role", "role", _one_of(Role), str),
    Parameter("organs", "organs", _read_flag, _write_flag),
    Parameter("place", "places", _read_list, _write_list),
    Parameter("kind", "kinds", _some_of(Kind), _write_list),
    Parameter("source", "sources", _read_list, _write_list),
    Parameter("q", "words", _read_words, quote_plus),
    Parameter("certainty", "certainty", _some_of(Certainty), _write_list),
    Parameter("precision", "precision", _some_of(Precision), _write_list),
    # Read as it is typed: "sources>=2".
    Parameter("sources>", "independent", _read_number, str),
    Parameter("disputed", "disputed", _read_flag, _write_flag),
    Parameter("review", "review", _some_of(Review), _write_list),
    Parameter("tag", "tags", _read_list, _write_list),
)
_BY_NAME: Final = {parameter.name: parameter for parameter in PARAMETERS}


def write(query: Query, changes: Mapping[str, Any] | None = None) -> str:
    """The text form, naming only what is asked; with some fields changed, as for many links that differ in one of them."""
    changes = changes or {}
    asked = ((row, changes[row.field] if row.field in changes else getattr(query, row.field)) for row in PARAMETERS)
    return "&".join(f"{row.name}={row.write(value)}" for row, value in asked if value != DEFAULTS[row.field])


def read(text: str, ignoring: Container[str] = ()) -> tuple[Query, Problems]:
    """What can be understood, and a sentence for each thing that cannot."""
    problems: Problems = []
    found: dict[str, Any] = {}
    for piece in text.strip().lstrip("?#").split("&"):
        name, _, value = piece.partition("=")
        name = unquote_plus(name).strip()
        if not name or name in ignoring:
            continue
        row = _BY_NAME.get(name)
        if row is None:
            problems.append(f"{name!r} is not a filter;{_nearest(name, _BY_NAME)} the filters are {', '.join(_BY_NAME)}")
            continue
        _take(row, value, found, problems)
    try:
        return Query(**found), problems
    except QueryError as error:
        problems.append(str(error))
        return Query(**{field: value for field, value in found.items() if field not in ("since", "until")}), problems


def _take(row: Parameter, value: str, found: dict[str, Any], problems: Problems) -> None:
    """Read one parameter; lists given twice are joined, anything else given twice is a problem."""
    read = row.read(row.name, value, problems) if value else None
    if read is None:
        return
    if row.field in found and not isinstance(read, tuple):
        problems.append(f"{row.name} is given twice; it takes one value")
        return
    found[row.field] = found[row.field] + read if row.field in found else read


def _nearest(said: str, known: Iterable[str]) -> str:
    close = get_close_matches(said.casefold(), [name.casefold() for name in known], 1, 0.6)
    named = next((name for name in known if close and name.casefold() == close[0]), None)
    return f" did you mean {named}?" if named else ""
