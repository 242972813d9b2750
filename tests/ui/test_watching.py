"""Folders that the window watches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import png, story_page, write, write_story
from PySide6.QtCore import QFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from window_made import SitDown, Sitting, sittings

from reader.ui.dialogs.watched_folders import WatchedFoldersSheet
from reader.ui.file_names import isolated
from reader.ui.theme import Themes
from reader.watching.watched_folder import MOVED_TO, Afterwards, WatchedFolder


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path) -> Iterator[SitDown]:
    yield from sittings(tmp_path / "own", qtbot)


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    made = tmp_path / "Downloads"
    made.mkdir()
    return made


def watch(sitting: Sitting, folder: Path, afterwards: Afterwards = Afterwards.LEAVE) -> None:
    watching = sitting.window._ways_in.watching
    watching._soon.setInterval(20)
    watching._seldom.setInterval(200)
    watching._watcher._settles_in = 0.05
    watching.watch([WatchedFolder(folder, afterwards)])


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))


def test_what_is_saved_in_a_watched_folder_comes_in_by_itself(
    sit_down: SitDown, downloads: Path
) -> None:
    sitting = sit_down()
    write_story(downloads / "lamp.html")
    watch(sitting, downloads)
    sitting.wait(lambda: sitting.titles == ["The lamp is lit again"])
    write(downloads / "tide_files" / "a.png", png())
    write(
        downloads / "tide.html",
        story_page("The tide turns twice", body='<img src="tide_files/a.png">'),
    )
    sitting.wait(lambda: len(sitting.titles) == 2)
    sitting.wait(lambda: "The tide turns twice" in sitting.said)
    assert "Downloads" in sitting.said
    assert sitting.shown == ""  # the reader is not taken from what he reads
    assert (downloads / "tide.html").exists()


def test_a_page_that_is_written_piece_by_piece_comes_in_whole(
    sit_down: SitDown, downloads: Path
) -> None:
    sitting = sit_down()
    watch(sitting, downloads)
    markup = story_page().encode()
    page = downloads / "lamp.html"
    for end in range(0, len(markup), 120):
        page.write_bytes(markup[:end])
        sitting.pause(0.1)
    assert sitting.library.all_ids() == ()
    page.write_bytes(markup)
    sitting.wait(lambda: sitting.titles == ["The lamp is lit again"])
    (id_,) = sitting.library.all_ids()
    assert "oldest photograph" in sitting.library.clipping(id_).article.text


def test_the_folders_are_watched_again_after_a_restart_and_nothing_comes_twice(
    sit_down: SitDown, downloads: Path
) -> None:
    first = sit_down()
    write_story(downloads / "lamp.html")
    watch(first, downloads)
    first.wait(lambda: len(first.titles) == 1)
    first.settle()
    first.end()
    second = sit_down()
    watching = second.window._ways_in.watching
    assert watching.folders == (WatchedFolder(downloads),)
    watching._watcher._settles_in = 0.05
    write_story(downloads / "tide.html", "The tide")
    second.wait(lambda: len(second.titles) == 2)
    assert "The tide" in second.said


def test_the_folders_are_remembered_at_once(sit_down: SitDown, downloads: Path) -> None:
    sitting = sit_down()
    watch(sitting, downloads, Afterwards.MOVE)
    kept = (sitting.library.folder.parent / "settings" / "settings.json").read_text()
    assert str(downloads) in kept
    assert "move" in kept


def test_a_page_is_moved_away_once_it_is_kept(sit_down: SitDown, downloads: Path) -> None:
    sitting = sit_down()
    write_story(downloads / "deep" / "lamp.html")
    write(downloads / "note.html", "<!DOCTYPE html><html></html>")
    watch(sitting, downloads, Afterwards.MOVE)
    moved = downloads / MOVED_TO / "deep" / "lamp.html"
    sitting.wait(moved.exists)
    assert not (downloads / "deep" / "lamp.html").exists()
    sitting.settle()
    assert (downloads / "note.html").exists()  # it holds no story, and nobody has kept it


def test_a_page_goes_to_the_trash_only_once_it_is_kept(
    sit_down: SitDown, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit_down()
    trashed: list[str] = []

    def to_trash(name: str) -> bool:
        trashed.append(name)
        Path(name).unlink()
        return True

    monkeypatch.setattr(QFile, "moveToTrash", staticmethod(to_trash))
    page = write_story(downloads / "lamp.html")
    (sitting.library.folder / "originals").write_text("no folder: nothing can be kept")
    watch(sitting, downloads, Afterwards.TRASH)
    sitting.wait(lambda: "could not be" in sitting.said)
    assert trashed == []
    (sitting.library.folder / "originals").unlink()
    page.write_text(story_page("Another lamp"))
    sitting.wait(lambda: trashed == [str(page)])
    sitting.wait(lambda: sitting.titles == ["Another lamp"])


def test_what_cannot_be_put_away_is_told(
    sit_down: SitDown, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit_down()
    monkeypatch.setattr(QFile, "moveToTrash", staticmethod(lambda _: (False, "")))
    write_story(downloads / "lamp.html")
    watch(sitting, downloads, Afterwards.TRASH)
    sitting.wait(lambda: "could not be put away" in sitting.said)
    watch(sitting, downloads)
    sitting.settle()
    for title in ("Ferry", "Quay"):
        write_story(downloads / f"{title}.html", title)
    watch(sitting, downloads, Afterwards.TRASH)
    sitting.wait(lambda: sitting.said.endswith("2 pages could not be put away and lie there still"))


def test_a_whole_library_is_told_and_left(sit_down: SitDown, downloads: Path) -> None:
    sitting = sit_down()
    marks = "".join(f'<DT><A HREF="https://a.example/{n}">Page {n}</A>\n' for n in range(9))
    write(
        downloads / "bookmarks.html",
        f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>"
        f"<DL><p>{marks}</DL><!-- </html> -->",
    )
    watch(sitting, downloads)
    sitting.wait(lambda: "whole library" in sitting.said)
    assert sitting.library.all_ids() == ()


def test_a_missing_folder_is_shown_as_missing_and_comes_back(
    sit_down: SitDown, downloads: Path
) -> None:
    sitting = sit_down()
    watching = sitting.window._ways_in.watching
    watch(sitting, downloads)
    sitting.parts.actions["watched"].trigger()
    (sheet,) = sitting.window.findChildren(WatchedFoldersSheet)
    (row,) = sheet._rows
    away = downloads.rename(downloads.with_name("unplugged"))
    watching._look()
    # The way there is not turned around by what stands before it.
    sitting.wait(lambda: row._place.text() == f"Missing · {isolated(str(downloads))}")
    away.rename(downloads)
    write_story(downloads / "lamp.html")
    watching._look()
    sitting.wait(lambda: "Missing" not in row._place.text())
    sitting.wait(lambda: len(sitting.titles) == 1)


def test_the_sheet_adds_changes_and_removes_folders(
    sit_down: SitDown, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit_down()
    watching = sitting.window._ways_in.watching
    choose(monkeypatch, downloads)
    sitting.window._empty.watch_asked.emit()
    (sheet,) = sitting.window.findChildren(WatchedFoldersSheet)
    assert sheet.isVisible()
    assert watching.folders == (WatchedFolder(downloads),)
    (choice,) = sheet.findChildren(QComboBox)
    choice.activated.emit(1)
    assert watching.folders == (WatchedFolder(downloads, Afterwards.MOVE),)
    (stop,) = [one for one in sheet.findChildren(QPushButton) if "Stop" in one.text()]
    stop.click()
    assert not watching.folders
    assert not watching._seldom.isActive()


def test_tab_goes_through_the_rows_and_then_to_the_buttons(themes: Themes, qtbot: QtBot) -> None:
    sheet = WatchedFoldersSheet()
    qtbot.addWidget(sheet)
    sheet.show_folders([WatchedFolder(Path("/a"))])
    sheet.show_folders([WatchedFolder(Path("/a")), WatchedFolder(Path("/b"))])
    sheet.show()
    sheet.activateWindow()
    sheet._rows[0].stops[0].setFocus()
    gone: list[str] = []
    for _ in range(6):
        focused = sheet.focusWidget()
        assert focused is not None
        gone.append(focused.accessibleName() or str(focused.property("text")))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert gone == [
        "Afterwards, in a",
        "Stop watching a",
        "Afterwards, in b",
        "Stop watching b",
        "Close",
        "Watch a Folder…",
    ]


def test_no_folder_is_watched_twice_and_never_the_library(
    sit_down: SitDown, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit_down()
    watching = sitting.window._ways_in.watching
    inner = downloads / "inner"
    inner.mkdir()
    for chosen, then in (
        (inner, (inner,)),
        (inner, (inner,)),
        ("", (inner,)),
        (sitting.library.folder, (inner,)),
        (sitting.library.folder.parent, (inner,)),
        (downloads, (downloads,)),
        (inner, (downloads,)),
    ):
        choose(monkeypatch, chosen)
        watching.ask_for_folder(sitting.window)
        assert tuple(one.path for one in watching.folders) == then
