"""A file of actors, read by its suffix."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import ActorsError
from timeline.events.roster.petrarch import read_dictionary
from timeline.events.roster.roster import Roster, known_key
from timeline.events.roster.tables import read_csv, read_toml


def read_roster(path: Path | str) -> Roster:
    """The actors of a TOML or CSV file or a CAMEO/PETRARCH actor dictionary; ActorsError says what is wrong and where."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ActorsError(f"{path}: {error.strerror}; --actors takes a .toml, a .csv or a CAMEO actor dictionary") from error
    except UnicodeDecodeError as error:
        raise ActorsError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    read = {".toml": read_toml, ".csv": read_csv}.get(path.suffix.lower(), read_dictionary)
    actors = read(text, str(path))
    if not actors:
        raise ActorsError(f"{path}: no actors in it; see the README for the form of such a file")
    names = {one.name for one in actors}
    for one in actors:
        if one.part_of and one.part_of not in names and not known_key(one.part_of):
            raise ActorsError(
                f"{path}: {one.name!r} is part of {one.part_of!r}, which is neither in the file nor a known state or body; "
                "add it as an actor"
            )
    return Roster.of(actors)
