"""The tables and triggers of finding: what changed, saved and recent searches."""

import sqlite3
from secrets import token_hex

# What the catalogue tells of a clipping (see store.catalogue).
_TOLD = (
    "published, saved_at, added_at, sort_date, is_read, is_starred, is_archived, is_trashed, words,"
    " completeness, source, section, agency, language, people, note"
)


def add_finding(db: sqlite3.Connection) -> None:
    """Tell readers of the catalogue what changed, and keep searches."""
    for statement in _TABLES:
        db.execute(statement)
    for name, event, row in _EVENTS:
        # What a trigger does on conflict is up to the statement that fired it: so no REPLACE.
        db.execute(
            f"CREATE TRIGGER touched_by_{name} AFTER {event} BEGIN"
            f" DELETE FROM touched WHERE number = {row}.number;"
            f" INSERT INTO touched (number) VALUES ({row}.number); END"
        )
    db.execute("INSERT INTO library VALUES (?)", (token_hex(16),))


_TABLES = (
    # Which clippings changed, the last one last, whichever program changed them.
    """CREATE TABLE touched (
        stamp INTEGER PRIMARY KEY AUTOINCREMENT,
        number INTEGER NOT NULL UNIQUE
    ) STRICT""",
    """CREATE TABLE saved_searches (
        id TEXT PRIMARY KEY,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        search TEXT NOT NULL            -- JSON
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE recent_searches (
        stamp INTEGER PRIMARY KEY AUTOINCREMENT,
        words TEXT NOT NULL UNIQUE
    ) STRICT""",
    # What tells this library from every other.
    "CREATE TABLE library (id TEXT NOT NULL) STRICT",
)

_EVENTS = (
    ("adding", "INSERT ON clippings", "NEW"),
    ("changing", f"UPDATE OF {_TOLD} ON clippings", "NEW"),
    ("removing", "DELETE ON clippings", "OLD"),
    ("tagging", "INSERT ON tags", "NEW"),
    ("untagging", "DELETE ON tags", "OLD"),
    ("marking", "INSERT ON highlights", "NEW"),
    ("unmarking", "DELETE ON highlights", "OLD"),
)
