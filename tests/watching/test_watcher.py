"""What arrives in a watched folder, and when it is whole."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pages_made import story_page, write, write_story

from reader.watching.putting_away import move_away
from reader.watching.seen import Seen
from reader.watching.watched_folder import (
    MOVED_TO,
    Afterwards,
    WatchedFolder,
    folders_of,
    to_keep,
)
from reader.watching.watcher import MOST_AT_ONCE, PATIENCE, SETTLES_IN, Looked, Watcher

PICTURES = "".join(f'<img src="./The%20lamp_files/{number}.jpg">' for number in range(3))
PAGE = story_page(body=PICTURES).encode()


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A folder and who watches it; time goes on only when a test says so."""

    def __init__(self, tmp_path: Path) -> None:
        self.path = tmp_path / "downloads"
        self.path.mkdir()
        self.ledger = tmp_path / "watched.json"
        self.clock = Clock()
        self.folder = WatchedFolder(self.path)
        self.start()

    def start(self) -> None:
        self.watcher = Watcher(Seen(self.ledger), clock=self.clock)

    def look(self, after: float = 0.0) -> Looked:
        self.clock.now += after
        return self.watcher.look([self.folder])

    def pages(self, after: float = 0.0) -> list[str]:
        return [one.page.name for one in self.look(after).arrived]

    def settled(self) -> list[str]:
        """What arrives while nobody touches anything, short of all patience."""
        self.look()
        return self.pages(SETTLES_IN + 0.1)

    def note(self) -> None:
        self.watcher.note(self.look().arrived)


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_a_page_arrives_once_it_has_settled_and_only_once(watched: Watched) -> None:
    page = write_story(watched.path / "lamp.html")
    first = watched.look()
    assert (first.arrived, first.is_waiting) == ((), True)
    assert watched.pages(1.0) == []
    assert watched.pages(SETTLES_IN) == ["lamp.html"]
    watched.note()
    assert watched.look(60) == Looked(places=(watched.path,))
    os.utime(page, (time.time() + 5, time.time() + 5))
    assert watched.settled() == ["lamp.html"]


def test_what_was_seen_is_not_told_after_a_restart(watched: Watched) -> None:
    write_story(watched.path / "lamp.html")
    write_story(watched.path / "deep" / "er" / "tide.html")
    assert watched.settled() == ["lamp.html", "tide.html"]
    watched.note()
    watched.start()
    assert watched.settled() == []


def test_a_lost_or_damaged_ledger_only_means_that_all_is_told_again(watched: Watched) -> None:
    write_story(watched.path / "lamp.html")
    watched.settled()
    watched.note()
    for damage in ("", "[]", '{"/x": 3}', "null"):
        watched.ledger.write_text(damage)
        watched.start()
        assert watched.settled() == ["lamp.html"]


def test_a_page_that_grows_is_left_until_it_rests(watched: Watched) -> None:
    page = watched.path / "lamp.html"
    for size in range(100, len(PAGE), 100):
        write(page, PAGE[:size])
        assert watched.pages(1.5) == []


def chromium(folder: Path) -> Iterator[None]:
    """Its parts first and under other names, then the page."""
    files = folder / "The lamp_files"
    for number in range(3):
        write(files / f"{number}.jpg.crdownload", b"\xff\xd8")
        yield
        (files / f"{number}.jpg.crdownload").rename(files / f"{number}.jpg")
        yield
    write(files / "saved_resource.html", story_page("A frame"))
    yield
    write(folder / "The lamp.html.crdownload", PAGE[:200])
    yield
    (folder / "The lamp.html.crdownload").rename(folder / "The lamp.html")
    with (folder / "The lamp.html").open("ab") as file:
        file.write(PAGE[200:])


def chromium_with_the_page_first(folder: Path) -> Iterator[None]:
    write(folder / "The lamp.html", PAGE)
    yield
    for number in range(3):
        write(folder / "The lamp_files" / f"{number}.jpg", b"\xff\xd8")
        if number < 2:
            yield


def firefox(folder: Path) -> Iterator[None]:
    """An empty page holds the place, then both grow side by side."""
    page, files = folder / "The lamp.html", folder / "The lamp_files"
    write(page, b"")
    yield
    write(folder / "The lamp.Xy3Zq9aB.html.part", b"")
    yield
    for number in range(3):
        write(files / f"{number}.jpg", b"\xff")
        with page.open("ab") as file:
            file.write(PAGE[number * 200 : (number + 1) * 200])
        yield
        write(files / f"{number}.jpg", b"\xff\xd8")
        yield
    (folder / "The lamp.Xy3Zq9aB.html.part").unlink()
    yield
    with page.open("ab") as file:
        file.write(PAGE[600:])


@pytest.mark.parametrize("browser", [chromium, chromium_with_the_page_first, firefox])
def test_a_page_that_a_browser_saves_piece_by_piece_arrives_whole(
    watched: Watched, browser: Callable[[Path], Iterator[None]]
) -> None:
    for _ in browser(watched.path):
        # As slow as a bad line: it rests for longer than what settles.
        assert watched.pages(SETTLES_IN + 1) == []
        assert watched.pages(SETTLES_IN + 1) == []
    assert watched.settled() == ["The lamp.html"]
    (arrived,) = watched.look().arrived
    assert arrived.page.read_bytes() == PAGE
    assert len(arrived.sight.files) >= 3
    watched.note()
    assert watched.settled() == []


