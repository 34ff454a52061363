"""The words of a run as units: the longest phrases of the gazetteer, titles, joints, and words unknown."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.events.gazetteer import Entry, Gazetteer, Sense
from timeline.events.runs import Word

JOINTS: Final = frozenset({"of", "for", "and", "the"})
HYPHENATED: Final = "-"
_TITLE: Final = Entry(Sense.TITLE, "")
_LONGEST: Final = 7


class Unit(NamedTuple):
    """One or more words; `entry` and its `sense` are None for an unknown word.

    `joint` is "of" or "and" between names, and "-" for what hangs on in "Kurdish-led".
    """

    text: str
    lower: str
    start: int
    end: int
    entry: Entry | None
    sense: Sense | None
    joint: str


def units(words: tuple[Word, ...], known: Gazetteer, ancient: bool) -> list[Unit]:
    """Longest phrases first, from left to right."""
    found: list[Unit] = []
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        if word.text in JOINTS:
            end = at + 2 if word.text != "the" and at + 1 < count and words[at + 1].text == "the" else at + 1
            found.append(Unit(word.text, word.text, word.start, words[end - 1].end, None, None, word.text))
            at = end
            continue
        alone = _alone(word.text, known, ancient)
        if alone.hyphens and (compound := _compound(word, known)):
            found += compound
            at += 1
            continue
        for length in range(min(alone.reach, count - at), 1, -1):
            text = " ".join([part.text for part in words[at : at + length]])
            if entry := _entry(text, known, ancient):
                found.append(Unit(text, text.lower(), word.start, words[at + length - 1].end, entry, entry.sense, ""))
                at += length
                break
        else:
            found.append(Unit(word.text, alone.lower, word.start, word.end, alone.entry, alone.sense, ""))
            at += 1
    return found


_STATES: Final = frozenset({Sense.STATE, Sense.NATION, Sense.CAPITAL, Sense.PEOPLE})


def _compound(word: Word, known: Gazetteer) -> list[Unit]:
    """ "US-Israeli" is two states side by side, "Iranian-backed" one and no part of the name after it; [] for other words."""
    found, at = [], word.start
    for part in re.split("[-–]", word.text):
        entry = known.phrases.get(part) if part[:1].isupper() else None
        if entry and entry.sense in _STATES:
            found.append(Unit(part, part.lower(), at, at + len(part), entry, entry.sense, ""))
        elif part[:1].isupper() or not found:
            return []
        else:
            found.append(Unit(part, part.lower(), at, at + len(part), None, None, HYPHENATED))
        at += len(part) + 1
    return found


class _Alone(NamedTuple):
    """A word by itself; `reach` is the most words a phrase or a title has that begins with it."""

    lower: str
    entry: Entry | None
    sense: Sense | None
    reach: int
    hyphens: bool


@lru_cache(maxsize=20_000)
def _alone(text: str, known: Gazetteer, ancient: bool) -> _Alone:
    entry = _entry(text, known, ancient)
    first = text.title() if text.isupper() and text not in known.reach else text
    reach = min(max(known.reach.get(first, 1), known.title_reach.get(_bare(text), 1)), _LONGEST)
    hyphens = entry is None and ("-" in text or "–" in text)
    return _Alone(text.lower(), entry, entry.sense if entry else None, reach, hyphens)


def _bare(text: str) -> str:
    return text.lower().rstrip(".")


@lru_cache(maxsize=20_000)
def _entry(text: str, known: Gazetteer, ancient: bool) -> Entry | None:
    if ancient and text in known.ancient:
        return known.ancient[text]
    entry = known.phrases.get(text)
    if entry is None:
        bare = _bare(text)
        if bare in known.titles or (len(bare) > 6 and bare.endswith("s") and bare[:-1] in known.titles):
            return _TITLE
        if len(text) > 3 and text.isupper():
            entry = known.phrases.get(text.title().replace(" Of ", " of ").replace(" The ", " the "))
    return entry
