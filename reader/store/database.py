"""Open the library's SQLite file: one connection a thread, writes one after the other."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryBusy, LibraryUnreadable, ReaderError
from reader.store.schema import migrate, refuse_foreign

BUSY_SECONDS = 10.0
BUSY_PAUSE = 0.05  # seconds between two tries to open a library that others hold

_HELD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# What comes from the disk or another program; any other error is a bug of ours.
_OUTSIDE = {
    *_HELD, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOLFS,
}  # fmt: skip


class Database:
    """The file library.db; `reading()` and `writing()` hand out connections."""

    def __init__(self, path: Path, backups: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.RLock()
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._connecting = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_lost(path, backups)
            self._open_when_free(backups)
        except (sqlite3.Error, OSError) as error:
            self.close()
            if _is_held(error):
                raise LibraryBusy(f"The library could not be opened: {_why(error)}.") from error
            raise LibraryUnreadable(_cannot_open(path, error)) from error
        except ReaderError:
            self.close()
            raise

    def reading(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    def name(self) -> str:
        """What tells this library from every other."""
        row = self.reading().execute("SELECT id FROM library").fetchone()
        return str(row[0]) if row else ""

    def file_mark(self) -> str:
        """What tells its file from one that was put in its place; "" where it was taken away."""
        try:
            about = self.path.stat()
        except OSError:
            return ""
        return f"{about.st_dev:x} {about.st_ino:x}"

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or none; LibraryBusy if another program writes.

        What is written within another writing belongs to that one's transaction.
        """
        with self._lock:
            connection = self.reading()
            if connection.in_transaction:
                yield connection
                return
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except sqlite3.OperationalError as error:
                _roll_back(connection)
                if _primary_code(error) not in _OUTSIDE:
                    raise
                raise LibraryBusy(f"The library could not be written: {_why(error)}.") from error
            except BaseException:
                _roll_back(connection)
                raise

    def close(self) -> None:
        with self._lock, self._connecting:
            for connection in self._open.values():
                connection.close()
            self._open.clear()
            self._local = threading.local()

    def _open_when_free(self, backups: Path) -> None:
        """SQLite waits for others by itself, but not while one makes or clears away its log."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self._open_file(backups)
            except sqlite3.Error as error:
                if not _is_held(error) or time.monotonic() > until:
                    raise
                time.sleep(BUSY_PAUSE)
            else:
                return

    def _open_file(self, backups: Path) -> None:
        connection = self.reading()
        # Not a byte may be written before this is known.
        refuse_foreign(connection, self.path)
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection, backups)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        with self._connecting:
            # The index is kept up in a thread of its own in each import, of which there are many.
            for thread in [one for one in self._open if not one.is_alive()]:
                self._open.pop(thread).close()
            self._open[threading.current_thread()] = connection
        connection.row_factory = sqlite3.Row
        # NORMAL may lose the last commits when the power fails; what the reader wrote may not.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection


def _refuse_lost(path: Path, backups: Path) -> None:
    """An empty library beside originals is one that lost its tables, and no new one."""
    if path.exists() and path.stat().st_size:
        return
    copies = sorted(backups.glob("library-*.db"))
    originals = path.parent / "originals"
    if not copies and not (originals.is_dir() and any(originals.iterdir())):
        return
    mend = f"Put its last copy, {copies[-1]}, in its place" if copies else "Bring it back"
    raise LibraryUnreadable(
        f"The library in {path.parent} has lost its {path.name}; nothing was changed. "
        f"{mend}, or move the folder away to begin a new library."
    )


def _cannot_open(path: Path, error: Exception) -> str:
    told = f"The library {path} cannot be opened: {error}."
    folder = path.parent
    # SQLite needs files beside the library even to read it, and says only that it is unable.
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return f"{told} {folder} may not be written; allow that, or copy the folder elsewhere."
    return told


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # SQLite itself has rolled back where the disk is full
        connection.execute("ROLLBACK")


def _primary_code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_held(error: Exception) -> bool:
    return _primary_code(error) in _HELD


def _why(error: Exception) -> str:
    if _is_held(error):
        return "another program is writing it just now. Please try again in a moment"
    return str(error)
