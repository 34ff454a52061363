"""The ACLED event type of a happening, by its kind and its words: `data/events/acled.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Event, Kind, Mention
from timeline.resources import DATA


class AcledType(NamedTuple):
    """ACLED's event type and sub-type; `note` is what the words cannot tell, "" for nothing."""

    type: str
    sub_type: str
    note: str = ""


def acled(told: Event | Mention) -> AcledType | None:
    """The ACLED type of an event or a mention, None for what ACLED does not record (statements, votes, aid)."""
    tellings = told.mentions if isinstance(told, Event) else (told,)
    words = " ".join([told.title, *(one.kind_why for one in tellings)])
    return next((type for pattern, type in _rules().get(told.kind, ()) if pattern is None or pattern.search(words)), None)


@lru_cache(maxsize=1)
def _rules() -> dict[Kind, list[tuple[re.Pattern[str] | None, AcledType]]]:
    rules: dict[Kind, list[tuple[re.Pattern[str] | None, AcledType]]] = {}
    for row in tomllib.loads((DATA / "events" / "acled.toml").read_text(encoding="utf-8"))["rule"]:
        words = "|".join(re.escape(" ".join(word.split())) for word in row.get("words", "").split(";"))
        pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
        rules.setdefault(Kind(row["kind"]), []).append((pattern, AcledType(row["type"], row["sub_type"], row.get("note", ""))))
    return rules
