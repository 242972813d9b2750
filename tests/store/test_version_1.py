"""A library that the first version wrote opens with all that the reader added to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pages_made import STORY, story_page

from reader.articles.quote import Quote
from reader.clipping import Additions, Colour, Highlight, Search
from reader.library.library import Library
from reader.store.schema import create_tables

TEXT = "\n\n".join(STORY)
ADDED = Additions(
    is_read=True,
    is_starred=True,
    is_archived=True,
    tags=("lamps", "sea/north"),
    note="Ask Ada.\n\nTwice.",
    highlights=(
        Highlight(
            "mark-1", Quote("the brass", "kept ", " polished", 198, 207), Colour.ROSE, "Why?"
        ),
    ),
)


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db", isolation_level=None)) as db:
        create_tables(db)
        _fill(db)
        db.execute("PRAGMA user_version = 1")
    return folder


def _fill(db: sqlite3.Connection) -> None:
    html = "\n".join(f"<p>{one}</p>" for one in STORY)
    texts = ("title", "standfirst", "byline", "agency", "source", "section", "published", "updated",
             "language", "dateline", "address", "opening", "picture", "sort_date")  # fmt: skip
    row: dict[str, object] = dict.fromkeys(texts, "") | {
        "number": 7, "id": "the-lamp", "original": "ab" * 32, "file_name": "lamp.html",
        "added_at": "2026-01-02T03:04:05Z", "saved_at": "2026-01-01T00:00:00Z",
        "title": "The lamp is lit again", "source": "The Marrow Post", "people": "[]",
        "topics": "[]", "completeness": "partial", "words": 99, "is_read": 1, "is_starred": 1,
        "is_archived": 1, "position": 0.5, "note": ADDED.note,
    }  # fmt: skip
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO clippings ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    db.execute("INSERT INTO bodies VALUES (7, ?, ?)", (html, TEXT))
    db.executemany("INSERT INTO tags VALUES (7, ?)", [(tag,) for tag in ADDED.tags])
    mark = "7, 'the brass', 'kept ', ' polished', 198, 207, 'rose', 'Why?', ''"
    db.execute(f"INSERT INTO highlights VALUES ('mark-1', {mark})")


def test_nothing_the_reader_added_changes(old_library: Path) -> None:
    library = Library(old_library)
    clipping = library.clipping("the-lamp")
    assert clipping.additions == ADDED
    assert clipping.position == 0.5
    assert clipping.added_at == "2026-01-02T03:04:05Z"
    library.close()


def test_the_article_is_as_it_was(old_library: Path) -> None:
    library = Library(old_library)
    article = library.clipping("the-lamp").article
    assert article.text == TEXT
    assert article.title == "The lamp is lit again"
    assert article.completeness.value == "partial"
    library.update_index()
    assert library.find(Search("furniture")).ids == ("the-lamp",)
    library.close()


def test_a_copy_of_it_is_made_before_anything_changes(old_library: Path) -> None:
    Library(old_library).close()
    [copy] = (old_library / "backups").iterdir()
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("SELECT note FROM clippings").fetchone() == (ADDED.note,)


def test_what_comes_in_after_stands_beside_it(old_library: Path, tmp_path: Path) -> None:
    page = tmp_path / "new.html"
    page.write_text(story_page("The whale is back"))
    library = Library(old_library)
    [outcome] = library.add([page])
    assert set(library.find(Search()).ids) == {"the-lamp", outcome.id}
    library.tag(["the-lamp"], ["new"])
    assert library.clipping("the-lamp").additions.tags == ("lamps", "new", "sea/north")
    library.close()
