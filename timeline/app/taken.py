"""What the page shows, as the options of an export: the page's own downloads and the shell's are the same picture."""

from __future__ import annotations

from typing import Any

from timeline.app.moves import Place, window
from timeline.spans import Grain, Span


def look(place: Place, *, whole: bool = False) -> dict[str, Any]:
    """The lanes and the stretch of time the page shows at a place, or, of the `whole` selection, all its time."""
    address = place.address
    view = Span(*place.reach, Grain.MINUTE) if whole else window(place)
    return {
        "lanes": address.lane,
        "align": address.align,
        "compare": address.compare,
        "rest": address.rest,
        "zone": address.zone,
        "view": view if place.selection.dated else None,
    }
