"""The verbs and nouns of happening: `data/events/kinds.toml`, inflected once, as look-up tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from timeline.model import Kind
from timeline.resources import DATA

_DOUBLES: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
_DOUBLE_ENDINGS: Final = ("mit", "cur", "bel", "pel", "fer", "trol", "gret", "cel", "vel", "nap", "mur", "deter")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's sense. `light`: its noun tells the kind. `saying`: it carries a report, `plain` if nothing else.

    `state`: it tells no happening. `undergone`: what it tells befalls its subject ("sank"). `ceasing`: it ends its noun.
    """

    lemma: str
    kind: Kind
    light: bool = False
    saying: bool = False
    plain: bool = False
    state: bool = False
    undergone: bool = False
    ceasing: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A verb's written form: "base", "s", "past", "participle" or "ing"; past and participle are often one word."""

    verb: Verb
    names: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """`forms` by first word; `phrasal` by first word's form: the words that follow and the verb they make, longest first."""

    forms: Mapping[str, Form]
    phrasal: Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]
    nouns: Mapping[str, Kind]
    order: Mapping[str, re.Pattern[str]]
    members: frozenset[str]
    objects: Mapping[str, Kind]
    people: frozenset[str]
    counted: frozenset[str]
    words: Mapping[str, frozenset[str]]
    starts: frozenset[str]
    heads: frozenset[str]
    noun_starts: frozenset[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    tables = tomllib.loads((DATA / "events" / "kinds.toml").read_text(encoding="utf-8"))
    order = tomllib.loads((DATA / "events" / "order.toml").read_text(encoding="utf-8"))
    forms: dict[str, Form] = {}
    phrasal: dict[str, dict[tuple[str, ...], Form]] = {}
    for verb, parts in _verbs(tables):
        for names, text in _inflected(parts):
            first, *rest = text.split(" ")
            if rest:
                table = phrasal.setdefault(first, {})
                said = table.get(tuple(rest))
                if said is None or said.verb.lemma == verb.lemma:
                    table[tuple(rest)] = Form(verb, names | (said.names if said else frozenset()))
            else:
                known = forms.get(text)
                if known is None or (known.names == {"base"} and "past" in names):
                    forms[text] = Form(verb, names)  # "lay", "found": told of what was, seldom what is
                elif known.verb.lemma == verb.lemma:
                    forms[text] = Form(known.verb, known.names | names)
    nouns = {noun: kind for kind in Kind if kind.value in tables for noun in _several(tables[kind.value]["nouns"])}
    nouns = {_with_s(noun): kind for noun, kind in nouns.items() if not noun.endswith(("s", "ing"))} | nouns
    heads = frozenset(_several(tables["heads"]["nouns"])) | nouns.keys()
    return Lexicon(
        forms,
        {first: tuple(sorted(table.items(), key=lambda item: -len(item[0]))) for first, table in phrasal.items()},
        nouns,
        {name: _any_of(_several(words)) for name, words in order.items()},
        frozenset(noun for name in ("members", "armed", "ships") for noun in _several(tables[name]["nouns"])),
        _objects(tables),
        frozenset(_several(tables["people"]["nouns"])),
        frozenset(_several(tables["counted"]["verbs"])),
        _nouns(tables),
        frozenset(forms) | frozenset(phrasal),
        heads,
        frozenset(noun.split(" ")[0] for noun in nouns),
    )


def _nouns(tables: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The lists of nouns by which a verb's sense is told apart."""
    names = (
        "armed", "ships", "civil", "held", "enemy", "office", "trade", "contest", "figurative", "weapons", "people", "nature",
        "labour", "economy", "posts", "institutions",
    )  # fmt: skip
    words = {name: frozenset(_several(tables[name]["nouns"])) for name in names}
    return words | {"goes_to": frozenset(_several(tables["goes_to"]["verbs"]))}


def _objects(tables: Mapping[str, Any]) -> dict[str, Kind]:
    """What sending, dropping or releasing a thing is."""
    senses = (("goods", Kind.AID), ("weapons", Kind.ASSAULT), ("papers", Kind.OTHER))
    return {noun: kind for name, kind in senses for noun in _several(tables[name]["nouns"])}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.IGNORECASE)


def _several(cell: str) -> list[str]:
    return [text for part in cell.split(";") if (text := " ".join(part.split()))]


def _verbs(tables: Mapping[str, Any]) -> Iterator[tuple[Verb, list[str]]]:
    """Every verb once with its sense, and [base, past, participle]; the first list that has it decides its kind."""
    saying = {part.split("/")[0] for part in _several(tables["saying"]["verbs"])}
    plain = set(_several(tables["saying"]["plain"]))
    undergone = set(_several(tables["undergone"]["verbs"]))
    ceasing = set(_several(tables["ceasing"]["verbs"]))
    light = {part.split("/")[0] for part in _several(tables["light"]["verbs"])}
    seen: set[str] = set()
    for name in [*(kind.value for kind in Kind if kind.value in tables), "light", "happening", "saying", "state"]:
        kind = Kind(name) if name in Kind.__members__ else Kind.OTHER
        for cell in _several(tables[name]["verbs"]):
            parts = cell.split("/")
            lemma = parts[0]
            if lemma in seen:
                continue
            seen.add(lemma)
            yield (
                Verb(
                    lemma,
                    kind,
                    lemma in light,
                    lemma in saying,
                    lemma in plain,
                    name == "state",
                    lemma in undergone,
                    lemma in ceasing,
                ),
                parts,
            )


def _inflected(parts: list[str]) -> Iterator[tuple[frozenset[str], str]]:
    base, _, tail = parts[0].partition(" ")
    tail = f" {tail}" if tail else ""
    yield frozenset({"base"}), base + tail
    yield frozenset({"s"}), _with_s(base) + tail
    for ing in _with_ing(base):
        yield frozenset({"ing"}), ing + tail
    if len(parts) > 1:
        past, participle = parts[1], parts[-1]
        yield frozenset({"past", "participle"} if past == participle else {"past"}), past
        if past != participle:
            yield frozenset({"participle"}), participle
    else:
        for past in _with_ed(base):
            yield frozenset({"past", "participle"}), past + tail


def _with_s(base: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def _doubled(base: str) -> bool:
    one_syllable = len(re.findall(r"[aeiou]+", base)) == 1
    doubles = base.endswith(_DOUBLE_ENDINGS) and not base.endswith(("ffer", "limit", "vomit"))  # "offered", "limited"
    return bool(_DOUBLES.search(base)) and (one_syllable or doubles)


def _with_ing(base: str) -> list[str]:
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return [base[:-1] + "ing"]
    return [base + base[-1] + "ing"] if _doubled(base) else [base + "ing"]


def _with_ed(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if re.search(r"[^aeiou]y$", base):
        return [base[:-1] + "ied"]
    return [base + base[-1] + "ed"] if _doubled(base) else [base + "ed"]
