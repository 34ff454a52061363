"""Above the panes: what the chronology is, the filters in force as chips, and how many events they leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import Any, Final

from timeline.app import html, ids
from timeline.app.address import Address
from timeline.app.aria import aria, data
from timeline.app.words import plural
from timeline.chronology import Chronology

TRIED: Final = 12
OFFERED: Final = 5

Children = list[Any]


def title(whole: Chronology) -> Children:
    """The chronology's title, and what it was made of."""
    texts, outlets = len(whole.documents), len(whole.outlets)
    made_of = plural(texts, "report") + (f" · {plural(outlets, 'outlet')}" if outlets < texts else "")
    return [html.H1(whole.title or "Untitled chronology", dir="auto", title=whole.title), html.Span(made_of, className="by")]


def chips(whole: Chronology, address: Address) -> Children:
    """Each filter in force with an × that takes it off."""
    asked = address.query.sentences(whole)
    if not asked and not whole.events:
        return []
    if not asked:
        return [html.Span("All events. Choose filters on the left, or brush over the dates.", className="none")]
    taken = [_chip(said, address.going(query=address.query.without(key))) for key, said in asked]
    return [*taken, html.A("Clear all", href=cleared(address).href, className="clear")]


def cleared(address: Address) -> Address:
    """The address without any filter."""
    return address.going(query=type(address.query)())


def _chip(said: str, without: Address) -> html.Span:
    label, colon, value = said.partition(": ")
    words: Children = [f"{label}: ", html.B(value, dir="auto")] if colon else [said]
    off = html.A("×", href=without.href, **aria(label=f"Remove {said}"))
    return html.Span([html.Span(words, title=said), off], className="chip")


def count(selection: Chronology, address: Address) -> Children:
    """ "16 of 43 events · 4 undated · 1 disputed"; the last two lead to their lists."""
    shown = len(selection.events)
    of = f" of {selection.total:,}" if shown < selection.total else ""
    said: Children = [html.B(f"{shown:,}"), f"{of} event{'s' if selection.total != 1 else ''}"]
    for which, number in (("undated", len(selection.undated)), ("disputed", len(selection.disputed))):
        if number:
            said += [" · ", html.A(f"{number:,} {which}", href=address.going(listed=which).href)]
    return said


def notices(address: Address) -> Children:
    """What a link asked for in vain."""
    return [html.P(said[:1].upper() + said[1:] + ("" if said.endswith(".") else ".")) for said in address.unheard]


def nothing(whole: Chronology, selection: Chronology, address: Address) -> Children:
    """What stands in place of an empty chronology or selection: what to do next. Empty when there are events."""
    if selection.events:
        return []
    if not whole.documents:
        return [
            html.H2("No texts yet"),
            html.P(
                "Drop files or paste a text: what it tells, and when, becomes a chronology you can filter, read and export."
            ),
            html.P(html.Button("Add texts", className="quiet", **data(presses=ids.ADD))),
            html.P("The texts stay on this machine.", className="soft"),
        ]
    if not whole.events:
        return [
            html.H2("No events were found"),
            html.P(f"{plural(len(whole.documents), 'text')} read, none with a date in it that could be placed."),
            html.P(
                "Looked for: days, months and years, weekdays, “yesterday”, “two weeks later”, seasons and centuries.",
                className="soft",
            ),
        ]
    return [html.H2("No event matches all of these filters"), html.Ul(list(_ways_out(whole, address)))]


def _ways_out(whole: Chronology, address: Address) -> Iterator[html.Li]:
    """Which filter to take off, or where one is not enough which ones, and how many events that brings; the best first."""
    asked = address.query.sentences(whole)
    for size in range(1, len(asked)):
        ways = [_way(whole, address, off) for off in islice(combinations(asked, size), TRIED)]
        if found := sorted((way for way in ways if way[0]), key=lambda way: -way[0])[:OFFERED]:
            for number, said, href in found:
                yield html.Li([html.A(f"Without {said}", href=href), f" brings {plural(number, 'event')}."])
            break
    yield html.Li([html.A("Clear all filters", href=cleared(address).href), f" for all {plural(len(whole.events), 'event')}."])


def _way(whole: Chronology, address: Address, off: tuple[tuple[str, str], ...]) -> tuple[int, str, str]:
    """How many events there are without some of the filters, those in words, and the way there."""
    left = address.query
    for key, _ in off:
        left = left.without(key)
    words = " and ".join(f"“{said}”" for _, said in off)
    return len(whole.select(left).events), words, address.going(query=left).href
