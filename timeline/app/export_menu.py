"""The Export menu: a plain form, which the browser sends and answers with a download; it needs no script.

What one has chosen in it stays while filters change, because only its hidden part is drawn anew.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Final

import dash_mantine_components as dmc
from dash import html

from timeline.app import ids
from timeline.app.html import Element
from timeline.app.moves import Place
from timeline.app.pane import Pane
from timeline.chronology import Chronology
from timeline.export import EXPORTERS, left_out

_SORTS: Final = {"picture": "Picture", "page": "To read", "data": "Data"}
_SIZES: Final = {
    "": "As tall as it needs",
    "slide": "Slide, 16:9",
    "a4": "A4, landscape",
    "a4-portrait": "A4, portrait",
    "wide": "Wide",
    "1920x1080": "1920 × 1080 pixels",
    "1080x1080": "1080 × 1080 pixels",
}
_PAGES: Final = {"": "One", "all": "As many as every title takes (PDF of a size)"}
_SHOWS: Final = {"view": "This view", "whole": "The whole selection"}
_THEMES: Final = {"": "As on the page", "light": "Light", "dark": "Dark"}
_MOST: Final = 1_000  # events, beyond which what forms leave out is said in them and no longer counted at every step


def menu() -> html.Details:
    """The button and its form; what does not concern the form that is chosen is not shown (assets/export.css)."""
    fields = [
        _choice("Form", "form", [html.Optgroup(_forms(sort), label=label) for sort, label in _SORTS.items()]),
        _choice("Size", "size", _options(_SIZES), "of-picture"),
        _choice("Pages", "pages", _options(_PAGES), "of-pdf"),
        _choice("Shows", "shows", _options(_SHOWS), "of-drawn"),
        _choice("Colours", "theme", _options(_THEMES), "of-drawn"),
        dmc.TextInput(name="title", label="Title", placeholder="That of the chronology", size="xs", autoComplete="off"),
        Pane(id=ids.EXPORTS),
        html.Button("Download", type="submit", className="quiet", id="download"),
    ]
    form = html.Form(fields, action="/export", method="get", className="export")
    return html.Details([html.Summary("Export", className="quiet"), html.Div(form)], id="export", className="menu")


def asked(place: Place, theme: str) -> list[Any]:
    """What the form sends along: where the page stands. And what some forms cannot hold."""
    hidden = {"address": place.address.text(), "here": theme}
    if "left out" not in place.known:
        place.known["left out"] = _notes(place.selection)
    return [
        *(Element("input", {"type": "hidden", "name": name, "value": value}) for name, value in hidden.items()),
        *(Element("p", {"className": f"small note-{suffix.split('.')[1]}"}, said) for suffix, said in place.known["left out"]),
    ]


def _notes(selection: Chronology) -> list[tuple[str, str]]:
    """The forms that cannot hold all of a selection, and what they leave out."""
    if len(selection.events) > _MOST:
        return []
    return [(suffix, said) for suffix in EXPORTERS if (said := left_out(selection, suffix))]


def _choice(label: str, name: str, options: list[Any], concerns: str | None = None) -> html.Label:
    return html.Label([html.Span(label), html.Select(options, name=name)], className=concerns)


def _options(choices: dict[str, str]) -> list[html.Option]:
    return [html.Option(label, value=value) for value, label in choices.items()]


def _forms(sort: str) -> list[html.Option]:
    """The exporters of a sort; one whose library is not installed can be seen but not chosen."""
    missing = {".parquet": " (pip install 'timeline[parquet]')"} if find_spec("pyarrow") is None else {}
    return [
        html.Option(
            exporter.label + missing.get(suffix, ""),
            value=suffix,
            disabled=suffix in missing,
            className="drawn" if suffix == ".html" else sort,
        )
        for suffix, exporter in EXPORTERS.items()
        if exporter.sort == sort
    ]
