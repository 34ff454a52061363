"""When a verb does not tell what it usually does: a death in bed, a decision taken, a vein that is struck."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.done_to import (
    boarding,
    breaking_off,
    clearing,
    dissolving,
    entering,
    falling,
    falling_to,
    installing,
    investing,
    removing,
    rising,
    seeking,
    taking_from,
)
from timeline.events.gazetteer import gazetteer
from timeline.events.governed import Told
from timeline.events.sentence import Sentence
from timeline.events.tokens import DETERMINERS, GRAMMAR, JOINS, Token, is_adverb
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind, ActorMention, Kind

_SELVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
_SOMEBODY: Final = frozenset({"him", "her", "them", "us", "me"})
_CATCHING: Final = frozenset({"catch", "down", "pin", "trap", "silence", "mine", "level", "hole"})
_LEADING: Final = frozenset({"raise", "lead", "test", "push", "drive", "concentrate", "station", "prepare", "mass", "send"})
_GOING: Final = frozenset({"push", "drive"})
_GATHERING: Final = frozenset({"march", "assemble", "mass", "parade", "advance"})
_WHERE_TO: Final = frozenset({"into", "to", "forward", "ashore", "against", "across", "towards", "toward", "up", "out", "back"})


_AT_ONCE: Final = frozenset({"when", "as", "while", "after", "who", "where"})
_DONE: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.RETREAT, Kind.PROTEST, Kind.MOBILIZE})
_ORDERED: Final = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE, Kind.RETREAT})


def sense(sentence: Sentence, clause: Clause, verbs: Lexicon, kind: Kind) -> Kind:
    """The kind a clause tells, `kind` being what its verb usually tells."""
    told = Told(sentence, clause, verbs, kind)
    if kind in _DONE and told.has(told.subject(), "economy") and not _tells_blow(told):
        return Kind.OTHER
    if kind is Kind.COERCE and told.has(told.subject(), "nature") and not told.clause.predicate.passive:
        return Kind.OTHER
    rule = _BY_VERB.get(told.lemma) or _BY_KIND.get(kind)
    return rule(told) if rule else kind


def _tells_blow(told: Told) -> bool:
    """ "The shelling of the market" is about no prices."""
    return any(told.verbs.nouns.get(word.lower) is Kind.ASSAULT for word in told.subject() if word.plain)


def _death(told: Told) -> Kind:
    """A death is a deed only where the sentence tells of one."""
    deeds = {Kind.ASSAULT, Kind.COERCE}
    of = [word.lower for word in told.rest()[:4]]
    if of[:1] == ["of"] and not {"wounds", "wound", "injuries"} & set(of):
        return Kind.OTHER
    others = (one for one in told.sentence.clauses if one is not told.clause and _AT_ONCE & {one.opener, told.clause.opener})
    host = [told.sentence.host(told.clause)] if told.clause.sharing else []
    violent = any(one is not None and one.predicate.passive and one.predicate.verb.kind in deeds for one in host)
    violent = violent or any(one.predicate.verb.kind in deeds and one.predicate.verb.lemma not in DEATHS for one in others)
    nouns = (told.verbs.nouns.get(word.lower) for word in [*told.subject(), *told.rest()] if word.plain)
    return Kind.ASSAULT if violent or any(kind in deeds for kind in nouns) else Kind.OTHER


def _taking(told: Told) -> Kind:
    """Towns, hills and prisoners are taken by force; decisions, photographs and turns are not."""
    governed = told.object()
    named = told.named(governed, ActorKind.PLACE, ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
    return told.kind if named or told.has(governed, "held", "armed") else Kind.OTHER


def _taking_over(told: Told) -> Kind:
    """A successor takes over, without saying what."""
    rest = [word for word in told.rest() if not word.dated]
    if told.has(told.object(), "office"):
        return Kind.OTHER
    return told.kind if rest and rest[0].text[0].isalpha() and rest[0].lower not in {"as", "from", "in", "on"} else Kind.OTHER


def _closing(told: Told) -> Kind:
    """A border is closed by somebody; a school closes, and an index "at" something."""
    return told.kind if told.object() else Kind.OTHER


def _striking(told: Told) -> Kind:
    if told.lemma == "strike" and not told.object() and told.has(told.subject(), "labour"):
        return Kind.PROTEST  # "Miners struck on 17 May"
    if told.has(told.sentence.words, "trade"):
        return Kind.SANCTION
    if told.by_nature():
        return Kind.OTHER
    figurative = told.has(_head(told.object()), "figurative") and not told.under_arms(told.subject())
    return Kind.OTHER if figurative else _violence(told)


def _head(words: list[Token]) -> list[Token]:
    """The noun a phrase is about: "a rich vein" of "a rich vein of silver", not the oil of "an oil refinery"."""
    of = next((at for at, word in enumerate(words) if word.lower == "of" and word.plain), len(words))
    return [word for word in words[:of] if word.text[0].isalnum()][-1:]


def _contest(told: Told) -> Kind:
    by_force = told.has(told.subject(), "armed") and bool(told.named(told.object(), ActorKind.PERSON))
    return Kind.OTHER if told.has(told.sentence.words, "contest") and not by_force else _violence(told)


def _catching(told: Told) -> Kind:
    governed = told.object()
    return told.kind if told.named(governed) or told.has(governed, "armed", "weapons", "people") else Kind.OTHER


def _violence(told: Told) -> Kind:
    """Storms kill, and it is nobody's deed."""
    if told.by_nature() and not _tells_blow(told):
        return Kind.OTHER
    return Kind.OTHER if any(word.lower in _SELVES for word in told.object()[:1]) else told.kind


