import sqlite3
from pathlib import Path

from foreign_made import by_title, faults, items, library, write
from pages_made import STORY, png, story_page

from reader.articles.extract import extract
from reader.foreign.recognise import recognise
from reader.pages.open_page import open_page

SCHEMA = """
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, dateAdded TIMESTAMP, key TEXT);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT,
    contentType TEXT, charsetID INT, path TEXT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT,
    parentCollectionID INT, key TEXT);
CREATE TABLE collectionItems (collectionID INT, itemID INT, orderIndex INT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
INSERT INTO itemTypes VALUES (1, 'newspaperArticle'), (2, 'attachment'), (3, 'note'),
    (4, 'annotation'), (5, 'book'), (6, 'webpage');
INSERT INTO fields VALUES (1, 'title'), (2, 'url'), (3, 'date'), (4, 'accessDate'),
    (5, 'publicationTitle'), (6, 'abstractNote'), (7, 'language');
INSERT INTO items VALUES (1, 1, '2024-01-07 08:00:00', 'ITEMAAAA'),
    (2, 2, '2024-01-07 08:00:01', 'SNAPAAAA'), (3, 3, '2024-01-08 08:00:00', 'NOTEAAAA'),
    (4, 4, '2024-01-08 09:00:00', 'ANNOAAAA'), (5, 5, '2024-01-09 08:00:00', 'BOOKAAAA'),
    (6, 6, '2024-01-09 08:00:00', 'WEBAAAAA'), (7, 6, '2024-01-09 08:00:00', 'GONEAAAA'),
    (8, 3, '2024-01-10 08:00:00', 'LOOSEAAA'), (9, 2, '2024-01-10 08:00:00', 'EVILAAAA'),
    (10, 2, '2024-01-10 08:00:00', 'LINKAAAA');
INSERT INTO itemDataValues VALUES (1, 'The lamp is lit again'), (2, 'https://a.example/lamp'),
    (3, '2024-01-05 January 5, 2024'), (4, '2024-01-06 10:11:12'), (5, 'Harbour Post'),
    (6, 'In short.'), (7, 'en-GB'), (8, 'A book'), (9, 'A page'), (10, 'https://a.example/page'),
    (11, '2024-02-00 February 2024'), (12, 'Gone'), (13, 'https://a.example/gone');
INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (1, 5, 5), (1, 6, 6),
    (1, 7, 7), (5, 1, 8), (6, 1, 9), (6, 2, 10), (6, 3, 11), (7, 1, 12), (7, 2, 13);
INSERT INTO itemAttachments VALUES (2, 1, 1, 'text/html', NULL, 'storage:lamp.html'),
    (9, 6, 1, 'text/html', NULL, 'storage:../../secret.html'),
    (10, 6, 2, 'text/html', NULL, '/etc/hostname');
INSERT INTO itemNotes VALUES (3, 1, '<div><p>A <b>note</b></p></div>', 'A note'),
    (8, NULL, '<p>Thoughts of a winter</p>', 'Thoughts of a winter');
INSERT INTO creators VALUES (1, 'Ada', 'Brandt', 0), (2, '', 'Harbour Desk', 1), (3, 'Bo', 'L', 0);
INSERT INTO creatorTypes VALUES (1, 'author'), (2, 'contributor');
INSERT INTO itemCreators VALUES (1, 2, 1, 1), (1, 1, 1, 0), (1, 3, 2, 2);
INSERT INTO tags VALUES (1, 'sea'), (2, 'Lighthouses'), (3, 'mine');
INSERT INTO itemTags VALUES (1, 1, 0), (1, 2, 1), (4, 3, 0);
INSERT INTO collections VALUES (1, 'Harbour', NULL, 'C'), (2, 'Lamps', 1, 'D');
INSERT INTO collectionItems VALUES (2, 1, 0);
INSERT INTO deletedItems VALUES (7);
"""
ANNOTATIONS = """
CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT, type INT,
    authorName TEXT, text TEXT, comment TEXT, color TEXT, pageLabel TEXT, sortIndex TEXT,
    position TEXT, isExternal INT);
INSERT INTO itemAnnotations VALUES (4, 2, 1, '', 'half the village walked out', 'why half?',
    '#ffd400', '', '00001', '{}', 0);
"""


def folder(path: Path, more: str = ANNOTATIONS) -> Path:
    path.mkdir()
    database = sqlite3.connect(path / "zotero.sqlite")
    database.executescript(f"BEGIN; {SCHEMA} {more} COMMIT;")
    database.close()
    picture = '<p><img src="lamp.png" width="120" height="90"></p>'
    write(path / "storage" / "SNAPAAAA" / "lamp.html", story_page(body=picture))
    write(path / "storage" / "SNAPAAAA" / "lamp.png", png())
    write(path.parent / "secret.html", story_page("Secret"))
    return path


