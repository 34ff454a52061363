"""What a name beside another only explains: a state whose minister acts, a body whose head speaks, the home of a firm."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.around import next_word
from timeline.events.clauses import Clause
from timeline.events.gazetteer import gazetteer
from timeline.events.sentence import Sentence
from timeline.events.tokens import COORDINATORS, GRAMMAR, PREPOSITIONS
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, ActorMention

COUNTERPART: Final = re.compile(r" (?:counterpart|colleague|opposite number|people|public)\b")
# "Rwandan-backed rebels": not "US-led", which acts.
BACKED: Final = re.compile(rf"[-–](?:{'|'.join(sorted(GRAMMAR['belongs']))})\b")
_LEADING: Final = frozenset({"led", "headed", "commanded"})
_NO_OFFICE: Final = PREPOSITIONS | COORDINATORS


def index_of(sentence: Sentence, mention: ActorMention) -> int:
    return next(at for at, word in enumerate(sentence.words) if word.end > mention.passage.start)


def explains(sentence: Sentence, mention: ActorMention, first: int, at: int) -> bool:
    """ "The mayor of Melitopol, Ivan Fedorov, ...": the person between commas is who the words before mean."""
    if mention.actor.kind is not ActorKind.PERSON or at - 1 <= first or sentence.words[at - 1].lower != ",":
        return False
    lead = sentence.words[first:at]
    if any(word.plain and word.lower in COORDINATORS for word in lead):
        return False
    noun = lead[: next((index for index, word in enumerate(lead) if word.lower in PREPOSITIONS), len(lead))]
    known = gazetteer()
    if not sentence.text.startswith(",", mention.passage.end):
        return False
    return any(word.lower in known.titles or word.lower in known.words["around.person_before"] for word in noun)


def modifies_person(sentence: Sentence, mention: ActorMention) -> bool:
    """ "Peru's president, Fernando Belaúnde Terry", "his Iranian counterpart": the state itself takes no part."""
    if COUNTERPART.match(sentence.text, mention.passage.end) or BACKED.match(sentence.text, mention.passage.end):
        return True
    if mention.actor.kind is ActorKind.ORGANISATION and next_word(sentence.text, mention.passage.end) in gazetteer().titles:
        return True  # "Egypt's army chief"
    return (possesses(sentence, mention) and _office_follows(sentence, mention)) or _names_thing(sentence, mention)


def _names_thing(sentence: Sentence, mention: ActorMention) -> bool:
    """ "the Lenin shipyard": a person a thing is named after, not "the Reagan administration"."""
    if mention.actor.kind is not ActorKind.PERSON or sentence.text[mention.passage.end : mention.passage.end + 1] != " ":
        return False
    at = index_of(sentence, mention)
    return (
        at > 0
        and sentence.words[at - 1].lower == "the"
        and next_word(sentence.text, mention.passage.end) in gazetteer().words["heads.place_last"]
    )


def _office_follows(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether an office is named before the next comma, preposition or verb: "'s ambassador", "foreign minister"."""
    known = gazetteer()
    following = sentence.text[mention.passage.end : mention.passage.end + 60].lower().split(",")[0]
    words = following.removeprefix("'s").removeprefix("’s").split()[:4]
    before = next((at for at, word in enumerate(words) if word in _NO_OFFICE), len(words))
    return any(word in known.titles or word in known.words["around.person_before"] for word in words[:before])


def in_apposition(sentence: Sentence, mention: ActorMention, first: int, verb: int) -> bool:
    """ "Volker Türk, the UN human rights chief,": what explains a name is no second one who acts, unless it is a person."""
    if mention.actor.kind is ActorKind.PERSON:
        return False
    words = sentence.words
    before = range(first, min(verb, index_of(sentence, mention)))
    comma = next((at for at in before if words[at].lower == "," and words[at].plain), None)
    if comma is None or any(word.plain and word.lower in COORDINATORS for word in words[comma:verb]):
        return False
    return any(words[first].start <= one.passage.start < words[comma].start for one in sentence.actors)


def names_the_home_of(sentence: Sentence, mention: ActorMention, verb: int) -> bool:
    """ "American car maker Chrysler": a state right before the body or person it is the home of does not act itself."""
    if mention.actor.kind is not ActorKind.STATE:
        return False
    limit = sentence.words[verb].start
    later = (one for one in sentence.actors if mention.passage.end <= one.passage.start < limit)
    after = next((one for one in later if one.actor.kind is not ActorKind.STATE), None)  # "Bosnian Serb leader Karadzic"
    if after is None or after.actor.kind not in (ActorKind.ORGANISATION, ActorKind.PERSON):
        return False
    between = sentence.text[mention.passage.end : after.passage.start].lower()
    if after.actor.kind is ActorKind.PERSON and between.endswith(", ") and _office_follows(sentence, mention):
        return True
    return "," not in between and not any(word in _NO_OFFICE for word in between.split())


def possesses(sentence: Sentence, mention: ActorMention) -> bool:
    return sentence.text.startswith(("'s ", "’s ", "' ", "’ "), mention.passage.end)


def leads_off(sentence: Sentence, clause: Clause, mention: ActorMention) -> bool:
    """Whether nobody is named between an active verb and a name: "bombed targets in Yugoslavia", not "Kurdish positions in"."""
    verb = sentence.words[clause.predicate.last].end
    between = any(verb <= one.passage.start < mention.passage.start for one in sentence.actors)
    return not between and not clause.predicate.passive


def leads_unnamed(sentence: Sentence, mention: ActorMention, noun: str, first: int, verbs: Lexicon) -> bool:
    """ "a column under John Nicholson": who leads those who act, where nobody else is named for them."""
    if mention.actor.kind is not ActorKind.PERSON:
        return False
    begin = sentence.words[first].start
    alone = not any(
        begin <= one.passage.start < mention.passage.start and one.actor.kind is not ActorKind.PLACE for one in sentence.actors
    )
    return alone and (noun in verbs.words["armed"] or noun in verbs.words["ships"])


def owns_who_acts(sentence: Sentence, mention: ActorMention) -> bool:
    """ "by Ouattara's Republican Forces": who acts has a name of its own."""
    after = (one for one in sentence.actors if one.passage.start >= mention.passage.end)
    following = next(after, None)
    near = following is not None and following.passage.start - mention.passage.end <= len("’s ")
    return near and possesses(sentence, mention)


def in_aside(sentence: Sentence, clause: Clause, mention: ActorMention, noun: str) -> bool:
    """ "a case brought by South Africa", "was captured by troops, backed by France": by whom something else was done."""
    if not clause.predicate.passive:
        return True
    if noun in _LEADING:
        return False
    words = sentence.words[clause.predicate.last + 1 : index_of(sentence, mention)]
    at = next((index for index in range(len(words) - 1, 0, -1) if words[index].lower == noun and words[index].plain), 0)
    return at > 0 and (words[at - 1].lower == "," or any(word.lower == "by" for word in words[:at]))