def _meeting(told: Told) -> Kind:
    """Armies that meet fight, and so do those of whom the sentence goes on to tell that one beat the other."""
    host = any(word.lower in told.verbs.words["armed"] for word in told.subject())
    foe = not told.object() or told.has(told.object(), "armed") or bool(told.named(told.object(), ActorKind.PERSON))
    hostile = host and foe
    after = [one for one in told.sentence.clauses if one.start >= told.clause.end]
    beaten = any(one.opener in JOINS and one.predicate.verb.kind is Kind.ASSAULT for one in after[:1])
    battle = any(one.lower == "in" and told.verbs.nouns.get(two.lower) is Kind.ASSAULT for one, two in pairwise(told.rest()))
    return Kind.ASSAULT if hostile or beaten or battle or told.has(told.object(), "enemy") else told.kind


def _joining(told: Told) -> Kind:
    """Who joins a service, a firm or a party takes a post; a state that joins an alliance supports it."""
    states = told.named(told.subject(), ActorKind.STATE, ActorKind.ARMED_GROUP)
    posts = told.verbs.words["office"] | told.verbs.words["posts"]
    return Kind.OTHER if not states and any(word.lower in posts for word in told.object()) else told.kind


def _retiring(told: Told) -> Kind:
    """Who retires to or through a place gives ground; who retires from an office does not."""
    after = next((word.lower for word in told.rest() if word.plain), "")
    return Kind.RETREAT if after in _WHERE_TO - {"out", "up"} | {"through", "behind", "beyond"} else Kind.OTHER


def _trying(told: Told) -> Kind:
    """Who is tried stands before a court."""
    somebody = told.named(told.object(), ActorKind.PERSON) or told.has(told.object(), "people")
    tried = told.clause.predicate.passive or (somebody and not told.named(told.object()[:1], ActorKind.PLACE))
    return Kind.ACCUSE if tried else told.kind


def _charging(told: Told) -> Kind:
    """Ships and horsemen charge a line; a prosecutor charges somebody with a crime."""
    with_crime = any(word.lower == "with" and word.plain for word in told.rest()) or told.clause.predicate.passive
    return Kind.ASSAULT if told.under_arms(told.subject()) and not with_crime else told.kind


def _surprising(told: Told) -> Kind:
    """Who surprises soldiers falls on them."""
    return Kind.ASSAULT if told.under_arms(told.object()) or told.has(told.object(), "enemy") else Kind.OTHER


def _dismissing(told: Told) -> Kind:
    """Who is dismissed loses an office; what is dismissed is rejected."""
    governed = told.object()
    person = told.named(governed, ActorKind.PERSON) or (governed and governed[0].lower in _SOMEBODY)
    return Kind.SANCTION if person or told.has(governed, "people") else told.kind


def _sacking(told: Told) -> Kind:
    """A town is sacked by an army; a minister by his master."""
    town = told.named(told.object(), ActorKind.PLACE, ActorKind.STATE) or told.has(told.object(), "held")
    return Kind.ASSAULT if town else Kind.SANCTION


def _protesting(told: Told) -> Kind:
    """People protest in the street; governments in a note."""
    governs = told.named(told.subject(), ActorKind.STATE) or told.named(told.subject(), ActorKind.PERSON)
    crowd = told.has(told.subject(), "civil", "people", "labour")
    return Kind.ACCUSE if governs and not crowd else told.kind


def _firing(told: Told) -> Kind:
    """Who fires somebody by office or trade dismisses him; weapons, and whoever has them, are fired too."""
    governed = told.object()
    if any(word.lower in told.verbs.words["weapons"] for word in governed):
        return Kind.ASSAULT
    known = gazetteer()
    offices = known.titles | known.words["around.person_before"] | told.verbs.words["office"] | told.verbs.words["civil"]
    if any(word.lower in offices for word in _head(governed)):
        return Kind.SANCTION
    staff = told.named(governed, ActorKind.PERSON) and not told.named(governed, ActorKind.STATE, ActorKind.PLACE)
    return Kind.SANCTION if staff and not told.has(told.rest(), "weapons", "armed") else told.kind


