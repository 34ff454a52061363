"""The parts of the review pane's forms: a labelled field with its words of error, a choice, a form that decides something."""

from __future__ import annotations

import json
from typing import Any

from timeline.app import html
from timeline.app.aria import aria, data
from timeline.app.html import Element

Part = Any


def element(tag: str, attributes: dict[str, Any], *contents: Part) -> Part:
    """An element with attributes that `dash.html` does not know, such as what stands in a field at first."""
    return Element(tag, attributes, contents)


def deciding(
    label: str, what: str, values: dict[str, str], *, id: str | None = None, on: bool | None = None, title: str = ""
) -> html.Button:
    """A button that decides something at once; `on` says whether it holds now."""
    told = {name: [value] for name, value in values.items()}
    pressed = aria(pressed="true" if on else "false") if on is not None else {}
    named = {name: value for name, value in (("id", id), ("title", title)) if value}
    attributes = {**data(decides=what, values=json.dumps(told)), **pressed, **named}
    return html.Button(label, type="button", className="quiet", **attributes)


def form(
    what: str, hidden: dict[str, str], parts: list[Part], *, save: str, key: str, live: bool = False, line: bool = False
) -> html.Form:
    """A form that decides something when it is sent; `live`: what it would come to is told while one types.

    A form with another `key` is a new one: what was typed into the old one goes with it. One of a single `line` has its
    button beside its field, named by the first word of what it does.
    """
    kept = [element("input", {"type": "hidden", "name": name, "value": value}) for name, value in hidden.items()]
    named = aria(label=save) if line else {}
    button = html.Button(save.split()[0] if line else save, type="submit", className="quiet", **named)
    told = [html.Div(className="foretold", role="status", **aria(live="polite"))] if live else []
    attributes = {**data(decides=what), **(data(live="yes") if live else {})}
    return html.Form(
        [*kept, *parts, button, *told], className="decision line" if line else "decision", key=f"{what}:{key}", **attributes
    )


def field(what: str, label: str, name: str, value: str, **more: Any) -> html.Div:
    """A line to type in, with its label, and room for what is wrong with it."""
    id = f"review-{what}-{name}"
    return html.Div(
        [
            html.Label(label, htmlFor=id),
            element("input", {"id": id, "name": name, "defaultValue": value, **described(id), **more}),
            wrong(id, name),
        ],
        className="field",
    )


def area(what: str, label: str, name: str, value: str) -> html.Div:
    """Several lines to type in."""
    id = f"review-{what}-{name}"
    attributes = {"id": id, "name": name, "defaultValue": value, "rows": 2, **described(id)}
    return html.Div([html.Label(label, htmlFor=id), element("textarea", attributes), wrong(id, name)], className="field")


def choice(what: str, label: str, name: str, options: dict[str, str], value: str) -> html.Div:
    """One of several, by the words that stand for each."""
    id = f"review-{what}-{name}"
    return html.Div([html.Label(label, htmlFor=id), select(name, options, value, id=id), wrong(id, name)], className="field")


def select(name: str, options: dict[str, str], value: str, **more: Any) -> Any:
    shown = [element("option", {"value": key}, words) for key, words in options.items()]
    return element("select", {"name": name, "defaultValue": value, **more}, *shown)


def folded(title: str, parts: list[Part], *, open: bool = False) -> html.Details:
    """What is seldom changed, put away under a title; open where something stands in it."""
    opened: dict[str, Any] = {"open": True} if open else {}
    return html.Details([html.Summary(title), *parts], className="fold", **opened)


def check(label: str, name: str, on: bool) -> html.Label:
    box = element("input", {"type": "checkbox", "name": name, "value": "yes", "defaultChecked": on})
    return html.Label([box, " ", label], className="check")


def described(id: str) -> dict[str, str]:
    return {"autoComplete": "off", "aria-describedby": f"{id}-wrong"}


def wrong(id: str, name: str) -> html.Div:
    return html.Div(id=f"{id}-wrong", className="wrong", role="alert", **data(about=name))
