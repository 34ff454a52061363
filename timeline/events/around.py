"""What stands around a name, and what the rest of the document shows about its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from timeline.events.gazetteer import Gazetteer
from timeline.events.naming import folded
from timeline.events.runs import Run
from timeline.events.verbs import lexicon
from timeline.model import ActorKind, Kind

_LOWER: Final = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")
_GAP: Final = ' \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2002\u2003\u2009\u202f“"‘('
_AFTER: Final = re.compile(r"(?:['’]s?\b)?[,\s”\"’)]*\b([\w'’-]+)")
_NEXT: Final = re.compile(r" ([\w-]+)")
_OWNED: Final = re.compile(r"['’]s? ((?:[\w-]+ ){0,3}[\w-]+)")
_AT_PLACE: Final = re.compile(r" (?:at|off) (?:the )?[A-Z]")
_WITH_HIS: Final = re.compile(r", [a-z]+(?:ing|ed) (?:[\w’'-]+ ){0,4}(?:his|her)\b")
_WHOLE_NAME: Final = re.compile(r"\b([A-Z]\w+)(?: [A-Z][\w’'-]+){1,2} of (?:the )?$")
_WITHIN: Final = frozenset({"in", "at", "near", "into", "throughout", "inside", "outside"})
_FOUGHT: Final = {
    "for": frozenset({"fought", "fight", "battle", "battles", "battled", "fighting"}),
    "on": frozenset({"march", "marched", "advance", "advanced", "offensive", "closing"}),
}
_TIED: Final = frozenset({"belonging", "allied", "linked", "affiliated", "belonged"})
_FEW: Final = 3  # words of a run, with the "and" between two names
_CALLED: Final = frozenset({"called", "named", "renamed"})
_ENCOUNTERS: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.CONSULT})
# The number is asked for after the "B": a pattern that begins with a letter is found many times faster.
_ANCIENT: Final = re.compile(r"B(?:(?<=\dB)|(?<=\d\sB))(?:C|\.C\.|CE)\b")


@dataclass(frozen=True)
class Evidence:
    """What a text shows: the words it also writes small, those it capitalises inside sentences, whether it counts years BC.

    `alone` are those that stand there by themselves or with one beside them: no headline capitalises them.
    """

    lower: frozenset[str]
    inside: frozenset[str]
    alone: frozenset[str]
    ancient: bool

    def verbs(self, word: str) -> bool:
        """Whether a word is a form of a verb of happening: "Alarmed", "Emboldened"."""
        return word in lexicon().forms or word.endswith("ed")


def evidence(text: str, found: Sequence[Run]) -> Evidence:
    inside = {word.text for run in found for word in (run.words[1:] if run.opens else run.words)}
    alone = {word.text for run in found if not run.opens and len(run.words) <= _FEW for word in run.words}
    return Evidence(frozenset(_LOWER.findall(text)), frozenset(inside), frozenset(alone), bool(_ANCIENT.search(text)))


@lru_cache(maxsize=256)  # asked several times of every name
def word_before(text: str, at: int) -> str:
    """The word before a place in the text, in lower case; "" when a sentence or clause ends between."""
    low = at - 30 if at > 30 else 0
    if at and text[at - 1] == " ":
        word = text[max(low, text.rfind(" ", low, at - 1) + 1) : at - 1]
        if word.isalpha():  # nearly always
            return word.lower()
    before = text[low:at].rstrip(_GAP)
    first = len(before)
    while first and (before[first - 1].isalnum() or before[first - 1] in "_'’-"):
        first -= 1
    return before[first:].lower()


def word_after(text: str, at: int) -> str:
    matched = _AFTER.match(text, at, at + 40)
    return matched[1].lower() if matched else ""


def next_word(text: str, at: int) -> str:
    """The word right after, with nothing but a blank between; "" otherwise."""
    matched = _NEXT.match(text, at, at + 30)
    return matched[1] if matched else ""


def acts_like_one(after: str, gap: str, saying: frozenset[str]) -> bool:
    """Whether the word after a name is what somebody does: "said", "won"; not "fell", which towns do."""
    if after in saying or (gap == " " and after.endswith("ed")):
        return True
    form = lexicon().forms.get(after)
    return gap == " " and form is not None and "past" in form.names and not (form.verb.undergone or form.verb.state)


def _owns(text: str, end: int, known: Gazetteer) -> bool:
    """ "Hoth's Fourth Panzer Army", "Manstein's relief attempt": a general has armies and attempts."""
    owned = _OWNED.match(text, end)
    return owned is not None and any(word in known.words["around.person_owned"] for word in owned[1].lower().split())


def _is_somebodys(text: str, start: int, known: Gazetteer) -> bool:
    """ "Radhya Mutawakel of Mwatana": what somebody with a whole name is of."""
    whole = _WHOLE_NAME.search(text, max(0, start - 50), start)
    return whole is not None and folded(whole[1]) in known.first_names


def _is_addressed(text: str, start: int, before: str, known: Gazetteer) -> bool:
    """ "spoke to Bandar", "surrendered to Togo"."""
    return before in {"to", "with"} and word_before(text, start - len(before) - 1) in known.words["around.person_addressed"]


def _is_met(text: str, end: int, before: str) -> bool:
    """ "trapped Flaminius at Lake Trasimene": who was met at a place is no place."""
    form = lexicon().forms.get(before)
    if form is None or not form.names & {"past", "participle"} or form.verb.kind not in _ENCOUNTERS:
        return False
    return _AT_PLACE.match(text, end) is not None


@lru_cache(maxsize=4)
def _before_people(known: Gazetteer) -> frozenset[str]:
    words = known.words
    return words["around.person_before"] | words["around.person_object"] | words["titles.small"]


def plainly_person(text: str, start: int, end: int, known: Gazetteer) -> bool:
    """Whether a name's neighbours suit somebody and hardly a body: "Toussaint, who", "Toussaint's brother"."""
    return _plainly(text, start, end, word_after(text, end), word_before(text, start), known)