def test_a_page_that_never_gets_its_pictures_arrives_after_a_while(watched: Watched) -> None:
    write(watched.path / "The lamp.html", PAGE)
    assert watched.settled() == []
    assert watched.pages(PATIENCE - 5) == []
    assert watched.pages(5) == ["The lamp.html"]


def test_an_old_page_that_is_moved_here_need_not_wait(watched: Watched) -> None:
    page = write(watched.path / "The lamp.html", PAGE)
    os.utime(page, (1e9, 1e9))
    assert watched.settled() == ["The lamp.html"]


@pytest.mark.parametrize(
    ("name", "half", "whole"),
    [
        ("a.mhtml", b'Content-Type: multipart/related; boundary="xx"\n\n--xx\n', b"--xx--\n"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj", b"\n%%EOF\n"),
        ("a.htz", b"PK\x03\x04 index.html", b"PK\x05\x06"),
        ("a.html", "<html>ä".encode("utf-16"), "</HTML>".encode("utf-16-le")),
    ],
)
def test_other_forms_have_an_end_too(
    watched: Watched, name: str, half: bytes, whole: bytes
) -> None:
    write(watched.path / name, half)
    assert watched.settled() == []
    write(watched.path / name, half + whole)
    assert watched.settled() == [name]


def test_a_note_has_no_end_to_wait_for(watched: Watched) -> None:
    write(watched.path / "note.txt", "The lamp is lit")
    write(watched.path / "empty.txt", "")
    write(watched.path / "picture.jpg", b"\xff\xd8")
    assert watched.settled() == ["note.txt"]


def test_what_another_program_has_open_is_left(watched: Watched) -> None:
    write(watched.path / "note.md", "The lamp is lit")
    lock = write(watched.path / ".~lock.note.md#", "ada")
    write(watched.path / "~$note.md", "ada")
    assert watched.settled() == []
    lock.unlink()
    (watched.path / "~$note.md").unlink()
    assert watched.settled() == ["note.md"]


def test_a_partial_file_left_behind_holds_nothing_up(watched: Watched) -> None:
    write_story(watched.path / "lamp.html")
    old = write(watched.path / "lamp.html.part", "x")
    assert watched.settled() == []
    os.utime(old, (1e9, 1e9))
    assert watched.settled() == ["lamp.html"]


def test_links_hidden_files_and_what_was_moved_away_are_no_arrivals(
    watched: Watched, tmp_path: Path
) -> None:
    (watched.path / "link.html").symlink_to(write_story(tmp_path / "other.html"))
    write_story(watched.path / ".hidden.html")
    write_story(watched.path / ".git" / "page.html")
    write_story(watched.path / MOVED_TO / "page.html")
    assert watched.settled() == []


def test_what_a_library_of_this_program_keeps_is_no_arrival(watched: Watched) -> None:
    write(watched.path / "own" / "originals" / "ab" / "lit.html", PAGE)
    write(watched.path / "own" / "library.db", b"")
    write(watched.path / "lamp.html", story_page().encode())
    assert watched.settled() == ["lamp.html"]


def test_many_pages_arrive_in_steps(watched: Watched) -> None:
    for number in range(MOST_AT_ONCE + 20):
        write(watched.path / f"{number}.txt", "The lamp")
    watched.look()
    first = watched.look(SETTLES_IN + 0.1)
    assert (len(first.arrived), first.is_waiting) == (MOST_AT_ONCE, True)
    watched.watcher.note(first.arrived)
    rest = watched.look()
    assert (len(rest.arrived), rest.is_waiting) == (20, False)


def test_a_folder_that_is_gone_is_missing_and_comes_back(watched: Watched) -> None:
    write_story(watched.path / "lamp.html")
    assert watched.settled() == ["lamp.html"]
    watched.note()
    away = watched.path.rename(watched.path.with_name("unplugged"))
    assert watched.look().missing == {watched.path}
    away.rename(watched.path)
    write_story(watched.path / "tide.html", "The tide")
    assert watched.settled() == ["tide.html"]
    assert not watched.look().missing


def test_a_page_that_was_taken_in_is_moved_with_its_files(watched: Watched) -> None:
    for _ in range(2):
        page = write_story(watched.path / "in" / "lamp.html")
        write(watched.path / "in" / "lamp_files" / "a.jpg", b"\xff")
        move_away(page, watched.path)
        assert not page.exists()
        assert not page.with_name("lamp_files").exists()
    moved = watched.path / MOVED_TO / "in"
    assert (moved / "lamp_files" / "a.jpg").exists()
    assert (moved / "2" / "lamp.html").exists()
    assert (moved / "2" / "lamp_files" / "a.jpg").exists()


def test_watched_folders_are_kept_as_they_are(tmp_path: Path) -> None:
    folders = (WatchedFolder(tmp_path), WatchedFolder(tmp_path / "x", Afterwards.MOVE))
    assert folders_of(to_keep(folders)) == folders
    assert folders_of({"relative": "leave", "/a": "new", "/b": 3}) == (
        WatchedFolder(Path("/a")),
        WatchedFolder(Path("/b")),
    )
