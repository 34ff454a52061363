"""What to call a happening: the clause's own words, cut down to who did what to whom, under 90 characters."""

from __future__ import annotations

import re
from typing import Final

from timeline.events.clauses import Clause
from timeline.events.counted import counted_of
from timeline.events.dating import VAGUE, only_names
from timeline.events.denials import denies
from timeline.events.sentence import Sentence
from timeline.events.subjects import adverbs_before_verb
from timeline.events.title_words import (
    APPOSED,
    APPOSITION,
    ASIDE,
    ATTRIBUTED,
    ATTRIBUTION,
    BEFORE_DATE,
    BEFORE_MARK,
    BEGINS,
    BESIDE_DATE,
    BETWEEN_COMMAS,
    CLOCK,
    COMPLEMENT_PRONOUN,
    CUE,
    CUTS,
    DATE_RELATION,
    DESCRIBED,
    END,
    HANGING,
    HANGING_PRONOUN,
    HANGS_ON,
    ITS_TITLE,
    KIN,
    LATER_PRONOUN,
    LEAD,
    LOCAL_TIME,
    MEASURE,
    OBJECT_PRONOUN,
    OF_THEM,
    PARENTHESIS,
    PASSIVE_PRONOUN,
    PHRASE,
    PRONOUN,
    QUOTES,
    SOON,
    TAIL,
    THERE,
    TO_PRONOUN,
    UNCLOSED,
    UNCLOSED_SPEECH,
    UNIT,
    UNTOLD,
    WHAT_FOLLOWS,
    WHOSE,
)
from timeline.events.tokens import BE, COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, without_markup
from timeline.events.verbs import lexicon
from timeline.model import ActorKind, DateType, ResolvedDate

LONGEST: Final = 90
_LONGEST_SUBJECT: Final = 60
_SHORT_ASIDE: Final = 4  # words, its comma's too
_SAYS_LITTLE: Final = 3  # words of what was said that are left
_BETWEEN_DATES: Final = frozenset({"and", "or", ",", "to", "on"})
_YEAR_OF: Final = re.compile(
    rf"\d{{4}}(?= (?!(?:{'|'.join(sorted(PREPOSITIONS | SUBORDINATORS | COORDINATORS | BE))})\b)[a-z])"
)
_OF_DATES: Final = frozenset({"'s", "’s"})
_SPEECH: Final = frozenset({"that", "what", "whether", "how", "why"})


def title(sentence: Sentence, clause: Clause, subject: str, him: str = "", said: str = "", whose: str = "") -> str:
    """The clause as a headline, beginning with its subject, or with what stands in for a pronoun; "" leaves the subject out.

    `him` is put for a "him" right after the verb. A relative clause with a subject of its own gets its antecedent as object.
    `said` is what stands before "..., the ministry said" and was said; `whose` is put for "his" or "their".
    """
    predicate = clause.predicate
    stop = _with_complement(sentence, clause)
    before = LEAD.sub("", _tidy_subject(_undated_words(sentence, subject)))
    before = f"{before} {adverbs_before_verb(sentence, clause)}".rstrip() if before else before
    if before.rpartition(" ")[2] in HANGS_ON:
        before = HANGING.sub("", before)
    after = _without_dates(sentence, clause, predicate.first, stop)
    if len(before) + len(after) + 1 >= LONGEST:
        before = _short_subject(before)
    verb = sentence.quote(predicate.first, predicate.last + 1)
    pronoun = OBJECT_PRONOUN.match(after, len(verb)) if after.startswith(verb) else None
    if pronoun and not (predicate.verb.saying and pronoun[0] == " it"):
        if not him:
            return ""
        after = f"{verb} {BEGINS.sub(lambda article: article[0].lower(), him)}{after[pronoun.end() :]}"
    if clause.antecedent and clause.opener != "who" and predicate.first > clause.start:
        thing = sentence.quote(*clause.antecedent)
        after = f"{verb} {thing}{after[len(verb) :]}" if after.startswith(verb) else after
    if said and clause.predicate.verb.plain and len(after.split()) <= len(verb.split()) + 1:
        after = f"{verb}: {said}"
    if " of th" in after or " of it" in after:
        things = counted_of(sentence, clause)
        after = OF_THEM.sub(f" {things}" if things else "", after, count=1)
    after = _without_pronouns(after, len(verb))
    if whose:
        after = WHOSE.sub(whose, after, count=1)
    if predicate.passive or " " in predicate.verb.lemma:
        after = PASSIVE_PRONOUN.sub("", after)
    if COMPLEMENT_PRONOUN.search(after) or PRONOUN.search(before):
        return ""
    if predicate.auxiliary:
        after = f"{predicate.auxiliary} {after[:1].lower()}{after[1:]}"
    if len(before) + len(after) + 1 >= LONGEST:
        before = _plainer(sentence, DESCRIBED.sub("", before))
    whole = f"{before} {after}"
    if ATTRIBUTED.search(whole):
        whole = ATTRIBUTION.sub("", whole)
        if verb not in whole:
            return ""  # "according to figures released by the bank"
    if "(" in whole or "[" in whole:
        whole = PARENTHESIS.sub("", PARENTHESIS.sub("", whole))  # one may stand in another
    if "," in whole:
        whole = APPOSITION.sub("", BETWEEN_COMMAS.sub("", whole))
    if "t " in whole and any(mark in whole for mark in ".:"):
        whole = CLOCK.sub("", whole).strip()
    for pattern, put in ((ITS_TITLE, r"\1 "), (CUE, " "), (THERE, "")):
        whole = pattern.sub(put, whole)
    whole = LEAD.sub("", " ".join(whole.split()))
    keep = len(before) + 1 + len(sentence.quote(predicate.first, predicate.last + 1))
    whole = _shortened(whole.strip(" ,;:—–-.!?|"), keep, _before_relation(sentence, clause))
    if _goes_on(sentence, clause, stop):
        whole = _closed(whole, keep, sentence.words[stop].lower in _SPEECH)
        whole = UNTOLD.sub("", whole) if sentence.words[stop].lower == "that" else whole
        whole = whole.rstrip(" ,;:—–-")
    if said and 0 < len(whole.partition(": ")[2].split()) < _SAYS_LITTLE:
        return ""  # what was said has a title of its own
    return whole[:1].upper() + whole[1:]


