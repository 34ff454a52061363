"""Who is who inside one document: surnames, offices, acronyms and bare heads are brought to the name given elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from timeline.events.around import acts_like_one, word_after, word_before
from timeline.events.gazetteer import Gazetteer
from timeline.events.listed import same_word_same_kind
from timeline.events.naming import Naming, folded
from timeline.events.offices import offices_of, with_holders
from timeline.events.short_names import acronyms, first_words
from timeline.events.states import listed_capitals
from timeline.model import ActorKind


def settle(text: str, namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """The namings with the document's own evidence applied, in text order; those that stay nobody are dropped."""
    namings = first_words(text, acronyms(text, namings))
    namings = listed_capitals(text, namings, known)
    namings = _ships(text, namings)
    namings = _side_by_side(namings)
    namings = _heads(namings)
    namings = same_word_same_kind(text, namings)
    namings = _surnames(text, namings, known)
    offices = offices_of(text, namings, known)
    return with_holders(text, namings, offices, known)


def _ships(text: str, namings: list[Naming]) -> list[Naming]:
    """A ship once named as one is that ship wherever its name stands: "the Belgrano"; so is one listed with it."""
    if not any(naming.key.startswith("ship:") for naming in namings):
        return namings
    names: dict[str, Naming] = {}
    settled: list[Naming] = []
    last: Naming | None = None
    for naming in namings:
        listed = last is not None and last.key.startswith("ship:") and text[last.end : naming.start] in {" and ", ", "}
        if listed and not naming.key.startswith("ship:") and naming.kind in (ActorKind.PERSON, ActorKind.PLACE):
            name = text[naming.start : naming.end]
            naming = Naming(naming.start, naming.end, ActorKind.ARMED_GROUP, "ship:" + folded(name), name)
        if naming.key.startswith("ship:"):
            name = naming.key.removeprefix("ship:")
            if name not in names or (naming.parent and not names[name].parent):
                names[name] = naming
        settled.append(naming)
        last = naming
    endings = {name.split()[-1]: ship for name, ship in sorted(names.items(), key=lambda item: len(item[0].split()))}
    names = {name: endings.get(name, ship) for name, ship in names.items()}
    return [_as_ship(text, naming, names, endings) for naming in settled]


def _as_ship(text: str, naming: Naming, names: Mapping[str, Naming], endings: Mapping[str, Naming]) -> Naming:
    if naming.key.startswith("ship:"):
        return names[naming.key.removeprefix("ship:")].moved(naming.start, naming.end)
    said = folded(text[naming.start : naming.end])
    if said not in names and said not in endings:
        return naming
    before = text[max(0, naming.start - 4) : naming.start].lower()
    may_end = before == "the " or not naming.sure or naming.kind is ActorKind.PERSON
    ship = names.get(said) or (endings.get(said) if may_end else None)
    if ship and (before == "the " or not naming.sure or " " in said):
        return ship.moved(naming.start, naming.end)
    return naming


def _side_by_side(namings: list[Naming]) -> list[Naming]:
    """Two people named in one run, each named elsewhere too: "Masoud Pezeshkian Vladimir Putin"."""
    if not any(naming.kind is ActorKind.PERSON and naming.name.count(" ") >= 3 for naming in namings):
        return namings
    known = {folded(naming.name) for naming in namings if naming.key.startswith("person:")}
    settled = []
    for naming in namings:
        words = naming.name.split()
        cut = 0
        if naming.key.startswith("person:") and len(words) >= 4:
            splits = range(2, len(words) - 1)
            cut = next(
                (at for at in splits if folded(" ".join(words[at:])) in known or folded(" ".join(words[:at])) in known), 0
            )
        if not cut:
            settled.append(naming)
            continue
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        middle = naming.end - len(second)
        settled.append(naming._replace(end=middle - 1, name=first, key="person:" + folded(first)))
        settled.append(Naming(middle, naming.end, ActorKind.PERSON, "person:" + folded(second), second))
    return settled


def _heads(namings: list[Naming]) -> list[Naming]:
    """ "the Ministry", "Foreign Ministry": the one the document named in full, nearest before, else first after."""
    wanted = {_ending(naming) for naming in namings if naming.key.startswith(("head:", "organ::"))}
    if not wanted:
        return namings
    whole: dict[str, list[Naming]] = {}
    for naming in namings:
        if naming.key.startswith(("organ:", "body:")) and not naming.key.startswith("organ::"):
            name = naming.name.lower()
            for ending in wanted:
                if name.endswith(ending):
                    whole.setdefault(ending, []).append(naming)
    settled: list[Naming] = []
    for naming in namings:
        if naming.key.startswith(("head:", "organ::")):
            candidates = whole.get(_ending(naming))
            if candidates:
                before = [one for one in candidates if one.start < naming.start]
                naming = (before[-1] if before else candidates[0]).moved(naming.start, naming.end)
            elif naming.key.startswith("head:"):
                continue
        settled.append(naming)
    return settled


