"""What stands in a pane, as plain data."""

from __future__ import annotations

import dash_mantine_components as dmc
import pytest

from timeline.app import html
from timeline.app.aria import aria
from timeline.app.html import Element, tree


def test_components_become_tags_attributes_and_contents() -> None:
    link = html.A(["to ", html.B(7)], href="?kind=AID", className="facet", style={"--share": "40%"}, **aria(current="true"))
    attributes = {"href": "?kind=AID", "className": "facet", "style": {"--share": "40%"}, "aria-current": "true"}
    assert tree([link, None, ["and ", [html.Br()]]]) == [
        ["a", attributes, ["to ", ["b", {}, ["7"]]]],
        "and ",
        ["br", {}, []],
    ]


def test_markup_in_words_stays_words() -> None:
    assert tree(html.P("<b>bold</b>")) == [["p", {}, ["<b>bold</b>"]]]


def test_a_hidden_field_is_an_element_too() -> None:
    field = {"type": "hidden", "name": "address", "value": "kind=AID"}
    assert tree([Element("input", field)]) == [["input", field, []]]


def test_a_component_with_scripts_of_its_own_is_refused() -> None:
    with pytest.raises(TypeError, match="TextInput is no element of html"):
        tree(html.Div(dmc.TextInput()))
