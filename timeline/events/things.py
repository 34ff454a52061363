"""What has a name and is no person: ships, which act, and operations, wars, treaties and days, which are nobody."""

from __future__ import annotations

from typing import Final

from timeline.events.around import next_word, word_before
from timeline.events.gazetteer import Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.reading import Found, Reading
from timeline.events.units import Unit
from timeline.events.verbs import lexicon
from timeline.model import ActorKind

_SEASONS: Final = frozenset({"spring", "summer", "autumn", "winter"})


class Things(Reading):
    """Names of things."""

    def _nothing(self, parts: list[Unit], at: int) -> Found | None:
        """Operations, wars, treaties, days: names, but of no actor. A state or a place in them still stands for itself."""
        part = parts[at]
        if self._names_a_house(parts, at):
            return None
        if part.sense is Sense.NEVER:
            return self._named_like_a_month(parts, at) or ([], at + 1)
        end = self._stretch(parts, at)
        if part.lower == "operation":
            return [], self._stretch(parts, at, slash=True)
        for last in range(end - 1, at - 1, -1):
            if parts[last].lower in self.words["heads.nothing"]:
                if any(self._head(part) for part in parts[last + 1 : end]):
                    continue  # "Joint Operations Command"
                inner = [naming for unit in range(at, last) for naming in self._known_alone(parts, unit)]
                return inner, last + 1
        return None

    def _named_like_a_month(self, parts: list[Unit], at: int) -> Found | None:
        """ "a student, Jan Palach", "the singer June Carter"; not "in June Wellington crossed"."""
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following is None or following.sense is not None or following.joint or not self._first_name(parts[at]):
            return None
        if self._head(following) or self._before(parts[at]) in self.words["calendar.before"] or self._follows_number(parts[at]):
            return None
        end = self._name_end(parts, at + 1)
        return ([self._guess_person(parts, at, end)], end) if end > at + 1 else None

    def _follows_number(self, unit: Unit) -> bool:
        return self.text[max(0, unit.start - 2) : unit.start].rstrip()[-1:].isdigit()

    def _names_a_house(self, parts: list[Unit], at: int) -> bool:
        """ "the Summer Palace": a season that begins a name."""
        following = parts[at + 1] if at + 1 < len(parts) else None
        return parts[at].lower in _SEASONS and following is not None and not following.joint and self._head(following)

    def _known_alone(self, parts: list[Unit], at: int) -> list[Naming]:
        if parts[at].sense in (None, Sense.TITLE, Sense.NEVER):
            return []
        found = self._listed(parts, at)
        return found[0] if found else []

    def _ship(self, parts: list[Unit], at: int) -> Found | None:
        """A ship by its navy's prefix or by the kind of ship before it."""
        part = parts[at]
        flag = self.known.ships.get(part.text)
        if flag is not None and at + 1 < len(parts) and not parts[at + 1].joint:
            end = min(self._stretch(parts, at + 1), at + 4)
            name = " ".join(unit.text for unit in parts[at + 1 : end])
            shown = f"{part.text} {name}"
            return [self._a_ship(shown, name, part.start, parts[end - 1].end, state_key(flag) if flag else "")], end
        if part.joint or not self.tells_of_ships or part.sense is Sense.NATION:
            return None
        # Nearly always something else: asked first, since the word before costs.
        if self.text[part.start - 1] != " " or not self.text[part.start - 2].isalpha():
            return None
        if word_before(self.text, part.start) in self.words["ships.nouns"]:
            end = min(self._stretch(parts, at, slash=True), at + 4)
            name = " ".join(unit.text for unit in parts[at:end])
            return [self._a_ship(name, name, part.start, parts[end - 1].end, "")], end
        return None

    def _a_ship(self, shown: str, name: str, start: int, end: int, parent: str) -> Naming:
        return Naming(start, end, ActorKind.ARMED_GROUP, "ship:" + folded(name), shown, parent)

    def _longer_name(self, parts: list[Unit], at: int) -> bool:
        """ "the Atlantic Conveyor": the name of a place inside a longer one that is nobody's known."""
        if at + 1 >= len(parts) or self._before(parts[at]) != "the":
            return False
        following = parts[at + 1]
        if following.joint or self._first_name(following):
            return False
        if following.lower in self.words["heads.nothing"]:
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
