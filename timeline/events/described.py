"""What a text says an unknown name is: "Mwatana, a rights group based in Sanaa", "the rebels, among them Sultan Murad"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.events.around import word_before
from timeline.events.gazetteer import Gazetteer
from timeline.model import ActorKind

_KINDS: Final = {
    "person": ActorKind.PERSON,
    "organisation": ActorKind.ORGANISATION,
    "armed": ActorKind.ARMED_GROUP,
    "place": ActorKind.PLACE,
}
_SEVERAL: Final = {
    "people": ActorKind.PERSON,
    "bodies": ActorKind.ORGANISATION,
    "bands": ActorKind.ARMED_GROUP,
    "places": ActorKind.PLACE,
}
_APPOSED: Final = re.compile(
    r", (?:(?:once|then|now|formerly|also|himself|herself|itself|perhaps) )?"
    r"(?:an?|the|its|his|her|their|another|one of (?:the|its|his|their)|once an?|then an?) ((?:[\w’'-]+ ){0,6}?[\w’'-]+)"
    r"(?=[,.;:)—–]|$| (?:of|in|on|at|near|to|from|for|with|by|under|between|close|north|south|east|west|who|which|that|where"
    r"|whose|based|led|and)\b)"
)
_LED: Final = re.compile(r", (?:(?:itself|both|which is|who are) )?([a-z]+) (?:by|in|to|with|under|from)\b")
_SORTS: Final = re.compile(
    r", (?:two |both |three |neighbouring |nearby |rival |all )?([a-z]+) (?:of|in|on|near|from|close|that|which|who|led)\b"
)
_WORK: Final = re.compile(r"([a-z]+) (?:at|for|with) (?:the )?[“\"]?$")
_CALLED: Final = re.compile(r"([a-z-]+),? (?:known as|called|named|dubbed|calling itself|nicknamed) (?:the )?[“\"]?$")
_BY: Final = re.compile(r"([a-z]+) by (?:the )?$")
_CAMEL: Final = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]*")  # "AngloGold", "DeepState"
_SURNAMES: Final = ("Mc", "Mac", "De", "La", "Le", "Fitz", "Van", "Di", "Du", "Al", "Von", "Da", "El")
_SAINTS: Final = ("Saint-", "Sainte-", "San-", "Santa-")
_LEADS: Final = frozenset(
    {"as", "including", "like", "them", "namely", "notably", "especially", "called", "named", "dubbed", "nicknamed", "of"}
    | {"themselves", "itself"}
)
_WORK_LEADS: Final = frozenset({"at", "for", "with", "by"})
_REACH: Final = 34  # characters before a name in which "towns such as" stands


def described(text: str, start: int, end: int, known: Gazetteer) -> ActorKind | None:
    """The kind of a name by what the text calls it; None when it calls it nothing."""
    return apposed(text, start, end, known) or _by_noun_before(text, start, known) or _by_sort(text, start, known)


def apposed(text: str, start: int, end: int, known: Gazetteer) -> ActorKind | None:
    """The kind of a name by what stands after it between commas."""
    if text[end : end + 2] != ", ":
        return None
    led = _LED.match(text, end)
    if led and led[1] in known.words["described.led"]:
        return ActorKind.ORGANISATION
    sorts = _SORTS.match(text, end, end + 60)
    kind = _plurals(known).get(sorts[1]) if sorts else None
    if kind is None:
        what = _APPOSED.match(text, end, end + 90)
        kind = _kind_of(what[1].lower().split(), known) if what else None
    if kind is None:
        return None
    located = word_before(text, start) in known.words["around.place_before"]
    return None if located and kind is not ActorKind.PLACE else kind  # "In Sake, a woman"


def _kind_of(words: list[str], known: Gazetteer) -> ActorKind | None:
    """By the last of some words that says what something is; two words together say more than one."""
    sorts = _sorts(known)
    for at in range(len(words) - 1, -1, -1):
        kind = sorts.get(" ".join(words[max(0, at - 1) : at + 1])) or sorts.get(words[at])
        if kind:
            return kind
    return None


def _by_noun_before(text: str, start: int, known: Gazetteer) -> ActorKind | None:
    if text[start - 1 : start] in {"“", '"', "‘"}:
        start -= 1
    if text[start - 1 : start] != " " or not text[start - 2 : start - 1].islower():
        return None
    words = text[max(0, start - _REACH) : start - 1].rsplit(" ", 2)
    sorts = _sorts(known)
    kind = sorts.get(" ".join(words[-2:])) or sorts.get(words[-1])
    return kind if kind in (ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.PLACE) else None


def _by_sort(text: str, start: int, known: Gazetteer) -> ActorKind | None:
    """ "towns such as X", "researcher at X", "employed by X"."""
    last = word_before(text, start)
    if last == "the":
        last = word_before(text, start - 4)
    before = text[max(0, start - _REACH) : start]
    if last in _WORK_LEADS:
        worked, made = _WORK.search(before), _BY.search(before)
        employs = (worked and worked[1] in known.words["described.staff"]) or (
            made and made[1] in known.words["described.employed"]
        )
        return ActorKind.ORGANISATION if employs else None
    if last not in _LEADS and (last or "," not in before[-6:]):
        return None  # nearly always: what follows costs
    several = None
    if before.lower().removesuffix("\n").removesuffix("the ").endswith(_ends_several(known)):
        several = _several(known).search(before)
    if several:
        return _plurals(known)[(several[1] or several[2] or several[3]).lower()]
    called = _CALLED.search(before)
    if called and called[1] in _sorts(known):
        return _sorts(known)[called[1]]
    return None


def by_shape(name: str, known: Gazetteer) -> ActorKind | None:
    """The kind of one unknown word by how it ends: "Bechuanaland", "Armenpress"."""
    places, bodies = _endings(known)
    if _CAMEL.fullmatch(name) and not name.startswith(_SURNAMES):
        return ActorKind.ORGANISATION
    if name.startswith(_SAINTS):
        return ActorKind.PLACE
    if len(name) < 7 or not name.istitle():
        return None
    if name.endswith(places):
        return ActorKind.PLACE
    return ActorKind.ORGANISATION if name.endswith(bodies) else None


@lru_cache(maxsize=4)
def _sorts(known: Gazetteer) -> dict[str, ActorKind]:
    return {word: kind for key, kind in _KINDS.items() for word in known.words[f"described.{key}"]}


@lru_cache(maxsize=4)
def _plurals(known: Gazetteer) -> dict[str, ActorKind]:
    return {word: kind for key, kind in _SEVERAL.items() for word in known.words[f"described.{key}"]}


@lru_cache(maxsize=4)
def _several(known: Gazetteer) -> re.Pattern[str]:
    """Towns are "of X" as they are "such as X"; leaders of X are not X."""
    nouns, places = "|".join(sorted(_plurals(known))), "|".join(sorted(known.words["described.places"]))
    such_as = "|".join(sorted(known.words["described.such_as"]))
    return re.compile(
        rf"\b(?:({nouns}),? (?:{such_as})|({places}) of|(?:two|three|four|five|six|seven|both|\d+) ({nouns}),) (?:the )?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _ends_several(known: Gazetteer) -> tuple[str, ...]:
    """What stands last in all that `_several` finds: quickly told, and nearly never there."""
    of, such_as = known.words["described.places"], known.words["described.such_as"]
    return (*(f"{one} of " for one in of), *(f" {one} " for one in such_as), *(f"{noun}, " for noun in _plurals(known)))


@lru_cache(maxsize=4)
def _endings(known: Gazetteer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = known.words
    return tuple(words["described.place_endings"]), tuple(words["described.body_endings"])
