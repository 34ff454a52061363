"""The sheets that open over the page: adding texts, and the keys."""

from __future__ import annotations

from typing import Final

import dash_mantine_components as dmc
from dash import dcc, html

from timeline.app import ids
from timeline.app.aria import aria, data

LARGEST: Final = 20 * 1024 * 1024
CLOSE: Final = aria(label="Close")
READABLE: Final = ".txt .md .html .jsonl"

KEYS: Final = (
    ("/", "search"),
    ("← →", "previous, next event"),
    ("↑ ↓", "move in the list"),
    ("[ ]", "previous, next source of the event"),
    ("+ − 0", "zoom in, out, fit"),
    ("C X", "confirm, reject the event"),
    ("N", "next event nobody reviewed"),
    ("E", "correct the event"),
    ("Ctrl+Z Ctrl+Shift+Z", "undo, do again"),
    ("F", "filters"),
    ("Esc", "close, clear the selection"),
    ("?", "this sheet"),
)


def shortcuts_sheet() -> dmc.Modal:
    listed = [cell for keys, does in KEYS for cell in (html.Dt(_caps(keys)), html.Dd(does))]
    return dmc.Modal(
        html.Dl(listed, className="keys"),
        id=ids.SHORTCUTS_SHEET,
        title="Keys",
        size="sm",
        centered=True,
        closeButtonProps=CLOSE,
    )


def _caps(keys: str) -> list[html.Kbd | str]:
    caps: list[html.Kbd | str] = []
    for key in keys.split(" "):
        caps.extend([html.Kbd(key), " "])
    return caps[:-1]


def add_sheet() -> dmc.Modal:
    """Dropping files or pasting a text; what becomes of each is listed below."""
    return dmc.Modal(
        html.Div(
            [
                dcc.Upload(
                    html.Div(
                        [
                            html.B("Drop files here"),
                            " or choose them",
                            html.Br(),
                            f"{READABLE} · up to {LARGEST // 2**20} MB each",
                        ]
                    ),
                    id=ids.DROPPED,
                    multiple=True,
                    max_size=LARGEST,
                    className="drop",
                    className_active="drop active",
                    style={},
                ),
                html.P(id=ids.TOO_LARGE, className="failed", role="alert", **data(largest=str(LARGEST))),
                html.H3("or paste a text"),
                dmc.TextInput(id=ids.PASTED_TITLE, label="Title or outlet", placeholder="Evening Standard, front page"),
                dmc.Textarea(id=ids.PASTED, label="Text", autosize=True, minRows=4, maxRows=12, mt=8),
                html.Button("Add the pasted text", id=ids.ADD_NOW, className="quiet", style={"marginTop": "12px"}),
                html.Ul(id=ids.ADDED, className="outcomes", role="status"),
                html.P("What you add is kept in this chronology's file and does not leave this machine.", className="soft"),
            ],
            className="sheet",
        ),
        id=ids.ADD_SHEET,
        closeButtonProps=CLOSE,
        title="Add texts",
        size="lg",
    )
