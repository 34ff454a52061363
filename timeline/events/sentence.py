"""A sentence with what was found in it: its words, its clauses, the actors named and the dates told there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.events.clauses import Clause, clauses
from timeline.events.gazetteer import Sense, gazetteer
from timeline.events.leading import led_by_participle, told_aside
from timeline.events.phrases import clock_words, past_apposition, past_not
from timeline.events.several import by_days
from timeline.events.tokens import DETERMINERS, GRAMMAR, JOINS, LEADS_PHRASE, PREPOSITIONS, Token, tokens, without_markup
from timeline.events.verbs import Lexicon, lexicon
from timeline.model import ActorMention, ResolvedDate


@dataclass(frozen=True)
class Sentence:
    """Offsets are the document's. `actors` do not overlap; `clauses` are in order and may be none."""

    text: str
    start: int
    end: int
    actors: tuple[ActorMention, ...]
    dates: tuple[ResolvedDate, ...]
    words: list[Token]
    clauses: list[Clause]
    chronicle: bool = False

    @classmethod
    def read(
        cls,
        text: str,
        start: int,
        end: int,
        actors: Sequence[ActorMention],
        dates: Sequence[ResolvedDate],
        verbs: Lexicon,
        chronicle: bool = False,
    ) -> Sentence:
        """`chronicle` says that the sentence before was of a line that opens with its date, and this one goes on in it."""
        named = [(one.passage.start, one.passage.end, _is_adjective(text, one)) for one in actors]
        dated = [(one.expression.passage.start, one.expression.passage.end) for one in dates]
        words = tokens(text, start, end, named, dated)
        chronicle = chronicle or _is_chronicle(text, start, dated)
        found = clauses(words, verbs, chronicle)
        if len(dates) > 1:
            found = [part for clause in found for part in by_days(words, dates, clause)]
        sentence = cls(text, start, end, tuple(actors), tuple(dates), words, found, chronicle)
        if dates:
            sentence._tell_participles(verbs)
        for clause in sentence.clauses[1:]:
            first, stop = sentence.subject(clause)
            # "and, having waited a month, began the retreat": what stands before the verb is no subject.
            clause.sharing = clause.sharing or (
                first >= stop and clause.opener in JOINS and clause.start < clause.predicate.first
            )
        return sentence

    def _tell_participles(self, verbs: Lexicon) -> None:
        several = len([word for word in self.words if word.lower == ","]) > 1
        for at in range(len(self.clauses) - 1, -1, -1):
            told = several and told_aside(self.words, self.clauses[at], self.subject(self.clauses[at]), verbs)
            if told:
                self.clauses.insert(at + 1, told)
            form = verbs.forms.get(self.words[self.clauses[at].start].lower)
            if form is None or "participle" not in form.names:
                continue
            led = led_by_participle(self.words, self.clauses[at], self.subject(self.clauses[at]), verbs)
            if led:
                self.clauses.insert(at, led)

    def quote(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`."""
        if first >= last:
            return ""
        return without_markup(self.text[self.words[first].start : self.words[last - 1].end])

    def after(self, clause: Clause) -> Clause | None:
        """The clause that comes next."""
        at = self.clauses.index(clause) + 1
        return self.clauses[at] if at < len(self.clauses) else None

    def host(self, clause: Clause) -> Clause | None:
        """The clause whose subject one shares: the last before it that has its own."""
        before = self.clauses[: self.clauses.index(clause)]
        return next((one for one in reversed(before) if not one.sharing), None)

    def passage(self, clause: Clause) -> tuple[int, int]:
        """Offsets of a clause, without the marks at its ends."""
        first, last = clause.start, clause.end
        while first < last and not self.words[first].text[0].isalnum():
            first += 1
        while last > first and not self.words[last - 1].text[-1].isalnum():
            last -= 1
        return (self.words[first].start, self.words[last - 1].end) if first < last else (self.start, self.end)

    def within(self, clause: Clause, at: int) -> bool:
        """Whether an offset lies in a clause and not in a relative clause inside it."""
        words = self.words
        if clause.end <= clause.start or not words[clause.start].start <= at < words[clause.end - 1].end:
            return False
        return not any(words[a].start <= at < words[b - 1].end for a, b in clause.skips if b > a)

    def undergoes(self, clause: Clause) -> bool:
        """Whether what a clause tells befalls its subject: a passive, or "sank" without an object."""
        predicate = clause.predicate
        if predicate.passive or not predicate.verb.undergone or predicate.verb.lemma.endswith((" to", " born")):
            return predicate.passive or predicate.verb.undergone
        after = self.words[predicate.last + 1 : clause.end][:1]
        return (
            not after or after[0].dated or not (after[0].named or after[0].lower in DETERMINERS or after[0].text[0].isdigit())
        )

    def subject(self, clause: Clause) -> tuple[int, int]:
        """Token indices of the subject: before the verb, after what only leads up to it."""
        if clause.subject is not None:
            return clause.subject
        first, last = clause.start, clause.predicate.first
        if self.chronicle and clause is self.clauses[0]:
            head = range(first, min(last, first + 9))
            dated = next((at for at in head if self.words[at].dated), first)  # past the bar or the bullet before it
            marks = (at for at in head if at >= dated and self.words[at].text in _MARKS and self.words[at].plain)
            first = next(marks, first - 1) + 1
        for begin, stop in clause.skips:
            if begin >= first and stop <= last:
                if _any_noun(self.words, stop, last):
                    first = stop
                else:
                    last = begin
        if last - first > 2 and self.words[last - 1].lower in _WHO and self.words[last - 2].lower == ",":
            first = last - 1  # "While he insisted the South fight it themselves, he tried"
        clause.subject = _after_adverbials(self.words, first, last), last
        return clause.subject


def _is_chronicle(text: str, start: int, dated: list[tuple[int, int]]) -> bool:
    """ "3 May 1982: the fleet sails": a line that opens with its date tells in the present tense what happened."""
    ends = [end for begin, end in dated if begin - start < _HEAD_OF_LINE]
    return any(_MARK.match(text, end) for end in ends)


_MARKS: Final = frozenset(":–—-|")
_HEAD_OF_LINE: Final = 24
_MARK: Final = re.compile(r"\s*(?::|–|—|-|\|)\s")


def _any_noun(words: list[Token], first: int, last: int) -> bool:
    return any(word.named or (word.text[0].isalpha() and not word.dated) for word in words[first:last])


def _is_adjective(text: str, one: ActorMention) -> bool:
    """Whether a naming is an adjective: "Russian", "Kurdish", not "Russia" or "the Russians"."""
    entry = gazetteer().phrases.get(text[one.passage.start : one.passage.end])
    return entry is not None and (
        entry.sense is Sense.NATION or (entry.sense is Sense.PEOPLE and text[one.passage.start : one.passage.end] != entry.name)
    )


def _after_adverbials(words: list[Token], first: int, last: int) -> int:
    """Past "In retaliation," and "On Sunday": chunks up to a comma, or a date, that open with a preposition or an adverb."""
    while first < last:
        word = words[first]
        if word.lower == "," or not word.text[0].isalnum():
            first += 1
        elif word.dated:
            while first < last and words[first].dated:
                first += 1
        elif first and words[first - 1].dated and (clock := clock_words(words, first)):
            first += clock
        elif word.plain and word.lower in _BEGINNING and first + 1 < last and words[first + 1].lower in _SINCE:
            first += 1  # "Beginning in 1970 American troops"
        elif word.lower == "this" and first + 2 < last and words[first + 1].lower == "time":
            first += 2  # "this time the troops cut off their supplies"
        elif word.lower == "not" and (past := past_not(words, first, last)):
            first = past
        elif _counts(words, first, last):
            break
        elif not word.named and (word.lower in LEADS_PHRASE or word.lower.endswith("ly") or word.lower in _LEADS):
            first = _past_chunk(words, first, last)
        elif not word.named and _is_participle(word.lower) and _opens_aside(words, first, last):
            first = past_apposition(words, _comma(words, first, last) or last, last)
        else:
            break
    return first


def _opens_aside(words: list[Token], first: int, last: int) -> bool:
    """ "Fighting in France, he fell", not "Fighting between A and B, the rebels, began"."""
    deed = words[first].lower in lexicon().nouns and words[first + 1].lower in _OF_DEED
    return not deed and _comma(words, first, last) is not None


def _is_participle(word: str) -> bool:
    """Whether a word opens an aside: "Speaking in parliament, ...", "Born in 1923, Orhan ..."."""
    form = lexicon().forms.get(word)
    return (
        word.endswith(("ing", "ed")) or word == "born" or bool(form and "participle" in form.names and "base" not in form.names)
    )


def _counts(words: list[Token], first: int, last: int) -> bool:
    """ "At least 40 people", "over 300 soldiers", "up to a dozen": how many, not where or when."""
    after = words[first + 1 : min(first + 3, last)]
    if not after or words[first].lower not in _ABOUT or any(word.dated for word in after):
        return False
    number = after[1] if after[0].lower in {"least", "most", "than", "to"} and len(after) > 1 else after[0]
    if number.lower == "a":
        number = after[-1]
    return number.text[0].isdigit() or number.lower in _NUMBERS


_WHO: Final = frozenset({"he", "she", "it", "they", "we", "i"})
_BEGINNING: Final = frozenset({"beginning", "starting", "commencing"})
_OF_DEED: Final = frozenset({"of", "between"})
_SINCE: Final = frozenset({"in", "on", "at", "from", "with"})
_HOLDS_ON: Final = PREPOSITIONS | {","}
_ABOUT: Final = GRAMMAR["about"]
_NUMBERS: Final = GRAMMAR["numbers"]
_LEADS: Final = GRAMMAR["leads"]


def _past_chunk(words: list[Token], first: int, last: int) -> int:
    """After a leading phrase: at its comma, after its date, or where the next noun phrase begins."""
    comma = _comma(words, first, last)
    preposition = words[first].lower in PREPOSITIONS
    date = first + 1 if first + 1 < last and words[first + 1].dated else first + 2
    if preposition and date < last and words[date].dated:
        while date < last and words[date].dated:
            date += 1
        if (
            date < last
            and not _dates_noun(words, first, date)
            and (words[date].lower not in _HOLDS_ON or _counts(words, date, last))
        ):
            return date
    if not preposition:
        opens = first + 1 < last and (words[first + 1].named or words[first + 1].lower in _STARTS_NOUN_PHRASE)
        return first + 1 if comma is None or comma > first + 3 or opens else comma
    if comma is not None:
        return _list_after_date(words, first, comma) or _past_place(words, comma, last)
    at = first + 1
    if words[first].lower in {"after", "before"} and words[at : at + 1] and words[at].lower in {"this", "that"}:
        own = words[at + 1 : at + 2]
        if at + 1 < last and own[0].named and not own[0].adjective:
            return at + 1  # "After this Kolchak was arrested"
    seen = False
    while at < last:
        if words[at].dated:
            while at < last and words[at].dated:
                at += 1
            if not (at < last and (words[at].lower in PREPOSITIONS or _dates_noun(words, first, at))):
                return at
            if words[at].plain and words[at].text.islower() and words[at].lower not in PREPOSITIONS and at + 1 < last:
                return at + 1 if words[at + 1].named or words[at + 1].lower in _STARTS_NOUN_PHRASE else at
            continue
        if seen and (
            (words[at].lower in _STARTS_NOUN_PHRASE and words[at - 1].lower not in PREPOSITIONS)
            or (words[at].named and not words[at - 1].named and not _leads(words[at - 1]))
        ):
            return at
        seen = seen or not _leads(words[at])
        at += 1
    return last


def _dates_noun(words: list[Token], first: int, after: int) -> bool:
    """ "In a 1908 interview with X, Y said": a date that says which one, and no date before a subject."""
    article = words[first + 1].plain and words[first + 1].lower in {"a", "an", "the"}
    return article and words[after].plain and words[after].text.islower() and words[after].lower not in _STARTS_NOUN_PHRASE


def _list_after_date(words: list[Token], first: int, comma: int) -> int | None:
    """ "By the treaty of 6 July 1827 Britain, France and Russia": the comma is that of a list, which a date comes before."""
    for at in range(first + 2, comma):
        if not words[at - 1].dated or words[at].dated:
            continue
        begun = next(back for back in range(at - 1, first - 1, -1) if not words[back].dated)
        opens = words[at].named or (words[at].plain and words[at].lower in _STARTS_NOUN_PHRASE)
        return at if opens and words[begun].plain and words[begun].lower in PREPOSITIONS else None
    return None


def _leads(word: Token) -> bool:
    return not word.named and (word.lower in PREPOSITIONS or word.lower in _STARTS_NOUN_PHRASE)


def _past_place(words: list[Token], comma: int, last: int) -> int:
    """ "at Manassas, Virginia, ": a name between two commas goes on with where."""
    at = comma + 1
    while at < last and words[at].named:
        at += 1
    return at if comma + 1 < at < last and words[at].lower == "," else comma


_STARTS_NOUN_PHRASE: Final = GRAMMAR["noun_phrase_starts"]


def _comma(words: list[Token], first: int, last: int) -> int | None:
    return next(
        (at for at in range(first, last) if words[at].lower == "," and not words[at].dated and not words[at].named), None
    )
