"""Other programs' libraries are found wherever they lie in a folder."""

import json
from pathlib import Path

from foreign_made import write, zipped
from pages_made import write_story

from reader.foreign.within import libraries_within

LINKS = "title,url,time_added,tags,status\nLamp,https://marrow.example/lamp,1600000000,,unread\n"
MARKS = (
    "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
    '<DT><A HREF="https://marrow.example/b">B</A>\n</DL><p>\n'
)


def found(folder: Path) -> list[tuple[str, str]]:
    return [
        (one.path.relative_to(folder).as_posix(), one.program.name)
        for one in libraries_within(folder)
    ]


def test_libraries_among_pages_are_found_at_any_depth(tmp_path: Path) -> None:
    write_story(tmp_path / "lamp.html", "The lamp")
    write(tmp_path / "bookmarks.html", MARKS)
    write(tmp_path / "2023" / "old" / "part.csv", LINKS)
    write(tmp_path / "numbers.csv", "a,b\n1,2\n")
    assert found(tmp_path) == [("bookmarks.html", "Bookmarks"), ("2023/old/part.csv", "Pocket")]


def test_the_files_of_a_page_and_hidden_ones_are_no_libraries(tmp_path: Path) -> None:
    write_story(tmp_path / "lamp.html", "The lamp")
    write(tmp_path / "lamp_files" / "data.csv", LINKS)
    write(tmp_path / ".cache" / "part.csv", LINKS)
    write(tmp_path / ".part.csv", LINKS)
    assert found(tmp_path) == []


def test_a_folder_that_is_one_library_is_found_as_one(tmp_path: Path) -> None:
    told = {"slug": "lamp", "url": "https://marrow.example/lamp", "savedAt": "2023-01-01T00:00:00Z"}
    lists = json.dumps([told | {"title": "Lamp", "state": "Active", "labels": []}])
    write(tmp_path / "unpacked" / "metadata_0_to_1.json", lists)
    write(tmp_path / "unpacked" / "content" / "lamp.html", "<p>The lamp.</p>")
    zipped(tmp_path / "packed.zip", {"metadata_0_to_1.json": lists})
    assert found(tmp_path) == [("packed.zip", "Omnivore"), ("unpacked", "Omnivore")]


def test_what_is_looked_at_is_told(tmp_path: Path) -> None:
    write(tmp_path / "part.csv", LINKS)
    write(tmp_path / "film.mp4", "")
    told: list[str] = []
    assert len(list(libraries_within(tmp_path, told.append))) == 1
    assert told == ["part.csv"]
