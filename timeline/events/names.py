"""Which units of a run name an actor, and of which kind. Rules from the surest to the weakest, each a small function.

title + name            "Russian Foreign Minister Sergei Lavrov"      a person
name + head             "Kurdistan Regional Government", "3rd Army"   a body, an armed group
gazetteer               "Hezbollah", "Geneva", "Russia", "Tehran"     by its sense, a capital by whether it acts
surroundings            "in Qamenas", "Keeble said"                   an unknown name
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from timeline.events import states
from timeline.events.around import Evidence, kind_around, next_word, word_before
from timeline.events.gazetteer import Gazetteer, Sense
from timeline.events.naming import Naming, folded, person_key, state_key
from timeline.events.runs import Run
from timeline.events.units import Unit, units
from timeline.events.verbs import lexicon
from timeline.model import ActorKind

_OWNERS: Final = frozenset({Sense.STATE, Sense.NATION, Sense.BODY, Sense.CAPITAL, Sense.GROUP})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_ROMAN: Final = re.compile(r"[IVX]+")
_COMMON_ENDING: Final = re.compile(
    r"(?:tions?|sions?|ments?|ness|ings?|ity|ities|isms?|ances?|ences?|acy|ships?|ures?|ously|ally|ively)$"
)
_INSIDE_NAME: Final = frozenset(
    {None, Sense.PLACE, Sense.CAPITAL, Sense.STATE, Sense.NATION, Sense.BODY, Sense.NATIONALS, Sense.GROUP}
)


@dataclass(frozen=True)
class Reader:
    """Reads the runs of one document."""

    text: str
    known: Gazetteer
    evidence: Evidence

    def read(self, run: Run) -> list[Naming]:
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
        if first.sense in (None, Sense.GROUP, Sense.PLACE) and self._is_common(first) and not self._head(first):
            named_on = len(parts) > 1 and (parts[1].sense is None and parts[1].joint == "" and not self._first_name(parts[1]))
            return parts if named_on else parts[1:]
        return parts

    def _is_common(self, unit: Unit) -> bool:
        if unit.text.isupper() and len(unit.text) > 1:
            return False
        lower = unit.lower
        if self.evidence.verbs(lower) or lower in self.evidence.lower or lower in self._set("openers.function"):
            return True
        if lower in self._set("openers.common"):
            return unit.text not in self.evidence.inside
        common = (
            lower in self.known.common
            or (lower.endswith("s") and lower[:-1] in self.known.common)
            or _COMMON_ENDING.search(lower)
        )
        return bool(common) and unit.text not in self.evidence.inside

    def _read(self, parts: list[Unit]) -> Iterator[Naming]:
        at = 0
        while at < len(parts):
            for rule in (self._ship, self._titled, self._nothing, self._headed, self._listed, self._unknown):
                found = rule(parts, at)
                if found is not None:
                    namings, at = found
                    yield from namings
                    break
            else:
                at += 1

    # ------------------------------------------------------------------------------------------------ people

    def _titled(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
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
            if not realm:
                return [], at
            while self._is_title(parts, at):
                office, at = f"{office} {parts[at].lower}", at + 1
        end = self._name_end(parts, at)
        parent = state_key(state) if state else ""
        if end > at:
            name = " ".join(part.text for part in parts[at:end])
            start = parts[at].start if realm else parts[first].start
            return [*realm, self._person(name, start, parts[end - 1].end, parent, office)], end
        return self._office(parts, first, at, office, parent, realm), at

    def _office(self, parts: list[Unit], first: int, end: int, office: str, parent: str, realm: list[Naming]) -> list[Naming]:
        """A title without a name: somebody the document may name elsewhere."""
        named = realm[:]
        if office in self._set("titles.office") and not self._set("titles.plain") & {office}:
            span = (parts[first].start, parts[end - 1].end)
            named.append(
                Naming(*span, ActorKind.PERSON, f"office:{parent}:{office}", " ".join(office.title().split()), parent, office)
            )
        elif first < end and parts[first].sense in _OWNERS:
            named += self._listed(parts, first)[0]  # type: ignore[index]
        return named

    def _realm(self, parts: list[Unit], at: int) -> tuple[list[Naming], int]:
        """What a title is of: "of the Islamic Republic of Iran", "for the Middle East"."""
        found = self._headed(parts, at) or (self._listed(parts, at) if parts[at].entry else None)
        if found:
            return found
        return [], at + 1

    def _is_title(self, parts: list[Unit], at: int) -> bool:
        return at < len(parts) and parts[at].sense is Sense.TITLE

    def _name_end(self, parts: list[Unit], at: int) -> int:
        """Where the words of a person's name end, `at` being its first."""
        end = at
        while end < len(parts) and end < at + 5:
            part = parts[end]
            if (
                part.joint
                or part.sense not in _INSIDE_NAME
                or (end > at and self._head(part) and not self._titled_first(parts, at, end))
                or part.lower in self._set("heads.nothing")
            ):
                break
            if part.sense in (Sense.STATE, Sense.CAPITAL, Sense.NATION, Sense.BODY) and not self._first_name(part):
                break
            end += 1
        return end

    def _person(self, name: str, start: int, end: int, parent: str = "", office: str = "", sure: bool = True) -> Naming:
        return Naming(start, end, ActorKind.PERSON, person_key(name), name, parent, office, sure)

    def _titled_first(self, parts: list[Unit], at: int, end: int) -> bool:
        """ "Captain Ian North": after a title and a first name, a last word is a surname whatever else it means."""
        if end != at + 1 or end != len(parts) - 1:
            return False
        return at > 0 and parts[at - 1].sense is Sense.TITLE and self._first_name(parts[at])

    def _first_name(self, unit: Unit) -> bool:
        return folded(unit.text.split("-")[0].split(" ")[0]) in self.known.first_names

    # ------------------------------------------------------------------------------------------------ bodies and other things

    def _nothing(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
        """Operations, wars, treaties, days: names, but of no actor. A state or a place in them still stands for itself."""
        part = parts[at]
        if part.sense is Sense.NEVER:
            return [], at + 1
        end = self._stretch(parts, at)
        if part.lower == "operation":
            return [], self._stretch(parts, at, slash=True)
        for last in range(end - 1, at - 1, -1):
            if parts[last].lower in self._set("heads.nothing"):
                inner = [naming for unit in range(at, last) for naming in self._known_alone(parts, unit)]
                return inner, last + 1
        return None

    def _known_alone(self, parts: list[Unit], at: int) -> list[Naming]:
        if parts[at].sense in (None, Sense.TITLE, Sense.NEVER):
            return []
        found = self._listed(parts, at)
        return found[0] if found else []

    def _ship(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
        """A ship by its navy's prefix or by the kind of ship before it."""
        part = parts[at]
        flag = self.known.ships.get(part.text)
        if flag is not None and at + 1 < len(parts) and not parts[at + 1].joint:
            end = min(self._stretch(parts, at + 1), at + 4)
            name = " ".join(unit.text for unit in parts[at + 1 : end])
            shown = f"{part.text} {name}"
            return [self._a_ship(shown, name, part.start, parts[end - 1].end, state_key(flag) if flag else "")], end
        before = word_before(self.text, part.start)
        if (
            before in self._set("ships.nouns")
            and not part.joint
            and self.text[part.start - 1] == " "
            and part.sense is not Sense.NATION
        ):
            end = min(self._stretch(parts, at, slash=True), at + 4)
            name = " ".join(unit.text for unit in parts[at:end])
            return [self._a_ship(name, name, part.start, parts[end - 1].end, "")], end
        return None

    def _a_ship(self, shown: str, name: str, start: int, end: int, parent: str) -> Naming:
        return Naming(start, end, ActorKind.ARMED_GROUP, "ship:" + folded(name), shown, parent)

    def _headed(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
        """A name that ends in a head ("Iraqi Army"), or a head with what it is of ("Ministry of Defence", "Gulf of Oman")."""
        end = self._stretch(parts, at)
        for last in range(end - 1, at - 1, -1):
            kind = self._head_kind(parts[last], last > at, last + 1 < len(parts) and parts[last + 1].joint == "of")
            if kind is None or (last == at and parts[at].entry is not None):
                continue
            stop = last + 1
            if stop + 1 < len(parts) and parts[stop].joint in {"of", "for"} and parts[last].entry is None:
                stop = self._of(parts, stop, kind)
            elif last == at:
                return ([self._bare_head(parts[at])] if kind is not ActorKind.PLACE else []), at + 1
            return [self._body(parts, at, stop, kind)], stop
        first = parts[at].lower
        if first in self._set("heads.place_first") and end > at + 1 and parts[at].sense in (None, Sense.TITLE):
            return [self._place(parts, at, end)], end
        return None

    def _of(self, parts: list[Unit], joint: int, kind: ActorKind) -> int:
        """Where "of ..." ends after a head; "and" goes on only within a ministry's name."""
        end = self._stretch(parts, joint + 1)
        if kind is ActorKind.PLACE:
            return max(end, joint + 2)
        while end + 1 < len(parts) and parts[end].joint in {"of", "and"} and parts[end + 1].entry is None and parts[joint - 1].lower in {
            "ministry", "department", "office", "committee", "commission", "council", "institute",
        }:  # fmt: skip
            end = self._stretch(parts, end + 1)
        if end < len(parts) - 1 and parts[end].joint == "of" and parts[end + 1].sense is Sense.STATE:
            end += 2
        return max(end, joint + 2)

    def _head_kind(self, unit: Unit, after: bool, before_of: bool) -> ActorKind | None:
        word = unit.lower.rsplit(" ", 1)[-1]
        if word in self._set("heads.armed"):
            return ActorKind.ARMED_GROUP if word not in {"police"} else ActorKind.ORGANISATION
        if word in self._set("heads.organisation") and unit.sense in (None, Sense.TITLE):
            return ActorKind.ORGANISATION
        if (after and word in self._set("heads.place_last")) or (before_of and word in self._set("heads.place_of")):
            return ActorKind.PLACE
        return None

    def _head(self, unit: Unit) -> bool:
        return unit.entry is None and self._head_kind(unit, True, False) is not None

    def _bare_head(self, unit: Unit) -> Naming:
        """ "the Ministry": the body of that head the document names before; dropped when there is none."""
        return Naming(unit.start, unit.end, ActorKind.ORGANISATION, "head:" + unit.lower, unit.text, sure=False)

    def _body(self, parts: list[Unit], at: int, stop: int, kind: ActorKind) -> Naming:
        words = parts[at:stop]
        start, end = words[0].start, words[-1].end
        if kind is ActorKind.ARMED_GROUP and (
            ordinal := re.search(r"\b\d+(?:st|nd|rd|th)? $", self.text[max(0, start - 7) : start])
        ):
            start -= len(ordinal[0])
        name = self.text[start:end]
        owner = next((part.entry for part in words if part.sense in (Sense.STATE, Sense.NATION)), None)
        code = owner.state if owner else ""
        if kind is ActorKind.PLACE:
            return Naming(start, end, kind, "place:" + folded(name), name, state_key(code) if code else "")
        rest = " ".join(part.text for part in words if part.entry is not owner or owner is None).lower()
        rest = rest.removesuffix(" of").removeprefix("of ").strip()
        if code and rest in {
            "government",
            "armed forces",
            "security forces",
            "forces",
            "federal government",
            "troops",
            "military",
        }:
            return states.state(owner, start, end, self.known)  # type: ignore[arg-type]
        if not code:
            code = self._possessor(start)
        plain = self.known.organs.get(rest)
        if plain and code:
            return states.named_organ(code, plain, start, end, self.known)
        if plain:
            return Naming(start, end, ActorKind.ORGANISATION, f"organ::{plain.lower()}", plain, sure=False)
        return Naming(start, end, kind, "body:" + folded(name), name, state_key(code) if code else "")

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

    # ------------------------------------------------------------------------------------------------ the gazetteer

    def _listed(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
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

    def _longer_name(self, parts: list[Unit], at: int) -> bool:
        """ "the Atlantic Conveyor": the name of a place inside a longer one that is nobody's known."""
        if at + 1 >= len(parts) or self._before(parts[at]) != "the":
            return False
        following = parts[at + 1]
        if following.joint or self._first_name(following):
            return False
        return following.sense is None and not self._head(following) and not self._is_common(following)

    def _thing(self, parts: list[Unit], at: int, end: int) -> Naming:
        name = self.text[parts[at].start : parts[end - 1].end]
        return Naming(parts[at].start, parts[end - 1].end, ActorKind.ORGANISATION, "body:" + folded(name), name, sure=False)

    def _stands_as_ship(self, unit: Unit) -> bool:
        """ "the Sheffield was hit": a town has no article, a ship named after it has."""
        if self._before(unit) != "the":
            return False
        following = next_word(self.text, unit.end)
        form = lexicon().forms.get(following)
        return following in {"", "and", "or", "was", "were", "had", "has", "is"} or bool(form and "past" in form.names)

    def _before(self, unit: Unit) -> str:
        return word_before(self.text, unit.start)

    def _stretch_place(self, parts: list[Unit], at: int) -> int:
        end = at + 1
        if end < len(parts) and parts[end].lower in self._set("heads.place_last") and parts[end].entry is None:
            end += 1
        return end

    def _place(self, parts: list[Unit], at: int, end: int) -> Naming:
        entry = parts[at].entry
        start, stop = parts[at].start, parts[end - 1].end
        name = entry.name if entry and entry.sense is Sense.PLACE and end == at + 1 else self.text[start:stop]
        parent = state_key(entry.state) if entry and entry.state else ""
        return Naming(start, stop, ActorKind.PLACE, "place:" + folded(name), name, parent)

    # ------------------------------------------------------------------------------------------------ unknown names

    def _unknown(self, parts: list[Unit], at: int) -> tuple[list[Naming], int] | None:
        part = parts[at]
        if part.joint or part.entry is not None:
            return None
        end = self._name_end(parts, at)
        end = max(end, at + 1)
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
        if self._first_name(part):
            return [self._guess_person(parts, at, end)], end
        if part.lower in self._set("around.parts") or part.lower == "new":
            kind = ActorKind.PLACE
        if all(unit.lower in self.known.common for unit in parts[at:end]):
            return [Naming(part.start, parts[end - 1].end, ActorKind.PLACE, "maybe:" + folded(name), name, sure=False)], end
        if kind is ActorKind.PLACE:
            return [replace(self._place(parts, at, end), sure=False)], end
        if word_before(self.text, part.start) == "the":
            return [
                Naming(part.start, parts[end - 1].end, ActorKind.ORGANISATION, "body:" + folded(name), name, sure=False)
            ], end
        return [replace(self._guess_person(parts, at, end), sure=kind is ActorKind.PERSON)], end

    def _guess_person(self, parts: Sequence[Unit], at: int, end: int) -> Naming:
        name = " ".join(part.text for part in parts[at:end])
        return self._person(name, parts[at].start, parts[end - 1].end)

    def _single(self, part: Unit) -> Naming | None:
        """One unknown word: a person the gazetteer knows by surname, an acronym, or whatever its surroundings make it."""
        if part.text in self.known.people:
            name, code = self.known.people[part.text]
            return self._person(name, part.start, part.end, state_key(code))
        if _ROMAN.fullmatch(part.text):
            return None
        acronym = part.text.isupper() and 2 <= len(part.text) <= 7 and part.text.isalpha()
        if not acronym and (len(part.text) < 3 or (self._is_common(part) and part.text not in self.known.people)):
            return None
        kind = kind_around(self.text, part.start, part.end, self.known)
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

    # ------------------------------------------------------------------------------------------------

    def _stretch(self, parts: list[Unit], at: int, slash: bool = False) -> int:
        """Where the units side by side from `at` end: at a joint or at a title (unless an operation's name holds one)."""
        end = at
        while end < len(parts) and not parts[end].joint and (slash or parts[end].sense is not Sense.TITLE or end == at):
            end += 1
        return end

    def _set(self, key: str) -> frozenset[str]:
        return self.known.words[key]
