"""What is cut away to make a headline of a clause: the words of `data/events/titles.toml` as patterns."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from timeline.resources import DATA


def _alternatives() -> dict[str, str]:
    tables = tomllib.loads((DATA / "events" / "titles.toml").read_text(encoding="utf-8"))
    return {name: "|".join(" ".join(word.split()) for word in words.split(";")) for name, words in tables.items()}


_W: Final = _alternatives()

BEFORE_DATE: Final = re.compile(
    rf"(?:,\s*)?\b(?:(?:at|by|from|since|until) (?=about|around))?"
    rf"(?:(?:at (?:{_W['hours']}|\d+)(?: o['’]clock)?)|{_W['before_date']})"
    rf"(?: the)?(?: (?:{_W['parts_of_time']}) of)?(?: (?:the|an?|next|last|past|first|following))*\s*$",
    re.IGNORECASE,
)
ATTRIBUTION: Final = re.compile(
    rf",?\s*\b(?:(?:{_W['sources']}) [^,.;]+|(?:the |a )?[\w' ’-]{{2,40}} (?:{_W['attributing']}))\s*$"
    rf"|^\s*(?:{_W['sources']}) [^,]+,\s*",
    re.IGNORECASE,
)
ATTRIBUTED: Final = re.compile(rf"\b(?:{_W['sources']}|{_W['attributing']})\b", re.IGNORECASE)
PARENTHESIS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
APPOSITION: Final = re.compile(rf"\b(?:his|her|its|their) ((?:[A-Z]\w+ )?(?:{_W['counterparts']})), ")
ITS_TITLE: Final = re.compile(rf"\b(?:its|their|his|her) ((?:{_W['offices']})),? (?=[A-Z])")
LEAD: Final = re.compile(rf"^(?:(?:(?:{_W['lead']})(?=\s)(?! of\b)|[,;:—–\-\"“‘'])\s*)+", re.IGNORECASE)
KIN: Final = re.compile(
    r"^(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur) "
    r"(?:(?!(?:in|of|to|at|on|from|for|by|with|and|the)\b)[a-z-]+ ){1,4}(?=[A-Z])"
)
CUE: Final = re.compile(rf",? (?:{_W['cues']}),(?= )|\s*,? (?:meanwhile|in turn)(?=,? )")
THERE: Final = re.compile(r"(?<=[a-z]) there(?= (?:from|to|with|by|on|in|at|and)\b|$)")
LOCAL_TIME: Final = re.compile(rf" (?:{_W['clocks']})\b")
OF_THEM: Final = re.compile(r"(?<=\w) of (?:them|these|those|it)\b(?=[\s.,;]|$)")
BESIDE_DATE: Final = re.compile(rf", (?:the|a|an|his|her|its|their) (?:{_W['beside_date']})\b[^,;.:]*")
DATE_RELATION: Final = re.compile(r"\b(?:after|before)$")
UNIT: Final = re.compile(rf"\b(?:{_W['units']})s?$")
WHOSE: Final = re.compile(r"\b(?:his|her|its|their) (?=[a-z])(?!own\b)")
WHAT_FOLLOWS: Final = re.compile(r" (?:[a-z]+ing\b[^,;.:]*|(?:(?!and\b|but\b|when\b)[\w’'-]+ ?){1,6})")
BEGINS: Final = re.compile(r"^(?:The|An?) ")
CLOCK: Final = re.compile(r"(?:^|,? )[Aa]t \d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?|h|Z)?(?= |,|$),?")
HANGS_ON: Final = frozenset(
    [
        "himself",
        "herself",
        "itself",
        "themselves",
        "later",
        "then",
        "also",
        "subsequently",
        "soon",
        "earlier",
        "him",
        "her",
        "it",
        "them",
    ]
)
HANGING: Final = re.compile(
    r" (?:himself|herself|itself|themselves|later|then|also|subsequently|soon|earlier|of (?:him|her|it|them))$"
)
BEFORE_MARK: Final = re.compile(r"\s+(?=[,;.])")
QUOTES: Final = re.compile(r"[“”\"]")
END: Final = re.compile(rf"(?:[\s,;:—–-]|\b(?:{_W['end']}|{_W['telling']})\b)+$")
TAIL: Final = re.compile(rf"(?:[\s,;:—–-]|\b(?:{_W['tail']}|{_W['telling']})\b)+$")
OBJECT_PRONOUN: Final = re.compile(
    r" (?:him|them|it|us|me|you|(?:this|that|these|those|all this)(?= *$|[.,;])"
    r"|her(?= (?:in|on|at|to|by|from|with|for|of|and|as)\b|$))(?=$|[\s,;.])"
)
_PRONOUN: Final = r"(?:him|them|it|us|me|you)\b(?=$|[\s,;.])"
HANGING_PRONOUN: Final = re.compile(rf",? \b(?:{_W['beside']}) (?:[a-z]+ing )?{_PRONOUN}")
COMPLEMENT_PRONOUN: Final = re.compile(rf" \b(?:{_W['complement']}) {_PRONOUN}")
PASSIVE_PRONOUN: Final = re.compile(rf" (?:from|by|for|with|on|against) {_PRONOUN}(?: as well| too)?(?= *$|,)")
TO_PRONOUN: Final = re.compile(rf" to [a-z]+(?: [a-z]+)? {_PRONOUN}\.?$")
LATER_PRONOUN: Final = re.compile(rf", (?:and |but )?[a-z]+ {_PRONOUN}.*")
PRONOUN: Final = re.compile(r"\b(?:him|them|it|us|me|you)\b")
_HANGING: Final = rf"(?:,? (?:shortly|soon|just|right|long))? \b(?:{_W['tail']}|off|up|upon|behind)"
UNCLOSED: Final = re.compile(rf"(?:{_HANGING})+$")
UNCLOSED_SPEECH: Final = re.compile(rf"(?:,? to [a-z]+|, [a-z]+ing|,? (?:{_W['telling']})|{_HANGING})+$")
UNTOLD: Final = re.compile(r" (?:with|at|in) an? [a-z]+$")
BETWEEN_COMMAS: Final = re.compile(
    r", (?:led|headed|commanded|backed|supported|known|based|including|who|which|[a-z]+ed) [^,;]*,(?= and | or )"
)
DESCRIBED: Final = re.compile(r"(?<=[a-z]) (?:[a-z]+ed|led|known|sent|built|held) (?:by|in|as|to|from|at|on|with) .*")
PHRASE: Final = re.compile(r"\b(?:on|in|at|by|under|with|to|as) (?:the )?(?:\w+|[\w.]+ (?:state|province|city|region))$")
APPOSED: Final = re.compile(r", (?=(?:a|an|the|one|two|three|four|his|her|its|their|[a-z]+ing|[a-z]+ed)\b)")
CUTS: Final = re.compile(rf", |; |: | — | – |(?= (?:{_W['cuts']}) )")
SOON: Final = re.compile(r"(?:,? and)?,? (?:not )?(?:soon|shortly|just|right|long|immediately)$")
MEASURE: Final = re.compile(rf",? (?:(?:{_W['about']}) )?[\w-]+ (?:{_W['measures']})$")
ASIDE: Final = re.compile(rf"(?<=\w), (?=(?:{_W['asides']})\b)")
