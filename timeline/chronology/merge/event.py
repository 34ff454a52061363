"""The event that some mentions tell together: its title, kind, actors, places and claims, whatever order they come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from timeline.chronology.merge.copies import Teller, independent
from timeline.model import Certainty, Event, Kind, Mention, Participant, ResolvedDate, Role
from timeline.spans import MINUTES_A_DAY, Span

_CERTAINTIES = list(Certainty)


def event_of(mentions: Iterable[Mention], tellers: Mapping[str, Teller] | None = None) -> Event:
    """The event of one or more mentions.

    Title and ties come from its best mention: the one that names most of those who act and are acted on, then the most
    surely and narrowly dated. `tellers` say by mention id who tells it and in what words, so that a copy neither counts as a
    source nor supports a claim; without them each document is a source of its own.
    """
    told = tuple(sorted(mentions, key=lambda mention: mention.id))
    if len(told) == 1:
        return _told_once(told[0])
    ranked = sorted(told, key=_rank)
    known = {mention.id: (tellers or {}).get(mention.id) or Teller(mention.document) for mention in told}
    claims = _claims(ranked, known)
    return Event(
        id="e" + told[0].id[1:],
        mentions=told,
        title=ranked[0].title,
        kind=_kind(ranked),
        claims=claims,
        actors=_actors(ranked),
        places=tuple(dict.fromkeys(place for mention in ranked for place in mention.places)),
        disputed=_cannot_agree(claims),
        sources=independent(known.values()),
    )


def _told_once(mention: Mention) -> Event:
    """The event of one mention, as most are."""
    claims = (mention.when,) if mention.when and mention.when.span else ()
    actors = mention.actors if len({part.actor for part in mention.actors}) == len(mention.actors) else _actors([mention])
    places = tuple(dict.fromkeys(mention.places))
    return Event("e" + mention.id[1:], (mention,), mention.title, mention.kind, claims, actors, places)


def _rank(mention: Mention) -> tuple[int, int, int, str]:
    acting = {part.role for part in mention.actors} & {Role.INITIATOR, Role.TARGET}
    return -len(acting), *_sureness(mention.when), mention.id


def _sureness(when: ResolvedDate | None) -> tuple[int, int]:
    """Surer dates first, then narrower ones; no date last."""
    if when is None or when.span is None:
        return len(_CERTAINTIES), 0
    return _CERTAINTIES.index(when.certainty), when.span.end - when.span.start


def _kind(ranked: list[Mention]) -> Kind:
    """The kind most mentions give, those that know none aside; the best mention's among equals."""
    counted = Counter(mention.kind for mention in ranked if mention.kind != Kind.OTHER)
    return counted.most_common(1)[0][0] if counted else Kind.OTHER


def _actors(ranked: list[Mention]) -> tuple[Participant, ...]:
    """Everyone named, each once, in the role most mentions give; to be only named yields to acting and being acted on."""
    roles: dict[str, list[Role]] = {}
    for mention in ranked:
        for part in mention.actors:
            roles.setdefault(part.actor, []).append(part.role)
    return tuple(Participant(actor, _role(given)) for actor, given in roles.items())


def _role(given: list[Role]) -> Role:
    acting = [role for role in given if role != Role.MENTIONED]
    return Counter(acting).most_common(1)[0][0] if acting else Role.MENTIONED


def _claims(ranked: list[Mention], tellers: Mapping[str, Teller]) -> tuple[ResolvedDate, ...]:
    """The dates given, best first: told most independently, surest, narrowest down to the day, earliest.

    A date that holds another one ("in May", "on 2 May") makes no claim of its own. To name the hour is no better evidence
    for the day.
    """
    said: dict[Span, ResolvedDate] = {}
    told: dict[Span, list[Teller]] = {}
    for mention in ranked:
        if mention.when and mention.when.span:
            span = mention.when.span
            said[span] = min(said.get(span, mention.when), mention.when, key=_sureness)
            told.setdefault(span, []).append(tellers[mention.id])
    finest = [span for span in said if not any(other != span and _narrower(other, span) for other in said)]
    if len(finest) == 1:
        return (said[finest[0]],)
    support = {span: independent(who for held, found in told.items() if span.within(held) for who in found) for span in finest}

    def worth(span: Span) -> tuple[int, int, int, Span]:
        certainty, width = _sureness(said[span])
        return -support[span], certainty, max(width, MINUTES_A_DAY), span

    return tuple(said[span] for span in sorted(finest, key=worth))


def _narrower(one: Span, other: Span) -> bool:
    """Whether one span lies in another and says more; of two that cover the same, the finer grain does."""
    return one.within(other) and ((one.start, one.end) != (other.start, other.end) or one.grain < other.grain)


def _cannot_agree(claims: tuple[ResolvedDate, ...]) -> bool:
    spans = [claim.span for claim in claims if claim.span]
    return any(not one.overlaps(other) for one in spans for other in spans)
