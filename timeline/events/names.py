"""Which units of a run name an actor, and of which kind: rules from the surest to the weakest.

things         HMS Conqueror; Operation Epic Fury, the Cold War           a ship; nobody
persons        Russian Foreign Minister Sergei Lavrov                     a person
bodies         Kurdistan Regional Government, 3rd Army, Gulf of Oman      by the head of the name
gazetteer      Hezbollah, Geneva, Russia, Tehran                          by its sense, a capital by whether it acts
surroundings   in Qamenas, Keeble said                                    an unknown name
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Final

from timeline.events import states
from timeline.events.around import is_within, kind_around, like_surname, next_word
from timeline.events.gazetteer import Entry, Gazetteer, Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.reading import Found
from timeline.events.runs import Run
from timeline.events.things import Things
from timeline.events.units import Unit, units
from timeline.events.unknown import Unknown
from timeline.model import ActorKind

_ARTICLES: Final = frozenset({"the", "a", "an"})
_DETERMINERS: Final = _ARTICLES | {"his", "her", "its", "their", "our", "my"}
_GO_ON: Final = frozenset({None, Sense.TITLE, Sense.NEVER})
_Rules = tuple[Callable[[list[Unit], int], Found | None], ...]
_BySense = dict[Sense | None, _Rules]
_NAME_BEGINS: Final = frozenset({"le", "van", "von", "de", "al", "el", "da", "du", "la", "ibn", "bin", "ben", "abu"})


class Reader(Things, Unknown):
    """Reads the runs of one document."""

    def read(self, run: Run) -> list[Naming]:
        if self._silent(run):
            return []
        parts = self._without_opener(units(run.words, self.known, self.evidence.ancient), run.opens)
        return self._read(parts) if parts else []

    def _without_opener(self, parts: list[Unit], opens: bool) -> list[Unit]:
        """The units without the words that are capitalised only because the sentence opens with them."""
        while parts and (parts[0].joint or (parts[0].lower in self.words["openers.function"] and parts[0].sense is None)):
            if (parts[0].text.isupper() and len(parts[0].text) > 1) or not (
                opens or parts[0].joint or parts[0].lower in _ARTICLES
            ):
                break
            # What is capitalised after an article is so by itself: "The Three Brotherhood Alliance".
            opens, parts = parts[0].lower not in _DETERMINERS, parts[1:]
        if not parts or not opens:
            return parts
        first = parts[0]
        if first.lower == "operation" and len(parts) > 1:
            return parts  # whatever its second word is elsewhere, here it is the operation's
        common = self._is_common(first) or (first.sense is None and len(parts) == 1 and self._is_compound(first))
        if len(parts) > 1 and parts[1].sense is None and not parts[1].joint and first.lower in _NAME_BEGINS:
            return parts  # "Le Minh Dao"
        if first.sense in (None, Sense.GROUP, Sense.PLACE) and common and not self._head(first):
            called = self._first_name(first)  # "Mark Ryder"
            named_on = len(parts) > 1 and parts[1].joint == "" and parts[1].sense in (None, Sense.PLACE if called else None)
            named_on = named_on and (called or not self._first_name(parts[1]))
            return parts if named_on else parts[1:]
        return parts

    @cached_property
    def _rules(self) -> tuple[_BySense, _BySense, _Rules]:
        """The rules for each sense in a run that has heads; in one that has none; for what is known and ends a run."""
        ship, titled, nothing, headed, listed = self._ship, self._titled, self._nothing, self._headed, self._listed
        any_sense: _BySense = dict.fromkeys(Sense, (ship, titled, nothing, headed, listed))
        any_sense |= {Sense.TITLE: (ship, titled, nothing, headed), None: (ship, nothing, headed, self._unknown)}
        headless: _BySense = dict.fromkeys(Sense, (ship, titled, listed))
        headless |= {Sense.TITLE: (ship, titled), None: (ship, self._unknown)}
        return any_sense, headless, (ship, listed)

    def _read(self, parts: list[Unit]) -> list[Naming]:
        read: list[Naming] = []
        at, count = 0, len(parts)
        rules, headless, listed = self._rules
        if not any(_may_head(part.lower, part.sense, self.known) for part in parts):
            rules = headless
        while at < count:
            part = parts[at]
            if part.joint:
                at += 1
                continue
            # What is known and ends a run heads nothing and is no part of a longer name.
            ends = at + 1 == count and part.sense not in _GO_ON
            for rule in listed if ends else rules[part.sense]:
                found = rule(parts, at)
                if found is not None:
                    namings, at = found
                    read += namings
                    break
            else:
                at += 1
        return read

    def _listed(self, parts: list[Unit], at: int) -> Found | None:
        unit = parts[at]
        entry = unit.entry
        if entry is None or unit.sense is Sense.TITLE:
            return None
        name_end = self._name_end(parts, at) if at + 1 < len(parts) and self._first_name(unit) else at
        somebody = name_end > at + 1 and parts[at + 1].sense is None and unit.sense in (Sense.PLACE, Sense.STATE, Sense.CAPITAL)
        if somebody and is_within(self.text, unit.start, self.known):
            return [self._place(parts, at, name_end)._replace(sure=False)], name_end  # "entered Adi Hageray"
        if somebody:
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
        if entry.sense is Sense.PLACE:
            return self._listed_place(parts, at, entry, name_end)
        if entry.sense is Sense.PEOPLE:
            return [self._people(unit, entry.name)], at + 1
        kind = ActorKind.ARMED_GROUP if entry.sense is Sense.GROUP else ActorKind.ORGANISATION
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following and following.sense is None and following.text.startswith(("al-", "as-", "ash-")):
            name = self.text[unit.start : following.end]  # "Hashd al-Watani"
            return [Naming(unit.start, following.end, kind, "body:" + folded(name), name)], at + 2
        parent = self._parent_key(entry.parent)
        return [Naming(*span, kind, "body:" + folded(entry.name), entry.name, parent)], at + 1

    def _listed_place(self, parts: list[Unit], at: int, entry: Entry, name_end: int) -> Found:
        """A place the gazetteer knows, or whoever or whatever is named after it."""
        unit = parts[at]
        if self._before(unit) in self.words["titles.small"]:
            end = max(self._name_end(parts, at), at + 1)
            return [self._guess_person(parts, at, end)], end
        noun = next_word(self.text, unit.end)
        if name_end <= at + 1 and self._surname_follows(parts, at):
            return [self._guess_person(parts, at, at + 2)], at + 2  # "Ararat Mirzoyan"
        if noun in self.words["around.person_does"] or self._named_like_person(unit):
            return [self._guess_person(parts, at, at + 1)], at + 1
        if noun in self.words["groups.armed"]:
            return [self._people(unit, entry.name)], at + 1  # "the Taiping rebels"
        if self._longer_name(parts, at):
            end = self._name_end(parts, at + 1)
            return [self._thing(parts, at, end)], end
        if entry.state and self._stands_as_ship(unit):
            return [self._a_ship(unit.text, unit.text, unit.start, unit.end, "")], at + 1
        end = self._stretch_place(parts, at)
        return [self._place(parts, at, end)], end

    def _surname_follows(self, parts: list[Unit], at: int) -> bool:
        after = parts[at + 1] if at + 1 < len(parts) else None
        if after is None or after.sense is not None or after.joint or at + 2 < len(parts):
            return False
        if like_surname(after.text, self.known):
            return True
        if kind_around(self.text, parts[at].start, after.end, self.known) is ActorKind.PLACE:
            return False  # "around Cuito Cuanavale"
        text = after.text
        whose = self._before(parts[at]) != "the" and not text.isupper() and after.lower not in self.known.common
        return whose and " " not in parts[at].text and text.isalpha() and not self._head(after) and not self._is_common(after)

    def _named_like_person(self, unit: Unit) -> bool:
        """ "Venustiano Carranza became president": a town named after somebody, or he himself, who does something."""
        if " " not in unit.text or not self._first_name(unit):
            return False
        return kind_around(self.text, unit.start, unit.end, self.known) is ActorKind.PERSON or states.acts(
            self.text, unit.start, unit.end, self.known
        )

    def _parent_key(self, name: str) -> str:
        if not name:
            return ""
        entry = self.known.phrases.get(name)
        return state_key(entry.state) if entry and entry.state else "body:" + folded(name)

    def _stretch_place(self, parts: list[Unit], at: int) -> int:
        end = at + 1
        if end < len(parts) and parts[end].lower in self.words["heads.place_last"] and parts[end].entry is None:
            end += 1
        return end


@lru_cache(maxsize=20_000)
def _may_head(lower: str, sense: Sense | None, known: Gazetteer) -> bool:
    """Whether a unit may make its run a body, a place or nothing: what `_nothing` and `_headed` ask for first."""
    if sense is Sense.NEVER or lower == "operation" or lower.rsplit(" ", 1)[-1] in known.heads:
        return True
    return any(lower in known.words[f"heads.{kind}"] for kind in ("nothing", "armed_first", "body_first", "place_first"))
