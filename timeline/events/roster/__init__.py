"""The user's own actors: names, aliases, kinds and dated roles, given in a file and read before the shipped gazetteer.

    .toml, .csv                  names of one's own          tables.py
    anything else                CAMEO and PETRARCH          petrarch.py

Read into one `Roster`; `names.py` finds its names in a text, and `roster.py` says what somebody was on a day.
"""

from timeline.events.roster.files import read_roster
from timeline.events.roster.roster import Held, Listed, Roster

__all__ = ["Held", "Listed", "Roster", "read_roster"]
