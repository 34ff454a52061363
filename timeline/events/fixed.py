"""Names with small words inside, which no run of capitalised words holds: "Save the Children", "Islamic State in Iraq"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from timeline.events.gazetteer import Entry, Gazetteer, Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.runs import Run
from timeline.events.units import JOINTS
from timeline.model import ActorKind


def with_fixed(text: str, runs: Sequence[Run], namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """The namings with such names in the place of what was read inside them."""
    begins = _begins(known)
    words = [word for run in runs for word in run.words if word.text in begins]
    if not words:
        return namings
    found: list[Naming] = []
    for word in words:
        for phrase in begins[word.text]:
            end = word.start + len(phrase)
            if text.startswith(phrase, word.start) and not text[end : end + 1].isalnum():
                found.append(_naming(word.start, end, known.phrases[phrase], known))
                break
    if not found:
        return namings
    starts = [whole.start for whole in found]
    reach = [0, *accumulate((whole.end for whole in found), max)]  # how far the first so many of them reach
    kept = [one for one in namings if reach[bisect_left(starts, one.end)] <= one.start]
    return sorted([*kept, *found], key=lambda one: one.start)


def _naming(start: int, end: int, entry: Entry, known: Gazetteer) -> Naming:
    kind = ActorKind.ARMED_GROUP if entry.sense is Sense.GROUP else ActorKind.ORGANISATION
    return Naming(start, end, kind, "body:" + folded(entry.name), entry.name, _parent(entry.parent, known))


def _parent(name: str, known: Gazetteer) -> str:
    entry = known.phrases.get(name)
    return state_key(entry.state) if entry and entry.state else "body:" + folded(name) if name else ""


@lru_cache(maxsize=4)
def _begins(known: Gazetteer) -> dict[str, list[str]]:
    """The names by their first words, longest first."""
    names = [name for name, entry in known.phrases.items() if entry.sense in (Sense.BODY, Sense.GROUP) and _broken(name)]
    begins: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        begins.setdefault(name.split(" ")[0], []).append(name)
    return begins


def _broken(phrase: str) -> bool:
    """Whether a word inside is small that joins no names elsewhere."""
    words = phrase.split(" ")
    if not words[-1][0].isupper() and not words[-1].startswith("al-"):
        return False  # "Israeli army" is read by its own rules
    joined = JOINTS - {"the"}
    return any(word.islower() and word not in joined and words[at - 1] not in joined for at, word in enumerate(words) if at)
