"""A library steps up from an older version, and one from a newer is left alone."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clippings_made import add_story

from reader.errors import LibraryUnreadable, ReaderError
from reader.library.library import Library
from reader.store import schema
from reader.store.database import Database


def run(path: Path, *statements: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            rows = db.execute(statement).fetchall()
        db.commit()
    return rows


def opened(folder: Path) -> Database:
    return Database(folder / "library.db", folder / "backups")


def add_mood(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE clippings ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def add_mood_and_fail(db: sqlite3.Connection) -> None:
    add_mood(db)
    db.execute("INSERT INTO nowhere VALUES (1)")


def test_a_new_library_has_the_version_of_the_steps_taken(tmp_path: Path) -> None:
    opened(tmp_path).close()
    assert run(tmp_path / "library.db", "PRAGMA user_version") == [(len(schema.STEPS),)]
    assert not (tmp_path / "backups").exists()


def test_an_older_library_steps_up_after_a_copy_of_it_was_made(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = add_story(library, tmp_path / "pages", "The lamp is lit again")
    library.note(id_, "Ask Ada.")
    library.close()
    monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, add_mood])
    opened(library.folder).close()
    path = library.folder / "library.db"
    assert run(path, "PRAGMA user_version") == [(len(schema.STEPS),)]
    assert run(path, "SELECT note, mood FROM clippings") == [("Ask Ada.", "calm")]
    [copy] = (library.folder / "backups").iterdir()
    assert run(copy, "PRAGMA user_version") == [(len(schema.STEPS) - 1,)]
    assert run(copy, "SELECT note FROM clippings") == [("Ask Ada.",)]


def test_a_step_that_fails_leaves_the_library_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, add_mood_and_fail])
    with pytest.raises(LibraryUnreadable):
        opened(library.folder)
    path = library.folder / "library.db"
    assert run(path, "PRAGMA user_version") == [(len(schema.STEPS) - 1,)]
    assert "mood" not in str(run(path, "SELECT sql FROM sqlite_master"))


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_library_of_a_newer_version_is_left_byte_for_byte(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "library.db"
    run(
        path,
        f"PRAGMA journal_mode = {mode}",
        "CREATE TABLE clippings (thought TEXT)",
        "INSERT INTO clippings VALUES ('kept')",
        f"PRAGMA user_version = {len(schema.STEPS) + 1}",
    )
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(LibraryUnreadable, match="newer version of Clippings"):
        opened(tmp_path)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]


def test_a_database_of_another_program_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    run(path, "CREATE TABLE books (title TEXT)", "INSERT INTO books VALUES ('kept')")
    before = path.read_bytes()
    with pytest.raises(LibraryUnreadable, match="not a library of Clippings"):
        opened(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"The lamp is lit again. " * 100, bytes(4096), b"SQLite format 3"]
)
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(LibraryUnreadable, match="cannot be opened"):
        opened(tmp_path)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnreadable, match="cannot be opened"):
        opened(tmp_path / "file" / "library")


def test_a_library_that_cannot_be_copied_does_not_step_up(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    before = run(library.folder / "library.db", "PRAGMA user_version")
    (library.folder / "backups").write_text("no folder")
    monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, add_mood])
    with pytest.raises(ReaderError, match="could not be copied"):
        opened(library.folder)
    assert run(library.folder / "library.db", "PRAGMA user_version") == before


def test_half_a_copy_is_not_left_behind(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ReaderError, match="No space left on device"):
        library.back_up()
    assert list((library.folder / "backups").iterdir()) == []


def test_a_copy_holds_what_was_written_a_moment_ago(tmp_path: Path) -> None:
    database = opened(tmp_path)
    with database.writing() as db:
        db.execute("INSERT INTO unindexed (number) VALUES (7)")
    copy = schema.copy_library(database.reading(), tmp_path / "backups")
    database.close()
    assert run(copy, "SELECT number FROM unindexed") == [(7,)]
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]
