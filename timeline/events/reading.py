"""What every rule for names stands on: the text, the gazetteer, the document's evidence, and small questions about units."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from timeline.events.around import Evidence, word_before
from timeline.events.gazetteer import Gazetteer, Sense
from timeline.events.naming import Naming, folded
from timeline.events.runs import Run
from timeline.events.units import Unit
from timeline.model import ActorKind

Found = tuple[list[Naming], int]
"""The namings a rule found, and the unit to go on with."""

# What flies, drives or is a paragraph: "MH17", "U-2".
CODE: Final = re.compile(r"[A-Z]{1,5}\d+\w*|[A-Z][\w’']*-\d+\w*")
_COMMON_ENDING: Final = re.compile(
    r"(?:tions?|sions?|ments?|ness|ings?|ity|ities|isms?|ances?|ences?|acy|ships?|ures?|ology|ography|ously|ally|ively)$"
)
_IN_CAPITALS: Final = frozenset({"ag", "sa", "nv", "bv", "ab", "oy", "ngo"})  # "Siemens AG", not "Iyad Ag"
_INSIDE_NAME: Final = frozenset(
    {None, Sense.PLACE, Sense.CAPITAL, Sense.STATE, Sense.NATION, Sense.BODY, Sense.NATIONALS, Sense.GROUP, Sense.PEOPLE}
)


@dataclass(frozen=True)
class Reading(ABC):
    """One document being read for names; the rules are methods `(units of a run, index) -> Found | None`."""

    text: str
    known: Gazetteer
    evidence: Evidence
    openers: frozenset[str]

    @cached_property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.known.words

    @cached_property
    def tells_of_ships(self) -> bool:
        """Whether the text has a word for a ship at all: most have none."""
        return not self.words["ships.nouns"].isdisjoint(self.evidence.lower)

    @abstractmethod
    def _listed(self, parts: list[Unit], at: int) -> Found | None:
        """A unit the gazetteer knows."""

    @abstractmethod
    def _headed(self, parts: list[Unit], at: int) -> Found | None:
        """A name with a head: "Iraqi Army", "Gulf of Oman"."""

    @abstractmethod
    def _place(self, parts: list[Unit], at: int, end: int) -> Naming:
        """The place named by the units from `at` to `end`."""

    @abstractmethod
    def _guess_person(self, parts: Sequence[Unit], at: int, end: int) -> Naming:
        """Somebody by the units from `at` to `end`."""

    def _silent(self, run: Run) -> bool:
        """A single word that is nobody's name wherever it stands: "July", and "The" where it opens its sentence."""
        if len(run.words) > 1:
            return False
        word = run.words[0].text
        entry = self.known.phrases.get(word)
        if entry is None:
            return run.opens and word.istitle() and word.lower() in self.openers
        return entry.sense is Sense.NEVER and not self.evidence.ancient

    def _is_title(self, parts: list[Unit], at: int) -> bool:
        return at < len(parts) and parts[at].sense is Sense.TITLE

    def _name_end(self, parts: list[Unit], at: int) -> int:
        """Where the words of a person's name end, `at` being its first."""
        end = at
        while end < len(parts) and end < at + 5:
            part = parts[end]
            if end > at and part.text == "I":  # "Shapur I"
                return end + 1
            if end > at and part.lower in self.words["titles.after"]:  # "Muhammad Shah", "Reza Shah Pahlavi"
                end += 1
                continue
            within = end > at and part.lower in self.words["titles.within"] and end + 1 < len(parts)
            if within and parts[end + 1].sense is None and not parts[end + 1].joint:
                end += 2  # "Jihan Sheikh Ahmed"
                continue
            if (
                part.joint
                or (part.text[-1].isdigit() and CODE.fullmatch(part.text))
                or part.sense not in _INSIDE_NAME
                or (end > at and self._head(part) and not self._titled_first(parts, at, end))
                or part.lower in self.words["heads.nothing"]
            ):
                break
            if part.sense in (Sense.STATE, Sense.CAPITAL, Sense.NATION, Sense.BODY) and not self._first_name(part):
                break
            end += 1
        return end

    def _titled_first(self, parts: list[Unit], at: int, end: int) -> bool:
        """ "Captain Ian North": after a title and a first name, a last word is a surname whatever else it means."""
        if end != at + 1 or end != len(parts) - 1:
            return False
        return at > 0 and parts[at - 1].sense is Sense.TITLE and self._first_name(parts[at])

    def _first_name(self, unit: Unit) -> bool:
        return _is_first_name(unit.text, self.known)

    def _head(self, unit: Unit) -> bool:
        return unit.entry is None and self._head_kind(unit, True, False) is not None

    def _head_kind(self, unit: Unit, after: bool, before_of: bool) -> ActorKind | None:
        word = unit.lower.rsplit(" ", 1)[-1]
        if word not in self.known.heads or (word in _IN_CAPITALS and not unit.text.isupper()):
            return None
        if word in self.words["heads.armed"]:
            return ActorKind.ARMED_GROUP if word not in {"police"} else ActorKind.ORGANISATION
        headed = (
            unit.sense in (None, Sense.TITLE) or word == "tv" or (after and unit.sense is Sense.BODY and word == unit.lower)
        )
        if headed and word in self.words["heads.organisation"]:
            return ActorKind.ORGANISATION
        if (after and word in self.words["heads.place_last"]) or (before_of and word in self.words["heads.place_of"]):
            return ActorKind.PLACE
        return None

    def _stretch(self, parts: list[Unit], at: int, slash: bool = False) -> int:
        """Where the units side by side from `at` end: at a joint or at a title (unless an operation's name holds one)."""
        end = at
        while end < len(parts) and not parts[end].joint and (slash or parts[end].sense is not Sense.TITLE or end == at):
            end += 1
        return end

    def _is_common(self, unit: Unit) -> bool:
        if unit.text.isupper() and len(unit.text) > 1:
            return False
        lower = unit.lower
        if lower in self.evidence.lower or lower in self.words["openers.function"]:
            return True
        if self.evidence.verbs(lower):
            # "Grant", who is never written small
            return unit.text not in self.evidence.alone or lower.endswith("ed") or not lower.isalpha()
        if "-" in lower and lower.partition("-")[0] in self.words["openers.function"]:
            return True  # "Twenty-seven"
        if lower in self.words["openers.common"]:
            return unit.text not in self.evidence.inside
        return unit.text not in self.evidence.inside and _looks_common(lower, self.known)

    def _is_word(self, unit: Unit) -> bool:
        """Whether a word of a name means something: "National", "Liberation"."""
        lower = unit.lower
        known = self.known.common
        if lower in known or lower in self.words["described.name_words"] or (lower.endswith("s") and lower[:-1] in known):
            return True
        return len(lower) > 7 and lower.endswith(("tion", "tions", "ment", "ness", "ity", "ities"))

    def _is_compound(self, unit: Unit) -> bool:
        """ "Farmland", "Bloodshed": two common words in one."""
        word, common = unit.lower, self.known.common
        return (
            unit.text not in self.evidence.inside
            and unit.text.istitle()
            and any(word[:at] in common and word[at:] in common for at in range(4, len(word) - 3))
        )

    def _before(self, unit: Unit) -> str:
        return word_before(self.text, unit.start)


@lru_cache(maxsize=20_000)
def _is_first_name(text: str, known: Gazetteer) -> bool:
    return folded(text.split("-")[0].split(" ")[0]) in known.first_names


@lru_cache(maxsize=20_000)
def _looks_common(lower: str, known: Gazetteer) -> bool:
    plural = lower.endswith("s") and lower[:-1] in known.common
    return lower in known.common or plural or _COMMON_ENDING.search(lower) is not None
