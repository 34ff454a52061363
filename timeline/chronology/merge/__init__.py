"""Mentions into events: the same happening, told in several passages or by several sources, is one event.

    mention -> Imprint -> bonds with likely others -> groups -> Event

Why in these steps: an imprint and a bond depend on one and on two mentions alone, and groups are made of whole components of
bonds, so any order of adding documents gives the same events, and adding one costs about what its own mentions cost.
Why stories before sentences: less likeness will do between documents that tell of the same people and places; whether two
do is asked when groups are made, because a copied sentence stands in documents of several stories.
"""

from timeline.chronology.merge.bonds import CONTESTED_DAYS, FINE, Bond, Tie, bond, likely
from timeline.chronology.merge.copies import Teller, independent, wording_of
from timeline.chronology.merge.event import event_of
from timeline.chronology.merge.groups import group
from timeline.chronology.merge.imprint import Imprint, Page

__all__ = [
    "CONTESTED_DAYS",
    "FINE",
    "Bond",
    "Imprint",
    "Page",
    "Teller",
    "Tie",
    "bond",
    "event_of",
    "group",
    "independent",
    "likely",
    "wording_of",
]