def _plainly(text: str, start: int, end: int, after: str, before: str, known: Gazetteer) -> bool:
    words = known.words
    if after in words["around.person_after"] or before in _before_people(known):
        return True
    if (before == "as" and word_before(text, start - 3) == "known") or _WITH_HIS.match(text, end):
        return True  # "Hasdrubal, marching to his brother's aid"
    if next_word(text, end) in words["around.person_rules"] and text[start:end].istitle():
        return True
    if text[end : end + 1] == " " and after in words["around.person_does"]:
        return True
    return _owns(text, end, known) or _is_addressed(text, start, before, known) or _is_met(text, end, before)


def is_within(text: str, start: int, known: Gazetteer) -> bool:
    """Whether a name stands where only places do: "in X", "moved to X"."""
    before = word_before(text, start)
    if before == "to":
        return word_before(text, start - 3) in known.words["around.moved_to"]
    if before in {"for", "on"}:
        return word_before(text, start - len(before) - 1) in _FOUGHT[before]
    return before in _WITHIN or before in known.words["around.entered"]


def kind_around(text: str, start: int, end: int, known: Gazetteer) -> ActorKind | None:
    """The kind of an unknown name by its neighbours: who says or acts, where something is; None when they do not tell."""
    words = known.words
    after, before = word_after(text, end), word_before(text, start)
    if before in _CALLED and any(word in words["heads.place_of"] for word in _LOWER.findall(text, max(0, start - 40), start)):
        return ActorKind.PLACE  # "the same city, then called Tsaritsyn"
    if _plainly(text, start, end, after, before, known):
        return ActorKind.PERSON
    if before == "of" and text[start - 4 : start - 3].isalpha() and after in words["heads.place_last"]:
        return ActorKind.PLACE
    if before == "by" and not text[start:end].isupper():
        return ActorKind.PERSON
    if before == "of" and (word_before(text, start - 3) in words["around.body_has"] or _is_somebodys(text, start, known)):
        return ActorKind.ORGANISATION
    if before in {"to", "with"} and word_before(text, start - len(before) - 1) in _TIED:
        return ActorKind.ORGANISATION
    if before == "of" and word_before(text, start - 3) in words["around.person_of"]:
        return ActorKind.PERSON
    if before in words["around.body_object"]:
        return ActorKind.ORGANISATION
    if before == "of":
        return ActorKind.PLACE if word_before(text, start - 3) in words["around.place_of_before"] else None
    if before in words["around.place_noun_before"] or before in words["around.place_object"]:
        return ActorKind.PLACE
    if after in words["around.firm_does"] and text[end : end + 1] == " ":
        return ActorKind.ORGANISATION
    if before not in words["around.place_before"] and acts_like_one(after, text[end : end + 1], words["heads.saying"]):
        return ActorKind.PERSON
    if before in words["around.place_before"] and text[start - len(before) - 1 : start - 1].lower() == before:
        return ActorKind.PLACE
    if after in words["heads.place_last"]:
        return ActorKind.PLACE
    return ActorKind.PERSON if like_surname(text[start:end], known) else None


@lru_cache(maxsize=4)
def _surname_endings(known: Gazetteer) -> tuple[str, ...]:
    return tuple(known.words["around.surname_endings"])


def like_surname(name: str, known: Gazetteer) -> bool:
    """ "Gerasimov", "Kurtuluşoğlu": by how surnames end."""
    return len(name) > 5 and name.istitle() and name.lower().endswith(_surname_endings(known))