def _plainer(sentence: Sentence, subject: str) -> str:
    """A person's name without office and country, where there is no room for them; whoever stands before it stays."""
    for one in sentence.actors:
        named = sentence.text[one.passage.start : one.passage.end]
        if one.actor.kind is ActorKind.PERSON and subject.endswith(named):
            return subject.removesuffix(named) + one.actor.name
    return subject


def _without_pronouns(words: str, keep: int) -> str:
    """Without what hangs on a pronoun that has nobody to stand for: "fought on without them", "went over to him"."""
    if not PRONOUN.search(words, keep):
        return words
    found = HANGING_PRONOUN.search(words, keep) or LATER_PRONOUN.search(words, keep) or TO_PRONOUN.search(words, keep)
    if found is None:
        return words
    kept = words[: found.start()]
    comma = kept.rfind(", ", keep)  # "died, the consul [among them]"
    return kept[:comma] if comma > 0 and len(kept[comma:].split()) <= _SHORT_ASIDE else kept


def _goes_on(sentence: Sentence, clause: Clause, stop: int) -> bool:
    """Whether a clause is followed by one that completes it, so that its last words may hang in the air."""
    return stop < len(sentence.words) and sentence.words[stop].lower not in {".", "!", "?", ",", ";", ":"}


def _closed(words: str, keep: int, speech: bool) -> str:
    """Without the preposition or infinitive that leads on to what is not told here: "resigned over [what]"."""
    closed = (UNCLOSED_SPEECH if speech else UNCLOSED).sub("", words)
    return closed if len(closed) >= min(keep, len(words)) else words


def _with_complement(sentence: Sentence, clause: Clause) -> int:
    """Where the words of a clause end; what was said belongs to the saying."""
    if not (clause.predicate.verb.saying or denies(sentence, clause)):
        return clause.end
    at = sentence.clauses.index(clause)
    following = sentence.clauses[at + 1 : at + 2]
    if (
        following
        and following[0].opener in {"that", "said", ""}
        and following[0].start - clause.end <= 1
        and not following[0].skips
    ):
        return following[0].end
    return clause.end


def _before_relation(sentence: Sentence, clause: Clause) -> bool:
    """Whether "after" or "before" comes next, so that a length of time at the end hangs in the air."""
    return any(word.lower in {"after", "before"} for word in sentence.words[clause.end : clause.end + 1])


def _undated_words(sentence: Sentence, words: str) -> str:
    """A subject without the dates in it: "Tuesday's attack", "the 2 May sinking"."""
    for date in sentence.dates:
        if _describes_noun(sentence, date):
            continue
        said = sentence.text[date.expression.passage.start : date.expression.passage.end]
        if said in words:
            before, _, after = words.partition(said)
            words = f"{BEFORE_DATE.sub(' ', before)}{after.removeprefix(after[:2] if after[:2] in _OF_DATES else '')}"
    return words


