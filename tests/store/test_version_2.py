"""A library that the second version wrote learns of addresses and likeness as it opens."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pages_made import STORY

from reader.store.database import Database
from reader.store.schema import STEPS, add_corrections, create_tables
from reader.store.versions import Versions

TEXT = "\n\n".join(STORY)
ADDRESS = "https://www.marrow.example/lamp/?utm_source=letter"


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        create_tables(db)
        add_corrections(db)
        for number, address in ((7, ADDRESS), (8, ""), (9, "https://marrow.example/")):
            _fill(db, number, address)
        db.execute("INSERT INTO tags VALUES (7, 'lamps')")
        db.execute("INSERT INTO corrections VALUES (7, 'b1', 'drop', '', 0, '<p>x</p>')")
        db.execute("PRAGMA user_version = 2")
    return tmp_path


def _fill(db: sqlite3.Connection, number: int, address: str) -> None:
    texts = ("title", "standfirst", "byline", "agency", "source", "section", "published", "updated",
             "language", "dateline", "opening", "picture", "sort_date", "saved_at")  # fmt: skip
    row: dict[str, object] = dict.fromkeys(texts, "") | {
        "number": number, "id": f"lamp-{number}", "original": f"{number:064}",
        "file_name": "lamp.html", "added_at": "2026-01-02T03:04:05Z", "people": "[]",
        "topics": "[]", "completeness": "whole", "words": 99, "note": "Ask Ada.",
        "address": address,
    }  # fmt: skip
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO clippings ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (number, f"<p>{TEXT}</p>", TEXT))


def test_a_page_is_known_by_its_address_afterwards(old_library: Path) -> None:
    database = Database(old_library / "library.db", old_library / "backups")
    [found] = Versions(database).with_address("marrow.example/lamp")
    assert (found.id, found.text) == ("lamp-7", TEXT)
    keys = database.reading().execute("SELECT address_key FROM clippings ORDER BY number")
    assert [row[0] for row in keys] == ["marrow.example/lamp", "", ""]
    database.close()


def test_what_its_texts_say_is_known_afterwards(old_library: Path) -> None:
    database = Database(old_library / "library.db", old_library / "backups")
    many = database.reading().execute("SELECT number, COUNT(*) FROM sketches GROUP BY number")
    assert [tuple(row) for row in many] == [(7, 16), (8, 16), (9, 16)]
    database.close()


def test_all_else_is_as_it_was_and_a_copy_was_made(old_library: Path) -> None:
    database = Database(old_library / "library.db", old_library / "backups")
    db = database.reading()
    assert db.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
    assert {row["note"] for row in db.execute("SELECT note FROM clippings")} == {"Ask Ada."}
    assert db.execute("SELECT tag FROM tags").fetchone()["tag"] == "lamps"
    assert db.execute("SELECT wish FROM corrections").fetchone()["wish"] == "drop"
    database.close()
    [copy] = (old_library / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (2,)
