"""Sheets of a given size: a slide, a page of A4, any width by height; and how to get a chronology onto one.

A picture without a sheet is as tall as its content. On a sheet the type gives way first, from large to the smallest that
is still read; then labels for which there is no room, lanes, which are gathered in "Other", and single marks, which are
counted. No title is shortened: it is printed whole or left to its mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from timeline.figure.lanes import MOST, OTHERS
from timeline.figure.sizes import FILE, Medium

if TYPE_CHECKING:
    from timeline.figure.picture import Picture

_NARROWEST: Final = 680.0  # pixels a sheet is laid out at when there is little on it, so that its type is large
_STEP: Final = 1.09
_TINIEST: Final = 4.0
_LANES: Final = (MOST, 8, 6, 5, 4, 3, 2)
_FEW: Final = 500  # events, of which room for a few more titles is looked for
_MORE: Final = (1, 2, 3, 5, 8)
_ROWS: Final = (10, 7, 5, 4, 3, 2, 1)
_MANY: Final = 1500  # events, of which the first way that fits is taken: all of them count nearly everything
_CROWDS: Final = (150.0, 90.0, 60.0, 46.0)
_CROWD: Final = 34.0
_UNLABELLED: Final = 0.7  # what a mark without its label weighs, beside one that is only counted
_GATHERED: Final = 0.8


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in pixels of a 96th of an inch; `densest` is how far its type may shrink: 1.25 makes 11.5 pixels 9.2.

    A `sharp` one is drawn at twice its size as an image, another pixel for pixel.
    """

    width: float
    height: float
    densest: float = 1.1
    sharp: bool = False


PAPERS: Final[dict[str, Paper]] = {
    "slide": Paper(1280, 720, 1.25, sharp=True),
    "a4": Paper(1123, 794, 1.3, sharp=True),
    "a4-portrait": Paper(794, 1123, 1.3, sharp=True),
    "wide": Paper(1920, 820, 1.25, sharp=True),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to lay out a sheet: pixels of layout a pixel of paper, the most lanes, how text is treated.

    A `whole` one prints every label; `extra` are the sub-rows that a lane may have beyond the others, by its key.
    """

    scale: float
    lanes: int
    medium: Medium
    whole: bool = False
    extra: Mapping[str, int] = field(default_factory=dict)


Lay = Callable[[Way], "Picture | None"]


def fit(paper: Paper, lay: Lay) -> Picture:
    """The picture that loses least; `lay` gives None for a way that cannot fit for certain, else perhaps too tall a one."""
    whole = (picture for way in _whole(paper) if (picture := lay(way)) and _fits(picture, way, paper))
    found = next(whole, None) or _filled(paper, lay)
    scale = paper.densest
    while found is None:
        # A small sheet, or a long title: type that needs a glass loses less than a cut.
        scale *= _STEP
        way = Way(scale, _LANES[-1], _dense(_ROWS[-1]))
        picture = lay(way)
        found = picture if picture and (_fits(picture, way, paper) or scale > _TINIEST) else None
    return replace(found, paper=paper)


def _fits(picture: Picture, way: Way, paper: Paper) -> bool:
    return picture.height <= paper.height * way.scale + 0.5


def _whole(paper: Paper) -> Iterator[Way]:
    scale = min(1.0, _NARROWEST / paper.width)
    while scale < paper.densest:
        yield Way(scale, MOST, FILE, whole=True)
        scale *= _STEP
    yield Way(paper.densest, MOST, _dense(FILE.most_rows), whole=True)


def _filled(paper: Paper, lay: Lay) -> Picture | None:
    """The denser picture that loses least, its lanes with sub-rows for more titles as long as there is paper below them."""
    found = min(_denser(paper, lay), key=lambda one: _loss(one[0]), default=None)
    if found is None or found[0].events > _FEW:
        return found and found[0]
    picture, way = found
    for key in sorted(_silent(picture), key=lambda key: -_silent(picture)[key]):
        for more in _MORE:
            wider = replace(way, extra={**way.extra, key: more})
            tried = lay(wider)
            if not tried or not _fits(tried, wider, paper):
                break
            if _loss(tried) < _loss(picture):
                picture, way = tried, wider
    return picture


def _silent(picture: Picture) -> Counter[str]:
    """How many marks of each lane have no title, by its key."""
    titled = {
        (label.event, lane.key) for lane in picture.lanes for label in picture.labels if lane.top <= label.y < lane.bottom
    }
    return Counter(mark.lane for mark in picture.marks if (mark.event, mark.lane) not in titled)


def _denser(paper: Paper, lay: Lay) -> Iterator[tuple[Picture, Way]]:
    """For each number of lanes the picture with the most sub-rows, and then the highest bars, that fits."""
    for lanes in _LANES:
        for rows in _ROWS:
            way = Way(paper.densest, lanes, _dense(rows))
            picture = lay(way)
            if picture and _fits(picture, way, paper):
                yield _with_high_bars(picture, way, paper, lay), way
                if picture.events > _MANY:
                    return
                break
            if picture is None or picture.grouped == picture.events:
                break


def _with_high_bars(picture: Picture, way: Way, paper: Paper, lay: Lay) -> Picture:
    """The same with bars as high as there is room for."""
    if picture.grouped:
        for crowd in _CROWDS:
            higher = lay(replace(way, medium=replace(way.medium, crowd=crowd)))
            if higher and _fits(higher, way, paper):
                return higher
    return picture


def _dense(most_rows: int) -> Medium:
    return replace(FILE, label_size=11.0, label_room=420, row=19, most_rows=most_rows, crowd=_CROWD)


def _loss(picture: Picture) -> float:
    """How much of its events a picture does not tell: those only counted, those without a label, those of no lane's own."""
    marked = {mark.event for mark in picture.marks}
    silent = len(marked - {label.event for label in picture.labels})
    here = {lane.key: lane.shown for lane in picture.lanes}
    return (picture.grouped + _UNLABELLED * silent + _GATHERED * here.get(OTHERS, 0)) / max(1, picture.events)
