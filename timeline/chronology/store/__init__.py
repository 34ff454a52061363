"""Where a chronology is kept: one SQLite file. The only place that knows SQL."""

from timeline.chronology.store.memory import MemoryShelf

__all__ = ["MemoryShelf"]
