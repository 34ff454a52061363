"""Runs of capitalised words: all that may be a name, found in one scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from timeline.events.tokens import MARKUP
from timeline.model import Document

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
# A word keeps its apostrophes and hyphens but not a possessive: "Ja'afari", "al-Assad", "Moscow" of "Moscow's".
_ABBREVIATED: Final = r"(?:Gen|Col|Lt|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|St|Brig|Adm|Rev|Prof|Sen|Rep|Gov|Cpl|Cdr)"
_WHOSE: Final = r"(?:People|Workers|Women|Farmers|Soldiers|Teachers|Writers|Peasants|Citizens|Youth)"
_BOUND: Final = r"(?:[aeu]l|[ae]s|[ae]r|[ae]d|[ae]n|[ae]t|[ae]z|ash|[dl]|bin|us)[-'’]"
_WORD: Final = (
    rf"{_ABBREVIATED}\.(?= )|{_WHOSE}['’]s?(?= [{_UPPER}])|(?:[{_UPPER}]\.){{2,}}"
    rf"|[{_UPPER}]\.(?= (?:(?:de|du|la|van|von|el|al|bin) )*[{_UPPER}])"
    rf"|(?:{_BOUND})?[{_UPPER}]\w*(?:['’](?![sS]\b)\w+|[-–](?:[^\W\d_]\w*|\d+\b)|&[{_UPPER}]\w*)*"
)
_PARTICLE: Final = (
    r"(?:al|el|bin|ibn|ben|abu|von|van|der|den|de|di|da|del|della|du|la|le|los|las|dos|das|ter|ten|zu|bint|ul|an|es|al-)"
)
_JOINT: Final = rf"(?:(?:of|for|and)(?: the)? |(?:y|wal|wa|und|et) |(?:{_PARTICLE} ){{1,2}})"
_NICKNAME: Final = rf"[“\"][{_UPPER}]\w+[”\"] "
# Where a run may begin, told apart from the run itself: a pattern that begins with letters is found many times faster.
_BEGINS: Final = re.compile(rf"[{_UPPER}abdelu](?<![\w'’].)(?<=(?=(?:{_BOUND})?[{_UPPER}]).)")
_RUN: Final = re.compile(rf"(?:{_WORD})(?:(?:[ \u00a0](?:{_JOINT}|{_NICKNAME})?|/)(?:{_WORD}))*")
_WORDS: Final = re.compile(rf"{_WORD}|[\w-]+")
_OPENS_SENTENCE: Final = frozenset('.!?:;\n“”"‘•*|>([—–#_/')
_LONGEST: Final = 40  # words of a run; longer ones are a table or a headline in capitals
_ENDS_ABBREVIATED: Final = re.compile(rf"\b{_ABBREVIATED}\.$")


class Word(NamedTuple):
    text: str
    start: int
    end: int


class Run(NamedTuple):
    """Capitalised words side by side; `opens` says that the first one opens a sentence and would be capitalised anyway."""

    words: tuple[Word, ...]
    opens: bool

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def runs(document: Document, silent: frozenset[str] = frozenset()) -> Iterator[Run]:
    """The runs of a text in its order, without the words, in lower case, that only open a sentence: "the", "in"."""
    text = document.text
    tags = [found.span() for found in MARKUP.finditer(text)][::-1] if "<" in text else []
    end = 0
    for begin in _BEGINS.finditer(text):
        start = begin.start()
        found = _RUN.match(text, start) if start >= end else None
        if found is None:
            continue
        end = found.end()
        while tags and tags[-1][1] <= start:
            tags.pop()
        if tags and tags[-1][0] < end:
            continue
        run = found[0]
        if run.isalnum():  # one word, as most are
            opens = opens_sentence(text, start)
            if not (opens and run.istitle() and run.lower() in silent):
                yield Run((Word(run, start, end),), opens)
            continue
        words = tuple(_words(text, start, end, run))
        if "I." in run and (cut := _regnal_stop(words)):
            yield Run(words[:cut], opens_sentence(text, start))
            words, start = words[cut + 1 :], words[cut + 1].start
        for at in range(0, len(words), _LONGEST):
            yield Run(words[at : at + _LONGEST], at == 0 and opens_sentence(text, start))


def _words(text: str, start: int, end: int, run: str) -> Iterator[Word]:
    if not run.replace(" ", "").isalpha():
        for word in _WORDS.finditer(text, start, end):
            yield Word(word[0], *word.span())
        return
    for piece in run.split(" "):  # most are letters and blanks alone
        stop = start + len(piece)
        yield Word(piece, start, stop)
        start = stop + 1


def _regnal_stop(words: tuple[Word, ...]) -> int:
    """Where "Xerxes I. Xerxes marched" has a full stop, not an initial; 0 when nowhere."""
    for at in range(1, min(len(words), _LONGEST) - 1):
        if words[at].text == "I." and words[at - 1].text == words[at + 1].text:
            return at
    return 0


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word here would be capitalised whatever it is."""
    before = start - 1
    if before > 0 and text[before] == " " and text[before - 1].islower():
        return False
    while before >= 0 and text[before] in "  \t'’":
        before -= 1
    if before > 0 and text[before] == "-" and text[before - 1] in " -":
        return True  # "MARAWI, Philippines - Troops"
    if before < 0 or text[before] in _OPENS_SENTENCE:
        return not (before > 0 and text[before] == "." and _ENDS_ABBREVIATED.search(text, max(0, before - 6), before + 1))
    return False
