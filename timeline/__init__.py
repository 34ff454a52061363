"""timeline: text in, a dated, sourced, filterable chronology out.

    import timeline

    war = timeline.build("reports/")
    war.select(actor="Argentina", since="1982-05").export("argentina.png")

Names are looked up when first used, so that the filters start without loading pandas or Plotly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.api import Timeline, build, load

__all__ = ["Timeline", "build", "load"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from timeline import api

        return getattr(api, name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}; it has {', '.join(__all__)}")
