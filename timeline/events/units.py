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


def _unit(text: str, start: int, end: int, entry: Entry | None = None, joint: str = "") -> Unit:
    return Unit(text, text.lower(), start, end, entry, entry.sense if entry else None, joint)


def units(words: tuple[Word, ...], known: Gazetteer, ancient: bool) -> list[Unit]:
    """Longest phrases first, from left to right."""
    if len(words) == 1:
        word = words[0]
        if ("-" in word.text or "–" in word.text) and (compound := _compound(word, known, ancient)):
            return compound
        return [_unit(word.text, word.start, word.end, _entry(word.text, known, ancient))]
    found: list[Unit] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.text in JOINTS:
            end = at + 2 if word.text != "the" and words[at + 1].text == "the" else at + 1
            found.append(_unit(word.text, word.start, words[end - 1].end, None, word.text))
            at = end
            continue
        if ("-" in word.text or "–" in word.text) and (compound := _compound(word, known, ancient)):
            found += compound
            at += 1
            continue
        for length in range(min(_reach(word.text, known), len(words) - at), 1, -1):
            text = " ".join([part.text for part in words[at : at + length]])
            entry = _entry(text, known, ancient)
            if entry:
                found.append(_unit(text, word.start, words[at + length - 1].end, entry))
                at += length
                break
        else:
            found.append(_unit(word.text, word.start, word.end, _entry(word.text, known, ancient)))
            at += 1
    return found


_STATES: Final = frozenset({Sense.STATE, Sense.NATION, Sense.CAPITAL, Sense.PEOPLE})


def _compound(word: Word, known: Gazetteer, ancient: bool) -> list[Unit]:
    """ "US-Israeli" is two states side by side, "Iranian-backed" one and no part of the name after it; [] for other words."""
    if _entry(word.text, known, ancient):
        return []
    found, at = [], word.start
    for part in re.split("[-–]", word.text):
        entry = known.phrases.get(part) if part[:1].isupper() else None
        if entry and entry.sense in _STATES:
            found.append(_unit(part, at, at + len(part), entry))
        elif part[:1].isupper() or not found:
            return []
        else:
            found.append(_unit(part, at, at + len(part), None, HYPHENATED))
        at += len(part) + 1
    return found


@lru_cache(maxsize=20_000)
def _reach(first: str, known: Gazetteer) -> int:
    """The most words a phrase or a title has that begins with a word."""
    phrase = first.title() if first.isupper() and first not in known.reach else first
    return min(max(known.reach.get(phrase, 1), known.title_reach.get(_bare(first), 1)), _LONGEST)


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
