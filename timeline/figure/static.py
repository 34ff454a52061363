"""The renderer for files: the same picture drawn by Matplotlib's canvases, without a browser and with fonts of its own.

Object-oriented and never through pyplot, which keeps figures in global state. Matplotlib is imported when a picture is
drawn, not before: it costs half a second. Its settings are global too, so pictures are drawn one at a time.
"""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal

from timeline.figure import ink
from timeline.figure.picture import Picture
from timeline.figure.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Format = Literal["png", "svg", "pdf", "webp"]
FORMATS: Final[tuple[Format, ...]] = ("png", "svg", "pdf", "webp")

DPI: Final = 96
_SHARPEST: Final = 2.0
_MOST_PIXELS: Final = 24e6
_WEBP_EDGE: Final = 16383
# Scripts that DejaVu lacks are drawn with these where the machine has them; an svg names them for the reader's machine.
_FURTHER_SANS: Final = (
    "Noto Sans",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Arial Unicode MS",
)
_SETTINGS: Final[dict[Any, Any]] = {
    "font.sans-serif": ["DejaVu Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial"],
    "font.serif": ["DejaVu Serif", "Noto Serif", "Georgia", "Times New Roman"],
    "svg.fonttype": "none",
    "svg.hashsalt": "timeline",
    "pdf.fonttype": 42,
    "text.usetex": False,
    "text.parse_math": False,
    "path.sketch": None,
    "axes.unicode_minus": False,
}
_one_at_a_time = Lock()


def to_bytes(picture: Picture, theme: Theme, format: Format) -> bytes:
    """The picture as a file's content. Pictures are drawn at twice their size where that stays below 24 million pixels."""
    import matplotlib

    with _one_at_a_time, _quiet(), matplotlib.rc_context(_SETTINGS):
        return _saved(_figure(picture, theme), picture, format)


def to_pdf(sheets: Sequence[Picture], theme: Theme) -> bytes:
    """Several sheets as one PDF."""
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages

    kept = BytesIO()
    about = _about(sheets[0], "pdf")
    with _one_at_a_time, _quiet(), matplotlib.rc_context(_SETTINGS), PdfPages(kept, metadata=about) as file:
        for sheet in sheets:
            file.savefig(_figure(sheet, theme))
    return kept.getvalue()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's remarks: a sign that no font of this machine has is drawn as a box, which is no news here."""
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            yield
    finally:
        logger.setLevel(level)


def _saved(figure: Figure, picture: Picture, format: Format) -> bytes:
    kept = BytesIO()
    if format in ("png", "webp"):
        figure.savefig(
            kept,
            format=format,
            dpi=DPI * _scale(picture, format),
            pil_kwargs=_packing(format),
            metadata=_about(picture, format),
        )
    else:
        figure.savefig(kept, format=format, metadata=_about(picture, format))
    return kept.getvalue()


def _sheet(picture: Picture) -> tuple[float, float]:
    """Width and height of the file, in pixels of a 96th of an inch."""
    return (picture.paper.width, picture.paper.height) if picture.paper else (picture.width, picture.height)


def _scale(picture: Picture, format: Format) -> float:
    if picture.paper and not picture.paper.sharp:
        return 1.0
    width, height = _sheet(picture)
    scale = min(_SHARPEST, math.sqrt(_MOST_PIXELS / (width * height)))
    return min(scale, _WEBP_EDGE / max(width, height)) if format == "webp" else scale


def _packing(format: Format) -> dict[str, Any]:
    return {"quality": 90, "method": 4} if format == "webp" else {"compress_level": 6}


def _about(picture: Picture, format: Format) -> dict[str, Any] | None:
    """What the file says of itself. No date: the same picture gives the same bytes."""
    if format == "svg":
        return {"Title": picture.title, "Creator": "timeline", "Date": None}
    if format == "pdf":
        return {"Title": picture.title, "Creator": "timeline", "CreationDate": None}
    return {"Title": picture.title, "Software": "timeline"} if format == "png" else None


def _figure(picture: Picture, theme: Theme) -> Figure:
    from matplotlib.figure import Figure

    width, height = _sheet(picture)
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=theme.paper)
    axes: Axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width / picture.scale)
    axes.set_ylim(height / picture.scale, 0)
    axes.set_axis_off()
    ink.draw(axes, picture, theme, sans=_families("DejaVu Sans", "sans-serif"), serif=_families("DejaVu Serif", "serif"))
    return figure


def _families(own: str, generic: str) -> list[str]:
    """Fonts in the order they are tried; the generic one ends the list for whoever opens an svg elsewhere."""
    from matplotlib.font_manager import fontManager

    known = set(fontManager.get_font_names())
    return list(dict.fromkeys([own, "DejaVu Sans", *(name for name in _FURTHER_SANS if name in known), generic]))
