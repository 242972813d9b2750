import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from foreign_made import write, zipped
from pages_made import story_page

from reader.foreign.recognise import recognise

NO_LIBRARIES: dict[str, str | bytes] = {
    "page.html": story_page(),
    "links.html": story_page(
        body='<p><a href="https://a.example/bookmarks.html">NETSCAPE-Bookmark-file-1</a></p>'
        '<pre>&lt;li&gt;&lt;a time_added="1"&gt; given_url,resolved_url,time_added</pre>'
    ),
    "listed.html": '<h1>All</h1><ul><li><a href="x" data-time_added="1600000000">A</a></li></ul>',
    "passwords.csv": "name,url,username,password,note\na,https://a.example,ada,secret,\n",
    "about.html": story_page(head="<!-- <!DOCTYPE NETSCAPE-Bookmark-file-1> <en-export -->"),
    "table.csv": "name,url,price\nRope,https://a.example,5\n",
    "people.csv": "Title,Tags,Folder\nA,B,C\n",
    "other.json": json.dumps([{"url": "https://a.example", "title": "A", "id": 1}]),
    "object.json": json.dumps({"bookmarks": 3, "collections": [], "annotations": [{"a": 1}]}),
    "invoices.json": json.dumps([{"id": 1, "type": "x", "title": "y", "issued": "2020-01-01"}]),
    "catalogue.json": json.dumps({"collections": [{"name": "x", "links": [{"href": "a"}]}]}),
    "answer.json": json.dumps({"rows": [{"uri": "a", "target": "b"}]}),
    "quoting.json": json.dumps([{"text": '[{"is_archived":1,"url":"","title":"","content":""}]'}]),
    "note.md": "---\ntitle: A\nsource: https://a.example\n---\n@article was here\n",
    "letter.txt": "TY for the ropes - they hold.\n",
    "tags.txt": "@ada { said, x = 1 }",
    "feed.xml": '<?xml version="1.0"?><rss><channel></channel></rss>',
    "empty": "",
    "space.csv": "\n\n \n",
    "open.json": "[",
    "none.json": "[]",
    "bits.bin": bytes(range(256)) * 50,
    "cut.zip": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("name", NO_LIBRARIES)
def test_pages_and_other_files_are_no_libraries(tmp_path: Path, name: str) -> None:
    assert recognise(write(tmp_path / name, NO_LIBRARIES[name])) is None


def test_archives_of_other_kinds_are_no_libraries(tmp_path: Path) -> None:
    page = {"index.html": story_page(), "a.csv": "title,url,time_added,tags,status\n"}
    book = {"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}
    data = {"data.json": "[]", "metadata.json": '{"a": 1}', "x.csv": "a,b\n1,2\n"}
    for files in (page, book, data):
        assert recognise(zipped(tmp_path / "a.zip", files)) is None


def test_an_archive_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("metadata_0_to_19.json", "w", force_zip64=True) as file,
    ):
        for _ in range(300):
            file.write(b"[" + b" " * (1 << 20))
    assert recognise(path) is None


def test_folders_of_pages_and_other_databases_are_no_libraries(tmp_path: Path) -> None:
    write(tmp_path / "pages" / "a.html", story_page())
    write(tmp_path / "pages" / "list.csv", "a,b\n1,2\n")
    assert recognise(tmp_path / "pages") is None
    sqlite3.connect(tmp_path / "zotero.db").execute("CREATE TABLE a (b)").connection.close()
    assert recognise(tmp_path / "zotero.db") is None
    assert recognise(tmp_path / "missing") is None
    assert recognise(Path("a\0b")) is None


def test_a_folder_of_pages_with_a_list_among_them_is_more_than_the_list(tmp_path: Path) -> None:
    told = '[{"slug": "a", "url": "", "savedAt": "", "readingProgress": 0}]'
    write(tmp_path / "all" / "a.html", story_page())
    write(tmp_path / "all" / "old" / "metadata_0_to_1.json", told)
    write(tmp_path / "all" / "list.csv", "title,url,time_added,tags,status\n")
    assert recognise(tmp_path / "all") is None
    assert recognise(tmp_path / "all" / "old") is not None
    write(tmp_path / "kept" / "a.html", story_page())
    write(tmp_path / "kept" / "files" / "list.txt", "x")
    write(tmp_path / "kept" / "links.json", '[{"url": "", "addedAt": 1, "starred": 0}]')
    assert recognise(tmp_path / "kept") is None


def test_the_name_says_nothing(tmp_path: Path) -> None:
    table = "title,url,time_added,tags,status\n"
    found = recognise(write(tmp_path / "holiday.jpg", table))
    assert found is not None
    assert found.program.name == "Pocket"
    assert list(found.items()) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_list_is_recognised_in_whatever_it_is_encoded(tmp_path: Path, encoding: str) -> None:
    for told in ("title,url,time_added,tags,status\n", '[{"url": "", "addedAt": 1, "starred": 0}]'):
        assert recognise(write(tmp_path / "a", told.encode(encoding))) is not None


def test_only_the_beginning_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    entry = {"is_archived": 0, "is_starred": 0, "title": "A", "url": "https://a.example/1"}
    with path.open("w") as file:
        file.write("[" + json.dumps(entry) + ",")
        file.seek(3 << 30)
        file.write("]")
    found = recognise(path)
    assert found is not None
    assert found.program.name == "wallabag"


def test_an_archive_within_bounds_may_have_many_files(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("part_000000.csv", "title,url,time_added,tags,status\n")
        for at in range(3000):
            archive.writestr(f"annotations/part_{at:06}.json", "[]")
    assert recognise(write(tmp_path / "a.zip", content.getvalue())) is not None
