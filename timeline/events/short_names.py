"""Short names a document gives its bodies: acronyms in brackets, and the first word of a long name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Final

from timeline.events.naming import Naming, folded
from timeline.model import ActorKind

_ACRONYM: Final = re.compile(r"\s*\((?:the |or )?[“\"]?([A-Z][A-Za-z&-]{1,9})[”\"]?[);,]")
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "de", "al"})
_REACH: Final = 80  # characters before a name's end in which the words of its acronym stand
_ARMS: Final = frozenset({"forces", "force", "army", "navy", "guard", "guards", "corps"})
_FIRM: Final = frozenset(
    {
        "ltd",
        "inc",
        "plc",
        "llc",
        "llp",
        "gmbh",
        "ag",
        "nv",
        "pjsc",
        "jsc",
        "corp",
        "limited",
        "company",
        "holdings",
        "group",
        "bank",
        "corporation",
    }
)


def acronyms(text: str, namings: list[Naming]) -> list[Naming]:
    """ "Free Syrian Army (FSA)": FSA is that body from here on, and before; its letters tell where the name begins."""
    stands_for: dict[str, Naming] = {}
    whole: dict[int, Naming] = {}
    for naming, following in zip_longest(namings, namings[1:]):
        if not text.startswith(" (", naming.end) or not (matched := _ACRONYM.match(text, naming.end)):
            continue
        letters = matched[1].upper()
        naming = _forces(text, naming, letters)
        spelt = _initials(naming.name)
        if letters != spelt and len(letters) > 2 and letters.endswith(spelt[-2:]):
            start = _spelt_from(text, naming, letters)
            if start < naming.start:
                name = text[start : naming.end]
                naming = naming._replace(start=start, name=name, key="body:" + folded(name), parent="")
                naming = naming if naming.kind is not ActorKind.PERSON else naming._replace(kind=ActorKind.ORGANISATION)
                whole[naming.end] = naming
                spelt = letters
        foreign = following is not None and following.end <= matched.end() and _may_be_foreign(naming, following)
        if naming.parent and naming.name == text[naming.start : naming.end] and letters == spelt:
            stands_for.setdefault(naming.name, naming)
        if letters == spelt or foreign or (len(letters) > 2 and spelt.startswith(letters[:2])):
            stands_for.setdefault(matched[1], naming)
    if not stands_for:
        return namings
    settled = _with_whole(namings, whole) if whole else namings
    return [_meant(text, naming, stands_for) for naming in settled]


def _forces(text: str, naming: Naming, letters: str) -> Naming:
    """ "Sudanese Armed Forces (SAF)": forces with letters of their own are a body, and not only their state."""
    said = text[naming.start : naming.end]
    if naming.kind is not ActorKind.STATE or said.rpartition(" ")[2].lower() not in _ARMS or _initials(said) != letters:
        return naming
    return Naming(naming.start, naming.end, ActorKind.ARMED_GROUP, "body:" + folded(said), said, naming.key)


def _may_be_foreign(naming: Naming, following: Naming) -> bool:
    """ "Main Intelligence Directorate (GRU)": letters nobody else is known by, right after a body's name."""
    body = naming.key.startswith(("body:", "organ:")) and " " in naming.name
    return body and following.name.isupper() and not following.sure and following.key.startswith("body:")


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word.lower() not in _SMALL).upper()


def _spelt_from(text: str, naming: Naming, letters: str) -> int:
    """Where the words begin whose first letters make an acronym, going left from a name's end; its own start if nowhere."""
    begin = max(0, naming.end - _REACH)
    for word in reversed(list(re.finditer(r"(?<![\w-])[A-Z]", text[begin : naming.start]))):
        words = text[begin + word.start() : naming.end]
        if not all(part[0].isupper() or part.lower() in _SMALL for part in words.split()) or re.search(r"[.;:()]", words):
            return naming.start
        if _initials(words) == letters:
            return begin + word.start()
    return naming.start


def _with_whole(namings: list[Naming], whole: Mapping[int, Naming]) -> list[Naming]:
    """The namings with the longer ones in the place of those inside them."""
    starts = {end: naming.start for end, naming in whole.items()}
    inside = [(start, end) for end, start in starts.items()]
    kept = [one for one in namings if not any(first <= one.start < last and one.end != last for first, last in inside)]
    return [whole.get(one.end, one) for one in kept]


def _meant(text: str, naming: Naming, stands_for: Mapping[str, Naming]) -> Naming:
    whole = stands_for.get(text[naming.start : naming.end])
    return whole.moved(naming.start, naming.end) if whole else naming


def first_words(text: str, namings: list[Naming]) -> list[Naming]:
    """ "Northgate" after "Northgate Holdings Ltd": the firm by the first word of its name, where no other begins with it."""
    firms: dict[str, dict[str, Naming]] = {}
    for naming in namings:
        if not naming.sure or not naming.key.startswith("body:"):
            continue
        words = naming.name.lower().split()
        if len(words) > 1 and words[-1].rstrip(".") in _FIRM:
            firms.setdefault(words[0], {})[naming.key] = naming
    single = {word: next(iter(named.values())) for word, named in firms.items() if len(named) == 1}
    if not single:
        return namings
    return [_firm(naming, single) for naming in namings]


def _firm(naming: Naming, single: Mapping[str, Naming]) -> Naming:
    firm = None if naming.sure else single.get(naming.name.lower())
    return firm.moved(naming.start, naming.end) if firm else naming
