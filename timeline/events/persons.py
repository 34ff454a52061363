"""People by their titles: "Russian Foreign Minister Sergei Lavrov", "the President of Russia", "King Leonidas"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.events.around import is_within
from timeline.events.gazetteer import Sense
from timeline.events.naming import Naming, folded, person_key, state_key
from timeline.events.reading import Found, Reading
from timeline.events.units import Unit
from timeline.model import ActorKind

_TOWNS_TOO: Final = frozenset({"sheikh", "sheik", "sultan", "hajji", "imam", "emir", "saint"})
_OWNERS: Final = frozenset({Sense.STATE, Sense.NATION, Sense.BODY, Sense.CAPITAL, Sense.GROUP})


class Persons(Reading):
    """Titles, and the names and realms that follow them."""

    def _titled(self, parts: list[Unit], at: int) -> Found | None:
        """Owner? title+ ("of"/"for" somewhere)? title* name: a person, or an office when no name follows."""
        first = at
        owner = parts[at] if parts[at].sense in _OWNERS and self._is_title(parts, at + 1) else None
        at += owner is not None
        if not self._is_title(parts, at):
            return None
        begun = at
        while self._is_title(parts, at):
            at += 1
        office = " ".join(part.lower.rstrip(".") for part in parts[begun:at])
        realm: list[Naming] = []
        state = owner.entry.state if owner and owner.entry else ""
        if at < len(parts) and parts[at].joint in {"of", "for"} and at + 1 < len(parts):
            realm, at = self._realm(parts, at + 1)
            state = state or next(
                (naming.key.removeprefix("state:") for naming in realm if naming.key.startswith("state:")), ""
            )
            if office in self.words["titles.noble"] and not self._is_title(parts, at):
                last = parts[at - 1]
                name = self.text[parts[begun].start : last.end]
                return [self._person(name, parts[begun].start, last.end, office=office)], at
            if not realm:
                return [], at
            while self._is_title(parts, at):
                office, at = f"{office} {parts[at].lower}", at + 1
        end = self._name_end(parts, at)
        if not realm and self._only_heads(parts, at, end):
            return None
        parent = state_key(state) if state else ""
        if office == "general" and not realm and end == at + 1 and parts[at].lower in self.words["described.name_words"]:
            name = self.text[parts[first].start : parts[at].end]  # "General Security"
            return [
                Naming(parts[first].start, parts[at].end, ActorKind.ORGANISATION, "body:" + folded(name), name, parent)
            ], end
        if end > at:
            name = " ".join(part.text for part in parts[at:end])
            start = parts[at].start if realm else parts[first].start
            if office in _TOWNS_TOO and not realm and is_within(self.text, start, self.known):
                return [self._place(parts, first, end)._replace(sure=False)], end  # "near Sultan Abdallah"
            return [*realm, self._person(name, start, parts[end - 1].end, parent, office)], end
        return self._office(parts, first, at, office, parent, realm), at

    def _only_heads(self, parts: list[Unit], at: int, end: int) -> bool:
        """ "General Post Office", "Chief Secretariat": a title in the name of a body."""
        stop = self._stretch(parts, at)
        alone = end == at + 1 and end == len(parts)
        return (alone or stop > at + 1) and all(self._head(part) for part in parts[at:stop])

    def _office(self, parts: list[Unit], first: int, end: int, office: str, parent: str, realm: list[Naming]) -> list[Naming]:
        """A title without a name: somebody the document may name elsewhere."""
        named = realm[:]
        if office in self.words["titles.office"] and not self.words["titles.plain"] & {office}:
            span = (parts[first].start, parts[end - 1].end)
            named.append(
                Naming(*span, ActorKind.PERSON, f"office:{parent}:{office}", " ".join(office.title().split()), parent, office)
            )
        elif first < end and parts[first].sense in _OWNERS:
            named += self._listed(parts, first)[0]  # type: ignore[index]
        return named

    def _realm(self, parts: list[Unit], at: int) -> Found:
        """What a title is of: "of the Islamic Republic of Iran", "for the Middle East"."""
        found = self._headed(parts, at) or (self._listed(parts, at) if parts[at].entry else None)
        if found:
            return found
        return [], at + 1

    def _person(self, name: str, start: int, end: int, parent: str = "", office: str = "", sure: bool = True) -> Naming:
        return Naming(start, end, ActorKind.PERSON, person_key(name), name, parent, office, sure)

    def _guess_person(self, parts: Sequence[Unit], at: int, end: int) -> Naming:
        name = " ".join(part.text for part in parts[at:end])
        return self._person(name, parts[at].start, parts[end - 1].end)
