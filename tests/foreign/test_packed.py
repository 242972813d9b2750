"""What other programs wrote is found in archives that somebody made of it."""

import gzip
import json
from pathlib import Path

import pytest
from foreign_made import faults, items, library, zipped
from pages_made import packed, story_page

from reader.foreign.evernote import read_enex
from reader.foreign.foreign_library import Unreadable
from reader.foreign.packed import read_packed
from reader.foreign.reading import HEAD
from reader.foreign.recognise import recognise
from reader.foreign.within import libraries_within

TABLE = "title,url,time_added,tags,status\n{0},https://a.example/{0},1600000000,sea,unread\n"
NOTES = (
    "<en-export><note><title>{}</title><content><![CDATA[<en-note>Two ropes.</en-note>]]>"
    "</content></note></en-export>"
)
LIST = json.dumps([{"url": "https://a.example/1", "addedAt": 1600000000, "starred": True}])
JUNK = {"__MACOSX/._a.enex": b"\0\5\x16\7", ".DS_Store": b"\0"}


def test_a_file_that_was_packed_alone_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"out/Harbour.enex": NOTES.format("The pier"), **JUNK})
    assert library(path, "Evernote").tallies().with_text == 1
    assert items(path)[0].record.stated.title == "The pier"
    assert items(zipped(tmp_path / "b.zip", {"links.json": LIST}))[0].record.brought.is_starred


def test_several_files_of_one_program_are_one_library(tmp_path: Path) -> None:
    files = {"A.enex": NOTES.format("The pier"), "B.enex": NOTES.format("The lamp")}
    path = zipped(tmp_path / "a.zip", files)
    assert [one.record.stated.title for one in items(path)] == ["The pier", "The lamp"]


def test_one_that_is_damaged_does_not_end_the_others(tmp_path: Path) -> None:
    cut = LIST.replace("[", "{").replace("]", "")
    sound = json.dumps({"bookmarks": [{"createdAt": 1, "content": None, "tags": []}]})
    files = {"A.json": sound[:-2], "B.json": sound}
    path = zipped(tmp_path / "a.zip", files)
    assert [fault.is_broken for fault in faults(path)] == [True, False]
    assert recognise(zipped(tmp_path / "b.zip", {"A.json": cut})) is None


def test_an_archive_in_an_archive_is_read_and_one_without_end_is_not(tmp_path: Path) -> None:
    inner = packed({"part_000000.csv": TABLE.format("one")})
    path = zipped(tmp_path / "a.zip", {"pocket.zip": inner})
    assert library(path, "Pocket").tallies().links == 1
    for _ in range(3):
        inner = packed({"a.zip": inner})
    path.write_bytes(inner)
    assert recognise(path) is None


@pytest.mark.parametrize(
    "files",
    [
        {"A.enex": NOTES.format("A"), "B.json": LIST},
        {"A.enex": NOTES.format("A"), "page.html": story_page()},
        {"A.enex": NOTES.format("A"), "picture.png": b"\x89PNG"},
        {"page.html": story_page(), "other.html": story_page()},
        JUNK,
    ],
)
def test_an_archive_of_anything_else_is_no_library(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    assert recognise(zipped(tmp_path / "a.zip", files)) is None


def test_a_file_larger_than_any_page_is_read(tmp_path: Path) -> None:
    notes = NOTES.replace("</note>", f"</note><!--{' ' * (41 << 20)}-->{NOTES[11:-12]}")
    path = zipped(tmp_path / "a.zip", {"A.enex": notes.format("The pier", "The lamp")})
    assert library(path, "Evernote").tallies().with_text == 2


def test_what_unpacks_to_more_than_fits_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"A.enex": NOTES.format("The pier")})
    (fault,) = read_packed((("A.enex", read_enex),), path, most=50)
    assert isinstance(fault, Unreadable)
    assert fault.reason == "“A.enex” is too large. Unpack it and add what it holds."


@pytest.mark.parametrize("name", ["links.json.gz", "LINKS.JSON.GZ", "links.json.gzip"])
def test_a_file_that_was_compressed_is_read_as_it_was(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(LIST.encode()))
    assert library(path, "GoodLinks").tallies().starred == 1
    assert [found.path for found in libraries_within(tmp_path)] == [path]


def test_tables_and_notes_that_were_compressed_are_read(tmp_path: Path) -> None:
    table, notes = tmp_path / "part_0.csv.gz", tmp_path / "Harbour.enex.gz"
    table.write_bytes(gzip.compress(TABLE.format("one").encode()))
    notes.write_bytes(gzip.compress(NOTES.format("The pier").encode()))
    assert items(table)[0].record.brought.tags == ("sea",)
    assert library(notes, "Evernote").tallies().with_text == 1


def test_a_compressed_file_within_an_archive_is_read(tmp_path: Path) -> None:
    # As long as what is read of a file to tell what it is, and no shorter when compressed.
    content = gzip.compress(LIST.replace("}", f', "summary": "{"x" * HEAD}"}}').encode(), 0)
    path = zipped(tmp_path / "a.zip", {"links.json.gz": content})
    assert library(path, "GoodLinks").tallies().links == 1


def test_a_compressed_page_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "story.html.gz"
    path.write_bytes(gzip.compress(story_page().encode()))
    assert recognise(path) is None


def test_what_was_compressed_and_not_saved_whole_is_told(tmp_path: Path) -> None:
    notes = NOTES.format("The pier") + "".join(map(str, range(400_000)))
    path = tmp_path / "Harbour.enex.gz"
    path.write_bytes(gzip.compress(notes.encode())[:-2000])
    [fault] = faults(path)
    assert "damaged" in fault.reason
