"""Whether "he" or "she" may stand for somebody: as the text shows by titles, kin and pronouns, else by the first name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from timeline.events.gazetteer import gazetteer
from timeline.events.naming import folded
from timeline.events.sentence import Sentence
from timeline.model import Actor, ActorKind, ActorMention

_SEX: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BEFORE: Final = 24  # characters before a name in which a title or a word of kin stands
_LAST_WORD: Final = re.compile(r"([A-Za-z-]+)\.?,? $")


@dataclass(slots=True)
class Genders:
    """What one document has shown so far: actor id -> "m" or "f"."""

    shown: dict[str, str] = field(default_factory=dict)

    def of(self, actor: Actor) -> str:
        """ "m", "f", or "" when nothing tells: a first name does where that is given to men or to women alone."""
        if actor.id in self.shown:
            return self.shown[actor.id]
        first, _, more = actor.name.partition(" ")
        return gazetteer().first_names.get(folded(first.split("-")[0]), "") if more else ""

    def fits(self, actor: Actor, pronoun: str) -> bool:
        """Whether an actor is a person of whom nothing speaks against the pronoun."""
        return actor.kind is ActorKind.PERSON and self.of(actor) in ("", _SEX[pronoun])

    def shows(self, actor: Actor, pronoun: str) -> bool:
        """Whether an actor is a person known to be a "he", or a "she"."""
        return actor.kind is ActorKind.PERSON and self.of(actor) == _SEX[pronoun]

    def learn(self, sentence: Sentence) -> None:
        """Takes note of titles and kin: "Mrs Gandhi", "her husband Karim Nasser"."""
        for mention in sentence.actors:
            if mention.actor.kind is ActorKind.PERSON and (told := _told_by_title(sentence, mention)):
                self.shown.setdefault(mention.actor.id, told)

    def meant(self, actor: Actor, pronoun: str) -> None:
        """Takes note of whom a pronoun plainly stands for."""
        self.shown.setdefault(actor.id, _SEX[pronoun])


def _told_by_title(sentence: Sentence, mention: ActorMention) -> str:
    start = mention.passage.start
    before = _LAST_WORD.search(sentence.text[max(sentence.start, start - _BEFORE) : start])
    said = sentence.text[start : mention.passage.end].split(" ")
    words = gazetteer().words
    for word in ((before[1].lower() if before else ""), said[0].lower().rstrip(".")):
        if word in words["around.he"]:
            return "m"
        if word in words["around.she"]:
            return "f"
    return ""
