"""The page: a chronology in the browser, every mark leading back to its passage.

Why it is built so: the address after the `?` is the whole state (`address`). A control is a link to another address; where
a chart or a key must be listened to, a callback of a few lines answers with one. What is drawn is a pure function of the
chronology and the address (`header`, `facets`, `stage`, `listing`, `reader`): data in, components out.
"""

from __future__ import annotations

from timeline.app.page import create_app
from timeline.app.serve import serve

__all__ = ["create_app", "serve"]
