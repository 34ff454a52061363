"""The offline page: one html file with the drawing, the list and every passage, that asks no server for anything.

Plotly's script travels inside it (5 MB), a policy in its head forbids it to fetch or send, and without scripts it still
reads: the list leads to the passages by plain links. Both themes are in it; it opens in the one asked for.
"""

from __future__ import annotations

import json
from pathlib import Path
from string import Template
from typing import Any, Final

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.export.telling import articles, rows, text
from timeline.figure import CONFIG, THEMES, Picture, Theme, days, glyph, lay_out, to_plotly
from timeline.figure.printed import counts, filters, sources
from timeline.figure.sizes import LOWER, UPPER
from timeline.figure.theme import SANS, SERIF

_HERE: Final = Path(__file__).parent
_CLOSER: Final = (1, 3, 9, 27, 81, 243, 729)
_LEAST_VIEW: Final = 180  # minutes in a page width
_MOST_MARKS: Final = 8_000  # in all of them, or the file would be slow to open
_MOST_OPEN: Final = 1_000  # events; more of them are counted on the first look rather than shown on a page to scroll
_READER: Final = 460  # pixels beside the drawing


def html(chronology: Chronology, options: Options) -> bytes:
    """UTF-8; opens from a disk, a stick or a mail without a network."""
    from plotly.offline import get_plotlyjs

    pictures = _pictures(chronology, options)
    picture = pictures[0]
    template = Template((_HERE / "page.html").read_text("utf-8"))
    filled = template.substitute(
        theme=options.theme,
        title=text(picture.title or "Chronology"),
        filters=text(" · ".join(filters(chronology))),
        counts=text(_counts(chronology, picture)),
        sources=text(", ".join(sources(chronology))),
        style=_style(),
        legend=_legend(picture),
        rows=rows(chronology),
        articles=articles(chronology),
        figures=embedded({"levels": [_level(one) for one in pictures], "config": CONFIG, "selected": options.selected}),
        plotly=get_plotlyjs(),
        script=(_HERE / "page.js").read_text("utf-8"),
    )
    return filled.encode("utf-8", "replace")


def _pictures(chronology: Chronology, options: Options) -> list[Picture]:
    """The whole time laid out for one page width, then for three, nine … of them: looking closer asks no server.

    It ends where a page width is an hour, or nothing is grouped and every mark is as wide as its time, or there is too much.
    """
    pictures: list[Picture] = []
    frame, marks = 0.0, 0
    for closer in _CLOSER:
        wide = max(640, options.width - _READER) + frame * (closer - 1)
        picture = lay_out(
            chronology,
            width=wide,
            medium="sheet" if len(chronology.dated) <= _MOST_OPEN else "page",
            **options.look,
        )
        frame, marks = frame or picture.right - picture.left, marks + len(picture.marks) + len(picture.groups)
        if pictures and marks > _MOST_MARKS:
            break
        pictures.append(picture)
        if picture.minutes_a_pixel * frame < _LEAST_VIEW or not picture.marks + picture.groups:
            break
    return pictures


def _level(picture: Picture) -> dict[str, Any]:
    """A picture for the script: figures for both themes, and apart from them, because there are many, the axis' ticks.

    A tick is [days, label, whole label, strong, upper, pinned]; the script draws those in view.
    """
    figures = {name: to_plotly(picture, theme) for name, theme in THEMES.items()}
    for figure in figures.values():
        figure["data"] = [trace for trace in figure["data"] if trace.get("name") != "axis"]
        figure["layout"]["shapes"] = [shape for shape in figure["layout"]["shapes"] if shape.get("name") != "grid"]
    return {
        "figures": figures,
        "room": picture.right - picture.left,
        "ticks": [[days(tick.at), tick.label, tick.full, tick.strong, tick.upper, tick.pinned] for tick in picture.ticks],
        "rows": [[foot - UPPER, foot - LOWER] for foot in picture.axes],
        "top": picture.top,
        "floor": picture.floor,
    }


def embedded(value: Any) -> str:
    """JSON that may stand inside a script element, whatever its strings hold."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _counts(chronology: Chronology, picture: Picture) -> str:
    return counts(chronology) + (f" · {picture.grouped:,} grouped" if picture.grouped else "")


def _legend(picture: Picture) -> str:
    """Each glyph in both themes; the style shows one of them."""
    return "".join(
        "<span>"
        + "".join(f'<i class="only-{name}">{glyph(entry.encoding, theme)}</i>' for name, theme in THEMES.items())
        + f"{text(entry.text)}</span>"
        for entry in picture.legend
    )


def _style() -> str:
    return "\n".join([*(_variables(theme) for theme in THEMES.values()), (_HERE / "page.css").read_text("utf-8")])


def _variables(theme: Theme) -> str:
    named = {
        "paper": theme.paper,
        "raised": theme.raised,
        "ink": theme.ink,
        "soft": theme.soft,
        "line": theme.line,
        "wash": theme.wash,
        "accent": theme.accent,
        "mark": theme.mark,
        "sans": SANS,
        "serif": SERIF,
    }
    return f':root[data-theme="{theme.name}"]{{' + "".join(f"--{name}:{value};" for name, value in named.items()) + "}"
