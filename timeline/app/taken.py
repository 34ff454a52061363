"""What the page shows, as the options of an export: the page's own downloads and the shell's are the same picture."""

from __future__ import annotations

from typing import Any

from timeline.app.moves import Place, window
from timeline.spans import Grain, Span


def look(place: Place, form: str, *, whole: bool = False) -> dict[str, Any]:
    """The lanes and the stretch of time the page shows at a place, or, of the `whole` selection, all its time.

    `form` is the suffix of the file: a page (".html") can be looked at more closely but no further out, so it shows all
    the time of the selection unless the address names a window.
    """
    address = place.address
    all_of_it = whole or (form == ".html" and address.since is None)
    view = Span(*place.reach, Grain.MINUTE) if all_of_it else window(place)
    return {
        "lanes": address.lane,
        "align": address.align,
        "compare": address.compare,
        "rest": address.rest,
        "zone": address.zone,
        "view": view if place.selection.dated else None,
    }
