"""The tables of library.db, and the numbered steps between their versions."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LibraryUnreadable, ReaderError
from reader.store.address_key import address_key
from reader.store.fetched import add_fetched
from reader.store.finding_tables import add_finding
from reader.store.sketch import shingles, sketch_of

Step = Callable[[sqlite3.Connection], None]


def create_tables(db: sqlite3.Connection) -> None:
    for statement in _TABLES:
        db.execute(statement)


def add_corrections(db: sqlite3.Connection) -> None:
    """Let the reader correct what was cleaned, and clippings be cleaned again."""
    for statement in _CORRECTING:
        db.execute(statement)


def add_coming_in(db: sqlite3.Connection) -> None:
    """Tell pages by their addresses and texts, and keep several of one article."""
    for statement in _COMING_IN:
        db.execute(statement)
    for number, address in db.execute("SELECT number, address FROM clippings").fetchall():
        key = address_key(address)
        db.execute("UPDATE clippings SET address_key = ? WHERE number = ?", (key, number))
    numbers = db.execute("SELECT number FROM clippings").fetchall()
    for (number,) in numbers:  # one by one: all texts together may be more than memory holds
        text = db.execute("SELECT text FROM bodies WHERE number = ?", (number,)).fetchone()
        hashes = [(one, number) for one in sketch_of(shingles(text[0] if text else ""))]
        db.executemany("INSERT INTO sketches VALUES (?, ?)", hashes)


# How many of these have run is the version of a library (PRAGMA user_version).
STEPS: list[Step] = [create_tables, add_corrections, add_coming_in, add_finding, add_fetched]

_TABLES = (
    """CREATE TABLE clippings (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        original TEXT NOT NULL UNIQUE,  -- SHA-256 of the file as it came
        file_name TEXT NOT NULL,
        added_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        title TEXT NOT NULL,
        standfirst TEXT NOT NULL,
        byline TEXT NOT NULL,
        people TEXT NOT NULL,           -- JSON list
        agency TEXT NOT NULL,
        source TEXT NOT NULL,
        section TEXT NOT NULL,
        published TEXT NOT NULL,
        updated TEXT NOT NULL,
        language TEXT NOT NULL,
        dateline TEXT NOT NULL,
        topics TEXT NOT NULL,           -- JSON list
        address TEXT NOT NULL,
        completeness TEXT NOT NULL,
        words INTEGER NOT NULL,
        opening TEXT NOT NULL,          -- the first words, for the list
        picture TEXT NOT NULL,          -- SHA-256 of the picture the list shows
        sort_date TEXT NOT NULL,        -- the story's date in UTC, else when it was saved
        is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0,
        is_archived INTEGER NOT NULL DEFAULT 0,
        is_trashed INTEGER NOT NULL DEFAULT 0,
        position REAL NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX clippings_by_date ON clippings (is_trashed, sort_date)",
    "CREATE INDEX clippings_by_source ON clippings (source, is_trashed)",
    """CREATE TABLE bodies (
        number INTEGER PRIMARY KEY REFERENCES clippings ON DELETE CASCADE,
        html TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE pictures (
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        place INTEGER NOT NULL,
        address TEXT NOT NULL,
        sha256 TEXT NOT NULL,           -- '' where the page did not carry it
        media_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        caption TEXT NOT NULL,
        credit TEXT NOT NULL,
        description TEXT NOT NULL,
        PRIMARY KEY (number, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tags (
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (number, tag)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tags_by_name ON tags (tag, number)",
    """CREATE TABLE highlights (
        id TEXT PRIMARY KEY,
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        colour TEXT NOT NULL,
        note TEXT NOT NULL,
        marked_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX highlights_by_clipping ON highlights (number)",
    # What the index does not know yet. Filled in the same transaction as the change itself, so
    # that no crash can part the two; a later change of the same clipping gets a new stamp.
    """CREATE TABLE unindexed (
        stamp INTEGER PRIMARY KEY AUTOINCREMENT,
        number INTEGER NOT NULL UNIQUE
    ) STRICT""",
)

_CORRECTING = (
    # The cleaner's version; 0 where it was not yet kept.
    "ALTER TABLE clippings ADD COLUMN engine INTEGER NOT NULL DEFAULT 0",
    # What told how complete the story is, in the page's own words.
    "ALTER TABLE clippings ADD COLUMN evidence TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE corrections (
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        block TEXT NOT NULL,
        wish TEXT NOT NULL,
        after TEXT NOT NULL,
        place INTEGER NOT NULL,
        html TEXT NOT NULL,             -- by which it is found when its words change
        PRIMARY KEY (number, block)
    ) STRICT, WITHOUT ROWID""",
    # Derived: the bodies that show otherwise than they were made, by the reader's corrections
    # or for what was learned of their sources.
    """CREATE TABLE shown (
        number INTEGER PRIMARY KEY REFERENCES clippings ON DELETE CASCADE,
        html TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    # Derived: the long blocks of each body, by which those that recur are told.
    """CREATE TABLE blocks (
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        block TEXT NOT NULL,
        PRIMARY KEY (number, block)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE learned (
        source TEXT NOT NULL,
        block TEXT NOT NULL,
        many INTEGER NOT NULL,          -- in so many clippings of the source
        PRIMARY KEY (source, block)
    ) STRICT, WITHOUT ROWID""",
    # What is still to be learned. Filled in the same transaction as the change itself, so that
    # no crash can part the two.
    """CREATE TABLE unlearned (
        number INTEGER PRIMARY KEY,
        is_known INTEGER NOT NULL       -- 0: its blocks are not known yet; 1: it must be remade
    ) STRICT""",
    "INSERT INTO unlearned SELECT number, 0 FROM clippings",
)

_COMING_IN = (
    # What is the same for all addresses of one page; '' where the page has none of its own.
    "ALTER TABLE clippings ADD COLUMN address_key TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX clippings_by_address ON clippings (address_key) WHERE address_key != ''",
    # All pages that were kept of a clipping of which there is more than one: the one that shows
    # (clippings.original), earlier and later ones, and links that came without their page.
    """CREATE TABLE versions (
        original TEXT PRIMARY KEY,      -- as in clippings
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        file_name TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        added_at TEXT NOT NULL,
        title TEXT NOT NULL,
        completeness TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX versions_by_clipping ON versions (number)",
    # Derived: by which texts that say nearly the same find each other.
    """CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        PRIMARY KEY (hash, number)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sketches_by_clipping ON sketches (number)",
    # Both ways round: clippings of different pages that tell the same in the same words.
    """CREATE TABLE alike (
        number INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES clippings ON DELETE CASCADE,
        PRIMARY KEY (number, other)
    ) STRICT, WITHOUT ROWID""",
    # Files that hold many pages, or another program's library, each once it was taken in whole.
    """CREATE TABLE imports (
        digest TEXT PRIMARY KEY,        -- of the file, which is kept as it came
        program TEXT NOT NULL,          -- '' where no other program wrote it
        file_name TEXT NOT NULL,
        taken_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)


def refuse_foreign(db: sqlite3.Connection, path: Path) -> None:
    """LibraryUnreadable, and nothing touched, where another program or a newer version wrote it."""
    # In one statement: another window may be making the tables at this very moment.
    version, tables = db.execute(
        "SELECT user_version, (SELECT COUNT(*) FROM sqlite_master) FROM pragma_user_version"
    ).fetchone()
    if version > len(STEPS):
        raise LibraryUnreadable(
            f"The library {path} was made by a newer version of Clippings; "
            "it was left as it is. Please update the program."
        )
    if tables and not version:
        raise LibraryUnreadable(f"{path} is not a library of Clippings; it was left as it is.")


def migrate(db: sqlite3.Connection, backups: Path) -> None:
    """Bring a library to this version in one transaction, after a copy of it was made."""
    version = _version(db)
    if version == len(STEPS):
        return
    if version:
        copy_library(db, backups)
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another window may have done the work while this one waited for its turn.
        for step in STEPS[_version(db) :]:
            step(db)
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def copy_library(db: sqlite3.Connection, backups: Path) -> Path:
    """A dated copy of the whole library as it stands now. ReaderError where it cannot be made."""
    try:
        return _copy(db, backups)
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(f"The library could not be copied to {backups}: {error}.") from error


def _copy(db: sqlite3.Connection, backups: Path) -> Path:
    backups.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%f")
    copy = backups / f"library-{stamp}.db"
    # Under another name until it is whole: half a copy would pass for the newest one.
    draft = copy.with_suffix(".draft")
    try:
        with closing(sqlite3.connect(draft)) as target:
            db.backup(target)
        draft.replace(copy)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return copy


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
