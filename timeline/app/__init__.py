"""The page: a chronology in the browser, every mark leading back to its passage.

Why it is built so: the address after the `?` is the whole state (`address`), and the browser alone writes it. A control is
a link to another address; where a drawing, a key or a box must be listened to, the page's script asks where that leads
(`asking`, `moves`) and goes there. What is shown is a pure function of the chronology and the address (`view`, of `header`,
`facets`, `stage`, `listing`, `reader`): data in, components out, handed to the browser as plain data (`pane`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.app.page import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    # The shell reads the page's addresses (`address`, `taken`); to load the page for that would cost it a second.
    if name != "create_app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline.app.page import create_app

    return create_app
