"""The tables of a kept chronology, and the marks by which a file is known to be one."""

from __future__ import annotations

from typing import Final

from timeline.chronology.store.words import TOKENIZER

# "tmln": SQLite keeps it in the header, so that `file` and other programs can tell what the file is.
APPLICATION: Final = 0x746D6C6E
VERSION: Final = 5

_TRACES: Final = """
CREATE TABLE traces (stem TEXT NOT NULL, wide INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    mention INTEGER NOT NULL, PRIMARY KEY (stem, wide, start, end, mention)) WITHOUT ROWID;
CREATE TABLE worn (stem TEXT NOT NULL, wide INTEGER NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (stem, wide, day))
    WITHOUT ROWID;
"""
_LOG: Final = """
CREATE TABLE corrections (number INTEGER PRIMARY KEY, step INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
    state TEXT NOT NULL, body TEXT NOT NULL, passages TEXT NOT NULL);
CREATE INDEX mentions_of_document ON mentions (document);
"""
# What large files are opened by: the events as columns, and which of them have changed since these were written.
_COLUMNS: Final = """
CREATE TABLE columns (name TEXT PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE changed (event TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER mention_comes AFTER INSERT ON mentions WHEN NEW.event <> '' BEGIN
    INSERT OR IGNORE INTO changed VALUES (NEW.event); END;
CREATE TRIGGER mention_moves AFTER UPDATE OF event ON mentions BEGIN
    INSERT OR IGNORE INTO changed VALUES (OLD.event), (NEW.event); END;
CREATE TRIGGER mention_goes AFTER DELETE ON mentions WHEN OLD.event <> '' BEGIN
    INSERT OR IGNORE INTO changed VALUES (OLD.event); END;
"""
# From each form to the next one.
UPGRADES: Final = {
    1: f"""
ALTER TABLE traces RENAME TO traces_before;
{_TRACES}
INSERT INTO traces SELECT stem, wide, start, end, mention FROM traces_before;
DROP TABLE traces_before;
PRAGMA user_version = 2;
""",
    2: f"""
{_LOG}
ALTER TABLE documents ADD COLUMN story TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
""",
    3: """
ALTER TABLE documents ADD COLUMN stated TEXT;
PRAGMA user_version = 4;
""",
    4: f"""
{_COLUMNS}PRAGMA user_version = 5;
""",
}

# `stated` is the day a document was known to be written on before a user gave it another; NULL while nobody did.
# Mentions are numbered for the word index, which knows numbers alone. `start` and `end` of mentions and traces are moments.
TABLES: Final = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, written TEXT, publisher TEXT, dates TEXT NOT NULL,
    story TEXT NOT NULL DEFAULT '', stated TEXT
);
CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL, part_of TEXT)
    WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER, end INTEGER, disputed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE mentions (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents (id),
    event TEXT NOT NULL, wording TEXT NOT NULL, twin TEXT NOT NULL,
    body TEXT NOT NULL, imprint TEXT NOT NULL
);
CREATE INDEX mentions_of_event ON mentions (event);
CREATE INDEX mentions_of_twin ON mentions (twin);
{_TRACES}CREATE TABLE bonds (one TEXT NOT NULL, other TEXT NOT NULL, tie INTEGER NOT NULL, strength REAL NOT NULL,
    PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX bonds_back ON bonds (other);
{_LOG}{_COLUMNS}CREATE VIRTUAL TABLE words USING fts5(title, passage, content = '', tokenize = '{TOKENIZER}');
INSERT INTO meta VALUES ('revision', 0), ('title', '');
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""
