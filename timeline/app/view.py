"""All that the page shows of a place, as plain data: the contents and attributes of each of its panes, by id."""

from __future__ import annotations

from typing import Any, NamedTuple

from timeline.app import export_menu, facets, header, ids, listing, overview, reader, stage
from timeline.app.html import tree
from timeline.app.moves import Place
from timeline.app.workspace import Workspace
from timeline.figure import Theme

Parts = dict[str, dict[str, Any]]


class Screen(NamedTuple):
    """What is drawn for: the pixels from side to side of the stage, whether it has room for lanes, and the colours."""

    width: int
    lanes: bool
    theme: Theme


def view(workspace: Workspace, place: Place, screen: Screen) -> Parts:
    """The panes for a screen."""
    return {
        **_in_time(workspace, place, screen),
        **_trees(workspace, place, screen),
        **_reading(workspace, place),
    }


def _in_time(workspace: Workspace, place: Place, screen: Screen) -> Parts:
    """The lanes and what stands around them; where there is no room for them, their pane stays as it is."""
    width, theme = screen.width, screen.theme
    drawn = workspace.picture(place, width)
    bins = workspace.histogram(place, width)
    left = drawn.left if screen.lanes else 0
    lanes = {ids.LANES: stage.lanes(drawn, theme, stage.described(drawn, place.selection))} if screen.lanes else {}
    return {
        **lanes,
        ids.AXIS: {"tree": tree(stage.axis(drawn))},
        ids.BEYOND: {"tree": tree(stage.edges(place))},
        ids.OVERVIEW: overview.drawn(bins, left, width, theme),
        ids.BRUSH: {"tree": tree(overview.brush(place, bins)), **overview.frame(place, bins, left)},
        ids.LEGEND: {"tree": tree(stage.legend(drawn, theme))},
        ids.LANE_SWITCH: {"tree": tree(stage.switches(place))},
    }


def _trees(workspace: Workspace, place: Place, screen: Screen) -> Parts:
    """What is said of the whole and of the selection, above, beside and below the lanes."""
    whole, address, selection = place.whole, place.address, place.selection
    contents = {
        ids.TITLE: header.title(whole),
        ids.CHIPS: header.chips(whole, address),
        ids.COUNT: header.count(selection, address),
        ids.NOTICES: header.notices(address),
        ids.FACETS_BODY: facets.facets(whole, address, workspace.colours()),
        ids.MATCH: facets.matching(address),
        ids.EXPORTS: export_menu.asked(place, screen.theme.name),
        ids.TRAY: listing.trays(selection, address, corrected=workspace.corrected()),
        ids.PANEL: listing.panel(selection, address, workspace.history),
        ids.EMPTY: header.nothing(whole, selection, address),
    }
    return {id: {"tree": tree(content)} for id, content in contents.items()}


def _reading(workspace: Workspace, place: Place) -> Parts:
    address = place.address
    opened = address.selected is not None or address.document is not None
    shown = reader.reader(place.whole, address, correcting=workspace.store is not None)
    return {
        ids.READER: {"tree": tree(shown), "className": "reader open" if opened else "reader"},
        ids.SPOKEN: {"tree": [reader.spoken(place.whole, address)]},
    }
