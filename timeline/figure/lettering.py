"""How wide text is, where it breaks, and what of it can be printed: no font is opened to lay out a picture.

The widths are those of DejaVu Sans, which the files are set in and which is wider than the sans of most systems: what
fits here fits on the page too.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final

# Advance widths of the printable ASCII characters, from space to tilde, in thousandths of the size.
_ASCII: Final = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
    634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD: Final = 1.13
_WIDE_EM: Final = 1000
_UPPER_EM: Final = 790
_LOWER_EM: Final = 680


def plain(text: str) -> str:
    """`text` on one line without what no file format can hold: control characters and halves of surrogate pairs."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)
    return " ".join(text.split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` stands, in the unit of `size`; rather too wide than too narrow."""
    return sum(map(_em, text)) * size / 1000 * (_BOLD if bold else 1)


def shorten(text: str, room: float, size: float) -> str:
    """`text` if it fits into `room`, else its beginning with an ellipsis, broken between words where that leaves enough."""
    ends = list(accumulate(map(_em, text)))
    if not ends or ends[-1] * size / 1000 <= room:
        return text
    fits = bisect_right(ends, (room - width("…", size)) * 1000 / size)
    kept = text[:fits]
    words = kept if text[fits : fits + 1].isspace() else kept.rpartition(" ")[0]
    return (words if len(words) * 2 > len(kept) else kept).rstrip(" ,;:–-") + "…"


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines no wider than `room`; a word wider than the room is broken, nothing is left out."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, room, size, bold):
            joined = f"{line} {piece}" if line else piece
            if line and width(joined, size, bold=bold) > room:
                lines.append(line)
                line = piece
            else:
                line = joined
    return (*lines, line) if line or not lines else tuple(lines)


def balance(text: str, room: float, size: float) -> tuple[str, ...]:
    """`text` wrapped like `wrap`, but with lines of about one length: no word stands alone below a full line."""
    lines = wrap(text, room, size)
    if len(lines) == 1:
        return lines
    narrow, wide = room / 2, room
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        if len(wrap(text, middle, size)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return wrap(text, wide, size)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


@lru_cache(maxsize=4096)
def _em(sign: str) -> int:
    code = ord(sign)
    if 32 <= code < 127:
        return _ASCII[code - 32]
    base = unicodedata.normalize("NFD", sign)[0]
    if 32 <= ord(base) < 127:
        return _ASCII[ord(base) - 32]
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    if unicodedata.east_asian_width(sign) in "WF" or sign in "…—ЖШЩЮЫФжшщюыфмωΩ":
        return _WIDE_EM
    return _UPPER_EM if unicodedata.category(sign) == "Lu" else _LOWER_EM
