"""Which units of a run name an actor, and of which kind: rules from the surest to the weakest.

things         HMS Conqueror; Operation Epic Fury, the Cold War           a ship; nobody
persons        Russian Foreign Minister Sergei Lavrov                     a person
bodies         Kurdistan Regional Government, 3rd Army, Gulf of Oman      by the head of the name
gazetteer      Hezbollah, Geneva, Russia, Tehran                          by its sense, a capital by whether it acts
surroundings   in Qamenas, Keeble said                                    an unknown name
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from timeline.events import states
from timeline.events.around import kind_around, like_surname, next_word, word_before
from timeline.events.bodies import Bodies
from timeline.events.gazetteer import Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.persons import Persons
from timeline.events.reading import CODE, Found
from timeline.events.runs import Run
from timeline.events.things import Things
from timeline.events.units import Unit, units
from timeline.model import ActorKind

_ARTICLES: Final = frozenset({"the", "a", "an"})
_STATES: Final = frozenset({Sense.STATE, Sense.NATION, Sense.NATIONALS, Sense.METONYM, Sense.CAPITAL})
_ROMAN: Final = re.compile(r"[IVX]+")
_NATIONALS: Final = re.compile(r"[A-Z][a-z]+(?:ians|ites|nese)|[A-Z][a-z]{4,}ans")


class Reader(Things, Persons, Bodies):
    """Reads the runs of one document."""

    def read(self, run: Run) -> list[Naming]:
        if self._silent(run):
            return []
        parts = self._without_opener(units(run.words, self.known, self.evidence.ancient), run.opens)
        return list(self._read(parts)) if parts else []

    def _without_opener(self, parts: list[Unit], opens: bool) -> list[Unit]:
        """The units without the words that are capitalised only because the sentence opens with them."""
        while parts and (parts[0].joint or (parts[0].lower in self._set("openers.function") and parts[0].sense is None)):
            if (parts[0].text.isupper() and len(parts[0].text) > 1) or not (
                opens or parts[0].joint or parts[0].lower in _ARTICLES
            ):
                break
            opens, parts = True, parts[1:]
        if not parts or not opens:
            return parts
        first = parts[0]
        if first.lower == "operation" and len(parts) > 1:
            return parts  # whatever its second word is elsewhere, here it is the operation's
        common = self._is_common(first) or (first.sense is None and len(parts) == 1 and self._is_compound(first))
        if first.sense in (None, Sense.GROUP, Sense.PLACE) and common and not self._head(first):
            named_on = len(parts) > 1 and (parts[1].sense is None and parts[1].joint == "" and not self._first_name(parts[1]))
            return parts if named_on else parts[1:]
        return parts

    def _read(self, parts: list[Unit]) -> Iterator[Naming]:
        at = 0
        rules = (self._ship, self._titled, self._nothing, self._headed, self._listed, self._unknown)
        last_of_run = {None: (self._ship, self._nothing, self._headed, self._unknown), Sense.TITLE: rules, Sense.NEVER: rules}
        listed = (self._ship, self._listed)
        while at < len(parts):
            if parts[at].joint:
                at += 1
                continue
            # What is known and ends a run heads nothing and is no part of a longer name.
            for rule in last_of_run.get(parts[at].sense, listed) if at + 1 == len(parts) else rules:
                found = rule(parts, at)
                if found is not None:
                    namings, at = found
                    yield from namings
                    break
            else:
                at += 1

    def _listed(self, parts: list[Unit], at: int) -> Found | None:
        unit = parts[at]
        entry = unit.entry
        if entry is None or unit.sense is Sense.TITLE:
            return None
        name_end = self._name_end(parts, at) if self._first_name(unit) else at
        if name_end > at + 1 and parts[at + 1].sense is None and unit.sense in (Sense.PLACE, Sense.STATE, Sense.CAPITAL):
            return [self._guess_person(parts, at, name_end)], name_end
        span = (unit.start, unit.end)
        if entry.sense in (Sense.STATE, Sense.NATION):
            special = states.organ(entry.state, *span, self.text, self.known)
            if not special and entry.sense is Sense.NATION:
                special = states.group(entry, *span, self.text, self.known)
            return [special or states.state(entry, *span, self.known)], at + 1
        if entry.sense in (Sense.METONYM, Sense.NATIONALS):
            return [states.state(entry, *span, self.known)], at + 1
        if entry.sense is Sense.CAPITAL:
            return [states.capital(entry, *span, self.text, self.known)], at + 1
        if entry.sense is Sense.PLACE and self._before(unit) in self._set("titles.small"):
            return [self._guess_person(parts, at, max(self._name_end(parts, at), at + 1))], max(
                self._name_end(parts, at), at + 1
            )
        does = next_word(self.text, unit.end) in self._set("around.person_does")
        if entry.sense is Sense.PLACE and name_end == at and self._surname_follows(parts, at):
            return [self._guess_person(parts, at, at + 2)], at + 2  # "Ararat Mirzoyan"
        if entry.sense is Sense.PLACE and (does or self._named_like_person(unit)):
            return [self._guess_person(parts, at, at + 1)], at + 1
        if entry.sense is Sense.PLACE and next_word(self.text, unit.end) in self._set("groups.armed"):
            return [self._people(unit, entry.name)], at + 1  # "the Taiping rebels"
        if entry.sense is Sense.PLACE and self._longer_name(parts, at):
            end = self._name_end(parts, at + 1)
            return [self._thing(parts, at, end)], end
        if entry.sense is Sense.PLACE and entry.state and self._stands_as_ship(unit):
            return [self._a_ship(unit.text, unit.text, unit.start, unit.end, "")], at + 1
        if entry.sense is Sense.PLACE:
            end = self._stretch_place(parts, at)
            return [self._place(parts, at, end)], end
        if entry.sense is Sense.PEOPLE:
            return [self._people(unit, entry.name)], at + 1
        kind = ActorKind.ARMED_GROUP if entry.sense is Sense.GROUP else ActorKind.ORGANISATION
        parent = self._parent_key(entry.parent)
        return [Naming(*span, kind, "body:" + folded(entry.name), entry.name, parent)], at + 1

    def _surname_follows(self, parts: list[Unit], at: int) -> bool:
        after = parts[at + 1] if at + 1 < len(parts) else None
        return after is not None and after.sense is None and not after.joint and like_surname(after.text, self.known)

    def _named_like_person(self, unit: Unit) -> bool:
        """ "Venustiano Carranza became president": a town named after somebody, or he himself, who does something."""
        if " " not in unit.text or not self._first_name(unit):
            return False
        return kind_around(self.text, unit.start, unit.end, self.known) is ActorKind.PERSON or states.acts(
            self.text, unit.start, unit.end, self.known
        )

    def _people(self, unit: Unit, name: str) -> Naming:
        """A people, or the fighters or protesters of it."""
        noun = next_word(self.text, unit.end)
        for kind, key in ((ActorKind.ARMED_GROUP, "groups.armed"), (ActorKind.ORGANISATION, "groups.civil")):
            if noun in self._set(key):
                shown = f"{unit.text} {noun}"
                return Naming(unit.start, unit.end + 1 + len(noun), kind, "group:" + folded(shown), shown)
        return Naming(unit.start, unit.end, ActorKind.ORGANISATION, "people:" + folded(name), name)

    def _parent_key(self, name: str) -> str:
        if not name:
            return ""
        entry = self.known.phrases.get(name)
        return state_key(entry.state) if entry and entry.state else "body:" + folded(name)

    def _stretch_place(self, parts: list[Unit], at: int) -> int:
        end = at + 1
        if end < len(parts) and parts[end].lower in self._set("heads.place_last") and parts[end].entry is None:
            end += 1
        return end

    def _unknown(self, parts: list[Unit], at: int) -> Found | None:
        part = parts[at]
        if part.joint or part.entry is not None:
            return None
        end = max(self._name_end(parts, at), at + 1)
        if part.lower in self._set("around.parts") and end < len(parts) and parts[end].sense in _STATES:
            return [], end  # "Western Ukraine"
        name = self.text[part.start : parts[end - 1].end]
        if (
            end == at + 1
            and end + 1 < len(parts)
            and parts[end].joint == "of"
            and parts[end + 1].entry
            and not self._is_common(part)
        ):
            return [self._guess_person(parts, at, end)], end
        if end == at + 1:
            naming = self._single(part)
            return ([naming] if naming else []), end
        kind = kind_around(self.text, part.start, parts[end - 1].end, self.known)
        if parts[end - 1].text.removeprefix("al-") in self.known.people:
            return [self._guess_person(parts, at, end)], end  # of a family that is known: "Hafez al-Assad"
        if next_word(self.text, parts[end - 1].end) in self._set("heads.named_after"):
            kind = ActorKind.PLACE
        elif self._first_name(part) or parts[end - 1].lower in self._set("titles.after"):
            return [self._guess_person(parts, at, end)], end
        if part.lower in self._set("around.parts") or part.lower == "new":
            kind = ActorKind.PLACE
        if all(unit.lower in self.known.common for unit in parts[at:end]):
            return [Naming(part.start, parts[end - 1].end, ActorKind.PLACE, "maybe:" + folded(name), name, sure=False)], end
        if kind is ActorKind.PLACE:
            return [self._place(parts, at, end)._replace(sure=False)], end
        if kind is ActorKind.ORGANISATION:
            return [Naming(part.start, parts[end - 1].end, kind, "body:" + folded(name), name, sure=False)], end
        if word_before(self.text, part.start) == "the":
            return [
                Naming(part.start, parts[end - 1].end, ActorKind.ORGANISATION, "body:" + folded(name), name, sure=False)
            ], end
        return [self._guess_person(parts, at, end)._replace(sure=kind is ActorKind.PERSON)], end

    def _single(self, part: Unit) -> Naming | None:
        """One unknown word: a person the gazetteer knows by surname, an acronym, or whatever its surroundings make it."""
        if part.text in self.known.people:
            name, code = self.known.people[part.text]
            return self._person(name, part.start, part.end, state_key(code))
        if _ROMAN.fullmatch(part.text) or CODE.fullmatch(part.text):
            return None
        if _NATIONALS.fullmatch(part.text) and not self._is_common(part):
            return self._people(part, part.text)
        acronym = part.text.isupper() and 2 <= len(part.text) <= 7 and part.text.isalpha()
        if not acronym and (len(part.text) < 3 or (self._is_common(part) and part.text not in self.known.people)):
            return None
        kind = kind_around(self.text, part.start, part.end, self.known)
        rules = next_word(self.text, part.end) in self._set("around.person_rules")
        if kind is ActorKind.PERSON and self._before(part) == "the" and not rules:
            kind = ActorKind.ORGANISATION  # "the Brotherhood urged"
        if acronym:
            return Naming(part.start, part.end, ActorKind.ORGANISATION, "body:" + folded(part.text), part.text, sure=False)
        if part.lower in self._set("around.parts"):
            kind = ActorKind.PLACE
        noun = next_word(self.text, part.end)
        if kind in (None, ActorKind.PERSON) and noun in self._set("groups.after_group") and not acronym:
            shown = f"{part.text} {noun}"
            return Naming(part.start, part.end + 1 + len(noun), ActorKind.ARMED_GROUP, "group:" + folded(shown), shown)
        if kind is None and part.lower.split("-")[0] in self.known.first_names:
            kind = ActorKind.PERSON
        key = {ActorKind.PERSON: "person:", ActorKind.PLACE: "place:", None: "unknown:"}.get(kind, "body:") + folded(part.text)
        return Naming(part.start, part.end, kind or ActorKind.PLACE, key, part.text, sure=False)
