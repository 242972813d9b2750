"""Open the library's SQLite file: one connection a thread, writes one after the other."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryBusy, LibraryUnreadable
from reader.store.schema import migrate

BUSY_SECONDS = 10.0


class Database:
    """The file library.db; `reading()` and `writing()` hand out connections."""

    def __init__(self, path: Path, backups: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.RLock()
        self._open: list[sqlite3.Connection] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            migrate(self.reading(), path, backups)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise LibraryUnreadable(f"The library {path} cannot be opened: {error}.") from error
        except LibraryUnreadable:
            self.close()
            raise

    def reading(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or none; LibraryBusy if another program writes."""
        with self._lock:
            connection = self.reading()
            try:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                except BaseException:
                    connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")
            except sqlite3.OperationalError as error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise LibraryBusy(f"The library could not be written: {error}.") from error

    def close(self) -> None:
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
            self._local = threading.local()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._open.append(connection)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        # NORMAL may lose the last commits when the power fails; what the reader wrote may not.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection
