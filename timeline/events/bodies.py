"""Bodies, armed groups and places by the head of their name: "Iraqi Army", "Ministry of Defence", "Gulf of Oman"."""

from __future__ import annotations

import re
from typing import Final

from timeline.events import states
from timeline.events.around import kind_around
from timeline.events.described import apposed
from timeline.events.gazetteer import Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.reading import Found, Reading
from timeline.events.units import Unit
from timeline.model import ActorKind

_WITH_AND: Final = frozenset({"ministry", "department", "office", "committee", "commission", "council", "institute"})
_ALSO_TITLES: Final = frozenset({"ras", "khan"})
_NUMBERED: Final = re.compile(r"\b(\d+(?:st|nd|rd|th)?) $")
_WITH_ON: Final = _WITH_AND | {"inquiry", "mission", "panel", "conference", "forum", "board", "centre", "center"}
_ON: Final = re.compile(r" on (?:the )?([A-Z]\w+)(?:(?: and)? [A-Z][a-z]+)*(?=[ ,.;)'’])")
_IN: Final = re.compile(r" (?:in|to) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")  # "the African Union Mission in Somalia"
_THE_STATE: Final = frozenset(
    {"government", "armed forces", "security forces", "forces", "federal government", "troops", "military"}
)


class Bodies(Reading):
    """Names with a head."""

    def _headed(self, parts: list[Unit], at: int) -> Found | None:
        """A name that ends in a head ("Iraqi Army"), or a head with what it is of ("Ministry of Defence", "Gulf of Oman")."""
        end = self._stretch(parts, at)
        first = parts[at].lower
        alone = at + 1 == len(parts) or parts[at + 1].joint in {"of", "and", "for"}
        if not alone and parts[at].sense in (None, Sense.PLACE) and (foreign := self._foreign_head(first)):
            end = self._stretch(parts, at, slash=True)
            return [self._body(parts, at, end, foreign)], end
        for last in range(end - 1, at - 1, -1):
            kind = self._head_kind(parts[last], last > at, last + 1 < len(parts) and parts[last + 1].joint in {"of", "for"})
            if kind is None or (last == at and parts[at].entry is not None):
                continue
            stop = last + 1
            of = stop + 1 < len(parts) and parts[stop].joint in {"of", "for"} and parts[last].entry is None
            if of and not self._owns_next(parts[stop + 1]) and not self._names_person(parts, stop + 1, kind):
                stop = self._of(parts, stop, kind)
            elif parts[last].lower == "force" and last > at and parts[last - 1].lower == "task":
                stop = self._stretch(parts, last)  # "Task Force Smith"
            elif last == at:
                return ([self._bare_head(parts[at])] if kind is not ActorKind.PLACE else []), at + 1
            if kind is ActorKind.PLACE and self._is_somebody(parts, at, stop):
                return None
            return [self._body(parts, at, stop, kind)], stop
        named = end > at + 1 and parts[at].sense in (None, Sense.TITLE) and first in self.words["heads.place_first"]
        if (
            named
            and first in _ALSO_TITLES
            and kind_around(self.text, parts[at].start, parts[end - 1].end, self.known) is ActorKind.PERSON
        ):
            named = False  # "Ras Makonnen surrounded"
        if named:
            return [self._place(parts, at, end)], end
        return None

    def _is_somebody(self, parts: list[Unit], at: int, stop: int) -> bool:
        """ "Roger East, an Australian reporter"."""
        if stop != at + 2 or not self._first_name(parts[at]):
            return False
        return apposed(self.text, parts[at].start, parts[stop - 1].end, self.known) is ActorKind.PERSON

    def _foreign_head(self, first: str) -> ActorKind | None:
        """ "Liwa Fatemiyoun", "Frente Polisario": languages whose names begin with what the thing is."""
        if first in self.words["heads.armed_first"]:
            return ActorKind.ARMED_GROUP
        return ActorKind.ORGANISATION if first in self.words["heads.body_first"] else None

    def _names_person(self, parts: list[Unit], at: int, kind: ActorKind) -> bool:
        """ "the Revolutionary United Front of Foday Sankoh": a front by its leader."""
        unknown = kind is not ActorKind.PLACE and parts[at].sense is None and at + 1 < len(parts) and not parts[at + 1].joint
        if not unknown or parts[at + 1].sense is not None or self._head(parts[at + 1]):
            return False
        strange = not any(self._is_word(part) or part.lower in self.words["around.parts"] for part in parts[at : at + 2])
        if any(map(self._is_word, parts[at : at + 2])):
            return False  # "of National Liberation"
        return self._first_name(parts[at]) or (kind is ActorKind.ARMED_GROUP and strange)

    def _owns_next(self, unit: Unit) -> bool:
        """ "the brigade of Russia's Pacific Fleet": the state is the fleet's."""
        owned = self.text[unit.end : unit.end + 4]
        return unit.sense is Sense.STATE and owned.startswith(("'s ", "’s ")) and owned[3:].isupper()

    def _of(self, parts: list[Unit], joint: int, kind: ActorKind) -> int:
        """Where "of ..." ends after a head; "and" goes on only within a ministry's name."""
        end = self._stretch(parts, joint + 1)
        if kind is ActorKind.PLACE:
            return max(end, joint + 2)
        if parts[joint].joint == "for" and end + 1 < len(parts) and parts[end].joint == "of":
            end = self._stretch(parts, end + 1)  # "Movement for the Emancipation of the Niger Delta"
        goes_on = parts[joint - 1].lower in _WITH_AND
        while goes_on and end + 1 < len(parts) and parts[end].joint in {"of", "and"} and parts[end + 1].entry is None:
            end = self._stretch(parts, end + 1)
        if end < len(parts) - 1 and parts[end].joint == "of" and parts[end + 1].sense is Sense.STATE:
            end += 2
        return max(end, joint + 2)

    def _bare_head(self, unit: Unit) -> Naming:
        """ "the Ministry": the body of that head the document names before; dropped when there is none."""
        if numbered := self._number_of([unit]):
            name = numbered + unit.text
            return Naming(unit.start - len(numbered), unit.end, ActorKind.ARMED_GROUP, "body:" + folded(name), name)
        return Naming(unit.start, unit.end, ActorKind.ORGANISATION, "head:" + unit.lower, unit.text, sure=False)

    def _body(self, parts: list[Unit], at: int, stop: int, kind: ActorKind) -> Naming:
        words = parts[at:stop]
        if kind is ActorKind.PLACE and words[0].sense in (Sense.GROUP, Sense.BODY):
            kind = ActorKind.ARMED_GROUP if words[0].sense is Sense.GROUP else ActorKind.ORGANISATION
        start, end = words[0].start, words[-1].end
        if kind is ActorKind.ARMED_GROUP and (numbered := self._number_of(words)):
            start -= len(numbered)
        if kind is ActorKind.ORGANISATION and words[-1].lower in _WITH_ON and (on := _ON.match(self.text, end)):
            end = end if on[1].lower() in self.words["calendar.never"] else on.end()
        if (
            kind is ActorKind.ORGANISATION
            and len(words) > 1
            and words[-1].lower == "mission"
            and (in_ := _IN.match(self.text, end))
        ):
            end = in_.end()
        name = self.text[start:end]
        owner = next((part.entry for part in words if part.sense in (Sense.STATE, Sense.NATION)), None)
        code = owner.state if owner else ""
        if kind is ActorKind.PLACE:
            return Naming(start, end, kind, "place:" + folded(name), name, state_key(code) if code else "")
        rest = " ".join(part.text for part in words if part.entry is not owner or owner is None).lower()
        rest = rest.removesuffix(" of").removeprefix("of ").strip()
        if code and rest in _THE_STATE:
            return states.state(owner, start, end, self.known)  # type: ignore[arg-type]
        if not code:
            code = self._possessor(start)
        plain = self.known.organs.get(rest)
        if plain and code:
            return states.named_organ(code, plain, start, end, self.known)
        if plain:
            return Naming(start, end, ActorKind.ORGANISATION, f"organ::{plain.lower()}", plain, sure=False)
        return Naming(start, end, kind, "body:" + folded(name), name, state_key(code) if code else "")

    def _number_of(self, words: list[Unit]) -> str:
        """ "3rd" of "3rd Army", "42" of "42 Commando"; the "12" of "12 Rangers" counts heads, and "1993" is a year."""
        start = words[0].start
        found = _NUMBERED.search(self.text[max(0, start - 7) : start])
        if found is None or (found[1].isdigit() and (len(found[1]) > 3 or words[-1].lower.endswith("s"))):
            return ""
        return found[0]

    def _possessor(self, start: int) -> str:
        """The state a body is said to be of right before it: "Russia's Foreign Ministry"."""
        before = self.text[max(0, start - 30) : start]
        if not before.endswith(("'s ", "’s ")):
            return ""
        for length in (3, 2, 1):
            entry = self.known.phrases.get(" ".join(before[:-3].split()[-length:]))
            if entry and entry.sense in states.IS_STATE | {Sense.CAPITAL}:
                return entry.state
        return ""

    def _place(self, parts: list[Unit], at: int, end: int) -> Naming:
        entry = parts[at].entry
        start, stop = parts[at].start, parts[end - 1].end
        name = entry.name if entry and entry.sense is Sense.PLACE and end == at + 1 else self.text[start:stop]
        parent = state_key(entry.state) if entry and entry.state else ""
        return Naming(start, stop, ActorKind.PLACE, "place:" + folded(name), name, parent)
