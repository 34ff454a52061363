"""Mentions become events, are kept, and are asked for.

    documents + mentions -> merge -> store (one SQLite file) -> Chronology (in memory) -> select(Query) -> Chronology

Why a file and a value: the file takes in documents one at a time, while pages read it; what is drawn, filtered and
exported is a frozen Chronology loaded from it, so that nobody sees half an addition. A selection is a Chronology again and
knows what it was selected from, so everything that takes the whole takes a part. A Query is a value with one text form;
what it may ask are rows of `filters.FILTERS`, evaluated on columns (`columns.py`), and words through the store's index.
What the user decides is a log beside all this, laid over the events when they are loaded (`corrections`); who told of what
first, how late, and by which date is asked of a chronology as it stands (`tellings`).
"""

from timeline.chronology.build import add_all, build
from timeline.chronology.chronology import Chronology
from timeline.chronology.facets import Count
from timeline.chronology.precision import Precision
from timeline.chronology.query import Match, Mode, Query
from timeline.chronology.store import Counts, Store, marks

__all__ = ["Chronology", "Count", "Counts", "Match", "Mode", "Precision", "Query", "Store", "add_all", "build", "marks"]
