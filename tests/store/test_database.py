"""One writes at a time, all of it or nothing, and who must wait too long is told so."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryBusy, LibraryUnreadable
from reader.library.library import Library
from reader.store import database as databases
from reader.store.database import Database
from reader.store.schema import copy_library, migrate


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "library.db", tmp_path / "backups")


def numbers(database: Database) -> list[int]:
    return [row[0] for row in database.reading().execute("SELECT number FROM unindexed")]


def put(db: sqlite3.Connection, number: int) -> None:
    db.execute("INSERT INTO unindexed (number) VALUES (?)", (number,))


def put_many(db: sqlite3.Connection, many: int) -> None:
    for number in range(many):
        put(db, number)


def put_and_fail(db: sqlite3.Connection, number: int) -> None:
    put(db, number)
    raise KeyError


def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    with pytest.raises(KeyError), database.writing() as db:
        put_and_fail(db, 1)
    assert numbers(database) == []
    with database.writing() as db:
        put(db, 2)
    assert numbers(database) == [2]


def test_a_thread_that_ended_leaves_no_connection_open(database: Database) -> None:
    connections: list[sqlite3.Connection] = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: connections.append(database.reading()))
        thread.start()
        thread.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connections[0].execute("SELECT 1")
    assert numbers(database) == []


def test_threads_that_write_at_once_all_get_their_turn(database: Database) -> None:
    def write(number: int) -> None:
        for each in range(20):
            with database.writing() as db:
                put(db, number * 100 + each)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers(database)) == 80


def test_reading_does_not_wait_for_writing(database: Database) -> None:
    seen = []
    with database.writing() as db:
        put(db, 1)
        reader = threading.Thread(target=lambda: seen.append(numbers(database)))
        reader.start()
        reader.join(5)
    assert seen == [[]]
    assert numbers(database) == [1]


def test_a_library_that_another_program_holds_is_said_to_be_busy(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.1)
    other = Library(library.folder)
    with closing(sqlite3.connect(library.folder / "library.db")) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy) as told:
            other.note("any", "Ask Ada.")
    assert str(told.value) == (
        "The library could not be written: another program is writing it just now. Please try "
        "again in a moment."
    )
    other.close()


def test_a_library_that_is_held_while_it_opens_is_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(tmp_path / "library.db")) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryBusy):
            Database(tmp_path / "library.db", tmp_path / "backups")


def test_a_full_disk_is_told_of_as_such(database: Database) -> None:
    database.reading().execute("PRAGMA max_page_count = 1")
    with pytest.raises(LibraryBusy, match="disk is full"), database.writing() as db:
        put_many(db, 200_000)
    assert numbers(database) == []
    database.reading().execute("PRAGMA max_page_count = 1000000")
    with database.writing() as db:
        put(db, 1)
    assert numbers(database) == [1]


def test_closing_twice_does_no_harm(database: Database) -> None:
    database.close()
    database.close()


@pytest.mark.parametrize("is_emptied", [True, False])
def test_a_library_that_lost_its_tables_is_not_begun_anew(tmp_path: Path, is_emptied: bool) -> None:
    database = Database(tmp_path / "library.db", tmp_path / "backups")
    copy = copy_library(database.reading(), tmp_path / "backups")
    database.close()
    for file in tmp_path.glob("library.db*"):
        file.unlink()
    if is_emptied:
        (tmp_path / "library.db").touch()
    with pytest.raises(LibraryUnreadable, match=f"has lost its library.db.*{copy.name}"):
        Database(tmp_path / "library.db", tmp_path / "backups")
    assert not is_emptied or (tmp_path / "library.db").stat().st_size == 0


def test_originals_without_tables_are_no_new_library(tmp_path: Path) -> None:
    (tmp_path / "originals" / "ab").mkdir(parents=True)
    with pytest.raises(LibraryUnreadable, match=r"has lost its library\.db"):
        Database(tmp_path / "library.db", tmp_path / "backups")
    assert not (tmp_path / "library.db").exists()


def test_a_folder_that_may_not_be_written_is_named_with_what_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.db").mkdir()  # which SQLite is "unable to open", as one it may not write
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(LibraryUnreadable, match="may not be written; allow that"):
        Database(tmp_path / "library.db", tmp_path / "backups")


def test_a_library_that_is_held_for_a_moment_is_opened_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who clears away its log holds the file so that SQLite tells others at once, and not later."""
    held = [True, True]

    def migrate_when_free(db: sqlite3.Connection, backups: Path) -> None:
        if held:
            held.pop()
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error
        migrate(db, backups)

    monkeypatch.setattr(databases, "migrate", migrate_when_free)
    database = Database(tmp_path / "library.db", tmp_path / "backups")
    assert not held
    assert database.reading().execute("SELECT COUNT(*) FROM clippings").fetchone()[0] == 0
    database.close()