def _ending(naming: Naming) -> str:
    return naming.key.partition(":")[2].lstrip(":")


def _surnames(text: str, namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """ "Putin" is the Vladimir Putin of the same text; a name the gazetteer knows in full takes that form."""
    full: dict[str, list[tuple[int, Naming]]] = {}
    for naming in namings:
        if naming.kind is ActorKind.PERSON and " " in naming.name and naming.key.startswith("person:"):
            for word in _parts(naming.name):
                full.setdefault(word, []).append((naming.start, naming))
    settled = []
    for naming in namings:
        if naming.sure and naming.kind is not ActorKind.PERSON and (not full or naming.kind is not ActorKind.PLACE):
            settled.append(naming)
            continue
        naming = _of_this_text(naming, full)
        if _may_be_surname(naming) or _is_surname(text, naming, full, known):
            candidates = full.get(folded(naming.name)) or (
                None if " " in naming.name else full.get(folded(naming.name).split()[-1])
            )
            if candidates:
                whole = max((c for c in candidates if c[0] <= naming.start), default=candidates[0], key=lambda c: c[0])[1]
                naming = whole._replace(start=naming.start, end=naming.end, office=naming.office or whole.office)
        if naming.key.startswith("person:"):
            naming = in_full(naming, known)
        settled.append(naming)
    return settled


@lru_cache(maxsize=4096)
def _parts(name: str) -> list[str]:
    """What somebody may be called by: the last words of the name, or the first one."""
    words = folded(name).split()
    parts = {" ".join(words[-length:]) for length in range(1, len(words))}
    if len(words[0]) > 1 and "." not in words[0]:
        parts.add(words[0])
    return [*parts, folded(name.split()[-1])] if "-" in name else [*parts]


def _of_this_text(naming: Naming, full: Mapping[str, list[tuple[int, Naming]]]) -> Naming:
    """ "Castro" of a text that names Elena Castro in full is she, however well known another is by that surname."""
    if naming.kind is not ActorKind.PERSON or " " not in naming.name or naming.end - naming.start >= len(naming.name):
        return naming
    known_as = full.get(folded(naming.name).split()[-1], [])
    before = [one for at, one in known_as if at < naming.start and one.end - one.start >= len(one.name)]
    return before[-1].moved(naming.start, naming.end) if before else naming


def _may_be_surname(naming: Naming) -> bool:
    if naming.kind is ActorKind.PERSON:
        return naming.key.startswith("person:")
    return not naming.sure and naming.key.startswith(("place:", "body:")) and len(naming.name.split()) == 1


def _is_surname(text: str, naming: Naming, full: Mapping[str, list[tuple[int, Naming]]], known: Gazetteer) -> bool:
    """ "Albuquerque built a fort": a town's name that is somebody's of this text, where no town would stand."""
    if naming.kind is not ActorKind.PLACE or " " in naming.name or folded(naming.name) not in full:
        return False
    whose = [one for at, one in full[folded(naming.name)] if at < naming.start and one.name.split()[-1] == naming.name]
    before = word_before(text, naming.start)
    places = known.words["around.place_before"] | known.words["around.place_object"]
    acts = acts_like_one(word_after(text, naming.end), text[naming.end : naming.end + 1], known.words["heads.saying"])
    return bool(whose) and acts and before != "of" and before not in places


def in_full(naming: Naming, known: Gazetteer) -> Naming:
    """The form the gazetteer gives a well-known person: "Seyyed Ali Khamenei" and "Khamenei" are both Ali Khamenei."""
    entry = _well_known(naming.name, known)
    if entry is None:
        return naming
    return naming._replace(name=entry[0], key="person:" + folded(entry[0]), parent=naming.parent or f"state:{entry[1]}")


@lru_cache(maxsize=4096)
def _well_known(name: str, known: Gazetteer) -> tuple[str, str] | None:
    words = name.split()
    surname = words[-1].removeprefix("al-").removeprefix("Al-")
    entry = known.people.get(surname) or (known.people.get(name) if len(words) == 1 else None)
    if entry is None or len(words) == 1:
        return entry
    first = folded(words[0])
    return entry if first == folded(entry[0].split()[0]) or first[:4] == folded(entry[0])[:4] else None
