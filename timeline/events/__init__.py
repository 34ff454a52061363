"""Resolved dates to mentions: who did what, to whom, and where the text says so.

    runs -> units -> names -> people = actors_in          clauses -> kinds, roles, titles, implied = mentions

Rules, gazetteers and the document's own evidence, no model: nothing is downloaded, every decision can be read. The data in
`data/actors` and `data/events` are words; what they mean is here.
"""

from timeline.events.actors import actors_in
from timeline.events.telling import Telling, mentions_in, told_in

__all__ = ["Telling", "actors_in", "mentions_in", "told_in"]
