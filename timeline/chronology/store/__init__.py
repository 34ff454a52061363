"""Where a chronology is kept: one SQLite file. The only place that knows SQL.

Why SQLite: nothing to install, readers and a writer together (WAL), a full-text index, one file to copy. Why mentions and
not events are the rows that count: a mention never changes, while events are regrouped as documents come in.
"""

from timeline.chronology.store.memory import MemoryShelf
from timeline.chronology.store.store import LOCAL, Counts, Store
from timeline.chronology.store.words import marks

__all__ = ["LOCAL", "Counts", "MemoryShelf", "Store", "marks"]