def _without_dates(sentence: Sentence, clause: Clause, first: int, stop: int) -> str:
    """The words from `first` to `stop` without dates and their prepositions, relative clauses and marks of quotation."""
    if first >= stop:
        return ""
    words, text = sentence.words, sentence.text
    start, end = words[first].start, words[stop - 1].end
    cuts = [
        (one.expression.passage.start, _end_of_date(text, one.expression.passage.end), True)
        for one in sentence.dates
        if (one.expression.type in (DateType.DATE, DateType.TIME) and not _describes_noun(sentence, one))
        or _relates(text, one.expression.passage.end)
    ]
    cuts += [(words[a].start, words[b - 1].end, False) for a, b in clause.skips if b > a]
    kept, at = "", start
    verb = sentence.quote(clause.predicate.first, clause.predicate.last + 1) if first == clause.predicate.first else ""
    for begin, finish, dated in sorted(cuts):
        if finish <= at or begin >= end or begin < start:
            continue
        piece = text[at : max(at, begin)]
        owns = dated and text[finish : finish + 2] in {"’s", "'s"}
        finish += 2 if owns else 0
        if dated:
            undated = "" if kept and piece.strip() in _BETWEEN_DATES else BEFORE_DATE.sub(" ", piece)
            if owns:
                undated = f"{piece.rstrip()} the"  # "the winner of [Thursday's] election"
            # "was sworn in [that afternoon]": the verb keeps its particle.
            piece = undated if kept or len(undated.rstrip()) >= len(verb) else verb
        kept += piece + " "
        at = max(at, finish)
    kept += text[at:end] if at < end else ""
    kept = " ".join(without_markup(kept).split())
    return BEFORE_MARK.sub("", QUOTES.sub("", kept)).replace(",,", ",").strip(" ,")


def _describes_noun(sentence: Sentence, date: ResolvedDate) -> bool:
    """ "the former president", "the 1974 Agreement": a word that says which one, and no date to be left out."""
    if only_names(sentence, date):
        return True
    passage = date.expression.passage
    before = sentence.text[max(sentence.start, passage.start - 12) : passage.start].lower().split()[-1:]
    if before and before[0] in DETERMINERS and _YEAR_OF.match(sentence.text, passage.start, passage.end + 12):
        return True  # "the 1970 shootings"
    leads = bool(before) and before[0] in DETERMINERS | PREPOSITIONS
    return date.value in VAGUE and leads and sentence.text[passage.start : passage.end].isalpha()


def _relates(text: str, end: int) -> bool:
    """Whether "after" or "before" follows: "three days after the landing"."""
    return text[end : end + 7] in {" after ", " before"} and bool(UNIT.search(text[max(0, end - 12) : end]))


def _short_subject(words: str) -> str:
    """A subject that leaves room for what it does."""
    while len(words) > _LONGEST_SUBJECT:
        places = [match.start() for match in CUTS.finditer(words) if 15 < match.start() < len(words) - 1]
        places = places or [at for at in (words.rfind(" of ", 15),) if at > 0]
        if not places:
            break
        words = words[: places[-1]]
        last = lexicon().forms.get(words.rsplit(" ", 1)[-1].lower())
        if last and "participle" in last.names:  # "a force sent [to Egypt ...]"
            words = words.rsplit(" ", 1)[0]
    return words


def _end_of_date(text: str, end: int) -> int:
    """ "the day after the battle", "at 03:04 local time": what a date is counted from or told in goes with it."""
    told_in = LOCAL_TIME.match(text, end) or BESIDE_DATE.match(text, end)
    end = told_in.end() if told_in else end
    if _relates(text, end):
        end += text[end:].index("r") + 1 if text[end:].lstrip().startswith("after") else 7
    elif not DATE_RELATION.search(text[max(0, end - 8) : end]):
        return end
    follows = WHAT_FOLLOWS.match(text, end)
    return follows.end() if follows else end


def _tidy_subject(words: str) -> str:
    return KIN.sub("", QUOTES.sub("", words).strip(" ,;:—–-"))


def _shortened(words: str, keep: int, measured: bool) -> str:
    """Cut to size at the last place a reader would not miss what follows."""
    words = ASIDE.split(words)[0]
    cut_any = False
    while len(words) >= LONGEST:
        places = [match.start() for match in APPOSED.finditer(words) if keep < match.start() < LONGEST - 1]
        places = places or [match.start() for match in CUTS.finditer(words) if keep < match.start() < LONGEST - 1]
        of = words.rfind(" of ", keep, LONGEST - 1)
        places = sorted([*places, of]) if of > 0 and not PHRASE.search(words[:of]) else places
        cut = places[-1] if places else words.rfind(" ", 0, LONGEST)
        measured = measured or words[cut : cut + 1] not in {",", ";", ":"}
        words = words[:cut] if cut > 0 else words[: LONGEST - 1]
        cut_any = True
    tidied = (TAIL if cut_any else END).sub("", words)
    words = tidied if len(tidied) >= keep - 1 else words.rstrip(" ,;:—–-")
    return MEASURE.sub("", SOON.sub("", words)) if measured else words
