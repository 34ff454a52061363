"""The names and words by which actors are known: `data/actors`, read once, as plain look-up tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.events.naming import folded
from timeline.resources import DATA


class Sense(StrEnum):
    """What a phrase of the gazetteer names."""

    STATE = "state"
    NATION = "nation"  # "Russian"
    NATIONALS = "nationals"  # "Russians"
    CAPITAL = "capital"
    METONYM = "metonym"
    BODY = "body"
    GROUP = "group"
    PLACE = "place"
    TITLE = "title"
    PEOPLE = "people"  # "Kurdish", "Kurds"
    NEVER = "never"


class Entry(NamedTuple):
    """A phrase's sense, the canonical name it stands for, and the code of the state it belongs to (may be empty)."""

    sense: Sense
    name: str
    state: str = ""
    parent: str = ""


Phrases = Mapping[str, Entry]


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """`phrases` are looked up as written, `titles` in lower case; `reach`: the most words a phrase with a first word has;
    `first_names`: "m", "f" or "" by name; `lived`: the regions where people live to whom deeds are done.

    Compared by identity: there is one.
    """

    phrases: Phrases
    ancient: Phrases
    reach: Mapping[str, int]
    titles: frozenset[str]
    title_reach: Mapping[str, int]
    states: Mapping[str, str]
    adjectives: Mapping[str, str]
    bodies: Mapping[str, Entry]
    people: Mapping[str, tuple[str, str]]
    held: Mapping[str, str]
    first_names: Mapping[str, str]
    common: frozenset[str]
    words: Mapping[str, frozenset[str]]
    organs: Mapping[str, str]
    ships: Mapping[str, str]
    heads: frozenset[str]
    silent: frozenset[str]
    lived: frozenset[str]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The shipped gazetteer; about 30 ms to read, and shared because it never changes."""
    tables = tomllib.loads((DATA / "actors" / "words.toml").read_text(encoding="utf-8"))
    words = dict(_word_sets(tables))
    words["heads.nothing"] |= {word + "s" for word in words["heads.nothing"]}
    phrases: dict[str, Entry] = {}
    states: dict[str, str] = {}
    ancient: dict[str, Entry] = {}
    _add_places(phrases)
    bodies = _add_bodies(phrases)
    _add_states(phrases, ancient, states)
    for name in words["calendar.never"] | words["equipment.never"]:
        phrases |= dict.fromkeys((name.title(), name.upper(), name[0].upper() + name[1:]), Entry(Sense.NEVER, name))
    for pair in words["peoples.names"]:
        phrase, _, name = pair.partition("=")
        phrases[phrase] = Entry(Sense.PEOPLE, name)
    titles = frozenset().union(*(words[f"titles.{kind}"] for kind in ("political", "military", "courtesy")))
    return Gazetteer(
        phrases=phrases,
        ancient=ancient,
        reach=_reach(phrases | ancient),
        titles=titles,
        title_reach=_reach(titles),
        states=states,
        adjectives={code: _several(adjectives)[0] for code, _, _, adjectives, *_ in _rows("states.tsv", 8) if adjectives}
        | tables["nations"]["short"],
        bodies=bodies,
        people={surname: (name, state) for surname, name, state, _ in _rows("people.tsv", 4)},
        held={"person:" + folded(name): office for _, name, _, office in _rows("people.tsv", 4) if office},
        first_names=_first_names(),
        common=_word_list("common_words.txt"),
        words=words,
        organs=tables["nations"]["organs"],
        ships=tables["ships"]["prefixes"],
        silent=frozenset(word for word in words["openers.function"] if word.capitalize() not in phrases),
        lived=frozenset(name for name, _, lived in _rows("regions.tsv", 3) if lived),
        heads=frozenset().union(*(words[f"heads.{kind}"] for kind in ("armed", "organisation", "place_last", "place_of"))),
    )


def _word_sets(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for key, value in tables.items():
        if isinstance(value, str):
            yield prefix + key, frozenset(split for word in value.split(";") if (split := " ".join(word.split())))
        elif isinstance(value, dict):
            yield from _word_sets(value, f"{prefix}{key}.")


def _lines(name: str) -> Iterator[str]:
    text = (DATA / "actors" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _word_list(name: str) -> frozenset[str]:
    """One word a line; the comments at the head do no harm among words that are looked up."""
    return frozenset((DATA / "actors" / name).read_text(encoding="utf-8").split("\n"))


def _first_names() -> dict[str, str]:
    """Whose name each is: "m", "f", or "" where it may be either's."""
    return {name: whose for name, _, whose in (line.partition(" ") for line in _lines("first_names.txt"))}


def _rows(name: str, width: int) -> Iterator[list[str]]:
    for line in _lines(name):
        cells = line.split("|")
        yield cells + [""] * (width - len(cells))


def _add_places(phrases: dict[str, Entry]) -> None:
    for line in _lines("places.tsv"):
        name, state, *canonical = line.split("\t")
        phrases[name] = Entry(Sense.PLACE, canonical[0] if canonical else name, state)
    for name, others, _ in _rows("regions.tsv", 3):
        entry = phrases.get(name) or Entry(Sense.PLACE, name)
        phrases |= dict.fromkeys([name, *_several(others)], entry)


def _add_bodies(phrases: dict[str, Entry]) -> dict[str, Entry]:
    bodies = {}
    for kind, name, others, parent in _rows("bodies.tsv", 4):
        entry = Entry(Sense.GROUP if kind == "a" else Sense.BODY, name, parent=parent)
        bodies[name] = entry
        phrases |= dict.fromkeys([name, *_several(others)], entry)
    return bodies


def _add_states(phrases: dict[str, Entry], ancient: dict[str, Entry], states: dict[str, str]) -> None:
    for code, name, others, adjectives, nationals, capitals, metonyms, era in _rows("states.tsv", 8):
        into = ancient if era == "ancient" else phrases
        states[code] = name
        for sense, cells in (
            (Sense.CAPITAL, capitals),
            (Sense.STATE, f"{name};{others}"),
            (Sense.NATION, adjectives),
            (Sense.NATIONALS, nationals),
            (Sense.METONYM, metonyms),
        ):
            for phrase in _several(cells):
                into[phrase] = Entry(sense, phrase if sense is Sense.CAPITAL else name, code)


def _several(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _reach(phrases: Mapping[str, Entry] | frozenset[str]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for phrase in phrases:
        if " " in phrase:
            words = phrase.split(" ")
            reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach
