"""A selection as a file, for whoever is not at this machine: pictures, an offline page, data. The suffix chooses.

    export(chronology, "war.svg")            writes the file, whole or not at all
    render(chronology, ".png", size="slide") gives its bytes
    left_out(chronology, ".ics")             says which events the form cannot hold

Why no browser: a desk, a server, a container often has none, so pictures come from the same `Picture` the page is drawn
from (`timeline.figure`), through a library with fonts of its own. What was filtered, how many events that leaves and
who said it is printed into each of them: a picture travels without its page.
"""

from __future__ import annotations

from timeline.export.exporters import EXPORTERS, export, left_out, render, suffix_of

__all__ = ["EXPORTERS", "export", "left_out", "render", "suffix_of"]
