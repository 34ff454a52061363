"""Offices and bodies named without their names: "the Russian president", "the ministry", brought to who holds or is them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from timeline.events.gazetteer import Entry, Gazetteer, Sense
from timeline.events.naming import Naming
from timeline.events.states import named_organ, state
from timeline.model import ActorKind

_AFTER: Final = re.compile(r", (?:the |a )?[^,.;]{0,45}")
_BEFORE: Final = re.compile(r"[^,.;]{0,45}, $")


@lru_cache(maxsize=64)
def _office_pattern(offices: frozenset[str]) -> re.Pattern[str]:
    # What stands before is asked after the first letter: a pattern that begins with letters is found many times faster.
    names = sorted((rf"{re.escape(name[0])}(?<![\w-].){re.escape(name[1:])}" for name in offices), key=len, reverse=True)
    return re.compile(rf"({'|'.join(names)})(?![\w-]|['’]s?\b)")


def offices_of(text: str, namings: Iterable[Naming], known: Gazetteer) -> dict[tuple[str, str], list[Naming]]:
    """(office, state key or "") -> who is said to hold it, by a title before the name or an apposition beside it."""
    holders: dict[tuple[str, str], list[Naming]] = {}
    pattern = _office_pattern(known.words["titles.office"])
    people = [naming for naming in namings if naming.key.startswith("person:")]
    for naming in people:
        offices = {naming.office} if naming.office else set()
        offices.update(found[1] for beside in _beside(text, naming) for found in pattern.finditer(beside.lower()))
        held = known.held.get(naming.key)
        if held and naming.parent and held not in offices:
            holders.setdefault((held, naming.parent), []).append(naming)
        for office in offices & known.words["titles.office"]:
            for land in {naming.parent, ""}:
                holders.setdefault((office, land), []).append(naming)
    return holders


def _beside(text: str, naming: Naming) -> list[str]:
    """What stands right before or after a name, parted from it by a comma."""
    beside = []
    if text.startswith(",", naming.end) and (after := _AFTER.match(text, naming.end, naming.end + 60)):
        beside.append(after[0])
    if text[naming.start - 2 : naming.start] == ", ":
        before = _BEFORE.search(text[max(0, naming.start - 50) : naming.start])
        beside += [before[0]] if before else []
    return beside


def with_holders(
    text: str, namings: list[Naming], offices: Mapping[tuple[str, str], list[Naming]], known: Gazetteer
) -> list[Naming]:
    """Offices named without their holder are given to the holder the document names, when there is one only."""
    settled = [_held(naming, offices) if naming.key.startswith("office:") else naming for naming in namings]
    if offices:
        settled += _small_offices(text, settled, offices, known)
    settled += _small_bodies(text, settled, known)
    settled += _bodies_of_one_state(text, settled, known)
    return _outermost(settled)


def _held(naming: Naming, offices: Mapping[tuple[str, str], list[Naming]]) -> Naming:
    holders = offices.get((naming.office, naming.parent), [])
    if len({holder.key for holder in holders}) == 1:
        return holders[0]._replace(start=naming.start, end=naming.end)
    return naming


def _small_offices(
    text: str, namings: list[Naming], offices: Mapping[tuple[str, str], list[Naming]], known: Gazetteer
) -> list[Naming]:
    """ "the Russian president", "the president of Russia": lower-case offices of people the document names."""
    found = []
    ends = {naming.end: naming for naming in namings}
    starts = {naming.start: naming for naming in namings}
    for matched in _office_pattern(frozenset({office for office, _ in offices})).finditer(text):
        start, end = matched.span()
        if not text[start].islower():
            continue
        before = text[max(0, start - 4) : start].lower()
        nation = next((ends[at] for at in (start - 1, start - 3) if at in ends and ends[at].kind is ActorKind.STATE), None)
        realm = re.match(r" of (?:the )?", text[end : end + 9])
        lord = starts.get(end + realm.end()) if realm else None
        state = nation or (lord if lord and lord.kind is ActorKind.STATE else None)
        if not state and (realm or before != "the "):
            continue
        holders = offices.get((matched[1].lower(), state.key if state else ""), [])
        follows = starts.get(end + 1)
        if len({holder.key for holder in holders}) == 1 and not (follows and follows.kind is ActorKind.PERSON):
            found.append(holders[0].moved(nation.start if nation else start, lord.end if lord and state is lord else end))
    return found


def _small_bodies(text: str, namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """ "the army", "the foreign ministry": the body of a state the document names, when there is one only."""
    bodies: dict[str, dict[str, Naming]] = {}
    for naming in namings:
        if naming.key.startswith("organ:") and not naming.key.startswith("organ::"):
            plain = naming.key.rsplit(":", 1)[1]
            for said in {plain, plain.split()[-1]}:
                bodies.setdefault(said, {})[naming.key] = naming
    single = {said: next(iter(named.values())) for said, named in bodies.items() if len(named) == 1}
    if not single:
        return []
    named = _body_pattern(frozenset(single)).finditer(text)
    return [single[found[1]].moved(*found.span(1)) for found in named]


def _bodies_of_one_state(text: str, namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """ "the government", "the army" in a text of one state alone: that state, or its army."""
    keys = {key for naming in namings for key in (naming.key, naming.parent) if key.startswith("state:")}
    if len(keys) != 1:
        return []
    code = next(iter(keys)).removeprefix("state:")
    entry = Entry(Sense.STATE, known.states.get(code, ""), code)
    if not entry.name:
        return []
    found = []
    for said in _body_pattern(known.words["nations.alone"]).finditer(text):
        if text.startswith(" of ", said.end()):
            continue  # "the army of Gaius Flaminius"
        organ = known.organs.get(said[1])
        naming = named_organ(code, organ, *said.span(1), known) if organ else state(entry, *said.span(1), known)
        found.append(naming)
    return found


@lru_cache(maxsize=64)
def _body_pattern(bodies: frozenset[str]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(map(re.escape, bodies), key=len, reverse=True))
    return re.compile(rf"[Tt]he (?<!\w.he )({longest_first})(?![\w-]|['’]s?\b)")


def _outermost(namings: list[Naming]) -> list[Naming]:
    """In text order, without namings inside longer ones of the same actor, or inside an office given to a person."""
    kept: list[Naming] = []
    for naming in sorted(namings, key=lambda one: (one.start, -one.end)):
        if kept and naming.start < kept[-1].end:
            continue
        kept.append(naming)
    return kept
