"""CAMEO actor dictionaries as TABARI and PETRARCH read them.

VLADIMIR_PUTIN_                      a record: words joined by "_"; a trailing "_" lets no ending follow
+PRESIDENT_PUTIN_                    another name of it
<tab>[RUSGOV 991231-080507]          a role with its dates: <d up to, >d from, d1-d2, the days included
<tab>[RUSELI]                        and without: what holds when nothing else does
RUSSIA_ [RUS]                        a record with its one code; ";" and "#" begin a comment
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from timeline.errors import ActorsError
from timeline.events.gazetteer import gazetteer
from timeline.events.naming import folded
from timeline.events.roster.names import Spelling
from timeline.events.roster.roster import Held, Listed
from timeline.model import ActorKind
from timeline.spans import MINUTES_A_DAY, exists, moment

_CODES: Final = re.compile(r"\[([^\]]*)\]")
_ROLE: Final = re.compile(r"([A-Z~-]+)(?:\s*(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+)))?")
_PIVOT: Final = 30  # two-digit years below it are of the 2000s
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "de", "al", "bin", "von", "van"})
_ARMED: Final = frozenset({"REB", "UAF", "INS", "SEP", "RAD", "MIL"})
_BODIES: Final = frozenset({"IGO", "NGO", "NGM", "IMG", "MNC", "INT"})
_NOBODY: Final = "---"


@dataclass
class _Record:
    name: str
    line: int
    spellings: list[Spelling] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def read_dictionary(text: str, source: str) -> list[Listed]:
    """The records of a dictionary, as actors whose roles are their codes."""
    records: list[_Record] = []
    for number, line in enumerate(text.splitlines(), 1):
        plain = re.split(r"[;#]", line, maxsplit=1)[0].rstrip()
        where = f"{source}: line {number}"
        if not plain.strip() or plain.lstrip().startswith("<!--"):
            continue
        codes = [held for found in _CODES.findall(plain) for held in _helds(found, where)]
        named = _CODES.sub("", plain).strip()
        if plain[0] in " \t" and not named.startswith("+"):
            _last(records, where).held += codes
        elif named.startswith("+"):
            _last(records, where).spellings.append(_spelling(named[1:], where))
        else:
            spelling = _spelling(named, where)
            records.append(_Record(_shown(spelling.text), number, [spelling], codes))
    return [_listed(record) for record in records if any(held.role != _NOBODY for held in record.held)]


def _last(records: list[_Record], where: str) -> _Record:
    if not records:
        raise ActorsError(f"{where}: a synonym or a role before any name; is this a CAMEO actor dictionary?")
    return records[-1]


def _spelling(name: str, where: str) -> Spelling:
    words = name.strip().replace("_", " ").strip()
    if not words or not words[0].isalnum() or "{" in words or "}" in words or "!" in words:
        raise ActorsError(
            f"{where}: {name.strip()[:40]!r} is no name; a record is NAME_OF_ACTOR_ [CODE] in an actor dictionary"
        )
    return Spelling(words, exact=False, stem=not name.strip().endswith("_"))


def _helds(found: str, where: str) -> list[Held]:
    matched = _ROLE.fullmatch(found.strip())
    if not matched:
        raise ActorsError(
            f"{where}: [{found}] is no code; write [RUSGOV], [RUSGOV <991231], [RUSGOV >080508] or [RUSGOV 991231-080507]"
        )
    code, side, day, first, last = matched.groups()
    if "~" in code:
        raise ActorsError(f"{where}: [{found}] is the code of an agents dictionary; --actors takes one of actors")
    since = _day(first or (day if side == ">" else None), where)
    until = _day(last or (day if side == "<" else None), where)
    return [Held(code, since, None if until is None else until + MINUTES_A_DAY)]


def _day(digits: str | None, where: str) -> int | None:
    """YYMMDD or YYYYMMDD as the beginning of that day."""
    if digits is None:
        return None
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < _PIVOT else "19") + digits
    year, month, day = int(digits[:4] or 0), int(digits[4:6] or 0), int(digits[6:] or 0)
    if len(digits) != 8 or not exists(year, month, day):
        raise ActorsError(f"{where}: {digits} is no day; write YYMMDD or YYYYMMDD")
    return moment(year, month, day)


def _shown(words: str) -> str:
    """A name in capitals as people write it, or as the gazetteer has it."""
    known = gazetteer()
    entry = known.phrases.get(words) or known.phrases.get(words.title())
    if entry and entry.name and entry.sense.value in {"state", "body", "group"}:
        return entry.name
    return " ".join(word.lower() if word.lower() in _SMALL else word.title() for word in words.split())


def _listed(record: _Record) -> Listed:
    code = record.held[-1].role
    states = gazetteer().states
    state = code[:3] if code[:3] in states else ""
    kind = _kind(record, code, bool(state))
    name = states[state] if kind is ActorKind.STATE and state else record.name
    part_of = states[state] if state and kind is not ActorKind.STATE else ""
    return Listed(name, kind, tuple(dict.fromkeys(record.spellings)), tuple(record.held), part_of)


def _kind(record: _Record, code: str, of_state: bool) -> ActorKind:
    """The kind a code tells; who held dated roles is a person."""
    if of_state and len(code) == 3 and len(record.held) == 1:
        return ActorKind.STATE
    if code[:3] in _BODIES:
        return ActorKind.ORGANISATION if not _ARMED & _threes(code) else ActorKind.ARMED_GROUP
    first = folded(record.name.split()[0])
    if any(held.since or held.until for held in record.held) or (" " in record.name and first in gazetteer().first_names):
        return ActorKind.PERSON
    return ActorKind.ARMED_GROUP if _ARMED & _threes(code) else ActorKind.ORGANISATION


def _threes(code: str) -> frozenset[str]:
    """The groups of three letters of a code: RUS, GOV."""
    return frozenset(code[at : at + 3] for at in range(0, len(code), 3))
