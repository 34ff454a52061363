"""Names nobody knows: what the text calls them, where they stand, how they are spelt."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.events.around import (
    acts_like_one,
    is_within,
    kind_around,
    like_surname,
    next_word,
    plainly_person,
    word_after,
    word_before,
)
from timeline.events.bodies import Bodies
from timeline.events.described import apposed, by_shape, described
from timeline.events.gazetteer import Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.persons import Persons
from timeline.events.reading import CODE, Found
from timeline.events.units import Unit
from timeline.model import ActorKind

_DATELINE: Final = re.compile(r"(?:, [A-Z][\w.]+)*(?:,? [A-Z][a-z]+\.? \d+)?,?(?: \([^)\n]{2,30}\))? ?(?:-|–|—|--) ")
_NATIONALS: Final = re.compile(r"[A-Z][a-z]+(?:ians|ites|nese)|[A-Z][a-z]{4,}ans")
_NUMBER_AFTER: Final = re.compile(
    r" (\d{1,3})(?=[,.;)](?!\d)| (?:and|or|was|were|is|had|has|hold|holds|said|says|reported|[a-z]{3,}ed)\b)"
)
_BEFORE_BODIES: Final = frozenset({"to", "by", "told", "with", "from", "for", "joined", "against"})
_SHAPED: Final = re.compile(r"[A-Z]-[a-z]+")  # "T-shirt"
_BE_OR_HAVE: Final = frozenset({"were", "are", "has", "have", "had", "and", "also"})
_ADJECTIVE: Final = re.compile(r"(?:ic|an|ish|ese|ist|al|ite|ive|ous|ary)$")  # "the Gallic leader"
_ROMAN: Final = re.compile(r"[IVX]+")
_STATES: Final = frozenset({Sense.STATE, Sense.NATION, Sense.NATIONALS, Sense.METONYM, Sense.CAPITAL})
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})


class Unknown(Persons, Bodies):
    """Reads what is in no list."""

    def _unknown(self, parts: list[Unit], at: int) -> Found | None:
        part = parts[at]
        if part.joint or part.entry is not None:
            return None
        end = max(self._name_end(parts, at), at + 1)
        if end > at + 1 and parts[end - 1].lower in _ORDINALS:
            end -= 1  # "the CPC and KMT Second united front"
        if part.lower in self.words["around.parts"] and end < len(parts) and parts[end].sense in _STATES:
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
        span = (part.start, parts[end - 1].end)
        told = (apposed if self._first_name(part) else described)(self.text, *span, self.known)
        if told is not None:
            return [self._told(name, *span, told)], end
        kind = kind_around(self.text, *span, self.known)
        if parts[end - 1].text.removeprefix("al-") in self.known.people:
            return [self._guess_person(parts, at, end)], end  # of a family that is known: "Hafez al-Assad"
        before = word_before(self.text, part.start)
        if split := self._place_then_person(parts, at, end):
            return split, end
        within = is_within(self.text, part.start, self.known) and not self._person_verb(parts[end - 1])
        if within or next_word(self.text, parts[end - 1].end) in self.words["heads.named_after"]:
            kind = ActorKind.PLACE
        elif self._first_name(part) or parts[end - 1].lower in self.words["titles.after"]:
            return [self._guess_person(parts, at, end)], end
        if part.lower in self.words["around.parts"] or part.lower == "new":
            kind = ActorKind.PLACE
        if kind is None or (kind is ActorKind.PERSON and not plainly_person(self.text, *span, self.known)):
            kind = self._by_words(parts, at, end) or kind
        if all(unit.lower in self.known.common for unit in parts[at:end]) and before not in _BEFORE_BODIES:
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

    def _place_then_person(self, parts: list[Unit], at: int, end: int) -> list[Naming]:
        """ "At Accomarca Daniel Brown's men", "At Breitenfeld Tilly lost": where, and then somebody."""
        if self.text[parts[at].start - 3 : parts[at].start - 1] not in {"At", "In"} or self._first_name(parts[at]):
            return []
        after = word_after(self.text, parts[end - 1].end)
        acts = acts_like_one(after, self.text[parts[end - 1].end :][:1], self.words["heads.saying"])
        if not acts and not (end > at + 2 and self._first_name(parts[at + 1])):
            return []
        return [self._place(parts, at, at + 1)._replace(sure=False), self._guess_person(parts, at + 1, end)]

    def _by_words(self, parts: list[Unit], at: int, end: int) -> ActorKind | None:
        """What a name of several unknown words is by these: "World Vision", "al-Mashrou al-Arabi"; "of Lunda Norte"."""
        first, last = parts[at], parts[end - 1]
        before = word_before(self.text, first.start)
        if before == "the":
            crossed = word_before(self.text, first.start - 4) in self.words["around.along"]
            return ActorKind.PLACE if crossed else ActorKind.ORGANISATION
        if self._is_word(last) and not like_surname(last.text, self.known):
            return ActorKind.ORGANISATION
        if first.text.isupper() and len(first.text) > 2 and not last.text.isupper():
            return ActorKind.ORGANISATION  # "SBM Intelligence"
        if next_word(self.text, last.end) in self.words["described.of_body"]:
            return ActorKind.ORGANISATION
        if (len(first.text) > 4 and self._is_word(first)) or (first.text.startswith("al-") and last.text.startswith("al-")):
            return ActorKind.ORGANISATION
        if before == "of" and word_before(self.text, first.start - 3) in self.words["around.things_of_places"]:
            return ActorKind.PLACE
        return None

    def _numbered(self, part: Unit) -> int:
        """Where a number that belongs to a name ends: "Liwa 30 held", "Canal 12 and"; 0 when there is none."""
        if not self.text[part.end + 1 : part.end + 2].isdigit():
            return 0
        found = _NUMBER_AFTER.match(self.text, part.end)
        return found.end(1) if found and not is_within(self.text, part.start, self.known) else 0

    def _person_verb(self, last: Unit) -> bool:
        """ "in June Wellington said": a name after which somebody speaks."""
        return word_after(self.text, last.end) in self.words["heads.saying"]

    def _strange(self, part: Unit) -> bool:
        """Whether a word looks like no name of a person."""
        if not part.text.istitle() or like_surname(part.text, self.known):
            return False
        return part.lower.split("-")[0] not in self.known.first_names

    def _by_habit(self, part: Unit, kind: ActorKind | None) -> ActorKind | None:
        """What one unknown word is by its ending, its article, or whose people are named after it; `kind` by its neighbours."""
        text, before, after = self.text, self._before(part), word_after(self.text, part.end)
        names_body = next_word(text, part.end) in self.words["described.of_body"] and not _ADJECTIVE.search(part.text)
        if kind in (None, ActorKind.PERSON) and names_body:
            return ActorKind.ORGANISATION
        if before == "told" and after in {"that", "on"} and not like_surname(part.text, self.known):
            return ActorKind.ORGANISATION  # "told Armenpress that"
        shape = by_shape(part.text, self.known)
        if shape and (kind is None or shape is ActorKind.ORGANISATION or after not in self.words["heads.saying"]):
            return shape
        if before == "the" and word_before(text, part.start - 4) in self.words["around.person_object"]:
            return ActorKind.ORGANISATION  # "crushed the Brotherhood"
        if before == "the" and kind is None and part.text.istitle() and part.lower not in self.known.first_names:
            does = after in _BE_OR_HAVE or acts_like_one(after, text[part.end : part.end + 1], self.words["heads.saying"])
            opens = text[part.start - 4 : part.start - 1] == "The"
            return ActorKind.ORGANISATION if opens and does else ActorKind.PLACE
        return kind

    def _opens_report(self, part: Unit) -> bool:
        """ "MARAWI, Philippines - ", "GOMA (agency) - ": where a report was written."""
        if part.start and self.text[part.start - 1] != "\n":
            return False
        return _DATELINE.match(self.text, part.end) is not None

    def _told(self, name: str, start: int, end: int, kind: ActorKind) -> Naming:
        """An unknown name of which the text says what it is."""
        prefix = {ActorKind.PERSON: "person:", ActorKind.PLACE: "place:"}.get(kind, "body:")
        return Naming(start, end, kind, prefix + folded(name), name)

    def _single(self, part: Unit) -> Naming | None:
        """One unknown word: a person the gazetteer knows by surname, an acronym, or whatever its surroundings make it."""
        if part.text in self.known.people:
            name, code = self.known.people[part.text]
            return self._person(name, part.start, part.end, state_key(code))
        if _is_code(part.text):
            return None
        if _NATIONALS.fullmatch(part.text) and not self._is_common(part):
            return self._people(part, part.text)
        acronym = part.text.isupper() and 2 <= len(part.text) <= 10 and part.text.isalpha()
        if not acronym and (len(part.text) < 3 or (self._is_common(part) and part.text not in self.known.people)):
            return None
        if end := self._numbered(part):
            sort = described(self.text, part.start, end, self.known) or ActorKind.ORGANISATION
            return self._told(self.text[part.start : end], part.start, end, sort)
        told = described(self.text, part.start, part.end, self.known)
        if told is not None:
            return self._told(part.text, part.start, part.end, told)
        kind = kind_around(self.text, part.start, part.end, self.known)
        noun = next_word(self.text, part.end)
        if kind is ActorKind.PERSON and noun not in self.words["around.person_rules"] and self._before(part) == "the":
            kind = ActorKind.ORGANISATION  # "the Brotherhood urged"
        if acronym and len(part.text) > 3 and self._opens_report(part):
            return self._told(part.text, part.start, part.end, ActorKind.PLACE)
        if acronym:
            return Naming(part.start, part.end, ActorKind.ORGANISATION, "body:" + folded(part.text), part.text, sure=False)
        if part.lower in self.words["around.parts"]:
            kind = ActorKind.PLACE
        if kind in (None, ActorKind.PERSON) and noun in self.words["groups.after_group"] and not acronym:
            shown = f"{part.text} {noun}"
            return Naming(part.start, part.end + 1 + len(noun), ActorKind.ARMED_GROUP, "group:" + folded(shown), shown)
        weak = kind is ActorKind.PERSON and self._strange(part)
        kind = self._by_habit(part, kind)
        if weak and kind is ActorKind.PERSON and not plainly_person(self.text, part.start, part.end, self.known):
            return Naming(part.start, part.end, kind, "acts:" + folded(part.text), part.text, sure=False)
        if kind is None and part.lower.split("-")[0] in self.known.first_names:
            kind = ActorKind.PERSON
        key = {ActorKind.PERSON: "person:", ActorKind.PLACE: "place:", None: "unknown:"}.get(kind, "body:") + folded(part.text)
        return Naming(part.start, part.end, kind or ActorKind.PLACE, key, part.text, sure=False)

    def _people(self, unit: Unit, name: str) -> Naming:
        """A people, or the fighters or protesters of it."""
        noun = next_word(self.text, unit.end)
        for kind, key in ((ActorKind.ARMED_GROUP, "groups.armed"), (ActorKind.ORGANISATION, "groups.civil")):
            if noun in self.words[key]:
                shown = f"{unit.text} {noun}"
                return Naming(unit.start, unit.end + 1 + len(noun), kind, "group:" + folded(shown), shown)
        # A people is no body: a nation, with a state of its own or without.
        kind = ActorKind.ORGANISATION if name in self.words["peoples.movements"] else ActorKind.STATE
        return Naming(unit.start, unit.end, kind, "people:" + folded(name), name)


@lru_cache(maxsize=20_000)
def _is_code(text: str) -> bool:
    return any(spelt.fullmatch(text) for spelt in (_ROMAN, CODE, _SHAPED))