def test_an_item_brings_its_snapshot_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "Zotero")
    assert library(place, "Zotero")
    lamp = by_title(place)["The lamp is lit again"]
    told, brought = lamp.record.stated, lamp.record.brought
    assert (told.people, told.source) == (("Ada Brandt", "Harbour Desk"), "Harbour Post")
    assert (told.published, told.topics, told.language) == ("2024-01-05", ("Lighthouses",), "en-GB")
    assert lamp.record.saved_at == "2024-01-06T10:11:12+00:00"
    assert (brought.tags, brought.note) == (("sea", "Harbour/Lamps"), "A **note**")
    (mark,) = brought.marks
    assert (mark.exact, mark.note, mark.tags) == (
        "half the village walked out",
        "why half?",
        ("mine",),
    )
    article = extract(open_page(lamp.original))
    assert STORY[2] in article.text
    assert article.pictures[0].content == png()


def test_nothing_outside_the_item_s_own_folder_is_read(tmp_path: Path) -> None:
    page = by_title(folder(tmp_path / "Zotero"))["A page"]
    assert page.original.content == b""
    assert page.record.stated.published == ""  # a month is no day


def test_what_was_thrown_away_stays_away_and_a_book_is_passed_over(tmp_path: Path) -> None:
    place = folder(tmp_path / "Zotero")
    assert "Gone" not in by_title(place)
    assert [fault.name for fault in faults(place)] == ["A book"]


def test_a_note_by_itself_is_kept_as_text(tmp_path: Path) -> None:
    loose = by_title(folder(tmp_path / "Zotero"))["Thoughts of a winter"]
    assert b"<p>Thoughts of a winter</p>" in loose.original.content
    assert loose.record.brought.note == ""


def test_the_database_itself_stands_for_its_folder(tmp_path: Path) -> None:
    place = folder(tmp_path / "Zotero")
    found = recognise(place / "zotero.sqlite")
    assert found is not None
    assert found.tallies() == library(place, "Zotero").tallies()


def test_the_live_database_is_never_touched(tmp_path: Path) -> None:
    place = folder(tmp_path / "Zotero")
    database = place / "zotero.sqlite"
    writer = sqlite3.connect(database)
    try:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE itemDataValues SET value = 'A newer title' WHERE valueID = 9")
        writer.commit()
        before = database.read_bytes(), database.stat().st_mtime_ns
        assert "A newer title" in by_title(place)
        assert (database.read_bytes(), database.stat().st_mtime_ns) == before
    finally:
        writer.close()


def test_older_versions_without_annotations_are_read(tmp_path: Path) -> None:
    lamp = by_title(folder(tmp_path / "Zotero", ""))["The lamp is lit again"]
    assert lamp.record.brought.marks == ()


def test_a_missing_snapshot_leaves_the_link(tmp_path: Path) -> None:
    place = folder(tmp_path / "Zotero")
    (place / "storage" / "SNAPAAAA" / "lamp.html").unlink()
    lamp = by_title(place)["The lamp is lit again"]
    assert (lamp.original.content, lamp.record.address) == (b"", "https://a.example/lamp")
    missing = faults(place)[0]
    assert missing.is_broken
    assert "Its link comes in without the text." in missing.reason


def test_a_document_by_itself_is_kept(tmp_path: Path) -> None:
    alone = (
        "INSERT INTO items VALUES (11, 2, '2024-01-11 08:00:00', 'PAPERAAA');"
        "INSERT INTO itemAttachments VALUES (11, NULL, 0, 'application/pdf', NULL,"
        " 'storage:A paper.pdf');"
    )
    place = folder(tmp_path / "Zotero", alone)
    write(place / "storage" / "PAPERAAA" / "A paper.pdf", b"%PDF-1.4 paper")
    assert [one.original.content for one in items(place) if one.key == "PAPERAAA"] == [
        b"%PDF-1.4 paper"
    ]


def test_what_was_written_beside_words_and_in_other_files_comes_along(tmp_path: Path) -> None:
    more = """
    INSERT INTO items VALUES (20, 4, '2024-01-08 09:00:00', 'ANNOBBBB'),
        (21, 2, '2024-01-08 09:00:00', 'PAPERAAA'), (22, 4, '2024-01-08 09:00:00', 'ANNOCCCC');
    INSERT INTO itemAttachments VALUES (21, 1, 0, 'application/pdf', NULL, 'storage:lamp.pdf');
    INSERT INTO itemAnnotations VALUES
        (20, 2, 2, '', NULL, 'on a margin', '#ffd400', '', '00002', '{}', 0),
        (22, 21, 5, '', 'a piece of furniture', '', '#2ea8e5', '', '00001', '{}', 0);
    INSERT INTO fields VALUES (8, 'extra');
    INSERT INTO itemDataValues VALUES (14, 'kept beside');
    INSERT INTO itemData VALUES (1, 8, 14);
    """
    lamp = by_title(folder(tmp_path / "Zotero", ANNOTATIONS + more))["The lamp is lit again"]
    assert lamp.record.brought.note == "A **note**\n\non a margin\n\nkept beside"
    assert [mark.exact for mark in lamp.record.brought.marks] == [
        "half the village walked out",
        "a piece of furniture",
    ]
