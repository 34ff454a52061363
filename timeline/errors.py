"""What can go wrong, as one tree.

    TimelineError
    ├── ReadError       a source could not be read as a text
    ├── LanguageError   no language file for a language
    ├── DateError       words or EDTF that give no date, where one was asked for
    ├── QueryError      a filter that cannot be understood
    ├── ActorsError     a file of the user's own actors, or a recogniser, that cannot be used
    ├── StoreError      a chronology file that is missing, locked or not one
    ├── ExportError     a suffix without an exporter, a file that cannot be written
    └── ServeError      a port in use, an address that cannot be bound

Every message names the thing, says what is possible, and how to go on; it is one line and needs no traceback.
"""

from __future__ import annotations


class TimelineError(Exception):
    """The base of all errors a user can mend; `str(error)` is the whole message."""


class ReadError(TimelineError):
    """A source could not be read as a text."""


class LanguageError(TimelineError):
    """There is no language file for a language."""


class DateError(TimelineError):
    """Words or EDTF that give no date, where one was asked for."""


class QueryError(TimelineError):
    """A filter that cannot be understood."""


class ActorsError(TimelineError):
    """A file of the user's own actors, or a recogniser, that cannot be used."""


class StoreError(TimelineError):
    """A chronology file that is missing, locked or not one."""


class ExportError(TimelineError):
    """A suffix without an exporter, or a file that cannot be written."""


class ServeError(TimelineError):
    """A port in use, or an address that cannot be bound."""
