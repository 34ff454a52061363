"""States and what is theirs: "Russia", "Russian forces", "Russia's Foreign Ministry", "Tehran" when it acts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.events.around import next_word, word_after, word_before
from timeline.events.gazetteer import Entry, Gazetteer, Sense
from timeline.events.naming import Naming, folded, state_key
from timeline.events.tokens import FUTURE, MODAL
from timeline.events.verbs import lexicon
from timeline.model import ActorKind, Kind

_TALKS: Final = re.compile(
    r"\b(?:respon[sd]\w+|answer\w*|demand\w*|support|pressure|repl\w+|threats?|statements?|approval|accusations?|aid|help|protests?|"
    r"offers?|warnings?|orders?|talks|tensions|relations|ties|deal|war|agreement|contacts?|accept\w*|reject\w*)"
    r"(?: \w+)? (?:from|by|with|between(?: \w+(?: \w+)? and)?)$",
    re.IGNORECASE,
)
LISTED: Final = frozenset({" and ", ", ", ", and ", " or "})
_ORGAN: Final = re.compile(r"(?:['’]s)? ((?:[\w-]+ (?:of (?:the )?)?){0,3}[\w-]+)")


def state(entry: Entry, start: int, end: int, known: Gazetteer) -> Naming:
    return Naming(start, end, ActorKind.STATE, state_key(entry.state), known.states[entry.state])


def capital(entry: Entry, start: int, end: int, text: str, known: Gazetteer) -> Naming:
    """The state when the capital acts or is dealt with, else the town."""
    if acts(text, start, end, known):
        return state(entry, start, end, known)
    return Naming(start, end, ActorKind.PLACE, "place:" + folded(entry.name), entry.name, state_key(entry.state))


def listed_capitals(text: str, namings: list[Naming], known: Gazetteer) -> list[Naming]:
    """ "relations with Washington, London and Paris": a capital listed with one that stands for its state does so too."""
    settled = list(namings)
    capitals = {at: entry for at, one in enumerate(namings) if (entry := _capital(text, one, known))}
    if len(capitals) < 2:
        return namings
    for step in (1, -1):
        for at in sorted(capitals, key=lambda at: at * step):
            beside, here = at - step, settled[at]
            if beside not in capitals or settled[beside].kind is not ActorKind.STATE or here.kind is ActorKind.STATE:
                continue
            first, second = (settled[beside], here) if step > 0 else (here, settled[beside])
            if text[first.end : second.start] in LISTED:
                settled[at] = state(capitals[at], here.start, here.end, known)
    return settled


def _capital(text: str, naming: Naming, known: Gazetteer) -> Entry | None:
    if naming.kind not in (ActorKind.STATE, ActorKind.PLACE):
        return None
    entry = known.phrases.get(text[naming.start : naming.end])
    return entry if entry and entry.sense is Sense.CAPITAL else None


def acts(text: str, start: int, end: int, known: Gazetteer) -> bool:
    before = word_before(text, start)
    if before in known.words["around.place_before"] and not _TALKS.search(text[max(0, start - 40) : max(0, start - 1)]):
        return False
    dealt = lexicon().forms.get(before)
    if before in known.words["nations.dealt_with"] or (dealt is not None and dealt.verb.kind is Kind.ACCUSE):
        return True
    if _TALKS.search(text[max(0, start - 40) : max(0, start - 1)]):
        return True
    after = word_after(text, end)
    if text[end : end + 1] != " ":
        return False
    form = lexicon().forms.get(after)
    decides = after in FUTURE | MODAL and next_word(text, end + 1 + len(after)) != "be"  # "Moscow would not yield"
    return (
        decides
        or after in known.words["heads.saying"]
        or bool(
            form
            and not form.names.isdisjoint({"past", "s"})
            and form.verb.kind not in (Kind.OTHER, Kind.RETREAT)
            and form.verb.lemma not in {"burn", "die", "fall"}
        )
    )


def organ(code: str, start: int, end: int, text: str, known: Gazetteer) -> Naming | None:
    """The body of a state named after it: "Russian foreign ministry", "Russia's Ministry of Foreign Affairs"."""
    matched = _ORGAN.match(text, end, end + 60)
    if not matched:
        return None
    words = matched[1].split(" ")
    if words[0].lower() not in _organs_begin(known):
        return None  # nearly always
    for length in range(min(len(words), 4), 0, -1):
        said = " ".join(words[:length]).lower()
        plain = known.organs.get(said)
        if plain:
            return named_organ(code, plain, start, matched.start(1) + len(said), known)
    return None


@lru_cache(maxsize=4)
def _organs_begin(known: Gazetteer) -> frozenset[str]:
    return frozenset(said.split(" ")[0] for said in known.organs)


def named_organ(code: str, plain: str, start: int, end: int, known: Gazetteer) -> Naming:
    name = f"{adjective(code, known)} {plain}"
    return Naming(start, end, ActorKind.ORGANISATION, f"organ:{code}:{plain.lower()}", name, state_key(code))


def group(entry: Entry, start: int, end: int, text: str, known: Gazetteer) -> Naming | None:
    """A group against or apart from its state: "Syrian rebels", "Iranian protesters"."""
    noun = next_word(text, end)
    for kind, key in ((ActorKind.ARMED_GROUP, "groups.armed"), (ActorKind.ORGANISATION, "groups.civil")):
        if noun in known.words[key]:
            name = f"{adjective(entry.state, known)} {noun}"
            return Naming(start, end + 1 + len(noun), kind, f"group:{entry.state}:{_plural(noun)}", name)
    return None


def adjective(code: str, known: Gazetteer) -> str:
    return known.adjectives.get(code, known.states[code])


def _plural(noun: str) -> str:
    return noun if noun.endswith(("s", "men", "opposition", "resistance", "militia")) else noun + "s"


IS_STATE: Final = frozenset({Sense.STATE, Sense.METONYM, Sense.NATION, Sense.NATIONALS})
