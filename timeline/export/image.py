"""Pictures: the selection laid out for a file and drawn without a browser."""

from __future__ import annotations

from timeline.chronology.chronology import Chronology
from timeline.export.options import Options
from timeline.figure import lay_out, pages
from timeline.figure.static import Format, to_bytes, to_pdf


def png(chronology: Chronology, options: Options) -> bytes:
    return _picture(chronology, options, "png")


def svg(chronology: Chronology, options: Options) -> bytes:
    """Text stays text: it can be searched, read aloud and edited."""
    return _picture(chronology, options, "svg")


def pdf(chronology: Chronology, options: Options) -> bytes:
    """With `options.pages` as many sheets as it takes to print every title."""
    if options.pages and options.paper:
        look = {**options.look, "selected": options.selected, "medium": "pages"}
        tall = lay_out(chronology, width=options.paper.width, **look)
        return to_pdf(pages(tall, options.paper), options.paints)
    return _picture(chronology, options, "pdf")


def webp(chronology: Chronology, options: Options) -> bytes:
    return _picture(chronology, options, "webp")


def _picture(chronology: Chronology, options: Options, format: Format) -> bytes:
    picture = lay_out(
        chronology,
        width=options.width,
        paper=options.paper,
        selected=options.selected,
        medium="file",
        **options.look,
    )
    return to_bytes(picture, options.paints, format)
