"""What a name hangs on in its clause: a preposition, a list, another verb's form, or the verb itself."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.kinds import is_verbal
from timeline.events.sentence import Sentence
from timeline.events.tokens import COORDINATORS, PREPOSITIONS, RELATIVES, Token
from timeline.events.verbs import Lexicon
from timeline.model import ActorKind


def governor_of(
    sentence: Sentence, first: int, at: int, verbs: Lexicon, skips: Sequence[tuple[int, int]] = ()
) -> tuple[str, str]:
    """What a name hangs on, going left, and the word before that: a preposition, "and", a comma, or "" for the verb itself.

    `skips` are stretches that do not belong to its clause.

    "ing:" and "to:" are another verb's forms, with its kind: "targeting X", "to attack X".
    """
    words = sentence.words
    back = at - 1
    while back >= first:
        skipped = next((start for start, end in skips if start <= back < end), None)
        if skipped is not None:
            back = skipped - 1
            continue
        word = words[back]
        lower = word.lower
        if (
            lower in PREPOSITIONS
            and not word.named
            and not (lower == "at" and words[back + 1].lower in {"least", "most"})
            and not (lower == "to" and _is_infinitive(words[back + 1 : back + 2], verbs))
        ):
            if lower == "of" and back > first and words[back - 1].lower == "out":
                return "out", ""
            return lower, words[back - 1].lower if back > first else ""
        if lower == "," and not word.named and not word.dated:
            return _past_comma(sentence, first, back, at)
        if lower in COORDINATORS and not word.named and back - 1 >= first:
            return "and", ""
        if lower in RELATIVES and not word.named:
            return "who", ""
        form = verbs.forms.get(lower)
        if lower == "to" and not word.named and _is_infinitive(words[back + 1 : back + 2], verbs):
            infinitive = verbs.forms[words[back + 1].lower].verb.kind
            return f"to:{infinitive.value}", lower
        if form and "ing" in form.names and not word.named and (lower not in verbs.nouns or is_verbal(words, back)):
            return f"ing:{form.verb.kind.value}", lower
        back -= 1
    return "", ""


def _is_infinitive(after: list[Token], verbs: Lexicon) -> bool:
    """Whether "to" leads to a verb and not to a noun; before a name it never does."""
    if not after or not after[0].plain:
        return False
    form = verbs.forms.get(after[0].lower)
    return (form is not None and "base" in form.names and after[0].lower not in verbs.nouns) or after[0].lower in {
        "attack",
        "strike",
        "bomb",
    }


def _past_comma(sentence: Sentence, first: int, comma: int, at: int) -> tuple[str, str]:
    """A name right after a comma belongs to a list or an apposition when a name stands right before it."""
    words = sentence.words
    if comma - 1 >= first and _tells_where(sentence, comma, at):
        return "in", ""
    if words[comma + 1].lower in {"a", "an"} and words[comma + 1].plain:
        return "as", ""  # "Gavrilo Princip, a Bosnian Serb"
    if comma - 1 >= first and words[comma - 1].named:
        return "and", ""
    return ("and", "") if at - comma <= 4 and comma - 1 >= first else (",", "")


def _tells_where(sentence: Sentence, comma: int, at: int) -> bool:
    """ "Gbeji village, Benue State": a place that says where the one before it lies, and no list, which ends in "and"."""
    places = [one for one in sentence.actors if one.actor.kind in (ActorKind.PLACE, ActorKind.STATE)]
    words = sentence.words
    here = next((one for one in places if one.passage.start <= words[at].start < one.passage.end), None)
    if here is None or not any(words[comma].start - 12 < one.passage.end <= words[comma].start for one in places):
        return False
    after = words[at + 1 :]
    goes_on = next((word for word in after if word.plain and not word.named and word.text != ","), None)
    return goes_on is None or goes_on.lower not in COORDINATORS


def of_before(sentence: Sentence, at: int) -> int:
    """The "of" a name hangs on."""
    return next(back for back in range(at - 1, -1, -1) if sentence.words[back].lower == "of" and sentence.words[back].plain)


def leads_only(sentence: Sentence, first: int, at: int) -> bool:
    """Whether one preposition stands between a verb and a name: "rounded up hundreds of X"."""
    return sum(word.plain and word.lower in PREPOSITIONS for word in sentence.words[first:at]) == 1