def _leaving(told: Told) -> Kind:
    """Ships that leave put to sea; a person who leaves or returns does not give way."""
    subject = told.subject()
    if _tells_blow(told):
        return Kind.ASSAULT  # "The assault on the church left 40 dead"
    if told.has(subject, "ships") or _is_ship(told.named(subject)):
        return Kind.MOBILIZE
    people = told.named(subject, ActorKind.PERSON) and not told.has(subject, "armed") and not told.has(told.rest(), "office")
    return Kind.OTHER if people else told.kind


def _returning(told: Told) -> Kind:
    """Who returns gives way; a verdict, a prisoner or a favour is returned."""
    governed = [word for word in told.object() if word.lower not in GRAMMAR["whither"] and not is_adverb(word)]
    if not governed:
        return _leaving(told)
    return Kind.ASSAULT if governed[0].lower == "fire" else Kind.OTHER


def _is_ship(named: list[ActorMention]) -> bool:
    """Whether the first of those named is a ship: they bear a navy's prefix."""
    prefixes = gazetteer().ships
    return bool(named) and named[0].actor.name.split(" ")[0] in prefixes


def _speaking(told: Told) -> Kind:
    to = next((word.lower for word in told.rest() if not word.dated), "")
    return told.kind if to in {"with", "to", "by"} else Kind.OTHER


def _ordering(told: Told) -> Kind:
    ordered = (told.verbs.nouns.get(word.lower) for word in told.object() if word.plain)
    deed = next((kind for kind in ordered if kind in _ORDERED), None)
    if deed:
        return deed
    after = told.rest()[len(told.object()) :][:2]
    whither = len(after) > 1 and after[0].lower in _WHERE_TO and (after[1].named or after[1].lower in DETERMINERS)
    return Kind.MOBILIZE if whither and told.has(told.object(), "armed", "ships") else told.kind


def _putting_down(told: Told) -> Kind:
    """Revolts are put down by force; passengers and parties are set on the ground."""
    words = [*told.object(), *told.subject()]
    return told.kind if any(told.verbs.nouns.get(word.lower) is Kind.PROTEST for word in words) else Kind.OTHER


def _moving(told: Told) -> Kind:
    """Troops move; so does a state when it is said where to; governments that "move quickly" do not."""
    subject, rest = told.subject(), told.rest()
    if told.lemma in _GATHERING and any(told.verbs.nouns.get(word.lower) is Kind.PROTEST for word in rest if word.plain):
        return Kind.PROTEST
    if told.lemma in _GATHERING and (told.by_number(subject) or told.has(subject, "civil")) and not told.has(subject, "armed"):
        return Kind.PROTEST
    if told.has(subject, "civil") and not told.has(subject, "armed"):
        return Kind.OTHER
    if told.lemma in _LEADING:
        goes = told.lemma in _GOING and rest[:1] and rest[0].lower in _WHERE_TO | {"on"} and told.under_arms(subject)
        forces = any(one.actor.name.split()[-1].lower() in told.verbs.words["armed"] for one in told.named(rest))
        return told.kind if goes or forces or told.has(rest, "armed", "ships", "weapons") else Kind.OTHER
    if told.lemma == "move":
        against = rest[:1] and rest[0].lower in {"against", "on"} and bool(told.named(rest))
        return told.kind if against or told.has([*subject, *told.object()], "armed", "ships", "weapons") else Kind.OTHER
    return told.kind


DEATHS: Final = frozenset({"die", "perish", "drown"})
_BY_VERB: Final[dict[str, Callable[[Told], Kind]]] = {
    **dict.fromkeys(DEATHS, _death),
    **dict.fromkeys(_CATCHING, _catching),
    **dict.fromkeys(("strike", "hit", "retaliate"), _striking),
    **dict.fromkeys(("beat", "defeat", "rout"), _contest),
    **dict.fromkeys(("leave", "depart"), _leaving),
    **dict.fromkeys(("speak", "talk"), _speaking),
    **dict.fromkeys(("order", "command"), _ordering),
    **dict.fromkeys(("take over", "take control"), _taking_over),
    "return": _returning,
    "break off": breaking_off,
    "board": boarding,
    **{"clear": clearing, "dissolve": dissolving, "enter": entering, "remove": removing, "seek": seeking},
    **dict.fromkeys(("disarm", "turn back"), taking_from),
    "invest": investing,
    "rise": rising,
    "install": installing,
    **dict.fromkeys(("surprise", "turn on", "catch off guard"), _surprising),
    "try": _trying,
    "retire": _retiring,
    "charge": _charging,
    "close": _closing,
    "put down": _putting_down,
    "take": _taking,
    "meet": _meeting,
    "join": _joining,
    "dismiss": _dismissing,
    "sack": _sacking,
    "protest": _protesting,
    **dict.fromkeys(("fire", "fire from"), _firing),
    **{"fall": falling, "fall to": falling_to},
}
_BY_KIND: Final[dict[Kind, Callable[[Told], Kind]]] = {Kind.ASSAULT: _violence, Kind.MOBILIZE: _moving}
