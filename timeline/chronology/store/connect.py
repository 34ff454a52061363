"""Opening the file of a chronology, and saying plainly when it cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from timeline.chronology.store.schema import APPLICATION, TABLES, UPGRADES, VERSION
from timeline.errors import StoreError

MEMORY: Final = ":memory:"
_PATIENCE: Final = 15.0


def connect(path: str, *, create: bool = False) -> sqlite3.Connection:
    """A connection to a kept chronology; StoreError says what stands in the way and what to do."""
    if path == MEMORY:
        connection = sqlite3.connect(MEMORY, isolation_level=None, check_same_thread=False)
        connection.executescript(TABLES)
        return connection
    _check_path(Path(path), create)
    new = not Path(path).exists() or Path(path).stat().st_size == 0
    writable = new or _writable(Path(path))
    with explained(path):
        connection = sqlite3.connect(
            _address(path, writable), uri=True, isolation_level=None, check_same_thread=False, timeout=_PATIENCE
        )
        try:
            # With the log of WAL beside it, the file stays whole whatever happens; only the last addition may be lost.
            connection.execute("PRAGMA synchronous = NORMAL")
            if new or (writable and _is_empty(connection)):
                connection.execute("PRAGMA journal_mode = WAL")
                _run(connection, TABLES, 0)
            version = _version(connection, path)
            if writable:
                for before in range(version, VERSION):
                    _run(connection, UPGRADES[before], before)
        except BaseException:
            connection.close()
            raise
    return connection


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _address(path: str, writable: bool) -> str:
    """The path as a URI; a file in a folder we may not write in is read as it stands, since WAL would write beside it."""
    address = Path(path).absolute().as_uri()
    return address if writable else f"{address}?mode=ro&immutable=1"


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name the file of a chronology, such as {path / 'war.chronology'}")
    if path.exists():
        if not os.access(path, os.R_OK):
            raise StoreError(f"{path} may not be read; change its permissions")
        return
    if not create:
        raise StoreError(f"{path}: no such chronology; make one with `timeline add {path} TEXTS`")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.absolute().parent}; make it first")
    if not os.access(path.absolute().parent, os.W_OK):
        raise StoreError(f"{path} cannot be made: the folder {path.absolute().parent} may not be written in; choose another")


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing is in a file yet: another program is just about to make the tables."""
    return int(connection.execute("PRAGMA schema_version").fetchone()[0]) == 0


def _run(connection: sqlite3.Connection, script: str, version: int) -> None:
    """Make or upgrade the tables of a file in this version, unless another program has just done so."""
    connection.execute("BEGIN EXCLUSIVE")
    if connection.execute("PRAGMA user_version").fetchone()[0] == version:
        for statement in _statements(script):
            connection.execute(statement)
    connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """A script cut where its statements end, which is not within those of a trigger."""
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _version(connection: sqlite3.Connection, path: str) -> int:
    """The form of the file; StoreError when it is not one to be read here."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise StoreError(f"{path} is a database, but not a chronology; name a file made with `timeline add`")
    if version > VERSION:
        raise StoreError(
            f"{path} was made by a newer timeline (its form is {version}, this one reads up to {VERSION}); update timeline"
        )
    return int(version)


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        if "not a database" in said or "malformed" in said:
            raise StoreError(f"{path} is not a chronology, or is damaged; name a file made with `timeline add`") from error
        if "locked" in said or "busy" in said:
            raise StoreError(f"{path} is being written by another program; wait for it to end and try again") from error
        if "readonly" in said:
            raise StoreError(f"{path} may not be written; change its permissions, or add to a copy of it") from error
        if "full" in said:
            raise StoreError(f"{path} cannot be written: {said}; make room on the disk and try again") from error
        raise StoreError(f"{path} cannot be used: {said}; check the file and its folder") from error
