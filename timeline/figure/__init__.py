"""A selection of a chronology drawn: pure, from values to values; nothing is read or written here.

    chronology -> lay_out -> Picture -> to_svg      the page
                                     -> to_plotly   the html export, which has no server to ask
                                     -> to_bytes    png, svg, pdf, webp

Why one picture and thin renderers: what stands where, what is labelled, what is grouped is decided once, as plain data
that tests can read, and the file a journalist prints says the same as the page an analyst works on. Why x is a number:
Plotly's and Matplotlib's date axes both end at year 1 or speak of a year 0, so ticks and labels are our own, from hours to
millennia.
"""

from __future__ import annotations

from timeline.figure.bins import Bins, overview
from timeline.figure.layout import lay_out
from timeline.figure.legend import glyph
from timeline.figure.pages import pages
from timeline.figure.paper import PAPERS, Paper
from timeline.figure.parts import wholes
from timeline.figure.picture import Encoding, Picture
from timeline.figure.plotly_figure import CONFIG, to_plotly
from timeline.figure.plotly_terms import days, minutes
from timeline.figure.relative import Origin, origin_of, since_span
from timeline.figure.svg import Node
from timeline.figure.svg_lanes import Spots, spots, to_svg
from timeline.figure.svg_overview import overview_spots, overview_to_svg
from timeline.figure.theme import DARK, LIGHT, THEMES, Theme, colours
from timeline.figure.zones import has_zone, in_zone, moved_to, on_clock, say_offset, zones

__all__ = [
    "CONFIG",
    "DARK",
    "LIGHT",
    "PAPERS",
    "THEMES",
    "Bins",
    "Encoding",
    "Node",
    "Origin",
    "Paper",
    "Picture",
    "Spots",
    "Theme",
    "colours",
    "days",
    "glyph",
    "has_zone",
    "in_zone",
    "lay_out",
    "minutes",
    "moved_to",
    "on_clock",
    "origin_of",
    "overview",
    "overview_spots",
    "overview_to_svg",
    "pages",
    "say_offset",
    "since_span",
    "spots",
    "to_plotly",
    "to_svg",
    "wholes",
    "zones",
]
