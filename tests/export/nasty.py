"""An event told in words that are markup, a formula or a command in one form or another."""

from __future__ import annotations

from dataclasses import replace

from tests.figure.drawn import chronology, days, event
from timeline.chronology.chronology import Chronology
from timeline.model import Passage
from timeline.spans import Grain

NASTY = (
    "=cmd|' /C calc'!A0 </script><script>alert(1)</script> **bold** _it_ `code` [l](http://x.y) ![i](u) | # "
    "<img src=x onerror=alert(2)> &lt;b&gt; END:VEVENT, a; b\\n c www.evil.example {x} $y$ ~~z~~ [^1]: é战"
)
LINES = f"{NASTY}\r\nEND:VEVENT\nBEGIN:VEVENT\n# {NASTY}\n\n    code\n"


def nasty() -> Chronology:
    """One event on a day and one in a month, told in such words by someone so called."""
    told = [
        event(NASTY, days(4000, 4001), actors=(NASTY,)),
        event("In a month", days(4018, 4048, Grain.MONTH), actors=(NASTY,)),
    ]
    told = [
        replace(one, mentions=tuple(replace(m, passage=Passage("d1", 0, len(LINES))) for m in one.mentions)) for one in told
    ]
    made = chronology(told, title=NASTY, names=[NASTY])
    document = replace(made.documents["d1"], text=LINES, title=NASTY, publisher=NASTY, source=f"/home/ana/{NASTY}")
    return replace(made, documents={"d1": document})
