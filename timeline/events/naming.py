"""A naming: one stretch of text that names an actor, before it is known which actor of the document that is."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from timeline.model import ActorKind


class Naming(NamedTuple):
    """`key` is the canonical key ("state:RUS", "person:vladimir putin"), `parent` that of the body it is part of, or "".

    `office` is the title a person is named with, lower case; `sure` is False when only the surroundings gave the kind.
    """

    start: int
    end: int
    kind: ActorKind
    key: str
    name: str
    parent: str = ""
    office: str = ""
    sure: bool = True

    def moved(self, start: int, end: int) -> Naming:
        # Written out: _replace costs twice as much, and this is asked thousands of times a text.
        return Naming(start, end, self.kind, self.key, self.name, self.parent, self.office, self.sure)


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A name without case, accents and hyphens, for keys: "Pérez de Cuéllar" and "Perez de Cuellar" are one."""
    if name.isascii():
        return name.lower().replace("-", " ")
    plain = unicodedata.normalize("NFD", name.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower().replace("-", " ").replace("–", " ")


def state_key(code: str) -> str:
    return f"state:{code}"


def person_key(name: str) -> str:
    return "person:" + folded(name)
