"""Every id of the page, once: what a callback, the style sheet or a test may point at."""

from __future__ import annotations

from typing import Final

# State that is not drawn.
NEWS: Final = "news"
TAB: Final = "tab"

# The header and the row of filters in force.
TITLE: Final = "title"
SEARCH: Final = "search"
ADD: Final = "add"
EXPORTS: Final = "exports"
SHORTCUTS: Final = "shortcuts"
SHORTCUTS_SHEET: Final = "shortcuts-sheet"
THEME: Final = "theme"
CHIPS: Final = "chips"
COUNT: Final = "count"
NOTICES: Final = "notices"
GONE_SAID: Final = "gone-said"
TRY_AGAIN: Final = "try-again"

# The left column.
FACETS: Final = "facets"
FACETS_BODY: Final = "facets-body"
FACETS_OPEN: Final = "facets-open"
FACETS_CLOSE: Final = "facets-close"
SINCE: Final = "since"
UNTIL: Final = "until"
DATES_READ: Final = "dates-read"
MATCH: Final = "match"

# The middle.
STAGE: Final = "stage"
OVERVIEW: Final = "overview"
BRUSH: Final = "brush"
BEYOND: Final = "beyond"
LANES: Final = "lanes"
AXIS: Final = "axis"
LANES_FRAME: Final = "lanes-frame"
LANE_SWITCH: Final = "lane-switch"
HOVER: Final = "hover"
LEGEND: Final = "legend"
LANES_OPEN: Final = "lanes-open"
LIST: Final = "events"
TRAY: Final = "tray"
PANEL: Final = "panel"
EMPTY: Final = "empty"

# The right column.
READER: Final = "reader"
SPOKEN: Final = "spoken"
DECIDED: Final = "decided"
UNDO: Final = "undo"
FIND_EVENT: Final = "find-event"

# Adding texts.
ADD_SHEET: Final = "add-sheet"
DROPPED: Final = "dropped"
TOO_LARGE: Final = "too-large"
PASTED: Final = "pasted"
PASTED_TITLE: Final = "pasted-title"
ADD_NOW: Final = "add-now"
ADDED: Final = "added"
